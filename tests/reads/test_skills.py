"""How far each is, and who waits longest for something new."""

from datetime import date

import pytest

import crew
import learning
from jornal.facts.people import Enrolled, Left
from jornal.reads.skills import earned, lacking, ladder, matrix, reached


@pytest.fixture
def here(sqlite):
    found = crew.begun()
    learning.listed()
    return found


def judged(worker, technique, level, day):
    learning.judged(crew.at("trainer", "T1", day), worker, technique, level)


def test_the_furthest_that_a_piece_showed_stands_since_the_day_it_was_shown(here):
    for level, day in (("with_help", 1), ("alone", 5), ("with_help", 9), ("alone", 12)):
        judged("QC01", "linking", level, date(2026, 10, day))
    found = reached(["QC01"], crew.TODAY)["QC01"]["linking"]
    assert (found.level, found.since, found.last) == ("alone", date(2026, 10, 5), date(2026, 10, 12))
    assert reached(["QC01"], date(2026, 10, 2))["QC01"]["linking"].level == "with_help"


def test_whoever_did_nothing_new_for_the_longest_time_stands_first(database):
    crew.begun()
    learning.listed()
    judged("QC01", "knitting-flat", "alone", date(2026, 10, 20))
    judged("QC02", "knitting-flat", "not_yet", date(2026, 10, 20))
    judged("QC03", "knitting-flat", "with_help", date(2026, 10, 10))
    found = matrix("cusco", crew.TODAY)
    assert [(one.worker, one.idle) for one in found.lines] == [
        ("QC02", 59), ("QC04", 59), ("QC03", 20), ("QC01", 10),
    ]  # fmt: skip
    assert [one.next.technique for one in found.lines] == [
        "knitting-flat",
        "knitting-flat",
        "knitting-flat",
        "linking",
    ]


def test_a_further_piece_of_what_is_hers_already_is_nothing_new(here):
    judged("QC01", "linking", "alone", date(2026, 9, 10))
    judged("QC01", "linking", "alone", date(2026, 10, 28))
    line = next(one for one in matrix("cusco", crew.TODAY).lines if one.worker == "QC01")
    assert line.new_on == date(2026, 9, 10)


def test_who_has_left_is_in_no_rotation(here):
    stay = Enrolled.objects.get(worker="QC02")
    here.put([Left(enrolled=stay.root, worker="QC02", site="cusco", day=date(2026, 10, 1), reason="release")])
    assert "QC02" not in {one.worker for one in matrix("cusco", crew.TODAY).lines}


def test_without_techniques_there_are_lines_and_nothing_next(sqlite):
    crew.begun()
    assert {(one.next, one.cells) for one in matrix("cusco", crew.TODAY).lines} == {(None, ())}


def test_a_grade_is_earned_from_the_lowest_rung_up(here):
    rungs = ladder("knitting")
    assert [one.grade for one in rungs] == ["maker", "senior"]
    judged("QC01", "finishing", "can_teach", crew.TODAY)
    has = reached(["QC01"], crew.TODAY)["QC01"]
    assert (earned(rungs, has), lacking(rungs[0], has), lacking(rungs[1], has)) == (
        None,
        ["knitting-flat", "linking"],
        [],
    )
