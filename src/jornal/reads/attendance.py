"""The days of a site as the rules read them: what was marked, and what a stoppage means for who was not marked."""

from collections.abc import Callable, Collection
from datetime import date

from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.people import OpeningBalance
from jornal.journal.fact import Cursor
from jornal.reads.people import Stay, stays
from jornal.rules.rows import Entry
from jornal.units.clock import MINUTES_OF_DAY
from jornal.units.periods import Period

Planned = Callable[[str, date], int | None]
"""The minutes that a worker's timetable plans on a day; None where it is not known."""


def entries(
    site: str,
    period: Period,
    upto: Cursor | None = None,
    *,
    workers: Collection[str] | None = None,
    planned: Planned | None = None,
) -> dict[str, list[Entry]]:
    """Each worker's rows of a period in order of day and number; their ids are like "shift 2026-10-01 1".

    A stoppage of a whole day gives everybody enrolled then (in its workshop, if it names one) who has no row that day
    a row of its kind, with an id like "stoppage 2026-10-01 1" and her planned minutes; whoever has none planned gets
    no row. Without `planned` the row has no minutes, and the rules take those of her contract. A stoppage of part of
    a day gives no rows: what was lost of the day is marked, as rows of its kind. `workers` None is everybody.
    """
    rows = Shift.objects.current(upto).filter(site=site, day__gte=period.start, day__lt=period.end)
    if workers is not None:
        rows = rows.filter(worker__in=list(workers))
    found: dict[str, list[Entry]] = {}
    names: dict[date, str] = {}
    for worker, day, number, *rest in rows.order_by("worker", "day", "number").values_list(*_COLUMNS):
        name = names.get(day) or names.setdefault(day, f"shift {day} ")
        entry = Entry(f"{name}{number}", worker, day, *rest)
        mine = found.get(worker)
        if mine is None:
            found[worker] = [entry]
        else:
            mine.append(entry)
    for entry in stopped(site, period, upto, planned or _not_known):
        if workers is not None and entry.worker not in workers:
            continue
        mine = found.setdefault(entry.worker, [])
        if all(one.day != entry.day for one in mine):
            mine.append(entry)
            mine.sort(key=lambda one: one.day)
    return {worker: rows for worker, rows in found.items() if rows}


_COLUMNS = (
    "worker", "day", "number", "what", "minutes", "start", "end", "pause", "place", "trade", "substitute",
)  # fmt: skip


def leave_before(
    site: str, day: date, upto: Cursor | None = None, *, workers: Collection[str]
) -> dict[str, tuple[tuple[date, int], ...]]:
    """Each worker's days of leave at a site before a day, with their minutes; 0 where the row gives none."""
    rows = Shift.objects.current(upto).filter(site=site, what="leave", day__lt=day, worker__in=list(workers))
    found: dict[str, tuple[tuple[date, int], ...]] = {}
    for worker, on, given, start, end, pause in rows.order_by("worker", "day", "number").values_list(
        "worker", "day", "minutes", "start", "end", "pause"
    ):
        clocked = 0 if start is None or end is None else (end - start) % MINUTES_OF_DAY - (pause or 0)
        minutes = clocked if given is None else given
        found[worker] = (*found.get(worker, ()), (on, minutes))
    return found


def leave_brought(
    site: str, upto: Cursor | None = None, *, workers: Collection[str]
) -> dict[str, tuple[date, tuple[tuple[date, int], ...]]]:
    """From when on runs before this register tell of each worker's days at a site, and the leave she took in them."""
    rows = OpeningBalance.objects.current(upto).filter(site=site, worker__in=list(workers)).order_by("day")
    found = {}
    for worker, week in rows.values_list("worker", "week"):
        if told := week.get("leave"):
            days = tuple((date.fromisoformat(day), minutes) for day, minutes in told["days"])
            found[worker] = date.fromisoformat(told["since"]), days
    return found


def _not_known(_worker: str, _day: date) -> None:
    return None


def stopped(site: str, period: Period, upto: Cursor | None, planned: Planned) -> list[Entry]:
    """The rows that stoppages of whole days would give to everybody who was planned then, marked or not.

    Their ids are like "stoppage 2026-10-01 1".
    """
    rows = Stoppage.objects.current(upto).filter(
        site=site, day__gte=period.start, day__lt=period.end, start=None, end=None
    )
    stoppages = list(
        rows.order_by("day", "-workshop", "number").values_list("day", "number", "workshop", "what")
    )
    if not stoppages:
        return []
    there = stays(site, period, upto)
    found = []
    for day, number, workshop, what in stoppages:
        for worker in sorted({stay.worker for stay in there if _is_there(stay, day, workshop)}):
            minutes = planned(worker, day)
            if minutes != 0:
                found.append(Entry(f"stoppage {day} {number}", worker, day, what, minutes))
    return found


def _is_there(stay: Stay, day: date, workshop: str) -> bool:
    return (
        stay.since <= day
        and (stay.left_on is None or day <= stay.left_on)
        and workshop in ("", stay.workshop)
    )
