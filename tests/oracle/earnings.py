"""What the days earn: hours, other kinds of time and pieces, exactly, day by day (docs/pay.md, section 2)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from oracle.files import World, confirmed, days_between, in_force, number, row_days
from oracle.time import Shift, shifts

ZERO = Fraction(0)


@dataclass
class Days:
    """One worker's days, of the period and of the straddling week before it, with what is known of each."""

    world: World
    shifts: list[Shift]
    pieces: list[tuple[date, str, int, int]]
    hourly: dict[date, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    kinds: dict[tuple[str, date], Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    piecework: dict[tuple[str, date], Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    extra_base: dict[date, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    paid_absent: set[str] = field(default_factory=set)
    unpriced: set[date] = field(default_factory=set)

    def minutes(self, day: date, *kinds: str) -> int:
        """Worked minutes of the shifts that start on a day (of some kinds only, where named)."""
        return sum(
            one.minutes
            for one in self.shifts
            if one.day == day and one.is_work and (not kinds or one.kind in kinds)
        )

    def in_period(self, day: date) -> bool:
        return self.world.start <= day <= self.world.last

    def period_days(self) -> list[date]:
        return days_between(self.world.start, self.world.last)

    def base(self, day: date) -> Fraction:
        """What counts towards the floor on a day."""
        kinds = sum(
            (paid for (kind, on), paid in self.kinds.items() if on == day and kind not in self.paid_absent),
            ZERO,
        )
        return self.hourly[day] + kinds + self.pieces_of(day) + self.extra_base[day]

    def pieces_of(self, day: date) -> Fraction:
        return sum((paid for (_, on), paid in self.piecework.items() if on == day), ZERO)

    def time_of(self, day: date) -> Fraction:
        """Heads 1 and 2 of a day, absences with pay among them."""
        return self.hourly[day] + sum((paid for (_, on), paid in self.kinds.items() if on == day), ZERO)


def read_days(world: World) -> Days:
    """The shifts and pieces of a case, those carried in among them."""
    carry = world.raw.get("carry", {})
    carried = shifts(world, carry.get("shift", []))
    found = carried + shifts(world, world.raw.get("shift", []))
    pieces = [
        (day, row["operation"], row.get("good", 0), row.get("rejected_paid", 0))
        for row in [*carry.get("pieces", []), *world.raw.get("pieces", [])]
        for day in row_days(row)
    ]
    return Days(world, found, pieces)


def rates(world: World, per: str, name: str = "") -> list[dict]:
    """The contract's rates of one sort: by operation, or by grade, the one without a grade serving all."""
    key = "operation" if per == "piece" else "grade"
    every = [rate for rate in world.contract.get("rate", []) if rate["per"] == per]
    own = [rate for rate in every if rate.get(key, "") == name]
    return own or ([] if per == "piece" else [rate for rate in every if not rate.get(key)])


def rate_on(world: World, per: str, name: str, day: date) -> Fraction | None:
    """The rate of a day in minor units, None where none is in force or known."""
    for rate in rates(world, per, name):
        on = world.first_of(day) if rate.get("change") == "by_period_start" else day
        row = confirmed(in_force(rate["value"], on))
        amount = number(row["amount"]) if row else None
        if amount is not None:
            return amount * world.scale
    return None


def hour_on(days: Days, day: date) -> Fraction | None:
    """The hourly rate of a day; a day's rate is of her longest planned day, a month's of its plain hours."""
    world, grade = days.world, days.world.worker.get("grade", "")
    if rates(world, "hour", grade):
        return rate_on(world, "hour", grade, day)
    if rates(world, "day", grade):
        value = rate_on(world, "day", grade, day)
        longest = max(
            (minutes for minutes in world.timetable.values() if isinstance(minutes, int)), default=0
        )
        return None if value is None else value * 60 / (longest or 480)
    value = rate_on(world, "month", grade, day)
    return None if value is None else value / month_hours(world)


def month_hours(world: World) -> Fraction:
    """The plain hours of the contract's first monthly floor, else 240."""
    for use in world.contract.get("floor", []):
        for row in world.rules["floor"]:
            if row["id"] == use["floor"] and row["unit"] == "month" and "plain_hours" in row:
                return number(row["plain_hours"])
    return Fraction(240)


def day_value(world: World, day: date) -> Fraction | None:
    """A day's worth of a day or month rate."""
    grade = world.worker.get("grade", "")
    if rates(world, "day", grade):
        return rate_on(world, "day", grade, day)
    month = rate_on(world, "month", grade, day)
    planned = world.planned_days_of_month(day)
    return None if month is None or not planned else month / planned


def price(days: Days) -> None:
    """Price every day: hours, pieces, then the other kinds of time."""
    price_hours(days)
    price_pieces(days)
    price_kinds(days)


def time_head(world: World) -> str:
    """What the first head of time is called."""
    grade = world.worker.get("grade", "")
    if rates(world, "hour", grade) or not pays_by_day(world):
        return "hourly"
    return "daily" if rates(world, "day", grade) else "monthly"


def pays_by_day(world: World) -> bool:
    grade = world.worker.get("grade", "")
    return not rates(world, "hour", grade) and bool(
        rates(world, "day", grade) or rates(world, "month", grade)
    )


def has_rate(world: World) -> bool:
    return bool(rates(world, "hour", world.worker.get("grade", ""))) or pays_by_day(world)


def price_hours(days: Days) -> None:
    """Head 1: work minutes at the hour's rate, or days at the day's value."""
    world = days.world
    if (
        world.contract["pays"] == "piece"
        or world.contract.get("hours") == "information"
        or not has_rate(world)
    ):
        return
    grade = world.worker.get("grade", "")
    if pays_by_day(world):
        for day in {
            one.day
            for one in days.shifts
            if one.minutes and (one.is_work or pays_rate(world, one.kind, one.day))
        }:
            value = day_value(world, day)
            if value is None:
                missing(days, day, "hourly", grade)
            else:
                days.hourly[day] = value
        return
    for one in days.shifts:
        if one.kind == "work" and one.minutes:
            rate = rate_on(world, "hour", grade, one.day)
            if rate is None:
                missing(days, one.day, "hourly", grade)
            else:
                days.hourly[one.day] += rate * one.minutes / 60


def missing(days: Days, day: date, head: str, name: str) -> None:
    """No rate: the line stops, the day leaves the floor's test."""
    days.unpriced.add(day)
    if days.in_period(day):
        days.world.faults.add(f"{head}:{name}" if name else head)


def pays_rate(world: World, kind: str, day: date) -> bool:
    """Whether an absence is paid at her rate."""
    row = kind_row(world, kind)
    return bool(row) and row["of"] == "rate" and bool(in_force(row["value"], day))


def price_pieces(days: Days) -> None:
    """Pieces accepted, and those rejected that are paid, at the rate of their day."""
    for day, operation, good, rejected_paid in days.pieces:
        rate = rate_on(days.world, "piece", operation, day)
        if rate is None:
            missing(days, day, "piece", operation)
        else:
            days.piecework[operation, day] += rate * (good + rejected_paid)


def kind_row(world: World, kind: str) -> dict | None:
    return next((row for row in world.contract.get("kind", []) if row["kind"] == kind), None)


def price_kinds(days: Days) -> None:
    """Head 2: every kind of time but work (and work, where nothing else prices it)."""
    world = days.world
    by_kind = world.contract["pays"] != "piece" and not has_rate(world)
    for one in days.shifts:
        if (one.kind == "work" and not by_kind) or (not one.minutes and (one.is_work or one.hours_written)):
            continue
        if not one.is_work:
            days.paid_absent.add(one.kind)
            if (
                not one.hours_written
                and not one.minutes
                and (kind_row(world, one.kind) or {}).get("of", "nothing") != "nothing"
            ):
                world.faults.add(f"kind:{one.kind}")
        if pays_by_day(world) and (one.is_work or pays_rate(world, one.kind, one.day)):
            continue
        hour = hour_of_kind(days, one)
        if hour is None:
            if days.in_period(one.day):
                world.faults.add(f"kind:{one.kind}")
            if one.is_work:
                days.unpriced.add(one.day)
        else:
            days.kinds[one.kind, one.day] += hour * one.minutes / 60


def hour_of_kind(days: Days, one: Shift) -> Fraction | None:
    """What an hour of a kind pays on its day; None where it cannot be known."""
    from oracle.floors import hour_of_highest  # noqa: PLC0415 - floors are measured on the days priced here

    world, row = days.world, kind_row(days.world, one.kind)
    if row is None:
        if not one.is_work:
            return ZERO
        hourly = world.contract["pays"] != "piece" and has_rate(world)
        return hour_on(days, one.day) if hourly else hour_of_highest(world, one.day)
    if row["of"] == "nothing":
        return ZERO
    value = confirmed(in_force(row.get("value", []), one.day))
    share = number(value["share"]) if value else None
    if row["of"] == "rate":
        hour = hour_on(days, one.day)
    elif row["of"] == "floor":
        hour = hour_of_highest(world, one.day)
    else:
        hour = average_hour(days, days.period_days())
    return None if share is None or hour is None else share * hour


def average_hour(days: Days, among: list[date]) -> Fraction | None:
    """Average piece earnings of an hour of work among some days."""
    minutes = sum(days.minutes(day, "work") for day in among)
    return sum((days.pieces_of(day) for day in among), ZERO) * 60 / minutes if minutes else None
