from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from jornal.demo.files import headers, table, write_csv, write_text, write_xlsx

ROWS = [["Código", "Nombre", date(2026, 10, 1)], ["QC001V", "Nilda", "5"]]


def test_a_workbook_written_twice_has_the_same_bytes(tmp_path: Path):
    first = write_xlsx(tmp_path / "a.xlsx", "Asistencia", ROWS).read_bytes()
    assert first == write_xlsx(tmp_path / "b.xlsx", "Asistencia", ROWS).read_bytes()


def test_a_workbook_keeps_days_as_dates_and_hours_as_numbers(tmp_path: Path):
    sheet = load_workbook(write_xlsx(tmp_path / "a.xlsx", "Asistencia", ROWS)).active
    assert sheet["C2"].value.date() == date(2026, 10, 1)
    assert sheet["C3"].value == 5


def test_headers_are_the_words_of_the_language():
    assert headers("people", ("code", "initials 2"), "es") == ["código", "iniciales 2"]


def test_a_sheet_has_only_the_columns_that_somebody_filled():
    rows = [{"code": "A", "weight 2": "1", "initials 2": "B", "initials 1": "C"}, {"code": "B", "name": ""}]
    assert table("people", rows, "en")[0] == ["code", "initials 1", "initials 2", "weight 2"]


def test_text_files_begin_and_end_as_programs_expect(tmp_path: Path):
    assert write_csv(tmp_path / "a.csv", [["ñ"]]).read_bytes() == b"\xef\xbb\xbf\xc3\xb1\r\n"
    assert write_text(tmp_path / "a.dat", ["1", "2"]).read_bytes() == b"1\r\n2\r\n"
