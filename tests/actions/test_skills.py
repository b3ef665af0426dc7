"""Pieces are judged, and grades follow from them and from nothing else."""

from datetime import date

import pytest

import crew
import learning
from jornal.actions import contracts
from jornal.actions.given import NotYet
from jornal.actions.present import NotPresent
from jornal.actions.skills import NoSuchTechnique, NotAJudge, NotAssessed
from jornal.actions.verb import BadRows, done
from jornal.facts.organisation import Staff
from jornal.facts.skills import Assessed
from jornal.facts.work import Graded
from jornal.journal.keys import Locked
from jornal.journal.record import StillNeeded, record, voided
from jornal.units.listed import ListedTerm


@pytest.fixture
def here(sqlite):
    found = crew.begun()
    learning.listed()
    return found


def trainer(day=crew.TODAY):
    return crew.at("trainer", "T1", day)


def grades():
    rows = Graded.objects.current().order_by("since")
    return list(rows.values_list("worker", "grade", "since", "assessor"))


def test_a_grade_follows_from_the_last_piece_that_it_asks_for(database):
    crew.begun()
    learning.listed()
    learning.judged(trainer(), "QC01", "knitting-flat")
    assert grades() == []
    piece, graded = learning.judged(trainer(), "QC01", "linking", piece="sample 7")
    assert grades() == [("QC01", "maker", date(2026, 11, 1), "T1")]
    assert (graded.assessed, piece.piece) == (piece.root, "sample 7")


def test_sent_twice_a_piece_is_judged_once_and_the_grade_follows_once(here):
    for _ in range(2):
        learning.judged(trainer(), "QC01", "knitting-flat")
        learning.judged(trainer(), "QC01", "linking")
    assert (Assessed.objects.count(), len(grades())) == (2, 1)


def test_a_higher_grade_needs_what_the_lower_asks_for_too(here):
    learning.judged(trainer(), "QC01", "finishing", "can_teach")
    assert grades() == []
    learning.judged(trainer(), "QC01", "knitting-flat")
    learning.judged(trainer(), "QC01", "linking")
    assert [row[1] for row in grades()] == ["senior"]


@pytest.mark.parametrize("reached", ["not_yet", "with_help"])
def test_what_somebody_had_to_show_her_earns_nothing_yet(here, reached):
    learning.judged(trainer(), "QC01", "knitting-flat")
    learning.judged(trainer(), "QC01", "linking", reached)
    assert grades() == []


def test_a_worse_piece_takes_no_grade_and_no_technique_away(here):
    first = trainer(date(2026, 10, 1))
    learning.judged(first, "QC01", "knitting-flat")
    learning.judged(first, "QC01", "linking")
    learning.judged(trainer(), "QC01", "linking", "not_yet")
    assert [(row[1], row[2]) for row in grades()] == [("maker", date(2026, 10, 1))]


def test_who_has_a_grade_by_contract_is_not_given_a_lower_one(here):
    crew.adopted()
    crew.do(
        here,
        "sign-contract",
        {
            "worker": "QC01",
            "contract": "cusco-hourly",
            "grade": "senior",
            "since": "2026-09-01",
            "language": "es",
        },
    )
    learning.judged(trainer(), "QC01", "knitting-flat")
    learning.judged(trainer(), "QC01", "linking")
    assert grades() == []


def test_a_grade_typed_by_hand_has_to_rest_on_pieces(here):
    row = {"worker": "QC01", "trade": "knitting", "since": "2026-11-01", "grade": "maker"}
    late = crew.at("site_manager", "S1", date(2026, 11, 2))
    with pytest.raises(NotAssessed, match=r"knitting-flat.*linking"):
        done("grade", contracts.VERBS["grade"], late, [row])
    for technique in ("knitting-flat", "linking"):
        learning.judged(trainer(), "QC01", technique)
    done("grade", contracts.VERBS["grade"], late, [row | {"since": "2026-12-01"}])
    assert len(grades()) == 2


def test_where_no_grade_asks_for_pieces_it_is_recorded_as_before(sqlite):
    crew.begun()
    learning.listed(ladder=False)
    row = {"worker": "QC01", "trade": "knitting", "since": "2026-10-01", "grade": "maker"}
    done("grade", contracts.VERBS["grade"], trainer(), [row])
    assert [row[1] for row in grades()] == ["maker"]


def test_a_piece_that_a_grade_rests_on_is_not_taken_back(here):
    learning.judged(trainer(), "QC01", "knitting-flat")
    piece, _ = learning.judged(trainer(), "QC01", "linking")
    with pytest.raises(StillNeeded):
        record([voided(piece, "another's piece")], "cusco", here.hand)


@pytest.mark.parametrize("judge", ["QC01", "G1"])
def test_neither_the_maker_nor_the_prison_judges(here, judge):
    crew.headquarters().put([Staff(staff="G1", of="prison", languages=["es"])], "hq")
    with pytest.raises(NotAJudge, match="Ask the trainer"):
        learning.judged(trainer(), "QC01", "linking", judge=judge)


def test_what_was_seen_is_sealed_and_speaks_of_the_piece(sqlite, tmp_path):
    crew.begun(keys := crew.names(tmp_path))
    learning.listed()
    at = crew.at("trainer", "T1")
    with pytest.raises(Locked):
        learning.judged(at, "QC01", "linking", seen="Even seams.")
    open_ = type(at)(at.hand, at.site, at.day, keys)
    with pytest.raises(ListedTerm):
        learning.judged(open_, "QC01", "linking", seen="A murderer's hand.")
    (piece, *_) = learning.judged(open_, "QC01", "linking", seen="Even seams.")
    assert "seams" not in piece.seen != ""


def test_a_technique_that_nobody_lists_is_refused_with_the_nearest(here):
    with pytest.raises(NoSuchTechnique, match=r'"linkin".*linking'):
        learning.judged(trainer(), "QC01", "linkin")
    with pytest.raises(NoSuchTechnique):
        learning.do(
            crew.headquarters(),
            "set-grade-needs",
            {"trade": "weaving", "grade": "a", "number": "1", "techniques": "warp"},
        )


@pytest.mark.parametrize(
    ("worker", "more", "fault"),
    [
        ("QC09", {}, NotPresent),
        ("QC01", {"day": "2026-12-01"}, NotYet),
        ("QC01", {"reached": "perfect"}, BadRows),
    ],
)
def test_bad_input_is_refused_and_nothing_is_recorded(here, worker, more, fault):
    with pytest.raises(fault):
        learning.do(
            trainer(), "assess", {"worker": worker, "technique": "linking", "reached": "alone", **more}
        )
    assert not Assessed.objects.exists()
