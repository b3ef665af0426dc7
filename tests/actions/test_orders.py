"""Orders: an honest week or no and why; changed until the day that was agreed."""

from datetime import date, timedelta

import pytest

import making
from jornal.actions.abroad import OtherCurrency
from jornal.actions.orders import CutOff, NotPriced, TooLate
from jornal.actions.quoting import Empty, NoBecause, NoSuchOrder, NotAdmitted, promised
from jornal.actions.verb import BadRows
from jornal.facts.orders import OrderConfirmed, OrderLine
from making import COST, at_three_quarters
from offices import office
from peopled import do

ORDER = {
    "order": "o1", "customer": "A shop", "wanted_on": "2026-12-31", "cutoff_on": "2026-11-06", "currency": "PEN",
    "country": "DK",
}  # fmt: skip
LINE = {"order": "o1", "line": "1", "product": "sweater", "at": "cusco", "quantity": "5", "price": "20000"}


def placed(*, measured: bool = True, **more: str):
    here = making.begun()
    if measured:
        at_three_quarters(here)
    hq = making.headquarters()
    do(hq, "set-cost", COST)
    do(hq, "place-order", {**ORDER, **more})
    do(hq, "add-line", LINE)
    return hq


@pytest.mark.usefixtures("database")
def test_an_order_is_promised_for_the_earliest_honest_week_with_its_whole_sum():
    hq = placed()
    for _ in range(2):
        do(hq, "confirm-order", {"order": "o1"})
    found = OrderConfirmed.objects.get()
    assert (found.week, found.book) == (date(2026, 11, 9), "hq")
    assert found.sums["cusco"] | {"weeks": len(found.sums["cusco"]["weeks"])} == {
        "wanted": "3905/2", "booked": "3605", "stops": "0", "efficiency": "3/4", "weeks": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "week", "says"),
    [
        ({"wanted_on": "2026-11-14"}, "", "by 2026-11-14 only 12 h are free.*begins on 2026-11-09"),
        ({}, "2026-11-02", "begins on 2026-11-09"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_an_order_beyond_it_cannot_be_confirmed_and_is_told_why(more, week, says):
    hq = placed(**more)
    with pytest.raises(NoBecause, match=f"no, because it takes 33 h.*{says}"):
        do(hq, "confirm-order", {"order": "o1", "week": week})
    assert not OrderConfirmed.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_what_was_never_measured_is_not_promised():
    with pytest.raises(NoBecause, match="has not been measured yet"):
        do(placed(measured=False), "confirm-order", {"order": "o1"})


@pytest.mark.usefixtures("sqlite")
def test_more_than_a_year_of_work_is_refused():
    hq = placed()
    do(hq, "add-line", {**LINE, "quantity": "10000"})
    with pytest.raises(NoBecause, match="cannot make that within a year"):
        do(hq, "confirm-order", {"order": "o1"})


@pytest.mark.usefixtures("sqlite")
def test_a_line_is_changed_until_the_cut_off_day_and_not_after():
    hq = placed()
    do(hq, "add-line", {**LINE, "quantity": "4", "why": "one fewer"})
    assert [(one.quantity, one.why) for one in OrderLine.objects.current()] == [(4, "one fewer")]
    late = making.headquarters(date(2026, 11, 7))
    with pytest.raises(CutOff, match="could be changed until 2026-11-06"):
        do(late, "add-line", LINE)
    assert do(late, "add-line", {**LINE, "quantity": "4"})  # the same again changes nothing


@pytest.mark.usefixtures("sqlite")
def test_a_promised_order_grows_only_within_its_week():
    hq = placed()
    do(hq, "confirm-order", {"order": "o1"})
    do(hq, "add-line", {**LINE, "quantity": "12"})
    with pytest.raises(NoBecause):
        do(hq, "add-line", {**LINE, "quantity": "13"})


@pytest.mark.usefixtures("sqlite")
def test_the_second_order_waits_behind_the_first():
    hq = placed()
    do(hq, "add-line", {**LINE, "quantity": "12"})
    do(hq, "confirm-order", {"order": "o1"})
    do(hq, "place-order", {**ORDER, "order": "o2"})
    do(hq, "add-line", {**LINE, "order": "o2"})
    assert promised(hq, "o2")["cusco"].week == date(2026, 11, 9) + timedelta(weeks=1)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**LINE, "order": "o9"}, NoSuchOrder),
        ({**LINE, "line": "2", "price": "15707"}, NotPriced),
        ({**LINE, "line": "2", "at": "lima"}, NotPriced),
        ({**LINE, "line": "2", "quantity": "-1"}, BadRows),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_line_that_cannot_be_is_refused(row, fault):
    hq = placed(measured=False)
    with pytest.raises(fault):
        do(hq, "add-line", row)


@pytest.mark.usefixtures("sqlite")
def test_an_order_taken_back_line_by_line_has_nothing_to_promise():
    hq = placed()
    do(hq, "add-line", {**LINE, "quantity": "0"})
    with pytest.raises(Empty):
        do(hq, "confirm-order", {"order": "o1"})
    with pytest.raises(BadRows, match="before the day it is wanted"):
        do(hq, "place-order", {**ORDER, "order": "o3", "cutoff_on": "2026-12-31"})


@pytest.mark.usefixtures("sqlite")
def test_nothing_is_promised_to_a_place_whose_law_refuses_it():
    hq = placed(country="US")
    with pytest.raises(
        NotAdmitted, match="the United States refuses goods made in prison: Tariff Act of 1930"
    ):
        do(hq, "confirm-order", {"order": "o1"})
    assert not OrderConfirmed.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_a_price_is_held_to_the_cost_in_one_currency_alone():
    with pytest.raises(OtherCurrency, match="known in PEN, and order o1 pays in DKK"):
        placed(currency="DKK")
    assert not OrderLine.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_an_order_may_shrink_when_people_left_and_may_not_grow():
    hq = placed()
    do(hq, "add-line", {**LINE, "quantity": "12"})
    do(hq, "confirm-order", {"order": "o1"})
    here = office(day=making.crew.TODAY)
    for worker in ("QC01", "QC02", "QC03", "QC04"):
        do(here, "leave", {"worker": worker, "reason": "own_choice", "day": "2026-10-30"})
    with pytest.raises(NoBecause):
        do(hq, "add-line", {**LINE, "quantity": "13"})
    do(hq, "add-line", {**LINE, "quantity": "3"})
    do(hq, "add-line", {**LINE, "quantity": "0"})


@pytest.mark.usefixtures("sqlite")
def test_a_promised_order_grows_by_what_is_made_of_it_already():
    hq = placed()
    do(hq, "add-line", {**LINE, "quantity": "12"})
    do(hq, "confirm-order", {"order": "o1"})
    here = office(day=making.crew.TODAY)
    making.made(here, making.opened(here, order="o1"), number="2")
    do(hq, "add-line", {**LINE, "quantity": "14"})


@pytest.mark.parametrize(
    ("week", "fault", "says"),
    [
        ("2026-11-11", BadRows, "named by its Monday"),
        ("2026-12-28", TooLate, "wanted by 2026-12-31, and the week that begins on 2026-12-28 ends after it"),
    ],
)
@pytest.mark.usefixtures("sqlite")
def test_no_promise_is_made_for_a_week_that_is_none_or_too_late(week, fault, says):
    hq = placed()
    with pytest.raises(fault, match=says):
        do(hq, "confirm-order", {"order": "o1", "week": week})


@pytest.mark.usefixtures("sqlite")
def test_a_promise_is_made_anew_for_another_week_and_looked_at_again():
    hq = placed()
    for week in ("", "2026-11-16", ""):
        do(hq, "confirm-order", {"order": "o1", "week": week})
    (found,) = OrderConfirmed.objects.current()
    assert (found.week, OrderConfirmed.objects.count()) == (date(2026, 11, 16), 2)
    with pytest.raises(NoBecause):
        do(hq, "confirm-order", {"order": "o1", "week": "2026-11-02"})
