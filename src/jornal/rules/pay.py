"""One worker's pay period: earnings, top-up, deductions, her own portion and credit, every figure as a line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from jornal.rules.accrued import accrued
from jornal.rules.credit import Tally, tallies
from jornal.rules.deducted import deducted
from jornal.rules.earned import Earned
from jornal.rules.heads import lines
from jornal.rules.hourly import priced_time
from jornal.rules.in_hand import InHand, adjusted, in_hand
from jornal.rules.limits import limits_passed
from jornal.rules.lines import Fault, Line
from jornal.rules.nights import night_minutes, nights
from jornal.rules.overtime import overtime
from jornal.rules.pieces import priced_pieces
from jornal.rules.plan import Plan
from jornal.rules.rest_pay import rest_pay
from jornal.rules.rows import WORKED_KINDS, Carry, CreditCarry, Month
from jornal.rules.special_days import special_days
from jornal.rules.steps import payee_of
from jornal.rules.top_up import Tested, compared, topped_up
from jornal.rules.wanted import Split
from jornal.units.rounding import rounded

SIX_DAYS = timedelta(days=6)
YEAR_TO_DATE = ("gross", "deductions", "own", "instructions", "in_hand")


@dataclass
class Paid:
    """What one worker's period comes to: lines, faults, totals (minor units), comparison, credit, and the carry."""

    lines: list[Line]
    faults: list[Fault]
    totals: dict[str, int]
    comparison: dict[str, Any]
    credit: list[Tally] = field(default_factory=list)
    carry: Carry = field(default_factory=Carry)


def paid(month: Month, plan: Plan, *, trace: bool = False) -> Paid:
    """Every line of a worker's period. With `trace` lines name their rows. The order of rows never matters."""
    earned, earnings = _earnings(month, plan, trace=trace)
    dark = night_minutes(month, plan, "floor") if plan.agreed.night else {}
    top = topped_up(month, plan, earned, dark)
    bonus = [*_bonuses(month, plan), *(line for _, line in adjusted(month.adjustments, "bonus"))]
    grown, missing = accrued(month, plan, earned)
    gross = sum(line.amount for line in (*earnings, *top.lines, *grown, *bonus))
    taken = deducted(gross, month, plan, earned, dark, top)
    kept = in_hand(month, plan, taken, top)
    every = [*earnings, *top.lines, *grown, *bonus, *taken.lines, _own(plan, month, taken), *kept.lines]
    found = Paid(
        lines=every,
        faults=[*earned.faults, *top.faults, *missing, *taken.faults, *kept.faults],
        totals={},
        comparison=compared(month, plan, earned, top, dark),
        credit=tallies(month, plan, earned.worked if earned.plain and not month.carry.shifts else None),
    )
    if plan.agreed.limits:
        found.faults += limits_passed(month, plan, earned)
    found.totals = _totals(gross, top, taken, kept)
    found.carry = _carried(month, plan, top, found)
    return found


def _earnings(month: Month, plan: Plan, *, trace: bool) -> tuple[Earned, list[Line]]:
    """Time and pieces as lines, each earning rounded once; the order of heads is that of docs/pay.md section 2."""
    earned = Earned(trace=trace)
    if plan.pieces or month.pieces:
        priced_pieces(month, plan, earned, trace=trace)
    priced_time(month, plan, earned)
    time, agreed = earned.time, plan.agreed
    if agreed.overtime:
        time += overtime(month, plan, earned)
    if agreed.night:
        time += nights(month, plan, earned)
    if agreed.premium:
        time += special_days(month, plan, earned)
    if agreed.rest_pay:
        (earned.pieces if agreed.contract.pays == "piece" else time).extend(rest_pay(month, plan, earned))
    return earned, lines(time, plan.parts, trace=trace) + lines(earned.pieces, plan.parts, trace=trace)


def _bonuses(month: Month, plan: Plan) -> Iterable[Line]:
    """The contract's bonuses, each its own line."""
    for bonus in plan.agreed.contract.bonus:
        if bonus.per == "piece":
            pieces = [one for one in month.pieces if not bonus.operation or one.operation == bonus.operation]
            count = sum(one.good + one.rejected_paid for one in pieces)
        elif bonus.per == "day":
            count = len({shift.day for shift in month.shifts if shift.kind in WORKED_KINDS and shift.minutes})
        else:
            left = month.worker.left_on
            count = int(
                left is None or left >= month.period.start
            )  # none to who is here for a correction alone
        rate = bonus.amount * plan.agreed.scale
        if count:
            yield Line(
                "bonus",
                "bonus",
                bonus.id,
                count,
                bonus.per,
                str(rate),
                rounded(rate * count),
                bonus.layer,
                bonus.id,
                bonus.source,
                bonus.label,
            )


def _own(plan: Plan, month: Month, taken: Split) -> Line:
    """Her own portion: what the remainder step names, or what is left."""
    step = next((step for step in plan.agreed.steps if step.takes == "remainder"), None)
    if step is None:
        source = plan.agreed.contract.source
        return Line("own", "own", "", taken.gross, "base", "", taken.own, "contract", "", source)
    return Line(
        "own", "own", step.id, taken.gross, "base", "", taken.own, step.layer, step.id, "", step.label,
        payee=payee_of(step, month.worker),
    )  # fmt: skip


def _totals(gross: int, top: Tested, taken: Split, kept: InHand) -> dict[str, int]:
    return {
        "gross": gross,
        "top_up": top.total,
        "deductions": sum(taken.taken.values()),
        "own": taken.own,
        "instructions": sum(line.amount for line in kept.lines if line.part == "instruction"),
        "in_hand": kept.left,
        "held": sum(line.amount for line in (*taken.lines, *kept.lines) if line.part == "held"),
        "owed_back": 0,
    }


def _carried(month: Month, plan: Plan, top: Tested, found: Paid) -> Carry:
    """What the next period needs: the open week's rows and top-up, credit so far, the year so far."""
    before = month.carry
    year = month.period.start.year
    so_far = before.year_to_date if before.year == year else {}
    last = len(plan.ends) - 1
    open_week = not plan.week_is_tested(last, month.worker.left_on)
    first = plan.ends[last] - SIX_DAYS
    return Carry(
        tuple([one for one in (*before.shifts, *month.shifts) if one.day >= first]) if open_week else (),
        tuple([one for one in (*before.pieces, *month.pieces) if one.day >= first]) if open_week else (),
        top.of_open_week if open_week else 0,
        year,
        _credit_carried(before, found),
        {name: so_far.get(name, 0) + found.totals[name] for name in YEAR_TO_DATE},
        before.owed_back,
    )


def _credit_carried(before: Carry, found: Paid) -> tuple[CreditCarry, ...]:
    """Where each code's tally stands now, and where those stood that this month did not touch."""
    credit = {one.code: one for one in before.credit}
    for one in found.credit:
        if one.rule is not None:
            credit.pop(one.code, None)
            credited = one.credited_before + one.credited
            credit[one.segment] = CreditCarry(one.segment, one.days_carried, one.minutes_carried, credited)
    return tuple(credit.values())
