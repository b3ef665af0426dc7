"""Minimum pay as a guarantee.

A unit, a threshold from which the whole unit is due, and the hours that price overtime.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from jornal.terms.shapes import AmountOrUnknown, Confidence, Dated, Layer, Ratio, Rounding, Shape, Unit

Measure = Literal["guarantee", "paid_rest_hour", "plain_hour"]


@dataclass(frozen=True, kw_only=True)
class Band(Shape):
    """An amount for workers from an age on; the highest age that fits is hers."""

    age_from: int
    amount: AmountOrUnknown


@dataclass(frozen=True, kw_only=True)
class FloorValue(Dated):
    """The amount of a floor from a day on, or its age bands; bands themselves may move from row to row."""

    amount: AmountOrUnknown = None
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Where(Shape):
    """Which workers a floor is for; an empty field does not ask. The floor that asks most wins."""

    region: str = ""
    district: str = ""
    sector: str = ""
    employer_class: str = ""
    trade: str = ""


@dataclass(frozen=True, kw_only=True)
class Floor(Shape):
    """One floor of pay.

    `full_from_minutes`: from how many minutes a `per` (day or week) the whole unit is due; below, in
    proportion. None means that only time counts (an hourly floor). `plain_hours` and `rest_hours` divide the
    unit into an hour, without and with the paid rest day. `share` of another floor (`share_of`) serves laws
    such as "3/4 of the minimum"; it has no values of its own, so its source and `since` stand beside it.
    """

    id: str
    label: str
    layer: Layer
    unit: Unit
    share_of: str = ""
    share: Ratio | None = None
    full_from_minutes: int | None = None
    per: Literal["day", "week"] = "day"
    plain_hours: Ratio | None = None
    rest_hours: Ratio | None = None
    change: Literal["by_day", "by_period_start"] = "by_day"
    rounding: Rounding = "half_up"
    where: Where = field(default_factory=Where)
    value: tuple[FloorValue, ...] = ()
    since: date | None = None
    source: str = ""
    confidence: Confidence | None = None
    checked: date | None = None
