"""The pieces of a day: the rows of attendance, the operations in use, what each cell holds."""

from datetime import date

import pytest

import crew
from crew import do
from jornal.actions.correcting import correct, take_back
from jornal.actions.piecesheet import NOTHING, counted, operations, piece_sheet
from jornal.actions.present import ONE_DAY

DAY = date(2026, 10, 5)
SOLES = {"worker": "QC01", "day": "2026-10-05", "operation": "sole"}
KEY = {**SOLES, "number": "1"}


def rate(operation: str, since: str = "2026-09-01", amount: str = "2.00", label: str = "") -> None:
    said = {"per": "piece", "operation": operation, "since": since, "amount": amount, "label": label}
    do(crew.headquarters(), "set-rate", said)


@pytest.mark.usefixtures("database")
def test_the_sheet_has_the_rows_of_attendance_and_the_cells_as_they_stand():
    here = crew.begun()
    rate("sole", label="Soling")
    do(
        here,
        "count",
        {**SOLES, "good": "20", "rework": "2"},
        {**SOLES, "number": "2", "good": "5", "lot": "L7"},
    )
    sheet = piece_sheet(here, DAY)
    cell = sheet.cell(("QC01", "sole"))
    assert [(row.number, row.worker) for row in sheet.rows] == [
        (1, "QC01"),
        (2, "QC02"),
        (3, "QC03"),
        (4, "QC04"),
    ]
    assert [(one.name, one.label, one.waits) for one in sheet.operations] == [("sole", "Soling", False)]
    assert (cell.good, cell.rework, cell.next_number, cell.seq) == (25, 2, 3, sheet.seq)
    assert sheet.cell(("QC02", "sole")) == NOTHING


@pytest.mark.usefixtures("sqlite")
def test_a_cell_is_its_last_version_and_a_count_taken_back_leaves_its_number_taken():
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    correct(here, "pieces", {**KEY, "good": "19"}, "counted twice")
    cell = counted("cusco", DAY)["QC01", "sole"]
    assert ([one.good for one in cell.tallies], cell.tallies[0].corrected) == ([19], True)
    take_back(here, "pieces", KEY, "another day")
    cell = counted("cusco", DAY)["QC01", "sole"]
    assert (cell.tallies, cell.next_number) == ((), 2)
    correct(here, "pieces", {**KEY, "good": "3"}, "it was this day")
    assert counted("cusco", DAY, "QC01")["QC01", "sole"].good == 3
    assert counted("cusco", DAY, "QC02") == {}


@pytest.mark.usefixtures("sqlite")
def test_whoever_has_pieces_on_her_day_off_stands_on_the_sheet():
    here, sunday = crew.begun(), date(2026, 10, 4)
    do(here, "count", {**SOLES, "day": "2026-10-04", "good": "1"})
    assert [row.worker for row in piece_sheet(here, sunday).rows] == ["QC01"]
    assert len(piece_sheet(here, sunday, everybody=True).rows) == 4


@pytest.mark.usefixtures("sqlite")
def test_an_operation_of_the_site_waits_until_it_is_adopted_under_whatever_name():
    here = crew.begun()
    do(here, "name-operation", {"operation": "strap", "label": "Sewing the strap", "since": "2026-10-05"})
    assert [(one.name, one.waits) for one in operations("cusco", DAY)] == [("strap", True)]
    assert operations("cusco", DAY - ONE_DAY) == []
    rate("band", since="2026-10-07")
    do(
        crew.headquarters(),
        "adopt-operation",
        {"operation": "strap", "day": "2026-10-07", "adopted_as": "band"},
    )
    assert [(one.name, one.waits) for one in operations("cusco", date(2026, 10, 7))] == [("band", False)]
    assert [one.name for one in operations("cusco", date(2026, 10, 7), ["strap"])] == ["band", "strap"]


@pytest.mark.usefixtures("sqlite")
def test_of_many_operations_those_used_lately_are_shown_first():
    here = crew.begun()
    names = [f"op{number}" for number in range(12)]
    for name in names:
        rate(name)
    assert [one.name for one in operations("cusco", DAY) if one.shown] == names[:8]
    do(here, "count", {**SOLES, "operation": "op11", "good": "1"}, {**SOLES, "operation": "op3", "good": "1"})
    assert [one.name for one in operations("cusco", DAY + ONE_DAY) if one.shown] == ["op3", "op11"]
    assert len(operations("cusco", DAY)) == 12


@pytest.mark.usefixtures("sqlite")
def test_without_any_rate_the_operations_are_those_counted_lately():
    here = crew.begun()
    do(here, "count", {**SOLES, "good": "20"})
    assert [(one.name, one.shown) for one in operations("cusco", DAY + ONE_DAY)] == [("sole", True)]
