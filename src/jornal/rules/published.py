"""What may be published of pay: medians and lowest of five people or more, beside what they are compared with."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

LEAST_PEOPLE = 5
"""No figure about people is published of fewer."""
SHARES = 10_000
COMPARED = ("guarantee", "paid_rest_hour", "plain_hour")


@dataclass(frozen=True)
class Worked:
    """One worker's month: minutes, what they came to, and what the comparators come to for them, in minor units.

    `days` are those that her minutes are spread over; None for all of the period.
    """

    minutes: int
    base: int
    compared: dict[str, int | None]
    days: int | None = None


@dataclass(frozen=True)
class Hourly:
    """Pay for an hour in minor units, the median and the lowest; the minutes of a week; comparators for an hour."""

    people: int
    median: int
    lowest: int
    week_median: int
    week_most: int
    compared: dict[str, int]


def hourly(rows: Iterable[Worked], days: int) -> Hourly | None:
    """What may be published of a period of so many days; None for fewer than five people with hours.

    Pay is rounded down and a week's minutes up, so that neither is ever shown better than it was; who was there for a
    part of the period has the weeks of that part.
    """
    worked = [row for row in rows if row.minutes > 0]
    if len(worked) < LEAST_PEOPLE or days < 1:
        return None
    pay = sorted(Fraction(row.base * 60, row.minutes) for row in worked)
    weeks = sorted(Fraction(row.minutes * 7, row.days or days) for row in worked)
    return Hourly(
        people=len(worked),
        median=_down(_median(pay)),
        lowest=_down(pay[0]),
        week_median=-_down(-_median(weeks)),
        week_most=-_down(-weeks[-1]),
        compared=dict(_compared(worked, pay[0])),
    )


def spread_over(there: set[date], worked: Collection[date]) -> int:
    """Over how many days somebody's hours are spread: those she was there, without whole weeks in which she did none.

    A week goes from Monday to Sunday; one that begins before she does or ends after her counts with the days she has.
    Never fewer than seven: two days of work are no week of seven such days.
    """
    idle = (
        day for day in there
        if day.weekday() == 0 and (week := {day + timedelta(days=more) for more in range(7)}) <= there
        and week.isdisjoint(worked)
    )  # fmt: skip
    return max(7, len(there) - 7 * sum(1 for _ in idle))


def _compared(worked: Sequence[Worked], lowest: Fraction) -> Iterable[tuple[str, int]]:
    """Each comparator for an hour, rounded up; one that is not known of everybody is left out.

    One that everybody was paid, and be it exactly, is not rounded above the lowest pay: that would read as a breach.
    """
    for name in COMPARED:
        known = [row.compared.get(name) for row in worked]
        amounts = [amount for amount in known if amount is not None]
        if len(amounts) == len(worked):
            exact = Fraction(sum(amounts) * 60, sum(row.minutes for row in worked))
            yield name, -_down(-exact) if exact > lowest else min(-_down(-exact), _down(lowest))


def _median(values: Sequence[Fraction]) -> Fraction:
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _down(value: Fraction) -> int:
    return value.numerator // value.denominator


class Part(NamedTuple):
    """One worker's part of pay under a name: what is hers in hand, sent to a family, saved, or taken off."""

    worker: str
    name: Literal["in_hand", "family", "savings", "taken"]
    amount: int


def split(parts: Iterable[Part]) -> dict[str, int] | None:
    """The shares of pay in ten-thousandths, by name; None where they would say something of fewer than five people.

    What fewer than five send or save goes together as `asked`, and that with what is in hand as `hers` where it still
    is of fewer; a deduction of fewer than five leaves nothing to be said. So no share can be subtracted from another.
    """
    sums: dict[str, int] = {}
    people: dict[str, set[str]] = {}
    for one in parts:
        if one.amount > 0:
            sums[one.name] = sums.get(one.name, 0) + one.amount
            people.setdefault(one.name, set()).add(one.worker)
    if any(_few(people, name) for name in ("family", "savings")):
        _together(sums, people, ("family", "savings"), "asked")
    if _few(people, "asked"):
        _together(sums, people, ("in_hand", "asked"), "hers")
    if not sums or any(_few(people, name) for name in people):
        return None
    return _shares(sums)


def at_least(number: int) -> int | None:
    """A number of people as it may be published again and again: in whole fives; None for fewer than five."""
    return number // LEAST_PEOPLE * LEAST_PEOPLE or None


def _few(people: dict[str, set[str]], name: str) -> bool:
    return 0 < len(people.get(name, ())) < LEAST_PEOPLE


def _together(sums: dict[str, int], people: dict[str, set[str]], names: tuple[str, str], into: str) -> None:
    sums[into] = sum(sums.pop(name, 0) for name in names)
    people[into] = set().union(*(people.pop(name, set()) for name in names))


def _shares(sums: dict[str, int]) -> dict[str, int]:
    """Shares that add up to the whole, each next to its exact value."""
    whole, before, found = sum(sums.values()), 0, {}
    for name, amount in sums.items():
        found[name] = (before + amount) * SHARES // whole - before * SHARES // whole
        before += amount
    return found
