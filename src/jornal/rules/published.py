"""What may be published of pay: medians and lowest of five people or more, beside what they are compared with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

LEAST_PEOPLE = 5
"""No figure about people is published of fewer."""
COMPARED = ("guarantee", "paid_rest_hour", "plain_hour")


@dataclass(frozen=True)
class Worked:
    """One worker's month: minutes, what they came to, and what the comparators come to for them, in minor units."""

    minutes: int
    base: int
    compared: dict[str, int | None]


@dataclass(frozen=True)
class Hourly:
    """Pay for an hour in minor units, the median and the lowest; a week's minutes; comparators for an hour."""

    people: int
    median: int
    lowest: int
    week_median: int
    week_most: int
    compared: dict[str, int]


def hourly(rows: Iterable[Worked], days: int) -> Hourly | None:
    """What may be published of a period of so many days; None for fewer than five people with hours.

    Pay is rounded down and a week's minutes up, so that neither is ever shown better than it was.
    """
    worked = [row for row in rows if row.minutes > 0]
    if len(worked) < LEAST_PEOPLE or days < 1:
        return None
    pay = sorted(Fraction(row.base * 60, row.minutes) for row in worked)
    weeks = sorted(Fraction(row.minutes * 7, days) for row in worked)
    return Hourly(
        people=len(worked),
        median=_down(_median(pay)),
        lowest=_down(pay[0]),
        week_median=-_down(-_median(weeks)),
        week_most=-_down(-weeks[-1]),
        compared=dict(_compared(worked)),
    )


def _compared(worked: Sequence[Worked]) -> Iterable[tuple[str, int]]:
    """Each comparator for an hour, rounded up; one that is not known of everybody is left out."""
    for name in COMPARED:
        known = [row.compared.get(name) for row in worked]
        amounts = [amount for amount in known if amount is not None]
        if len(amounts) == len(worked):
            yield name, -_down(-Fraction(sum(amounts) * 60, sum(row.minutes for row in worked)))


def _median(values: Sequence[Fraction]) -> Fraction:
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _down(value: Fraction) -> int:
    return value.numerator // value.denominator
