"""Each worker's month put together from the rows: shifts, carry, what holds her slip, what corrects an earlier month."""

from dataclasses import dataclass, field, replace
from typing import Any

from jornal.actions.inputs import Inputs, openings, rates_of
from jornal.actions.stored import Earlier, as_month, carry_in, issued_lines
from jornal.rules.corrections import Corrected, due_less_issued
from jornal.rules.hours import paired, shifts_of
from jornal.rules.lines import Fault, Line
from jornal.rules.pay import paid
from jornal.rules.plan import Plan, laid_out
from jornal.rules.rows import Carry, Month, Piece, Shift
from jornal.sheets.people import Person
from jornal.terms.agreed import Agreed, agreed
from jornal.terms.load import currency_scale
from jornal.units.periods import Period


@dataclass
class Desk:
    """The plans of one run, made once per contract and period, and the faults of contracts that are not there."""

    inputs: Inputs
    terms: dict[str, Agreed] = field(default_factory=dict)
    plans: dict[tuple[str, Period], Plan] = field(default_factory=dict)

    def agreed(self, contract_id: str) -> Agreed | None:
        """The terms of a contract of this enterprise, the rates sheet included; None where there is no such contract."""
        if contract_id not in self.terms:
            inputs = self.inputs
            contract = next((one for one in inputs.enterprise.contract if one.id == contract_id), None)
            if contract is None:
                return None
            contract = replace(contract, rate=rates_of(contract.rate, inputs.rates))
            scale = currency_scale(inputs.site.currency)
            self.terms[contract_id] = agreed(inputs.enterprise, inputs.site, contract, inputs.pack, scale)
        return self.terms[contract_id]

    def plan(self, contract_id: str, period: Period) -> Plan | None:
        """The plan of a contract for a period."""
        terms = self.agreed(contract_id)
        if terms is None:
            return None
        key = (contract_id, period)
        if key not in self.plans:
            self.plans[key] = laid_out(terms, period)
        return self.plans[key]


@dataclass
class Ready:
    """A worker's month before it is paid: its rows, the faults found, and whether a slip may be made."""

    person: Person
    month: Month
    status: str
    faults: list[Fault]


def ready(person: Person, desk: Desk, held: frozenset[str], carries: dict[str, dict[str, Any]]) -> Ready:
    """One worker's month. `held` are workers with rows that could not be used.

    Status: ready; none (named, no slip, until her rows are mended); on_account (accepted with bad rows); idle (no rows).
    """
    inputs, code = desk.inputs, person.worker.code
    terms = desk.agreed(person.worker.contract)
    entries = list(inputs.entries.get(code, ()))
    faults: list[Fault] = []
    if code in inputs.punches:
        from_clock, faults = paired(inputs.punches[code])
        entries += from_clock
    shifts, more = shifts_of(entries, inputs.site.zone, breaks=terms.breaks if terms else ())
    faults += more
    carry = carry_in(carries[code]) if carries.get(code) else _opening(person, inputs)
    found = Month(
        worker=person.worker,
        period=inputs.period,
        shifts=tuple(shifts),
        pieces=tuple(
            sorted(inputs.pieces.get(code, ()), key=lambda piece: (piece.day, piece.operation, piece.id))
        ),
        adjustments=tuple(inputs.adjustments.get(code, ())),
        carry=carry,
    )
    if terms is None and person.worker.contract:
        faults.append(
            Fault(
                code,
                'There is no contract "{contract}". Correct it in the list of people, or add it to {enterprise}.',
                (("contract", person.worker.contract), ("enterprise", inputs.enterprise.label)),
                "",
                "pay",
            )
        )
    return Ready(
        person,
        found,
        _status(found, faults, bad=code in held, inputs=inputs, known=terms is not None),
        faults,
    )


def _opening(person: Person, inputs: Inputs) -> Carry:
    """What the list of people says she brings, for the first month that is kept here."""
    opening = person.opening
    return Carry(credit=opening.credit, year_to_date=opening.year_to_date, year=inputs.period.start.year)


def _status(found: Month, faults: list[Fault], *, bad: bool, inputs: Inputs, known: bool) -> str:
    if not known:
        return "none"
    if bad or any(fault.stops == "pay" for fault in faults):
        return "on_account" if inputs.accept_bad_rows else "none"
    return "ready" if found.shifts or found.pieces or found.adjustments else "idle"


def corrections(person: Person, desk: Desk) -> tuple[list[Line], int]:
    """Lines for earlier months: computed again with corrected rows and today's terms, less what was issued."""
    lines: list[Line] = []
    owed_back = 0
    carry: Carry | None = None
    for run in desk.inputs.previous:
        found, carry = _correction(person, desk, run, carry)
        lines += found.lines
        owed_back += found.owed_back
    return lines, owed_back


def _correction(
    person: Person, desk: Desk, run: Earlier, carry: Carry | None
) -> tuple[Corrected, Carry | None]:
    code = person.worker.code
    before = run.workers.get(code)
    if before is None or not before.get("stored"):
        return Corrected([], 0), carry
    month = as_month(before, run.period)
    month = (
        _mended(month, person, desk) if carry is None else replace(_mended(month, person, desk), carry=carry)
    )
    plan = desk.plan(month.worker.contract, run.period)
    if plan is None or before["status"] not in ("ready", "on_account"):
        return Corrected([], 0), carry
    outcome = paid(month, plan, trace=True)
    issued = issued_lines(desk.inputs.previous, code, run.label)
    return due_less_issued(outcome.lines, issued, run.label), outcome.carry


def _mended(month: Month, person: Person, desk: Desk) -> Month:
    """The earlier month with rows of this run's sheets in place of those of the same day (and operation)."""
    inputs, code = desk.inputs, person.worker.code
    late = [entry for entry in inputs.late_entries.get(code, ()) if entry.day in month.period]
    terms = desk.agreed(month.worker.contract)
    shifts, _ = shifts_of(late, inputs.site.zone, breaks=terms.breaks if terms else ())
    days = {entry.day for entry in late}
    kept: tuple[Shift, ...] = tuple(shift for shift in month.shifts if shift.day not in days)
    pieces = [piece for piece in inputs.late_pieces.get(code, ()) if piece.day in month.period]
    replaced = {(piece.day, piece.operation) for piece in pieces}
    stay: tuple[Piece, ...] = tuple(
        piece for piece in month.pieces if (piece.day, piece.operation) not in replaced
    )
    return replace(month, shifts=(*kept, *shifts), pieces=(*stay, *pieces))


def carries(inputs: Inputs) -> dict[str, dict[str, Any]]:
    """What each worker brings from the run before."""
    return dict(openings(inputs))
