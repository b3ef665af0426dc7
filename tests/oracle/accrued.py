"""What grew with service and is owed on her last day, day by day (docs/pay.md, section 2b)."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from oracle import floors
from oracle.earnings import Days, hour_on, kind_row
from oracle.files import DAYS, World, confirmed, days_between, in_force, number
from oracle.rounding import half_up


def owed(days: Days) -> Iterator[tuple[str, str, int]]:
    """The kind, the code and the amount of every accrual of the contract that falls due in the period."""
    world = days.world
    left = world.worker.get("left_on")
    for row in world.used("accrual"):
        if left and world.start <= left <= world.last:
            last = left
        elif row.get("pays_on") and not (left and left < world.start):
            due = [one for one in days.period_days() if f"{one:%m-%d}" == row["pays_on"]]
            if not due:
                continue
            last = min(date(due[0].year, 12, 31), left or date.max)
        else:
            continue
        amount = of_row(days, row, last)
        if amount is not None:
            yield "unused_leave" if row.get("gives", "leave") == "leave" else "accrued_pay", row["id"], amount


def of_row(days: Days, row: dict, last: date) -> int | None:
    """One accrual up to a day, in minor units; None where there is none or it cannot be known."""
    world, stop = days.world, f"accrued:{row['id']}"
    since, planned = world.worker.get("since"), [world.timetable.get(day, 0) for day in DAYS]
    if since is None or not any(planned):
        world.faults.add(stop)
        return None
    if months_between(since, last + timedelta(days=1)) < row.get("after_months", 0):
        return None
    leave = row.get("gives", "leave") == "leave"
    if not leave and row.get("pays_on"):
        due = date.fromisoformat(f"{last.year}-{row['pays_on']}")
        if since <= due < world.start:
            return None
    first = max(since, min(value["since"] for value in row["value"]))
    known = world.worker.get("known_since")
    first = max(first, known or first) if leave else max(first, date(last.year, 1, 1))
    grown, share, unknown = grown_days(row, since, (first, last))
    if unknown:
        world.faults.add(stop)
    if share is None:
        return None
    worth = {"calendar_day": 7, "work_day": sum(1 for one in planned if one), "week": 1}
    minutes = grown * Fraction(sum(planned), worth[row.get("counts", "work_day")])
    minutes -= taken(days, first, last) if leave else 0
    whole = -(-minutes.numerator // minutes.denominator)
    if whole <= 0:
        return None
    hour = ordinary_hour(days, min(last, world.last))
    if hour is None:
        world.faults.add(stop)
        return None
    return half_up(hour * share * whole / 60)


def grown_days(row: dict, since: date, among: tuple[date, date]) -> tuple[Fraction, Fraction | None, bool]:
    """The days that grew, the share that the last known value pays for one, and whether some are not known."""
    found, share, unknown = Fraction(0), None, False
    for day in days_between(*among):
        value = in_force(row["value"], day)
        if value is None:
            continue
        year = months_between(since, day) // 12
        if day.month == 2 and day.day == 28 and since.month == 2 and since.day == 29:
            year = day.year - since.year - 1
        fit = [one for one in value.get("years", []) if one["from_year"] <= year + 1]
        days = number(max(fit, key=lambda one: one["from_year"])["days"] if fit else value.get("days"))
        if days is None or confirmed(value) is None:
            unknown = True
            continue
        if row.get("gives", "leave") == "pay":
            length = 366 if day.year % 4 == 0 else 365
        else:
            length = (after(since, year + 1) - after(since, year)).days
        found += days / length
        share = number(value.get("share", "1"))
    return found, share, unknown


def after(since: date, years: int) -> date:
    """The day after so many whole years."""
    if (since.month, since.day) == (2, 29) and (since.year + years) % 4:
        return date(since.year + years, 3, 1)
    return date(since.year + years, since.month, since.day)


def months_between(since: date, day: date) -> int:
    """Whole months from a day to another."""
    return (day.year - since.year) * 12 + day.month - since.month - (1 if day.day < since.day else 0)


def taken(days: Days, first: date, last: date) -> int:
    """The minutes of paid leave on the days from first to last, before the period and in it."""
    world = days.world
    row = kind_row(world, "leave")
    if row is None or row["of"] == "nothing":
        return 0
    found = [(day, world.planned(day)) for day in world.worker.get("leave_taken", [])]
    found += [
        (one.day, one.minutes or world.planned(one.day))
        for one in days.shifts
        if one.kind == "leave" and days.in_period(one.day)
    ]
    total = 0
    for day, minutes in found:
        value = confirmed(in_force(row["value"], day))
        if first <= day <= last and value and number(value["share"]):
            total += minutes
    return total


def ordinary_hour(days: Days, day: date) -> Fraction | None:
    """Her hour with its paid rest, on pieces the average of the period, and never below the floor's hour."""
    world, pays, found = days.world, days.world.contract["pays"], []
    if pays != "piece":
        hour = hour_on(days, day)
        found.append(None if hour is None else hour * with_rest(world, day))
    if pays in ("piece", "mixed"):
        among = days.period_days()
        minutes = sum(days.minutes(one) for one in among)
        base = sum((days.base(one) for one in among), Fraction(0))
        found.append(base * 60 / minutes if minutes else None)
    found.append(floors.hour_of_highest(world, day))
    return max((one for one in found if one is not None), default=None)


def with_rest(world: World, day: date) -> Fraction:
    """What the paid rest adds to a week, as a factor."""
    at_work = sum(1 for name in DAYS if world.timetable.get(name, 0))
    found = Fraction(1)
    for rule in world.used("rest_pay"):
        value = in_force(rule["value"], day)
        if value:
            found += Fraction(1, at_work if value.get("part_weeks") == "whole" else value["per_days"])
    return found
