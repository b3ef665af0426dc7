"""One month paid: every worker's lines, totals and papers' facts as one self-describing table."""

import hashlib
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from jornal import __version__
from jornal.actions.inputs import Inputs
from jornal.actions.stored import carry_out, day_row, stored
from jornal.actions.workers import Desk, Ready, carries, corrections, ready
from jornal.rules.corrections import sums
from jornal.rules.credit import Tally
from jornal.rules.in_hand import in_cash
from jornal.rules.lines import Fault, Line
from jornal.rules.pay import Paid, paid
from jornal.rules.plan import Plan
from jornal.sheets.listed import Listed
from jornal.terms.snapshot import snapshot
from jornal.units.money import exponent

# A fault that stops one of these leaves an earning out: the slip is issued on account.
EARNED = frozenset({"hourly", "piece", "kind", "top_up"})

Progress = Callable[[int, int], None]


def run(inputs: Inputs, progress: Progress | None = None) -> dict[str, Any]:
    """The run as run.json holds it (docs/run.md). The same inputs give the same table."""
    desk = Desk(inputs)
    held = frozenset(row.worker for row in inputs.listed if row.worker)
    brought = carries(inputs)
    workers, late = [], []
    for number, person in enumerate(inputs.people):
        found = ready(person, desk, held, brought)
        late += found.faults
        workers.append(_worker(found, desk))
        if progress:
            progress(number + 1, len(inputs.people))
    why = _why_incomplete(inputs)
    terms = snapshot({name: terms for name, terms in sorted(desk.terms.items())})
    return {
        "format": 1,
        "release": __version__,
        "enterprise": {
            name: getattr(inputs.enterprise, name)
            for name in ("id", "label", "model", "model_note", "invented")
        },
        "site": _site(inputs),
        "period": {
            "label": inputs.label,
            "since": inputs.period.start.isoformat(),
            "until": _day(inputs.period.last),
        },
        "complete": not why,
        "why_incomplete": why,
        "inputs": inputs.files,
        "terms": {"sha256": hashlib.sha256(terms.encode()).hexdigest(), "contracts": sorted(desk.terms)},
        "listed": [_listed(row) for row in inputs.listed],
        "repeated": [_listed(row) for row in inputs.repeated],
        "remarks": [
            {"file": one.file, "place": one.place, "key": one.key, "says": _says(one.says)}
            for one in inputs.remarks
        ],
        "workers": workers,
        "snapshot": terms,
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
        "agreements": [_agreement(one) for one in inputs.enterprise.agreement],
    }


def _agreement(one: Any) -> dict[str, Any]:
    return {
        "id": one.id,
        "parties": list(one.parties),
        "signed": _day(one.signed),
        "expires": _day(one.expires),
        "clauses": list(one.clauses),
        "invented": one.invented,
    }


def _why_incomplete(inputs: Inputs) -> list[dict[str, Any]]:
    """The rows whose worker cannot be read: they make the run incomplete, and every paper says so."""
    return [_listed(row) for row in inputs.listed if not row.worker]


def _worker(found: Ready, desk: Desk) -> dict[str, Any]:
    """One worker of the run; without a slip only her name, her rows' faults and what she brings."""
    person, month = found.person, found.month
    terms = desk.agreed(person.worker.contract)
    head = {
        "code": person.worker.code,
        "name": person.name,
        "language": person.language or desk.inputs.site.languages[0],
        "contract": _contract(terms.contract)
        if terms
        else {"id": person.worker.contract, "label": "", "pays": "", "trade": "", "hours": "", "source": ""},
        "status": found.status,
        "hours": _hours(month),
        "days": [day_row(shift) for shift in month.shifts],
    }
    plan = desk.plan(person.worker.contract, month.period)
    if plan is None or found.status == "none":
        return {**head, **_nothing(found)}
    outcome = paid(month, plan, trace=True)
    if found.status == "ready" and any(fault.stops.partition(":")[0] in EARNED for fault in outcome.faults):
        head["status"] = "on_account"
    corrected, owed_back = corrections(person, desk)
    _add_corrections(outcome, corrected, owed_back, plan)
    return {
        **head,
        "lines": [line_table(line) for line in outcome.lines],
        "totals": outcome.totals,
        "how_paid": _how_paid(outcome, desk),
        "year_to_date": outcome.carry.year_to_date,
        "comparison": _comparison(outcome.comparison),
        "credit": [_credit(one) for one in outcome.credit],
        "faults": [fault_table(fault) for fault in (*found.faults, *outcome.faults)],
        "carry": carry_out(outcome.carry),
        "stored": stored(month),
    }


def _nothing(found: Ready) -> dict[str, Any]:
    return {
        "lines": [],
        "totals": dict.fromkeys(
            ("gross", "top_up", "deductions", "own", "instructions", "in_hand", "held", "owed_back"), 0
        ),
        "how_paid": {"by": "", "cash": 0, "difference": 0},
        "year_to_date": {},
        "comparison": None,
        "credit": [],
        "faults": [fault_table(fault) for fault in found.faults],
        "carry": carry_out(found.month.carry),
        "stored": stored(found.month),
    }


def _add_corrections(outcome: Paid, corrected: list[Line], owed_back: int, plan: Plan) -> None:
    """Correction lines join the run: totals, her own portion, and what is in hand; nothing is ever taken for them."""
    if not corrected:
        outcome.totals["owed_back"] = outcome.carry.owed_back
        return
    added = sums(corrected)
    own = added.gross - added.deductions
    totals = outcome.totals
    totals["gross"] += added.gross
    totals["top_up"] += sum(line.amount for line in corrected if line.part == "top_up")
    totals["deductions"] += added.deductions
    totals["own"] += own
    totals["instructions"] += added.instructions
    outcome.carry.year_to_date.update(
        {
            name: outcome.carry.year_to_date[name] + value
            for name, value in (
                ("gross", added.gross),
                ("deductions", added.deductions),
                ("own", own),
                ("instructions", added.instructions),
                ("in_hand", own - added.instructions),
            )
        }
    )
    rounding = sum(line.amount for line in outcome.lines if line.kind == "cash_rounding")
    left = totals["in_hand"] - rounding + own - added.instructions
    lines, totals["in_hand"] = in_cash(left, plan.agreed)
    kept = [line for line in outcome.lines if line.kind != "cash_rounding"]
    outcome.lines = kept + corrected + lines
    totals["owed_back"] = outcome.carry.owed_back + owed_back


def _how_paid(outcome: Paid, desk: Desk) -> dict[str, Any]:
    difference = sum(line.amount for line in outcome.lines if line.kind == "cash_rounding")
    return {"by": desk.inputs.site.paid_by, "cash": outcome.totals["in_hand"], "difference": difference}


def _contract(contract: Any) -> dict[str, Any]:
    found = {name: getattr(contract, name) for name in ("id", "label", "pays", "trade", "hours", "source")}
    return found | {"declared_gaps": [use.declared_gap for use in contract.floor if use.declared_gap]}


def _hours(month: Any) -> list[dict[str, Any]]:
    kinds: dict[str, list[Any]] = {}
    for shift in month.shifts:
        kinds.setdefault(shift.kind, []).append(shift)
    return [
        {
            "kind": kind,
            "minutes": sum(shift.minutes for shift in shifts),
            "days": len({shift.day for shift in shifts}),
        }
        for kind, shifts in sorted(kinds.items(), key=lambda item: (item[0] != "work", item[0]))
    ]


def _comparison(found: dict[str, Any]) -> dict[str, Any]:
    """The comparators with their floor's row; hourly texts are exact minor units per hour."""
    one = found.pop("floor", None)
    minutes = found["minutes"]
    table: dict[str, Any] = {
        **found,
        "effective": str(Fraction(found["base"] * 60, minutes)) if minutes else None,
        "floor": "",
        "label": "",
        "layer": "",
        "measure": "",
        "declared_gap": "",
        "source": "",
        "checked": None,
        "confidence": "",
    }
    if one is not None:
        value = one.value
        table |= {
            "floor": one.floor.id,
            "label": one.floor.label,
            "layer": one.use.layer,
            "measure": one.use.measure,
            "declared_gap": one.use.declared_gap,
            "source": value.source if value else "",
            "checked": _day(value.checked) if value else None,
            "confidence": value.confidence if value else "",
        }
    return table


def _credit(one: Tally) -> dict[str, Any]:
    rule = one.rule
    about = {
        name: getattr(rule, name) if rule else ""
        for name in ("label", "form", "decided_by", "source", "confidence")
    }
    return {
        "code": one.code,
        **about,
        "num": rule.num if rule else 0,
        "den": rule.den if rule else 0,
        "days": one.days,
        "minutes": one.minutes,
        "credited": one.credited,
        "credited_before": one.credited_before,
        "days_carried": one.days_carried,
        "minutes_carried": one.minutes_carried,
        "status": one.status,
        "why": one.why,
        "excluded": [
            {"row": left.row, "day": left.day.isoformat(), "why": left.why} for left in one.left_out
        ],
    }


def line_table(line: Line) -> dict[str, Any]:
    """A line as JSON values."""
    table = line._asdict()
    table["since"] = _day(line.since)
    table["facts"] = _says(line.facts)
    table["rests_on"] = list(line.rests_on)
    return table


def fault_table(fault: Fault) -> dict[str, Any]:
    """A fault as JSON values."""
    return {**fault._asdict(), "says": _says(fault.says)}


def _listed(row: Listed) -> dict[str, Any]:
    return {**row._asdict(), "says": _says(row.says), "headers": list(row.headers), "text": list(row.text)}


def _says(says: Any) -> list[list[Any]]:
    return [[name, value.isoformat() if isinstance(value, date) else value] for name, value in says]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
