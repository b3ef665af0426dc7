from datetime import date
from pathlib import Path

from exported import ITEMS, TRANSACTIONS, file, item
from jornal.sheets import sales
from jornal.sheets.salesback import together
from jornal.sheets.sold import Back


def test_goods_that_came_back_are_called_as_they_were_sold(tmp_path: Path):
    kind = {"Price Point Name": "Red"}
    rows = [dict(item("T1", "Shawl", pieces, "45.00")) | kind for pieces in (1, -1)]
    read = sales.read(file(tmp_path, ITEMS, rows), currency="USD")
    assert (read.backs[0].goods, read.orders[0].lines[0].name) == ("Shawl - Red", "Shawl - Red")


def test_a_tip_is_given_back_beside_the_amount(tmp_path: Path):
    row = {
        "Date": "10/07/2026", "Gross Sales": "-$30.00", "Net Sales": "-$30.00", "Tip": "-$4.00",
        "Total Collected": "-$34.00", "Transaction ID": "T1", "Payment ID": "R9", "Description": "Mug",
        "Event Type": "Refund",
    }  # fmt: skip
    read = sales.read(file(tmp_path, TRANSACTIONS, [row]), currency="USD")
    assert [(back.amount, back.tip) for back in read.backs] == [(3000, 400)]
    assert read.totals["USD"].given_back == 3400


def test_refunds_of_the_same_goods_under_one_reference_are_one(tmp_path: Path):
    one = Back(3, "T1", "R1", date(2026, 10, 7), "USD", "S1", 1, 4000, 100)
    (both,) = together([one, one._replace(row=4)])
    assert (both.row, both.quantity, both.amount, both.tax) == (3, 2, 8000, 200)
    assert len(together([one, one._replace(reference="R2")])) == 2
