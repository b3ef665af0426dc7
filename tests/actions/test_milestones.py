"""A commission's milestones come to its sum, and each is due when it is reached."""

from datetime import date

import pytest

import making
import stocked
from jornal.actions.milestones import NoSuchMilestone, NotTheWhole
from jornal.actions.quoting import NoSuchOrder
from jornal.reads.milestones import due
from peopled import do

ORDER = {
    "order": "c-1", "customer": "Museum", "placed_on": "2026-10-12", "cutoff_on": "2026-10-30", "currency": "PEN",
    "country": "PE",
}  # fmt: skip
PARTS = [
    {"order": "c-1", "number": "1", "what": "deposit", "amount": "20000", "days": "7"},
    {"order": "c-1", "number": "2", "what": "sample_approved", "amount": "10000"},
    {"order": "c-1", "number": "3", "what": "delivered", "amount": "10000", "days": "30"},
]


def commissioned() -> None:
    making.begun()
    do(making.headquarters(), "set-cost", making.COST)
    do(stocked.seller(), "place-order", ORDER)
    line = {
        "order": "c-1",
        "line": "1",
        "product": "sweater",
        "at": "cusco",
        "quantity": "2",
        "price": "20000",
    }
    do(stocked.seller(), "add-line", line)


@pytest.mark.usefixtures("database")
def test_a_part_is_due_so_many_days_after_it_was_reached():
    commissioned()
    do(stocked.seller(), "set-milestones", *PARTS)
    do(
        stocked.seller(),
        "meet-milestone",
        {"order": "c-1", "number": "1", "what": "reached", "day": "2026-10-12"},
    )
    first, second, _ = due("c-1")
    assert (first.due_on, second.due_on) == (date(2026, 10, 19), None)
    assert [one.open_on(date(2026, 10, 19)) for one in (first, second)] == [True, False]
    do(
        stocked.seller(),
        "meet-milestone",
        {"order": "c-1", "number": "1", "what": "paid", "day": "2026-10-20"},
    )
    assert not due()[0].open_on(date(2026, 10, 30))


@pytest.mark.usefixtures("sqlite")
def test_parts_come_to_the_whole():
    commissioned()
    with pytest.raises(NotTheWhole, match="comes to 40000, and its milestones to 30000"):
        do(stocked.seller(), "set-milestones", *PARTS[:2])
    with pytest.raises(NoSuchOrder):
        do(stocked.seller(), "set-milestones", {**PARTS[0], "order": "c-9"})
    with pytest.raises(NoSuchMilestone):
        do(stocked.seller(), "meet-milestone", {"order": "c-1", "number": "1", "what": "paid"})
