"""Deductions as a waterfall of steps, each with its base, threshold, caps and payee; what is unknown is held, not taken."""

from collections.abc import Callable, Mapping, Sequence
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

HELD = {
    "amount_unknown": "{step} is held, not taken: its amount is not known. Add it to the adjustments sheet.",
    "share_unknown": "{step} is held, not taken: its share is not confirmed. Confirm it in the terms.",
    "floor_unknown": "{step} is held, not taken: the floor it rests on is not known. Add it to the terms.",
    "balance_unknown": "{step} is held, not taken: what she still owes is not known. Add the balance to the list of people.",
}


NOTHING = Fraction(0)


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


class Caps(NamedTuple):
    """The most that the steps under the caps may still take together, and what they must leave her."""

    most: int
    keep: int


class Part(NamedTuple):
    """A week that weekly steps are taken on: its gross, and its last day."""

    gross: int
    on: date


def split(gross: int, plan: Plan, seen: Situation, weeks: Sequence[Part] = ()) -> Split:
    """The contract's waterfall on a gross; weekly shares are taken on each of `weeks`, all else on the whole."""
    found = Split(gross)
    caps = _limits(gross, plan, seen)
    passed_on = _passed_on(plan, seen)
    for step in plan.agreed.steps:
        if step.takes == "remainder":
            continue
        extra = passed_on.get(step.id, NOTHING)
        if not weeks or step.per != "week" or step.takes != "share":
            caps = _take(step, found, found, seen, extra, caps)
            continue
        before = dict(found.taken)
        for week in weeks:
            at, lines = seen._replace(on=week.on), len(found.lines)
            caps = _take(step, found, _of_week(found, before, week), at, extra, caps)
            found.lines[lines:] = [
                line._replace(facts=(*line.facts, ("week_ends", week.on))) for line in found.lines[lines:]
            ]
    return found


def _of_week(found: Split, before: Mapping[str, int], week: Part) -> Split:
    """A week as its steps see it: it bears what earlier steps took by its part of the gross."""
    part = Fraction(week.gross, found.gross) if found.gross else NOTHING
    return Split(week.gross, {name: amount * part for name, amount in before.items()})  # type: ignore[misc]


def _take(step: Step, found: Split, base: Split, seen: Situation, extra: Fraction, caps: Caps) -> Caps:
    """One step's turn on a base, within the balance, the caps and what is left; gives back the caps that remain."""
    most, keep = caps
    value = in_force(step.value, seen.on)
    wanted = _wanted(step, value, base, seen, extra)
    if wanted.why:
        _hold(found, step, value, wanted, seen)
        return caps
    amount = max(0, min(_within(step, wanted.amount, found, seen), found.own))
    if step.counts_in_cap:
        amount = max(0, min(amount, most, found.own - keep))
        most -= amount
    found.taken[step.id] = found.taken.get(step.id, 0) + amount
    if amount:
        found.lines.append(_line(step, value, amount, wanted, seen))
    return Caps(most, keep)


def _limits(gross: int, plan: Plan, seen: Situation) -> Caps:
    """What the waterfall's caps allow on a gross."""
    falls = plan.agreed.waterfall
    if falls is None:
        return Caps(gross, 0)
    most = gross if falls.most_of_gross is None else rounded(falls.most_of_gross * gross, "down")
    keep = 0 if falls.protected_of_gross is None else rounded(falls.protected_of_gross * gross, "up")
    if falls.protected_floor:
        hers = seen.guarantee(falls.protected_floor)
        keep = gross if hers is None else max(keep, rounded(hers, "up"))
    return Caps(most, keep)


def _empty(step: Step, seen: Situation) -> bool:
    """Whether a step has nothing to take from: nothing owed, or no request of hers."""
    if step.needs == "balance":
        return seen.worker.balances.get(step.id) == 0
    return step.needs == "request" and step.id not in seen.worker.requests


def _passed_on(plan: Plan, seen: Situation) -> dict[str, Fraction]:
    """What empty steps pass on to the other steps, in equal parts, but never to the last."""
    extra: dict[str, Fraction] = {}
    if "passed_on" not in plan.cache:
        plan.cache["passed_on"] = any(step.if_none != "remainder" for step in plan.agreed.steps)
    if not plan.cache["passed_on"]:
        return extra
    steps = [step for step in plan.agreed.steps if step.takes in ("share", "remainder")]
    for step in steps:
        value = value_on(plan, step, seen.on)
        if (
            step.if_none != "others_equally_but_last"
            or value is None
            or value.share is None
            or not _empty(step, seen)
        ):
            continue
        heirs = [other for other in steps[:-1] if other is not step and not _empty(other, seen)]
        for other in heirs:
            extra[other.id] = extra.get(other.id, Fraction(0)) + value.share / len(heirs)
    return extra


def value_on(plan: Plan, step: Step, day: date) -> StepValue | None:
    """The figures of a step on a day; kept with the plan."""
    key = (step.id, day)
    if key not in plan.cache:
        plan.cache[key] = in_force(step.value, day)
    return plan.cache[key]  # type: ignore[return-value]


def _wanted(
    step: Step, value: StepValue | None, found: Split, seen: Situation, passed_on: Fraction
) -> Wanted:
    if _empty(step, seen):
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


def _within(step: Step, amount: int, found: Split, seen: Situation) -> int:
    """An amount within what she owes and what an officer set, less what earlier weeks took of them."""
    already = found.taken.get(step.id, 0)
    balance = seen.worker.balances.get(step.id) if step.needs == "balance" else None
    if balance is not None:
        amount = min(amount, max(0, balance - already))
    if step.discretion and step.id in seen.less:
        amount = min(amount, max(0, seen.less[step.id] - already))
    return amount


def _hold(found: Split, step: Step, value: StepValue | None, wanted: Wanted, seen: Situation) -> None:
    name = step.label or step.id
    found.lines.append(_line(step, value, wanted.amount, wanted, seen)._replace(part="held", why=wanted.why))
    fault = Fault(seen.worker.code, HELD[wanted.why], (("step", name),), "", f"deduction:{step.id}")
    if fault not in found.faults:
        found.faults.append(fault)


def payee_of(step: Step, worker: Worker) -> str:
    """Who receives a step's money; where no account may be opened for her, the payee the step names for that."""
    return step.if_no_account if step.if_no_account and worker.account_allowed is False else step.payee


def _line(step: Step, value: StepValue | None, amount: int, wanted: Wanted, seen: Situation) -> Line:
    quantity = rounded(wanted.base)
    share = "" if wanted.share is None else str(wanted.share)
    facts = [("share", share), ("base", str(wanted.base))] if share else []
    if value and value.over is not None:
        facts.append(("over", str(value.over * seen.scale)))
    return Line(
        "deduction",
        "deduction",
        step.id,
        quantity,
        "base",
        share,
        amount,
        step.layer,
        step.id,
        value.source if value else "",
        step.label,
        value.since if value else None,
        value.confidence if value else "",
        payee_of(step, seen.worker),
        facts=tuple(facts),
    )
