"""A week keyed in from paper: the rows and days of the printed sheet as a grid, each cell read as that of a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse
from django.utils.safestring import SafeString

from jornal.actions.dayrows import DayRow, Recorded, order, rows_of
from jornal.actions.hours import DoNotFit
from jornal.actions.markday import mark_day
from jornal.actions.present import ONE_DAY
from jornal.pages import daylines
from jornal.pages.access import ATTENDANCE, Page
from jornal.pages.attendance import READ
from jornal.pages.dayform import Raw, RowFault, Sent, as_planned, reading_of, rows_for
from jornal.pages.daylines import Lines
from jornal.pages.desk import Desk
from jornal.pages.filled import Filled
from jornal.sheets.listed import Unreadable
from jornal.sheets.times import decimal_hours
from jornal.sheets.typed import typed
from jornal.terms.kinds import PRESENT, load
from jornal.units.letters import fold
from jornal.units.periods import Period, week_of
from jornal.words.dates import stretch

A_WEEK = timedelta(days=7)
NOT_YET = "This day has not come yet. It can be marked from that day on."
MEANWHILE = "Somebody else marked this meanwhile, so it stays as it is. You had typed “{text}”."
Cell = tuple[str, date]


@dataclass
class Keyed:
    """What was typed: the text of each cell, the rows it comes to, what cannot be read and what changed meanwhile."""

    texts: dict[Cell, str] = field(default_factory=dict)
    rows: list[Raw] = field(default_factory=list)
    faults: dict[Cell, str] = field(default_factory=dict)
    changed: dict[Cell, str] = field(default_factory=dict)

    @property
    def wrong(self) -> dict[Cell, str]:
        """Everything that is said of a cell."""
        return self.faults | self.changed


def page(desk: Desk, day: date) -> HttpResponse:
    """The week that a day is in; what is sent is recorded, all of it or nothing."""
    week = week_of(day)
    if not desk.posted:
        return _shown(desk, week, Keyed())
    keyed = _read(desk, week)
    if not keyed.faults:
        _record(desk, keyed)
    if keyed.wrong:
        return _shown(desk, week, keyed)
    text = desk.words.count(len(keyed.rows), "{number} row recorded.", "{number} rows recorded.")
    desk.note_said(text)
    return desk.to("site.attendance.week", day=week.start)


def _record(desk: Desk, keyed: Keyed) -> None:
    try:
        mark_day(desk.office(ATTENDANCE), keyed.rows)
    except DoNotFit as fault:
        for one in fault.rows:
            where = one.worker, dict(one.says)["day"]
            keyed.faults[where] = desk.say(one.key, **dict(one.says))
    except ValueError as fault:
        first = keyed.rows[0]
        keyed.faults[first["worker"], date.fromisoformat(first["day"])] = desk.told(fault)


def _read(desk: Desk, week: Period) -> Keyed:
    """The cells that were filled, set against what is recorded by now."""
    days = rows_of(desk.office(READ), week, everybody=True)
    rows = {(row.worker, day): row for day, these in days.items() for row in these}
    texts = {cell: desk.request.POST.get(name_of(*cell), "").strip() for cell in rows}
    keyed = Keyed({cell: text for cell, text in texts.items() if text})
    reading = reading_of(desk, week)
    decimals = decimal_hours(keyed.texts.values())
    for (worker, day), text in keyed.texts.items():
        cell, row = (worker, day), rows[worker, day]
        try:
            raws = _rows_of_cell(desk, row, day, (text, reading, decimals))
        except Unreadable as fault:
            keyed.faults[cell] = desk.say(fault.key, **dict(fault.says))
        except RowFault as fault:
            keyed.faults[cell] = desk.told(fault)
        else:
            if row.recorded and raws:
                keyed.changed[cell] = desk.say(MEANWHILE, text=text)
            elif day > desk.day:
                keyed.faults[cell] = desk.say(NOT_YET)
            else:
                keyed.rows += raws
    return keyed


def _rows_of_cell(desk: Desk, row: DayRow, day: date, cell: tuple[str, Any, bool]) -> list[Raw]:
    text, reading, decimals = cell
    if fold(text) == fold(PRESENT[desk.words.language]):
        return [as_planned(row, day)]
    time = typed(text, reading, decimals=decimals)
    return [] if time is None else rows_for(row, day, time)


def name_of(worker: str, day: date) -> str:
    """The name of a cell's field."""
    return f"c-{worker}-{day.isoformat()}"


def _shown(desk: Desk, week: Period, keyed: Keyed) -> HttpResponse:
    days = rows_of(desk.office(READ), week)
    due = [day for day, rows in days.items() if rows]
    by_cell = {(row.worker, day): row for day, rows in days.items() for row in rows}
    grid = Grid(desk, keyed, due)
    table = [grid.row(worker, by_cell) for worker in order(days)]
    kinds = [grid.lines.kind(kind.id) for kind in load().all if kind.id != "work"]
    return desk.page(
        "attendance/week.html",
        status=422 if keyed.wrong else 200,
        week=week,
        days=stretch(week.start, week.end - ONE_DAY, desk.words.language),
        due=list(zip(due, grid.sums, strict=True)),
        table=table,
        total=sum(grid.sums),
        wrong=[(name_of(*cell), desk.called([cell[0]])[cell[0]], text) for cell, text in keyed.wrong.items()],
        before=week.start - A_WEEK,
        after=week.end,
        may_mark=grid.may_mark,
        present={"letter": PRESENT[desk.words.language], "word": desk.say("present")},
        kinds=kinds,
    )


class Grid:
    """The week as it is shown: a row for each worker with a cell for each day, and the minutes of the days."""

    def __init__(self, desk: Desk, keyed: Keyed, due: Sequence[date]) -> None:
        self.lines, self.sums = Lines(desk, Sent()), [0] * len(due)
        self.may_mark = bool(desk.roles & set(ATTENDANCE))
        self._desk, self._keyed, self._due = desk, keyed, due
        context = {"words": desk.words, "desk": desk}
        self._row, self._cell, self._told = (
            Filled(f"attendance/{name}.html", context) for name in ("weekrow", "cell", "told")
        )
        self._bases = [desk.at("site.attendance.day", day=day) for day in due]
        self._number = 0

    def row(self, worker: str, by_cell: Mapping[Cell, DayRow]) -> SafeString:
        """A worker's row, drawn; each call is the next row."""
        rows = [by_cell.get((worker, day)) for day in self._due]
        held = next(row for row in rows if row is not None)
        cells = "".join(self._of(worker, at, row) for at, row in enumerate(rows))
        worked = [daylines.totals([row]).minutes if row else 0 for row in rows]
        self.sums = [sum(pair) for pair in zip(self.sums, worked, strict=True)]
        self._number += 1
        return self._row.of(
            {
                "worker": worker,
                "number": str(self._number),
                "name": held.shown,
                "cells": SafeString(cells),  # drawn by templates
                "minutes": str(sum(worked)),
                "time": self.lines.time(sum(worked)),
            }
        )

    def _of(self, worker: str, at: int, row: DayRow | None) -> str:
        """A cell: what is recorded of it, or its field; nothing where she is not due or the day has not come."""
        day = self._due[at]
        told = "".join(self._said(row, one, at) for one in row.recorded) if row else ""
        return self._cell.of(
            {
                "told": SafeString(told),  # drawn by a template
                "field": row is not None and self.may_mark and day <= self._desk.day,
                "name": name_of(worker, day),
                "text": self._keyed.texts.get((worker, day), ""),
                "fault": self._keyed.wrong.get((worker, day), ""),
                "worker": worker,
                "minutes": str(row.planned.minutes or 0) if row else "0",
                "row": str(self._number),
                "column": str(at),
            }
        )

    def _said(self, row: DayRow, one: Recorded, at: int) -> str:
        kind = self.lines.kind(one.what)
        return self._told.of(
            {
                "address": f"{self._bases[at]}/{quote(row.worker)}/{one.number}" if one.root else "",
                "letter": "" if one.what == "work" else kind["letter"],
                "long": kind["long"],
                "time": daylines.span(one.start, one.end) or self.lines.length(one, row.planned.minutes),
            }
        )


PAGES = [Page("site.attendance.week", "<token:site>/attendance/week/<day:day>", page, READ, ATTENDANCE)]
