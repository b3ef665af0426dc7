"""Local wall time to minutes of universal time, with the hours a clock change removes or repeats."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall_time
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from jornal.units.faults import UnitsFault, near, shortened
from jornal.units.periods import year_in_range

MINUTES_OF_DAY = 24 * 60

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_MINUTE = timedelta(minutes=1)


class UnknownZone(UnitsFault):
    """A time zone that the machine's tables do not have."""

    def __init__(self, zone: object) -> None:
        known = available_timezones()
        hint = near(zone, known) if isinstance(zone, str) else ""
        step = (
            "Write a name such as America/Lima."
            if known
            else "This machine has no time zone tables: install tzdata."
        )
        super().__init__(f"{shortened(zone)} is not a time zone.{hint} {step}")


class NotAMinuteOfDay(UnitsFault):
    """A time of day before 00:00 or after 24:00."""

    def __init__(self, minute: object) -> None:
        super().__init__(
            f"{shortened(minute)} is not a minute of a day. A day runs from 0 (00:00) to 1440 (24:00); "
            "correct the time."
        )


class MissingHour(UnitsFault):
    """A time the clock never showed, because it was put forward over it."""

    def __init__(self, day: date, minute: int, zone: str) -> None:
        self.day, self.minute, self.zone = day, minute, zone
        super().__init__(
            f"There was no {_shown(minute)} on {day} in {zone}: the clock was put forward over it. "
            "Ask what the clock showed and write that time."
        )


class RepeatedHour(UnitsFault):
    """A time the clock showed twice, because it was put back, and nothing tells which is meant."""

    def __init__(self, day: date, minute: int, zone: str) -> None:
        self.day, self.minute, self.zone = day, minute, zone
        super().__init__(
            f"{_shown(minute)} on {day} in {zone} came twice: the clock was put back. "
            "Say which one is meant, the first or the later."
        )


class PunchesOutOfOrder(UnitsFault):
    """Times of one shift that do not follow each other within a day and a night."""

    def __init__(self, day: date, times: Sequence[int], place: int) -> None:
        self.day, self.times, self.place = day, tuple(times), place
        super().__init__(
            f"Time {place + 1} of the shift of {day}, {_shown(times[place])}, does not follow the one "
            "before it within 24 hours of the start. Correct it, or begin a new shift with it."
        )


def utc_minutes(day: date, minute_of_day: int, zone: str, later: bool | None = None) -> int:
    """Whole minutes from 1970-01-01T00:00Z to a wall time.

    `minute_of_day` runs from 0 to 1440, the end of the day. `later` tells which of a repeated hour is meant:
    False the first, True the second, None not known; it changes nothing elsewhere.
    Raises `MissingHour`, `RepeatedHour` where `later` is None, `NotAMinuteOfDay`, `UnknownZone` and
    `YearOutOfRange`. On a day without a clock change this is one addition.
    """
    if type(minute_of_day) is not int or not 0 <= minute_of_day <= MINUTES_OF_DAY:
        raise NotAMinuteOfDay(minute_of_day)
    midnight = _midnight(day, zone)
    if midnight is not None:
        return midnight + minute_of_day
    found = _readings(day, minute_of_day, zone)
    if not found:
        raise MissingHour(day, minute_of_day, zone)
    if len(found) > 1 and later is None:
        raise RepeatedHour(day, minute_of_day, zone)
    return found[-1] if later else found[0]


def punches(day: date, times: Sequence[int], zone: str) -> list[int]:
    """The UTC minutes of one shift's wall times (minutes of the day), in the order of the punches, ascending.

    The first lies on `day`; one that is not after its predecessor lies on the day after; all lie within
    24 hours. A repeated hour is settled where only one reading keeps the order. Raises `RepeatedHour` where
    both do, `MissingHour`, `PunchesOutOfOrder` and what `utc_minutes` raises, for the caller to list.
    """
    choices = _first_fit(day, times, zone)
    settled: list[int] = []
    for place in reversed(range(len(times))):
        on, found = choices[place]
        fitting = [reading for reading in found if not settled or reading < settled[-1]]
        settled.append(fitting[-1])
    settled.reverse()
    before = None
    for time, (on, found), latest in zip(times, choices, settled, strict=True):
        earliest = next(reading for reading in found if before is None or reading > before)
        if earliest != latest:
            raise RepeatedHour(on, time, zone)
        before = earliest
    return settled


def _first_fit(day: date, times: Sequence[int], zone: str) -> list[tuple[date, tuple[int, ...]]]:
    """The day and the possible readings of each punch, when each is read as early as the order allows."""
    choices: list[tuple[date, tuple[int, ...]]] = []
    on, first, before = day, None, None
    for place, time in enumerate(times):
        found = _checked(on, time, zone)
        fit = [reading for reading in found if before is None or reading > before]
        if not fit and on == day and place and time <= times[place - 1]:
            on = day + timedelta(days=1)
            found = _checked(on, time, zone)
            fit = [reading for reading in found if before is None or reading > before]
        if not found:
            raise MissingHour(on, time, zone)
        first = fit[0] if first is None else first
        if not fit or fit[0] - first >= MINUTES_OF_DAY:
            raise PunchesOutOfOrder(day, times, place)
        before = fit[0]
        choices.append((on, found))
    return choices


def _checked(day: date, minute: int, zone: str) -> tuple[int, ...]:
    if type(minute) is not int or not 0 <= minute <= MINUTES_OF_DAY:
        raise NotAMinuteOfDay(minute)
    midnight = _midnight(day, zone)
    return (midnight + minute,) if midnight is not None else _readings(day, minute, zone)


def _readings(day: date, minute: int, zone: str) -> tuple[int, ...]:
    """Every moment at which the clock showed this time, in order: none, one or two.

    The end of the day (1440) is one minute after its last 23:59, whatever the clock showed then.
    """
    if minute == MINUTES_OF_DAY:
        return tuple(reading + 1 for reading in _readings(day, minute - 1, zone)[-1:])
    wall = datetime.combine(day, wall_time(minute // 60, minute % 60))
    info = _zone(zone)
    moments = {wall.replace(fold=fold, tzinfo=info).astimezone(UTC) for fold in (0, 1)}
    shown = {moment for moment in moments if moment.astimezone(info).replace(tzinfo=None, fold=0) == wall}
    return tuple(sorted((moment - _EPOCH) // _MINUTE for moment in shown))


@lru_cache(maxsize=20_000)
def _midnight(day: date, zone: str) -> int | None:
    """The UTC minute at which the day begins, or None where the clock changes on that day."""
    year_in_range(day.year)
    info, after = _zone(zone), day + timedelta(days=1)
    ends = [
        datetime(end.year, end.month, end.day, tzinfo=info, fold=fold)
        for end in (day, after)
        for fold in (0, 1)
    ]
    offsets = {end.utcoffset() or timedelta() for end in ends}
    if len(offsets) > 1:
        return None
    return (day.toordinal() - _EPOCH_DAY) * MINUTES_OF_DAY - offsets.pop() // _MINUTE


@lru_cache(maxsize=64)
def _zone(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (KeyError, ValueError, OSError, TypeError, AttributeError):
        raise UnknownZone(zone) from None


def _shown(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
