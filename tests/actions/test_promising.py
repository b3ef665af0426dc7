"""A promise with its parts: counted in its week, in what is booked and in what is said where it does not fit."""

from dataclasses import replace
from fractions import Fraction

import pytest

import making
from jornal.actions.capacity import earliest
from jornal.actions.quoting import NoBecause, promised, quoted
from jornal.facts.orders import OrderConfirmed
from making import COST, LINE, ORDER
from offices import office
from peopled import do

PIECE = Fraction("390.5")
PAIR = {**LINE, "product": "pair", "quantity": "2", "price": "40000"}


@pytest.fixture
def hq(sqlite):
    """Headquarters with an order of two pairs of sweaters, each linked in five minutes."""
    making.at_three_quarters(making.begun())
    hq = making.headquarters()
    do(hq, "name-product", {"product": "pair", "label": "Pair", "since": making.SINCE})
    recipe = {"product": "pair", "since": making.SINCE, "parts": "sweater: 2", "operations": "link: 5"}
    do(hq, "set-recipe", recipe)
    do(hq, "set-cost", COST)
    do(hq, "set-cost", {**COST, "product": "pair", "price": "40000", "materials": ""})
    do(hq, "place-order", ORDER)
    do(hq, "add-line", PAIR)
    return hq


def booked(hq) -> Fraction:
    return earliest(replace(hq, site="cusco"), Fraction(0)).booked


def test_a_set_is_promised_with_the_minutes_of_its_parts_and_their_arithmetic_is_kept(hq):
    assert promised(hq, "o1")["cusco"].wanted == 2 * 5 + 4 * PIECE
    before = booked(hq)
    do(hq, "confirm-order", {"order": "o1"})
    assert OrderConfirmed.objects.get().sums["cusco"]["lines"] == [
        {"product": "pair", "pieces": 2, "minutes": "5", "part": False},
        {"product": "sweater", "pieces": 4, "minutes": "781/2", "part": True},
    ]
    assert booked(hq) == before + 10 + 4 * PIECE


def test_no_because_names_the_hours_of_the_parts(hq):
    do(hq, "place-order", {**ORDER, "order": "o2", "wanted_on": "2026-11-14", "cutoff_on": "2026-11-06"})
    do(hq, "add-line", {**PAIR, "order": "o2"})
    says = r"it takes 27 h \(27 h of them for the parts that go into it\)"
    assert isinstance(quoted(hq, "o2").no, NoBecause)
    with pytest.raises(NoBecause, match=says):
        do(hq, "confirm-order", {"order": "o2"})


def test_a_promised_set_grows_only_as_far_as_its_parts_fit(hq):
    do(hq, "confirm-order", {"order": "o1"})
    do(hq, "add-line", {**PAIR, "quantity": "6"})
    with pytest.raises(NoBecause, match="for the parts that go into it"):
        do(hq, "add-line", {**PAIR, "quantity": "60"})
    do(hq, "add-line", {**PAIR, "quantity": "1"})


def test_parts_that_are_made_for_the_order_are_made_and_parts_for_the_store_are_not(hq):
    do(hq, "confirm-order", {"order": "o1"})
    before, here = booked(hq), office(day=making.crew.TODAY)
    making.made(here, making.opened(here, order="o1", quantity="3"), "3", number="2")
    assert booked(hq) == before - 3 * PIECE
    making.made(here, making.opened(here, quantity="2"), "2", number="3")
    assert booked(hq) == before - 3 * PIECE


def test_more_parts_than_the_order_needs_leave_its_other_work_as_it_is(hq):
    do(hq, "confirm-order", {"order": "o1"})
    before, here = booked(hq), office(day=making.crew.TODAY)
    making.made(here, making.opened(here, order="o1", quantity="9"), "9", number="2")
    assert booked(hq) == before - 4 * PIECE
