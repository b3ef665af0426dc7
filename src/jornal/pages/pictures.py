"""Small pictures as the figures of an SVG, with the table that says the same: the day as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jornal.actions.dayrows import DayRow
from jornal.terms.kinds import load
from jornal.words.catalogue import Words

LEFT, WIDTH, HEIGHT = 176, 660, 28
"""Where the bars begin, how wide the whole picture is, how high a row; in units of the picture."""
HOUR = 60
BRIEF = 15
"""So many letters of a name fit beside the bars of a phone, where letters are larger than the picture."""


class Bar(NamedTuple):
    """A stretch of a row: where it begins, how wide it is, and its class in the look ("" is work as planned)."""

    x: float
    width: float
    kind: str


@dataclass(frozen=True)
class Line:
    """A row of the day: who (cut shorter for a phone), at which height, planned, what was done, the same in words."""

    worker: str
    name: str
    brief: str
    y: int
    planned: Bar | None
    bars: tuple[Bar, ...]
    says: str
    minutes: int | None


@dataclass(frozen=True)
class Day:
    """The day as bars: its rows, the hours below them, how high it is."""

    lines: tuple[Line, ...]
    hours: tuple[tuple[float, str], ...]
    height: int
    width: int = WIDTH
    left: int = LEFT


def of_day(rows: Sequence[DayRow], words: Words) -> Day:
    """The bars of a day's rows. Whose hours nobody said begins with the earliest of the others."""
    starts = [row.planned.starts for row in rows if row.planned.starts is not None]
    starts += [one.start for row in rows for one in row.recorded if one.start is not None]
    first = min(starts, default=8 * HOUR) // HOUR * HOUR
    last = -(-max((_end(row, first) for row in rows), default=first) // HOUR) * HOUR
    last = last if last > first else first + 8 * HOUR
    scale = (WIDTH - LEFT - 20) / (last - first)

    def bar(start: int, minutes: int, kind: str = "") -> Bar:
        return Bar(round(LEFT + (start - first) * scale, 1), round(max(minutes, 0) * scale, 1), kind)

    lines = []
    for number, row in enumerate(rows):
        begins = first if row.planned.starts is None else row.planned.starts
        planned = bar(begins, row.planned.minutes) if row.planned.minutes else None
        bars = tuple(bar(*stretch) for stretch in _stretches(row, begins))
        minutes = sum(one.minutes or 0 for one in row.recorded) if row.recorded else None
        name, brief = short(row.shown), short(row.shown, BRIEF)
        lines.append(
            Line(row.worker, name, brief, number * HEIGHT, planned, bars, _says(row, words), minutes)
        )
    step = HOUR if last - first <= 10 * HOUR else 2 * HOUR
    hours = tuple((bar(at, 0).x, f"{at // HOUR % 24:02}:00") for at in range(first, last + 1, step))
    return Day(tuple(lines), hours, len(rows) * HEIGHT)


def short(name: str, most: int = 24) -> str:
    """A name that fits beside its bar; the table has it whole."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _end(row: DayRow, first: int) -> int:
    begins = first if row.planned.starts is None else row.planned.starts
    ends = [start + minutes for start, minutes, _ in _stretches(row, begins)]
    return max([begins + (row.planned.minutes or 0), *ends])


def _stretches(row: DayRow, begins: int) -> list[tuple[int, int, str]]:
    """Start, length and class of each recorded stretch of work; those without a start follow one another."""
    found, at = [], begins
    for one in row.recorded:
        if not load().is_worked(one.what):
            continue
        start = at if one.start is None else one.start
        length = one.minutes or 0
        at = start + length
        found.append((start, length, "" if one.what == "work" else "soon"))
    return found


def _says(row: DayRow, words: Words) -> str:
    """The kinds of the day in words; nothing for a day of work alone."""
    kinds = [load().of(one.what) for one in row.recorded if one.what != "work"]
    return ", ".join(kind.words[words.language][0] for kind in kinds if kind and words.language in kind.words)
