"""One month paid: every worker's lines, totals and papers' facts as one self-describing table."""

import gc
import hashlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any

from jornal import __version__
from jornal.actions.brought import repaid
from jornal.actions.inputs import Inputs
from jornal.actions.plans import Plans
from jornal.actions.stored import carry_out, day_row, stored
from jornal.actions.tables import (
    agreement_row,
    comparison_row,
    contract_row,
    credit_row,
    day_text,
    fault_row,
    hours_rows,
    how_paid,
    line_row,
    listed_row,
    remark_row,
)
from jornal.actions.workers import Ready, ready
from jornal.rules.corrections import sums
from jornal.rules.in_hand import in_cash
from jornal.rules.lines import Line
from jornal.rules.pay import Paid, paid
from jornal.rules.plan import Plan
from jornal.terms.snapshot import snapshot
from jornal.units.money import exponent

Row = dict[str, Any]
MANY = 1000  # workers from which a second process pays for its start
PART = 500  # workers that a process is handed at once
# A fault that stops one of these leaves an earning out: the slip is issued on account.
EARNED = frozenset({"hourly", "piece", "kind", "top_up", "accrued"})

Progress = Callable[[int, int], None]


def run(inputs: Inputs, progress: Progress | None = None) -> dict[str, Any]:
    """The run as run.json holds it (docs/run.md). The same inputs give the same table."""
    workers = _workers(inputs, progress)
    files, listed = _after_rules(inputs, workers)
    why = [row for row in listed if not row["worker"]]
    plans = Plans(inputs)
    contracts = sorted({person.worker.contract for person in inputs.people})
    terms = snapshot({name: found for name in contracts if (found := plans.agreed(name)) is not None})
    enterprise = ("id", "label", "model", "model_note", "invented")
    since, until = inputs.period.start.isoformat(), day_text(inputs.period.last)
    return {
        "format": 1,
        "release": __version__,
        "enterprise": {name: getattr(inputs.enterprise, name) for name in enterprise},
        "site": _site(inputs),
        "period": {"label": inputs.label, "since": since, "until": until},
        "complete": not why,
        "why_incomplete": why,
        "inputs": files,
        "terms": {"sha256": hashlib.sha256(terms.encode()).hexdigest(), "contracts": contracts},
        "listed": listed,
        "repeated": [listed_row(row) for row in inputs.repeated],
        "remarks": [remark_row(one) for one in inputs.remarks],
        "workers": workers,
        "snapshot": terms,
    }


def _workers(inputs: Inputs, progress: Progress | None) -> list[Row]:
    """Everybody's row; in two processes where there are many, because workers are independent."""
    if len(inputs.people) < MANY:
        return paid_people(inputs, progress)
    parts = [
        replace(inputs, people=inputs.people[at : at + PART]) for at in range(0, len(inputs.people), PART)
    ]
    found: list[Row] = []
    with ProcessPoolExecutor(2) as pool:
        for rows in pool.map(paid_people, map(_only_theirs, parts)):
            found += rows
            if progress:
                progress(len(found), len(inputs.people))
    return found


def _only_theirs(part: Inputs) -> Inputs:
    """The inputs with the rows of its own people alone, so that little has to be handed over."""
    codes = {person.worker.code for person in part.people}

    def of(rows: dict[str, Any]) -> dict[str, Any]:
        return {code: rows[code] for code in codes & rows.keys()}

    return replace(
        part, entries=of(part.entries), punches=of(part.punches), pieces=of(part.pieces),
        adjustments=of(part.adjustments), late_entries=of(part.late_entries), late_pieces=of(part.late_pieces),
        unused=of(part.unused),
        previous=[replace(run, workers=of(run.workers)) for run in part.previous],
    )  # fmt: skip


def paid_people(inputs: Inputs, progress: Progress | None = None) -> list[Row]:
    """The rows of the people of some inputs; what each process is handed."""
    collecting = gc.isenabled()
    gc.disable()  # nothing here makes cycles; collecting would look through every row again and again
    try:
        plans = Plans(inputs)
        held = frozenset(row.worker for row in inputs.listed if row.worker)
        found = []
        for number, person in enumerate(inputs.people):
            found.append(_worker(ready(person, plans, held), plans))
            if progress:
                progress(number + 1, len(inputs.people))
        return found
    finally:
        if collecting:
            gc.enable()


def _after_rules(inputs: Inputs, workers: list[Row]) -> tuple[list[Row], list[Row]]:
    """Files and listed rows, now that the rules have found what overlaps or lacks a pair: used becomes listed."""
    listed = [listed_row(row) for row in inputs.listed]
    files = [dict(one) for one in inputs.files]
    by_name = {one["name"]: one for one in files}
    for worker in workers:
        for fault in worker["faults"]:
            if fault["stops"] == "pay" and fault["row"]:
                name, _, place = fault["row"].partition("!")
                listed.append({**EMPTY_ROW, **fault, "file": name, "place": place})
                if name in by_name:
                    by_name[name]["used"] -= 1
                    by_name[name]["listed"] += 1
    return files, listed


EMPTY_ROW = {
    "file": "",
    "place": "",
    "row": "",
    "worker": "",
    "key": "",
    "says": [],
    "headers": [],
    "text": [],
}


def _site(inputs: Inputs) -> dict[str, Any]:
    site, pack = inputs.site, inputs.pack
    names = (
        "id",
        "label",
        "jurisdiction",
        "currency",
        "zone",
        "legal_employer",
        "authority",
        "paid_by",
        "pay_day",
        "place",
    )
    return {
        **{name: getattr(site, name) for name in names},
        "languages": list(site.languages),
        "exponent": exponent(site.currency),
        "jurisdiction_label": pack.label,
        "reviewed_by": pack.reviewed_by,
        "agreements": [agreement_row(one) for one in inputs.enterprise.agreement],
    }


def _worker(found: Ready, plans: Plans) -> dict[str, Any]:
    """One worker of the run; without a slip only her name, her rows' faults and what she brings."""
    person, month = found.person, found.month
    terms = plans.agreed(person.worker.contract)
    head = {
        "code": person.worker.code,
        "name": person.name,
        "language": person.language or plans.inputs.site.languages[0],
        "contract": contract_row(terms.contract)
        if terms
        else {"id": person.worker.contract, "label": "", "pays": "", "trade": "", "hours": "", "source": ""},
        "status": found.status,
        "hours": hours_rows(month),
        "days": [day_row(shift) for shift in month.shifts],
    }
    plan = plans.plan(person.worker.contract, month.period)
    if plan is None or found.status == "none":
        return {**head, **_nothing(found)}
    outcome = paid(month, plan, trace=True)
    if found.status == "ready" and any(fault.stops.partition(":")[0] in EARNED for fault in outcome.faults):
        head["status"] = "on_account"
    _add_corrections(outcome, found, plan)
    if found.status == "idle" and outcome.totals["gross"]:
        head["status"] = "ready"  # a paid holiday, or a correction, is hers without a row this month
    return {
        **head,
        "lines": [line_row(line) for line in outcome.lines],
        "totals": outcome.totals,
        "how_paid": how_paid(outcome, plans.inputs.site.paid_by),
        "year_to_date": outcome.carry.year_to_date,
        "comparison": comparison_row(outcome.comparison),
        "credit": [credit_row(one) for one in outcome.credit],
        "faults": [fault_row(fault) for fault in (*found.faults, *outcome.faults)],
        "carry": carry_out(outcome.carry),
        "stored": stored(month),
        "amended": found.before.amended,
    }


def _nothing(found: Ready) -> dict[str, Any]:
    return {
        "lines": [],
        "totals": dict.fromkeys(
            ("gross", "top_up", "deductions", "own", "instructions", "in_hand", "held", "owed_back"), 0
        )
        | {"owed_back": found.month.carry.owed_back},
        "how_paid": {"by": "", "cash": 0, "difference": 0},
        "year_to_date": {},
        "comparison": None,
        "credit": [],
        "faults": [fault_row(fault) for fault in found.faults],
        "carry": carry_out(found.month.carry),
        "stored": stored(found.month),
    }


def _add_corrections(outcome: Paid, found: Ready, plan: Plan) -> None:
    """Correction lines join the run: totals, her own portion, what is in hand; nothing is ever taken for them."""
    totals, carry, before = outcome.totals, outcome.carry, found.before
    now_repaid = repaid(outcome.lines, found.month.adjustments)
    totals["owed_back"] = max(0, carry.owed_back + before.owed_back - now_repaid)
    outcome.carry = replace(carry, owed_back=totals["owed_back"])
    if not before.lines:
        return
    added = sums(before.lines)
    own = added.gross - added.deductions
    issued = dict(totals)
    for name, amount in (("gross", added.gross), ("deductions", added.deductions), ("own", own)):
        totals[name] += amount
    totals["instructions"] += added.instructions
    totals["top_up"] += sum(line.amount for line in before.lines if line.part == "top_up")
    rounding = sum(line.amount for line in outcome.lines if line.kind == "cash_rounding")
    left = totals["in_hand"] - rounding + own - added.instructions
    lines, totals["in_hand"] = in_cash(left, plan.agreed)
    for name in carry.year_to_date:
        carry.year_to_date[name] += totals[name] - issued[name]
    kept = [_with_own(line, totals) for line in outcome.lines if line.kind != "cash_rounding"]
    outcome.lines = kept + before.lines + lines


def _with_own(line: Line, totals: dict[str, int]) -> Line:
    """Her own portion after corrections."""
    return line._replace(amount=totals["own"], quantity=totals["gross"]) if line.part == "own" else line
