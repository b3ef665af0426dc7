from pathlib import Path

from exported import SHOPIFY, TRANSACTIONS, file, shopify
from jornal.sheets import sales, says


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
