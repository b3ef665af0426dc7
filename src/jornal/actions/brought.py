"""What a worker brings from the runs before: carry, and corrections of months that were issued otherwise than due."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from jornal.actions.plans import Plans
from jornal.actions.stored import Earlier, as_month, carry_of, day_row, issued_lines, stored
from jornal.rules.corrections import due_less_issued
from jornal.rules.hours import shifts_of
from jornal.rules.lines import Line
from jornal.rules.pay import paid
from jornal.rules.rows import Adjustment, Carry, Month
from jornal.sheets.people import Person
from jornal.units.periods import week_of

OWED_BACK = "owed_back"
"""The step of a repayment that is of a sum shown as owed back, and not of an advance."""


@dataclass
class Brought:
    """The carry into this month, correction lines, what is owed back, and months whose rows this run has mended."""

    carry: Carry = field(default_factory=Carry)
    lines: list[Line] = field(default_factory=list)
    owed_back: int = 0
    amended: dict[str, dict[str, Any]] = field(default_factory=dict)


class _Again(NamedTuple):
    """An earlier month computed again: what it leaves, and what its run took of what she owes back."""

    carry: Carry
    repaid: int


def brought(person: Person, plans: Plans) -> Brought:
    """Every earlier month computed again with its rows mended and today's terms, less what was issued for it."""
    inputs, code = plans.inputs, person.worker.code
    opening = person.opening
    year = opening.year or inputs.period.start.year  # sheets do not say of which year; a register does
    issued = replace(opening, year=year)
    found = Brought(issued)
    due: Carry | None = None
    owed: int | None = None  # what months before those that are computed again here have left
    for run in inputs.previous:
        worker = run.workers.get(code)
        if worker is None:
            continue
        issued = carry_of(run, code)
        again = _again(run, person, plans, due, found)
        due = again.carry if again else issued
        if owed is None and "owed_before" not in worker:
            owed = issued.owed_back  # less what this run took of it
            continue
        owed = worker["owed_before"] if owed is None else owed
        found.owed_back -= again.repaid if again else 0
    first = week_of(inputs.period.start, inputs.site.week_start).start
    carry = due or issued
    shifts = tuple(shift for shift in carry.shifts if first <= shift.day < inputs.period.start)
    found.carry = replace(
        issued,
        shifts=shifts,
        pieces=tuple(piece for piece in carry.pieces if first <= piece.day < inputs.period.start),
        week_top_up=carry.week_top_up if shifts else 0,
        credit=carry.credit,
        owed_back=opening.owed_back if owed is None else owed,
    )
    return found


def _again(run: Earlier, person: Person, plans: Plans, before: Carry | None, found: Brought) -> _Again | None:
    """One earlier month computed again: adds its corrections; None where it had no slip."""
    code = person.worker.code
    table = _latest(plans.inputs.previous, code, run)
    if table is None or run.workers[code]["status"] not in ("ready", "on_account", "idle"):
        return None
    month = as_month(table, run.period)
    mended = _mended(month, person, plans)
    if mended is not month or table is not run.workers[code]:
        found.amended[run.label] = {"days": [day_row(one) for one in mended.shifts], "stored": stored(mended)}
    if before is not None:
        mended = replace(mended, carry=before)
    plan = plans.plan(mended.worker.contract, run.period)
    if plan is None:
        return None
    outcome = paid(mended, plan, trace=True)
    lines = issued_lines(plans.inputs.previous, code, run.label)
    corrected = due_less_issued(outcome.lines, lines, run.label)
    found.lines += corrected.lines
    found.owed_back += corrected.owed_back
    return _Again(outcome.carry, repaid(lines, mended.adjustments))


def repaid(lines: Iterable[Line], adjustments: Iterable[Adjustment]) -> int:
    """What lines took, with her agreement, of what she owes back; repayments of an advance are none of it."""
    of = {one.id for one in adjustments if one.kind == "repayment" and one.step == OWED_BACK}
    return -sum(
        line.amount
        for line in lines
        if line.kind == "repayment" and line.part == "in_hand" and line.code in of
    )


def _latest(runs: list[Earlier], code: str, run: Earlier) -> dict[str, Any] | None:
    """The rows of a month as the latest run has mended them, else as its own run had them."""
    table: dict[str, Any] | None = run.workers.get(code)
    for later in runs:
        amended = (later.workers.get(code) or {}).get("amended") or {}
        table = amended.get(run.label, table)
    return table if table and table.get("stored") else None


def _mended(month: Month, person: Person, plans: Plans) -> Month:
    """The earlier month with rows of this run's sheets in place of those of the same day (and operation)."""
    inputs, code = plans.inputs, person.worker.code
    late = [entry for entry in inputs.late_entries.get(code, ()) if entry.day in month.period]
    pieces = [piece for piece in inputs.late_pieces.get(code, ()) if piece.day in month.period]
    if not late and not pieces:
        return month
    terms = plans.agreed(month.worker.contract)
    shifts, _ = shifts_of(late, inputs.site.zone, breaks=terms.breaks if terms else ())
    days = {entry.day for entry in late}
    kept = tuple(shift for shift in month.shifts if shift.day not in days)
    replaced = {(piece.day, piece.operation) for piece in pieces}
    stay = tuple(piece for piece in month.pieces if (piece.day, piece.operation) not in replaced)
    return replace(month, shifts=(*kept, *shifts), pieces=(*stay, *pieces))
