"""Pay for the weekly rest day as its own line, where it is not inside the rate (LFT 69, 72; DS 012-92-TR art. 1)."""

from datetime import date
from fractions import Fraction

from jornal.rules.earned import Earned, Group, add, head_of_rule, rows_of
from jornal.rules.exact import shown
from jornal.rules.heads import Head
from jornal.rules.plan import Plan
from jornal.rules.rows import Month
from jornal.terms.dated import in_force
from jornal.terms.hours import RestPay


def rest_pay(month: Month, plan: Plan, earned: Earned) -> list[Head]:
    """One head per rule and week that ends in the period; on a piece contract they are heads of pieces."""
    heads = []
    for rule, layer in plan.agreed.rest_pay:
        for week in range(len(plan.ends)):
            if plan.week_is_tested(week, month.worker.left_on):
                head = _of_week(week, month, plan, earned, (rule, layer))
                heads += [head] if head else []
    return heads


def _of_week(week: int, month: Month, plan: Plan, earned: Earned, used: tuple[RestPay, str]) -> Head | None:
    """The average day of the week, whole or in the part that the days worked make of `per_days`."""
    days = [day for day, minutes in earned.worked.items() if plan.week[day] == week and minutes]
    days += [day for day in earned.pieces_base if plan.week[day] == week and not earned.worked.get(day)]
    value = in_force(used[0].value, max(days)) if days else None
    by_pieces = plan.agreed.contract.pays == "piece"
    if value is None or (by_pieces and not value.on_pieces):
        return None
    part = Fraction(1) if value.part_weeks == "whole" else Fraction(len(days), value.per_days)
    group = Group()
    group.add(len(days), _week_pay(week, days, plan, earned) / len(days) * part, max(days))
    if not group.exact:
        return None
    left_on = month.worker.left_on or plan.ends[week]
    add(earned.base, min(left_on, plan.ends[week]), group.exact)  # it is earned when the week is whole
    group.rows = rows_of(month, earned, days)
    rate = shown(group.exact / Fraction(len(days)), plan.parts)
    return head_of_rule(
        "rest_pay", group, rate, (*used, value), week_ends=plan.ends[week], per_days=value.per_days
    )


def _week_pay(week: int, days: list[date], plan: Plan, earned: Earned) -> Fraction:
    """What the week's days brought: time, pieces and paid days, without what reduced night hours add."""
    pay = sum(earned.base.get(day, 0) - earned.reduced.get(day, 0) for day in days)
    return Fraction(pay + sum(exact for day, exact in earned.paid_days.items() if plan.week[day] == week))
