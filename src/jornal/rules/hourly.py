"""Time of kind work at the rate of its day: by the hour, by the day or by the month."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from jornal.rules.earned import Earned, Group, add, by_since, head_of_rate
from jornal.rules.kinds import kind_rule, other_kinds
from jornal.rules.plan import Plan, Priced, RatesByDay
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
    groups: dict[int, tuple[Priced, Group]] = {}
    others: list[Shift] = []
    rates = (plan.rates("hour", month.worker.grade) or {}) if timed else None
    if not (rates and not month.carry.shifts and _plain_month(month, plan, earned, groups)):
        others = _worked(month.carry.shifts, month, earned, rates, {}) if month.carry.shifts else []
        others += _worked(month.shifts, month, earned, rates, groups)
    for price, group in by_since(groups.values()):
        group.exact = group.quantity * price.exact  # type: ignore[operator]
        earned.time.append(head_of_rate("hourly", month.worker.grade, group, "min", price))
    if by_day:
        _by_the_day(month, plan, earned)
    if timed or by_day or not paid_by_time:
        others = [shift for shift in others if shift.kind != "work"]
    if others:
        other_kinds(month, plan, earned, others)


def _plain_month(month: Month, plan: Plan, earned: Earned, groups: dict[int, tuple[Priced, Group]]) -> bool:
    """The common month in one sweep: one shift of work a day, in the site's own place, at one rate; else False."""
    price = plan.flat_hourly.get(month.worker.grade)
    if price is None or price.exact is None or not month.shifts:
        return False
    rows, days, minutes, kinds, _, _, _, places, _, _ = zip(*month.shifts, strict=True)
    if kinds.count("work") != len(kinds) or any(places) or len(set(days)) != len(days):
        return False
    exact = price.exact
    earned.worked = dict(zip(days, minutes, strict=True))
    base = earned.base
    for day, worked in zip(days, minutes, strict=True):
        base[day] = base.get(day, 0) + worked * exact
    group = Group()
    group.quantity, group.rows = sum(minutes), list(rows)
    groups[id(price)] = (price, group)
    return True


def _worked(
    shifts: Sequence[Shift],
    month: Month,
    earned: Earned,
    rates: RatesByDay | None,
    groups: dict[int, tuple[Priced, Group]],
) -> list[Shift]:
    """Adds worked minutes and, with hourly rates, work priced by the hour; gives back what is not priced here."""
    worked, base, others = earned.worked, earned.base, []
    for shift in shifts:
        kind, day, minutes = shift.kind, shift.day, shift.minutes
        if kind in WORKED_KINDS:
            worked[day] = worked.get(day, 0) + minutes
        if kind != "work" or shift.place:
            earned.plain = False
        if kind != "work" or rates is None:
            others.append(shift)
            continue
        price = rates.get(day)
        if price is None or price.exact is None:
            _no_rate(earned, month, day, shift.id)
            continue
        base[day] = base.get(day, 0) + minutes * price.exact
        pair = groups.get(id(price))
        if pair is None:
            pair = groups[id(price)] = (price, Group())
        pair[1].quantity += minutes
        pair[1].rows.append(shift.id)
    return others


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
