"""The top-up to the floor: tested per week, then per period, its own line, never taken back."""

from datetime import date
from typing import NamedTuple

from jornal.rules.earned import Earned
from jornal.rules.exact import Exact, shown, whole
from jornal.rules.floors import Dues, Measured, comparators, dues, floor_of, measured, sum_of
from jornal.rules.lines import Fault, Line
from jornal.rules.plan import Plan
from jornal.rules.rows import Month

WHY = {
    "no_floor": "No value of the floor {floor} is in force. Add one to the terms.",
    "no_birth_year": "The floor {floor} depends on age. Add the year of birth to the list of people.",
    "no_timetable": "The floor {floor} is due per month or week. Add a timetable to the contract.",
    "floor_unknown": "The floor {floor} is not confirmed. Confirm its value in the terms.",
}


Table = list[tuple[Measured, Dues]]


class Tested(NamedTuple):
    """Top-up lines, faults, the whole top-up, and what of it belongs to the week that ends later.

    `above`: how much the period's base stands above its floor, None where no floor is tested.
    """

    lines: list[Line]
    faults: list[Fault]
    total: int
    of_open_week: int
    above: int | None = None


class Shortfall(NamedTuple):
    """By how much some days stay under the highest floor, in parts, and which floor that is."""

    exact: Exact
    floor: Exact
    base: Exact
    highest: Measured


def topped_up(month: Month, plan: Plan, earned: Earned, nights: dict[date, int]) -> Tested:
    """The top-ups due for the weeks that end in the period, then for the period as a whole."""
    floors = [one for one in measured(plan, month.worker.birth_year) if one.use.layer != "standard"]
    if not floors or not earned.worked:
        return Tested([], [], 0, 0)
    faults = [
        Fault(
            month.worker.code,
            WHY[one.why],
            (("floor", one.floor.label or one.floor.id),),
            "",
            f"top_up:{one.use.floor}",
        )
        for one in floors
        if one.why and any(one.rate.get(day) is None for day in earned.worked)
    ]
    floors = [one for one in floors if not any(fault.stops == f"top_up:{one.use.floor}" for fault in faults)]
    if not floors:
        return Tested([], faults, 0, 0)
    table = [(one, dues(one, earned.worked, plan, nights)) for one in floors]
    by_week: dict[int, list[date]] = {}
    for day in earned.worked:
        if day not in earned.out:
            by_week.setdefault(plan.week[day], []).append(day)
    lines: list[Line] = []
    for week in sorted(by_week):
        if plan.week_is_tested(week, month.worker.left_on):
            days = by_week[week]
            found = _shortfall(table, earned, days)
            paid = month.carry.week_top_up if min(days) < month.period.start else 0
            amount = _amount(found, paid, plan)
            if amount > 0 and found is not None:
                lines.append(_line(found, amount, plan, week, paid))
    return _whole_period(month, plan, earned, table, lines, faults)


def _whole_period(
    month: Month, plan: Plan, earned: Earned, table: Table, lines: list[Line], faults: list[Fault]
) -> Tested:
    """The test of the period's own days; what it pays to the open week is carried, at most that week's shortfall."""
    start = month.period.start
    days = [day for day in earned.worked if day >= start and day not in earned.out]
    found = _shortfall(table, earned, days)
    paid = sum(line.amount for line in lines)
    amount = _amount(found, paid, plan)
    of_open_week = 0
    last = len(plan.ends) - 1
    if amount > 0 and found is not None:
        lines = [*lines, _line(found, amount, plan, None, paid)]
        if not plan.week_is_tested(last, month.worker.left_on):
            tail = [day for day in days if plan.week[day] == last]
            of_open_week = min(amount, max(0, _amount(_shortfall(table, earned, tail), 0, plan)))
    above = None if found is None else max(0, whole(-found.exact, plan.parts, "floor"))
    return Tested(lines, faults, paid + max(0, amount), of_open_week, above)


def _shortfall(table: Table, earned: Earned, days: list[date]) -> Shortfall | None:
    """The highest floor of some days beside their base; None without days."""
    if not days:
        return None
    sums = [(due, one) for one, by_day in table if (due := sum_of(by_day, days)) is not None]
    if not sums:
        return None
    due, highest = sums[0] if len(sums) == 1 else max(sums, key=lambda pair: pair[0])
    base: Exact = 0
    for day in days:
        base += earned.base.get(day, 0)  # type: ignore[assignment]
    return Shortfall(due - base, due, base, highest)


def _amount(found: Shortfall | None, paid: int, plan: Plan) -> int:
    if found is None or found.exact <= 0:
        return 0
    return whole(found.exact - paid * plan.parts, plan.parts, found.highest.floor.rounding)


def _line(found: Shortfall, amount: int, plan: Plan, week: int | None, paid: int) -> Line:
    """A top-up with the figures of its sentence: the floor, and what stood against it (base and earlier top-ups)."""
    use, floor, value = found.highest.use, found.highest.floor, found.highest.value
    facts = [
        ("floor", shown(found.floor, plan.parts)),
        ("base", shown(found.base + paid * plan.parts, plan.parts)),
        ("measure", use.measure),
    ]
    facts.append(("week_ends", plan.ends[week]) if week is not None else ("whole_period", True))
    return Line(
        "top_up",
        "top_up",
        use.floor,
        1,
        "base",
        str(amount),
        amount,
        use.layer,
        floor.id,
        value.source if value else "",
        floor.label,
        value.since if value else None,
        value.confidence if value else "",
        facts=tuple(facts),
    )


def compared(month: Month, plan: Plan, earned: Earned, nights: dict[date, int]) -> dict[str, object]:
    """Her base beside the three comparators of the period's hours, in minor units rounded half up.

    Keys: minutes, base, guarantee, paid_rest_hour, plain_hour (None where not known or not there), and the floor's row.
    """
    start = month.period.start
    days = [day for day in earned.worked if day >= start]
    found: dict[str, object] = {
        "minutes": sum(earned.worked[day] for day in days),
        "base": whole(sum(exact for day, exact in earned.base.items() if day >= start), plan.parts),
        "guarantee": None,
        "paid_rest_hour": None,
        "plain_hour": None,
    }
    for name, one in comparators(plan, month.worker.birth_year).items():
        due = floor_of(one, earned.worked, days, plan, nights)
        found[name] = None if due is None else whole(due, plan.parts)
        found.setdefault("floor", one)
    return found
