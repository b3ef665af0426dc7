from pathlib import Path

import pytest

from exported import ITEMS, SHOPIFY, file, item, shopify
from jornal.sheets.listed import SheetFault
from jornal.sheets.salesfile import opened
from made import workbook


def test_a_title_above_the_headers_is_passed_over(tmp_path: Path):
    path = file(tmp_path, ITEMS, [item("T1", "Mug", 1, "18.00")])
    path.write_text("Items of October\n\n" + path.read_text())
    assert len(opened(path, currency="USD").rows) == 1


def test_a_workbook_is_read_as_well(tmp_path: Path):
    rows = shopify("#1", [("CAP", 2, "19.90")])
    export = opened(workbook(tmp_path, [SHOPIFY, *([row.get(name, "") for name in SHOPIFY] for row in rows)]))
    assert export.get(export.rows[0], "order.number") == "#1"


def test_headers_without_rows_are_refused(tmp_path: Path):
    with pytest.raises(SheetFault, match="no rows"):
        opened(file(tmp_path, SHOPIFY, []))


def test_a_spreadsheet_that_leaves_out_what_is_empty_at_the_end_cuts_nothing_off(tmp_path: Path):
    path = file(
        tmp_path, SHOPIFY, [*shopify("#1", [("CAP", 2, "19.90")]), *shopify("#2", [("CAP", 1, "19.90")])]
    )
    path.write_text("\n".join(line.rstrip(",") for line in path.read_text().splitlines()))
    assert len(opened(path).rows) == 2
