from pathlib import Path

import pytest

from exported import ITEMS, SHOPIFY, file, item, shopify, written
from jornal.sheets import sales, says
from jornal.sheets.salestwice import numbered
from jornal.sheets.sold import Line

SHAWL, CAP = item("T1", "Shawl", 1, "45.00"), item("T1", "Cap", 1, "20.00")
OTHER = item("T2", "Cap", 1, "20.00")


def read(folder: Path, rows, headers=ITEMS):
    return sales.read(file(folder, headers, rows), currency="USD")


def pieces(found) -> dict[str, list[str]]:
    return {order.number: [line.name for line in order.lines] for order in found.orders}


@pytest.mark.parametrize(
    ("rows", "of_t1"),
    [
        pytest.param([SHAWL, SHAWL, OTHER], ["Shawl", "Shawl"], id="two pieces rung up one by one"),
        pytest.param([SHAWL, CAP, SHAWL, OTHER], ["Cap", "Shawl", "Shawl"], id="another between them"),
        pytest.param([SHAWL, SHAWL], ["Shawl", "Shawl"], id="alone in the file"),
        pytest.param([SHAWL, CAP, OTHER, SHAWL, CAP], ["Cap", "Shawl"], id="the transaction pasted again"),
        pytest.param([SHAWL, SHAWL, OTHER, SHAWL, SHAWL, OTHER], ["Shawl", "Shawl"], id="all of it again"),
        pytest.param(
            [SHAWL, CAP, SHAWL, CAP, OTHER], ["Cap", "Shawl"], id="where two exports were put together"
        ),
        pytest.param([SHAWL, SHAWL, OTHER, SHAWL], ["Shawl", "Shawl"], id="an overlap cut short"),
    ],
)
def test_rows_alike_count_as_often_as_they_stand_together(tmp_path: Path, rows, of_t1: list[str]):
    found = read(tmp_path, rows)
    assert sorted(pieces(found)["T1"]) == sorted(of_t1)
    assert found.rows == len(rows) == len(found.repeated) + sum(len(one.lines) for one in found.orders)


def test_two_rows_that_count_are_told(tmp_path: Path):
    found = read(tmp_path, [SHAWL, SHAWL, OTHER])
    assert [(one.key, dict(one.says)["other"]) for one in found.remarks] == [(says.ROW_COUNTS, 2)]


def test_a_file_put_below_itself_with_its_headers_sells_nothing_twice(tmp_path: Path):
    path = tmp_path / "twice.csv"
    path.write_text(written(ITEMS, [SHAWL, CAP]) * 2, encoding="utf-8")
    assert pieces(sales.read(path, currency="USD")) == {"T1": ["Cap", "Shawl"]}


def test_a_file_of_which_every_row_stands_twice_was_doubled(tmp_path: Path):
    rows = [row for number in range(4) for row in [item(f"T{number}", "Shawl", 1, "45.00")] * 2]
    assert {len(lines) for lines in pieces(read(tmp_path, rows)).values()} == {1}


def test_refunds_of_two_pieces_alike_are_one_refund_of_both(tmp_path: Path):
    back = item("T1", "Shawl", -1, "45.00", payment="R1")
    (one,) = read(tmp_path, [SHAWL, SHAWL, back, back, OTHER]).backs
    assert (one.quantity, one.amount, one.reference) == (2, 9000, "R1")


def test_where_the_order_says_its_total_it_decides(tmp_path: Path):
    twice = shopify("#1", [("SHAWL", 1, "45.00"), ("SHAWL", 1, "45.00")])
    alike = [twice[0] | {"Lineitem quantity": "1"}, twice[1]]
    found = sales.read(file(tmp_path, SHOPIFY, alike))
    assert [len(order.lines) for order in found.orders] == [2]


def test_a_piece_found_later_takes_no_number_from_another():
    shawl, towel = Line(2, "", "Shawl", 1, 4500), Line(3, "", "Towel", 1, 900)
    once, again = numbered([towel, shawl]), numbered([shawl._replace(row=9), towel, shawl])
    assert [one.name for one in once] == [one.name for one in again[:2]] == ["Shawl", "Towel"]
    assert again[2].name == "Shawl"
