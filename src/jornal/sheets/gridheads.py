"""The headers of a grid: which columns are days, and which day each is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jornal.sheets import says
from jornal.sheets.days import MONTHS, WEEKDAYS, Days, days
from jornal.sheets.figures import western
from jornal.sheets.headers import SEARCHED, Head, match, refuse_private
from jornal.sheets.listed import SheetFault, Unreadable, shown
from jornal.sheets.reading import Reading
from jornal.sheets.tables import Table
from jornal.units.letters import fold
from jornal.units.periods import WEEKDAYS as NAMES
from jornal.units.periods import Period

LEAST_DAYS = 2
"""A row with at least this many days beside a column for the worker is the header of a grid."""

_NUMBER = re.compile(r"(?:([^\W\d]+)\.?\s*)?0?(\d{1,2})\.?(?:\s*([^\W\d]+)\.?)?")


@dataclass(frozen=True)
class GridHead:
    """The row of headers of a grid: days by column, None for a number that the period does not have."""

    head: Head
    days: Mapping[int, date | None]

    def called(self, at: int) -> str:
        """The header of a column of a day."""
        return self.head.headers[at]


def find(table: Table, reading: Reading) -> GridHead | None:
    """The header of a grid among the first rows, or None; raises `SheetFault` where its days cannot be right."""
    for at, row in enumerate(table.rows[:SEARCHED]):
        numbers = [place for place, cell in enumerate(row.cells) if cell and _is_day(cell)]
        if len(numbers) < LEAST_DAYS:
            continue
        head = match(table, at, "grid")
        if "code" not in head.columns:
            continue
        columns = [place for place in numbers if place in head.unknown]
        rest = tuple(place for place in head.unknown if place not in columns)
        refuse_private(table.file, [row.cells[place] for place in rest])
        found = _days(table, at, columns, reading)
        _no_day_twice(table.file, found)
        kept = Head(at, head.columns, head.headers, rest, head.why, head.origin)
        return GridHead(kept, found)
    return None


def _is_day(cell: str) -> bool:
    """Whether a header can be a day: 1 to 31, alone or beside a weekday, or a date."""
    text = western(cell)
    if text.isdecimal():
        return len(text) <= 2 and 1 <= int(text) <= 31
    if not any(letter.isdecimal() for letter in text):
        return False
    if _numbered(text) is not None:
        return True
    try:
        Days(date(2000, 1, 1)).day(cell)
    except Unreadable:
        try:
            Days(date(2000, 1, 1), "month").day(cell)
        except Unreadable:
            return False
    return True


def _numbered(text: str) -> tuple[int, str] | None:
    """The number and the weekday of a header such as "lun 5", "5 lun" or "5"."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 31 or (found[1] and found[3]):
        return None
    word = found[1] or found[3] or ""
    if word and fold(word) not in WEEKDAYS:
        return None
    return int(found[2]), word


def _days(table: Table, at: int, columns: Sequence[int], reading: Reading) -> dict[int, date | None]:
    row = table.rows[at]
    written = [(table.place(row.number, place), row.cells[place]) for place in columns]
    dates = days(reading.period.start, reading.languages, written, " ".join(row.cells[:2]))
    found: dict[int, date | None] = {}
    for place in columns:
        cell = row.cells[place]
        numbered = _numbered(western(cell))
        if numbered is None:
            found[place] = dates.day(cell)
            continue
        number, word = numbered
        day = _day_numbered(table.file, number, reading.period)
        if word and day is not None and day.weekday() not in WEEKDAYS[fold(word)]:
            facts = (
                ("file", table.file),
                ("text", shown(cell)),
                ("day", day.isoformat()),
                ("weekday", NAMES[day.weekday()]),
            )
            raise SheetFault(says.WRONG_MONTH, *facts)
        found[place] = day
    return found


def _day_numbered(file: str, number: int, period: Period) -> date | None:
    fitting = [day for day in period if day.day == number]
    if len(fitting) > 1:
        raise SheetFault(says.DAYS_UNCLEAR, ("file", file), ("number", number))
    return fitting[0] if fitting else None


def _no_day_twice(file: str, found: Mapping[int, date | None]) -> None:
    days_found = [day for day in found.values() if day is not None]
    for day in days_found:
        if days_found.count(day) > 1:
            raise SheetFault(says.DAYS_TWICE, ("file", file), ("day", day.isoformat()))


def is_weekday_row(cells: Sequence[str]) -> bool:
    """Whether a row under the headers only names weekdays or months, as a second line of headers does."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(fold(cell) in WEEKDAYS or fold(cell) in MONTHS for cell in filled)
