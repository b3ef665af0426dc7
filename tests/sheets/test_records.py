from pathlib import Path

import pytest

from jornal.sheets import paid, says
from jornal.sheets.listed import SheetFault
from jornal.sheets.records import body
from jornal.sheets.tables import from_text
from made import reading, sheet_of, why, workbook


def test_the_first_sheet_with_the_needed_headers_is_read_and_named(tmp_path: Path):
    path = workbook(tmp_path, [["code", "paid"], ["Q01", 812.4]], title="October")
    assert paid.read(path, reading()).rows[0].id == "sheet.xlsx!October!2"


def test_a_file_without_them_is_refused_with_the_nearest_that_was_found():
    tables = [from_text("a.csv", "x,y\n1,2\n"), from_text("a.csv", "code,name\nQ01,Ana\n")]
    with pytest.raises(SheetFault) as fault:
        body(tables, "paid", reading(languages=("da",)))
    assert str(fault.value) == (
        "a.csv has no row of headers that fits. Needed: kode, udbetalt. Found: code, name."
    )


def test_a_row_with_signs_nobody_sees_is_listed(tmp_path: Path):
    sheet = paid.read(sheet_of(tmp_path, "code,name,paid\nQ01,A\u202ena,5\nQ02,Bea,6\n"), reading())
    assert [row.worker for row in sheet.rows] == ["Q02"]
    assert why(sheet) == ["The row has characters that cannot be seen (U+202E). Type the cells again."]
    assert sheet.listed[0].worker == "Q01"


def test_a_formula_without_a_value_is_listed_with_its_column(tmp_path: Path):
    sheet = paid.read(workbook(tmp_path, [["code", "paid"], ["Q01", "=2*3"]]), reading())
    assert sheet.listed[0].key == says.FORMULA_WITHOUT_VALUE
    assert "paid" in str(sheet.listed[0])


def test_a_missing_cell_is_named_by_its_header(tmp_path: Path):
    sheet = paid.read(sheet_of(tmp_path, "código;pagado\nQ01;\n"), reading())
    assert why(sheet) == ["pagado is missing. Write it in."]


def test_a_file_to_mend_says_which_rows_it_replaces(tmp_path: Path):
    sheet = paid.read(
        sheet_of(tmp_path, "code,paid,why,listed from\nQ01,5,was bad,a.csv!7\n,,left over,a.csv!8\n"),
        reading(),
    )
    assert (sheet.count, sheet.mends) == (1, {"a.csv!7", "a.csv!8"})
    assert sheet.remarks == ()
