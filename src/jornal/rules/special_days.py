"""Sundays, weekly rest days and holidays: the premium for work on them, and the pay of the day itself."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from jornal.rules.classes import cut
from jornal.rules.earned import Earned, Group, add, head_of_rule, rows_of
from jornal.rules.exact import Exact, shown, times
from jornal.rules.heads import Head
from jornal.rules.nights import window
from jornal.rules.plan import Plan
from jornal.rules.rates import minute_on
from jornal.rules.rows import WORKED_KINDS, Month, Shift
from jornal.terms.dated import in_force
from jornal.terms.hours import Premium, PremiumValue
from jornal.units.clock import MINUTES_OF_DAY as DAY

ONE_DAY = timedelta(days=1)


def special_days(month: Month, plan: Plan, earned: Earned) -> Iterator[Head]:
    """For each rule the premium heads of the days worked, then the pay of the days themselves."""
    for rule, layer in plan.agreed.premium:
        yield from _premium(month, plan, earned, (rule, layer))
        yield from _paid_days(month, plan, earned, (rule, layer))


def is_of(plan: Plan, day: date, on: str) -> bool:
    """Whether a day is a Sunday, her rest day, or a holiday."""
    if on == "sunday":
        return day.weekday() == 6
    return plan.is_rest_day(day) if on == "rest_day" else day in plan.holidays


def class_minutes(shift: Shift, plan: Plan, on: str) -> Iterator[tuple[date, int]]:
    """A shift's minutes on days of a class, cut at midnight."""
    if shift.end is None or shift.end <= DAY:
        if is_of(plan, shift.day, on):
            yield shift.day, shift.minutes
        return
    parts = cut(shift, window(plan, shift.day))
    tomorrow = shift.day + ONE_DAY
    of_day = ((shift.day, parts.first + parts.first_night), (tomorrow, parts.second + parts.second_night))
    for day, minutes in of_day:
        if minutes and is_of(plan, day, on):
            yield day, minutes


def _near(plan: Plan, on: str) -> frozenset[date]:
    """The plan's days of a class, and the days before them, whose shifts may reach into them; kept with the plan."""
    key = ("near", on)
    if key not in plan.cache:
        days = {day for day in (*plan.days, plan.days[-1] + ONE_DAY) if is_of(plan, day, on)}
        plan.cache[key] = frozenset(days | {day - ONE_DAY for day in days})
    return plan.cache[key]  # type: ignore[return-value]


def _premium(month: Month, plan: Plan, earned: Earned, used: tuple[Premium, str]) -> Iterator[Head]:
    """Minutes in the class × premium × the ordinary minute of the day the shift began, or the planned day's once."""
    rule = used[0]
    near = _near(plan, rule.on)
    if near.isdisjoint(earned.worked):
        return
    groups: dict[tuple[Exact, int], tuple[PremiumValue, Group]] = {}
    seen: set[date] = set()
    close = sorted(
        (one for one in month.shifts if one.day in near), key=lambda one: (one.day, one.start or 0)
    )
    for shift in close:
        if shift.kind not in WORKED_KINDS or (rule.unless_substitute and shift.substitute):
            continue
        for day, minutes in class_minutes(shift, plan, rule.on):
            value = in_force(rule.value, day)
            minute = minute_on(month, plan, earned, shift.day)
            if value is None or value.premium is None or minute is None:
                continue
            counted = minutes
            if value.counts == "day":
                whole_day = plan.planned.get(day, 0) or _minutes_on(month, plan, day, rule.on)
                counted = 0 if day in seen else whole_day
            seen.add(day)
            if counted:
                group = groups.setdefault((minute, id(value)), (value, Group()))[1]
                group.add(counted, times(minute, value.premium) * counted, shift.day)
    for (minute, _), (value, group) in groups.items():
        group.rows = rows_of(month, earned, group.days)
        premium = value.premium or Fraction(0)
        rate = shown(times(minute, premium) * 60, plan.parts)
        yield head_of_rule(rule.on, group, rate, (*used, value), premium=str(premium), days=len(group.days))


def _minutes_on(month: Month, plan: Plan, day: date, on: str) -> int:
    """All minutes worked on a calendar day, those of a night that began the day before among them."""
    worked = (shift for shift in month.shifts if shift.kind in WORKED_KINDS)
    return sum(
        minutes for shift in worked for date_, minutes in class_minutes(shift, plan, on) if date_ == day
    )


def _paid_dates(plan: Plan, rule: Premium) -> list[tuple[date, PremiumValue]]:
    """The days of the plan that a rule pays worked or not; kept with it."""
    key = ("paid_dates", rule.id)
    if key not in plan.cache:
        dated = [(day, in_force(rule.value, day)) for day in plan.days if is_of(plan, day, rule.on)]
        plan.cache[key] = [(day, value) for day, value in dated if value is not None and value.paid_day]
    return plan.cache[key]  # type: ignore[return-value]


def _paid_days(month: Month, plan: Plan, earned: Earned, used: tuple[Premium, str]) -> Iterator[Head]:
    """The day's own pay for each such day while she is employed: its planned minutes, else those worked."""
    worker = month.worker
    groups: dict[tuple[Exact, int], tuple[PremiumValue, Group]] = {}
    for day, value in _paid_dates(plan, used[0]):
        if not (
            (worker.since is None or worker.since <= day)
            and (worker.left_on is None or day <= worker.left_on)
        ):
            continue
        minutes = plan.planned[day] or earned.worked.get(day, 0)
        minute = minute_on(month, plan, earned, day)
        if not minutes or minute is None:
            continue
        if not earned.worked.get(day):
            add(earned.paid_days, day, minute * minutes)
        if day >= month.period.start:
            groups.setdefault((minute, id(value)), (value, Group()))[1].add(minutes, minute * minutes, day)
    for (minute, _), (value, group) in groups.items():
        rate = shown(minute * 60, plan.parts)
        kind = f"{used[0].on}_pay"
        yield head_of_rule(kind, group, rate, (*used, value), days=len(group.days))
