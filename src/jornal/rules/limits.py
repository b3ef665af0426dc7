"""Limits of hours: what passes one is a remark with its figure; a limit never lowers pay."""

from collections.abc import Iterator
from datetime import date

from jornal.rules.earned import Earned
from jornal.rules.lines import Fault
from jornal.rules.plan import Plan
from jornal.rules.rows import Month
from jornal.terms.dated import in_force
from jornal.terms.hours import Limit, LimitValue

DAY_PASSED = "{day}: {hours} h worked, over the limit of {limit} h ({label})."
DAY_SHORT = "{day}: {hours} h worked, under the least of {limit} h ({label})."
WEEK_PASSED = "Week to {day}: {hours} h worked, over the limit of {limit} h ({label})."


def limits_passed(month: Month, plan: Plan, earned: Earned) -> list[Fault]:
    """Days and weeks that pass a limit the contract answers to, in order; they stop nothing.

    Weeks are those that end in the period, with the earlier days that belong to them.
    """
    found: list[Fault] = []
    for rule, _ in plan.agreed.limits:
        if earned.worked and _may_pass(rule, earned):
            found += _days(month, rule, earned)
            found += _weeks(month, plan, rule, earned)
    return found


def _may_pass(rule: Limit, earned: Earned) -> bool:
    """Whether any day or week comes near a limit: in the common month none does."""
    days = [value.day_most_minutes for value in rule.value if value.day_most_minutes is not None]
    if any(value.day_least_minutes for value in rule.value) or max(earned.worked.values()) > min(
        days, default=1440
    ):
        return True
    weeks = [value.week_most_minutes for value in rule.value if value.week_most_minutes is not None]
    return bool(weeks) and sum(earned.worked.values()) > min(weeks)


def _days(month: Month, rule: Limit, earned: Earned) -> Iterator[Fault]:
    for day in sorted(earned.worked):
        value, minutes = in_force(rule.value, day), earned.worked[day]
        if value is None or day < month.period.start or not minutes:
            continue
        if value.day_most_minutes is not None and minutes > value.day_most_minutes:
            yield _remark(month, DAY_PASSED, rule, (day, minutes, value.day_most_minutes))
        if value.day_least_minutes is not None and minutes < value.day_least_minutes:
            yield _remark(month, DAY_SHORT, rule, (day, minutes, value.day_least_minutes))


def _weeks(month: Month, plan: Plan, rule: Limit, earned: Earned) -> Iterator[Fault]:
    weeks = [0] * len(plan.ends)
    for day, minutes in earned.worked.items():
        weeks[plan.week[day]] += minutes
    for number, minutes in enumerate(weeks):
        value: LimitValue | None = in_force(rule.value, plan.ends[number])
        if value is None or value.week_most_minutes is None or minutes <= value.week_most_minutes:
            continue
        if plan.week_is_tested(number, month.worker.left_on):
            yield _remark(month, WEEK_PASSED, rule, (plan.ends[number], minutes, value.week_most_minutes))


def _remark(month: Month, key: str, rule: Limit, figures: tuple[date, int, int]) -> Fault:
    day, minutes, limit = figures
    says = (("day", day), ("hours", _hours(minutes)), ("limit", _hours(limit)), ("label", rule.label))
    return Fault(month.worker.code, key, says)


def _hours(minutes: int) -> str:
    """Hours and minutes as people write them: 48 or 48:30."""
    return f"{minutes // 60}" if minutes % 60 == 0 else f"{minutes // 60}:{minutes % 60:02}"
