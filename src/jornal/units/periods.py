"""Half-open spans of days, months and weeks, and the years of the Buddhist Era."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from jornal.units.faults import near, shortened
from jornal.units.parts import Part
from jornal.units.said import Said

OPEN_END = date.max
"""The end of a period that has no end yet."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
BUDDHIST_AHEAD = 543
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years somebody can have worked in; what lies outside is a slip, or a year of the other calendar."""

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_ONE_DAY = timedelta(days=1)


class NotADay(Said):
    """Something other than a date, such as a date with a time."""

    def __init__(self, value: object) -> None:
        super().__init__(
            "{value} is not a day. Give a date without a time.",
            value=shortened(value),
        )


class EndsBeforeItStarts(Said):
    """A span whose end lies before its start."""

    def __init__(self, start: date, end: date) -> None:
        super().__init__(
            "A period cannot start on {start} and end on {end}. Swap the two days or correct one.",
            start=start,
            end=end,
        )


class NotAMonth(Said):
    """Text that names no month."""

    def __init__(self, text: object) -> None:
        super().__init__(
            "{text} is not a month. Write year and month as 2026-10.",
            text=shortened(text),
        )


class YearOutOfRange(Said):
    """A year nobody here has worked in or will, most often one of the other calendar."""

    def __init__(self, year: int) -> None:
        common = year - BUDDHIST_AHEAD
        hint = (
            Part("; as a Buddhist year it would be {common}", common=common)
            if FIRST_YEAR <= common <= LAST_YEAR
            else ""
        )
        super().__init__(
            "The year {year} is not between {first} and {last}{hint}. Write the year in four digits.",
            year=year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
            hint=hint,
        )


class NotABuddhistYear(Said):
    """A year that the Buddhist Era does not reach, most often one already converted or of two digits."""

    def __init__(self, year: object) -> None:
        first, last = FIRST_YEAR + BUDDHIST_AHEAD, LAST_YEAR + BUDDHIST_AHEAD
        super().__init__(
            "{year} is not a Buddhist year between {first} and {last}. Write it in four digits, such "
            "as 2569.",
            year=shortened(year),
            first=first,
            last=last,
        )


class NotAWeekday(Said):
    """A week start that is not the name of a day."""

    def __init__(self, name: object) -> None:
        super().__init__(
            "{name} is not a day of the week.{near} Write one of: {known}.",
            name=shortened(name),
            near=near(name, WEEKDAYS) if isinstance(name, str) else "",
            known=", ".join(WEEKDAYS),
        )


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `start` up to, and not including, `end`; both the same is no day at all.

    Raises `EndsBeforeItStarts`, and `NotADay` for a date with a time.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        bounds: tuple[object, object] = (self.start, self.end)
        for day in bounds:
            if not isinstance(day, date) or isinstance(day, datetime):
                raise NotADay(day)
        if self.end < self.start:
            raise EndsBeforeItStarts(self.start, self.end)

    @classmethod
    def inclusive(cls, since: date, until: date | None = None) -> Self:
        """The period of a law that names its first and its last day; without a last day it stays open."""
        if until is None or until == OPEN_END:
            return cls(since, OPEN_END)
        if until < since:
            raise EndsBeforeItStarts(since, until)
        return cls(since, until + _ONE_DAY)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    @property
    def is_open(self) -> bool:
        """Whether it has no end yet."""
        return self.end == OPEN_END

    @property
    def last(self) -> date | None:
        """Its last day, or None where it is open or empty; what a paper prints as "until"."""
        return None if self.is_open or self.start == self.end else self.end - _ONE_DAY

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.start <= day < self.end

    def __iter__(self) -> Iterator[date]:
        """Its days in order."""
        return (self.start + timedelta(days=place) for place in range(self.days))

    def overlaps(self, other: "Period") -> bool:
        """Whether they have at least one day in common."""
        return max(self.start, other.start) < min(self.end, other.end)

    def intersect(self, other: "Period") -> "Period | None":
        """The days they have in common, or None."""
        return (
            Period(max(self.start, other.start), min(self.end, other.end)) if self.overlaps(other) else None
        )


@dataclass(frozen=True, slots=True)
class Week:
    """A week that ends in a period: all its days, and those of them that lie before the period (or None)."""

    span: Period
    before: Period | None

    @property
    def straddles(self) -> bool:
        """Whether it began in the period before; its overtime and top-up are lines of the later period."""
        return self.before is not None


def year_in_range(year: int) -> int:
    """The year itself, where it is one somebody can have worked in (1900 to 2199); else `YearOutOfRange`."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutOfRange(year)
    return year


def month(text: str) -> Period:
    """The days of a month written as `2026-10`; raises `NotAMonth` and, for 2569-10, `YearOutOfRange`."""
    written = _MONTH.fullmatch(str(text))
    if written is None or not 1 <= int(written[2]) <= 12:
        raise NotAMonth(text)
    year, number = year_in_range(int(written[1])), int(written[2])
    return Period(date(year, number, 1), date(year + number // 12, number % 12 + 1, 1))


def week_of(day: date, week_start: str = "monday") -> Period:
    """The seven days around `day` that begin on `week_start`, an English weekday; raises `NotAWeekday`."""
    if week_start not in WEEKDAYS:
        raise NotAWeekday(week_start)
    year_in_range(day.year)
    start = day - timedelta(days=(day.weekday() - WEEKDAYS.index(week_start)) % 7)
    return Period(start, start + timedelta(days=7))


def week_ends_on_leaving(leaving: date, week_start: str = "monday") -> Period:
    """The last week of someone who leaves: from its first day to the day of leaving, which is in it."""
    return Period(week_of(leaving, week_start).start, leaving + _ONE_DAY)


def weeks(period: Period, week_start: str = "monday", *, leaving: date | None = None) -> list[Week]:
    """The weeks that end in the period, in order; a week belongs to the period in which its last day lies.

    The first may begin before the period; days at the end whose week goes on are left to the next period. A
    worker `leaving` on a day has a last week that ends that day. Raises `YearOutOfRange` for an open period.
    """
    if period.end > date(LAST_YEAR + 1, 1, 1):
        raise YearOutOfRange(period.end.year)
    found = []
    week = week_of(period.start, week_start)
    while leaving is None or week.start <= leaving:
        if leaving is not None and leaving in week:
            week = week_ends_on_leaving(leaving, week_start)
        if week.end > period.end:
            break
        if week.end > period.start:
            found.append(Week(week, Period(week.start, period.start) if week.start < period.start else None))
        week = Period(week.end, week.end + timedelta(days=7))
    return found


def iso_week(day: date) -> str:
    """The ISO 8601 name of the week of `day`, such as `2026-W41`; its year can differ from the day's."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def buddhist(year: int) -> int:
    """The year of the Buddhist Era: 2026 is 2569. Before 1941 it began on 1 April: the caller's to know.

    Raises `YearOutOfRange`, so that a year is not converted twice.
    """
    return year_in_range(year) + BUDDHIST_AHEAD


def from_buddhist(year: int) -> int:
    """The common year of a Buddhist year: 2569 is 2026; raises `NotABuddhistYear`, also for two digits."""
    if type(year) is not int or not FIRST_YEAR <= year - BUDDHIST_AHEAD <= LAST_YEAR:
        raise NotABuddhistYear(year)
    return year - BUDDHIST_AHEAD
