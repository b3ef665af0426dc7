"""Tables as files: what stands in them is what was written, whoever opens them."""

import io
import json
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from jornal.sheets.tables import tables
from jornal.sheets.written import FORMS, written

NAUGHTY = (
    "=1+1", "+51 999", "-5", "@cmd", "'=1+1", "''", "O'Brien & \"Söhne\"", "<script>alert(1)</script>", "{{ 7*7 }}",
    "#N/A", "TRUE", "00123", "1e5", "2026-10-30", "line one\nline two", "a;b,c\td", "ไทย 🧵 Ñandú", "مرحبا", "null",
)  # fmt: skip
"""What people write, and what programs take for something else."""


def read_again(form: str, data: bytes, tmp_path) -> list[str]:
    """The cells of the first column under its head, as another program has them."""
    if form == "json":
        return [row["note"] for row in json.loads(data)]
    if form == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        return [row[0] for row in list(sheet.values)[1:]]
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    return [row.cells[0] for row in next(tables(path)).rows[1:]]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", NAUGHTY)
def test_text_comes_back_as_it_was_written(form, text, tmp_path):
    data = written(form, ("note", "other"), [(text, "x")])
    assert read_again(form, data, tmp_path) == [text]


@pytest.mark.parametrize("text", [one for one in NAUGHTY if one.lstrip("'")[:1] in "=+-@" and one.strip("'")])
def test_no_spreadsheet_computes_what_somebody_wrote(text):
    csv_line = written("csv", ("note",), [(text,)]).decode("utf-8-sig").splitlines()[1]
    assert csv_line.strip('"').startswith("'")
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", ("note",), [(text,)]))).worksheets[0]
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", text)


@pytest.mark.parametrize(
    ("form", "held"),
    [
        ("json", [{"a": None, "b": 300, "c": "812.40", "d": "2026-10-30"}]),
        ("xlsx", [None, 300, Decimal("812.4"), date(2026, 10, 30)]),
        ("csv", ",300,812.40,2026-10-30"),
    ],
)
def test_numbers_stay_numbers_and_what_is_not_known_is_empty(form, held):
    data = written(form, "abcd", [(None, 300, Decimal("812.40"), date(2026, 10, 30))])
    if form == "json":
        found = json.loads(data)
    elif form == "csv":
        found = data.decode("utf-8-sig").splitlines()[1]
    else:
        row = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0][2]]
        found = [row[0], row[1], Decimal(str(row[2])), row[3].date()]
    assert found == held
