"""The waterfall applied to a worker's gross: over the period, or week by week where its steps are weekly."""

from datetime import date
from fractions import Fraction
from typing import Any

from jornal.rules.earned import Earned
from jornal.rules.exact import by_running_total
from jornal.rules.floors import amount_on, base_floor, floor_of, guaranteed
from jornal.rules.plan import Plan
from jornal.rules.rows import Month
from jornal.rules.steps import Part, split
from jornal.rules.top_up import Tested
from jornal.rules.wanted import Situation, Split


def deducted(
    gross: int, month: Month, plan: Plan, earned: Earned, nights: dict[date, int], top: Tested
) -> Split:
    """The waterfall over the period, or week by week where its steps are weekly."""
    seen = _situation(month, plan, earned, nights)
    if not any(step.per == "week" for step in plan.agreed.steps):
        return split(gross, plan, seen)
    weeks = [week for week in range(len(plan.ends)) if plan.week_is_tested(week, month.worker.left_on)]
    if len(weeks) <= 1:
        return split(gross, plan, seen)
    sums = _gross_by_week(gross, weeks, plan, earned, top)
    return split(
        gross, plan, seen, [Part(sum_, plan.ends[week]) for week, sum_ in zip(weeks, sums, strict=True)]
    )


def _gross_by_week(gross: int, weeks: list[int], plan: Plan, earned: Earned, top: Tested) -> list[int]:
    """Each week's exact base rounded by running total, its top-up, and all other lines with the last week."""
    bases = [sum(exact for day, exact in earned.base.items() if plan.week[day] == week) for week in weeks]
    sums = by_running_total(bases, plan.parts)
    ends: dict[Any, int] = {plan.ends[week]: place for place, week in enumerate(weeks)}
    for line in top.lines:
        sums[ends.get(dict(line.facts).get("week_ends"), len(sums) - 1)] += line.amount
    inside = sum(exact for day, exact in earned.base.items() if day >= plan.period.start)
    other = gross - by_running_total([inside], plan.parts)[0] - top.total
    sums[-1] += other
    return sums


def _situation(month: Month, plan: Plan, earned: Earned, nights: dict[date, int]) -> Situation:
    worker = month.worker

    def floor_amount(name: str, day: date) -> Fraction | None:
        floor = base_floor(plan, name)
        return None if floor is None else amount_on(plan, floor, day, worker.birth_year)[0]

    def guarantee(name: str) -> Fraction | None:
        days = [day for day in earned.worked if day >= month.period.start]
        due = floor_of(guaranteed(plan, name, worker.birth_year), earned.worked, days, plan, nights)
        return None if due is None else Fraction(due) / plan.parts

    given = dict(month.given)
    for one in month.adjustments:
        if one.kind == "given":
            given[one.step] = (given.get(one.step) or 0) + one.amount
    less: dict[str, int] = {}
    for one in month.adjustments:
        if one.kind == "discretion":
            less[one.step] = min(one.amount, less.get(one.step, one.amount))
    last = month.period.last or month.period.start
    return Situation(worker, last, plan.agreed.scale, given, less, floor_amount, guarantee)
