"""Orders as they stand: what is made of each line, by when, and what has become of it."""

from datetime import date, timedelta

import pytest

import making
from jornal.facts.orders import Order, OrderLine
from jornal.reads.orders import TO_SUNDAY, orders
from peopled import do

ORDER = {
    "order": "o1", "customer": "A shop", "wanted_on": "2026-12-31", "cutoff_on": "2026-11-06", "currency": "PEN",
    "country": "DK",
}  # fmt: skip
LINE = {"order": "o1", "line": "1", "product": "sweater", "at": "cusco", "quantity": "5", "price": "20000"}


@pytest.fixture
def here(sqlite):
    found = making.begun()
    making.at_three_quarters(found)
    hq = making.headquarters()
    do(hq, "set-cost", making.COST)
    do(hq, "place-order", ORDER)
    return found


def state(day: date = date(2026, 10, 30)) -> str:
    return orders(only=["o1"])[0].state(day)


def test_an_order_goes_from_empty_to_asked_to_promised_and_late(here):
    hq = making.headquarters()
    assert state() == "empty"
    do(hq, "add-line", LINE)
    assert state() == "asked"
    do(hq, "confirm-order", {"order": "o1"})
    ends = orders()[0].promised.week + TO_SUNDAY
    assert (state(), state(ends), state(ends + timedelta(1))) == ("promised", "promised", "late")


def test_it_is_made_once_so_many_pieces_of_its_lots_are_judged_good(here):
    do(making.headquarters(), "add-line", LINE)
    code = making.opened(here, order="o1")
    making.made(here, code, number="2")
    (line,) = orders()[0].lines
    assert (line.begun, line.good, state()) == (10, 0, "asked")
    do(here, "finish-lot", {"lot": code, "quantity": "10"})
    do(making.judge(), "judge-lot", {"lot": code, "good": "10"})
    assert (orders()[0].lines[0].good, state()) == (10, "made")
    assert [one.lot.code for one in orders()[0].lots] == [code]


def test_a_site_sees_the_orders_that_are_made_there_and_no_line_that_was_taken_out(here):
    hq = making.headquarters()
    do(hq, "add-line", LINE, {**LINE, "line": "2"})
    do(hq, "add-line", {**LINE, "line": "2", "quantity": "0"})
    assert [len(one.lines) for one in orders("cusco")] == [1]
    assert orders("lima") == []
    assert (Order.objects.count(), OrderLine.objects.current().count()) == (1, 2)
