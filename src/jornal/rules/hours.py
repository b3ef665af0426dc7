"""Rows of attendance as shifts: elapsed minutes less breaks; what overlaps, misses or does not exist is a fault."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from jornal.rules.lines import Fault
from jornal.rules.rows import Entry, Punch, Shift
from jornal.terms.dated import in_force
from jornal.terms.hours import Break
from jornal.units.clock import MINUTES_OF_DAY as DAY
from jornal.units.clock import MissingHour, RepeatedHour
from jornal.units.clock import punches as settled
from jornal.units.faults import UnitsFault

LONGEST_SHIFT = 16 * 60
SAME_TOUCH = 2

OVER_A_DAY = "{day}: {minutes} minutes do not fit in a day. Correct the hours."
LONG_BREAK = (
    "{day}: a break of {pause} minutes does not fit in a shift of {span} minutes. Correct one of them."
)
NO_SUCH_HOUR = (
    "{day}: there was no {time}, the clock was put forward over it. Write the time the clock showed."
)
HOUR_TWICE = (
    "{day}: {time} came twice, the clock was put back. Write the hours worked instead of start and end."
)
NOT_TIMES = "{day}: these times do not follow each other within 24 hours. Correct them."


class Timed(NamedTuple):
    """A shift with the UTC minutes it spans, None where the sheet gives only hours."""

    shift: Shift
    began: int | None
    ended: int | None


def shifts_of(
    entries: Sequence[Entry], zone: str, *, breaks: Sequence[tuple[Break, str]] = ()
) -> tuple[list[Shift], list[Fault]]:
    """One worker's rows as shifts in order of time, and the faults that stop them (each names its row).

    Elapsed minutes come from UTC, so a night with a clock change is as long as it was. Overlapping shifts are a fault
    of both; so are several shifts begun on one day that together pass 24 hours (25, as a day with a clock change has).
    """
    timed, faults = [], []
    for entry in entries:
        try:
            timed.append(_timed(entry, zone, breaks))
        except _Unfit as unfit:
            faults.append(_fault(entry, unfit.key, unfit.says))
        except UnitsFault as fault:
            faults.append(_fault(entry, *_of_the_clock(entry, fault)))
    bad = _overlapping(timed) | _over_full_days(timed)
    by_row = {entry.id: entry for entry in entries}
    for row in sorted(bad):
        entry = by_row[row]
        faults.append(
            Fault(
                entry.worker,
                "{day}: the shifts of this day overlap or pass 24 hours. Correct one of them.",
                (("day", entry.day),),
                row,
                "pay",
            )
        )
    kept = [one.shift for one in timed if one.shift.id not in bad]
    return sorted(kept, key=lambda shift: (shift.day, shift.start or 0, shift.id)), faults


class _Unfit(ValueError):
    """A row whose hours or break cannot be, with the sentence that says so."""

    def __init__(self, key: str, **says: object) -> None:
        super().__init__(key)
        self.key, self.says = key, tuple(says.items())


Says = tuple[tuple[str, object], ...]


def _fault(entry: Entry, key: str, says: Says) -> Fault:
    return Fault(entry.worker, key, says, entry.id, "pay")


def _of_the_clock(entry: Entry, fault: UnitsFault) -> tuple[str, Says]:
    """What the clock of the place says against a row's times, as a sentence of the catalogue."""
    if isinstance(fault, MissingHour | RepeatedHour):
        key = NO_SUCH_HOUR if isinstance(fault, MissingHour) else HOUR_TWICE
        return key, (("day", fault.day), ("time", _shown(fault.minute)))
    return NOT_TIMES, (("day", entry.day),)


def _shown(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _timed(entry: Entry, zone: str, breaks: Sequence[tuple[Break, str]]) -> Timed:
    """One row as a shift; raises _Unfit, or what the clock raises, where its times cannot be."""
    shift = Shift(
        entry.id, entry.day, 0, entry.kind, None, None, 0, entry.place, entry.trade, entry.substitute
    )
    if entry.start is None or entry.end is None:
        minutes = entry.minutes if entry.minutes is not None else 0
        if not 0 <= minutes <= DAY:
            raise _Unfit(OVER_A_DAY, day=entry.day, minutes=minutes)
        start = entry.start
        end = None if start is None else start + minutes + (entry.pause or 0)
        whole = shift._replace(minutes=minutes, start=start, end=end, pause=entry.pause or 0)
        return Timed(whole, None, None)
    began, ended = settled(entry.day, (entry.start, entry.end), zone)
    span = ended - began
    pause = entry.pause if entry.pause is not None else break_minutes(span, entry.day, breaks)
    if not 0 <= pause < span:
        raise _Unfit(LONG_BREAK, day=entry.day, pause=pause, span=span)
    end = entry.end if entry.end > entry.start else entry.end + DAY
    whole = shift._replace(minutes=span - pause, start=entry.start, end=end, pause=pause)
    return Timed(whole, began, ended)


def break_minutes(span: int, day: date, breaks: Sequence[tuple[Break, str]]) -> int:
    """Unpaid break minutes for a span: of the rule with the longest `over_minutes` that the span exceeds."""
    due = [value for rule, _ in breaks if (value := in_force(rule.value, day)) and span > value.over_minutes]
    if not due:
        return 0
    longest = max(due, key=lambda value: value.over_minutes)
    return 0 if longest.paid else longest.minutes


def _overlapping(timed: Iterable[Timed]) -> set[str]:
    """Rows whose times overlap another's."""
    spans = sorted(
        (one.began, one.ended, one.shift.id) for one in timed if one.began is not None and one.ended
    )
    bad: set[str] = set()
    reach, holder = -1, ""
    for began, ended, row in spans:
        if began < reach:
            bad |= {row, holder}
        if ended > reach:
            reach, holder = ended, row
    return bad


def _over_full_days(timed: Iterable[Timed]) -> set[str]:
    """Rows of days whose minutes come to more than a day has."""
    by_day: dict[date, list[Shift]] = {}
    for one in timed:
        by_day.setdefault(one.shift.day, []).append(one.shift)
    return {
        shift.id
        for shifts in by_day.values()
        if len(shifts) > 1
        and sum(shift.minutes for shift in shifts) > DAY + 60  # the longest day, when the clock is put back
        for shift in shifts
    }


def paired(punches: Sequence[Punch]) -> tuple[list[Entry], list[Fault]]:
    """One worker's punches as shifts: in, out, in, out. A punch without its pair is a fault naming it.

    The clock's own marks are trusted only where both in and out occur among them; two touches within two minutes
    that bear the same mark are one; nothing is paired across more than 16 hours.
    """
    ordered = _touches(punches)
    marked = {punch.state for punch in ordered} >= {"in", "out"}
    entries, faults = [], []
    place = 0
    while place < len(ordered):
        first = ordered[place]
        second = ordered[place + 1] if place + 1 < len(ordered) else None
        if second is not None and _are_a_pair(first, second, marked=marked):
            entries.append(
                Entry(first.id, first.worker, first.day, "work", None, first.minute, second.minute)
            )
            place += 2
            continue
        faults.append(
            Fault(
                first.worker,
                "{day} {time}: this punch has no other to go with it. Add the missing one.",
                (("day", first.day), ("time", _shown(first.minute))),
                first.id,
                "pay",
            )
        )
        place += 1
    return entries, faults


def _touches(punches: Sequence[Punch]) -> list[Punch]:
    """Punches in order of time, a second touch within two minutes left out."""
    kept: list[Punch] = []
    for punch in sorted(punches, key=lambda one: (one.day, one.minute)):
        if kept and _between(kept[-1], punch) <= SAME_TOUCH and kept[-1].state == punch.state:
            continue
        kept.append(punch)
    return kept


def _between(first: Punch, second: Punch) -> int:
    return (second.day - first.day) // timedelta(days=1) * DAY + second.minute - first.minute


def _are_a_pair(first: Punch, second: Punch, *, marked: bool) -> bool:
    if not 0 < _between(first, second) <= LONGEST_SHIFT:
        return False
    return not marked or (first.state != "out" and second.state != "in")
