"""The tally of sentence credit, day by day (docstring of the credit row; docs/terms.md)."""

from datetime import date
from fractions import Fraction

from oracle.files import World, number
from oracle.time import Shift


def of_rule(rule: dict, days: int, months: int = 0, named: str = "") -> tuple[int, int]:
    """Days credited and what is left over, for so many days (or hours, or months) counted under one rule."""
    form, num, den = rule["form"], rule.get("num", 0), rule.get("den", 1)
    if form == "ratio":
        return days * num // den, days * num % den
    if form == "batch":
        return days // den * num, days % den
    if form == "per_month":
        each = {row["named"]: row["days"] for row in rule.get("classes", [])}.get(named, num)
        return months * each, 0
    if form == "per_semester":
        return months // den * num, months % den
    if form == "tiers":
        return sum(tier(rule["tiers"], month) for month in range(1, months + 1)), 0
    return 0, 0


def tier(tiers: list[dict], month: int) -> int:
    """Days earned by the so-manieth month served."""
    begun = [row for row in tiers if row["from_month"] <= month]
    return max(begun, key=lambda row: row["from_month"])["days"] if begun else 0


def asked(world: World, row: dict) -> dict:
    """The answer to a direct question of a case."""
    rule = [one for one in world.rules["credit"] if one["code"] == row["code"]][-1]
    if rule.get("unit") == "hours":
        credited, left = of_rule(rule, row["hours"])
        return {"credited": credited, "minutes_carried": left * 60}
    credited, left = of_rule(rule, row.get("days", 0), row.get("months", 0), row.get("class", ""))
    if row.get("forfeited"):
        credited -= int(credited * number(rule["forfeit_at_most"]))
    return {"credited": credited, "days_carried": left}


def of_period(world: World, shifts: list[Shift]) -> dict:
    """The tally of the period under the code on the authority's paper."""
    code = world.worker.get("ratio_code", "")
    rules = [
        one
        for one in world.rules["credit"]
        if one["code"] == code and one["since"] <= world.last and one.get("until", world.last) >= world.last
    ]
    if not rules:
        return {"status": "unknown"}
    rule = rules[-1]
    if rule["form"] == "none":
        return {"credited": 0, "days_carried": 0, "minutes_carried": 0, "status": "none"}
    before = next((row for row in world.raw.get("carry", {}).get("credit", []) if row["code"] == code), {})
    days, minutes = before.get("days", 0), before.get("minutes", 0)
    for day in sorted({one.day for one in shifts if world.start <= one.day <= world.last}):
        worked = minutes_of(world, rule, shifts, day)
        if rule.get("pooling", "none") == "hours" or (
            worked < rule.get("day_least_minutes", 0) and rule.get("pooling", "none") == "short_days"
        ):
            minutes += worked
        elif worked and worked >= rule.get("day_least_minutes", 0):
            days += 1
    if rule.get("pooling", "none") != "none":
        days += minutes // rule["day_least_minutes"]
        minutes %= rule["day_least_minutes"]
    credited, left = of_rule(rule, days)
    return {"credited": credited, "days_carried": left, "minutes_carried": minutes, "status": "counted"}


def minutes_of(world: World, rule: dict, shifts: list[Shift], day: date) -> int:
    """The minutes of a day that count by the rule's places, kinds and days, at most the day's most."""
    if not allowed(world, rule, day):
        return 0
    counted = 0
    for one in shifts:
        place = one.place or world.site.get("place", "workshop")
        only = rule.get("places_only", [])
        left_out = place in rule.get("places_excluded", []) or (only and place not in only)
        if one.day == day and one.is_work and not left_out and one.kind not in rule.get("kinds_excluded", []):
            counted += one.minutes
    return int(min(Fraction(counted), rule.get("day_most_minutes", counted)))


def allowed(world: World, rule: dict, day: date) -> bool:
    """Whether Sundays and holidays count, or were authorised."""
    resting = world.is_holiday(day) or day.weekday() == 6
    if not resting or rule.get("rest_days_count", "yes") == "yes":
        return True
    return rule["rest_days_count"] == "if_authorised" and day in world.worker.get("authorised_rest_days", [])
