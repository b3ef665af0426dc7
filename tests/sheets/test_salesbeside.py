from pathlib import Path

import pytest

from exported import PAYMENTS, SHOPIFY, TRANSACTIONS, file, payment, shopify
from jornal.sheets import sales, says
from jornal.sheets.salesbeside import tips_in

TIPPED = (*SHOPIFY, "Tip")
GOODS = [("SHAWL", 1, "45.00")]


def orders(folder: Path, rows, headers=TIPPED, currency: str = ""):
    return sales.read(file(folder, headers, rows), currency=currency)


@pytest.mark.parametrize(
    ("lines", "more", "paid"),
    [
        pytest.param(GOODS, {"Tip": "5.00", "Total": "50.00"}, 5000, id="in the total"),
        pytest.param(GOODS, {"Tip": "5.00"}, 5000, id="beside the total"),
        pytest.param([*GOODS, ("TIP", 1, "5.00")], {"Tip": "5.00"}, 5000, id="as a line and in the column"),
        pytest.param([*GOODS, ("TIP", 1, "5.00")], {}, 5000, id="as a line"),
    ],
)
def test_a_tip_is_kept_apart_from_the_price_of_goods_however_it_is_written(
    tmp_path: Path, lines, more, paid: int
):
    read = orders(tmp_path, shopify("#1", lines, **more))
    (order,) = read.orders
    assert (order.tip, order.sold, order.made, order.total) == (500, 4500, paid, paid)
    assert read.totals["EUR"].file == paid


def test_an_order_whose_tip_does_not_make_its_total_is_held_with_both_sums(tmp_path: Path):
    read = orders(tmp_path, shopify("#1", GOODS, Tip="5.00", Total="52.00"))
    assert ([held.key for held in read.held], read.orders) == ([says.SUM_DIFFERS], ())


@pytest.mark.parametrize(
    ("tip", "currency", "amount", "of_goods"),
    [("3.50", "eur", "48.50", 4500), ("500", "jpy", "5000", 4500), ("", "eur", "48.50", 4850)],
)
def test_a_tip_that_a_payment_tells_of_itself_is_taken_off_its_goods(
    tmp_path: Path, tip: str, currency: str, amount: str, of_goods: int
):
    more = {"Currency": currency, "Converted Currency": currency, "tip (metadata)": tip}
    (order,) = orders(tmp_path, [payment("ch_1", amount, **more)], (*PAYMENTS, "tip (metadata)")).orders
    assert (order.lines[0].gross, order.made) == (of_goods, order.total)


@pytest.mark.parametrize("tip", ["350", "5", "60.00", "-1.00"])
def test_a_tip_of_which_nobody_can_say_what_it_is_holds_its_payment(tmp_path: Path, tip: str):
    row = payment("ch_1", "48.50", **{"tip (metadata)": tip})
    read = orders(tmp_path, [row], (*PAYMENTS, "tip (metadata)"))
    assert ([held.key for held in read.held], read.totals["EUR"].held) == ([says.TIP_UNCLEAR], 4850)


def test_a_gift_card_is_no_tip(tmp_path: Path):
    row = {
        "Date": "2026-10-09", "Gross Sales": "$50.00", "Net Sales": "$50.00", "Gift Card Sales": "$25.00",
        "Tip": "$2.00", "Total Collected": "$77.00", "Transaction ID": "T10", "Description": "Shawl",
        "Event Type": "Payment",
    }  # fmt: skip
    (order,) = orders(tmp_path, [row], TRANSACTIONS, "USD").orders
    assert (order.tip, order.cards, order.sold) == (200, 2500, 5000)


def test_a_tip_among_the_charges_of_an_order_is_no_charge(tmp_path: Path):
    headers = "order_id,date,status,fee_total,order_total,order_currency,line_items,fee_items".split(",")
    packed = "id:1|name:Shawl|product_id:5|sku:SH|quantity:2|subtotal:90.00|total:90.00"
    fees = "id:4|title:Tip|total:5.00|tax_total:0.00;id:5|title:Wrapping|total:2.00"
    cells = ["9", "2026-10-07", "completed", "7.00", "97.00", "DKK", packed, fees]
    (order,) = orders(tmp_path, [dict(zip(headers, cells, strict=True))], headers).orders
    assert (order.tip, order.shipping, order.sold, order.made) == (500, 200, 9200, 9700)
    assert tips_in(fees, ["tip"]) == ["5.00"]


def test_a_tip_without_goods_is_told_and_how_to_record_it(tmp_path: Path):
    row = {
        "Date": "2026-10-09", "Gross Sales": "$0.00", "Net Sales": "$0.00", "Tip": "$5.00", "Total Collected": "$5.00",
        "Transaction ID": "T1", "Event Type": "Payment",
    }  # fmt: skip
    read = orders(tmp_path, [row], TRANSACTIONS, "USD")
    assert [(one.key, dict(one.says)) for one in read.listed] == [(says.TIP_ALONE, {"tip": "5.00 USD"})]
    nothing = row | {"Tip": "$0.00", "Total Collected": "$0.00"}
    assert [one.key for one in orders(tmp_path, [nothing], TRANSACTIONS, "USD").listed] == [says.NO_LINES]


def test_tips_that_nobody_was_named_for_are_tips(tmp_path: Path):
    headers = (*TRANSACTIONS, "Unattributed Tips")
    row = {
        "Date": "2026-10-09", "Gross Sales": "$30.00", "Net Sales": "$30.00", "Tip": "$2.00",
        "Total Collected": "$35.00",
        "Transaction ID": "T1", "Event Type": "Payment", "Description": "Mug", "Unattributed Tips": "$3.00",
    }  # fmt: skip
    (order,) = orders(tmp_path, [row], headers, "USD").orders
    assert (order.tip, order.sold) == (500, 3000)
