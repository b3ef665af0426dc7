from pathlib import Path

import pytest

from exported import AOE, Row, file, woo
from jornal.sheets import sales, says
from jornal.sheets.sold import Sales

LEFT = [*(name for name in AOE if name != "Quantity"), "Quantity (- Refund)"]


def read(
    folder: Path, number: str, lines: list[tuple[str, int, str]], left: list[str], **order: str
) -> Sales:
    """An order of these lines as the advanced export writes it, with what is left of each line for its pieces."""
    rows: list[Row] = [
        {name: cell for name, cell in row.items() if name != "Quantity"} | {"Quantity (- Refund)": pieces}
        for row, pieces in zip(woo(number, lines, **order), left, strict=True)
    ]
    return sales.read(file(folder, LEFT, rows))


@pytest.mark.parametrize(
    ("lines", "left", "back"),
    [
        ([("SHAWL", 2, "45.00")], ["2"], ""),
        ([("SHAWL", 2, "45.00")], ["1"], "45.00"),
        ([("SHAWL", 2, "45.00")], ["0"], "90.00"),
        ([("SHAWL", 1, "45.00"), ("CAP", 2, "10.00")], ["1", "0"], "20.00"),
        ([("SHAWL", 1, "45.00"), ("CAP", 1, "10.00")], ["0", "0"], "55.00"),
        ([("SHAWL", 2, "45.00")], ["2"], "5.00"),
    ],
)
def test_goods_that_came_back_are_not_taken_out_of_what_was_sold(
    tmp_path: Path, lines: list[tuple[str, int, str]], left: list[str], back: str
):
    (order,) = read(tmp_path, "71", lines, left, **{"Order Refund Amount": back}).orders
    assert [(line.goods, line.quantity) for line in order.lines] == sorted((name, n) for name, n, _ in lines)
    assert order.refunded == int(back.replace(".", "") or 0)


def test_pieces_are_not_guessed_where_two_lines_may_have_come_back(tmp_path: Path):
    lines = [("SHAWL", 2, "10.00"), ("CAP", 1, "10.00")]
    found = read(tmp_path, "71", lines, ["1", "1"], **{"Order Refund Amount": "10.00"})
    assert ([one.key for one in found.held], found.orders) == ([says.SUM_DIFFERS], ())


def test_a_sum_that_is_wrong_without_a_refund_is_held_as_it_is(tmp_path: Path):
    found = read(tmp_path, "71", [("SHAWL", 2, "45.00")], ["1"])
    assert [one.key for one in found.held] == [says.SUM_DIFFERS]
