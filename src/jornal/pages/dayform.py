"""What was sent for the rows of a day: each as it was typed, and against what is recorded by then."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jornal.actions.dayrows import DayRow
from jornal.actions.hours import wall_time
from jornal.actions.present import ONE_DAY
from jornal.actions.standing import languages
from jornal.pages.desk import Desk
from jornal.sheets.grid import Time
from jornal.sheets.listed import Unreadable
from jornal.sheets.reading import Reading
from jornal.sheets.typed import typed
from jornal.terms.kinds import load
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.periods import Period
from jornal.units.said import Said

PLANNED = "planned"
SELECTED = "sel-"
"""What a button's value begins with that sets every row that is ticked."""

CHOOSE = "Choose what happened, too."
TWO_THINGS = "This row says two things. Keep one of them."
NO_PLAN = "No hours are planned here. Write the minutes."
NOT_SET = "This says that nothing happened. Take it out, or choose what happened."
NOTE_LOCKED = "Open the names first: a note is sealed as a name is."
GONE = "Not enrolled here on this day any more."

Raw = dict[str, Any]


class RowFault(Said):
    """A row that cannot be read as it was typed."""


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of one row: as planned, a kind of time or another from the list, time, note."""

    what: str = ""
    other: str = ""
    time: str = ""
    note: str = ""

    @property
    def is_set(self) -> bool:
        """Whether anything was said of the row."""
        return bool(self.kind or self.time or self.note)

    @property
    def kind(self) -> str:
        """The kind that was chosen, also "planned", or nothing."""
        return self.what or self.other


@dataclass
class Sent:
    """Everything that was sent: what was typed by worker, the rows for the verb, what cannot be read, what changed.

    `more` are the workers with a further row open.
    """

    typed: dict[str, Typed] = field(default_factory=dict)
    rows: list[Raw] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    more: set[str] = field(default_factory=set)


def read(desk: Desk, day: date, rows: Mapping[str, DayRow]) -> Sent:
    """What was sent, set against the rows as they stand now.

    A row that changed since it was shown is not among those to record, unless it says by now what was typed.
    """
    sent = typed_rows(desk)
    seen = dict(_pairs(desk.request.POST.get("seen", "")))
    reading = reading_of(desk, Period(day, day + ONE_DAY))
    for worker, one in sent.typed.items():
        row = rows.get(worker)
        if not one.is_set:
            continue
        if row is None:
            sent.faults[worker] = desk.say(GONE)
            continue
        try:
            raws = _raws(one, row, reading, day)
            _check_note(desk, one.note)
        except Unreadable as fault:
            sent.faults[worker] = desk.say(fault.key, **dict(fault.says))
        except Said as fault:
            sent.faults[worker] = desk.told(fault)
        else:
            if state(row) == seen.get(worker, state(row)):
                sent.rows += raws
            elif not _says(row, raws):
                sent.changed.append(worker)
    return sent


def typed_rows(desk: Desk) -> Sent:
    """What stood in the fields, nothing of it read yet; a button for those ticked has set their rows."""
    post = desk.request.POST
    sent = Sent(more={token for token in post.getlist("more") if token})
    for worker, _ in _pairs(post.get("seen", "")):
        found = {
            name: post.get(f"{name[0]}-{worker}", "").strip() for name in ("what", "other", "time", "note")
        }
        sent.typed[worker] = Typed(**found)
    pressed = post.get("do", "")
    if pressed.startswith(SELECTED):
        kind = post.get("bulk", "") if pressed == f"{SELECTED}other" else pressed.removeprefix(SELECTED)
        for worker in post.getlist("sel"):
            before = sent.typed.get(worker, Typed())
            sent.typed[worker] = Typed(
                kind, "", post.get("bulk-time", "").strip() or before.time, before.note
            )
    return sent


def state(row: DayRow) -> str:
    """What is recorded of a row, as a form carries it: each version by its place in the book."""
    return "-".join(str(one.seq) if one.root else "s" for one in row.recorded) or "0"


def reading_of(desk: Desk, period: Period) -> Reading:
    """How cells are read here: codes of the reader's language first, then those of the site's."""
    return Reading(period, tuple(dict.fromkeys((desk.words.language, *languages(desk.site)))))


def rows_for(row: DayRow, day: date, time: Time) -> list[Raw]:
    """The rows for the verb that somebody's cell comes to: one, or one for each of its stretches. Raises RowFault."""
    if time.minutes is None and not time.spans:
        return [as_planned(row, day, time.kind)]
    base = {"worker": row.worker, "day": day.isoformat(), "what": time.kind}
    if not time.spans:
        return [{**base, "number": row.next_number, "minutes": time.minutes}]
    return [
        {**base, "number": number, "start": wall_time(start), "end": wall_time(end)}
        for number, (start, end) in enumerate(time.spans, start=row.next_number)
    ]


def as_planned(row: DayRow, day: date, kind: str = "work") -> Raw:
    """The row for the verb that says she was there as planned, or away the whole of it. Raises RowFault."""
    planned, worked = row.planned, load().is_worked(kind)
    if worked and not planned.minutes:
        raise RowFault(NO_PLAN)
    columns: dict[str, Any] = planned.columns() if worked else {"minutes": planned.minutes or ""}
    columns |= {name: wall_time(columns[name]) for name in ("start", "end") if name in columns}
    base = {"worker": row.worker, "day": day.isoformat(), "number": row.next_number, "what": kind}
    return {**base, **columns}


def _raws(one: Typed, row: DayRow, reading: Reading, day: date) -> list[Raw]:
    if one.what and one.other:
        raise RowFault(TWO_THINGS)
    kind = "work" if one.kind == PLANNED else one.kind
    if not one.time and not kind:
        raise RowFault(CHOOSE)
    time = typed(one.time, reading) if one.time else Time(kind)
    if time is None:
        raise RowFault(NOT_SET)
    if kind and time.kind not in ("work", kind):
        raise RowFault(TWO_THINGS)
    found = rows_for(row, day, Time(kind or time.kind, time.minutes, time.spans))
    found[0]["note"] = one.note
    return found


def _check_note(desk: Desk, note: str) -> None:
    if note and desk.keys is None:
        raise RowFault(NOTE_LOCKED)
    refuse(note, Part("the note"))


def _says(row: DayRow, raws: Iterable[Raw]) -> bool:
    """Whether what is recorded says already what was typed."""
    there = {(one.what, one.minutes or 0) for one in row.recorded} | {
        (one.what, wall_time(one.start), wall_time(one.end))
        for one in row.recorded
        if one.start is not None and one.end is not None
    }
    return all(
        (raw["what"], raw["start"], raw["end"]) in there
        if "start" in raw
        else (raw["what"], raw["minutes"] or 0) in there
        for raw in raws
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    """Workers with what was shown of each: "QC014X:0 QC015A:57"."""
    found = (part.rpartition(":") for part in text.split())
    return [(worker, shown) for worker, _, shown in found if worker]
