"""An order that was changed says what it no longer fits, and what to do about it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import stocked
from actions import test_deliveries, test_milestones
from jornal.actions.orderchanged import DeliveredDearer, DeliveredMore, NoLongerTheWhole, PaidOver, changed
from jornal.facts.sales import Sale
from peopled import do

SMALLER = {
    "order": "c-1",
    "line": "1",
    "product": "sweater",
    "at": "cusco",
    "quantity": "1",
    "price": "20000",
}


def kinds(order: str) -> list[type]:
    return [type(one) for one in changed([order]).get(order, [])]


@pytest.mark.usefixtures("database")
def test_milestones_that_no_longer_come_to_their_order_are_told_until_they_are_set_anew():
    test_milestones.commissioned()
    do(stocked.seller(), "set-milestones", *test_milestones.PARTS)
    assert changed() == {}
    do(stocked.seller(), "add-line", {**SMALLER, "quantity": "3"})
    (says,) = changed()["c-1"]
    assert isinstance(says, NoLongerTheWhole)
    assert "600.00 PEN" in str(says)
    assert "400.00 PEN" in str(says)
    do(stocked.seller(), "set-milestones", {**test_milestones.PARTS[2], "amount": "30000"})
    assert changed() == {}


def test_more_paid_than_the_order_comes_to_is_told(sqlite):
    test_milestones.commissioned()
    do(stocked.seller(), "set-milestones", *test_milestones.PARTS)
    for number in ("1", "2"):
        do(stocked.seller(), "meet-milestone", {"order": "c-1", "number": number, "what": "paid"})
    do(stocked.seller(), "add-line", {**SMALLER, "price": "24000"})
    assert kinds("c-1") == [PaidOver]
    do(stocked.seller(), "add-line", {**SMALLER, "quantity": "2", "price": "25000"})
    assert kinds("c-1") == [NoLongerTheWhole]


def test_what_was_delivered_before_a_change_is_told(sqlite):
    code = test_deliveries.ordered()
    test_deliveries.delivered(code)
    assert kinds("o-1") == []
    do(stocked.seller(), "add-line", {**test_deliveries.LINE, "quantity": "3", "price": "95000"})
    assert kinds("o-1") == [DeliveredMore, DeliveredDearer]
    test_deliveries.delivered(code)
    assert Sale.objects.count() == 1


def test_many_orders_take_as_many_queries_as_one(sqlite):
    test_milestones.commissioned()
    do(stocked.seller(), "set-milestones", *test_milestones.PARTS)
    with CaptureQueriesContext(connection) as few:
        changed()
    for number in range(2, 6):
        name = f"c-{number}"
        do(stocked.seller(), "place-order", {**test_milestones.ORDER, "order": name})
        do(stocked.seller(), "add-line", {**SMALLER, "order": name, "quantity": "2"})
        do(stocked.seller(), "set-milestones", *({**part, "order": name} for part in test_milestones.PARTS))
    with CaptureQueriesContext(connection) as many:
        changed()
    assert len(many) == len(few)
