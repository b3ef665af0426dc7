from datetime import datetime, time
from pathlib import Path

import pytest

from jornal.sheets import attendance, grid, says
from jornal.sheets.listed import Unreadable, to_mend
from jornal.sheets.workbooks import Typed
from made import reading, sheet_of, why, workbook


def read(folder: Path, text: str, **more: object):
    return attendance.read(sheet_of(folder, text, "grid.csv"), reading(**more))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("5", grid.Time("work", 300)),
        ("5,5", grid.Time("work", 330)),
        ("5:30", grid.Time("work", 330)),
        ("8-13", grid.Time("work", None, ((480, 780),))),
        ("8:00–12:00 13:00–17:00", grid.Time("work", None, ((480, 720), (780, 1020)))),
        ("E", grid.Time("sick")),
        ("feriado", grid.Time("holiday")),
        ("5 C", grid.Time("training", 300)),
        ("5C", grid.Time("training", 300)),
        ("C 5", grid.Time("training", 300)),
        ("c:5:30", grid.Time("training", 330)),
        ("8-13 C", grid.Time("training", None, ((480, 780),))),
        ("2h V", grid.Time("visit", 120)),
        ("๕", grid.Time("work", 300)),
        ("-", None),
        ("0", None),
    ],
)
def test_a_cell_is_hours_from_to_or_a_code(cell: str, found: grid.Time | None):
    assert grid.said(cell, reading(languages=("es",))) == found


@pytest.mark.parametrize(
    ("languages", "kind"),
    [(("en",), "training"), (("es", "en"), "training"), (("da", "en"), "work"), (("es",), "work")],
    ids=str,
)
@pytest.mark.parametrize("cell", ["5 T", "5t"])
def test_training_written_behind_the_hours_is_not_taken_for_danish_hours(cell, languages, kind):
    assert grid.said(cell, reading(languages=languages)) == grid.Time(kind, 300)


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("C", says.WORK_WITHOUT_HOURS),
        ("Z", says.NOT_A_CELL),
        ("5 Z", says.NOT_A_CELL),
        ("x", says.NOT_A_CELL),
        ("26", says.OVER_A_DAY),
        ("-5", says.NEGATIVE),
        ("8-25", says.NO_SUCH_TIME),
        ("8-5", says.TOO_LONG_SHIFT),
        ("5.30", says.UNCLEAR_HOURS),
        (Typed("2026-12-08"), says.WAS_DATE),
    ],
)
def test_a_cell_that_is_none_of_these_is_refused(cell: str, key: str):
    with pytest.raises(Unreadable) as fault:
        grid.said(cell, reading(languages=("es",)))
    assert fault.value.key == key


def test_an_unknown_code_is_listed_with_the_known_ones():
    with pytest.raises(Unreadable, match="Known codes: W work, T training"):
        grid.said("Z", reading(languages=("en",)))


def test_each_filled_cell_is_a_shift_that_a_person_can_find(tmp_path: Path):
    sheet = read(tmp_path, "Código;Nombre;1;2;3\nQ01;Ana;5;;8-12 13-17\nQ02;Bea;E;-;\n")
    assert [entry.id for entry in sheet.rows] == [
        "grid.csv!C2",
        "grid.csv!E2",
        "grid.csv!E2 (2)",
        "grid.csv!C3",
    ]
    assert (sheet.count, sheet.used, sheet.listed) == (4, 4, ())


def test_a_workbook_with_its_own_times_and_dates(tmp_path: Path):
    days = [datetime(2026, 10, day) for day in (1, 2)]  # noqa: DTZ001
    path = workbook(tmp_path, [["Octubre"], [], ["Trabajadora", *days], ["Q01", time(5, 30), 4.5]])
    entries = attendance.read(path, reading()).rows
    assert [(entry.id, entry.day.day, entry.minutes) for entry in entries] == [
        ("sheet.xlsx!Hoja1!B4", 1, 330),
        ("sheet.xlsx!Hoja1!C4", 2, 270),
    ]


def test_a_row_whose_worker_cannot_be_read_is_listed_without_one(tmp_path: Path):
    sheet = read(tmp_path, "code,1,2\nQ99,5,5\n,5,\n")
    assert [bad.worker for bad in sheet.listed] == ["", "", ""]
    assert [bad.place for bad in sheet.listed] == ["grid.csv!B2", "grid.csv!C2", "grid.csv!B3"]


def test_rows_of_totals_weekdays_and_notes_are_passed_over(tmp_path: Path):
    sheet = read(tmp_path, "código;1;2\n;J;V\nQ01;5;5\nQ02;;\nTotal;5;5\nC = capacitación;;\n")
    assert (sheet.count, sheet.listed) == (2, ())
    assert [remark.key for remark in sheet.remarks] == [says.ROW_IS_TOTAL, says.ROW_WITHOUT_DAYS]


@pytest.mark.parametrize(
    ("total", "remarks"), [("9:30", 0), ("9,5", 0), ("2", 0), ("10", 1), ("soon", 1), ("", 0)]
)
def test_a_total_that_disagrees_is_a_remark(tmp_path: Path, total: str, remarks: int):
    sheet = read(tmp_path, f"código;1;2;3;Total\nQ01;5;8-12:30;;{total}\n")
    assert len(sheet.remarks) == remarks
    assert len(sheet.rows) == 2


def test_the_same_row_twice_counts_once(tmp_path: Path):
    sheet = read(tmp_path, "code,1,2\nQ01,5,8-13\nQ01,5,4\n")
    assert (len(sheet.rows), len(sheet.repeated)) == (3, 1)
    assert sheet.repeated[0].place == "grid.csv!B3"


def test_hours_on_a_day_the_month_does_not_have_are_listed(tmp_path: Path):
    sheet = read(tmp_path, "code,29,30,31\nQ01,5,5,\nQ02,5,5,5\n", of="2026-11")
    assert why(sheet) == ["The period has no day 31. Move the hours to the right day."]


def test_bad_cells_come_back_alone_and_read_in_once_mended(tmp_path: Path):
    sheet = read(tmp_path, "Título\ncódigo;nombre;1;2;3\nQ01;Ana;5;x;26\n")
    text = to_mend(sheet.listed)
    assert text.splitlines()[1].startswith("Q01,Ana,,x,26,")
    again = attendance.read(
        sheet_of(tmp_path, text.replace(",x,26,", ",4,6,"), "to-mend-grid.csv"), reading()
    )
    assert why(again) == []
    assert [(entry.day.day, entry.minutes) for entry in again.rows] == [(2, 240), (3, 360)]
    assert again.mends == {"grid.csv!3"}


def test_place_and_trade_of_the_row_are_those_of_its_shifts(tmp_path: Path):
    entry = read(tmp_path, "code,place,trade,1,2\nQ01,hall 2,knitting,5,\n").rows[0]
    assert (entry.place, entry.trade) == ("hall 2", "knitting")
