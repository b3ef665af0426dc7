from pathlib import Path

import pytest

import exported
from exported import AOE, ITEMS, PAYMENTS, SHOPIFY, TRANSACTIONS, file, item, payment, shopify, woo
from jornal.sheets import sales, says
from jornal.sheets.listed import SheetFault


def test_duties_are_a_tax(tmp_path: Path):
    rows = shopify("#1", [("CAP", 1, "20.00")], Taxes="5.00", Duties="2.00", Total="27.00")
    (order,) = sales.read(file(tmp_path, SHOPIFY, rows)).orders
    assert (sum(line.tax for line in order.lines), order.made) == (700, 2700)


def test_two_payments_under_one_number_that_differ_are_looked_at_by_a_person(tmp_path: Path):
    row = {
        "Date": "10/07/2026", "Gross Sales": "$30.00", "Net Sales": "$30.00", "Total Collected": "$30.00",
        "Transaction ID": "T1", "Description": "Mug", "Event Type": "Payment",
    }  # fmt: skip
    other = row | {"Gross Sales": "$31.00", "Net Sales": "$31.00", "Total Collected": "$31.00"}
    read = sales.read(file(tmp_path, TRANSACTIONS, [row, other]), currency="USD")
    assert {one.key for one in read.listed} == {says.ORDER_DIFFERS}


def test_a_refund_of_a_transaction_is_of_the_whole_of_it(tmp_path: Path):
    row = {
        "Date": "10/07/2026", "Gross Sales": "-$30.00", "Net Sales": "-$30.00", "Total Collected": "-$30.00",
        "Transaction ID": "T1", "Payment ID": "R9", "Description": "Mug", "Event Type": "Refund",
    }  # fmt: skip
    (back,) = sales.read(file(tmp_path, TRANSACTIONS, [row]), currency="USD").backs
    assert (back.order, back.reference, back.amount, back.goods) == ("T1", "R9", 3000, "")


def test_woocommerce_has_the_order_on_every_row_and_rounds_its_prices(tmp_path: Path):
    rows = woo(
        "712", [("SHAWL", 3, "33.33")], **{"Order Subtotal Amount": "100.00", "Order Total Amount": "100.00"}
    )
    (order,) = exported.read(
        tmp_path, [dict(row) | {"Item Name": "Shawl &amp; cap &#8211; <b>red</b>"} for row in rows], AOE
    ).orders
    assert (order.made, order.lines[0].gross, order.lines[0].name) == (10000, 10000, "Shawl & cap – red")


def test_woocommerce_in_numbered_columns_and_packed(tmp_path: Path):
    headers = "order_id,order_date,status,order_total,order_currency,shipping_total,shipping_country".split(
        ","
    )
    named = [
        f"Product Item {n} {what}"
        for n in (1, 2)
        for what in ("Name", "SKU", "Quantity", "Total", "Subtotal")
    ]
    cells = ["9", "2026-10-07 09:00", "wc-completed", "115.90", "DKK", "6.00", "DK"]
    two = ["Shawl", "SH", "2", "90.00", "90.00", "Cap", "", "1", "19.90", "19.90"]
    wide = dict(zip([*headers, *named], [*cells, *two], strict=True))
    packed = dict(zip(headers, cells, strict=True)) | {
        "line_item_1": "name:Shawl|product_id:5|sku:SH|quantity:2|total:90.00|sub_total:90.00",
        "line_item_2": "name:Cap|product_id:6|sku:|quantity:1|total:19.90|sub_total:19.90",
    }
    one = exported.read(tmp_path, [wide], [*headers, *named])
    other = exported.read(tmp_path, [packed], [*headers, "line_item_1", "line_item_2"])
    assert one.orders[0].lines == other.orders[0].lines
    assert (exported.sums(one), exported.sums(other)) == ({"DKK": 11590}, {"DKK": 11590})


def test_columns_that_repeat_with_a_number_behind_them(tmp_path: Path):
    headers = "Order ID,Date,Status,Order Total,Currency,Item Name,Quantity,Item Cost"
    headers += ",Item Name(2),Quantity(2),Item Cost(2)"
    cells = ["9", "2026-10-07", "completed", "64.90", "EUR", "Shawl", "1", "45.00", "Cap", "1", "19.90"]
    names = [
        name + ("(1)" if name in ("Item Name", "Quantity", "Item Cost") else "")
        for name in headers.split(",")
    ]
    for spelled in (headers.split(","), names):
        mapped = dict(zip(spelled, cells, strict=True))
        mapped["Order Total Amount"] = mapped.pop("Order Total")
        read = exported.read(tmp_path, [mapped], list(mapped))
        assert exported.sums(read) == {"EUR": 6490}


def test_square_writes_signs_brackets_and_the_month_first(tmp_path: Path):
    rows = [
        item("T1", "Mug", 2, "1236.00", less="3.00", tax="2.88", sku="MUG-1"),
        item("T1", "Print", 1, "12.00"),
        item("T2", "Mug", -1, "18.00", tax="1.44", sku="MUG-1", payment="R1"),
    ]
    read = exported.read(tmp_path, rows, ITEMS, currency="USD")
    (order,) = read.orders
    assert (order.day.isoformat(), order.made, len(order.lines)) == ("2026-10-17", 124788, 2)
    (back,) = read.backs
    assert (back.order, back.goods, back.quantity, back.amount, back.tax, back.reference) == (
        "T2",
        "MUG-1",
        1,
        1944,
        144,
        "R1",
    )


def test_a_file_that_says_no_currency_is_refused_until_it_is_said(tmp_path: Path):
    with pytest.raises(SheetFault, match="--currency"):
        exported.read(tmp_path, [item("T1", "Mug", 1, "18.00")], ITEMS)


def test_a_sign_that_only_one_currency_has_says_it(tmp_path: Path):
    pounds = {name: cell.replace("$", "£") for name, cell in item("T1", "Mug", 1, "18.00").items()}
    assert exported.read(tmp_path, [pounds], ITEMS).orders[0].currency == "GBP"


def test_a_row_whose_net_is_not_gross_less_discount_is_held(tmp_path: Path):
    row = dict(item("T1", "Mug", 1, "18.00")) | {"Net Sales": "$17.00"}
    assert [held.key for held in exported.read(tmp_path, [row], ITEMS, currency="USD").held] == [
        says.LINE_DIFFERS
    ]


def test_dates_in_two_orders_are_refused_with_both_rows(tmp_path: Path):
    rows = [
        item("T1", "Mug", 1, "18.00", date="10/17/2026"),
        item("T2", "Mug", 1, "18.00", date="17/10/2026"),
    ]
    with pytest.raises(SheetFault, match=r"row 3.*row 2"):
        exported.read(tmp_path, rows, ITEMS, currency="USD")


def test_a_square_transaction_has_tip_and_fee(tmp_path: Path):
    row = {
        "Date": "10/07/2026", "Gross Sales": "$30.00", "Discounts": "-$3.00", "Net Sales": "$27.00", "Tax": "$2.16",
        "Tip": "$2.00", "Total Collected": "$31.16", "Fees": "-$0.93", "Transaction ID": "T1", "Payment ID": "P1",
        "Description": "Mug x 2", "Event Type": "Payment", "Transaction Status": "Complete",
    }  # fmt: skip
    read = exported.read(tmp_path, [row], TRANSACTIONS, currency="USD")
    (order,) = read.orders
    assert (order.tip, order.fee, order.made, order.lines[0].quantity, order.lines[0].name) == (
        200,
        93,
        3116,
        2,
        "Mug",
    )
    assert read.completes


def test_stripe_has_fees_refunds_failures_and_currencies_without_decimals(tmp_path: Path):
    rows = [
        payment("ch_1", "45.00", Fee="0.88"),
        payment(
            "ch_2", "500.00", Currency="jpy", **{"Converted Currency": "jpy", "Amount Refunded": "100.00"}
        ),
        payment("ch_3", "9.00", Status="Failed"),
        payment("ch_4", "9.00", Mode="Test"),
        payment("ch_5", "20.00", Fee="0.85", **{"Converted Currency": "usd"}),
        payment("ch_6", "20.00", Status="Refunded", **{"Amount Refunded": "20.00"}),
    ]
    read = exported.read(tmp_path, rows, PAYMENTS)
    assert [
        (order.number, order.currency, order.made, order.fee, order.refunded) for order in read.orders
    ] == [
        ("ch_1", "EUR", 4500, 88, 0),
        ("ch_2", "JPY", 500, 0, 100),
        ("ch_5", "EUR", 2000, 0, 0),
        ("ch_6", "EUR", 2000, 0, 2000),
    ]
    assert exported.keys(read.listed) == [("5", says.LEFT_OUT), ("4", says.NEVER_SOLD)]
    assert [remark.key for remark in read.remarks] == [says.FEE_ELSEWHERE]


def test_a_till_that_sells_a_gift_card_beside_goods_adds_up(tmp_path: Path):
    row = {
        "Date": "2026-10-09", "Gross Sales": "$50.00", "Discounts": "$0.00", "Net Sales": "$50.00",
        "Gift Card Sales": "$25.00", "Tax": "$0.00", "Tip": "$2.00", "Total Collected": "$77.00", "Fees": "-$2.00",
        "Transaction ID": "T10", "Payment ID": "P10", "Description": "Shawl", "Event Type": "Payment",
    }  # fmt: skip
    (order,) = exported.read(tmp_path, [row], TRANSACTIONS, currency="USD").orders
    assert (order.made, order.tip, order.cards, [line.gross for line in order.lines]) == (
        7700,
        200,
        2500,
        [5000],
    )


def test_a_fee_whose_currency_nobody_says_is_not_taken_for_that_of_the_sale(tmp_path: Path):
    headers = [one for one in PAYMENTS if one != "Converted Currency"]
    rows = [payment("ch_1", "31.00", Fee="0.93"), payment("ch_2", "31.00", Fee="0.93", Currency="usd")]
    bare = [{name: cell for name, cell in row.items() if name in headers} for row in rows]
    read = exported.read(tmp_path, bare, headers)
    assert [order.fee for order in read.orders] == [0, 0]
    assert [one.key for one in read.remarks] == [says.FEE_UNSURE] * 2
    assert [order.fee for order in exported.read(tmp_path, bare[:1], headers).orders] == [93]


def test_square_calls_the_price_of_goods_product_sales_where_gross_sales_hold_the_tax(tmp_path: Path):
    row = {**item("T1", "Mug", 1, "8.00", tax="0.62"), "Product Sales": "$8.00", "Gross Sales": "$8.62"}
    (order,) = exported.read(tmp_path, [row], [*ITEMS, "Product Sales"], currency="USD").orders
    assert (order.lines[0].gross, order.made) == (800, 862)
