"""The days of a site: for each worker and day the text that the manager writes into its cell."""

from collections.abc import Iterable
from datetime import date
from random import Random

from jornal.demo.people import Someone
from jornal.demo.world import Place, Row, between, period
from jornal.terms.kinds import load

Grid = dict[tuple[int, date], str]
"""The text of a cell by the worker's number and the day."""


def grid(place: Place, of_month: str, everyone: list[Someone]) -> Grid:
    """Every filled cell of a month: planned days, what chance changed, then what world.toml says."""
    found: Grid = {}
    for one in everyone:
        chance = place.chance("days", of_month, one.number)
        planned = _planned(place, one, period(of_month))
        for day in planned:
            text = _by_chance(place, chance)
            if one.there(day):
                found[one.number, day] = text
    for row in place.rows("closed"):
        found.update({key: code(place, row["kind"]) for key in found if key[1] == row["day"]})
    for row in place.rows("cell"):
        text = code(place, row["kind"]) if "kind" in row else row["says"]
        days = [day for day in between(row["from"], row["to"]) if day in period(of_month)]
        found.update({(row["number"], day): text for day in days})
    return found


def code(place: Place, kind: str) -> str:
    """The code of a kind of time in the language of the site's sheets."""
    return next(one.code(place.language) for one in load().all if one.id == kind)


def _planned(place: Place, one: Someone, days: Iterable[date]) -> list[date]:
    """The days of her timetable, holidays left out; none where nobody sets hours."""
    table = place.contract(one.contract).timetable
    closed = place.says.get("holidays", ())
    return [day for day in days if table and table.minutes(day.weekday()) and day not in closed]


def _by_chance(place: Place, chance: Random) -> str:
    """What a planned day became."""
    drawn, text = chance.randrange(1000), str(place.says["day"])
    for kind, of_1000 in place.odds.items():
        if drawn < of_1000:
            worked = kind == "training"
            return f"{text} {code(place, kind)}" if worked else code(place, kind)
        drawn -= of_1000
    return text


def spans(text: str) -> tuple[list[tuple[str, str]], str]:
    """The from-to stretches of a cell, and its code."""
    parts = text.split()
    stretches = [part.partition("-") for part in parts if ":" in part]
    code_ = next((part for part in parts if ":" not in part and not part.isdigit()), "")
    return [(start, end) for start, _, end in stretches], code_


def minutes(text: str) -> int:
    """The minutes that a cell says; 0 for a code alone."""
    found, _ = spans(text)
    first = text.split(maxsplit=1)[0] if text else ""
    if not found:
        return 60 * int(first) if first.isdigit() else 0
    return sum((_minute(end) - _minute(start)) % (24 * 60) for start, end in found)


def _minute(clock: str) -> int:
    return int(clock.partition(":")[0]) * 60 + int(clock.partition(":")[2])


def rows_of(grid_: Grid, one: Someone) -> list[tuple[date, str]]:
    """A worker's filled cells by day."""
    return sorted((day, text) for (number, day), text in grid_.items() if number == one.number)


def late(place: Place, of_month: str) -> list[Row]:
    """Cells of an earlier month that the manager mends in this month's sheet."""
    return [
        row
        for row in place.rows("late")
        if row["day"] < period(of_month).start and of_month == place.months[-1]
    ]
