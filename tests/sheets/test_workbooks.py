import io
import zipfile
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from jornal.sheets import says, workbooks
from jornal.sheets.listed import SheetFault
from made import workbook


def first(data: bytes) -> list[tuple[int, list[str]]]:
    book = workbooks.opened("a.xlsx", data)
    return book.rows(book.names[0])


def of(*cells: object, form: str = "") -> list[str]:
    book = Workbook()
    for at, value in enumerate(cells, start=1):
        cell = book.active.cell(1, at, value)
        cell.number_format = form or cell.number_format
    out = io.BytesIO()
    book.save(out)
    return first(out.getvalue())[0][1]


def test_cells_become_the_text_a_person_would_have_written():
    assert of(5, 5.5, 0.1 + 0.2, True, "Ana") == ["5", "5.5", "0.3", "yes", "Ana"]
    assert of(datetime(2026, 10, 5), datetime(2026, 10, 5, 8, 30)) == ["2026-10-05", "2026-10-05 08:30:00"]  # noqa: DTZ001
    assert of(time(8, 30), timedelta(hours=30, minutes=15)) == ["08:30", "30:15"]
    assert of(0.5, form="0%") == ["50%"]
    assert of(1.25, form="h:mm") == ["30:00"]


def test_numbers_and_dates_are_told_from_text():
    cells = of(5.5, "5.5", datetime(2026, 10, 5))  # noqa: DTZ001
    assert [isinstance(cell, workbooks.Typed) for cell in cells] == [True, False, True]


def test_a_formula_without_a_stored_value_is_marked():
    assert of("=1+1", 5) == [workbooks.FORMULA, "5"]


def test_hidden_sheets_are_not_read():
    book = Workbook()
    book.active.append(["a"])
    book.create_sheet("old").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    assert workbooks.opened("a.xlsx", out.getvalue()).names == ("Sheet",)


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def rewritten(folder: Path, part: str, data: bytes) -> bytes:
    whole = workbook(folder, [["code"], ["Q01"]]).read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return packed(parts | {part: data})


def test_a_zip_bomb_is_not_unpacked():
    with pytest.raises(SheetFault) as fault:
        workbooks.opened(
            "a.xlsx", packed({"xl/workbook.xml": b"<", "xl/worksheets/sheet1.xml": b" " * 120_000_000})
        )
    assert fault.value.key == says.BOMB


PAGE = "xl/worksheets/sheet1.xml"
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("part", "data", "key"),
    [
        (PAGE, b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>', says.NOT_A_WORKBOOK),
        (PAGE, b"<worksheet", says.NOT_A_WORKBOOK),
        (PAGE, SHEET % b'<row r="99999999"><c r="A99999999"><v>1</v></c></row>', says.TOO_MANY_CELLS),
        (PAGE, SHEET % b'<row r="1"><c r="A1"><v>one</v></c></row>', says.NOT_A_WORKBOOK),
        (PAGE, SHEET % b'<row r="1"><c r="A1" t="s"><v>900</v></c></row>', says.NOT_A_WORKBOOK),
        ("xl/workbook.xml", b"<nothing/>", says.NOT_A_WORKBOOK),
    ],
)
def test_a_damaged_or_hostile_workbook_is_one_sentence(tmp_path: Path, part: str, data: bytes, key: str):
    with pytest.raises(SheetFault) as fault:
        first(rewritten(tmp_path, part, data))
    assert fault.value.key == key


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"PK\x03\x04 and then nothing", says.NOT_A_WORKBOOK),
        (packed({"a.txt": b"not a workbook"}), says.NOT_A_TABLE),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), says.NOT_A_TABLE),
    ],
)
def test_a_zip_that_is_no_workbook_is_one_sentence(data: bytes, key: str):
    with pytest.raises(SheetFault) as fault:
        workbooks.opened("a.xlsx", data)
    assert fault.value.key == key
