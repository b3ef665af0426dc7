from pathlib import Path

import pytest

import stocked
from actions import test_salesin
from actions.test_salesin import bring
from exported import ITEMS, PAYMENTS, TRANSACTIONS, item, payment, shopify
from jornal.actions.correcting import take_back
from jornal.actions.soldpaid import named
from jornal.facts.sales import Refund, Sale
from peopled import do


@pytest.fixture
def shop(sqlite) -> None:
    test_salesin.begun()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shop - Order 1001", ["Shop - Order 1001", "#Shop - Order 1001", "1001", "#1001"]),
        ("#1001", ["1001", "#1001"]),
        ("Alpaca shawl", []),
        ("", []),
    ],
)
def test_what_may_be_the_number_of_an_order(text: str, names: list[str]):
    assert named(text) == names


def test_a_fee_and_a_tip_of_goods_that_wait_for_a_name_wait_with_them(shop: None, tmp_path: Path):
    goods = [item("T1", "Mug", 1, "30.00", sku="S9")]
    row = {
        "Date": "10/17/2026", "Gross Sales": "$30.00", "Net Sales": "$30.00", "Tip": "$2.00",
        "Total Collected": "$32.00", "Fees": "-$0.93", "Transaction ID": "T1", "Description": "Mug",
        "Event Type": "Payment",
    }  # fmt: skip
    bring(tmp_path, goods, ITEMS, currency="USD", country="DK")
    bring(tmp_path, [row], TRANSACTIONS, currency="USD", country="DK")
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "S9", "product": "sweater"})
    assert [(sale.fee, sale.tip) for sale in Sale.objects.current()] == [(93, 200)]
    again = bring(tmp_path, goods, ITEMS, currency="USD", country="DK")
    assert (again.new, again.refused, len(again.here)) == ([], [], 1)


def test_a_payment_of_goods_and_their_tip_is_no_second_sale(shop: None, tmp_path: Path):
    bring(tmp_path, shopify("#1001", [("SHAWL", 2, "45.00"), ("TIP", 1, "5.00")]))
    look = bring(tmp_path, [payment("ch_1", "95.00", Description="Order 1001", Fee="1.55")], PAYMENTS)
    assert ([one.same for one in look.payments], look.unnamed, look.sums["EUR"].difference) == ([True], [], 0)
    assert [(sale.fee, sale.tip) for sale in Sale.objects.current()] == [(155, 500)]


def test_a_till_that_told_its_payment_first_is_not_refused_its_goods(shop: None, tmp_path: Path):
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "Mug", "product": "sweater"})
    row = {
        "Date": "10/17/2026", "Gross Sales": "$30.00", "Net Sales": "$30.00", "Tip": "$2.00", "Fees": "-$0.93",
        "Total Collected": "$32.00", "Transaction ID": "T1", "Description": "Mug x 1", "Event Type": "Payment",
    }  # fmt: skip
    bring(tmp_path, [row], TRANSACTIONS, currency="USD", country="DK")
    look = bring(tmp_path, [item("T1", "Mug", 1, "30.00")], ITEMS, currency="USD", country="DK")
    assert (look.refused, look.new, len(look.here)) == ([], [], 1)
    assert [(sale.fee, sale.tip) for sale in Sale.objects.current()] == [(93, 200)]


def test_a_tip_told_and_given_back_in_one_export_leaves_nothing_for_the_next(shop: None, tmp_path: Path):
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "Mug", "product": "sweater"})
    goods = [item("T1", "Mug", pieces, "30.00", payment=name) for pieces, name in ((1, "P1"), (-1, "R1"))]
    bring(tmp_path, goods, ITEMS, currency="USD", country="DK")
    paid_ = {
        "Date": "10/17/2026", "Gross Sales": "$30.00", "Net Sales": "$30.00", "Tip": "$2.00", "Fees": "-$0.93",
        "Total Collected": "$32.00", "Transaction ID": "T1", "Description": "Mug x 1", "Event Type": "Payment",
    }  # fmt: skip
    back = paid_ | {
        "Gross Sales": "-$30.00", "Net Sales": "-$30.00", "Tip": "-$2.00", "Fees": "$0.00", "Event Type": "Refund",
        "Total Collected": "-$32.00", "Payment ID": "R1",
    }  # fmt: skip
    for _ in range(2):
        look = bring(tmp_path, [paid_, back], TRANSACTIONS, currency="USD", country="DK")
        assert (look.lost, look.sums["USD"].difference) == ([], 0)
        assert sorted((one.amount, one.tip) for one in Refund.objects.all()) == [(0, 200), (3000, 0)]


PASTED = {
    "Date": "10/17/2026", "Gross Sales": "$30.00", "Net Sales": "$30.00", "Tip": "$0.00", "Fees": "-$0.93",
    "Total Collected": "$30.00", "Transaction ID": "T1", "Description": "Mug x 1", "Event Type": "Payment",
}  # fmt: skip


def test_a_row_pasted_twice_never_makes_an_order_more_than_was_paid_for_it(shop: None, tmp_path: Path):
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "Mug", "product": "sweater"})
    twice = [item("T1", "Mug", 1, "30.00")] * 2
    bring(tmp_path, [PASTED], TRANSACTIONS, currency="USD", country="DK")
    look = bring(tmp_path, twice, ITEMS, currency="USD", country="DK")
    ((order, why),) = look.refused
    assert (order.number, str(why.facts["lines"]), str(why.facts["total"])) == (
        "T1",
        "60.00 USD",
        "30.00 USD",
    )
    assert [(sale.quantity, sale.price, sale.total) for sale in Sale.objects.current()] == [(1, 3000, 3000)]
    again = bring(tmp_path, twice[:1], ITEMS, currency="USD", country="DK")
    assert (again.new, again.refused, len(again.here), again.sums["USD"].difference) == ([], [], 1, 0)


def test_goods_that_wait_for_a_name_are_held_to_what_was_paid_as_well(shop: None, tmp_path: Path):
    bring(tmp_path, [PASTED], TRANSACTIONS, currency="USD", country="DK")
    look = bring(tmp_path, [item("T1", "Mug", 1, "30.00")] * 2, ITEMS, currency="USD", country="DK")
    assert ([order.number for order, _ in look.refused], look.new_unnamed) == (["T1"], 0)


def test_a_row_pasted_twice_before_the_payments_is_told_by_them_and_can_be_taken_back(
    shop: None, tmp_path: Path
):
    do(stocked.seller(), "name-goods", {"channel": "square", "goods": "Mug", "product": "sweater"})
    bring(tmp_path, [item("T1", "Mug", 1, "30.00")] * 2, ITEMS, currency="USD", country="DK")
    (told,) = bring(tmp_path, [PASTED], TRANSACTIONS, currency="USD", country="DK").payments
    assert (told.same, told.recorded) == (False, 6000)
    where = {"channel": "square", "order": "T1", "line": "2"}
    take_back(stocked.hq("hq_operations", "H1"), "sale", where, "pasted twice")
    again = bring(tmp_path, [PASTED], TRANSACTIONS, currency="USD", country="DK")
    assert (len(again.here), [sale.fee for sale in Sale.objects.current()]) == (1, [93])
