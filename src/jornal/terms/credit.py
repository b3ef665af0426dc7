"""Sentence credit rules: a tally that supports evidence; the authority decides."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from jornal.terms.shapes import Confidence, Layer, Ratio, Shape


@dataclass(frozen=True, kw_only=True)
class ClassDays(Shape):
    """Days a month for a class of conduct, as the authority's monthly order names it."""

    named: str
    days: int


@dataclass(frozen=True, kw_only=True)
class YearsTier(Shape):
    """Days a month from the start of a year served; the last tier has no end."""

    from_month: int
    days: int


@dataclass(frozen=True, kw_only=True)
class Credit(Shape):
    """One credit rule, chosen by the code on the authority's paper, never by anything about the sentence.

    `form`: `ratio` (credited = floor(days × num / den)), `batch` (num for each full den days), `per_month`
    (by class), `per_semester` (num for each den full months), `tiers` (by months served), `none` (no credit;
    hours are evidence) or `undefined` (the tally says unknown). `unit`: what is counted, days, or hours for
    study rules (den in hours). Day rule: a day counts from `day_least_minutes`; at most `day_most_minutes` a
    day are counted; `pooling` joins short days (`short_days`), all hours (`hours`) or nothing. Places and
    days that do not count are named; `rest_days_count` is `if_authorised` where a council may allow Sundays
    and holidays.
    """

    code: str
    label: str
    layer: Layer = "law"
    since: date
    until: date | None = None
    form: Literal["ratio", "batch", "per_month", "per_semester", "tiers", "none", "undefined"]
    num: int = 0
    den: int = 1
    unit: Literal["days", "hours", "months"] = "days"
    of: Literal["work", "study", "conduct", "public_work", "reading"] = "work"
    day_least_minutes: int = 0
    day_most_minutes: int | None = None
    pooling: Literal["none", "short_days", "hours"] = "none"
    places_excluded: tuple[str, ...] = ()
    places_only: tuple[str, ...] = ()
    rest_days_count: Literal["yes", "no", "if_authorised"] = "yes"
    kinds_excluded: tuple[str, ...] = ()
    custody_excluded: tuple[str, ...] = ()
    classes: tuple[ClassDays, ...] = ()
    tiers: tuple[YearsTier, ...] = ()
    most_days: int | None = None
    stacking: Literal["exclusive", "additive"] = "exclusive"
    forfeit_at_most: Ratio | None = None
    gated_by: str = ""
    evidence: tuple[str, ...] = ()
    decided_by: str = ""
    published: date | None = None
    source: str
    confidence: Confidence
    checked: date | None = None
    note: str = ""
