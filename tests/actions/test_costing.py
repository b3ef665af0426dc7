"""Cost sheets: labour first, no rate below the floor, no price below the cost."""

from fractions import Fraction

import pytest

import crew
import making
from jornal.actions.costing import (
    BelowTheFloor,
    NoPrice,
    NothingToPriceBy,
    PriceTooLow,
    wages_of,
)
from jornal.actions.leastrates import against_floor
from jornal.actions.verb import BadRows
from jornal.facts.orders import CostSheet
from jornal.facts.products import Recipe
from making import COST, RECIPE
from peopled import do


def cost(**more: str) -> CostSheet:
    return do(making.headquarters(), "set-cost", {**COST, **more})[0]  # type: ignore[return-value]


@pytest.mark.usefixtures("database")
def test_labour_at_full_cost_stands_first():
    making.begun()
    found = cost()
    assert [(line["head"], line["name"], line["amount"]) for line in found.lines] == [
        ("labour", "knit", 6000),
        ("labour", "link", 1800),
        ("on_labour", "paid rest", 1300),
        ("on_labour", "training", 390),
        ("material", "yarn", 3600),
        ("share", "overhead", 2618),
        ("total", "", 15708),
    ]
    assert (found.book, found.cost, found.currency, found.floor_minute) == ("hq", 15708, "PEN", "")


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"price": "15707"}, PriceTooLow),
        ({"materials": "thread: 1"}, NoPrice),
        ({"factor": "0.9"}, BadRows),
        ({"on_labour": "training: lots"}, BadRows),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_sheet_that_does_not_hold_is_refused(more, fault):
    making.begun()
    with pytest.raises(fault):
        cost(**more)


@pytest.mark.usefixtures("sqlite")
def test_a_piece_rate_below_the_floor_of_its_minutes_is_refused():
    making.begun()
    crew.adopted()
    cost(price="50000")
    with pytest.raises(BelowTheFloor, match=r"knit pays 60\.00 PEN"):
        cost(price="50000", factor="3", since="2026-10-02")


@pytest.mark.usefixtures("sqlite")
def test_time_without_a_rate_costs_at_least_its_floor():
    here = making.begun()
    do(here, "name-operation", {"operation": "fringe", "label": "Fringe", "since": "2026-09-01"})
    do(making.headquarters(), "set-recipe", {**RECIPE, "since": "2026-10-01", "operations": "fringe: 10"})
    with pytest.raises(NothingToPriceBy):
        cost()
    assert cost(minute="12.5").lines[0]["amount"] == 125


@pytest.mark.usefixtures("sqlite")
def test_each_operation_stands_beside_the_floor_that_it_was_held_to():
    making.begun()
    sheet, recipe = cost(), Recipe.objects.get()
    assert [(one.operation, one.rate, one.least) for one in against_floor(sheet, recipe)] == [
        ("knit", Fraction(6000), None),
        ("link", Fraction(1800), None),
    ]
    sheet.floor_minute, sheet.factor = "37/2", "11/10"
    assert against_floor(sheet, recipe)[0].least == Fraction(37, 2) * 300 * Fraction(11, 10)


@pytest.mark.usefixtures("sqlite")
def test_the_wages_in_a_price_are_what_its_operations_pay_and_nothing_beside():
    making.begun()
    assert wages_of(cost()) == Fraction(6000 + 1800, 20000)
