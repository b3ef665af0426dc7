"""The minutes of weeks to come: everybody whose hours, stay and contract are alike is reckoned once."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

WEEK = 7


class Stay(NamedTuple):
    """Somebody's time at a site: by which planned hours, from and until which day, at most how many minutes a week.

    `left_on` is her last day, None while she stays; `most` None is no limit.
    """

    hours: Hashable
    since: date
    left_on: date | None
    most: int | None


def by_week(stays: Iterable[Stay], minutes: Mapping[Hashable, Sequence[int]], first: date) -> list[int]:
    """The minutes that the stays come to in each week from its first day on, none beyond what a contract allows.

    `minutes` are those of each day from `first`, by the hours of a stay, in whole weeks.
    """
    sums = {hours: [0, *accumulate(days)] for hours, days in minutes.items()}
    weeks = max((len(days) for days in minutes.values()), default=0) // WEEK
    found = [0] * weeks
    for (hours, begins, ends, most), people in Counter(_alike(stays, first, weeks * WEEK)).items():
        upto = sums[hours]
        for week in range(begins // WEEK, -(-ends // WEEK)):
            start, end = max(begins, week * WEEK), min(ends, (week + 1) * WEEK)
            there = upto[end] - upto[start]
            found[week] += people * (there if most is None else min(there, most))
    return found


def _alike(stays: Iterable[Stay], first: date, days: int) -> Iterable[tuple[Hashable, int, int, int | None]]:
    """Of each stay that has a day among these: its hours, its first day and the one after its last, and its limit."""
    for stay in stays:
        begins = max(0, (stay.since - first).days)
        ends = days if stay.left_on is None else min(days, (stay.left_on - first).days + 1)
        if begins < ends:
            yield stay.hours, begins, ends, stay.most
