"""The rows of a day in the one order that paper and screen share: who is due, what is planned, what is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import chain, groupby
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max

from jornal.actions.hours import entry_of, zone_of
from jornal.actions.office import Office
from jornal.actions.planned import Hours, Planned
from jornal.actions.present import ONE_DAY
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Workshop
from jornal.journal.vaultlog import Reader
from jornal.reads.attendance import stopped
from jornal.reads.people import Stay, names, stays
from jornal.rules.hours import shifts_of
from jornal.terms.kinds import load
from jornal.units.periods import Period


@dataclass(frozen=True)
class Recorded:
    """A row of her day as it stands now: `root` names the fact, None where a stoppage of the whole day gives the row.

    `minutes` are those recorded, or what the clock and the break of her contract leave of start and end; None where
    only a kind is marked. `note` is opened where it was asked for; `noted` says whether there is one. `seq` is the
    place of this version in the site's book, by which a signed head covers it or does not.
    """

    root: UUID | None
    number: int
    what: str
    minutes: int | None
    start: int | None = None
    end: int | None = None
    pause: int | None = None
    place: str = ""
    trade: str = ""
    note: str = ""
    noted: bool = False
    corrected: bool = False
    by: str = ""
    seq: int = 0


class Row(NamedTuple):
    """A recorded row as it is read from the book."""

    root: UUID
    worker: str
    day: date
    number: int
    what: str
    minutes: int | None
    start: int | None
    end: int | None
    pause: int | None
    place: str
    trade: str
    substitute: date | None
    note: str
    corrects: UUID | None
    by: str
    seq: int


@dataclass(frozen=True)
class DayRow:
    """One worker on one day. `number` counts the rows of the day from 1; `name` is empty where the names are locked.

    `room` is the token of her workshop, `workshop` its label, `trade` that of her contract. `enrolled` is false for
    somebody who has rows on a day on which she was not enrolled: she is not left out. `next_number` is that of a
    further row of hers; one that was taken back is not given again.
    """

    number: int
    worker: str
    name: str
    workshop: str
    trade: str
    planned: Hours
    recorded: tuple[Recorded, ...] = ()
    next_number: int = 1
    enrolled: bool = True
    room: str = ""

    @property
    def shown(self) -> str:
        """Her name where the names are open, else her code."""
        return self.name or self.worker

    @property
    def place(self) -> tuple[bool, str, str]:
        """What the rows are ordered by: workshop and code; at the end who has rows without being enrolled."""
        return not self.enrolled, self.room, self.worker

    @property
    def due(self) -> bool:
        """Whether she belongs on the sheet of the day: hours are planned or not known, or something is recorded."""
        return self.planned.minutes != 0 or bool(self.recorded)


def day_rows(office: Office, day: date, *, everybody: bool = False, notes: bool = False) -> list[DayRow]:
    """The rows of a day: by workshop, then by code, whether the names are open or not.

    Who has nothing planned and nothing recorded is left out, unless `everybody` of the site is wanted. `notes` opens
    the notes too. Names and notes are opened where the office has the keys, and their reading is noted.
    """
    return rows_of(office, Period(day, day + ONE_DAY), everybody=everybody, notes=notes)[day]


@dataclass(frozen=True)
class Glance:
    """A day in short: its first rows, how many it has, how many worked on it and for how many minutes together."""

    rows: tuple[DayRow, ...]
    due: int
    here: int
    minutes: int


def glance(office: Office, day: date, first: int, there: Sequence[Stay] | None = None) -> Glance:
    """A day as `day_rows` gives it, of which only the `first` rows are made; `there` is who was read for it already."""
    gathered = _gathered(office, Period(day, day + ONE_DAY), notes=False, known=there)
    due = [worker for worker in gathered.of(day) if gathered.is_due(worker, day)]
    some = nsmallest(first, due, key=lambda worker: gathered.place(worker, day))
    is_worked = load().is_worked
    worked = [[one for one in rows if is_worked(one.what)] for rows in gathered.recorded.values()]
    return Glance(
        tuple(gathered.row(worker, day, number) for number, worker in enumerate(some, start=1)),
        due=len(due),
        here=sum(1 for rows in worked if rows),
        minutes=sum(one.minutes or 0 for rows in worked for one in rows),
    )


def rows_of(
    office: Office, period: Period, *, everybody: bool = False, notes: bool = False
) -> dict[date, list[DayRow]]:
    """The rows of every day of a period, each as `day_rows` gives them."""
    gathered = _gathered(office, period, notes=notes)
    found = {}
    for day in period:
        kept = [worker for worker in gathered.of(day) if everybody or gathered.is_due(worker, day)]
        kept.sort(key=lambda worker, day=day: gathered.place(worker, day))  # type: ignore[misc]
        found[day] = [gathered.row(worker, day, number) for number, worker in enumerate(kept, start=1)]
    return found


def order(days: Mapping[date, Sequence[DayRow]]) -> list[str]:
    """Everybody of some days once, in the order in which the rows of each day stand."""
    places: dict[str, tuple[bool, str, str]] = {}
    for row in chain.from_iterable(days.values()):
        places[row.worker] = min(row.place, places.get(row.worker, row.place))
    return sorted(places, key=lambda worker: places[worker])


Recordings = dict[tuple[str, date], tuple[Recorded, ...]]


@dataclass(frozen=True)
class _Gathered:
    """What is known of a period: who is there on each day, what is planned and recorded, what things are called."""

    there: Mapping[date, Mapping[str, Stay]]
    planned: Planned
    recorded: Recordings
    numbers: Mapping[tuple[str, date], int]
    names: Mapping[str, object]
    workshops: Mapping[str, str]

    def of(self, day: date) -> set[str]:
        """Everybody who is enrolled on a day or has rows on it."""
        return self.there[day].keys() | {worker for worker, on in self.recorded if on == day}

    def is_due(self, worker: str, day: date) -> bool:
        """Whether a worker belongs on the sheet of a day, as `DayRow.due` says."""
        stay = self.there[day].get(worker)
        return (worker, day) in self.recorded or stay is None or self.planned.minutes(stay, day) != 0

    def place(self, worker: str, day: date) -> tuple[bool, str, str]:
        """What the rows of a day are ordered by, as `DayRow.place` says."""
        stay = self.there[day].get(worker)
        return stay is None, stay.workshop if stay else "", worker

    def row(self, worker: str, day: date, number: int) -> DayRow:
        """A worker's row of a day."""
        stay, name = self.there[day].get(worker), self.names.get(worker)
        contract = self.planned.contract(worker)
        if not isinstance(name, str):  # the fault that hides the name of somebody who was forgotten
            name = ""
        return DayRow(
            number=number,
            worker=worker,
            name=name,
            workshop=self.workshops.get(stay.workshop, stay.workshop) if stay else "",
            trade=contract.trade if contract else "",
            planned=self.planned.hours(stay, day) if stay else Hours(None),
            recorded=self.recorded.get((worker, day), ()),
            next_number=self.numbers.get((worker, day), 0) + 1,
            enrolled=stay is not None,
            room=stay.workshop if stay else "",
        )


def _gathered(
    office: Office, period: Period, *, notes: bool, known: Sequence[Stay] | None = None
) -> _Gathered:
    known = stays(office.site, period) if known is None else known
    there = {day: {stay.worker: stay for stay in known if _is_there(stay, day)} for day in period}
    facts = Shift.objects.current().filter(site=office.site, day__gte=period.start, day__lt=period.end)
    shifts = [Row(*row) for row in facts.order_by("worker", "day", "number").values_list(*Row._fields)]
    workers = {stay.worker for stay in known} | {one.worker for one in shifts}
    planned = Planned(office, period, workers)
    told = _notes(office, shifts, period) if notes else {}
    recorded = _recorded(shifts, planned, zone_of(office.site), told)

    def minutes(worker: str, day: date) -> int | None:
        return planned.minutes(there[day][worker], day)

    for entry in stopped(office.site, period, None, minutes):
        key = entry.worker, entry.day
        recorded.setdefault(key, (Recorded(None, 1, entry.kind, entry.minutes),))
    called: Mapping[str, object] = {}
    if office.keys is not None:
        called = names(workers, office.keys, reader=_reader(office, period, "rows"))
    given = Shift.objects.filter(book=office.site, day__gte=period.start, day__lt=period.end, corrects=None)
    numbers = {
        (worker, day): most
        for worker, day, most in given.values_list("worker", "day").annotate(Max("number"))
    }
    labels = Workshop.objects.current().filter(site=office.site).values_list("workshop", "label")
    return _Gathered(there, planned, recorded, numbers, called, dict(labels))


def _is_there(stay: Stay, day: date) -> bool:
    return stay.since <= day and (stay.left_on is None or day <= stay.left_on)


def _recorded(shifts: Sequence[Row], planned: Planned, zone: str, told: Mapping[UUID, str]) -> Recordings:
    """What is recorded by worker and day, with the minutes that start and end come to."""
    found: Recordings = {}
    for worker, rows in groupby(shifts, key=lambda one: one.worker):
        mine = list(rows)
        timed = _minutes(mine, planned, zone)
        for one in mine:
            row = Recorded(
                one.root, one.number, one.what, timed.get(one.root, one.minutes), one.start, one.end,
                one.pause, one.place, one.trade, told.get(one.root, ""), bool(one.note), one.corrects is not None,
                one.by, one.seq,
            )  # fmt: skip
            found[worker, one.day] = (*found.get((worker, one.day), ()), row)
    return found


def _minutes(mine: Sequence[Row], planned: Planned, zone: str) -> dict[UUID, int | None]:
    """The minutes that start and end of a worker's rows come to by the clock, by root; most rows have none."""
    timed = [one for one in mine if one.minutes is None and one.end is not None]
    if not timed:
        return {}
    counted, _ = shifts_of([entry_of(one) for one in mine], zone, breaks=planned.breaks(mine[0].worker) or ())
    minutes = {shift.id: shift.minutes for shift in counted}
    return {one.root: minutes.get(entry_of(one).id) for one in timed}


def _notes(office: Office, shifts: Sequence[Row], period: Period) -> dict[UUID, str]:
    """The notes of these rows by root; nothing while the names are locked, or of one that cannot be opened."""
    noted = [one for one in shifts if one.note]
    if office.keys is None or not noted:
        return {}
    sealed = [(one.worker, "note", one.note) for one in noted]
    opened = office.keys.opened_many(sealed, reader=_reader(office, period, "notes"))
    return {one.root: text for one, text in zip(noted, opened, strict=True) if isinstance(text, str)}


def _reader(office: Office, period: Period, what: str) -> Reader:
    days = " to ".join(dict.fromkeys(str(day) for day in (period.start, period.last)))
    return Reader(office.hand.by, f"{what} of {days}", office.hand.now())
