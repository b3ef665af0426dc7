"""Deductions as an ordered waterfall of steps: who takes what, from which base, within which caps."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from jornal.terms.shapes import Amount, Confidence, Dated, Layer, Ratio, RatioOrUnknown, Rounding, Shape


@dataclass(frozen=True, kw_only=True)
class StepValue(Dated):
    """The figures of a step from a day on; all optional, all applied in the order of the fields.

    base × share, where base is first raised to the deemed income (`least_base_share` of floor
    `least_base_floor`, when income is at or below it), then lessened by the threshold (`over`, or one unit of
    floor `over_floor`), then held between the line's own least and most (amounts, or shares of gross).
    """

    share: RatioOrUnknown = None
    least_base_share: Ratio | None = None
    least_base_floor: str = ""
    over: Amount | None = None
    over_floor: str = ""
    least: Amount | None = None
    most: Amount | None = None
    least_of_gross: Ratio | None = None
    most_of_gross: Ratio | None = None


@dataclass(frozen=True, kw_only=True)
class Step(Shape):
    """One deduction.

    `takes`: a `share` of its base; a `given` amount recorded for the worker (tax, a court's order); or the
    `remainder` (the worker's own). `base`: gross, or net = gross less the steps named in `net_of` (empty: all
    earlier steps). `per`: week by week or over the period. `needs`: a balance she owes (taken up to it;
    nothing owed: redistributed by `if_none`; not known: held, not taken), her `request` (without one:
    nothing), or nothing. `discretion`: an officer may set less; who, when and why are recorded with the
    figure. `counts_in_cap`: within the waterfall's caps (an alimony order often is not). `if_no_account`: the
    payee when no account may be opened for her.
    """

    id: str
    label: str
    layer: Layer
    payee: str = ""
    takes: Literal["share", "given", "remainder"] = "share"
    base: Literal["gross", "net"] = "gross"
    net_of: tuple[str, ...] = ()
    per: Literal["period", "week"] = "period"
    needs: Literal["nothing", "balance", "request"] = "nothing"
    if_none: Literal["remainder", "others_equally_but_last"] = "remainder"
    discretion: bool = False
    counts_in_cap: bool = True
    if_no_account: str = ""
    rounding: Rounding | None = None
    value: tuple[StepValue, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Waterfall(Shape):
    """Steps in order, with at most one limit of each kind over all of them together.

    `most_of_gross`: the sum of capped steps never passes this share of gross. `protected_of_gross`: this
    share of gross always stays hers. `protected_floor`: her guarantee under this floor stays hers. Later
    steps give way first.
    """

    id: str
    label: str
    steps: tuple[str, ...]
    most_of_gross: Ratio | None = None
    protected_of_gross: Ratio | None = None
    protected_floor: str = ""
    who_splits: str = ""
    layer: Layer = "law"
    since: date | None = None
    until: date | None = None
    published: date | None = None
    source: str
    confidence: Confidence | None = None
    checked: date | None = None
    note: str = ""
