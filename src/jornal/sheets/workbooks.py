"""The sheets of an .xlsx file as rows of text: values only, no formulas, no macros, no zip bombs."""

import importlib
import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import repeat
from typing import Any

from jornal.sheets import says
from jornal.sheets.listed import SheetFault

MOST_UNPACKED = 100_000_000
MOST_RATIO = 250
MOST_CELLS = 5_000_000
MOST_ROWS = 1_048_576
FORMULA = "=?"
"""What stands for a formula whose value the file does not hold."""

_SMALL = 10_000_000
_EPOCH = datetime(1899, 12, 31)  # noqa: DTZ001 - a spreadsheet's days have no zone
_OLDEST_DATE = 1901


class Typed(str):
    """Text of a cell that was a number, date or time of its own, so that its decimal point is a point."""

    __slots__ = ()


@dataclass(frozen=True)
class Book:
    """An open workbook: the names of its visible sheets, and the rows of each, read when asked for."""

    file: str
    names: tuple[str, ...]
    values: Any
    formulas: Any

    def rows(self, name: str) -> list[tuple[int, list[str]]]:
        """The rows of a sheet that are not blank, by number from 1; raises `SheetFault` for a damaged one."""
        return _rows(self.file, self.values[name], self.formulas[name] if self.formulas is not None else None)


def opened(file: str, data: bytes) -> Book:
    """The workbook in these bytes.

    Raises `SheetFault` for what is not a sound one, or would unpack to too much.
    """
    parts = _guarded(file, data)
    if "xl/workbook.xml" not in parts and "[Content_Types].xml" not in parts:
        raise SheetFault(says.NOT_A_TABLE, ("file", file))
    # loaded for a workbook only: whoever keeps .csv files need not wait a third of a second for it
    openpyxl = importlib.import_module("openpyxl")
    with _sound(file):
        values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        formulas = None
        if parts["has formulas"]:
            formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        names = [sheet.title for sheet in values.worksheets if sheet.sheet_state == "visible"]
        if not names:
            raise SheetFault(says.NOT_A_WORKBOOK, ("file", file))
    return Book(file, tuple(names), values, formulas)


def _guarded(file: str, data: bytes) -> dict[str, int]:
    with _sound(file), zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {part.filename: part.file_size for part in package.infolist()}
        unpacked = sum(parts.values())
        if unpacked > MOST_UNPACKED or (unpacked > _SMALL and unpacked > MOST_RATIO * len(data)):
            raise SheetFault(says.BOMB, ("file", file), ("size", f"{unpacked / 1e6:,.0f}"))
        if any(part.flag_bits & 1 for part in package.infolist()):
            raise SheetFault(says.LOCKED, ("file", file))
        pages = [name for name in parts if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        written = any(b"<f>" in page or b"<f " in page or b"<f/" in page for page in map(package.read, pages))
        return parts | {"has formulas": int(written)}


def _rows(file: str, values: Any, formulas: Any) -> list[tuple[int, list[str]]]:
    """All rows at once, so that whatever the parsers raise is raised here."""
    rows, seen = [], 0
    with _sound(file):
        values.reset_dimensions()
        written: Iterator[Any] = repeat(())
        if formulas is not None:
            formulas.reset_dimensions()
            written = formulas.iter_rows()
        for number, (row, beside) in enumerate(zip(values.iter_rows(), written, strict=False), start=1):
            cells = [_text(cell) for cell in row]
            seen += len(cells)
            if seen > MOST_CELLS or number > MOST_ROWS:
                raise SheetFault(says.TOO_MANY_CELLS, ("file", file))
            for place, cell in enumerate(beside):
                if cell.data_type == "f" and not cells[place]:
                    cells[place] = FORMULA
            if any(cells):
                rows.append((number, cells))
    return rows


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return Typed(_typed(value, str(cell.number_format)))


def _typed(value: object, form: str) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case int():
            return _number(Decimal(value), form)
        case float():
            return _number(Decimal(format(value, ".13g")), form)
        case datetime():
            return _moment(value)
        case time():
            return _hours(datetime.combine(_EPOCH, value) - _EPOCH)
        case timedelta():
            return _hours(value)
    return str(value)


def _moment(value: datetime) -> str:
    """A day, a day with a time, or (before 1901) hours that passed 24, which a workbook keeps as a date."""
    if value.year < _OLDEST_DATE:
        return _hours(value - _EPOCH)
    near = value + timedelta(milliseconds=500)
    return near.date().isoformat() if near.time() < time(0, 0, 1) else near.strftime("%Y-%m-%d %H:%M:%S")


def _number(exact: Decimal, form: str) -> str:
    if not exact.is_finite():
        return str(exact)
    percent = "%" in form and '"' not in form
    text = format(exact * 100 if percent else exact, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text}%" if percent else text


def _hours(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    sign = "-" if minutes < 0 else ""
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@contextmanager
def _sound(file: str) -> Iterator[None]:
    """Turns whatever the parsers raise on a damaged or hostile workbook into one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except SheetFault:
        raise
    except Exception as fault:  # parsers raise what they like; the file is refused either way
        raise SheetFault(says.NOT_A_WORKBOOK, ("file", file)) from fault
