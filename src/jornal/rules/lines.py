"""What the rules give back: lines that explain themselves, and faults that name the next step."""

from datetime import date
from typing import Any, Literal, NamedTuple

Part = Literal["earning", "top_up", "bonus", "deduction", "own", "instruction", "in_hand", "held", "info"]


class Line(NamedTuple):
    """One line of a payslip.

    amount (minor units) = quantity × rate, rounded as its part says. `part`: what kind of line; `kind`: what it is for
    (hourly, piece, overtime, top_up …); `code`: the operation, step, beneficiary or kind of time. `rate` is exact text
    of minor units per `unit` ("11300/240" or "1250"), so that the line can be priced again from its rows. `of`: the
    month a correction belongs to, else empty. `held` lines carry the sum that is not taken and `why`.
    `rests_on`: row ids, filled only with trace.
    """

    part: Part
    kind: str
    code: str
    quantity: int
    unit: str
    rate: str
    amount: int
    layer: str
    rule: str
    source: str
    label: str = ""
    since: date | None = None
    confidence: str = ""
    payee: str = ""
    of: str = ""
    why: str = ""
    facts: tuple[tuple[str, Any], ...] = ()
    rests_on: tuple[str, ...] = ()


class Fault(NamedTuple):
    """Something that stops one line or one row: a key into the catalogue and what fills its sentence.

    `stops`: "" for a remark, else the line it stops (such as "deduction:pe-reparation" or "pay").
    """

    worker: str
    key: str
    says: tuple[tuple[str, Any], ...] = ()
    row: str = ""
    stops: str = ""
