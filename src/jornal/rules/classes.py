"""Which minutes of a shift fall in the night and after midnight; a break is taken from outside the night first."""

from typing import NamedTuple

from jornal.rules.rows import Shift
from jornal.units.clock import MINUTES_OF_DAY as DAY


class Cut(NamedTuple):
    """A shift's minutes on the day it starts and on the next, outside and inside the night."""

    first: int
    first_night: int
    second: int
    second_night: int


def cut(shift: Shift, night: tuple[int, int] | None = None) -> Cut:
    """A shift cut at midnight and at the night window (start, end: wall minutes; the window may pass midnight).

    The break goes from the earliest minutes outside the night, then from the earliest inside it. Where only hours are
    known all of them lie outside the night and on its day. Minutes that a clock change adds or takes are night minutes.
    """
    if shift.start is None or shift.end is None:
        return Cut(shift.minutes, 0, 0, 0)
    start, end = shift.start, shift.end
    first, second = (start, min(end, DAY)), (DAY, max(end, DAY))
    first_night = sum(_shared(first, window) for window in _windows(night))
    second_night = sum(_shared(second, window) for window in _windows(night))
    day_minutes = [first[1] - first[0] - first_night, second[1] - second[0] - second_night]
    night_minutes = [first_night, second_night]
    changed = shift.minutes + shift.pause - (end - start)
    night_minutes[1 if second[1] > second[0] else 0] += changed
    left = shift.pause
    for minutes in (day_minutes, night_minutes):
        for place in (0, 1):
            taken = min(left, max(0, minutes[place]))
            minutes[place] -= taken
            left -= taken
    if night is None:  # no night to speak of: a clock change lengthens or shortens the plain minutes
        day_minutes = [day + dark for day, dark in zip(day_minutes, night_minutes, strict=True)]
        night_minutes = [0, 0]
    return Cut(day_minutes[0], night_minutes[0], day_minutes[1], night_minutes[1])


def _windows(night: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The night as stretches of wall minutes over two days."""
    if night is None:
        return []
    start, end = night
    one_day = [(start, end)] if start < end else [(0, end), (start, DAY)]
    return [(low + shift, high + shift) for shift in (0, DAY) for low, high in one_day]


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
