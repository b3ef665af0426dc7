"""What the tables of pieces take, and what no hand and no program gets into them."""

from datetime import date

import pytest

import crew
from jornal.facts.pieces import LocalOperation, OperationAdopted, Pieces, Rejected
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, NotThere, StillNeeded, record, voided

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


def put(hand, *facts):
    return record(facts, "cusco", hand)


def made(**more):
    said = {
        "worker": "QC01",
        "day": DAY,
        "operation": "sole",
        "number": 1,
        "site": "cusco",
        "good": 20,
        "rework": 0,
    }
    return Pieces(**{**said, **more})


def rejected(root, **more):
    said = {"number": 1, "count": 2, "cause": "worker", "decided_by": "R1", "heard": "yes"}
    return Rejected(pieces=root, **{**said, **more})


def test_a_count_is_one_tally_of_an_operation_on_a_day(hand):
    put(hand, made(), made(number=2), made(operation="heel"), made(worker="QC02"))
    with pytest.raises(AlreadyRecorded, match="pieces QC01, 2026-10-05, sole, 1"):
        put(hand, made(good=19))


def test_pieces_are_rejected_of_a_count_that_is_there(hand):
    (count,) = put(hand, made())
    put(hand, rejected(count.root), rejected(count.root, number=2))
    with pytest.raises(AlreadyRecorded):
        put(hand, rejected(count.root, count=3))
    with pytest.raises(NotThere, match="names no pieces"):
        put(hand, rejected(Rejected.objects.first().root, number=3))


def test_a_count_with_rejections_is_not_taken_back(hand):
    (count,) = put(hand, made())
    put(hand, rejected(count.root))
    with pytest.raises(StillNeeded, match="rejected"):
        put(hand, voided(count, "not hers"))


@pytest.mark.parametrize(
    ("name", "value"), [("cause", "lazy"), ("heard", "perhaps"), ("count", 1.5), ("decided_by", "")]
)
def test_a_rejection_has_a_cause_from_the_list_somebody_who_decided_and_whether_she_was_heard(
    hand, name, value
):
    (count,) = put(hand, made())
    with pytest.raises(NotCanonical):
        put(hand, rejected(count.root, **{name: value}))


def test_an_operation_is_named_once_and_gets_its_rate_once(hand):
    (local,) = put(hand, LocalOperation(site="cusco", operation="strap", label="Strap", since=DAY))
    with pytest.raises(AlreadyRecorded):
        put(hand, LocalOperation(site="cusco", operation="strap", label="Straps", since=DAY))
    put(hand, OperationAdopted(local=local.root, day=DAY, operation="strap"))
    with pytest.raises(AlreadyRecorded):
        put(hand, OperationAdopted(local=local.root, day=DAY, operation="buckle"))
