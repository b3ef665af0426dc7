"""The headers of a grid: which columns are days, and which day each is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jornal.sheets import says
from jornal.sheets.days import MONTHS, WEEKDAYS, Days, days, is_written_as_day
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
    """The header of a grid among the first rows, or None.

    Raises `SheetFault` where its days cannot be right.
    """
    for at, row in enumerate(table.rows[:SEARCHED]):
        numbers = [place for place, cell in enumerate(row.cells) if cell and _is_day(cell)]
        if len(numbers) < LEAST_DAYS:
            continue
        head = _with_worker(table, at)
        if head is None:
            continue
        columns = [place for place in numbers if place in head.unknown]
        rest = tuple(place for place in head.unknown if place not in columns)
        refuse_private(table.file, [head.headers[place] for place in rest])
        found = _days(table, at, columns, reading)
        _no_day_twice(table.file, found)
        return GridHead(replace(head, unknown=rest), found)
    return None


def _with_worker(table: Table, at: int) -> Head | None:
    """The row as headers if it has a column for the worker, itself or in the row above or below it.

    A row above or below may hold only weekdays where the days are: so the first row of a list is not taken
    for days.
    """
    row = table.rows[at].cells
    for last, beside in ((at, at), (at, at - 1), (at + 1, at + 1)):
        if not 0 <= beside < len(table.rows):
            continue
        other = table.rows[beside].cells
        cells = [cell or other[place] if place < len(other) else cell for place, cell in enumerate(row)]
        cells += other[len(row) :]
        over_days = [
            other[place] for place, cell in enumerate(row) if cell and _is_day(cell) and place < len(other)
        ]
        if beside != at and any(cell and fold(cell) not in WEEKDAYS for cell in over_days):
            continue
        head = match(table, last, "grid", cells)
        if "code" in head.columns:
            return head
    return None


def _is_day(cell: str) -> bool:
    """Whether a header can be a day: 1 to 31, alone or beside a weekday, or a date."""
    text = western(cell)
    if text.isdecimal():
        return len(text) <= 2 and 1 <= int(text) <= 31
    if not any(letter.isdecimal() for letter in text):
        return False
    return _numbered(text) is not None or is_written_as_day(cell)


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
        numbered = _numbered(western(row.cells[place]))
        if numbered is None:
            found[place] = _dated(table.file, row.cells[place], dates)
            continue
        number, word = numbered
        found[place] = _day_numbered(table.file, number, reading.period)
        for said in (word, *_weekdays_beside(table, at, place, columns)):
            _check_weekday(table.file, found[place], said)
    return found


def _dated(file: str, cell: str, dates: Days) -> date:
    try:
        return dates.day(cell)
    except Unreadable:
        raise SheetFault(says.HEADER_NOT_A_DAY, ("file", file), ("text", shown(cell))) from None


def _weekdays_beside(table: Table, at: int, place: int, columns: Sequence[int]) -> list[str]:
    """The weekdays over and under a number, in a row that only names weekdays."""
    beside = [table.rows[row].cells for row in (at - 1, at + 1) if 0 <= row < len(table.rows)]
    return [
        cells[place]
        for cells in beside
        if place < len(cells) and is_weekday_row([cells[each] for each in columns if each < len(cells)])
    ]


def _check_weekday(file: str, day: date | None, said: str) -> None:
    """Raises `SheetFault` where the weekday is not the day's: then the sheet is of another month."""
    if day is not None and said and day.weekday() not in WEEKDAYS.get(fold(said), range(7)):
        text, weekday = shown(f"{said} {day.day}"), NAMES[day.weekday()]
        facts = (("file", file), ("text", text), ("day", day.isoformat()), ("weekday", weekday))
        raise SheetFault(says.WRONG_MONTH, *facts)


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
