"""What is in force on a day, and the gaps and overlaps in a list of dated values."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

from jornal.units.periods import Period


class HasDates(Protocol):
    """Anything with a first day and, perhaps, a last one."""

    @property
    def since(self) -> date: ...
    @property
    def until(self) -> date | None: ...


Value = TypeVar("Value", bound=HasDates)


class Flaw(NamedTuple):
    """A gap or an overlap between two dated values: `first` and `last` are the days concerned."""

    kind: str
    first: date
    last: date


def in_force(values: Iterable[Value], day: date) -> Value | None:
    """The value in force on a day, or None.

    The latest `since` not after it, unless its `until` has passed.
    """
    found: Value | None = None
    for value in values:
        if value.since <= day and (found is None or value.since > found.since):
            found = value
    if found is None or (found.until is not None and day > found.until):
        return None
    return found


def segments(values: Iterable[Value], period: Period) -> list[tuple[Period, Value | None]]:
    """The period cut into stretches with one value each (None where none is in force), in order."""
    edges = {period.start}
    for value in values:
        edges.add(value.since)
        if value.until is not None:
            edges.add(value.until + timedelta(days=1))
    starts = sorted(day for day in edges if period.start <= day < period.end)
    ends = [*starts[1:], period.end]
    cut = [(Period(start, end), in_force(values, start)) for start, end in zip(starts, ends, strict=True)]
    joined: list[tuple[Period, Value | None]] = []
    for stretch, held in cut:
        if joined and joined[-1][1] is held:
            joined[-1] = (Period(joined[-1][0].start, stretch.end), held)
        else:
            joined.append((stretch, held))
    return joined


def flaws(values: Sequence[Value]) -> list[Flaw]:
    """Gaps and overlaps in a list of dated values.

    An open end before a later row is an ordinary succession.
    """
    found = []
    ordered = sorted(values, key=lambda value: value.since)
    for earlier, later in pairwise(ordered):
        if earlier.since == later.since:
            found.append(Flaw("overlap", earlier.since, later.since))
        elif earlier.until is not None and earlier.until >= later.since:
            found.append(Flaw("overlap", later.since, earlier.until))
        elif earlier.until is not None and earlier.until + timedelta(days=1) < later.since:
            found.append(Flaw("gap", earlier.until + timedelta(days=1), later.since - timedelta(days=1)))
    backwards = [value for value in ordered if value.until is not None and value.until < value.since]
    return found + [Flaw("backwards", value.since, value.until or value.since) for value in backwards]
