"""The earliest honest week for an order, by arithmetic, with its whole sum; nobody is promised more than is lawful."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median
from typing import NamedTuple

MOST = Fraction(19, 20)
"""So much of what can be made may be promised; the rest is for what nobody foresees."""
MEASURED_WEEKS = 8


class Ahead(NamedTuple):
    """A week to come, by its Monday: minutes of the workers' contracts as planned in it, and those of training."""

    week: date
    contract: int
    training: int


class Sum(NamedTuple):
    """One week of a promise: what can be made in it and what is used up by then, in standard minutes, exact.

    `makes` is (contract - training) × (1 - stops) × efficiency × most; `before` is left to make as the week begins.
    """

    week: date
    contract: int
    training: int
    makes: Fraction
    before: Fraction
    after: Fraction


@dataclass(frozen=True)
class Promise:
    """The earliest honest week, None where none of the weeks looked at suffices; and every line of its sum."""

    week: date | None
    wanted: Fraction
    booked: Fraction
    stops: Fraction
    efficiency: Fraction
    lines: tuple[Sum, ...]

    def by(self, week: date) -> Fraction:
        """Standard minutes that can be made up to the end of a week beyond what was promised already, never below 0."""
        made = sum((line.makes for line in self.lines if line.week <= week), Fraction(0))
        return max(Fraction(0), made - self.booked)


def efficiency(weeks: Iterable[tuple[Fraction, int]]) -> Fraction | None:
    """The median of the last eight weeks that were measured: standard minutes accepted ÷ minutes worked on them.

    Each week is (standard minutes, minutes worked), the oldest first. None where nothing was measured.
    """
    measured = [standard / worked for standard, worked in weeks if worked]
    return median(measured[-MEASURED_WEEKS:]) if measured else None


def stops(planned: int, lost: int) -> Fraction:
    """The share of planned minutes that was lost to stoppages, between 0 and 1."""
    return min(Fraction(1), Fraction(lost, planned)) if planned else Fraction(0)


def promise(
    weeks: Sequence[Ahead], wanted: Fraction, *, booked: Fraction, lost: Fraction, pace: Fraction,
) -> Promise:  # fmt: skip
    """The first week by whose end everything promised before and this order can be made, of weeks in their order.

    `wanted` and `booked` are standard minutes, `lost` the share of time that stops, `pace` the measured efficiency.
    """
    left, found, lines = booked + wanted, None, []
    for week, contract, training in weeks:
        makes = max(0, contract - training) * (1 - lost) * pace * MOST
        lines.append(Sum(week, contract, training, makes, left, max(Fraction(0), left - makes)))
        left = lines[-1].after
        if not left and found is None:
            found = week
    return Promise(found, wanted, booked, lost, pace, tuple(lines))
