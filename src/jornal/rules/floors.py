"""The floor of pay, day by day, by the measure the contract names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from jornal.rules.exact import Exact
from jornal.rules.plan import Plan
from jornal.terms.contracts import UsedFloor
from jornal.terms.dated import in_force
from jornal.terms.floors import Floor, FloorValue, Where


@dataclass(eq=False, slots=True)
class Measured:
    """One floor by one measure on the days of a plan.

    A day's floor is `rate[day]` × its worked minutes, at most `cap` of them (None: all). With `week_cap` the rate is
    the whole day's value and the part is the week's minutes ÷ week_cap. `rate[day]` None: not known, as `why` says.
    `night[day]` is what a night minute adds. `flat`: the one rate of all days, where nothing caps it;
    `steady`: the one rate of the period's own days.
    """

    use: UsedFloor
    floor: Floor
    rate: dict[date, Exact | None]
    cap: int | None = None
    week_cap: int | None = None
    why: str = ""
    value: FloorValue | None = None
    night: dict[date, Exact] = field(default_factory=dict)
    flat: Exact | None = None
    steady: Exact | None = None


def measured(plan: Plan, birth_year: int | None) -> list[Measured]:
    """The contract's floors for workers born in a year, in the contract's order; made once and kept with the plan."""
    key = ("floors", birth_year)
    if key not in plan.cache:
        uses = plan.agreed.contract.floor
        plan.cache[key] = [
            one for use in uses if (one := measure_of(plan, use, use.measure, birth_year)) is not None
        ]
    return plan.cache[key]  # type: ignore[return-value]


def guaranteed(plan: Plan, name: str, birth_year: int | None) -> Measured:
    """A floor's guarantee, whether or not the contract answers to it; made once and kept with the plan."""
    key = ("guarantee", name, birth_year)
    if key not in plan.cache:
        plan.cache[key] = measure_of(plan, UsedFloor(floor=name, layer="law"), "guarantee", birth_year)
    return plan.cache[key]  # type: ignore[return-value]


def floor_minute(plan: Plan, birth_year: int | None, day: date) -> Exact | None:
    """What a minute of the highest payable floor pays on a day, by the contract's own measure; None when none is known.

    A guarantee's minute is the day's value over the planned minutes of the timetable's longest day, or over the
    threshold where that is longer.
    """
    timetable = plan.agreed.contract.timetable
    longest = (max(timetable.week) if timetable else 0) or 480
    found = []
    for one in measured(plan, birth_year):
        rate = one.rate.get(day)
        if rate is None or one.use.layer == "standard":
            continue
        if one.week_cap is not None:
            rate = Fraction(rate) / longest
        elif one.cap is not None and longest > one.cap:
            rate = Fraction(rate * one.cap) / longest
        found.append(rate)
    return max(found, default=None)


def base_floor(plan: Plan, name: str) -> Floor | None:
    """The row of a floor that fits this contract's place, sector, employer and trade best; None when none does."""
    rows = [row for row in plan.agreed.every_floor.get(name, ()) if _fits(plan, row.where)]
    return max(rows, key=lambda row: sum(bool(asked) for asked in _asked(row.where)), default=None)


def amount_on(
    plan: Plan, floor: Floor, day: date, birth_year: int | None
) -> tuple[Fraction | None, str, FloorValue | None]:
    """A floor's amount on a day in minor units, or None with why (a key of the catalogue), and the row it came from."""
    if floor.share_of:
        other = base_floor(plan, floor.share_of)
        if other is None or floor.share is None:
            return None, "no_floor", None
        amount, why, value = amount_on(plan, other, day, birth_year)
        return (None if amount is None else amount * floor.share), why, value
    asked = day
    if floor.change == "by_period_start":
        asked = plan.period.start if day >= plan.period.start else day.replace(day=1)
    value = in_force(floor.value, asked)
    if value is None:
        return None, "no_floor", None
    amount = value.amount
    if value.bands:
        if birth_year is None:
            return None, "no_birth_year", value
        fitting = [band for band in value.bands if asked.year - birth_year >= band.age_from]
        amount = max(fitting, key=lambda band: band.age_from).amount if fitting else None
    if amount is None or not value.confirmed:
        return None, "floor_unknown", value
    return amount * plan.agreed.scale, "", value


def _fits(plan: Plan, where: Where) -> bool:
    site, contract = plan.agreed.site, plan.agreed.contract
    have = (
        site.where.region,
        site.where.district,
        site.where.sector,
        contract.employer_class or site.where.employer_class,
        contract.trade or site.where.trade,
    )
    return all(not asked or asked == given for asked, given in zip(_asked(where), have, strict=True))


def _asked(where: Where) -> tuple[str, ...]:
    return (where.region, where.district, where.sector, where.employer_class, where.trade)


def measure_of(plan: Plan, use: UsedFloor, name: str, birth_year: int | None) -> Measured | None:
    """A floor by a measure; None where the measure does not exist for it (no paid rest day to count)."""
    floor = base_floor(plan, use.floor)
    if floor is None:
        return Measured(
            use, Floor(id=use.floor, label=use.floor, layer=use.layer, unit="hour"), {}, why="no_floor"
        )
    shape = shape_of(plan, floor)
    hours = {"paid_rest_hour": shape.rest_hours, "plain_hour": shape.plain_hours}.get(name)
    if hours is None and name == "paid_rest_hour":
        return None
    full = shape.full_from_minutes if name == "guarantee" and shape.unit != "hour" else None
    found = Measured(use, floor, {})
    if full and shape.per == "week":
        found.week_cap = full
    else:
        found.cap = full
    for day in plan.days:
        amount, why, found.value = amount_on(plan, floor, day, birth_year)
        rate = None
        if amount is not None and full:
            whole = of_the_day(plan, shape, amount, day)
            rate = whole if whole is None or found.week_cap else whole / full
        elif amount is not None:
            rate = _by_the_hour(shape, amount, hours or shape.plain_hours)
        found.why = found.why or why or ("no_timetable" if rate is None else "")
        found.rate[day] = None if rate is None else plan.exact(rate)
    _raise_nights(plan, found, shape, birth_year)
    rates = set(found.rate.values())
    if len(rates) == 1 and found.cap is None and found.week_cap is None:
        found.flat = rates.pop()
    inside = {found.rate[day] for day in plan.days if day >= plan.period.start}
    found.steady = inside.pop() if len(inside) == 1 else None
    return found


def shape_of(plan: Plan, floor: Floor) -> Floor:
    """The floor itself, or for a share of another floor the other's unit, thresholds and hours where it has none."""
    other = base_floor(plan, floor.share_of) if floor.share_of and floor.unit == "share" else None
    if other is None:
        return floor
    return replace(
        floor,
        unit=other.unit,
        per=floor.per if floor.full_from_minutes else other.per,
        full_from_minutes=floor.full_from_minutes or other.full_from_minutes,
        plain_hours=floor.plain_hours or other.plain_hours,
        rest_hours=floor.rest_hours or other.rest_hours,
    )


def _by_the_hour(shape: Floor, amount: Fraction, hours: Fraction | None) -> Fraction | None:
    """Minor units per worked minute of a floor cut into hours; None where nothing says how many."""
    if shape.unit == "hour":
        return amount / 60 / (hours or 1)
    return monthly(shape, amount) / hours / 60 if hours else None


def of_the_day(plan: Plan, shape: Floor, amount: Fraction, day: date) -> Fraction | None:
    """Minor units of a floor for one whole day, its part of the paid rest day with it where the law pays one.

    None for a month or week without a timetable.
    """
    if shape.unit == "day":
        with_rest = shape.plain_hours and shape.rest_hours
        return amount * shape.plain_hours / shape.rest_hours if with_rest else amount  # type: ignore[operator]
    if shape.unit == "week":
        timetable = plan.agreed.contract.timetable
        count = sum(minutes > 0 for minutes in timetable.week) if timetable else 0
        return amount / count if count else None
    count = plan.planned_days.get(day, 0)
    return monthly(shape, amount) / count if count else None


def monthly(shape: Floor, amount: Fraction) -> Fraction:
    """A floor's amount per month where it is paid 12, 13 or 14 times a year; any other unit's amount as it is."""
    return amount * {"pays_13": Fraction(13, 12), "pays_14": Fraction(14, 12)}.get(shape.unit, Fraction(1))


def _raise_nights(plan: Plan, found: Measured, shape: Floor, birth_year: int | None) -> None:
    """What a night minute adds to the floor where the law makes night a higher floor (Peru)."""
    for rule, _ in plan.agreed.night:
        for day in plan.days:
            value = in_force(rule.value, day)
            if value is None or value.works_as != "floor" or value.premium is None:
                continue
            amount, _, _ = amount_on(plan, found.floor, day, birth_year)
            hours = shape.plain_hours or (1 if shape.unit == "hour" else None)
            if amount is not None and hours:
                found.night[day] = plan.exact(monthly(shape, amount) / hours / 60 * value.premium)


Dues = dict[date, Exact | None]


def dues(one: Measured, worked: Mapping[date, int], plan: Plan, nights: Mapping[date, int]) -> Dues:
    """The floor of each day's worked minutes, in parts; None on a day whose value is not known."""
    rates, cap = one.rate, one.cap
    if one.week_cap is not None:
        return _by_week(one, worked, plan)
    found: Dues = {}
    for day, minutes in worked.items():
        rate = rates.get(day)
        found[day] = None if rate is None else rate * (minutes if cap is None or minutes < cap else cap)
    for day, minutes in nights.items():
        due = found.get(day)
        if due is not None and day in one.night:
            found[day] = due + one.night[day] * minutes
    return found


def _by_week(one: Measured, worked: Mapping[date, int], plan: Plan) -> Dues:
    """Each worked day's value × its week's minutes ÷ the weekly threshold, at most the whole."""
    weeks: dict[int, int] = {}
    for day, minutes in worked.items():
        weeks[plan.week[day]] = weeks.get(plan.week[day], 0) + minutes
    full = one.week_cap or 1
    found: Dues = {}
    for day, minutes in worked.items():
        rate = one.rate.get(day)
        part = Fraction(min(weeks[plan.week[day]], full), full)
        found[day] = 0 if not minutes else None if rate is None else rate * part
    return found


def sum_of(found: Dues, days: Iterable[date]) -> Exact | None:
    """The floor of some days, in parts; None as soon as one day's is not known."""
    total: Exact = 0
    for day in days:
        due = found.get(day, 0)
        if due is None:
            return None
        total += due
    return total


def floor_of(
    one: Measured, worked: Mapping[date, int], days: Iterable[date], plan: Plan, nights: Mapping[date, int]
) -> Exact | None:
    """The floor of some days' worked minutes, in parts; None as soon as one day's is not known."""
    if one.flat is not None and not nights:
        return one.flat * sum(worked[day] for day in days)
    return sum_of(dues(one, worked, plan, nights), days)
