"""A site that only makes parts of an order sees the order, what it owes to it at every depth, and what it made."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import making
import setparts
from jornal.actions.partsowed import served_at, with_parts
from jornal.facts.orders import OrderLine
from jornal.journal.record import record
from peopled import do

TODAY = making.crew.TODAY


def told(site: str = "puno") -> list[tuple]:
    return [
        (
            one.of.order,
            len(one.lines),
            [(part.product, part.into, part.pieces, part.begun) for part in one.parts],
        )
        for one in with_parts(TODAY, site)
    ]


@pytest.mark.usefixtures("database")
def test_an_order_whose_parts_alone_are_made_here_does_not_go_unseen():
    here = setparts.begun(2)
    pairs, sweaters = ("pair", ("Family",), 6), ("sweater", ("Family", "Pair"), 14)
    assert told() == [("o7", 0, [(*pairs, 0), (*sweaters, 0)])]
    assert told("cusco") == [("o7", 1, [])]
    assert [len(one.parts) for one in with_parts(TODAY)] == [2]
    assert (served_at("puno", TODAY), served_at("cusco", TODAY), served_at("lima", TODAY)) == (
        {"o7"},
        {"o7"},
        set(),
    )
    do(here, "open-lot", {"product": "sweater", "quantity": "14", "order": "o7", "opened_on": "2026-10-05"})
    assert told()[0][2] == [(*pairs, 0), (*sweaters, 14)]
    assert with_parts(TODAY, "puno")[0].state(TODAY) == "asked"
    setparts.promised(date(2026, 9, 7))
    assert with_parts(TODAY, "puno")[0].state(TODAY) == "late"


@pytest.mark.usefixtures("sqlite")
def test_what_is_ordered_as_it_is_has_its_lots_before_what_goes_into_another():
    here = setparts.begun(1)
    line = {"order": "o7", "product": "sweater", "site": "puno", "quantity": 4, "price": 1}
    record([OrderLine(**line, line=2)], "hq", making.headquarters().hand)
    do(here, "open-lot", {"product": "sweater", "quantity": "6", "order": "o7", "opened_on": "2026-10-05"})
    (order,) = with_parts(TODAY, "puno")
    assert ([one.begun for one in order.lines], [one.begun for one in order.parts]) == ([6], [0, 2])


@pytest.mark.usefixtures("sqlite")
def test_a_line_that_was_taken_out_owes_no_parts():
    setparts.begun(2)
    row = {**making.LINE, "order": "o7", "product": "family", "quantity": "0", "price": "900000"}
    do(making.headquarters(), "add-line", row)
    assert told() == []


@pytest.mark.usefixtures("sqlite")
def test_ten_orders_are_asked_as_one_is():
    setparts.begun()

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            with_parts(TODAY, "puno")
        return len(found)

    one, hq = asked(), making.headquarters()
    for number in range(10, 20):
        do(hq, "place-order", {**making.ORDER, "order": f"o{number}"})
        row = {**making.LINE, "order": f"o{number}", "product": "family", "quantity": "3", "price": "900000"}
        do(hq, "add-line", row)
    assert (asked(), len(told())) == (one, 11)
