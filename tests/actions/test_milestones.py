"""A commission's milestones come to its sum, and each is due when it is reached."""

from datetime import date

import pytest

import making
import stocked
from jornal.actions.milestones import MetAlready, NoSuchMilestone, NotTheWhole, NumberedTwice
from jornal.actions.quoting import NoSuchOrder
from jornal.facts.sales import Milestone
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
    with pytest.raises(NotTheWhole, match=r"comes to 400\.00 PEN, and its milestones to 300\.00 PEN"):
        do(stocked.seller(), "set-milestones", *PARTS[:2])
    with pytest.raises(NoSuchOrder):
        do(stocked.seller(), "set-milestones", {**PARTS[0], "order": "c-9"})
    with pytest.raises(NoSuchMilestone):
        do(stocked.seller(), "meet-milestone", {"order": "c-1", "number": "1", "what": "paid"})


@pytest.mark.usefixtures("sqlite")
def test_parts_are_set_anew_while_nothing_of_them_is_met():
    commissioned()
    do(stocked.seller(), "set-milestones", *PARTS)
    do(stocked.seller(), "set-milestones", *PARTS)
    assert Milestone.objects.count() == 3  # sent twice it is recorded once
    less = [{**PARTS[1], "amount": "0"}, {**PARTS[2], "amount": "20000"}]
    do(stocked.seller(), "set-milestones", PARTS[0], *less)
    assert [(one.number, one.amount) for one in due("c-1")] == [(1, 20000), (3, 20000)]
    do(stocked.seller(), "set-milestones", *PARTS)
    assert [one.amount for one in due("c-1")] == [20000, 10000, 10000]


@pytest.mark.usefixtures("sqlite")
def test_what_was_reached_stays_as_it_is():
    commissioned()
    do(stocked.seller(), "set-milestones", *PARTS)
    do(stocked.seller(), "meet-milestone", {"order": "c-1", "number": "1", "what": "reached"})
    with pytest.raises(MetAlready):
        do(
            stocked.seller(),
            "set-milestones",
            {**PARTS[0], "amount": "10000"},
            {**PARTS[1], "amount": "20000"},
        )
    do(stocked.seller(), "set-milestones", {**PARTS[1], "amount": "5000"}, {**PARTS[2], "amount": "15000"})
    assert [one.amount for one in due("c-1")] == [20000, 5000, 15000]


@pytest.mark.usefixtures("sqlite")
def test_two_parts_under_one_number_are_refused():
    commissioned()
    with pytest.raises(NumberedTwice):
        do(
            stocked.seller(),
            "set-milestones",
            {**PARTS[0], "amount": "20000"},
            {**PARTS[0], "amount": "40000"},
        )
