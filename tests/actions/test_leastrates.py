"""No piece pays less than the floor of its minutes: when its rate falls, its minutes rise, or the floor does."""

from datetime import date
from fractions import Fraction

import pytest

import crew
import making
from jornal.actions import leastrates
from jornal.actions.costing import PartNotCosted, PriceTooLow, wages_of
from jornal.actions.leastrates import BelowTheFloor
from jornal.actions.orders import NotPriced
from jornal.facts.orders import CostSheet, OrderConfirmed
from jornal.facts.products import Recipe
from jornal.facts.work import RateCard
from making import COST, LINE, ORDER, RECIPE
from peopled import do

RATE = {
    "per": "piece",
    "operation": "knit",
    "layer": "house",
    "since": "2026-12-15",
    "announced_on": "2026-10-30",
}
DEARER = {**LINE, "price": "50000"}


@pytest.fixture
def hq(sqlite):
    """Headquarters, where a sweater is costed against a floor."""
    making.begun()
    crew.adopted()
    do(making.headquarters(), "set-cost", {**COST, "price": "50000"})
    return making.headquarters()


def test_a_rate_does_not_fall_below_the_floor_of_what_is_costed_by_it(hq):
    with pytest.raises(BelowTheFloor, match=r"knit pays 0\.01 PEN a piece"):
        do(crew.headquarters(), "set-rate", {**RATE, "amount": "0.01"})
    do(crew.headquarters(), "set-rate", {**RATE, "operation": "fringe", "amount": "0.01"})
    assert not RateCard.objects.filter(operation="knit", since=date(2026, 12, 15)).exists()


def test_a_rate_that_the_floor_overtook_may_rise_though_it_stays_below(hq, monkeypatch):
    monkeypatch.setattr(leastrates, "highest_floor_minute", lambda *_: Fraction(400))
    with pytest.raises(BelowTheFloor):
        do(crew.headquarters(), "set-rate", {**RATE, "amount": "59.00"})
    (raised,) = do(crew.headquarters(), "set-rate", {**RATE, "amount": "61.00"})
    assert raised.amount == "61.00"


@pytest.mark.parametrize("since", ["2026-09-01", "2026-10-20"])
def test_more_minutes_for_the_same_rate_are_refused(hq, since):
    with pytest.raises(BelowTheFloor, match=r"knit pays 60\.00 PEN"):
        do(hq, "set-recipe", {**RECIPE, "since": since, "operations": "knit: 3000; link: 90.5"})
    assert Recipe.objects.count() == 1


def test_after_the_floor_rose_nothing_is_ordered_or_promised_by_a_rate_it_overtook(hq, monkeypatch):
    do(hq, "place-order", ORDER)
    do(hq, "add-line", DEARER)
    monkeypatch.setattr("jornal.actions.costing.highest_floor_minute", lambda *_: Fraction(40))
    for verb, row in (("add-line", {**DEARER, "quantity": "6"}), ("confirm-order", {"order": "o1"})):
        with pytest.raises(
            BelowTheFloor, match=r"knit pays 60\.00 PEN a piece, and the floor of its minutes is 120\.00 PEN"
        ):
            do(hq, verb, row)
    assert not OrderConfirmed.objects.exists()


def test_an_order_pays_what_its_pieces_cost_today_and_not_what_they_did(hq):
    do(hq, "place-order", ORDER)
    do(crew.headquarters(), "set-rate", {**RATE, "since": "2026-10-15", "amount": "600.00"})
    with pytest.raises(NotPriced, match=r"costs 945\.48 PEN at cusco"):
        do(hq, "add-line", {**DEARER, "price": "20000"})


def test_a_sheet_that_was_mistyped_is_set_again_and_checked_again(hq):
    assert [do(hq, "set-cost", {**COST, "price": price})[0].price for price in ("60000", "60000")] == [
        60000
    ] * 2
    assert CostSheet.objects.count() == 2
    with pytest.raises(PriceTooLow):
        do(hq, "set-cost", {**COST, "price": "1"})


def test_a_set_costs_what_its_parts_cost_and_their_labour_is_labour(hq):
    do(hq, "name-product", {"product": "set", "label": "Set", "since": making.SINCE})
    do(
        hq,
        "set-recipe",
        {"product": "set", "since": making.SINCE, "parts": "sweater: 2", "operations": "link: 5"},
    )
    row = {**COST, "product": "set", "materials": "", "shares": ""}
    with pytest.raises(PriceTooLow, match=r"costs 33\d\.\d\d PEN and would be sold at 330\.00 PEN"):
        do(hq, "set-cost", {**row, "price": "33000"})
    (sheet,) = do(hq, "set-cost", {**row, "price": "40000"})
    assert [line["head"] for line in sheet.lines][:2] == ["labour", "labour"]
    assert wages_of(sheet) == Fraction(1800 + 2 * 7800, 40000)
    for name in ("pair", "hat"):
        do(hq, "name-product", {"product": name, "label": name, "since": making.SINCE})
    do(
        hq,
        "set-recipe",
        {"product": "pair", "since": making.SINCE, "parts": "hat: 2", "operations": "link: 5"},
    )
    with pytest.raises(PartNotCosted, match="hat, a part of pair"):
        do(hq, "set-cost", {**row, "product": "pair", "price": "40000"})


@pytest.mark.parametrize(("amount", "shown"), [(Fraction(6000), "6000"), (Fraction(37, 2), "37/2")])
def test_an_exact_amount_is_read_as_it_is(amount, shown):
    assert leastrates.shown(amount) == shown
