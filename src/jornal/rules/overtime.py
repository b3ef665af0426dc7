"""Overtime premiums by day or by week, in tiers; rest-day and holiday rows before the ordinary ones."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jornal.rules.earned import Earned, Group, head_of_rule, rows_of
from jornal.rules.exact import Exact, shown, times
from jornal.rules.heads import Head
from jornal.rules.plan import Plan
from jornal.rules.rates import minute_on
from jornal.rules.rows import Month
from jornal.rules.special_days import is_of
from jornal.terms.dated import in_force
from jornal.terms.hours import Overtime, OvertimeValue


class Stretch(NamedTuple):
    """Overtime minutes of one day in one tier."""

    day: date
    minutes: int
    tier: int
    value: OvertimeValue


def overtime(month: Month, plan: Plan, earned: Earned) -> Iterator[Head]:
    """Premium heads of overtime, in the contract's order.

    A holiday's or rest day's own row takes the minutes of such a day before the ordinary rows, which take none of it.
    """
    taken: dict[date, int] = {}
    found: dict[int, list[Stretch]] = {}
    for on in ("holiday", "rest_day", "ordinary", "any"):
        for number, (rule, _) in enumerate(plan.agreed.overtime):
            if rule.on != on or not _may_pass(rule, plan, earned):
                continue
            found[number] = [
                one
                for one in _stretches(month, plan, rule, earned)
                if one.day not in taken and (on in ("ordinary", "any") or is_of(plan, one.day, on))
            ]
            if on in ("holiday", "rest_day"):
                taken |= dict.fromkeys((one.day for one in found[number]), number)
    for number, used in enumerate(plan.agreed.overtime):
        due = [one for one in found.get(number, ()) if one.day >= month.period.start or _is_weekly(one.value)]
        yield from _priced(month, plan, earned, used, due)


def _is_weekly(value: OvertimeValue) -> bool:
    """Whether a row's overtime is all found in the period in which its week ends."""
    return value.over_week_minutes is not None or value.tiers_per == "week"


def _stretches(month: Month, plan: Plan, rule: Overtime, earned: Earned) -> Iterator[Stretch]:
    """Overtime minutes in time order, put into tiers, the straddling week's earlier days among them."""
    by_week: dict[int, list[date]] = {}
    for day in sorted(earned.worked):
        if rule.on != "ordinary" or plan.class_of(day) == "ordinary":
            by_week.setdefault(plan.week[day], []).append(day)
    for week, days in by_week.items():
        value = in_force(rule.value, days[-1])
        if value is None or (_is_weekly(value) and not plan.week_is_tested(week, month.worker.left_on)):
            continue
        yield from _of_week(days, rule, earned)


def _of_week(days: list[date], rule: Overtime, earned: Earned) -> Iterator[Stretch]:
    """The overtime of one week: over the day limit the last of a day, over the week limit what comes after it."""
    ordinary, used = 0, 0
    for day in days:
        value = in_force(rule.value, day)
        if value is None:
            continue
        minutes = earned.worked[day]
        over = 0 if value.over_day_minutes is None else max(0, minutes - value.over_day_minutes)
        plain = minutes - over
        if value.over_week_minutes is not None:
            over += max(0, plain - max(0, value.over_week_minutes - ordinary))
        ordinary += plain
        if value.tiers_per == "day":
            used = 0
        yield from _into_tiers(day, over, used, value)
        used += over


def _may_pass(rule: Overtime, plan: Plan, earned: Earned) -> bool:
    """Whether any day or week could have overtime at all: the common month has none."""
    if not earned.worked:
        return False
    day_limits = [value.over_day_minutes for value in rule.value if value.over_day_minutes is not None]
    if day_limits and max(earned.worked.values()) > min(day_limits):
        return True
    week_limits = [value.over_week_minutes for value in rule.value if value.over_week_minutes is not None]
    if not week_limits:
        return False
    weeks = [0] * len(plan.ends)
    for day, minutes in earned.worked.items():
        weeks[plan.week[day]] += minutes
    return max(weeks) > min(week_limits)


def _into_tiers(day: date, minutes: int, used: int, value: OvertimeValue) -> Iterator[Stretch]:
    """A day's overtime minutes over the tiers, `used` minutes of which are taken already."""
    for number, tier in enumerate(value.tiers):
        room = minutes if tier.minutes is None else max(0, tier.minutes - used)
        taken = min(room, minutes)
        if taken:
            yield Stretch(day, taken, number, value)
        used = 0 if tier.minutes is None else max(0, used - tier.minutes)
        minutes -= taken
        if not minutes:
            return


def _minute(month: Month, plan: Plan, earned: Earned, one: Stretch) -> Exact | None:
    """The price of the minute that a premium is taken of; None where nothing gives one."""
    if one.value.hour == "rate":
        return minute_on(month, plan, earned, one.day)
    days = [day for day in plan.days if plan.week[day] == plan.week[one.day]]
    minutes = sum(earned.worked.get(day, 0) for day in days)
    return Fraction(sum(earned.base.get(day, 0) for day in days)) / minutes if minutes else None


def _priced(
    month: Month, plan: Plan, earned: Earned, used: tuple[Overtime, str], stretches: list[Stretch]
) -> Iterator[Head]:
    """One head per tier and price of the minute."""
    groups: dict[tuple[int, Exact, int], tuple[OvertimeValue, Group]] = {}
    for one in stretches:
        minute = _minute(month, plan, earned, one)
        premium = one.value.tiers[one.tier].premium
        if minute is not None and premium is not None:
            key = (one.tier, minute, id(one.value))
            group = groups.setdefault(key, (one.value, Group()))[1]
            group.add(one.minutes, times(minute, premium) * one.minutes, one.day)
    for (tier, minute, _), (value, group) in groups.items():
        premium = value.tiers[tier].premium or Fraction(0)
        group.rows = rows_of(month, earned, group.days)
        rate = shown(times(minute, premium) * 60, plan.parts)
        yield head_of_rule("overtime", group, rate, (*used, value), premium=str(premium))
