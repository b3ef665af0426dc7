"""How fast a site works: standard minutes accepted on lots beside minutes worked on them, and what stopped it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from math import lcm

from django.db.models import CharField
from django.db.models.functions import Cast

from jornal.actions.office import Office
from jornal.actions.planned import Planned
from jornal.actions.untouched import Ends, ends, untouched
from jornal.facts.attendance import Shift
from jornal.facts.lots import Lot
from jornal.facts.pieces import Pieces
from jornal.facts.products import Recipe
from jornal.reads.attendance import stopped
from jornal.reads.people import Enrolment, enrolled
from jornal.rules.promise import MEASURED_WEEKS, efficiency, stops
from jornal.terms.kinds import load
from jornal.units.clock import MINUTES_OF_DAY
from jornal.units.periods import Period

WEEK = timedelta(days=7)
MOST_KNOWN = 64
"""So many sites and weeks are kept in memory; then it begins anew."""
_known: dict[tuple[str, date], tuple[Ends, tuple[Fraction | None, Fraction]]] = {}
_AS_TEXT: "CharField[str, str]" = CharField()
"""Days of tens of thousands of rows are read as text: to make dates of them takes longer than to fetch them."""


def measured(office: Office) -> tuple[Fraction | None, Fraction]:
    """The pace of the site over the last eight weeks that have passed, None where nothing is measured, and its stops.

    The pace is standard minutes accepted on lots ÷ minutes worked on them (see docs/making.md); stops are the share of
    planned minutes that were not worked, whatever stopped them. Asked again while nothing was recorded that tells of
    those weeks, it is not reckoned again.
    """
    end = office.day - timedelta(days=office.day.weekday())
    key, now = (office.site, end), ends(office.site)
    period = Period(end - MEASURED_WEEKS * WEEK, end)
    before = _known.get(key)
    kept = before is not None and untouched(before[0], now, period)
    found = before[1] if kept and before is not None else _measured(office, period)
    if key not in _known and len(_known) >= MOST_KNOWN:
        _known.clear()
    _known[key] = now, found
    return found


def _measured(office: Office, period: Period) -> tuple[Fraction | None, Fraction]:
    hours = _Hours(office, period)
    worked, lost = _worked(office.site, period, hours)
    return efficiency(_by_week(office.site, period, worked)), stops(hours.all(), lost)


class _Hours:
    """The minutes planned on each day of a period: worked out once for all whose hours are alike."""

    def __init__(self, office: Office, period: Period) -> None:
        self.days = list(period)
        self._stays: dict[str, list[Enrolment]] = {}
        for stay in enrolled(office.site, period):
            self._stays.setdefault(stay.worker, []).append(stay)
        self._plan = plan = Planned(office, period, set(self._stays))
        alike = {plan.shared(stay): stay for stays in self._stays.values() for stay in stays}
        self._of = {
            hours: [plan.minutes(stay, day) or 0 for day in self.days] for hours, stay in alike.items()
        }

    def of(self, worker: str, number: int) -> int:
        """The minutes planned for somebody on a day of the period, by its number; nought where she is not there."""
        day = self.days[number]
        for stay in reversed(self._stays.get(worker, ())):
            if stay.since <= day and (stay.left_on is None or day <= stay.left_on):
                return self._of[self._plan.shared(stay)][number]
        return 0

    def said(self, worker: str, day: date) -> int | None:
        """The same for a stoppage: None where nobody has said it."""
        stays = self._stays.get(worker)
        return self._plan.minutes(stays[-1], day) if stays else None

    def all(self) -> int:
        """The minutes planned for everybody."""
        upto = {hours: [0, *accumulate(minutes)] for hours, minutes in self._of.items()}
        first, whole = self.days[0], 0
        for worker, stays in self._stays.items():
            if len(stays) > 1:  # a day on which she left and came back is one day
                whole += sum(self.of(worker, number) for number in range(len(self.days)))
                continue
            (stay,) = stays
            begins = max(0, (stay.since - first).days)
            left = len(self.days) if stay.left_on is None else (stay.left_on - first).days + 1
            sums = upto[self._plan.shared(stay)]
            whole += max(0, sums[min(left, len(self.days))] - sums[begins])
        return whole


def _worked(site: str, period: Period, hours: _Hours) -> tuple[dict[str, list[int]], int]:
    """By worker, the minutes worked on each day of a period; and the planned minutes that everybody lost."""
    number = {day.isoformat(): at for at, day in enumerate(hours.days)}
    absent = {kind.id for kind in load().all if kind.group == "absent"}
    worked: dict[str, list[int]] = {}
    lost = 0
    marked: set[tuple[str, int]] = set()
    for worker, day, what, *told in _marks(site, period):
        key = worker, number[day]
        marked.add(key)
        if what in absent:
            planned = hours.of(*key)
            lost += planned if told[0] is None else min(planned, told[0])
        elif what == "work":
            hers = worked.get(worker) or worked.setdefault(worker, [0] * len(hours.days))
            hers[key[1]] += told[0] if told[0] is not None else _minutes(told, hours.of(*key))
    for entry in stopped(site, period, None, hours.said):
        key = entry.worker, number[entry.day.isoformat()]
        if key not in marked and entry.kind in absent:
            planned = hours.of(*key)
            lost += planned if entry.minutes is None else min(planned, entry.minutes)
        marked.add(key)
    return worked, lost


def _marks(
    site: str, period: Period
) -> Iterator[tuple[str, str, str, int | None, int | None, int | None, int | None]]:
    rows = Shift.objects.current().filter(site=site, day__gte=period.start, day__lt=period.end).order_by()
    columns = ("worker", "on", "what", "minutes", "start", "end", "pause")
    return rows.annotate(on=Cast("day", _AS_TEXT)).values_list(*columns).iterator()


def _minutes(told: Sequence[int | None], planned: int) -> int:
    """The minutes of a row without them: by its clock, else as planned."""
    _, start, end, pause = told
    if start is None or end is None:
        return planned
    return (end - start) % MINUTES_OF_DAY - (pause or 0)


def _by_week(site: str, period: Period, worked: Mapping[str, list[int]]) -> Sequence[tuple[Fraction, int]]:
    """By week, the standard minutes accepted on lots and the minutes worked on them."""
    days = list(period)
    number = {day.isoformat(): at for at, day in enumerate(days)}
    standards, parts = _standards(site)
    there = Pieces.objects.current().filter(site=site, day__gte=period.start, day__lt=period.end).order_by()
    rows = there.annotate(on=Cast("day", _AS_TEXT)).values_list("worker", "on", "operation", "good", "lot")
    accepted: dict[str, dict[int, int]] = {}
    for worker, day, operation, good, lot in rows.iterator():
        hers, at = accepted.setdefault(worker, {}), number[day]
        hers[at] = hers.get(at, 0) + standards.get((lot, operation), 0) * good
    sums: dict[int, tuple[int, int]] = {}
    for worker, hers in accepted.items():
        minutes_of = worked.get(worker)
        if minutes_of is None:
            continue
        for at, standard in hers.items():
            # Time that nobody wrote down measures nothing.
            if standard and (minutes := _taken(at, standard, parts, minutes_of, hers)):
                before = sums.get(at // 7, (0, 0))
                sums[at // 7] = (before[0] + standard, before[1] + minutes)
    return [(Fraction(standard, parts), minutes) for _, (standard, minutes) in sorted(sums.items())]


def _taken(at: int, standard: int, parts: int, worked: Sequence[int], counted: Mapping[int, int]) -> int:
    """The minutes that what was accepted on a day took: a long piece was begun on days on which nothing was counted."""
    minutes = worked[at]
    while minutes * parts < standard and at > 0 and at - 1 not in counted:
        at -= 1
        minutes += worked[at]
    return minutes


def _standards(site: str) -> tuple[dict[tuple[str, str], int], int]:
    """By lot and operation the standard minutes of a piece, in whole parts of a minute; and how many parts it has."""
    lots = list(Lot.objects.current().filter(site=site).values_list("code", "recipe"))
    recipes = Recipe.objects.current().filter(root__in={recipe for _, recipe in lots})
    exact: dict[object, dict[str, Fraction]] = {}
    for root, operations in recipes.values_list("root", "operations"):
        minutes = exact.setdefault(root, {})
        for one in operations:
            minutes.setdefault(one["operation"], Fraction(one["minutes"]))
    parts = lcm(*(one.denominator for minutes in exact.values() for one in minutes.values()))
    return {
        (code, operation): int(one * parts)
        for code, recipe in lots
        for operation, one in exact.get(recipe, {}).items()
    }, parts
