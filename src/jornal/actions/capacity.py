"""How much a site can honestly make: lawful contract minutes ahead, training, what stops it, its measured pace."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from jornal.actions import adopt
from jornal.actions.office import Office
from jornal.actions.planned import Planned, public_holidays
from jornal.facts.orders import Order, OrderConfirmed, OrderLine
from jornal.facts.pieces import Pieces
from jornal.facts.products import Recipe
from jornal.facts.work import ContractVersion, TrainingPlanned
from jornal.reads.attendance import entries
from jornal.reads.lots import Standing, lots
from jornal.reads.people import enrolled
from jornal.rules.floors import floor_minute
from jornal.rules.plan import laid_out
from jornal.rules.promise import MEASURED_WEEKS, Ahead, Promise, efficiency, promise, stops
from jornal.rules.rows import Entry
from jornal.terms.agreed import agreed
from jornal.terms.kinds import load
from jornal.terms.load import currency_scale
from jornal.units.clock import MINUTES_OF_DAY
from jornal.units.periods import Period, month

A_DAY, WEEK = timedelta(days=1), timedelta(days=7)
WEEKS_AHEAD = 52


def earliest(office: Office, wanted: Fraction, *, without: str | None = None) -> Promise:
    """The earliest honest week for so many standard minutes more at the office's site, with its whole sum.

    What is promised already comes first; `without` names an order that is left out of it. A pace that nobody measured
    yet is nought, so nothing is promised on it.
    """
    pace, lost = measured(office)
    booked = sum((one for order, one in _booked(office.site).items() if order != without), Fraction(0))
    return promise(ahead(office), wanted, booked=booked, lost=lost, pace=pace or Fraction(0))


def ahead(office: Office, weeks: int = WEEKS_AHEAD) -> list[Ahead]:
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


def minutes_of(recipe: Recipe) -> Fraction:
    """The standard minutes of one piece."""
    return sum((Fraction(one["minutes"]) for one in recipe.operations), Fraction(0))


def highest_floor_minute(site: str, day: date) -> Fraction | None:
    """What a minute of the highest payable floor of the site's contracts is on a day, in minor units.

    None where none is known: without adopted terms, or where the model declares that no floor is paid.
    """
    fact = adopt.adopted_for(site)
    if fact is None:
        return None
    terms, packs = adopt.terms_of(fact)
    place = next(one for one in terms.site if one.id == site)
    scale = currency_scale(place.currency)
    found = []
    for contract in (one for one in terms.contract if one.id in place.contracts):
        used = agreed(terms, place, contract, packs[place.jurisdiction], scale)
        plan = laid_out(used, month(f"{day:%Y-%m}"))
        exact = floor_minute(plan, None, day)
        if exact is not None:
            found.append(Fraction(exact) / plan.parts)
    return max(found, default=None)


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


def _booked(site: str) -> dict[str, Fraction]:
    """Standard minutes still to be made at a site: by confirmed order, and under "" those of lots for no order."""
    found: dict[str, Fraction] = {}
    every = lots(site)
    made: dict[tuple[str, str], Fraction] = {}
    for one in every:
        done = sum((Fraction(step.minutes) * step.good for step in one.steps), Fraction(0))
        whole = sum((Fraction(step.minutes) for step in one.steps), Fraction(0)) * one.lot.quantity
        if not one.lot.order and one.finished is None:
            found[""] = found.get("", Fraction(0)) + max(Fraction(0), whole - done)
        key = (one.lot.order, one.lot.product)
        made[key] = made.get(key, Fraction(0)) + done
    confirmed = OrderConfirmed.objects.current().values("order")
    orders = Order.objects.current().filter(root__in=confirmed).values("order")
    for line in OrderLine.objects.current().filter(site=site, order__in=orders):
        recipe = Recipe.objects.current().filter(product=line.product).order_by("since").last()
        whole = minutes_of(recipe) * line.quantity if recipe else Fraction(0)
        left = max(Fraction(0), whole - made.get((line.order, line.product), Fraction(0)))
        found[line.order] = found.get(line.order, Fraction(0)) + left
    return found


def _training(site: str, period: Period) -> dict[date, int]:
    rows = TrainingPlanned.objects.current().filter(
        site=site, state="planned", day__gte=period.start, day__lt=period.end
    )
    found: dict[date, int] = {}
    for day, minutes, workers in rows.values_list("day", "minutes", "workers"):
        found[_monday(day)] = found.get(_monday(day), 0) + minutes * len(workers)
    return found


def _most(site: str) -> dict[str, int]:
    """By worker, the minutes of a week that her contract says, where it says any."""
    rows = ContractVersion.objects.current().filter(site=site).order_by("since")
    found = rows.values_list("worker", "weekly_minutes")
    return {worker: minutes for worker, minutes in found if minutes is not None}


def _minutes(row: Entry, planned: int) -> int:
    if row.minutes is not None:
        return row.minutes
    if row.start is None or row.end is None:
        return planned
    return (row.end - row.start) % MINUTES_OF_DAY - (row.pause or 0)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
