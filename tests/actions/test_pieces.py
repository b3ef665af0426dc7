"""Pieces counted, rejected with their cause, and paid after all when sold."""

import pytest

import crew
from crew import do
from jornal.actions.given import NotYet
from jornal.actions.pieces import MoreThanGood, NotADecider, NotCounted, NotRejected
from jornal.actions.present import NotPresent
from jornal.actions.verb import BadRows
from jornal.facts.pieces import Pieces, Rejected
from jornal.reads import pieces
from jornal.units.periods import month
from offices import granted

DAY = "2026-10-05"
SOLES = {"worker": "QC01", "day": DAY, "operation": "sole"}


def read(worker: str = "QC01") -> list[tuple[int, int, int]]:
    """Good, rejected but paid, rejected and unpaid."""
    found = pieces.pieces("cusco", month("2026-10"))
    return [(one.good, one.rejected_paid, one.rejected_unpaid) for one in found.get(worker, [])]


def refused(here, **said: str) -> list:
    return do(here, "reject", {**SOLES, "count": "3", "cause": "worker", "heard": "yes", **said})


@pytest.mark.usefixtures("database")
def test_pieces_of_many_workers_are_counted_at_once():
    here = crew.begun()
    do(
        here,
        "count",
        {**SOLES, "good": "20", "rework": "2"},
        {**SOLES, "worker": "QC02", "good": "18", "lot": "L7"},
    )
    assert list(Pieces.objects.order_by("worker").values_list("worker", "good", "rework", "lot")) == [
        ("QC01", 20, 2, ""),
        ("QC02", 18, 0, "L7"),
    ]
    assert read() == [(20, 0, 0)]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**SOLES, "good": "-1"}, BadRows),
        ({**SOLES, "good": "2.5"}, BadRows),
        ({**SOLES, "operation": "", "good": "1"}, BadRows),
        ({**SOLES, "worker": "QC09", "good": "1"}, NotPresent),
        ({**SOLES, "day": "2026-10-31", "good": "1"}, NotYet),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_count_that_cannot_be_is_refused(row, fault):
    with pytest.raises(fault):
        do(crew.begun(), "count", row)


@pytest.mark.parametrize(
    ("cause", "heard", "sold", "unpaid"),
    [
        ("worker", "yes", "no", 3),
        ("worker", "no", "no", 0),
        ("worker", "declined", "no", 0),
        ("worker", "yes", "yes", 0),
        ("material", "yes", "no", 0),
        ("machine", "no", "no", 0),
        ("design", "yes", "no", 0),
        ("unknown", "yes", "no", 0),
    ],
)
@pytest.mark.usefixtures("sqlite")
def test_only_her_own_fault_after_she_was_heard_goes_unpaid(cause, heard, sold, unpaid):
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    refused(here, cause=cause, heard=heard, later_sold=sold)
    assert read() == [(20, 3 - unpaid, unpaid)]


@pytest.mark.usefixtures("sqlite")
def test_pieces_that_were_counted_as_good_are_taken_out_once():
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    for _ in range(2):
        refused(here, out_of_good="yes")
    assert read() == [(17, 0, 3)]
    assert Pieces.objects.all().current().get().why == "3 rejected out of them"


@pytest.mark.usefixtures("sqlite")
def test_two_rejections_in_one_set_come_out_of_one_count():
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    row = {**SOLES, "cause": "material", "heard": "yes", "out_of_good": "yes"}
    do(here, "reject", {**row, "count": "3"}, {**row, "count": "4", "number": "2"})
    assert read() == [(13, 7, 0)]


@pytest.mark.usefixtures("sqlite")
def test_more_than_there_are_is_not_taken_out():
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "2"})
    with pytest.raises(MoreThanGood, match="QC01 has 2 good pieces"):
        refused(here, out_of_good="yes")
    assert (read(), Rejected.objects.count()) == ([(2, 0, 0)], 0)


@pytest.mark.usefixtures("sqlite")
def test_what_nobody_counted_is_not_rejected():
    with pytest.raises(NotCounted, match="jornal do count"):
        refused(crew.begun())


@pytest.mark.parametrize("who", ["QC02", "V1", "nobody"])
@pytest.mark.usefixtures("sqlite")
def test_who_is_paid_by_output_or_has_no_such_role_does_not_decide(who):
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    granted("QC02", "quality", "cusco")
    granted("V1", "seller", "cusco")
    with pytest.raises(NotADecider, match="not paid by output"):
        refused(here, decided_by=who)


@pytest.mark.usefixtures("sqlite")
def test_who_decided_is_recorded():
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    refused(here)
    refused(here, number="2", decided_by=crew.reviewer())
    assert list(Rejected.objects.order_by("number").values_list("decided_by", flat=True)) == ["S1", "R1"]


@pytest.mark.usefixtures("sqlite")
def test_rejected_pieces_that_were_sold_are_paid_after_all():
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    refused(here)
    for _ in range(2):
        do(here, "later-sold", {**SOLES, "why": "sold as seconds"})
    assert (read(), Rejected.objects.count()) == ([(20, 3, 0)], 2)


@pytest.mark.usefixtures("sqlite")
def test_what_was_never_rejected_is_not_sold_later():
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    with pytest.raises(NotRejected):
        do(here, "later-sold", SOLES)
