"""The log of an attendance clock (attlog.dat, or a .csv of it).

One punch a line, with doubles counted once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from jornal.rules.rows import Punch
from jornal.sheets import says
from jornal.sheets.days import Days, days
from jornal.sheets.figures import western
from jornal.sheets.headers import Head
from jornal.sheets.listed import Listed, Remark, Sheet, Unreadable
from jornal.sheets.reading import Reading
from jornal.sheets.records import Body, Record, Tray, check_seen, remarks
from jornal.sheets.tables import Table
from jornal.sheets.times import time_of_day
from jornal.units.clock import MINUTES_OF_DAY as DAY

State = Literal["in", "out", ""]
STATES: dict[str, State] = {"0": "in", "1": "out", "2": "out", "3": "in", "4": "in", "5": "out"} | {
    word: state
    for state, words in (
        ("in", "in c/in check-in entrada ind เข้า"),
        ("out", "out c/out check-out salida ud ออก"),
    )
    for word in words.split()
}  # type: ignore[assignment]
"""What the clock writes: in, out, out and back from a break, in and out of overtime; or a word."""

_LINE = re.compile(
    r"(\S{1,32})\s+(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})[\sT]+(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\.?)?)((?:\s+\S+)*)",
    re.IGNORECASE,
)
_HEADERS = ("user id", "timestamp")
_ALTERNATE = 0.8


class _Line(NamedTuple):
    """One readable line of a log."""

    user: str
    day: str
    time: str
    marks: tuple[str, ...]


def is_log(table: Table) -> bool:
    """Whether the table is a clock's log: most of its first lines are a number, a day and a time."""
    first = table.rows[:20]
    return bool(first) and 2 * sum(_line(row.cells) is not None for row in first) > len(first)


def punches(table: Table, reading: Reading) -> Sheet[Punch]:
    """The punches of a log without headers, whose lines may come from several clocks in any order."""
    body = Body(table, Head(-1, {}, ()), tuple(remarks(table)))
    return _punches(body, reading, lambda record: _line(record.raw.cells))


def listed_punches(body: Body, reading: Reading) -> Sheet[Punch]:
    """The punches of a file with headers: who, and day and time in one column or in two."""

    def line(record: Record) -> _Line | None:
        return _line([record.get(name) for name in ("code", "when", "day", "time", "state")])

    return _punches(body, reading, line)


def _punches(body: Body, reading: Reading, line: Callable[[Record], _Line | None]) -> Sheet[Punch]:
    lines = [(record, line(record)) for record in body.records()]
    stamps = ((record.place, found.day) for record, found in lines if found)
    dates = days(reading.period.start, reading.languages, stamps)
    column = _state_column([found for _, found in lines if found])
    tray: Tray[Punch] = Tray(body, reading)
    if column is None and any(found.marks for _, found in lines if found):
        tray.remarks.append(Remark(body.table.file, body.table.file, says.STATES_IGNORED))
    seen: dict[tuple[str, object, int], str] = {}
    for record, read in lines:
        worker, found = "", read
        try:
            check_seen(record)
            found = _readable(found)
            worker = reading.punched(found.user)
            punch = _punch(record, worker, found, (dates, column))
        except Unreadable as fault:
            tray.listed.append(_listed(tray, record, found, worker, fault))
            continue
        same = (worker, punch.day, punch.minute)
        if same in seen:
            double = Unreadable(says.PUNCH_TWICE, ("other", seen[same]))
            tray.repeated.append(_listed(tray, record, found, worker, double))
            continue
        seen[same] = punch.id
        tray.use(punch, day=punch.day)
    return tray.sheet()


def _readable(line: _Line | None) -> _Line:
    if line is None:
        raise Unreadable(says.NOT_A_PUNCH)
    return line


def _punch(record: Record, worker: str, line: _Line, read: tuple[Days, int | None]) -> Punch:
    dates, column = read
    minute = time_of_day(line.time)
    if minute >= DAY:
        raise Unreadable(says.NO_SUCH_TIME, ("text", line.time))
    mark = line.marks[column] if column is not None and column < len(line.marks) else ""
    return Punch(record.place, worker, dates.day(line.day), minute, STATES.get(mark, ""))


def _line(cells: Sequence[str]) -> _Line | None:
    found = _LINE.fullmatch(western(" ".join(cells)).strip())
    return _Line(found[1], found[2], found[3], tuple(found[4].lower().split())) if found else None


def _state_column(lines: Iterable[_Line]) -> int | None:
    """Which column behind the time is in and out: the first that can be for most on most days."""
    by_person: dict[tuple[str, str], list[_Line]] = defaultdict(list)
    for line in lines:
        by_person[line.user, line.day].append(line)
    for column in range(3):
        tried: Counter[bool] = Counter()
        for found in by_person.values():
            ordered = sorted({(line.time.zfill(8), line.marks[column : column + 1]) for line in found})
            marks = [STATES.get(mark[0], "") if mark else "" for _, mark in ordered]
            if len(marks) > 1:
                tried[_fits(marks)] += 1
        if tried[True] and tried[True] >= _ALTERNATE * tried.total():
            return column
    return None


def _fits(marks: Sequence[str]) -> bool:
    """Whether the marks of a day can be in and out: they take turns, or a double touch keeps them from it."""
    takes_turns = all(a != b and b for a, b in pairwise(marks))
    return marks[0] == "in" and (takes_turns or (marks[-1] == "out" and all(marks)))


def _listed(tray: Tray[Punch], record: Record, line: _Line | None, worker: str, fault: Unreadable) -> Listed:
    """A line as a row with headers, so that it reads in again from a file to mend."""
    note = tray.note(record.raw, worker, fault.key, fault.says)
    if tray.body.head.headers:
        return note
    words = " ".join(record.raw.cells).split()
    text = (line.user, f"{line.day} {line.time}") if line else (words[0], " ".join(words[1:]))
    return note._replace(headers=_HEADERS, text=text)
