"""What was made: the tally of pieces of a workshop, and the kits that came back from cells."""

from datetime import date
from random import Random
from typing import NamedTuple

from jornal.demo.hours import Grid, minutes, rows_of, spans
from jornal.demo.people import Someone
from jornal.demo.world import Place, between, period

LONGEST_EVENING = 180
CAUSES = ("material", "machine", "design")


class Made(NamedTuple):
    """One row of the tally: pieces of one operation that a worker handed in on a day."""

    number: int
    day: date
    operation: str
    good: int
    rejected: int = 0
    cause: str = ""


def pieces(place: Place, of_month: str, everyone: list[Someone], grid: Grid) -> list[Made]:
    """The tally of a workshop: each makes as many as her minutes and her speed allow, one after another."""
    found: list[Made] = []
    for one in everyone:
        contract = place.contract(one.contract)
        if contract.pays != "piece" or not one.ways:
            continue
        chance = place.chance("pieces", of_month, one.number)
        times = {rate.operation: int(rate.standard_minutes or 60) for rate in contract.rate}
        left = chance.randint(0, 30) * 100
        turn = 0
        for day, text in rows_of(grid, one):
            if spans(text)[1]:
                continue
            left += minutes(text) * one.speed
            made: dict[str, int] = {}
            while left >= times[one.ways[turn % len(one.ways)]] * 100:
                operation = one.ways[turn % len(one.ways)]
                left -= times[operation] * 100
                made[operation] = made.get(operation, 0) + 1
                turn += 1
            found += [_checked(one, day, operation, count, chance) for operation, count in made.items()]
    return found


def kits(place: Place, of_month: str, everyone: list[Someone]) -> tuple[list[Made], Grid]:
    """Kits received on the days of receipt, and the evenings that their makers wrote down for them."""
    found: list[Made] = []
    grid: Grid = {}
    for one in everyone:
        chance = place.chance("kits", of_month, one.number)
        kit = place.says["kits"][chance.randrange(len(place.says["kits"]))]
        received = [day for day in place.says["receipts"] if day in period(of_month) and one.there(day)]
        times = {
            rate.operation: int(rate.standard_minutes or 60) for rate in place.contract(one.contract).rate
        }
        whole = 0
        for number, (operation, count) in enumerate(kit.items()):
            found.append(Made(one.number, received[number % len(received)], operation, count))
            whole += times[operation] * count
        days = [day for day in between(period(of_month).start, received[-1]) if one.there(day)]
        grid.update(_evenings(one, days, whole * 100 // one.speed, chance))
    return found, grid


def _checked(one: Someone, day: date, operation: str, count: int, chance: Random) -> Made:
    """The pieces after inspection: now and then one is rejected, mostly for a cause that is not hers."""
    if chance.randrange(1000) >= 25:
        return Made(one.number, day, operation, count)
    cause = "worker" if chance.randrange(4) == 0 else chance.choice(CAUSES)
    return Made(one.number, day, operation, count - 1, 1, cause)


def _evenings(one: Someone, days: list[date], whole: int, chance: Random) -> Grid:
    """About `whole` minutes, written down by quarters of an hour over as many evenings as that takes."""
    found: Grid = {}
    left = whole
    for day in sorted(chance.sample(days, len(days)), key=lambda day: (chance.random(), day)):
        if left < 15:
            break
        minutes_ = min(left // 15 * 15, chance.randrange(60, LONGEST_EVENING + 15, 15))
        found[one.number, day] = f"{minutes_ // 60}:{minutes_ % 60:02d}"
        left -= minutes_
    return found
