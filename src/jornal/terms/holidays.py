"""The days that a calendar's rows make holidays; Easter is computed, nothing is looked up."""

from collections.abc import Iterator
from datetime import date, timedelta

from jornal.terms.hours import Holiday
from jornal.units.periods import WEEKDAYS

_FOUND: dict[tuple[int, date, date], tuple[tuple[Holiday, ...], frozenset[date]]] = {}


def holidays(rows: tuple[Holiday, ...], start: date, end: date) -> frozenset[date]:
    """The holidays from `start` up to, and not including, `end`.

    Kept, since a whole workshop asks for the same ones.
    """
    key = (id(rows), start, end)
    kept = _FOUND.get(key)
    if kept is None or kept[0] is not rows:
        years = range(start.year, end.year + 1)
        days = (day for row in rows for year in years for day in days_of(row, year))
        if len(_FOUND) > 4096:
            _FOUND.clear()
        kept = _FOUND[key] = (rows, frozenset(day for day in days if start <= day < end))
    return kept[1]


def days_of(row: Holiday, year: int) -> Iterator[date]:
    """The days of one row in one year, most often one, within the row's `since` and `until`."""
    if row.from_year is not None and (year < row.from_year or (year - row.from_year) % row.every_years):
        return
    candidates = [day for day in row.dates if day.year == year]
    if row.easter is not None:
        candidates.append(easter(year) + timedelta(days=row.easter))
    elif row.nth is not None and row.weekday and row.month:
        candidates.extend(_nth(year, row.month, WEEKDAYS.index(row.weekday), row.nth))
    elif row.month and row.day:
        candidates.extend(_fixed(year, row.month, row.day))
    for day in candidates:
        if row.since <= day and (row.until is None or day <= row.until):
            yield day


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, as printed by Meeus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, odd = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, left = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * quarter - moon - left) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, nth: int) -> Iterator[date]:
    """The nth such weekday of a month; -1 is the last one. A fifth that is not there gives nothing."""
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        day = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    if day.month == month:
        yield day


def _fixed(year: int, month: int, day: int) -> Iterator[date]:
    """29 February gives nothing in a common year."""
    try:
        yield date(year, month, day)
    except ValueError:
        return
