from pathlib import Path

import pytest

from jornal.sheets import attendance, says
from jornal.sheets.listed import to_mend
from made import reading, sheet_of, why

PEOPLE = {"Q01": "Ana", "Q02": "Bea"}
CLOCK = {"1": "Q01", "2": "Q02"}


def read(folder: Path, text: str, name: str = "attlog.dat"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return attendance.read(path, reading(people=PEOPLE, clock=CLOCK))


def test_a_log_as_the_clock_writes_it(tmp_path: Path):
    sheet = read(
        tmp_path,
        "        1\t2026-10-05 07:58:11\t1\t0\t1\t0\n        1\t2026-10-05 13:02:40\t1\t1\t1\t0\n",
    )
    assert [(punch.id, punch.worker, punch.minute, punch.state) for punch in sheet.rows] == [
        ("attlog.dat!1", "Q01", 478, "in"),
        ("attlog.dat!2", "Q01", 782, "out"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1 2026-10-05 08:01:23 1 0",
        "0001\t2026-10-05 08:01\t0\t1",
        "1,2026/10/05,08:01:23,1",
        "1;05/10/2026 8:01 am",
        "Q01|2026-10-05T08:01:23",
    ],
)
def test_lines_of_other_clocks(tmp_path: Path, line: str):
    sheet = read(tmp_path, f"{line}\n")
    assert [(punch.worker, punch.day.isoformat(), punch.minute) for punch in sheet.rows] == [
        ("Q01", "2026-10-05", 481)
    ]


def test_marks_that_are_all_the_same_are_not_believed(tmp_path: Path):
    sheet = read(tmp_path, "1\t2026-10-05 08:00:00\t1\t0\t1\n1\t2026-10-05 13:00:00\t1\t0\t1\n")
    assert [punch.state for punch in sheet.rows] == ["", ""]
    assert [remark.key for remark in sheet.remarks] == [says.STATES_IGNORED]


def test_a_line_that_is_there_twice_counts_once(tmp_path: Path):
    line = "1\t2026-10-05 08:00:00\t1\t0\t1\n"
    sheet = read(tmp_path, line + line + line.replace(":00\t", ":31\t"))
    assert (len(sheet.rows), len(sheet.repeated), sheet.count) == (1, 2, 3)
    assert sheet.repeated[0].key == says.PUNCH_TWICE


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("2\t2026-02-30 08:00:00\t1", says.NO_SUCH_DAY),
        ("2\t2026-10-05 25:00:00\t1", says.NO_SUCH_TIME),
        ("9\t2026-10-05 08:00:00\t1", says.UNKNOWN_WORKER),
        ("2\t2026-10-05", says.NOT_A_PUNCH),
        ("rubbish", says.NOT_A_PUNCH),
    ],
)
def test_a_bad_line_is_listed_and_the_others_are_used(tmp_path: Path, line: str, key: str):
    good = "1\t2026-10-05 08:00:00\t1\n1\t2026-10-05 13:00:00\t1\n"
    sheet = read(tmp_path, f"{good}{line}\n")
    assert (len(sheet.rows), [bad.key for bad in sheet.listed]) == (2, [key])


def test_bad_lines_read_in_again_once_they_are_mended(tmp_path: Path):
    good = "1\t2026-10-05 08:00:00\t1\n1\t2026-10-05 13:00:00\t1\n"
    text = to_mend(read(tmp_path, f"{good}2\t2026-10-05 25:00:00\t1\n").listed)
    again = attendance.read(
        sheet_of(tmp_path, text.replace("25:00:00", "8:00"), "to-mend-attlog.csv"),
        reading(people=PEOPLE, clock=CLOCK),
    )
    assert why(again) == []
    assert [(punch.worker, punch.minute) for punch in again.rows] == [("Q02", 480)]
    assert again.mends == {"attlog.dat!3"}


def test_an_export_with_headers_is_a_log_too(tmp_path: Path):
    sheet = read(
        tmp_path,
        "User ID,Name,Date and time,Status\n1,Ana,05/10/2026 08:00,0\n1,Ana,05/10/2026 13:00,1\n",
        "clock.csv",
    )
    assert [(punch.minute, punch.state) for punch in sheet.rows] == [(480, "in"), (780, "out")]


def test_day_and_time_may_stand_in_two_columns(tmp_path: Path):
    sheet = read(
        tmp_path, "code;fecha;hora;estado\n1;5/10/2026;8:00;entrada\n1;5/10/2026;13:00;salida\n", "clock.csv"
    )
    assert [(punch.minute, punch.state) for punch in sheet.rows] == [(480, "in"), (780, "out")]


@pytest.mark.parametrize(
    "text",
    [
        "No\tTMNo\tEnNo\tName\tMode\tDateTime\n1\t1\t000000001\t\t0\t2026/10/05  08:01:00\n",
        "AC-No.,Name,Time,State,New State,Exception\n1,Ana,05/10/2026 08:01,C/In,,OK\n",
        "USERID;Name;Date/Time\n1;Ana;2026-10-05 08:01:59 AM\n",
    ],
)
def test_exports_of_other_programs(tmp_path: Path, text: str):
    sheet = read(tmp_path, text, "export.txt")
    assert [(punch.worker, punch.day.isoformat(), punch.minute) for punch in sheet.rows] == [
        ("Q01", "2026-10-05", 481)
    ]


def test_punches_after_the_period_are_kept_apart(tmp_path: Path):
    sheet = read(tmp_path, "1\t2026-10-31 22:00:00\n1\t2026-11-01 06:00:00\n")
    assert [punch.day.isoformat() for punch in sheet.rows + sheet.outside] == ["2026-10-31", "2026-11-01"]


def test_a_double_touch_does_not_make_a_shift_of_three_minutes(tmp_path: Path):
    log = "\n".join(f"7\t2026-10-05 {time}\t{state}" for time, state in TOUCHED_TWICE) + "\n"
    (tmp_path / "attlog.dat").write_text(log, encoding="utf-8")
    sheet = attendance.read(tmp_path / "attlog.dat", reading(clock={"7": "Q01"}))
    assert [punch.state for punch in sheet.rows] == ["in", "in", "out", "out"]


TOUCHED_TWICE = (("08:00", 0), ("08:05", 0), ("13:00", 1), ("13:05", 1))
