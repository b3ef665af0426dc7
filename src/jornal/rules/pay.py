"""One worker's pay period: earnings, top-up, deductions, her own portion and credit, every figure as a line."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from jornal.rules.credit import Tally, tallies
from jornal.rules.earned import Earned
from jornal.rules.exact import by_running_total
from jornal.rules.floors import amount_on, base_floor, floor_of, measured
from jornal.rules.heads import lines
from jornal.rules.hourly import priced_time
from jornal.rules.lines import Fault, Line
from jornal.rules.nights import night_minutes, nights
from jornal.rules.overtime import overtime
from jornal.rules.pieces import priced_pieces
from jornal.rules.plan import Plan
from jornal.rules.rest_pay import rest_pay
from jornal.rules.rows import WORKED_KINDS, Adjustment, Carry, CreditCarry, Month
from jornal.rules.special_days import special_days
from jornal.rules.split import shared
from jornal.rules.steps import Situation, Split, split
from jornal.rules.top_up import Tested, compared, topped_up
from jornal.units.rounding import rounded, to_step


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
    """Every line of a worker's period. With `trace` lines name the rows they rest on. The order of rows never matters."""
    earned, earnings = _earnings(month, plan, trace=trace)
    nights = night_minutes(month, plan, "floor") if plan.agreed.night else {}
    top = topped_up(month, plan, earned, nights)
    bonus = [*_bonuses(month, plan), *_adjusted(month.adjustments, "bonus")]
    gross = sum(line.amount for line in (*earnings, *top.lines, *bonus))
    taken = _deducted(gross, month, plan, earned, nights, top)
    kept, left = _in_hand(month, plan, taken, top)
    every = [*earnings, *top.lines, *bonus, *taken.lines, _own(plan, month, taken), *kept]
    found = Paid(
        lines=every,
        faults=[*earned.faults, *top.faults, *taken.faults],
        totals={},
        comparison=compared(month, plan, earned, nights),
        credit=tallies(month, plan),
    )
    found.faults += left[1]
    found.totals = _totals(gross, top, taken, kept, left[0])
    found.carry = _carried(month, plan, top, found)
    return found


def _earnings(month: Month, plan: Plan, *, trace: bool) -> tuple[Earned, list[Line]]:
    """Time and pieces as lines, each earning rounded once; the order of heads is that of docs/pay.md section 2."""
    earned = Earned()
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
            count = 1
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


def _adjusted(adjustments: Iterable[Adjustment], *kinds: str) -> Iterable[Line]:
    """Sums decided by a person, with reason, payer and approver."""
    for one in adjustments:
        if one.kind in kinds:
            facts = (
                ("reason", one.reason),
                ("payer", one.payer),
                ("approver", one.approver),
                ("day", one.day),
                ("agreed_on", one.agreed_on),
            )
            part = "bonus" if one.kind == "bonus" else "in_hand"
            yield Line(
                part,
                one.kind,
                one.id,
                1,
                "base",
                str(one.amount),
                one.amount,
                "house",
                "adjustment",
                "",
                one.label,  # type: ignore[arg-type]
                facts=facts,
                rests_on=(one.id,),
            )


def _deducted(
    gross: int, month: Month, plan: Plan, earned: Earned, nights: dict[date, int], top: Tested
) -> Split:
    """The waterfall over the period, or week by week where its steps are weekly."""
    seen = _situation(month, plan, earned, nights)
    weekly = [step for step in plan.agreed.steps if step.per == "week"]
    weeks = [week for week in range(len(plan.ends)) if plan.week_is_tested(week, month.worker.left_on)]
    if not weekly or len(weeks) <= 1:
        return split(gross, plan, seen)
    found = Split(gross)
    sums = _gross_by_week(gross, weeks, plan, earned, top)
    for week, amount in zip(weeks, sums, strict=True):
        last = week == weeks[-1]
        of_week = split(
            amount, plan, replace(seen, on=plan.ends[week], given=seen.given if last else {}), found.taken
        )
        for name, sum_ in of_week.taken.items():
            found.taken[name] = found.taken.get(name, 0) + sum_
        found.lines += [
            line._replace(facts=(*line.facts, ("week_ends", plan.ends[week]))) for line in of_week.lines
        ]
        found.faults += [fault for fault in of_week.faults if fault not in found.faults]
    return found


def _gross_by_week(gross: int, weeks: list[int], plan: Plan, earned: Earned, top: Tested) -> list[int]:
    """Each week's exact base rounded by running total, its top-up, and all other lines with the last week."""
    bases = [sum(exact for day, exact in earned.base.items() if plan.week[day] == week) for week in weeks]
    sums = by_running_total(bases, plan.parts)
    ends = {plan.ends[week]: place for place, week in enumerate(weeks)}
    for line in top.lines:
        sums[ends.get(dict(line.facts).get("week_ends"), len(sums) - 1)] += line.amount
    inside = sum(exact for day, exact in earned.base.items() if day >= plan.period.start)
    other = gross - by_running_total([inside], plan.parts)[0] - top.total
    sums[-1] += other
    return sums


def _situation(month: Month, plan: Plan, earned: Earned, nights: dict[date, int]) -> Situation:
    worker = month.worker
    days = [day for day in earned.worked if day >= month.period.start]

    def floor_amount(name: str, day: date) -> Fraction | None:
        floor = base_floor(plan, name)
        return None if floor is None else amount_on(plan, floor, day, worker.birth_year)[0]

    def guarantee(name: str) -> Fraction | None:
        one = next((one for one in measured(plan, worker.birth_year) if one.use.floor == name), None)
        due = None if one is None else floor_of(one, earned.worked, days, plan, nights)
        return None if due is None else Fraction(due) / plan.parts

    given = dict(month.given)
    for one in month.adjustments:
        if one.kind == "given":
            given[one.step] = (given.get(one.step) or 0) + one.amount
    less = {one.step: one.amount for one in month.adjustments if one.kind == "discretion"}
    last = month.period.last or month.period.start
    return Situation(worker, last, plan.agreed.scale, given, less, floor_amount, guarantee)


def _own(plan: Plan, month: Month, taken: Split) -> Line:
    """Her own portion: what the remainder step names, or what is left."""
    step = next((step for step in plan.agreed.steps if step.takes == "remainder"), None)
    if step is None:
        return Line(
            "own", "own", "", taken.gross, "base", "", taken.own, "contract", "", plan.agreed.contract.source
        )
    payee = step.if_no_account if step.if_no_account and month.worker.account_allowed is False else step.payee
    return Line(
        "own",
        "own",
        step.id,
        taken.gross,
        "base",
        "",
        taken.own,
        step.layer,
        step.id,
        "",
        step.label,
        payee=payee,
    )


def _in_hand(
    month: Month, plan: Plan, taken: Split, top: Tested
) -> tuple[list[Line], tuple[int, list[Fault]]]:
    """Instructions, refunds, advances, agreed repayments, cash rounding; and what is left in hand."""
    least_share = plan.agreed.contract.spendable_least
    least = rounded(least_share * taken.gross, "up") if least_share is not None else 0
    until = month.period.last or month.period.start
    found = shared(taken.own, month.worker.instructions, until, least=least, worker=month.worker.code)
    kept = list(found.lines)
    left = found.left
    for line in _adjusted(month.adjustments, "refund", "advance", "repayment"):
        amount = line.amount
        if line.kind == "repayment" and not _is_agreed(line, until):
            kept.append(line._replace(part="held", amount=abs(amount), why="no_agreement"))
            continue
        if line.kind != "refund":
            most = left if line.kind == "advance" or top.above is None else min(left, top.above)
            amount = -min(abs(amount), max(0, most))
        kept.append(line._replace(amount=amount))
        left += amount
    step = plan.agreed.site.cash_step
    if step is not None and left > 0:
        cash, difference = to_step(left, int(step * plan.agreed.scale), plan.agreed.site.cash_rounding)
        if difference:
            kept.append(
                Line(
                    "in_hand", "cash_rounding", "", left, "base", "", difference, "house", "cash_rounding", ""
                )
            )
            left = cash
    return kept, (left, found.faults)


def _is_agreed(line: Line, until: date) -> bool:
    """Whether she has agreed to this repayment by the end of the period; nothing is taken back without."""
    agreed_on = dict(line.facts).get("agreed_on")
    return agreed_on is not None and agreed_on <= until


def _totals(gross: int, top: Tested, taken: Split, kept: list[Line], in_hand: int) -> dict[str, int]:
    return {
        "gross": gross,
        "top_up": top.total,
        "deductions": sum(taken.taken.values()),
        "own": taken.own,
        "instructions": sum(line.amount for line in kept if line.part == "instruction"),
        "in_hand": in_hand,
        "held": sum(line.amount for line in (*taken.lines, *kept) if line.part == "held"),
        "owed_back": 0,
    }


def _carried(month: Month, plan: Plan, top: Tested, found: Paid) -> Carry:
    """What the next period needs: the open week's rows and top-up, credit so far, the year so far."""
    last = len(plan.ends) - 1
    open_week = not plan.week_is_tested(last, month.worker.left_on)
    first = plan.ends[last] - timedelta(days=6)
    credit = tuple(
        CreditCarry(
            f"{one.code}@{one.rule.since}",
            one.days_carried,
            one.minutes_carried,
            one.credited_before + one.credited,
        )
        for one in found.credit
        if one.rule is not None
    )
    new_year = month.carry.year != month.period.start.year
    before = {} if new_year else month.carry.year_to_date
    sums = ("gross", "deductions", "own", "instructions", "in_hand")
    return Carry(
        shifts=tuple([one for one in (*month.carry.shifts, *month.shifts) if one.day >= first])
        if open_week
        else (),
        pieces=tuple([one for one in (*month.carry.pieces, *month.pieces) if one.day >= first])
        if open_week
        else (),
        week_top_up=top.of_open_week if open_week else 0,
        credit=credit,
        year_to_date={name: before.get(name, 0) + found.totals[name] for name in sums},
        year=month.period.start.year,
        owed_back=month.carry.owed_back,
    )
