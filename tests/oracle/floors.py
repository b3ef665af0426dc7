"""What the floors guarantee, day by day (docs/pay.md, section 3)."""

from datetime import date
from fractions import Fraction

from oracle.files import World, confirmed, in_force, number

PAYABLE = ("law", "authority", "contract", "house")
FIELDS = ("region", "district", "sector", "employer_class", "trade")


class Unknown(Exception):
    """A floor that cannot be known, and why."""


def row_of(world: World, name: str) -> dict:
    """The row of a floor that asks most of what is known of this contract and site."""
    here = dict(world.site.get("where", {}))
    for key in ("trade", "employer_class"):
        if world.contract.get(key):
            here[key] = world.contract[key]
    fit = []
    for row in world.rules["floor"]:
        asked = {key: value for key, value in row.get("where", {}).items() if value}
        if row["id"] == name and all(here.get(key, "") == value for key, value in asked.items()):
            fit.append((len(asked), row))
    if not fit:
        raise Unknown(name)
    return max(fit, key=lambda pair: pair[0])[1]


def other(world: World, row: dict) -> dict:
    """The row whose unit and amounts this one takes a share of, or itself."""
    return other(world, row_of(world, row["share_of"])) if row["unit"] == "share" else row


def share(world: World, row: dict) -> Fraction:
    """How much of the other floor this one is."""
    return (
        number(row["share"]) * share(world, row_of(world, row["share_of"]))
        if row["unit"] == "share"
        else Fraction(1)
    )


def said(world: World, row: dict, key: str) -> Fraction | None:
    """A field of a floor, of the other floor where this one is a share and says nothing."""
    if key in row:
        return number(row[key])
    return said(world, row_of(world, row["share_of"]), key) if row["unit"] == "share" else None


def unit_amount(world: World, row: dict, day: date) -> Fraction:
    """The amount of the floor's unit on a day in minor units: month, week, day or hour."""
    whole = other(world, row)
    on = world.first_of(day) if row.get("change", whole.get("change")) == "by_period_start" else day
    value = confirmed(in_force(whole["value"], on))
    if value is None:
        raise Unknown("nothing in force")
    amount = number(value.get("amount"))
    if value.get("bands"):
        born = world.worker.get("birth_year")
        if born is None:
            raise Unknown("no birth year")
        fit = [band for band in value["bands"] if band["age_from"] <= on.year - born]
        amount = number(max(fit, key=lambda band: band["age_from"])["amount"]) if fit else None
    if amount is None:
        raise Unknown("not known")
    return amount * share(world, row) * world.scale


def of_a_month(row: dict) -> Fraction:
    """How much of a month's guarantee one printed amount is, where the year has thirteen or fourteen pays."""
    return {"pays_13": Fraction(13, 12), "pays_14": Fraction(14, 12)}.get(row["unit"], Fraction(1))


def hour(world: World, row: dict, day: date, divisor: str) -> Fraction:
    """The plain hour (`plain_hours`) or the hour with paid rest (`rest_hours`) of a floor."""
    hours = said(world, row, divisor)
    if hours is None and divisor == "plain_hours" and other(world, row)["unit"] == "hour":
        hours = Fraction(1)
    if hours is None:
        raise Unknown(divisor)
    return unit_amount(world, row, day) * of_a_month(other(world, row)) / hours


def hour_of_highest(world: World, day: date) -> Fraction | None:
    """The highest hour of the contract's payable floors on a day, each by the contract's own measure."""
    found = []
    for use in world.contract.get("floor", []):
        if use["layer"] in PAYABLE:
            try:
                found.append(
                    hour_by(world, row_of(world, use["floor"]), use.get("measure", "guarantee"), day)
                )
            except Unknown:
                continue
    return max(found, default=None)


def hour_by(world: World, row: dict, measure: str, day: date) -> Fraction:
    """A floor's hour by a measure: a guarantee's is the day over the longest planned, or over a longer threshold."""
    full = said(world, row, "full_from_minutes")
    if measure != "guarantee" or full is None or other(world, row)["unit"] == "hour":
        return hour(world, row, day, "rest_hours" if measure == "paid_rest_hour" else "plain_hours")
    longest = (
        max((minutes for minutes in world.timetable.values() if isinstance(minutes, int)), default=0) or 480
    )
    if row.get("per", other(world, row).get("per", "day")) == "week":
        return day_value(world, row, day) * 60 / longest
    return day_value(world, row, day) * 60 / max(full, longest)


def day_value(world: World, row: dict, day: date) -> Fraction:
    """The value of a whole day of a guarantee by day, week or month."""
    unit, amount = other(world, row)["unit"], unit_amount(world, row, day) * of_a_month(other(world, row))
    if unit == "day":
        plain, rest = said(world, row, "plain_hours"), said(world, row, "rest_hours")
        return amount * plain / rest if plain and rest else amount
    if unit == "week":
        planned = sum(1 for minutes in world.timetable.values() if isinstance(minutes, int) and minutes)
    else:
        planned = world.planned_days_of_month(day)
    if not planned:
        raise Unknown("no timetable")
    return amount / planned


def guarantee(days, row: dict, day: date) -> Fraction:
    """The guarantee of a day with worked minutes."""
    world, minutes = days.world, days.minutes(day)
    if not minutes:
        return Fraction(0)
    if other(world, row)["unit"] == "hour":
        return unit_amount(world, row, day) * minutes / 60
    full = said(world, row, "full_from_minutes")
    if full is None:
        return hour(world, row, day, "plain_hours") * minutes / 60
    per = row.get("per", other(world, row).get("per", "day"))
    counted = sum(days.minutes(each) for each in days_of_week(days, day)) if per == "week" else minutes
    return min(Fraction(1), Fraction(counted) / full) * day_value(world, row, day)


def days_of_week(days, day: date) -> list[date]:
    """The days with minutes in the week of a day."""
    return sorted({one.day for one in days.shifts if days.world.week(one.day) == days.world.week(day)})


def of_day(days, row: dict, measure: str, day: date) -> Fraction:
    """What a floor asks for a day by a measure, its night raised where the night is a floor."""
    minutes = days.minutes(day)
    if not minutes:
        return Fraction(0)
    if measure == "guarantee":
        asked = guarantee(days, row, day)
    else:
        asked = (
            hour(days.world, row, day, "plain_hours" if measure == "plain_hour" else "rest_hours")
            * minutes
            / 60
        )
    return asked + night_raise(days, row, day)


def night_raise(days, row: dict, day: date) -> Fraction:
    """What night minutes add where the night's row works as a floor."""
    raised = Fraction(0)
    for rule in days.world.used("night"):
        value = confirmed(in_force(rule["value"], day))
        dark = sum(
            1 for one in days.shifts if one.day == day and one.is_work for _, night in one.worked if night
        )
        if value and dark and value["works_as"] == "floor":
            raised += number(value["premium"]) * hour(days.world, row, day, "plain_hours") * dark / 60
    return raised


def comparators(days) -> dict[str, Fraction | None]:
    """The three figures of the contract's first floor over the hours of the period, exact minor units."""
    world = days.world
    uses = world.contract.get("floor", [])
    name = world.contract.get("compare_with") or (uses[0]["floor"] if uses else None)
    found: dict[str, Fraction | None] = {"guarantee": None, "paid_rest_hour": None, "plain_hour": None}
    if name is None:
        return found
    for measure in found:
        try:
            row = row_of(world, name)
            found[measure] = sum((of_day(days, row, measure, day) for day in days.period_days()), Fraction(0))
        except Unknown:
            found[measure] = None
    return found


def average_month(world: World) -> dict[str, Fraction | None]:
    """The three figures for the timetable's week times 365/84."""
    row = row_of(world, world.contract.get("compare_with") or world.contract["floor"][0]["floor"])
    planned = [minutes for minutes in world.timetable.values() if isinstance(minutes, int) and minutes]
    hours = Fraction(sum(planned), 60) * Fraction(365, 84)
    amount, full = unit_amount(world, row, world.start), said(world, row, "full_from_minutes")
    part = sum((min(Fraction(1), minutes / full) for minutes in planned), Fraction(0)) / len(planned)
    return {
        "guarantee": amount * part,
        "paid_rest_hour": hours * hour(world, row, world.start, "rest_hours"),
        "plain_hour": hours * hour(world, row, world.start, "plain_hours"),
    }
