from pathlib import Path

import pytest

from exported import file
from jornal.sheets import sales, says
from jornal.sheets.salestext import goods_in, prices_of

HEADERS = "Date,Order #,Status,Customer,Product(s),Items sold,Coupon(s),Net Sales".split(",")


def order(number: int, goods: str, pieces: int, made: str, **more: str) -> dict[str, str]:
    cells = ["2026-10-07 10:00:00", str(number), "completed", "A", goods, str(pieces), "", made]
    return dict(zip(HEADERS, cells, strict=True)) | more


def read(folder: Path, *rows: dict[str, str], currency: str = "EUR"):
    return sales.read(file(folder, HEADERS, rows), currency=currency)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("2× Shawl", {"Shawl": 2}),
        ("12 x Shawl, red", {"Shawl, red": 12}),
        ("Mug x 2", {"Mug": 2}),
        ("1× Shawl, 2× Cap", {"Shawl": 1, "Cap": 2}),
        ("1× Shawl, red, 2× Cap", {"Shawl, red": 1, "Cap": 2}),
        ("1× Shawl, 2× Shawl", {"Shawl": 3}),
        ("Mug x 1, Print x 2", {"Mug": 1, "Print": 2}),
        ("Custom amount", {"Custom amount": 1}),
        ("4 x 4 Rug", {"4 Rug": 4}),
    ],
)
def test_goods_are_told_with_their_pieces(text: str, goods: dict[str, int]):
    assert goods_in(text) == goods


def test_a_price_is_known_from_orders_of_one_kind_alone():
    assert prices_of([({"Shawl": 2}, 9000), ({"Shawl": 3}, 10000), ({"Shawl": 1, "Cap": 1}, 6490)]) == {
        "Shawl": {4500}
    }


def test_goods_of_several_kinds_are_split_where_the_prices_of_others_say_how(tmp_path: Path):
    found = read(
        tmp_path,
        order(71, "2× Shawl", 2, "90.00"),
        order(72, "1× Cap", 1, "19.90"),
        order(73, "2× Cap, 1× Shawl", 3, "84.80"),
    )
    last = found.orders[-1]
    assert [(line.name, line.quantity, line.gross) for line in last.lines] == [
        ("Cap", 2, 3980),
        ("Shawl", 1, 4500),
    ]
    assert (found.held, found.totals["EUR"].taken) == ((), 19470)


@pytest.mark.parametrize(
    ("goods", "pieces", "made", "why"),
    [
        pytest.param("1× Shawl, 1× Mug", 2, "64.90", says.SEVERAL_GOODS, id="a price that nobody knows"),
        pytest.param("1× Shawl, 1× Cap", 2, "60.00", says.SEVERAL_GOODS, id="a coupon"),
        pytest.param("1× Shawl, 1× Cap", 3, "64.90", says.PIECES_DIFFER, id="another number of pieces"),
    ],
)
def test_what_cannot_be_split_is_held_and_nobody_is_asked_for_its_name(
    tmp_path: Path, goods: str, pieces: int, made: str, why: str
):
    rows = (order(71, "2× Shawl", 2, "90.00"), order(72, "1× Cap", 1, "19.90"))
    found = read(tmp_path, *rows, order(73, goods, pieces, made))
    assert ([held.key for held in found.held], len(found.orders)) == ([why], 2)
    assert found.totals["EUR"].held == int(made.replace(".", ""))


def test_two_prices_that_both_make_the_sum_are_no_way_to_split_it(tmp_path: Path):
    rows = [order(70, "1× A", 1, "10.00"), order(71, "1× A", 1, "20.00")]
    rows += [order(72, "1× B", 1, "10.00"), order(73, "1× B", 1, "20.00")]
    found = read(tmp_path, *rows, order(74, "1× A, 1× B", 2, "30.00"))
    assert [held.key for held in found.held] == [says.SEVERAL_GOODS]


def test_what_goods_made_is_taken_without_shipping_and_that_is_said(tmp_path: Path):
    found = read(tmp_path, order(71, "2× Shawl", 2, "90.01"))
    assert [(one.lines[0].name, one.lines[0].quantity, one.made) for one in found.orders] == [
        ("Shawl", 2, 9001)
    ]
    assert says.SHIPPING_UNKNOWN in {remark.key for remark in found.remarks}


def test_what_came_back_is_a_refund_of_its_order(tmp_path: Path):
    rows = (order(71, "2× Shawl", 2, "90.00"), order(71, "-1× Shawl", -1, "-45.00", Status="refunded"))
    found = read(tmp_path, *rows)
    assert [(back.order, back.amount) for back in found.backs] == [("71", 4500)]
    assert len(found.orders) == 1
