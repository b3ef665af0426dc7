"""What the tables of orders take, and what rests on what."""

import uuid
from datetime import date

import pytest

import crew
from jornal.facts.orders import CostSheet, Order, OrderConfirmed, OrderLine
from jornal.journal.record import AlreadyRecorded, NotThere, StillNeeded, record, voided

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")
EVERY = [
    CostSheet(product="sweater", site="cusco", since=DAY, lines=[], cost=9000, price=20000),
    Order(order="o1", customer="A shop", placed_on=DAY, cutoff_on=DAY, currency="PEN", country="DK"),
    OrderLine(order="o1", line=1, product="sweater", site="cusco", quantity=5, price=20000),
]


@pytest.mark.parametrize("fact", EVERY, ids=lambda fact: fact.KIND)
def test_one_stands_under_its_key_and_no_second(fact):
    again = type(fact)(**{one.name: getattr(fact, one.name) for one in fact.content()})
    hand = crew.office().hand
    record([fact], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([again], "cusco", hand)


def test_a_promise_rests_on_its_order():
    hand = crew.office().hand
    with pytest.raises(NotThere, match="names no order"):
        record([OrderConfirmed(order=uuid.UUID(int=7), day=DAY, week=DAY)], "cusco", hand)
    order = Order(order="o2", customer="A shop", placed_on=DAY, cutoff_on=DAY)
    record([order], "cusco", hand)
    record([OrderConfirmed(order=order.root, day=DAY, week=DAY)], "cusco", hand)
    with pytest.raises(StillNeeded):
        record([voided(order, "a mistake")], "cusco", hand)
