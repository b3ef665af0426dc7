"""One contract's period laid out day by day, once, so that each worker's month is only sums."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import lcm

from jornal.rules.exact import Exact, as_text, in_parts
from jornal.terms.agreed import Agreed
from jornal.terms.contracts import Rate
from jornal.terms.dated import in_force
from jornal.terms.holidays import holidays
from jornal.units.periods import WEEKDAYS, Period, week_of

ONE_DAY = timedelta(days=1)


@dataclass(eq=False, slots=True)
class Priced:
    """A rate in force: exact parts per minute (or per piece, day, month), with what a line says of it.

    Compared by identity: minutes at the same rate are one head. `exact` None is a rate nobody has confirmed.
    """

    per: str
    exact: Exact | None
    text: str
    layer: str
    source: str
    since: date | None
    confidence: str
    label: str = ""
    standard_minutes: Fraction | None = None


RatesByDay = dict[date, Priced | None]


@dataclass(eq=False)
class Plan:
    """The days from the start of the period's first week to its end, as one contract sees them.

    `parts`: how many parts a minor unit has in every exact sum. `week`: the number of each day's week. `ends`: the last
    day of each week. `planned`: minutes of the timetable. `hourly` by grade, `pieces` by operation, `daily`, `monthly`;
    `flat_pieces`, `flat_hourly`: those with one rate on all days; `steady_rate`: by grade,
    the lowest price of a work minute, where all work is paid by the hour. `cache`: what rules lay out once, by a key of
    their own.
    """

    agreed: Agreed
    period: Period
    days: tuple[date, ...]
    week: dict[date, int]
    ends: tuple[date, ...]
    planned: dict[date, int]
    holidays: frozenset[date]
    parts: int = 1
    hourly: dict[str, RatesByDay] = field(default_factory=dict)
    pieces: dict[str, RatesByDay] = field(default_factory=dict)
    daily: dict[str, RatesByDay] = field(default_factory=dict)
    monthly: dict[str, RatesByDay] = field(default_factory=dict)
    flat_pieces: dict[str, Priced] = field(default_factory=dict)
    flat_hourly: dict[str, Priced] = field(default_factory=dict)
    steady_rate: dict[str, Exact] | None = None
    planned_days: dict[date, int] = field(default_factory=dict)
    cache: dict[object, object] = field(default_factory=dict)

    def is_rest_day(self, day: date) -> bool:
        """Whether it is the weekly rest day of the timetable (Sunday when there is no timetable)."""
        timetable = self.agreed.contract.timetable
        rest = timetable.rest_day if timetable else "sunday"
        return bool(rest) and WEEKDAYS[day.weekday()] == rest

    def class_of(self, day: date) -> str:
        """holiday, rest_day or ordinary."""
        if day in self.holidays:
            return "holiday"
        return "rest_day" if self.is_rest_day(day) else "ordinary"

    def rates(self, per: str, name: str) -> RatesByDay | None:
        """Rates by day of a grade or operation; a grade without its own falls back to the rate without a grade."""
        if per == "hour":
            by_name = self.hourly
        elif per == "day":
            by_name = self.daily
        else:
            by_name = self.pieces if per == "piece" else self.monthly
        return by_name.get(name) or (by_name.get("") if per != "piece" else None)

    def week_is_tested(self, number: int, left_on: date | None) -> bool:
        """Whether a week ends in the period: by the calendar, or on the day she leaves."""
        end = self.ends[number]
        if left_on is not None and left_on < end:
            end = left_on
        return self.period.start <= end < self.period.end

    def exact(self, value: Fraction | int) -> Exact:
        """Minor units as parts."""
        return in_parts(value, self.parts)


def laid_out(agreed: Agreed, period: Period) -> Plan:
    """The plan of one contract for one period; make it once for all its workers."""
    first = week_of(period.start, agreed.site.week_start).start
    days = tuple(first + ONE_DAY * count for count in range((period.end - first).days))
    week = {day: (day - first).days // 7 for day in days}
    ends = tuple(first + ONE_DAY * (7 * number + 6) for number in range(week[days[-1]] + 1))
    timetable = agreed.contract.timetable
    ahead = (*days, period.end)  # a night may reach into the next day
    planned = {day: timetable.minutes(day.weekday()) if timetable else 0 for day in ahead}
    plan = Plan(
        agreed=agreed,
        period=period,
        days=days,
        week=week,
        ends=ends,
        planned=planned,
        holidays=holidays(
            agreed.holidays, first, period.end + ONE_DAY
        ),  # a night may reach into the next day
        planned_days=_planned_days(agreed, days),
    )
    plan.parts = _parts(plan)
    for rate in agreed.contract.rate:
        _lay_rate(plan, rate)
    for by_name, flat in ((plan.pieces, plan.flat_pieces), (plan.hourly, plan.flat_hourly)):
        for name, by_day in by_name.items():
            found = set(by_day.values())
            if len(found) == 1 and (price := found.pop()) is not None and price.exact is not None:
                flat[name] = price
    plan.steady_rate = _steady(plan)
    return plan


def _steady(plan: Plan) -> dict[str, Exact] | None:
    """The lowest price of a work minute by grade; None where work is not paid by the hour, or a price is not known."""
    contract = plan.agreed.contract
    if contract.pays == "piece" or contract.hours != "paid" or not plan.hourly:
        return None
    found: dict[str, Exact] = {}
    for grade, by_day in plan.hourly.items():
        prices = [price.exact if price else None for day, price in by_day.items() if day >= plan.period.start]
        known = [price for price in prices if price is not None]
        if len(known) == len(prices):
            found[grade] = min(known)
    return found


def _planned_days(agreed: Agreed, days: tuple[date, ...]) -> dict[date, int]:
    """For each day, how many days of its calendar month the timetable plans."""
    timetable = agreed.contract.timetable
    if timetable is None:
        return {}
    counts: dict[tuple[int, int], int] = {}
    for month in {(day.year, day.month) for day in days}:
        day = date(*month, 1)
        count = 0
        while (day.year, day.month) == month:
            count += timetable.minutes(day.weekday()) > 0
            day += ONE_DAY
        counts[month] = count
    return {day: counts[day.year, day.month] for day in days}


def _parts(plan: Plan) -> int:
    """A denominator that makes nearly every exact sum of this plan a whole number of parts."""
    agreed, scale = plan.agreed, plan.agreed.scale
    rates = [
        value.amount * scale
        for rate in agreed.contract.rate
        for value in rate.value
        if value.amount is not None
    ]
    shares = [value.share for kind in agreed.contract.kind for value in kind.value if value.share is not None]
    shares += [
        tier.premium
        for row, _ in agreed.overtime
        for value in row.value
        for tier in value.tiers
        if tier.premium
    ]
    shares += [value.premium for row, _ in agreed.night for value in row.value if value.premium]
    shares += [value.premium for row, _ in agreed.premium for value in row.value if value.premium]
    hours = [Fraction(60)]
    for _, floor in agreed.floors:  # their amounts are per unit; hours and days divide them
        hours += [1 / (60 * limit) for limit in (floor.plain_hours, floor.rest_hours) if limit]
        hours.append(Fraction(1, max(1, floor.full_from_minutes or 1)))
        rates += [row.amount * scale for row in floor.value if row.amount is not None]
    by_hour = lcm(60, *(share.denominator for share in hours))
    by_day = lcm(*(count for count in plan.planned_days.values() if count), 1)
    return (
        by_hour
        * by_day
        * lcm(*(rate.denominator for rate in rates), 1)
        * lcm(*(share.denominator for share in shares), 1)
    )


def _lay_rate(plan: Plan, rate: Rate) -> None:
    """Put one rate of the contract on every day of the plan."""
    by_name = {"hour": plan.hourly, "piece": plan.pieces, "day": plan.daily, "month": plan.monthly}[rate.per]
    name = rate.operation if rate.per == "piece" else rate.grade
    made: dict[int, Priced] = {}
    by_day: RatesByDay = {}
    for day in plan.days:
        asked = day
        if rate.change == "by_period_start":
            asked = plan.period.start if day >= plan.period.start else day.replace(day=1)
        value = in_force(rate.value, asked)
        if value is None:
            by_day[day] = None
            continue
        if id(value) not in made:
            made[id(value)] = _priced(plan, rate, value.amount if value.confirmed else None, value)
        by_day[day] = made[id(value)]
    by_name[name] = {
        **by_name.get(name, {}),
        **{day: found for day, found in by_day.items() if found or day not in by_name.get(name, {})},
    }


def _priced(plan: Plan, rate: Rate, amount: Fraction | None, value: object) -> Priced:
    minor = None if amount is None else amount * plan.agreed.scale
    per_unit = None if minor is None else (minor / 60 if rate.per == "hour" else minor)
    return Priced(
        per=rate.per,
        exact=None if per_unit is None else plan.exact(per_unit),
        text="" if minor is None else as_text(minor),
        layer=rate.layer,
        source=value.source,  # type: ignore[attr-defined]
        since=value.since,  # type: ignore[attr-defined]
        confidence=value.confidence,  # type: ignore[attr-defined]
        label=rate.label,
        standard_minutes=rate.standard_minutes,
    )
