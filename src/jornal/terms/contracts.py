"""What an enterprise agrees: its sites, contracts, rates, and which rows of law it applies as what layer."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from jornal.terms.accruals import Accrual
from jornal.terms.credit import Credit
from jornal.terms.deductions import Step, Waterfall
from jornal.terms.floors import Floor, Measure, Where
from jornal.terms.hours import Break, Limit, Night, Overtime, Premium, RestPay
from jornal.terms.shapes import Amount, AmountOrUnknown, Dated, Layer, Ratio, RatioOrUnknown, Rounding, Shape


@dataclass(frozen=True, kw_only=True)
class RateValue(Dated):
    """A rate of pay from a day on, in major units of the contract's currency."""

    amount: AmountOrUnknown


@dataclass(frozen=True, kw_only=True)
class Rate(Shape):
    """A rate per hour, day or month (by grade) or per piece (by operation).

    `standard_minutes` is a piece's measured time.
    """

    per: Literal["hour", "piece", "day", "month"]
    operation: str = ""
    label: str = ""
    grade: str = ""
    layer: Layer = "contract"
    change: Literal["by_day", "by_period_start"] = "by_day"
    standard_minutes: Ratio | None = None
    value: tuple[RateValue, ...]


@dataclass(frozen=True, kw_only=True)
class KindPayValue(Dated):
    """What share is paid from a day on."""

    share: RatioOrUnknown


@dataclass(frozen=True, kw_only=True)
class KindPay(Shape):
    """How one kind of time is paid.

    A share of her rate, of the floor's hour, of her average piece earnings, or nothing.
    """

    kind: str
    of: Literal["rate", "floor", "piece_average", "nothing"]
    layer: Layer = "contract"
    value: tuple[KindPayValue, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UsedFloor(Shape):
    """A floor this contract answers to, by which measure and as what layer.

    Less than the guarantee is allowed only with `declared_gap`, a sentence printed on every paper.
    """

    floor: str
    measure: Measure = "guarantee"
    layer: Layer
    declared_gap: str = ""


@dataclass(frozen=True, kw_only=True)
class UsedRule(Shape):
    """A row of the hours law that this contract applies, and as what layer (law, or adopted by contract)."""

    rule: str
    layer: Layer


@dataclass(frozen=True, kw_only=True)
class Bonus(Shape):
    """A bonus per unit of something counted, its own line, never counted towards the floor."""

    id: str
    label: str
    per: Literal["piece", "day", "period"]
    operation: str = ""
    amount: Amount
    layer: Layer = "contract"
    source: str


@dataclass(frozen=True, kw_only=True)
class Proposal(Shape):
    """A standing instruction the house proposes.

    It takes effect only when the worker herself consents to it.
    """

    id: str
    label: str
    purpose: Literal["family", "savings"]
    share: Ratio
    layer: Layer = "house"
    source: str


@dataclass(frozen=True, kw_only=True)
class Timetable(Shape):
    """Minutes of work on each weekday, and which of them is the weekly rest day."""

    monday: int = 0
    tuesday: int = 0
    wednesday: int = 0
    thursday: int = 0
    friday: int = 0
    saturday: int = 0
    sunday: int = 0
    rest_day: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", ""] = (
        "sunday"
    )

    def minutes(self, weekday: int) -> int:
        """Minutes planned on a weekday, Monday = 0."""
        return self.week[weekday]

    @property
    def week(self) -> tuple[int, int, int, int, int, int, int]:
        """Minutes planned, Monday to Sunday."""
        return (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )


@dataclass(frozen=True, kw_only=True)
class Contract(Shape):
    """One written agreement with workers of a site.

    How time and pieces are paid, held to which floors, split how.
    """

    id: str
    label: str
    since: date
    pays: Literal["hourly", "piece", "mixed", "training"]
    hours: Literal["paid", "information"] = "paid"
    timetable: Timetable | None = None
    trade: str = ""
    employer_class: str = ""
    floor: tuple[UsedFloor, ...] = ()
    compare_with: str = ""
    uses: tuple[UsedRule, ...] = ()
    rate: tuple[Rate, ...] = ()
    kind: tuple[KindPay, ...] = ()
    bonus: tuple[Bonus, ...] = ()
    waterfall: str = ""
    spendable_least: Ratio | None = None
    proposal: tuple[Proposal, ...] = ()
    source: str


@dataclass(frozen=True, kw_only=True)
class Site(Shape):
    """A workshop in a prison.

    Which law holds there, whose clock, whose employer, in which tongues its papers are.
    """

    id: str
    label: str
    jurisdiction: str
    currency: str
    zone: str
    where: Where = field(default_factory=Where)
    place: str = "workshop"
    legal_employer: str = ""
    authority: str = ""
    languages: tuple[str, ...] = ("en",)
    week_start: Literal["monday", "sunday", "saturday"] = "monday"
    cash_step: Amount | None = None
    cash_rounding: Rounding = "up"
    paid_by: str = ""
    pay_day: str = ""
    credit: str = ""
    contracts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rules(Shape):
    """Rows of law or agreement by kind; a pack is one of these with a head, an enterprise may add its own."""

    floor: tuple[Floor, ...] = ()
    overtime: tuple[Overtime, ...] = ()
    night: tuple[Night, ...] = ()
    premium: tuple[Premium, ...] = ()
    rest_pay: tuple[RestPay, ...] = ()
    pause: tuple[Break, ...] = ()
    limit: tuple[Limit, ...] = ()
    accrual: tuple[Accrual, ...] = ()
    step: tuple[Step, ...] = ()
    waterfall: tuple[Waterfall, ...] = ()
    credit: tuple[Credit, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Agreement(Shape):
    """The agreement with the authority: parties, dates and clauses, each clause with what it decides."""

    id: str
    parties: tuple[str, ...]
    signed: date
    expires: date | None = None
    clauses: tuple[str, ...] = ()
    invented: bool = False


@dataclass(frozen=True, kw_only=True)
class Enterprise(Shape):
    """One enterprise: its declared model, sites, contracts, agreements, and rules of its own."""

    id: str
    label: str
    model: Literal["employment", "craft", "training"]
    model_note: str = ""
    invented: bool = False
    agreement: tuple[Agreement, ...] = ()
    site: tuple[Site, ...]
    contract: tuple[Contract, ...]
    rules: Rules = field(default_factory=Rules)
