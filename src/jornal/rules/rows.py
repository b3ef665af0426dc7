"""What the rules read of one worker's period: shifts, pieces, adjustments, standing instructions, what came before."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from jornal.units.periods import Period

# Kinds of time that are hours of work; every other kind is an absence (terms/kinds.toml holds their words).
WORKED_KINDS = frozenset(
    {"work", "training", "induction", "waiting", "rework", "sample", "cleaning", "meeting", "rep_duty"}
)


class Entry(NamedTuple):
    """One row of attendance as it was written: minutes, or from-to wall times (minutes after midnight), or only a kind.

    An `end` at or before `start` is the next day's. `pause` None means that the sheet gives no break.
    """

    id: str
    worker: str
    day: date
    kind: str = "work"
    minutes: int | None = None
    start: int | None = None
    end: int | None = None
    pause: int | None = None
    place: str = ""
    trade: str = ""
    substitute: bool = False


class Punch(NamedTuple):
    """One line of a clock log: a wall time of a worker. `state` is the clock's own in/out mark, or empty."""

    id: str
    worker: str
    day: date
    minute: int
    state: Literal["in", "out", ""] = ""


class Shift(NamedTuple):
    """Time that stands: it belongs to the local day it starts on. `start`, `end` are local minutes after that midnight.

    `minutes` is time elapsed on the clock less `pause`; `start` None where only hours are known. `substitute`: another
    day off is given for this day.
    """

    id: str
    day: date
    minutes: int
    kind: str = "work"
    start: int | None = None
    end: int | None = None
    pause: int = 0
    place: str = ""
    trade: str = ""
    substitute: bool = False


class Piece(NamedTuple):
    """Pieces of one operation on one day: accepted (`good`), and rejected for a cause that leaves them paid or not."""

    id: str
    day: date
    operation: str
    good: int
    rejected_paid: int = 0
    rejected_unpaid: int = 0
    tally: str = ""


class Adjustment(NamedTuple):
    """A sum decided by a person: its own line, with reason, payer and approver, never counted towards the floor."""

    id: str
    day: date
    label: str
    amount: int
    reason: str
    payer: str
    approver: str
    kind: Literal["bonus", "refund", "advance", "repayment", "given", "discretion"] = "bonus"
    step: str = ""
    agreed_on: date | None = None


class Beneficiary(NamedTuple):
    """Who receives; only initials and the last four digits of the account ever reach a paper."""

    id: str
    initials: str
    last_four: str = ""
    weight: Fraction = Fraction(1)


@dataclass(frozen=True)
class Instruction:
    """A standing instruction on her own portion: a share or a fixed amount, to one or several beneficiaries.

    Without `consent_on` it is held, not taken; from `withdrawn_on` it no longer runs.
    """

    id: str
    purpose: Literal["family", "savings"]
    share: Fraction | None = None
    amount: int | None = None
    beneficiaries: tuple[Beneficiary, ...] = ()
    consent_on: date | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class Worker:
    """What pay and credit need to know of a person. None is "not known", which stops only the line that needs it.

    `leave_before`: the days of leave before the period, with their minutes (0: those planned that day), as far as her
    days are known, which is from `known_since` on (None: from her first day).
    """

    code: str
    contract: str
    grade: str = ""
    birth_year: int | None = None
    custody: Literal["sentenced", "remand", "home", ""] = ""
    ratio_code: str = ""
    ratio_paper: str = ""
    balances: dict[str, int | None] = field(default_factory=dict)
    requests: frozenset[str] = frozenset()
    account_allowed: bool | None = True
    since: date | None = None
    left_on: date | None = None
    instructions: tuple[Instruction, ...] = ()
    authorised_rest_days: frozenset[date] = frozenset()
    conduct_class: str = ""
    months_served: int | None = None
    gating_debt: int | None = 0
    leave_before: tuple[tuple[date, int], ...] = ()
    known_since: date | None = None


class CreditCarry(NamedTuple):
    """Where the tally of one credit code stands after a period.

    `days` counted that gave nothing yet, `minutes` of short days that wait to make one, `credited` days in all.
    """

    code: str
    days: int = 0
    minutes: int = 0
    credited: int = 0


@dataclass(slots=True)  # not frozen, because one is made for every worker; nothing changes it after
class Carry:
    """What one period leaves to the next: the straddling week's rows and top-ups, credit, the year so far."""

    shifts: tuple[Shift, ...] = ()
    pieces: tuple[Piece, ...] = ()
    week_top_up: int = 0
    year: int = 0
    credit: tuple[CreditCarry, ...] = ()
    year_to_date: dict[str, int] = field(default_factory=dict)
    owed_back: int = 0


@dataclass(frozen=True)
class Month:
    """One worker's pay period as the rules see it."""

    worker: Worker
    period: Period
    shifts: tuple[Shift, ...] = ()
    pieces: tuple[Piece, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    given: dict[str, int | None] = field(default_factory=dict)
    carry: Carry = field(default_factory=Carry)
