"""Attendance from any of its shapes, told apart by content: grid, long list, or the log of a clock."""

from pathlib import Path

from jornal.rules.rows import Entry, Punch
from jornal.sheets import clock, grid, gridheads, longlist
from jornal.sheets.headers import Head, find, missing, unread
from jornal.sheets.listed import Sheet
from jornal.sheets.reading import Reading
from jornal.sheets.records import Body, remarks
from jornal.sheets.tables import Table, tables


def read(path: Path, reading: Reading) -> Sheet[Entry] | Sheet[Punch]:
    """The shifts of a grid or a long list, or the punches of a clock, of the first sheet that is one of them.

    Raises `SheetFault` where the file is none of them, or cannot be right as a whole.
    """
    seen: list[Table] = []
    for table in tables(path, reading.languages):
        found = _read(table, reading)
        if found is not None:
            return found
        seen.append(table)
    raise missing(seen, "list", reading.languages[0] if reading.languages else "en")


def _read(table: Table, reading: Reading) -> Sheet[Entry] | Sheet[Punch] | None:
    """A grid, a list with hours, an export of a clock, a list of absences, a log: the first that it is."""
    days = gridheads.find(table, reading)
    if days is not None:
        return grid.entries(_body(table, days.head), days, reading)
    shifts = find(table, "list")
    if shifts is not None and shifts.columns.keys() & {"start", "end", "hours"}:
        return longlist.entries(_body(table, shifts), reading)
    punches = find(table, "punches") or find(table, "clock")
    if punches is not None:
        return clock.listed_punches(_body(table, punches), reading)
    if shifts is not None:
        return longlist.entries(_body(table, shifts), reading)
    return clock.punches(table, reading) if clock.is_log(table) else None


def _body(table: Table, head: Head) -> Body:
    return Body(table, head, (*remarks(table), *unread(table, head)))
