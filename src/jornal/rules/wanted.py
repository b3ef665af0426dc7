"""What one deduction asks for: its base, threshold, share and bounds, or why it is held."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jornal.rules.lines import Fault, Line
from jornal.rules.plan import Plan
from jornal.rules.rows import Worker
from jornal.terms.dated import in_force
from jornal.terms.deductions import Step, StepValue
from jornal.units.rounding import divided, rounded


class Situation(NamedTuple):
    """What steps ask about a worker beyond her gross; `scale` is minor units in one major unit.

    `given` are recorded amounts by step (None: recorded as not known), `less` officers' lower figures by step.
    `floor_amount` gives one unit of a floor on a day, `guarantee` her guarantee under a floor for the period, both in
    exact minor units, None when not known.
    """

    worker: Worker
    on: date
    scale: int
    given: Mapping[str, int | None]
    less: Mapping[str, int]
    floor_amount: Callable[[str, date], Fraction | None]
    guarantee: Callable[[str], Fraction | None]


@dataclass
class Split:
    """A gross after its steps: what each took, deduction and held lines, faults, and what is the worker's own."""

    gross: int
    taken: dict[str, int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def own(self) -> int:
        """Her own portion: gross less every step."""
        return self.gross - sum(self.taken.values())


class Wanted(NamedTuple):
    """What a step asks for before caps; with `why` it is held, not taken."""

    amount: int
    base: Fraction | int = 0
    share: Fraction | None = None
    why: str = ""


def is_empty(step: Step, seen: Situation) -> bool:
    """Whether a step has nothing to take from: nothing owed, or no request of hers."""
    if step.needs == "balance":
        return seen.worker.balances.get(step.id) == 0
    return step.needs == "request" and step.id not in seen.worker.requests


def value_on(plan: Plan, step: Step, day: date) -> StepValue | None:
    """The figures of a step on a day; kept with the plan."""
    key = (step.id, day)
    if key not in plan.cache:
        plan.cache[key] = in_force(step.value, day)
    return plan.cache[key]  # type: ignore[return-value]


def wanted(step: Step, value: StepValue | None, found: Split, seen: Situation, passed_on: Fraction) -> Wanted:
    """The amount a step asks for on a base, or why it is held; `passed_on` is what empty steps leave to its share."""
    if is_empty(step, seen):
        return Wanted(0)
    if step.takes == "given":
        return _given(step, value, found, seen)
    if value is None:
        return Wanted(0)
    if value.share is None or not value.confirmed:
        return Wanted(0, why="share_unknown")
    base = _base(step, value, found, seen)
    if base is None:
        return Wanted(0, why="floor_unknown")
    share = value.share + passed_on if passed_on else value.share
    exact = (
        (base * share.numerator, share.denominator)
        if type(base) is int
        else (base * share).as_integer_ratio()
    )
    amount = _bounded(step, value, divided(*exact, step.rounding or "half_up"), found.gross, seen)
    if step.discretion:
        amount = min(amount, seen.less.get(step.id, amount))
    unknown = step.needs == "balance" and seen.worker.balances.get(step.id) is None
    return Wanted(amount, base, share, "balance_unknown" if unknown else "")


def _given(step: Step, value: StepValue | None, found: Split, seen: Situation) -> Wanted:
    """A recorded amount, within the step's least and most, and within its share of the base where it has one."""
    if step.id not in seen.given:
        return Wanted(0)
    amount = seen.given[step.id]
    if amount is None:
        return Wanted(0, why="amount_unknown")
    if value is None:
        return Wanted(amount)
    if value.share is not None:
        base = _base(step, value, found, seen)
        if base is None:
            return Wanted(amount, why="floor_unknown")
        amount = min(amount, rounded(base * value.share, "down"))
    return Wanted(_bounded(step, value, amount, found.gross, seen))


def _base(step: Step, value: StepValue, found: Split, seen: Situation) -> Fraction | int | None:
    """Gross or net, raised to the deemed income, lessened by the threshold; None where a floor it needs is unknown."""
    base: Fraction | int = found.gross
    if step.base == "net":
        names = step.net_of or tuple(found.taken)
        base -= sum(found.taken.get(name, 0) for name in names)
    if value.least_base_share is not None and value.least_base_floor:
        floor = seen.floor_amount(value.least_base_floor, seen.on)
        if floor is None:
            return None
        base = max(base, floor * value.least_base_share)
    if value.over_floor:
        floor = seen.guarantee(value.over_floor)
        if floor is None:
            return None
        base -= floor
    if value.over is not None:
        base -= value.over * seen.scale
    return max(0, base)


def _bounded(step: Step, value: StepValue, amount: int, gross: int, seen: Situation) -> int:
    """An amount held between the line's own least and most; the most wins."""
    if (
        value.least is None
        and value.most is None
        and value.least_of_gross is None
        and value.most_of_gross is None
    ):
        return amount
    mode = step.rounding or "half_up"
    leasts = [value.least and value.least * seen.scale, value.least_of_gross and value.least_of_gross * gross]
    mosts = [value.most, value.most_of_gross]
    amount = max([amount, *(rounded(least, mode) for least in leasts if least)])
    if mosts[0] is not None:
        amount = min(amount, rounded(mosts[0] * seen.scale, mode))
    if mosts[1] is not None:
        amount = min(amount, rounded(mosts[1] * gross, mode))
    return amount
