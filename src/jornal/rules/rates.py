"""The price of an ordinary minute: of her rate, or on pieces of her average of the week."""

from datetime import date
from fractions import Fraction

from jornal.rules.earned import Earned
from jornal.rules.exact import Exact
from jornal.rules.plan import Plan
from jornal.rules.rows import Month


def minute_on(month: Month, plan: Plan, earned: Earned, day: date) -> Exact | None:
    """Parts per ordinary minute on a day, which premiums are taken of; None where nothing gives one."""
    if plan.agreed.contract.pays != "piece":
        return minute_rate(plan, month.worker.grade, day)
    week = plan.week[day]
    shifts = (*month.carry.shifts, *month.shifts)
    minutes = sum(one.minutes for one in shifts if one.kind == "work" and plan.week[one.day] == week)
    pieces = sum(exact for on, exact in earned.pieces_base.items() if plan.week[on] == week)
    return Fraction(pieces) / minutes if minutes and pieces else None


def days_of_month(plan: Plan, day: date) -> int:
    """How many days a monthly rate is for: the planned days of its month, 30 without a timetable."""
    return plan.planned_days.get(day, 0) or 30


def minute_rate(plan: Plan, grade: str, day: date) -> Exact | None:
    """The price of an ordinary minute on a day, in parts: the hourly rate, or a daily or monthly rate cut into minutes.

    A day is the timetable's longest (8 hours without one), a month its planned days (30 without one).
    """
    for per in ("hour", "day", "month"):
        rates = plan.rates(per, grade)
        price = rates.get(day) if rates else None
        if price is None or price.exact is None:
            continue
        if per == "hour":
            return price.exact
        timetable = plan.agreed.contract.timetable
        longest = (max(timetable.week) if timetable else 0) or 480
        return Fraction(price.exact) / longest / (1 if per == "day" else days_of_month(plan, day))
    return None
