"""The three comparators that stand beside pay: the guarantee, the hour with paid rest, the plain hour."""

from datetime import date
from fractions import Fraction

from jornal.rules.floors import Measured, amount_on, measure_of, measured, monthly, of_the_day, shape_of
from jornal.rules.plan import Plan
from jornal.terms.contracts import UsedFloor
from jornal.terms.floors import Measure

MEASURES: tuple[Measure, ...] = ("guarantee", "paid_rest_hour", "plain_hour")


def comparators(plan: Plan, birth_year: int | None) -> dict[str, Measured]:
    """The contract's first floor (or the one it says to compare with) by each of the three measures."""
    key = ("comparators", birth_year)
    if key not in plan.cache:
        contract = plan.agreed.contract
        use = next((one for one in contract.floor if one.floor == contract.compare_with), None)
        if use is None and contract.compare_with:
            use = UsedFloor(floor=contract.compare_with, layer="standard")
        use = use or next(iter(contract.floor), None)
        tested = {(one.use, one.use.measure): one for one in measured(plan, birth_year)}
        found = (
            {}
            if use is None
            else {
                name: tested.get((use, name)) or measure_of(plan, use, name, birth_year) for name in MEASURES
            }
        )
        plan.cache[key] = {name: one for name, one in found.items() if one is not None}
    return plan.cache[key]  # type: ignore[return-value]


def average_month(plan: Plan, birth_year: int | None, day: date) -> dict[str, Fraction | None]:
    """The three comparators of the timetable over an average month (365/84 weeks), in minor units; None: not known."""
    timetable = plan.agreed.contract.timetable
    found: dict[str, Fraction | None] = {}
    for name, one in comparators(plan, birth_year).items():
        shape = shape_of(plan, one.floor)
        amount, _, _ = amount_on(plan, one.floor, day, birth_year)
        week = timetable.week if timetable else (0,) * 7
        minutes, weeks = sum(week), Fraction(365, 84)
        full = shape.full_from_minutes
        hours = {"paid_rest_hour": shape.rest_hours}.get(name, shape.plain_hours) or 1
        if amount is None or not minutes:
            found[name] = None
        elif name != "guarantee" or full is None:
            found[name] = monthly(shape, amount) / hours / 60 * minutes * weeks
        else:
            parts = [min(Fraction(1), Fraction(planned, full)) for planned in week if planned]
            if shape.per == "week":
                parts = [min(Fraction(1), Fraction(minutes, full))] * len(parts)
            per_day = {
                "day": (of_the_day(plan, shape, amount, day) or amount) * weeks,
                "week": amount * weeks / len(parts),
            }.get(shape.unit, monthly(shape, amount) / len(parts))
            found[name] = per_day * sum(parts)
    return found
