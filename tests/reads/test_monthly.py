"""A month of many sites is read in as many questions as that of one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import crew
import crowd
from jornal.facts.attendance import Shift
from jornal.facts.courses import Certificate
from jornal.facts.kits import ToolCount
from jornal.facts.pay import Finding
from jornal.facts.pieces import Pieces, Rejected
from jornal.facts.work import TrainingPlanned
from jornal.reads import monthly
from jornal.units.periods import month

OCTOBER, DAY = month("2026-10"), date(2026, 10, 5)


@pytest.fixture
def here(sqlite):
    return crowd.begun(2)


def test_time_that_was_worked_is_told_from_time_that_was_not(here):
    crowd.worked(here, ["QX01"], DAY, 300)
    here.put(
        [Shift(worker="QX02", day=DAY, number=1, site="cusco", what="work", start=1320, end=360, pause=30)]
    )
    crowd.absent(here, ["QX01"], date(2026, 10, 6), "sick")
    crowd.worked(here, ["QX01"], date(2026, 11, 1), 300)
    found = monthly.marked(["cusco", "puno"], OCTOBER)
    assert found["cusco"].minutes == {"QX01": 300, "QX02": 450}
    assert found["cusco"].absent == {"sick": {"QX01": 1}}
    assert found["puno"].minutes == {}


def test_stays_are_told_the_longest_there_first(here):
    crowd.joined(here, ["QX03"], date(2026, 8, 1))
    crowd.left(here, "QX01", DAY)
    assert [(one.worker, one.left_on) for one in monthly.stays()] == [
        ("QX03", None),
        ("QX01", DAY),
        ("QX02", None),
    ]


def test_pieces_and_what_was_rejected_of_them(here):
    said = {"worker": "QX01", "site": "cusco", "operation": "sole"}
    (one,) = here.put([Pieces(**said, day=DAY, number=1, good=9, rework=2)])
    here.put([Rejected(pieces=one.root, number=1, count=3, cause="material", decided_by="R1", heard="yes")])
    assert monthly.counted(["cusco"], OCTOBER) == {"cusco": {"sole": {"QX01": (9, 2)}}}
    assert monthly.rejected(["cusco", "puno"], OCTOBER) == {"cusco": {"sole": {"QX01": 3}}, "puno": {}}
    assert monthly.rejected(["cusco"], month("2026-09")) == {"cusco": {}}


def test_courses_that_were_held_and_certificates(here):
    said = {"site": "cusco", "minutes": 60, "workers": ["QX01"]}
    here.put([
        TrainingPlanned(**said, course="looms", day=DAY, state="held"),
        TrainingPlanned(**said, course="money", day=DAY, state="cancelled"),
        Certificate(worker="QX01", course="looms", day=DAY, site="cusco", language="es", issuer="e", minutes=60),
    ])  # fmt: skip
    assert monthly.trained(["cusco"], OCTOBER) == [("cusco", "looms", 60, ("QX01",))]
    assert monthly.certified(["cusco"], OCTOBER) == [("QX01", "looms")]
    assert monthly.certified(["puno"], OCTOBER) == []


def test_what_nobodys_figures_are(here):
    finding = {"site": "cusco", "control": "OHS-04", "says": "something", "lies_with": "site"}
    here.put([
        Finding(**finding, about="a", day=DAY, closed_on=date(2026, 10, 9)),
        Finding(**finding, about="b", day=date(2026, 9, 9), closed_on=date(2026, 11, 2)),
        ToolCount(site="cusco", workshop="knitting", day=DAY, number=1, tools=[], missing=2, counted_by="T1"),
        ToolCount(site="cusco", workshop="knitting", day=DAY, number=2, tools=[], missing=0, counted_by="T1"),
    ])  # fmt: skip
    found = monthly.events(["cusco"], OCTOBER)
    assert (found.found, found.closed, found.open, found.tool_counts, found.tools_missing) == (1, 1, 1, 2, 0)
    assert monthly.events(["puno"], OCTOBER)[:4] == (0, 0, 0, 0)


def test_it_asks_as_often_for_many_people_as_for_few(here):
    def asked():
        with CaptureQueriesContext(connection) as found:
            monthly.stays()
            monthly.marked(["cusco"], OCTOBER)
            monthly.counted(["cusco"], OCTOBER)
            monthly.late(monthly.runs(["cusco"], "2026-10"), crew.TODAY)
        return len(found)

    crowd.worked(here, crowd.names(2), DAY)
    few = asked()
    crowd.joined(here, crowd.names(40)[2:], crew.FIRST)
    crowd.worked(here, crowd.names(40)[2:], DAY)
    assert asked() == few
