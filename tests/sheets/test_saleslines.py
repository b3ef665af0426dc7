from pathlib import Path

import pytest

from exported import file
from jornal.sheets import sales
from jornal.sheets.saleslines import all_unpacked, counted, unpacked


@pytest.mark.parametrize(
    ("text", "pieces", "name"),
    [
        ("2× Shawl", "2", "Shawl"),
        ("12 x Shawl, red", "12", "Shawl, red"),
        ("Mug x 2", "2", "Mug"),
        ("1× Shawl, 2× Cap", "1", "1× Shawl, 2× Cap"),
        ("Mug x 1, Print x 2", "1", "Mug x 1, Print x 2"),
        ("Custom amount", "1", "Custom amount"),
    ],
)
def test_goods_counted_in_a_text(text: str, pieces: str, name: str):
    found = counted(text)
    assert (found["quantity"], found["name"]) == (pieces, name)


def test_a_line_packed_into_a_cell():
    found = unpacked("name:Shawl: red|product_id:9|sku:SH-1|quantity:2|total:90.00|sub_total:100.00|meta:a:b")
    assert found == {"goods": "SH-1", "name": "Shawl: red", "quantity": "2", "gross": "100.00"}


PACKED = (
    "id:{0}|name:{1}|product_id:7|sku:{2}|quantity:{3}|subtotal:{4}|total:{4}|refunded:0.00|meta:Color=Red, L"
)
JSON = '[{"id":1,"name":"Shawl; big","sku":"SHAWL","quantity":1,"subtotal":"45.00","total":"40.00","meta":{"a":1}}]'


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        (PACKED.format(1, "Shawl; big", "SHAWL", 1, "45.00"), [("SHAWL", "Shawl; big", "1", "45.00")]),
        (
            ";".join(
                [PACKED.format(1, "Shawl", "SHAWL", 1, "45.00"), PACKED.format(2, "Cap", "", 2, "20.00")]
            ),
            [("SHAWL", "Shawl", "1", "45.00"), ("", "Cap", "2", "20.00")],
        ),
        (JSON, [("SHAWL", "Shawl; big", "1", "45.00")]),
        ("[broken", []),
        ("", []),
    ],
)
def test_every_line_of_an_order_that_stands_in_one_cell(cell: str, lines: list[tuple[str, str, str, str]]):
    assert [(one["goods"], one["name"], one["quantity"], one["gross"]) for one in all_unpacked(cell)] == lines


def test_an_order_with_its_lines_in_one_cell_adds_up(tmp_path: Path):
    headers = "order_id,order_number,date,status,shipping_total,order_total,order_currency,line_items".split(
        ","
    )
    cells = ";".join(
        [PACKED.format(1, "Shawl", "SHAWL", 1, "45.00"), PACKED.format(2, "Cap", "CAP", 2, "20.00")]
    )
    row = dict(
        zip(headers, ["31", "3001", "2026-10-07", "completed", "5.00", "70.00", "EUR", cells], strict=True)
    )
    (order,) = sales.read(
        file(tmp_path, headers, [row, row | {"order_number": "3002", "line_items": ""}])
    ).orders
    assert ([(line.goods, line.gross) for line in order.lines], order.made) == (
        [("CAP", 2000), ("SHAWL", 4500)],
        7000,
    )
