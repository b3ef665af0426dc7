"""How much a site can honestly make: lawful contract minutes ahead, less training and stops, at its measured pace."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from jornal.actions import adopt
from jornal.actions.needed import Bills, Need
from jornal.actions.office import Office
from jornal.actions.pace import measured
from jornal.actions.planned import Planned, public_holidays
from jornal.facts.lots import Lot
from jornal.facts.orders import Order, OrderConfirmed, OrderLine
from jornal.facts.work import ContractVersion, TrainingPlanned
from jornal.reads.lots import Standing, lots
from jornal.reads.people import enrolled
from jornal.rules.ahead import Stay, by_week
from jornal.rules.floors import floor_minute
from jornal.rules.plan import laid_out
from jornal.rules.promise import Ahead, Promise, promise
from jornal.terms.agreed import agreed
from jornal.terms.load import currency_scale
from jornal.units.periods import Period, month

A_DAY, WEEK = timedelta(days=1), timedelta(days=7)
WEEKS_AHEAD = 52


def earliest(office: Office, wanted: Fraction, *, without: str | None = None) -> Promise:
    """The earliest honest week for so many standard minutes more at the office's site, with its whole sum.

    What is promised already comes first; `without` names an order that is left out of it. A pace that nobody measured
    yet is nought, so nothing is promised on it.
    """
    pace, lost = measured(office)
    booked = sum(
        (one for order, one in _booked(office.site, office.day).items() if order != without), Fraction(0)
    )
    return promise(ahead(office), wanted, booked=booked, lost=lost, pace=pace or Fraction(0))


def ahead(office: Office, weeks: int = WEEKS_AHEAD) -> list[Ahead]:
    """The weeks from next Monday on: minutes that the workers' timetables plan, never more than their contracts say.

    Public holidays and days after somebody leaves count for nothing, and so does time that nobody has planned.
    """
    first = _monday(office.day) + WEEK
    period = Period(first, first + weeks * WEEK)
    stays = enrolled(office.site, period)
    plan = Planned(office, period, {stay.worker for stay in stays})
    off, most = public_holidays(office.site, period), _most(office.site)
    alike = {plan.shared(stay): stay for stay in stays}
    planned: dict[Hashable, list[int]] = {
        hours: [0 if day in off else plan.minutes(stay, day) or 0 for day in period]
        for hours, stay in alike.items()
    }
    hers = (Stay(plan.shared(one), one.since, one.left_on, most.get(one.worker)) for one in stays)
    found, training = by_week(hers, planned, first) or [0] * weeks, _training(office.site, period)
    mondays = [first + number * WEEK for number in range(weeks)]
    return [Ahead(week, each, training.get(week, 0)) for week, each in zip(mondays, found, strict=True)]


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


def made_for(site: str, order: str) -> dict[str, Fraction]:
    """Standard minutes that are accepted on the lots of an order at a site, by product."""
    codes = Lot.objects.current().filter(site=site, order=order).values_list("code", flat=True)
    found: dict[str, Fraction] = {}
    for one in lots(site, list(codes)):
        found[one.lot.product] = found.get(one.lot.product, Fraction(0)) + _done(one)
    return found


def left_of(needs: Iterable[Need], made: Mapping[str, Fraction]) -> Fraction:
    """The standard minutes that are left of what is needed at one site, less what is made of each product."""
    wanted: dict[str, Fraction] = {}
    for one in needs:
        wanted[one.product] = wanted.get(one.product, Fraction(0)) + one.minutes
    left = (minutes - made.get(product, Fraction(0)) for product, minutes in wanted.items())
    return sum((max(Fraction(0), one) for one in left), Fraction(0))


def _booked(site: str, day: date) -> dict[str, Fraction]:
    """Standard minutes still to be made at a site: by confirmed order, and under "" those of lots for no such order."""
    confirmed = OrderConfirmed.objects.current().values("order")
    orders = set(Order.objects.current().filter(root__in=confirmed).values_list("order", flat=True))
    found: dict[str, Fraction] = {}
    made: dict[str, dict[str, Fraction]] = {}
    for one in lots(site):
        if one.lot.order in orders:
            mine = made.setdefault(one.lot.order, {})
            mine[one.lot.product] = mine.get(one.lot.product, Fraction(0)) + _done(one)
        elif one.finished is None:
            whole = sum((Fraction(step.minutes) for step in one.steps), Fraction(0)) * one.lot.quantity
            found[""] = found.get("", Fraction(0)) + max(Fraction(0), whole - _done(one))
    lines: dict[str, list[OrderLine]] = {}
    for line in OrderLine.objects.current().filter(order__in=orders, quantity__gt=0):
        lines.setdefault(line.order, []).append(line)
    bills = Bills(day) if lines else None
    for order, of in lines.items():
        needs = [one for one in bills.needs(of) if one.site == site] if bills else []
        found[order] = left_of(needs, made.get(order, {}))
    return found


def _done(of: Standing) -> Fraction:
    return sum((Fraction(step.minutes) * step.good for step in of.steps), Fraction(0))


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


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
