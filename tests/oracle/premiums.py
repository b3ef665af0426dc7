"""Premiums: overtime, night, Sundays, rest days, holidays, the paid rest day (docs/pay.md, section 2)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from oracle.earnings import Days, average_hour, hour_on
from oracle.files import confirmed, days_between, in_force, number

Head = tuple[str, str, Fraction]


def heads(days: Days) -> Iterator[Head]:
    """Heads 3 to 5 as (kind, code, exact amount), in the order in which they are rounded."""
    for rule in days.world.used("overtime"):
        yield "overtime", rule["id"], overtime(days, rule)
    for rule in days.world.used("night"):
        yield from night(days, rule)
    premiums = days.world.used("premium")
    for on in ("sunday", "rest_day", "holiday"):
        for rule in premiums:
            if rule["on"] == on:
                yield on, rule["id"], premium(days, rule)
                yield f"{on}_pay", rule["id"], paid_day(days, rule)


def hour(days: Days, day: date) -> Fraction:
    """The hour that premiums are of: her rate, on a piece contract her average of the week; unknown is 0."""
    if days.world.contract["pays"] == "piece":
        first, last = days.world.week(day)
        return average_hour(days, days_between(first, last)) or Fraction(0)
    return hour_on(days, day) or Fraction(0)


def is_of(days: Days, day: date, kind: str) -> bool:
    """Whether a day is a Sunday, her rest day or a holiday."""
    return {
        "sunday": day.weekday() == 6,
        "rest_day": days.world.is_rest_day(day),
        "holiday": days.world.is_holiday(day),
    }[kind]


def applies(days: Days, rule: dict, day: date) -> bool:
    """Whether an overtime row speaks of a day: one for holidays or rest days replaces the general one."""
    on, others = rule.get("on", "any"), {row.get("on", "any") for row in days.world.used("overtime")}
    if on == "holiday":
        return is_of(days, day, "holiday")
    if on == "rest_day":
        return is_of(days, day, "rest_day") and not ("holiday" in others and is_of(days, day, "holiday"))
    if on == "ordinary":
        return not is_of(days, day, "holiday") and not is_of(days, day, "rest_day")
    return not any(special in others and is_of(days, day, special) for special in ("holiday", "rest_day"))


def overtime(days: Days, rule: dict) -> Fraction:
    """The premium of one overtime row over the period."""
    total = Fraction(0)
    weeks = sorted({days.world.week(one.day) for one in days.shifts})
    for week in weeks:
        for day, share in premiums_of_week(days, rule, week):
            value = in_force(rule["value"], day)
            by_week = "over_week_minutes" in value or value.get("tiers_per", "day") == "week"
            if days.in_period(week[1] if by_week else day):
                total += share * overtime_hour(days, value, week, day) / 60
    return total


def overtime_hour(days: Days, value: dict, week: tuple[date, date], day: date) -> Fraction:
    """The hour of an overtime premium: hers, or all the week's time and pieces over all its hours."""
    if value.get("hour", "rate") == "rate":
        return hour(days, day)
    hours = Fraction(sum(days.minutes(each) for each in days_between(*week)), 60)
    return sum((days.base(each) for each in days_between(*week)), Fraction(0)) / hours


def premiums_of_week(days: Days, rule: dict, week: tuple[date, date]) -> Iterator[tuple[date, Fraction]]:
    """For each overtime minute of a week, in order of time, its day and its premium."""
    used: dict[object, int] = defaultdict(int)
    over = overtime_minutes(days, rule, week)
    for day, minutes in sorted(over.items()):
        value = in_force(rule["value"], day)
        counter = week if value.get("tiers_per", "day") == "week" else day
        for _ in range(minutes):
            used[counter] += 1
            yield day, tier(value["tiers"], used[counter])


def tier(tiers: list[dict], minute: int) -> Fraction:
    """The premium of the so-manieth overtime minute."""
    for one in tiers:
        if "minutes" not in one or minute <= one["minutes"]:
            return number(one["premium"])
        minute -= one["minutes"]
    return Fraction(0)


def overtime_minutes(days: Days, rule: dict, week: tuple[date, date]) -> dict[date, int]:
    """A week's overtime by day: minutes over the day's limit, then the week's last that are not yet any."""
    worked = {day: days.minutes(day) for day in days_between(*week) if applies(days, rule, day)}
    over: dict[date, int] = defaultdict(int)
    limit = None
    for day, minutes in worked.items():
        value = confirmed(in_force(rule["value"], day))
        if value is None:
            continue
        if "over_day_minutes" in value:
            over[day] = max(0, minutes - value["over_day_minutes"])
        limit = value.get("over_week_minutes", limit)
    if limit is not None:
        left = max(0, sum(worked.values()) - limit) - sum(over.values())
        for day in sorted(worked, reverse=True):
            more = max(0, min(left, worked[day] - over[day]))
            over[day] += more
            left -= more
    return over


def night(days: Days, rule: dict) -> Iterator[Head]:
    """Night minutes at their premium, and the minutes that a reduced hour adds, at the hour."""
    paid = added = Fraction(0)
    for one in days.shifts:
        value = confirmed(in_force(rule["value"], one.day))
        if not one.is_work or not value or value["works_as"] != "premium":
            continue
        dark = sum(1 for _, night_minute in one.worked if night_minute)
        rate, share = hour(days, one.day) / 60, number(value["premium"])
        extra = (60 / number(value["hour_minutes"]) - 1) * dark if "hour_minutes" in value else Fraction(0)
        days.extra_base[one.day] += extra * rate
        if days.in_period(one.day):
            paid += (dark + extra) * rate * share
            added += extra * rate
    yield "night", rule["id"], paid
    yield "night_hour", rule["id"], added


def premium(days: Days, rule: dict) -> Fraction:
    """The premium of one row for Sundays, rest days or holidays."""
    total, paid_days = Fraction(0), set()
    for one in days.shifts:
        if not owes(days, one, rule):
            continue
        for calendar_day in sorted({day for day, _ in one.worked}):
            value = confirmed(in_force(rule["value"], calendar_day))
            if value is None or not is_of(days, calendar_day, rule["on"]):
                continue
            share = number(value["premium"])
            if value.get("counts", "minutes") == "minutes":
                minutes = sum(1 for day, _ in one.worked if day == calendar_day)
                total += minutes * share * hour(days, one.day) / 60
            elif calendar_day not in paid_days:
                paid_days.add(calendar_day)
                total += (
                    (days.world.planned(calendar_day) or on_the_day(days, calendar_day))
                    * share
                    * hour(days, one.day)
                    / 60
                )
    return total


def owes(days: Days, one, rule: dict) -> bool:
    """Whether the row speaks of a shift: work in the period, no other day off given where that matters."""
    return one.is_work and days.in_period(one.day) and not (one.substitute and rule.get("unless_substitute"))


def on_the_day(days: Days, day: date) -> int:
    """Minutes worked on a calendar day, those of a night that began the day before among them."""
    rows = [one for one in days.shifts if one.is_work and days.in_period(one.day)]
    return sum(1 for one in rows for on, _ in one.worked if on == day)


def paid_day(days: Days, rule: dict) -> Fraction:
    """The day itself, worked or not, where the row pays it."""
    return sum((paid_day_on(days, rule, day) for day in days.period_days()), Fraction(0))


def paid_day_on(days: Days, rule: dict, day: date) -> Fraction:
    """What a row pays for the day itself: its planned minutes, else the minutes worked."""
    value = confirmed(in_force(rule["value"], day))
    worker = days.world.worker
    employed = worker.get("since", day) <= day <= worker.get("left_on", day)
    if not value or not value.get("paid_day") or not employed or not is_of(days, day, rule["on"]):
        return Fraction(0)
    return (days.world.planned(day) or days.minutes(day)) * hour(days, day) / 60


def rest_pay(days: Days) -> Iterator[tuple[str, str, date, Fraction]]:
    """The paid rest day of each week that ends in the period, as (kind, code, last day, amount)."""
    piece = days.world.contract["pays"] == "piece"
    for rule in days.world.used("rest_pay"):
        for first, last in days.world.weeks():
            value = confirmed(in_force(rule["value"], last))
            if value is None or (piece and not value.get("on_pieces", True)):
                continue
            week = days_between(first, last)
            worked = [day for day in week if days.minutes(day) or days.pieces_of(day)]
            if not worked:
                continue
            earned = sum((seventh_part(days, day) for day in week), Fraction(0))
            part = (
                Fraction(1)
                if value.get("part_weeks") == "whole"
                else Fraction(len(worked), value["per_days"])
            )
            yield "rest_pay", rule["id"], last, part * earned / len(worked)


def seventh_part(days: Days, day: date) -> Fraction:
    """What a day brings to the pay of the rest day: her pieces, her time, and the holiday she did not work."""
    return days.pieces_of(day) + days.time_of(day) + holiday_pay(days, day)


def holiday_pay(days: Days, day: date) -> Fraction:
    """The pay of a holiday not worked, which counts for the seventh day like a day worked."""
    if days.minutes(day):
        return Fraction(0)
    return sum(
        (paid_day_on(days, rule, day) for rule in days.world.used("premium") if rule["on"] == "holiday"),
        Fraction(0),
    )
