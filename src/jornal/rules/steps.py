"""Deductions as a waterfall: step by step, within balances and caps; what is unknown is held, not taken."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jornal.rules.lines import Fault, Line
from jornal.rules.plan import Plan
from jornal.rules.rows import Worker
from jornal.rules.wanted import Situation, Split, Wanted, is_empty, value_on, wanted
from jornal.terms.deductions import Step, StepValue
from jornal.units.rounding import rounded

HELD = {
    "amount_unknown": "{step} is held, not taken: its amount is not known. Add it to the adjustments sheet.",
    "share_unknown": "{step} is held, not taken: its share is not confirmed. Confirm it in the terms.",
    "floor_unknown": "{step} is held, not taken: the floor it rests on is not known. Add it to the terms.",
    "balance_unknown": "{step} is held, not taken: what she still owes is not known. "
    "Record what she owes, with its paper.",
}


NOTHING = Fraction(0)


class Caps(NamedTuple):
    """The most that the steps under the caps may still take together, and what they must leave her."""

    most: int
    keep: int


class Part(NamedTuple):
    """A week that weekly steps are taken on: its gross, and its last day."""

    gross: int
    on: date


class Turn(NamedTuple):
    """What a step's turn needs beside the step: the plan, what empty steps pass on to it, the caps that remain."""

    plan: Plan
    extra: Fraction
    caps: Caps


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
            caps = _take(step, found, found, seen, Turn(plan, extra, caps))
            continue
        before = dict(found.taken)
        for week in weeks:
            lines = len(found.lines)
            at = seen._replace(on=week.on)
            caps = _take(step, found, _of_week(found, before, week), at, Turn(plan, extra, caps))
            found.lines[lines:] = [
                line._replace(facts=(*line.facts, ("week_ends", week.on))) for line in found.lines[lines:]
            ]
    return found


def _of_week(found: Split, before: Mapping[str, int], week: Part) -> Split:
    """A week as its steps see it: it bears what earlier steps took by its part of the gross."""
    part = Fraction(week.gross, found.gross) if found.gross else NOTHING
    return Split(week.gross, {name: amount * part for name, amount in before.items()})  # type: ignore[misc]


def _take(step: Step, found: Split, base: Split, seen: Situation, turn: Turn) -> Caps:
    """One step's turn on a base, within the balance, the caps and what is left; gives back the caps that remain."""
    value = value_on(turn.plan, step, seen.on)
    asked = wanted(step, value, base, seen, turn.extra)
    if asked.why:
        _hold(found, step, value, asked, seen)
        return turn.caps
    most, keep = turn.caps
    left = found.own
    amount = max(0, min(_within(step, asked.amount, found, seen), left))
    if step.counts_in_cap:
        amount = max(0, min(amount, most, left - keep))
        most -= amount
    found.taken[step.id] = found.taken.get(step.id, 0) + amount
    if amount:
        found.lines.append(_line(step, value, amount, asked, seen))
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
            or not is_empty(step, seen)
        ):
            continue
        heirs = [other for other in steps[:-1] if other is not step and not is_empty(other, seen)]
        for other in heirs:
            extra[other.id] = extra.get(other.id, NOTHING) + value.share / len(heirs)
    return extra


def _within(step: Step, amount: int, found: Split, seen: Situation) -> int:
    """An amount within what she owes and what an officer set, less what earlier weeks took of them."""
    already = found.taken.get(step.id, 0)
    balance = seen.worker.balances.get(step.id) if step.needs == "balance" else None
    if balance is not None:
        amount = min(amount, max(0, balance - already))
    if step.discretion and step.id in seen.less:
        amount = min(amount, max(0, seen.less[step.id] - already))
    return amount


def _hold(found: Split, step: Step, value: StepValue | None, asked: Wanted, seen: Situation) -> None:
    name = step.label or step.id
    found.lines.append(_line(step, value, asked.amount, asked, seen)._replace(part="held", why=asked.why))
    fault = Fault(seen.worker.code, HELD[asked.why], (("step", name),), "", f"deduction:{step.id}")
    if fault not in found.faults:
        found.faults.append(fault)


def payee_of(step: Step, worker: Worker) -> str:
    """Who receives a step's money; where no account may be opened for her, the payee the step names for that."""
    return step.if_no_account if step.if_no_account and worker.account_allowed is False else step.payee


def _line(step: Step, value: StepValue | None, amount: int, asked: Wanted, seen: Situation) -> Line:
    quantity = rounded(asked.base)
    share = "" if asked.share is None else str(asked.share)
    facts = [("share", share), ("base", str(asked.base))] if share else []
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
