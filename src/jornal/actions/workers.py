"""Each worker's month put together from the rows: shifts, what she brings from before, what holds her slip."""

from dataclasses import dataclass, replace
from datetime import date

from jornal.actions.brought import Brought, brought
from jornal.actions.plans import Plans
from jornal.rules.hours import paired, shifts_of
from jornal.rules.lines import Fault
from jornal.rules.rows import Month, Piece, Shift, Worker
from jornal.sheets.people import Person


@dataclass
class Ready:
    """A worker's month before it is paid: its rows, the faults found, whether a slip may be made, what it brings."""

    person: Person
    month: Month
    status: str
    faults: list[Fault]
    before: Brought


def ready(person: Person, plans: Plans, held: frozenset[str]) -> Ready:
    """One worker's month. `held` are workers with rows that could not be used.

    Status: ready; none (named, no slip, until her rows are mended); on_account (accepted with bad rows); idle.
    """
    inputs, code = plans.inputs, person.worker.code
    terms = plans.agreed(person.worker.contract)
    entries = list(inputs.entries.get(code, ()))
    faults: list[Fault] = []
    if code in inputs.punches:
        from_clock, faults = paired(inputs.punches[code])
        entries += from_clock
    shifts, more = shifts_of(entries, inputs.site.zone, breaks=terms.breaks if terms else ())
    faults += more
    before = brought(person, plans)
    found = Month(
        worker=_with_leave(person, plans),
        period=inputs.period,
        shifts=tuple(shifts),
        pieces=tuple(
            sorted(inputs.pieces.get(code, ()), key=lambda piece: (piece.day, piece.operation, piece.id))
        ),
        adjustments=tuple(inputs.adjustments.get(code, ())),
        carry=before.carry,
    )
    if terms is None and person.worker.contract:
        says = (("contract", person.worker.contract), ("enterprise", inputs.enterprise.label))
        faults.append(Fault(code, NO_CONTRACT, says, "", "pay"))
    elif terms is None and code not in held:
        faults.append(Fault(code, CONTRACT_MISSING, (), "", "pay"))
    faults += _dated_elsewhere(found, inputs.unused.get(code, []))
    faults += inputs.told.get(code, ())
    status = _status(found, faults, bad=code in held, accept=inputs.accept_bad_rows)
    return Ready(person, found, status if terms else "none", faults, before)


def _with_leave(person: Person, plans: Plans) -> Worker:
    """The worker with the leave she took in the runs before, where no register has told it."""
    worker, inputs = person.worker, plans.inputs
    if worker.left_on is None or worker.left_on not in inputs.period or worker.known_since is not None:
        return worker
    taken = [
        (date.fromisoformat(day["day"]), day["minutes"])
        for run in inputs.previous
        for day in run.workers.get(worker.code, {}).get("days", ())
        if day["kind"] == "leave"
    ]
    first = inputs.previous[0].period.start if inputs.previous else inputs.period.start
    return replace(worker, leave_before=tuple(taken), known_since=first)


NO_CONTRACT = (
    'There is no contract "{contract}". Correct its name with the worker, or add it to {enterprise}.'
)
CONTRACT_MISSING = (
    "No contract is recorded for her in this month. "
    "Record it; until then nothing can be computed, and her days wait."
)


NOT_USED = (
    "Rows dated outside the month that were not used: {number}, the first in {place}. "
    "Correct their dates, or give the run of their month with --previous."
)
NOT_EMPLOYED = (
    "Rows dated before she started or after she left: {number}, the first in {place}. "
    "They are paid as written: correct them, or her first and last day."
)


def _dated_elsewhere(found: Month, unused: list[str]) -> list[Fault]:
    """Remarks on rows that no month here takes, and on rows outside her time in the workshop; they stop nothing."""
    worker = found.worker
    rows_of_work: list[Shift | Piece] = [*found.shifts, *found.pieces]
    strange = [
        row.id
        for row in rows_of_work
        if (worker.since is not None and row.day < worker.since)
        or (worker.left_on is not None and row.day > worker.left_on)
    ]
    return [
        Fault(worker.code, key, (("number", len(rows)), ("place", rows[0])), rows[0])
        for key, rows in ((NOT_USED, unused), (NOT_EMPLOYED, strange))
        if rows
    ]


def _status(found: Month, faults: list[Fault], *, bad: bool, accept: bool) -> str:
    if bad or any(fault.stops == "pay" for fault in faults):
        return "on_account" if accept else "none"
    return "ready" if found.shifts or found.pieces or found.adjustments else "idle"
