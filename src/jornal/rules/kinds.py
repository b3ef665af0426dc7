"""Training, waiting, stoppage, sickness and every other kind of time, as the contract pays it."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jornal.rules.earned import Earned, Group, add
from jornal.rules.exact import Exact, shown
from jornal.rules.floors import floor_minute
from jornal.rules.heads import Head
from jornal.rules.plan import Plan
from jornal.rules.rates import minute_rate
from jornal.rules.rows import WORKED_KINDS, Month, Shift
from jornal.terms.contracts import KindPay, KindPayValue
from jornal.terms.dated import in_force

NO_HOURS = "{day}: {kind} has no hours and the timetable plans none that day. Write the hours."
UNKNOWN = "What {kind} time pays on {day} is not known. Add its share or rate to the contract."


class Price(NamedTuple):
    """Parts per minute of a kind on a day (None: not known), the layer that says so, and the dated row."""

    exact: Exact | None
    layer: str
    value: KindPayValue | None = None


def kind_rule(plan: Plan, kind: str) -> KindPay | None:
    """How the contract pays a kind of time; None where it says nothing."""
    return next((rule for rule in plan.agreed.contract.kind if rule.kind == kind), None)


def other_kinds(month: Month, plan: Plan, earned: Earned, shifts: Sequence[Shift]) -> None:
    """One head per kind and rate, in order of kind; worked kinds join the base, absences do not."""
    groups: dict[tuple[str, str], tuple[Price, Group]] = {}
    average = _piece_average(month, earned)
    for shift in sorted(shifts, key=lambda one: (one.kind, one.day)):
        price = _price(shift, plan, month, average)
        if price is None:
            continue
        minutes = _minutes_of(shift, plan, month, earned)
        if price.exact is None:
            _unknown(earned, month, shift)
            continue
        exact = minutes * price.exact
        add(earned.base if shift.kind in WORKED_KINDS else earned.paid_days, shift.day, exact)
        if shift.day >= month.period.start:
            group = groups.setdefault((shift.kind, shown(price.exact * 60, plan.parts)), (price, Group()))[1]
            group.add(minutes, exact, shift.day)
            group.rows.append(shift.id)
    for (kind, rate), (price, group) in sorted(groups.items(), key=lambda item: item[0][0]):
        value = price.value
        earned.time.append(
            Head(
                kind,
                "",
                group.quantity,
                "min",
                rate,
                group.exact,
                price.layer,
                f"kind:{kind}",
                value.source if value else "",
                "",
                value.since if value else None,
                value.confidence if value else "",
                (),
                tuple(group.rows),
            )
        )


def _minutes_of(shift: Shift, plan: Plan, month: Month, earned: Earned) -> int:
    """The minutes of a row; for an absence written as a code alone, what the timetable plans that day."""
    if shift.minutes or shift.kind in WORKED_KINDS:
        return shift.minutes
    planned = plan.planned.get(shift.day, 0)
    if not planned and shift.day >= month.period.start:
        says = {"day": shift.day, "kind": shift.kind}
        earned.stop(month.worker.code, f"kind:{shift.kind}", NO_HOURS, row=shift.id, says=says)
    return planned


def _price(shift: Shift, plan: Plan, month: Month, average: Exact | None) -> Price | None:
    """What a minute of a kind pays; None where it pays nothing."""
    rule = kind_rule(plan, shift.kind)
    if rule is None:
        return _price_without_rule(shift, plan, month)
    value = in_force(rule.value, shift.day)
    if rule.of == "nothing" or (plan.monthly and not plan.daily and rule.of == "rate" and not plan.hourly):
        return None  # nothing, or a monthly rate that has paid the day already
    if rule.of == "rate":
        whole = minute_rate(plan, month.worker.grade, shift.day)
    elif rule.of == "floor":
        whole = floor_minute(plan, month.worker.birth_year, shift.day)
    else:
        whole = average
    share = value.share if value and value.confirmed else None
    return Price(None if whole is None or share is None else whole * share, rule.layer, value)


def _price_without_rule(shift: Shift, plan: Plan, month: Month) -> Price | None:
    """Worked kinds earn her hourly rate, else the floor; absences nothing; a day rate has paid them already."""
    contract = plan.agreed.contract
    if shift.kind not in WORKED_KINDS or contract.hours != "paid" or plan.daily or plan.monthly:
        return None
    if plan.hourly:
        price = (plan.rates("hour", month.worker.grade) or {}).get(shift.day)
        return Price(price.exact, price.layer) if price else Price(None, "contract")
    return Price(floor_minute(plan, month.worker.birth_year, shift.day), "contract")


def _piece_average(month: Month, earned: Earned) -> Exact | None:
    """Average piece earnings per work minute of the period, in parts."""
    start = month.period.start
    minutes = sum(shift.minutes for shift in month.shifts if shift.kind == "work")
    exact = sum(value for day, value in earned.pieces_base.items() if day >= start)
    return Fraction(exact) / minutes if minutes else None


def _unknown(earned: Earned, month: Month, shift: Shift) -> None:
    """A kind whose pay is not known stops its own line; a day of work leaves the floor's test."""
    if shift.kind in WORKED_KINDS:
        earned.out.add(shift.day)
    if shift.day >= month.period.start:
        says: dict[str, str | date] = {"kind": shift.kind, "day": shift.day}
        earned.stop(month.worker.code, f"kind:{shift.kind}", UNKNOWN, row=shift.id, says=says)
