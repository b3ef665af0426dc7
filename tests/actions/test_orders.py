"""Orders: an honest week or no and why; changed until the day that was agreed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import making
from jornal.actions.abroad import OtherCurrency
from jornal.actions.correcting import correct, take_back
from jornal.actions.holds import ByItsVerb
from jornal.actions.orders import CutOff, NotPriced, TooLate
from jornal.actions.quoting import Empty, NoBecause, NoSuchOrder, NotAdmitted, OpinionFirst, promised
from jornal.actions.verb import BadRows
from jornal.facts.orders import OrderConfirmed, OrderLine
from jornal.journal.record import NotCorrectable
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
        "lines": [{"product": "sweater", "pieces": 5, "minutes": "781/2", "part": False}],
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


def opinion(place: str = "GB", name: str = "a", **more: str) -> None:
    row = {"opinion": name, "place": place, "counsel": "C", "given_on": "2026-10-01", "ends_on": "2027-12-31"}
    do(making.headquarters(), "file-opinion", {**row, **more})


@pytest.mark.usefixtures("sqlite")
def test_nothing_is_promised_where_counsel_decides_until_the_opinion_is_on_file():
    hq = placed(country="GB")
    with pytest.raises(OpinionFirst, match=r"the United Kingdom .*without an opinion of counsel"):
        do(hq, "confirm-order", {"order": "o1"})
    opinion(ends_on="2026-11-15")
    with pytest.raises(OpinionFirst, match="until 2026-11-22"):
        do(hq, "confirm-order", {"order": "o1", "week": "2026-11-16"})
    do(hq, "confirm-order", {"order": "o1"})
    assert OrderConfirmed.objects.get().week == date(2026, 11, 9)


@pytest.mark.usefixtures("sqlite")
def test_a_promise_taken_back_for_another_destination_is_looked_at_anew():
    hq = placed()
    do(hq, "confirm-order", {"order": "o1"})
    key = {"order": str(OrderConfirmed.objects.get().order)}
    take_back(hq, "order_confirmed", key, "they moved")
    correct(hq, "order", {"order": "o1", "country": "GB"}, "they moved")
    with pytest.raises(OpinionFirst):
        do(hq, "confirm-order", {"order": "o1"})
    with pytest.raises(ByItsVerb):
        correct(hq, "order_confirmed", {**key, "day": "2026-10-29"}, "it stands again")
    opinion()
    do(hq, "confirm-order", {"order": "o1"})
    assert OrderConfirmed.objects.current().get().week == date(2026, 11, 9)


@pytest.mark.usefixtures("sqlite")
def test_a_promised_order_takes_no_goods_whose_opinion_is_gone_or_never_was():
    hq = placed(country="GB")
    opinion(product="sweater")
    do(hq, "confirm-order", {"order": "o1"})
    do(hq, "name-product", {"product": "vest", "label": "Vest", "since": making.SINCE})
    do(hq, "set-recipe", {**making.RECIPE, "product": "vest"})
    do(hq, "set-cost", {**COST, "product": "vest"})
    vest = {**LINE, "product": "vest", "quantity": "1"}
    for row in ({**vest, "line": "2"}, vest):
        with pytest.raises(OpinionFirst, match="by vest without"):
            do(hq, "add-line", row)
    do(hq, "add-line", {**LINE, "quantity": "6"})
    take_back(hq, "opinion_filed", {"opinion": "a"}, "counsel withdrew it")
    with pytest.raises(OpinionFirst):
        do(hq, "add-line", {**LINE, "quantity": "7"})
    do(hq, "add-line", {**LINE, "quantity": "5"})


def late(day: str = "2026-11-06"):
    """Headquarters the day after the last one for changes, by a clock that says so, on a day that was chosen."""
    return replace(making.headquarters(date.fromisoformat(day)), clock=date(2026, 11, 7))


@pytest.mark.usefixtures("sqlite")
def test_nobody_gets_round_the_last_day_for_changes_by_choosing_an_earlier_day():
    placed()
    for line in ({**LINE, "quantity": "4"}, {**LINE, "quantity": "0"}, {**LINE, "line": "2"}):
        with pytest.raises(CutOff):
            do(late(), "add-line", line)
    with pytest.raises(ByItsVerb, match="add-line"):
        take_back(late(), "order_line", {"order": "o1", "line": "1"}, "not wanted")
    for change in ({"cutoff_on": "2026-12-01"}, {"country": "GB"}, {"wanted_on": "2026-12-24"}):
        with pytest.raises(NotCorrectable, match="last day for changes is over"):
            correct(late(), "order", {"order": "o1", **change}, "they asked")
    with pytest.raises(NotCorrectable, match="last day for changes is over"):
        take_back(late(), "order", {"order": "o1"}, "not wanted")


@pytest.mark.usefixtures("sqlite")
def test_no_week_that_is_over_is_promised_on_a_day_that_was_chosen():
    hq = placed()
    by_then = replace(hq, clock=date(2026, 11, 20))
    do(by_then, "confirm-order", {"order": "o1"})
    found = OrderConfirmed.objects.get()
    assert (found.day, found.week > date(2026, 11, 20)) == (date(2026, 11, 20), True)


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
