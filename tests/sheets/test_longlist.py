from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from jornal.sheets import attendance, says
from jornal.sheets.listed import mend_files
from made import reading, sheet_of, why

HEADER = "código;fecha;entrada;salida;horas;pausa;tipo;lugar;oficio;día sustituto\n"


def read(folder: Path, rows: str, header: str = HEADER):
    return attendance.read(sheet_of(folder, header + rows, "shifts.csv"), reading())


def test_a_shift_with_start_and_end(tmp_path: Path):
    sheet = read(tmp_path, "Q01;5/10/2026;8:00;1:15 pm;;30;;taller 2;tejido;\n")
    assert sheet.rows[0] == (
        "shifts.csv!2", "Q01", date(2026, 10, 5), "work", None, 480, 795, 30, "taller 2", "tejido", False,
    )  # fmt: skip


def test_a_shift_with_hours_and_a_kind(tmp_path: Path):
    entry = read(tmp_path, "Q01;5/10/2026;;;5,5;;capacitación;;;\n").rows[0]
    assert (entry.kind, entry.minutes, entry.start, entry.pause) == ("training", 330, None, None)


def test_an_absence_needs_no_hours_and_work_does(tmp_path: Path):
    sheet = read(tmp_path, "Q01;5/10/2026;;;;;enfermedad;;;\nQ01;6/10/2026;;;;;C;;;\nQ01;7/10/2026;;;;;;;;\n")
    assert [(entry.kind, entry.minutes) for entry in sheet.rows] == [("sick", None)]
    assert [bad.key for bad in sheet.listed] == [says.WORK_WITHOUT_HOURS, says.NO_HOURS]


def test_hours_beside_start_and_end_say_the_break(tmp_path: Path):
    sheet = read(tmp_path, "Q01;5/10/2026;8:00;13:00;4:30;;;;;\nQ01;6/10/2026;8:00;13:00;5;0:30;;;;\n")
    assert sheet.rows[0].pause == 30
    assert why(sheet) == [
        "From 8:00 to 13:00 with a break of 0:30 makes 4:30, not 5:00. Correct one of them."
    ]


@pytest.mark.parametrize(
    ("written", "minutes"), [("30", 30), ("0:30", 30), ("0,5", 30), ("30 min", 30), ("1", 60)]
)
def test_a_break_is_minutes_or_a_length(tmp_path: Path, written: str, minutes: int):
    assert read(tmp_path, f"Q01;5/10/2026;8:00;13:00;;{written};;;;\n").rows[0].pause == minutes


def test_a_night_ends_on_the_next_day(tmp_path: Path):
    entry = read(tmp_path, "Q01;31/10/2026;22:00;6:00;;;;;;\n").rows[0]
    assert (entry.day.day, entry.start, entry.end) == (31, 1320, 360)


def test_a_substitute_day_is_yes_or_the_day_itself(tmp_path: Path):
    sheet = read(
        tmp_path, "Q01;4/10/2026;;;5;;;;;sí\nQ01;11/10/2026;;;5;;;;;14/10/2026\nQ01;18/10/2026;;;5;;;;;no\n"
    )
    assert [entry.substitute for entry in sheet.rows] == [True, True, False]


def test_identical_shifts_count_once_and_are_listed_as_repeated(tmp_path: Path):
    sheet = read(tmp_path, "Q01;5/10/2026;8:00;13:00;;;;;;\nq-01;05.10.26;08.00;1 pm;;;;;;\n")
    assert (len(sheet.rows), sheet.count) == (1, 2)
    assert (
        str(sheet.repeated[0])
        == "The same shift is there twice; it counts once. It also stands in shifts.csv!2."
    )


def test_a_bare_number_is_a_day_of_the_period(tmp_path: Path):
    assert read(tmp_path, "Q01;5;;;5;;;;;\n").rows[0].day == date(2026, 10, 5)


def test_a_row_of_sums_is_passed_over_and_said(tmp_path: Path):
    sheet = read(tmp_path, "Q01;5;;;5;;;;;\nTotal;;;;5;;;;;\n")
    assert (sheet.count, [remark.key for remark in sheet.remarks]) == (1, [says.ROW_IS_TOTAL])


def test_shifts_of_another_month_are_kept_apart(tmp_path: Path):
    sheet = read(tmp_path, "Q01;30/9/2026;;;5;;;;;\n")
    assert (sheet.rows, len(sheet.outside), sheet.used) == ((), 1, 1)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("Q01;5/10/2026;8:00;;;;;;;", says.HALF_A_SHIFT),
        ("Q01;5/10/2026;25:00;26:00;;;;;;", says.NO_SUCH_TIME),
        ("Q01;5/10/2026;8:00;5:00;;;;;;", says.TOO_LONG_SHIFT),
        ("Q01;5/10/2026;8:00;13:00;;320;;;;", says.PAUSE_TOO_LONG),
        ("Q01;5/10/2026;;;-5;;;;;", says.NEGATIVE),
        ("Q01;5/10/2026;;;30;;;;;", says.OVER_A_DAY),
        ("Q01;5/10/2026;;;5;;siesta;;;", says.NOT_A_KIND),
        ("Q01;;;;5;;;;;", says.MISSING),
        ("Q99;5/10/2026;;;5;;;;;", says.UNKNOWN_WORKER),
    ],
)
def test_a_row_that_cannot_be_used_is_listed_with_why(tmp_path: Path, row: str, key: str):
    sheet = read(tmp_path, f"{row}\n")
    assert (sheet.rows, [bad.key for bad in sheet.listed]) == ((), [key])


def test_a_day_kept_as_a_number_comes_back_from_the_file_to_mend_as_that_day(tmp_path: Path):
    book = Workbook()
    for row in (["código", "fecha", "horas"], ["Q01", 46300, "25"], ["Q01", 46301, 5]):
        book.active.append(row)
    book.save(tmp_path / "shifts.xlsx")
    sheet = attendance.read(tmp_path / "shifts.xlsx", reading())
    assert ([entry.day for entry in sheet.rows], len(sheet.listed)) == ([date(2026, 10, 6)], 1)
    (name, text), *_ = mend_files(sheet.listed).items()
    (tmp_path / name).write_text(text.replace(",25,", ",5,"), encoding="utf-8")
    mended = attendance.read(tmp_path / name, reading())
    assert [(entry.day, entry.minutes) for entry in mended.rows] == [(date(2026, 10, 5), 300)]
