"""Overtime premiums by day or by week, in tiers; rest-day and holiday rows before the ordinary ones."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jornal.rules.earned import Earned, Group, head_of_rule, rows_of
from jornal.rules.exact import Exact, shown
from jornal.rules.heads import Head
from jornal.rules.plan import Plan
from jornal.rules.rates import minute_on
from jornal.rules.rows import Month
from jornal.terms.dated import in_force
from jornal.terms.hours import Overtime, OvertimeValue


class Stretch(NamedTuple):
    """Overtime minutes of one day in one tier."""

    day: date
    minutes: int
    tier: int
    value: OvertimeValue


def overtime(month: Month, plan: Plan, earned: Earned) -> Iterator[Head]:
    """Premium heads of overtime; where a rest-day or holiday row has taken minutes of a day, no other row does."""
    special: set[date] = set()
    for on in ("holiday", "rest_day"):
        for rule, layer in plan.agreed.overtime:
            if rule.on == on:
                found = [one for one in _stretches(month, plan, rule, earned) if plan.class_of(one.day) == on]
                special |= {one.day for one in found}
                yield from _priced(month, plan, earned, (rule, layer), found)
    for rule, layer in plan.agreed.overtime:
        if rule.on in ("any", "ordinary"):
            found = [one for one in _stretches(month, plan, rule, earned) if one.day not in special]
            yield from _priced(month, plan, earned, (rule, layer), found)


def _stretches(month: Month, plan: Plan, rule: Overtime, earned: Earned) -> Iterator[Stretch]:
    """Overtime minutes in time order, put into tiers; a week's are found in the period in which it ends."""
    if not _may_pass(rule, plan, earned):
        return
    by_week: dict[int, list[date]] = {}
    for day in sorted(earned.worked):
        if rule.on != "ordinary" or plan.class_of(day) == "ordinary":
            by_week.setdefault(plan.week[day], []).append(day)
    for week, every in by_week.items():
        days, value = every, in_force(rule.value, every[-1])
        if value is None:
            continue
        weekly = value.over_week_minutes is not None or value.tiers_per == "week"
        if not weekly:
            days = [day for day in every if day >= month.period.start]
        elif not plan.week_is_tested(week, month.worker.left_on):
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


def _priced(
    month: Month, plan: Plan, earned: Earned, used: tuple[Overtime, str], stretches: list[Stretch]
) -> Iterator[Head]:
    """One head per tier and price of the minute."""
    groups: dict[tuple[int, Exact, int], tuple[OvertimeValue, Group]] = {}
    for one in stretches:
        minute = minute_on(month, plan, earned, one.day)
        premium = one.value.tiers[one.tier].premium
        if minute is not None and premium is not None:
            key = (one.tier, minute, id(one.value))
            group = groups.setdefault(key, (one.value, Group()))[1]
            group.add(one.minutes, minute * premium * one.minutes, one.day)
    for (tier, minute, _), (value, group) in groups.items():
        premium = value.tiers[tier].premium or Fraction(0)
        group.rows = rows_of(month, group.days)
        rate = shown(minute * premium * 60, plan.parts)
        yield head_of_rule("overtime", group, rate, (*used, value), premium=str(premium))
