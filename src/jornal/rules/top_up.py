"""The top-up to the floor: tested per week, then per period, its own line, never taken back."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from jornal.rules.comparators import comparators
from jornal.rules.earned import Earned
from jornal.rules.exact import Exact, shown, whole
from jornal.rules.floors import Measured, dues, floor_of, measured
from jornal.rules.lines import Fault, Line
from jornal.rules.plan import Plan
from jornal.rules.rows import Month

WHY = {
    "no_floor": "No value of the floor {floor} is in force. Add one to the terms.",
    "no_birth_year": "The floor {floor} depends on age. Record the year of birth.",
    "no_timetable": "The floor {floor} is due per month or week. Add a timetable to the contract.",
    "floor_unknown": "The floor {floor} is not confirmed. Confirm its value in the terms.",
}


class Sums(NamedTuple):
    """The sum of each week's days, and of the period's own days, in parts."""

    weeks: list[Exact]
    inside: Exact


Table = list[tuple[Measured, Sums]]


class Tested(NamedTuple):
    """Top-up lines, faults, the whole top-up, and what of it belongs to the week that ends later.

    `asked`: what each floor asked for the period. `above`: how much the period's base stands above its floor,
    None where no floor is tested.
    """

    lines: list[Line]
    faults: list[Fault]
    total: int
    of_open_week: int
    above: int | None = None
    asked: tuple[tuple[Measured, Exact], ...] = ()


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
    if len(floors) == 1 and not nights and (above := _every_day_above(floors[0], month, plan, earned)):
        return above
    table: list[tuple[Measured, Sums]] = []
    faults = []
    for one in floors:
        if one.why and any(one.rate.get(day) is None for day in earned.worked):
            floor = one.floor.label or one.floor.id
            faults.append(
                Fault(month.worker.code, WHY[one.why], (("floor", floor),), "", f"top_up:{one.use.floor}")
            )
        else:
            table.append((one, _sums(dues(one, earned.worked, plan, nights), plan, earned.out)))
    if not table:
        return Tested([], faults, 0, 0)
    bases = _sums(earned.base, plan, earned.out)
    lines: list[Line] = []
    for week in range(len(plan.ends)):
        if plan.week_is_tested(week, month.worker.left_on):
            found = _shortfall([(one, sums.weeks[week]) for one, sums in table], bases.weeks[week])
            paid = month.carry.week_top_up if week == 0 else 0
            amount = _amount(found, paid, plan)
            if amount > 0:
                lines.append(_line(found, amount, plan, week, paid))
    return _whole_period(month, plan, table, bases, lines, faults)


def _every_day_above(one: Measured, month: Month, plan: Plan, earned: Earned) -> Tested | None:
    """The common month without adding up its weeks: even the shortest day at the lowest rate reaches the floor's day.

    None where that is not plain to see: then every week is added up.
    """
    before = month.carry.shifts or month.carry.pieces or earned.out
    if before or not earned.plain or one.steady is None or one.week_cap is not None or not plan.steady_rate:
        return None
    minutes = earned.worked.values()
    lowest, cap = min(minutes), one.cap
    if cap is not None and lowest < cap:
        return None
    rate = plan.steady_rate.get(month.worker.grade, plan.steady_rate.get("", 0))
    if rate * lowest < one.steady * (lowest if cap is None else cap):
        return None
    asked = one.steady * (sum(minutes) if cap is None else cap * len(minutes))
    base: Exact = sum(earned.base.values())
    return Tested([], [], 0, 0, max(0, whole(base - asked, plan.parts, "floor")), ((one, asked),))


def _whole_period(
    month: Month, plan: Plan, table: Table, bases: Sums, lines: list[Line], faults: list[Fault]
) -> Tested:
    """The test of the period's own days; what it pays to the open week is carried, at most that week's shortfall."""
    found = _shortfall([(one, sums.inside) for one, sums in table], bases.inside)
    paid = sum(line.amount for line in lines)
    amount = _amount(found, paid, plan)
    of_open_week, last = 0, len(plan.ends) - 1
    if amount > 0:
        lines = [*lines, _line(found, amount, plan, None, paid)]
        if not plan.week_is_tested(last, month.worker.left_on):
            tail = _shortfall([(one, sums.weeks[last]) for one, sums in table], bases.weeks[last])
            of_open_week = min(amount, max(0, _amount(tail, 0, plan)))
    above = max(0, whole(-found.exact, plan.parts, "floor"))
    asked = tuple([(one, sums.inside) for one, sums in table])
    return Tested(lines, faults, paid + amount, of_open_week, above, asked)


def _sums(by_day: Mapping[date, Exact | None], plan: Plan, out: set[date]) -> Sums:
    """Floors or bases by week and over the period's own days; days left out of the test are not in."""
    weeks: list[Exact] = [0] * len(plan.ends)
    inside: Exact = 0
    week_of, start = plan.week, plan.period.start
    for day, exact in by_day.items():
        if exact and day not in out:
            week = week_of[day]
            weeks[week] += exact
            if week or day >= start:
                inside += exact
    return Sums(weeks, inside)


def _shortfall(dues_: list[tuple[Measured, Exact]], base: Exact) -> Shortfall:
    """The highest floor of some days beside their base."""
    highest, due = dues_[0] if len(dues_) == 1 else max(dues_, key=lambda pair: pair[1])
    return Shortfall(due - base, due, base, highest)


def _amount(found: Shortfall, paid: int, plan: Plan) -> int:
    if found.exact <= 0:
        return 0
    return max(0, whole(found.exact - paid * plan.parts, plan.parts, found.highest.floor.rounding))


def _asked(one: Measured, top: Tested) -> Exact | None:
    """What a floor asked for the period's days in the test, where it was tested."""
    return next((due for measured_, due in top.asked if measured_ is one), None)


def _line(found: Shortfall, amount: int, plan: Plan, week: int | None, paid: int) -> Line:
    """A top-up with the figures of its sentence: the floor, and what stood against it (base and earlier top-ups)."""
    use, floor, value = found.highest.use, found.highest.floor, found.highest.value
    facts: list[tuple[str, Any]] = [
        ("floor", shown(found.floor, plan.parts)),
        ("base", shown(found.base + paid * plan.parts, plan.parts)),
        ("measure", use.measure),
        ("week_ends", plan.ends[week]) if week is not None else ("whole_period", True),
    ]
    return Line(
        "top_up", "top_up", use.floor, 1, "base", str(amount), amount, use.layer, floor.id,
        value.source if value else "", floor.label, value.since if value else None,
        value.confidence if value else "", facts=tuple(facts),
    )  # fmt: skip


def compared(
    month: Month, plan: Plan, earned: Earned, top: Tested, nights: dict[date, int]
) -> dict[str, Any]:
    """Her base beside the three comparators of the period's hours, in minor units rounded half up.

    Keys: minutes, base, guarantee, paid_rest_hour, plain_hour (None where not known or not there), and the floor's row.
    """
    start, worked, base = month.period.start, earned.worked, earned.base
    if month.carry.shifts or month.carry.pieces:
        worked = {day: minutes for day, minutes in worked.items() if day >= start}
        base = {day: exact for day, exact in base.items() if day >= start}
    found: dict[str, Any] = {
        "minutes": sum(worked.values()),
        "base": whole(sum(base.values()), plan.parts),
        "guarantee": None,
        "paid_rest_hour": None,
        "plain_hour": None,
    }
    for name, one in comparators(plan, month.worker.birth_year).items():
        due = _asked(one, top) if not earned.out else None
        if due is None and one.flat is not None and not nights:
            due = one.flat * found["minutes"]
        elif due is None:
            due = floor_of(one, earned.worked, worked, plan, nights)
        found[name] = None if due is None else whole(due, plan.parts)
        found.setdefault("floor", one)
    return found
