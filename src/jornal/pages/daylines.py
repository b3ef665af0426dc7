"""The rows of a day as the screen shows them: what is recorded, the fields of what is not, and the sums to check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from jornal.actions.dayrows import DayRow, Recorded
from jornal.actions.hours import wall_time
from jornal.facts.attendance import Shift
from jornal.pages.dayform import PLANNED, Sent, Typed
from jornal.pages.desk import Desk
from jornal.pages.filled import Filled
from jornal.pages.tags import mark
from jornal.terms.kinds import PRESENT, Kind, load
from jornal.words.dates import day_text

HOLDER = "row-of-a-worker"
"""What stands in the fields that every row has, in place of her code."""
CHANGED = "This row changed after you had opened the sheet. You had set: {set}."
OTHERWISE = "{by} recorded this on {day} at {time}, after you had opened the sheet. You had set: {set}."

Line = tuple[str, SafeString]
"""The workshop of a row, and the row as the page shows it."""


@dataclass(frozen=True)
class Totals:
    """What to check against paper: people who were there, away, not marked; minutes worked."""

    there: int
    away: int
    open: int
    minutes: int

    @property
    def marked(self) -> int:
        """People with something recorded."""
        return self.there + self.away

    @property
    def people(self) -> int:
        """Everybody on the sheet."""
        return self.marked + self.open


def totals(rows: Sequence[DayRow]) -> Totals:
    """The sums of some rows as they are recorded."""
    kinds, there, away, minutes = load(), 0, 0, 0
    for row in rows:
        worked = [one.minutes or 0 for one in row.recorded if kinds.is_worked(one.what)]
        there += bool(worked)
        away += bool(row.recorded and not worked)
        minutes += sum(worked)
    return Totals(there, away, len(rows) - there - away, minutes)


def ordered(rows: Sequence[DayRow], order: str) -> list[DayRow]:
    """The rows in another order than they are printed in."""
    if order == "name":
        return sorted(rows, key=lambda row: row.shown.casefold())
    if order == "open":
        return sorted(rows, key=lambda row: bool(row.recorded))
    return list(rows)


def groups(lines: Sequence[Line], *, by_workshop: bool) -> list[tuple[str, list[SafeString]]]:
    """The lines under the workshop they belong to; under nothing where there is one, or where they are sorted."""
    if not by_workshop or len({room for room, _ in lines}) < 2:
        return [("", [html for _, html in lines])]
    found: dict[str, list[SafeString]] = {}
    for room, html in lines:
        found.setdefault(room, []).append(html)
    return list(found.items())


class Lines:
    """Makes lines of rows: for one person's request, with what she typed where a form comes back."""

    def __init__(self, desk: Desk, sent: Sent, *, day: date | None = None, fields: bool = False) -> None:
        self._desk, self._sent, self._fields = desk, sent, fields
        self._words: dict[str, dict[str, Any]] = {}
        self._by: dict[str, str] = {}
        self._times: dict[int, str] = {}
        self._base = desk.at("site.attendance.day", day=day) if day else ""
        self._line = Filled("attendance/line.html", {"words": desk.words, "desk": desk, "may_mark": fields})
        self._plain = self._choices(Typed()) if fields else ""

    def of(self, rows: Sequence[DayRow]) -> list[Line]:
        """Every line of these rows, in their order: a worker has one for each row of hers, and for a further one."""
        otherwise = _otherwise(self._desk, rows, self._sent)
        self._by = self._desk.called({one.by for row in rows for one in row.recorded if one.by})
        found: list[Line] = []
        for row in rows:
            head = self._head(row)
            lines = [{**head, **self._recorded(row, one)} for one in row.recorded]
            if not row.recorded or row.worker in self._sent.more:
                lines.append({**head, **self._open(row)})
            for line in lines[1:]:
                line["first"] = False
            if row.worker in otherwise:
                typed = self._sent.typed[row.worker]
                lines[0] |= {"fault": otherwise[row.worker], "change": self._change(row, typed)}
            found += [(row.workshop, self._line.of(line)) for line in lines]
        return found

    def _head(self, row: DayRow) -> dict[str, Any]:
        planned = row.planned
        return {
            "worker": row.worker,
            "name": row.shown,
            "mark": mark({"desk": self._desk}, row.worker),
            "number": str(row.number),
            "stranger": not row.enrolled,
            "first": True,
            "plan": span(planned.starts, planned.ends) or self.time(planned.minutes),
            "fault": "",
            "change": "",
        }

    def _recorded(self, row: DayRow, one: Recorded) -> dict[str, Any]:
        kind = self.kind(one.what)
        first = one is row.recorded[0]
        return {
            "recorded": True,
            "worked": kind["worked"],
            "letter": kind["letter"],
            "long": kind["long"],
            "corrected": one.corrected,
            "by": self._by.get(one.by, one.by),
            "address": f"{self._base}/{quote(row.worker)}/{one.number}" if one.root else "",
            "more": self._fields and first and row.worker not in self._sent.more,
            "span": span(one.start, one.end),
            "time": self.length(one, row.planned.minutes),
            "note": one.note,
            "sealed": one.noted and not one.note,
        }

    def _open(self, row: DayRow) -> dict[str, Any]:
        typed = self._sent.typed.get(row.worker, Typed())
        choices = self._choices(typed) if typed.what or typed.other else self._plain
        return {
            "recorded": False,
            # The code is escaped; everything else was written by the template.
            "choices": mark_safe(choices.replace(HOLDER, escape(row.worker))),  # noqa: S308
            "minutes": str(row.planned.minutes or ""),
            "time": typed.time,
            "note": typed.note,
            "fault": self._sent.faults.get(row.worker, ""),
        }

    def _change(self, row: DayRow, typed: Typed) -> str:
        """The way to correct what somebody else recorded into what was wanted."""
        first = next((one for one in row.recorded if one.root), None)
        if first is None:
            return ""
        asked = {"what": "work" if typed.kind in ("", PLANNED) else typed.kind, "time": typed.time}
        return f"{self._base}/{quote(row.worker)}/{first.number}?{urlencode(asked)}"

    def _choices(self, typed: Typed) -> SafeString:
        """What may have happened, to choose from. Made once for all rows in which nothing is chosen."""
        desk = self._desk
        return render_to_string(
            "attendance/choices.html",
            {
                "words": desk.words,
                "worker": HOLDER,
                "typed": typed,
                "present": {"id": PLANNED, "letter": letter_of_presence(desk), "word": desk.say("present")},
                "usual": [self.kind(kind.id) for kind in load().all if kind.usual],
                "others": [self.kind(kind.id) for kind in load().all if not kind.usual and kind.id != "work"],
            },
        )

    def kind(self, id: str) -> dict[str, Any]:  # noqa: A002 - the shapes call it id
        """A kind of time as it is shown: its letter, its words, whether it is worked."""
        if id not in self._words:
            self._words[id] = _shown(load().of(id), id, self._desk)
        return self._words[id]

    def length(self, one: Recorded, planned: int | None) -> str:
        """How long a recorded row is; nothing for an absence of the whole day."""
        whole_day = not self.kind(one.what)["worked"] and one.minutes in (None, planned)
        return "" if whole_day else self.time(one.minutes)

    def time(self, minutes: int | None) -> str:
        """A length of time, each written once."""
        if minutes is None:
            return ""
        if minutes not in self._times:
            self._times[minutes] = self._desk.figures.time(minutes)
        return self._times[minutes]


def span(start: int | None, end: int | None) -> str:
    """From when to when, as clocks show it: "08:00–13:00"; nothing where it is not known."""
    return "" if start is None or end is None else f"{wall_time(start)}–{wall_time(end)}"


def letter_of_presence(desk: Desk) -> str:
    """The letter for somebody who was there as planned."""
    return PRESENT[desk.words.language]


def kind_said(desk: Desk, kind: str) -> str:
    """What a kind of time is called: "sick"; work as planned is "present"."""
    return str(_shown(load().of(kind), kind, desk)["word"])


def _shown(kind: Kind | None, id: str, desk: Desk) -> dict[str, Any]:  # noqa: A002
    language = desk.words.language
    if kind is None:
        return {"id": id, "letter": "", "word": id, "long": id, "worked": False}
    if kind.id == "work":
        word = desk.say("present")
        return {"id": id, "letter": letter_of_presence(desk), "word": word, "long": word, "worked": True}
    return {
        "id": id,
        "letter": kind.code(language),
        "word": kind.short(language),
        "long": kind.word(language),
        "worked": kind.group == "worked",
    }


def _otherwise(desk: Desk, rows: Sequence[DayRow], sent: Sent) -> dict[str, str]:
    """What is said of each row that changed while she had the sheet open: by whom, when, and what she had set."""
    changed = {row.worker: row for row in rows if row.worker in sent.changed}
    if not changed:
        return {}
    zone = ZoneInfo(desk.site.zone) if desk.site else ZoneInfo("UTC")
    last: dict[str, tuple[str, datetime]] = {}
    tips = Shift.objects.current().filter(site=desk.place, worker__in=list(changed), root__in=_roots(changed))
    for worker, by, at in tips.order_by("seq").values_list("worker", "by", "recorded_at"):
        last[worker] = (by, at.astimezone(zone))
    called = desk.called([by for by, _ in last.values()])
    found = {worker: desk.say(CHANGED, set=wanted(desk, sent.typed[worker])) for worker in changed}
    for worker, (by, at) in last.items():
        day, time = day_text(at.date(), desk.words.language), f"{at:%H:%M}"
        found[worker] = desk.say(
            OTHERWISE, by=called[by], day=day, time=time, set=wanted(desk, sent.typed[worker])
        )
    return found


def _roots(rows: Mapping[str, DayRow]) -> list[Any]:
    return [one.root for row in rows.values() for one in row.recorded if one.root]


def wanted(desk: Desk, typed: Typed) -> str:
    """What somebody had typed for a row, as a sentence can quote it."""
    kind = "work" if typed.kind == PLANNED else typed.kind
    parts = (kind_said(desk, kind) if kind else "", typed.time, typed.note)
    return ", ".join(part for part in parts if part)
