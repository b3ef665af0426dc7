"""What the tables of skills take, and what no hand and no program gets into them."""

from datetime import date

import pytest

import crew
from jornal.facts import skills
from jornal.facts.skills import Assessed, GradeNeeds, Technique
from jornal.journal.canon import NotCanonical
from jornal.journal.columns import Sealed
from jornal.journal.fact import kinds
from jornal.journal.record import AlreadyRecorded, record

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


def judged(**more):
    said = {
        "worker": "QC01",
        "technique": "linking",
        "day": DAY,
        "site": "cusco",
        "reached": "alone",
        "judge": "T1",
    }
    return Assessed(**{**said, **more})


def test_one_piece_a_day_of_a_technique_is_judged_once(hand):
    record([judged(), judged(technique="finishing"), judged(worker="QC02")], "cusco", hand)
    with pytest.raises(AlreadyRecorded, match="assessed QC01, linking, 2026-10-05"):
        record([judged(reached="can_teach")], "cusco", hand)


@pytest.mark.parametrize(
    "fact",
    [
        judged(reached="excellent"),
        judged(judge=""),
        GradeNeeds(trade="knitting", grade="maker", number=1, techniques=["linking"], least="not_yet"),
        Technique(technique="linking", label="Linking", number="first"),
    ],
)
def test_a_value_that_is_none_of_those_there_are_is_refused(hand, fact):
    with pytest.raises(NotCanonical):
        record([fact], "cusco", hand)


def test_what_was_seen_is_all_that_is_sealed():
    mine = [kind for kind in kinds().values() if kind.__module__ == skills.__name__]
    sealed = {f"{kind.KIND}.{one.name}" for kind in mine for one in kind.content() if isinstance(one, Sealed)}
    assert sealed == {"assessed.seen"}
