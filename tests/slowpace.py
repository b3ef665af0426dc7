"""The pace of a site and the weeks ahead by the slow and obvious sum: every person, every day, one after another."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from jornal.actions.capacity import WEEK, _monday, _most, _training  # the sums are ours, not what they read
from jornal.actions.office import Office
from jornal.actions.planned import Planned, public_holidays
from jornal.facts.pieces import Pieces
from jornal.reads.attendance import entries
from jornal.reads.lots import Standing, lots
from jornal.reads.people import enrolled
from jornal.rules.promise import MEASURED_WEEKS, Ahead, efficiency, stops
from jornal.rules.rows import Entry
from jornal.terms.kinds import load
from jornal.units.clock import MINUTES_OF_DAY
from jornal.units.periods import Period

A_DAY = timedelta(days=1)


def ahead(office: Office, weeks: int) -> list[Ahead]:
    """The weeks from next Monday on: minutes that the workers' timetables plan, never more than their contracts say.

    Public holidays and days after somebody leaves count for nothing, and so does time that nobody has planned.
    """
    first = _monday(office.day) + WEEK
    period = Period(first, first + weeks * WEEK)
    found = dict.fromkeys((first + number * WEEK for number in range(weeks)), 0)
    stays = enrolled(office.site, period)
    plan = Planned(office, period, {stay.worker for stay in stays})
    off, most = public_holidays(office.site, period), _most(office.site)
    for stay in stays:
        for week in found:
            days = [day for day in Period(week, week + WEEK) if day not in off and day >= stay.since]
            there = [day for day in days if stay.left_on is None or day <= stay.left_on]
            minutes = sum(plan.minutes(stay, day) or 0 for day in there)
            found[week] += min(minutes, most.get(stay.worker, minutes))
    training = _training(office.site, period)
    return [Ahead(week, minutes, training.get(week, 0)) for week, minutes in found.items()]


def measured(office: Office) -> tuple[Fraction | None, Fraction]:
    """The pace of the site over the last eight weeks that have passed, None where nothing is measured, and its stops.

    The pace is standard minutes accepted on lots ÷ minutes worked on them (see docs/making.md); stops are the share of
    planned minutes that were not worked, whatever stopped them.
    """
    end = _monday(office.day)
    period = Period(end - MEASURED_WEEKS * WEEK, end)
    stays = enrolled(office.site, period)
    plan = Planned(office, period, {stay.worker for stay in stays})
    of = {stay.worker: stay for stay in stays}
    planned = {
        (stay.worker, day): plan.minutes(stay, day) or 0
        for stay in stays
        for day in period
        if stay.since <= day and (stay.left_on is None or day <= stay.left_on)
    }
    rows = entries(
        office.site,
        period,
        planned=lambda worker, day: plan.minutes(of[worker], day) if worker in of else None,
    )
    absent = {kind.id for kind in load().all if kind.group == "absent"}
    worked: dict[tuple[str, date], int] = {}
    lost = 0
    for row in (one for mine in rows.values() for one in mine):
        key = (row.worker, row.day)
        if row.kind in absent:
            lost += min(planned.get(key, 0), planned.get(key, 0) if row.minutes is None else row.minutes)
        elif row.kind == "work":
            worked[key] = worked.get(key, 0) + _minutes(row, planned.get(key, 0))
    return efficiency(_by_week(office.site, period, worked)), stops(sum(planned.values()), lost)


def _by_week(
    site: str, period: Period, worked: dict[tuple[str, date], int]
) -> Sequence[tuple[Fraction, int]]:
    """By week, the standard minutes accepted on lots and the minutes worked on them."""
    rows = Pieces.objects.current().filter(site=site, day__gte=period.start, day__lt=period.end)
    counts = list(rows.values_list("worker", "day", "operation", "good", "lot"))
    standing = {one.lot.code: one for one in lots(site, {row[-1] for row in counts if row[-1]})}
    counted = {(worker, day) for worker, day, *_ in counts}
    accepted: dict[tuple[str, date], Fraction] = {}
    for worker, day, operation, good, lot in counts:
        standard = _standard(standing.get(lot), operation) * good
        if standard:
            accepted[worker, day] = accepted.get((worker, day), Fraction(0)) + standard
    sums: dict[date, tuple[Fraction, int]] = {}
    for (worker, day), standard in accepted.items():
        minutes = _taken((worker, day), standard, worked, counted)
        if minutes:  # time that nobody wrote down measures nothing
            before = sums.get(_monday(day), (Fraction(0), 0))
            sums[_monday(day)] = (before[0] + standard, before[1] + minutes)
    return [sums[week] for week in sorted(sums)]


def _taken(
    of: tuple[str, date],
    standard: Fraction,
    worked: dict[tuple[str, date], int],
    counted: set[tuple[str, date]],
) -> int:
    """The minutes that what was accepted on a day took: a long piece was begun on days on which nothing was counted."""
    worker, day = of
    minutes = worked.get(of, 0)
    for back in range(1, 7 * MEASURED_WEEKS):
        before = (worker, day - back * A_DAY)
        if minutes >= standard or before in counted:
            break
        minutes += worked.get(before, 0)
    return minutes


def _standard(of: Standing | None, operation: str) -> Fraction:
    steps = of.steps if of else ()
    return next((Fraction(step.minutes) for step in steps if step.operation == operation), Fraction(0))


def _minutes(row: Entry, planned: int) -> int:
    if row.minutes is not None:
        return row.minutes
    if row.start is None or row.end is None:
        return planned
    return (row.end - row.start) % MINUTES_OF_DAY - (row.pause or 0)
