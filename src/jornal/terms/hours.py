"""What the hours law and agreements say: overtime, night, Sunday, rest day, holidays, breaks, limits."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from jornal.terms.shapes import AmountOrUnknown, Clock, Confidence, Dated, Layer, Ratio, RatioOrUnknown, Shape

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@dataclass(frozen=True, kw_only=True)
class Tier(Shape):
    """So many minutes at a premium over the ordinary hour; no `minutes` means all that follow."""

    premium: RatioOrUnknown
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class OvertimeValue(Dated):
    """Where overtime starts (over a day, over a week, or both: a minute counts once) and its tiers.

    `hour`: what the premium is taken of, her rate, or the average hour of all the week's time and pieces.
    """

    over_day_minutes: int | None = None
    over_week_minutes: int | None = None
    tiers_per: Literal["day", "week"] = "day"
    hour: Literal["rate", "week_average"] = "rate"
    tiers: tuple[Tier, ...]


@dataclass(frozen=True, kw_only=True)
class Overtime(Shape):
    """A premium for minutes beyond a limit.

    `on`: the days whose minutes count; a row for rest days or holidays takes theirs before the ordinary rows.
    """

    id: str
    label: str
    layer: Layer
    on: Literal["any", "ordinary", "rest_day", "holiday"] = "any"
    value: tuple[OvertimeValue, ...]


@dataclass(frozen=True, kw_only=True)
class NightValue(Dated):
    """Night hours: a premium on pay, or a higher floor; `hour_minutes` under 60 is a reduced night hour."""

    start: Clock
    end: Clock
    works_as: Literal["premium", "floor"]
    premium: RatioOrUnknown
    hour_minutes: Ratio | None = None


@dataclass(frozen=True, kw_only=True)
class Night(Shape):
    """The night rule of a law or agreement."""

    id: str
    label: str
    layer: Layer
    value: tuple[NightValue, ...]


@dataclass(frozen=True, kw_only=True)
class PremiumValue(Dated):
    """A premium for work on a kind of day. `paid_day`: the day itself is paid too, worked or not."""

    premium: RatioOrUnknown
    paid_day: bool = False
    counts: Literal["minutes", "day"] = "minutes"


@dataclass(frozen=True, kw_only=True)
class Premium(Shape):
    """A premium on Sundays, the weekly rest day or holidays.

    `unless_substitute`: not due when another day off is given.
    """

    id: str
    label: str
    layer: Layer
    on: Literal["sunday", "rest_day", "holiday"]
    unless_substitute: bool = False
    value: tuple[PremiumValue, ...]


@dataclass(frozen=True, kw_only=True)
class RestPayValue(Dated):
    """Pay for the weekly rest day as its own line.

    `per_days` worked give one average day's pay, fewer their part of it.

    `part_weeks` "whole": any week with a day worked gives one whole average day, however many were worked.
    """

    per_days: int
    on_pieces: bool = True
    part_weeks: Literal["in_part", "whole"] = "in_part"


@dataclass(frozen=True, kw_only=True)
class RestPay(Shape):
    """The paid rest day where it is not inside the rate (Peru for piece workers, Mexico for daily pay)."""

    id: str
    label: str
    layer: Layer
    value: tuple[RestPayValue, ...]


@dataclass(frozen=True, kw_only=True)
class Holiday(Shape):
    """One public holiday.

    A fixed month and day, days from Easter Sunday, an nth weekday of a month, or single dates.
    """

    id: str
    label: str
    since: date
    until: date | None = None
    month: int | None = None
    day: int | None = None
    easter: int | None = None
    nth: int | None = None
    weekday: Weekday | None = None
    every_years: int = 1
    from_year: int | None = None
    dates: tuple[date, ...] = ()
    layer: Layer = "law"
    published: date | None = None
    source: str
    confidence: Confidence | None = None
    checked: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class BreakValue(Dated):
    """A break of `minutes` in any shift longer than `over_minutes`; `paid` breaks count as work."""

    over_minutes: int
    minutes: int
    paid: bool = False


@dataclass(frozen=True, kw_only=True)
class Break(Shape):
    """The break rule of a law or agreement.

    Taken from a shift only where the sheet gives no break of its own.
    """

    id: str
    label: str
    layer: Layer
    value: tuple[BreakValue, ...]


@dataclass(frozen=True, kw_only=True)
class LimitValue(Dated):
    """How much may be worked: the most, and the least, in a day or a week, in minutes.

    `night_day_most_minutes` and `mixed_day_most_minutes` are for days that lie in the night wholly or in
    part.
    """

    day_most_minutes: int | None = None
    night_day_most_minutes: int | None = None
    mixed_day_most_minutes: int | None = None
    day_least_minutes: int | None = None
    week_most_minutes: int | None = None
    overtime_week_most_minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class Limit(Shape):
    """A limit of hours; it is reported when passed and never lowers pay."""

    id: str
    label: str
    layer: Layer
    value: tuple[LimitValue, ...]


@dataclass(frozen=True, kw_only=True)
class FigureValue(Dated):
    """A figure that other rows or papers name: a guard's wage, a benefit unit, an exchange rate."""

    amount: AmountOrUnknown


@dataclass(frozen=True, kw_only=True)
class Figure(Shape):
    """A named, dated comparator that decides no pay."""

    id: str
    label: str
    layer: Layer
    unit: str
    currency: str = ""
    value: tuple[FigureValue, ...]
