"""A site's month day by day: who is planned, who is marked, and what else the day holds, for its calendar."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from jornal.actions import adopt
from jornal.actions.hours import zone_of
from jornal.actions.issuing import DUE_AFTER
from jornal.actions.office import Office
from jornal.actions.planned import Planned, public_holidays
from jornal.actions.present import ONE_DAY
from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.organisation import Visit
from jornal.facts.pay import Run
from jornal.facts.work import TrainingPlanned
from jornal.journal.entry import Head
from jornal.reads.attendance import stopped
from jornal.reads.pay import final
from jornal.reads.people import Stay, stays
from jornal.units.periods import WEEKDAYS, Period, month

Told = TypeVar("Told")


@dataclass(frozen=True)
class MonthDay:
    """A day of a site: people planned, people marked (also who was not planned), those planned and not marked yet.

    `rest` is whether it is the weekly rest day of every contract of the site. `due` is the month whose pay is due by
    then. `closed` is whether the site's book was signed at the close of it or later.
    """

    day: date
    planned: int
    marked: int
    open: int
    stoppages: tuple[tuple[str, str, int], ...] = ()
    holiday: bool = False
    rest: bool = False
    training: tuple[tuple[str, str, int], ...] = ()
    visits: tuple[tuple[str, str], ...] = ()
    due: str = ""
    closed: bool = False


def month_days(office: Office, of: str) -> list[MonthDay]:
    """The days of a month such as "2026-10".

    A stoppage is told as (kind, workshop or "", its number), training as (course, state, how many take part), a visit
    as (visitor, state). Cancelled ones are left out.
    """
    period, site = month(of), office.site
    due, marked = _due(office, period, stays(site, period)), _marked(site, period)
    stoppages, training, visits = _stoppages(site, period), _training(site, period), _visits(site, period)
    holidays, rest = public_holidays(site, period), _rest(site)
    pay, closed = _pay(site, period), _closed(site)
    return [
        MonthDay(
            day=day,
            planned=len(due[day]),
            marked=len(marked[day]),
            open=len(due[day] - marked[day]),
            stoppages=tuple(stoppages[day]),
            holiday=day in holidays,
            rest=day.weekday() in rest,
            training=tuple(training[day]),
            visits=tuple(visits[day]),
            due=pay.get(day, ""),
            closed=closed is not None and day <= closed,
        )
        for day in period
    ]


def unmarked(office: Office, period: Period, there: Sequence[Stay] | None = None) -> dict[date, int]:
    """By day of a period, how many had hours planned and have no row; `there` is who was read for it already."""
    marked, there = _marked(office.site, period), stays(office.site, period) if there is None else there
    return {day: len(due - marked[day]) for day, due in _due(office, period, there, but=(0, None)).items()}


def _due(
    office: Office, period: Period, there: Sequence[Stay], but: tuple[int | None, ...] = (0,)
) -> dict[date, set[str]]:
    """Who is due on each day: planned, or of unknown hours, `but` for whom so many minutes are planned."""
    planned = Planned(office, period, [stay.worker for stay in there])
    found: dict[date, set[str]] = {day: set() for day in period}
    # Thousands share their hours and their days, and each day is looked up once for all of them.
    together: dict[Hashable, tuple[Stay, set[str]]] = {}
    for stay in there:
        together.setdefault((planned.shared(stay), stay.since, stay.left_on), (stay, set()))[1].add(
            stay.worker
        )
    for stay, workers in together.values():
        last = min(stay.left_on or period.end - ONE_DAY, period.end - ONE_DAY)
        for day in Period(max(stay.since, period.start), last + ONE_DAY):
            if planned.minutes(stay, day) not in but:
                found[day] |= workers
    return found


def _marked(site: str, period: Period) -> dict[date, set[str]]:
    """Who has a row on each day, of her own or by a stoppage of the whole day."""
    found: dict[date, set[str]] = defaultdict(set)
    rows = Shift.objects.current().filter(site=site, day__gte=period.start, day__lt=period.end)
    for worker, day in rows.values_list("worker", "day"):
        found[day].add(worker)
    for entry in stopped(site, period, None, lambda *_: None):
        found[entry.day].add(entry.worker)
    return found


def _stoppages(site: str, period: Period) -> Mapping[date, list[tuple[str, str, int]]]:
    rows = Stoppage.objects.current().filter(site=site, day__gte=period.start, day__lt=period.end)
    listed = rows.order_by("day", "workshop", "number").values_list("day", "what", "workshop", "number")
    return _by_day((day, (what, workshop, number)) for day, what, workshop, number in listed)


def _training(site: str, period: Period) -> Mapping[date, list[tuple[str, str, int]]]:
    rows = TrainingPlanned.objects.current().filter(
        site=site, day__gte=period.start, day__lt=period.end, state__in=["planned", "held"]
    )
    listed = rows.order_by("day", "course").values_list("day", "course", "state", "workers")
    return _by_day((day, (course, state, len(workers))) for day, course, state, workers in listed)


def _visits(site: str, period: Period) -> Mapping[date, list[tuple[str, str]]]:
    rows = Visit.objects.current().filter(site=site, day__gte=period.start, day__lt=period.end)
    listed = rows.exclude(state="cancelled").order_by("day", "visitor").values_list("day", "visitor", "state")
    return _by_day((day, (visitor, state)) for day, visitor, state in listed)


def _by_day(pairs: Iterable[tuple[date, Told]]) -> Mapping[date, list[Told]]:
    found: dict[date, list[Told]] = defaultdict(list)
    for day, told in pairs:
        found[day].append(told)
    return found


def _rest(site: str) -> set[int]:
    """The weekdays on which every contract of the site rests."""
    fact = adopt.adopted_for(site)
    if fact is None:
        return set()
    terms, _ = adopt.terms_of(fact)
    here = next((one for one in terms.site if one.id == site), None)
    listed = here.contracts if here else ()
    rests = {one.timetable.rest_day for one in terms.contract if one.id in listed and one.timetable}
    return {WEEKDAYS.index(name) for name in rests if name and len(rests) == 1}


def _pay(site: str, period: Period) -> dict[date, str]:
    """The months whose pay is due on a day, as their runs say; of the month before also while it has no run yet."""
    runs = final(Run).filter(site=site).order_by("number").values_list("month", "due_on")
    due = dict(runs)
    last = period.start - ONE_DAY
    first = last.replace(day=1)
    if Shift.objects.filter(site=site, day__gte=first, day__lte=last).exists():
        due.setdefault(f"{last:%Y-%m}", last + DUE_AFTER)
    return {day: of for of, day in due.items()}


def _closed(site: str) -> date | None:
    """The last day on which the site's book was signed at the close of a day."""
    last = (
        Head.objects.filter(book=site, why="day")
        .order_by("-signed_at")
        .values_list("signed_at", flat=True)
        .first()
    )
    return None if last is None else last.astimezone(ZoneInfo(zone_of(site))).date()
