"""Time of kind work at the rate of its day: by the hour, by the day or by the month."""

from datetime import date
from fractions import Fraction

from jornal.rules.earned import Earned, Group, add, by_since, head_of_rate
from jornal.rules.kinds import kind_rule, other_kinds
from jornal.rules.plan import Plan, Priced
from jornal.rules.rates import days_of_month
from jornal.rules.rows import WORKED_KINDS, Month, Shift
from jornal.terms.dated import in_force

NO_RATE_OF_GRADE = (
    "No rate for grade {name} is in force on {day}. "
    "Add one to the contract or the rates sheet, or correct the grade."
)
NO_RATE = (
    "No rate is in force on {day}. Add one to the contract or the rates sheet, since that day or earlier."
)


def priced_time(month: Month, plan: Plan, earned: Earned) -> None:
    """All time priced; fills the heads of time, worked minutes and the base by day. Call after `priced_pieces`."""
    contract = plan.agreed.contract
    paid_by_time = contract.pays != "piece" and contract.hours == "paid"
    timed = paid_by_time and bool(plan.hourly)
    by_day = paid_by_time and not timed and bool(plan.daily or plan.monthly)
    unpriced = not timed and not by_day and paid_by_time
    worked, others, work = earned.worked, [], []
    for shift in (*month.carry.shifts, *month.shifts):
        kind = shift.kind
        if kind in WORKED_KINDS:
            worked[shift.day] = worked.get(shift.day, 0) + shift.minutes
        if kind != "work" or unpriced:
            others.append(shift)
        elif timed:
            work.append(shift)
    if timed:
        _by_the_hour(month, plan, earned, work)
    elif by_day:
        _by_the_day(month, plan, earned)
    if others:
        other_kinds(month, plan, earned, others)


def _by_the_hour(month: Month, plan: Plan, earned: Earned, shifts: list[Shift]) -> None:
    """Minutes × the hourly rate of her grade on that day."""
    grade, start, base = month.worker.grade, month.period.start, earned.base
    rates = plan.rates("hour", grade) or {}
    groups: dict[int, tuple[Priced, Group]] = {}
    for shift in shifts:
        day, minutes = shift.day, shift.minutes
        price = rates.get(day)
        if price is None or price.exact is None:
            _no_rate(earned, month, day, shift.id)
            continue
        exact = minutes * price.exact
        base[day] = base.get(day, 0) + exact
        if day >= start:
            pair = groups.get(id(price))
            if pair is None:
                pair = groups[id(price)] = (price, Group())
            group = pair[1]
            group.quantity += minutes
            group.exact += exact  # type: ignore[assignment]
            group.rows.append(shift.id)
    for price, group in by_since(groups.values()):
        earned.time.append(head_of_rate("hourly", grade, group, "min", price))


def _no_rate(earned: Earned, month: Month, day: date, row: str) -> None:
    """A rate that is missing or unconfirmed stops its own line only; the day leaves the floor's test."""
    earned.out.add(day)
    if day >= month.period.start:
        name = month.worker.grade
        stops = f"hourly:{name}" if name else "hourly"
        key = NO_RATE_OF_GRADE if name else NO_RATE
        earned.stop(month.worker.code, stops, key, row=row, says={"name": name, "day": day})


def _by_the_day(month: Month, plan: Plan, earned: Earned) -> None:
    """A daily rate pays each day worked once; a monthly one days worked or paid-absent ÷ planned days, at most one."""
    grade = month.worker.grade
    daily, monthly = plan.rates("day", grade), plan.rates("month", grade)
    groups: dict[int, tuple[Priced, Group]] = {}
    for day, row in sorted(_days_paid(month, plan, absent_too=not daily and bool(monthly)).items()):
        price = (daily or monthly or {}).get(day)
        if price is None or price.exact is None:
            _no_rate(earned, month, day, row)
            continue
        exact = price.exact if daily else Fraction(price.exact) / days_of_month(plan, day)
        if earned.worked.get(day):
            add(earned.base, day, exact)
        if day >= month.period.start:
            group = groups.setdefault(id(price), (price, Group()))[1]
            group.add(1, exact, day)
            group.rows.append(row)
    for price, group in by_since(groups.values()):
        if not daily and price.exact is not None:
            group.exact = min(group.exact, price.exact)
        head = head_of_rate("daily" if daily else "monthly", grade, group, "day", price)
        text = str(Fraction(price.text) / (1 if daily else days_of_month(plan, min(group.days))))
        earned.time.append(head._replace(rate=text))


def _days_paid(month: Month, plan: Plan, *, absent_too: bool) -> dict[date, str]:
    """Days with worked minutes, and for a monthly rate the absences that the contract pays at the rate."""
    shifts = (*month.carry.shifts, *month.shifts)
    paid = {one.day: one.id for one in shifts if one.kind in WORKED_KINDS and one.minutes}
    if absent_too:
        paid |= {one.day: one.id for one in month.shifts if _pays_rate(plan, one)}
    return paid


def _pays_rate(plan: Plan, shift: Shift) -> bool:
    rule = kind_rule(plan, shift.kind)
    value = in_force(rule.value, shift.day) if rule else None
    return rule is not None and rule.of == "rate" and value is not None and bool(value.share)
