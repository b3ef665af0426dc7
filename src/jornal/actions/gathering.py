"""What a pay run reads from the register: its month, what the months before leave to it, and whom it is about."""

from dataclasses import replace
from datetime import timedelta

from jornal.actions.earlier import earlier
from jornal.actions.inputs import Inputs
from jornal.actions.registered import Asked, month
from jornal.facts.pay import Run
from jornal.journal.fact import Cursor
from jornal.reads import present
from jornal.reads.changed import Past, past_of
from jornal.reads.pay import slip_workers
from jornal.rules.lines import Fault
from jornal.units.periods import Period


def gathered(asked: Asked) -> Inputs:
    """Everything of a run, from the books as they stood at its cursor: the same cursor gives the same inputs."""
    past = asked.past or past_of(asked.run)
    asked = replace(asked, past=past)
    inputs = month(asked)
    inputs.previous = earlier(asked, past, inputs)
    span = _since_first(asked.run, past)
    for worker, rows in present.before(asked.run.site, span, asked.upto, workers=asked.workers).items():
        says = (("number", len(rows)), ("place", rows[0]))
        inputs.told.setdefault(worker, []).append(Fault(worker, BEFORE, says, rows[0]))
    return inputs


BEFORE = (
    "Rows dated before the first month that was issued here: {number}, the first is {place}. They are in no pay. "
    "Correct their dates, or record a sum for them."
)


def _since_first(run: Run, past: Past) -> Period:
    """From the first day of the first month that was issued here."""
    return Period(past.runs[0].since if past.runs else run.since, run.until + timedelta(days=1))


def everybody(run: Run, past: Past) -> list[str]:
    """Who has a slip in a run, in order: who was there in its month, and whose earlier months have changed since.

    Who has rows before the first month of all is named too: her slip says that they are in no pay.
    """
    upto: Cursor = run.cursor
    found = present.present(run.site, Period(run.since, run.until + timedelta(days=1)), upto)
    late = past.changed - found
    if not past.runs or late:
        rows = present.before(run.site, _since_first(run, past), upto, workers=late if past.runs else None)
        found |= rows.keys()
    for before in past.runs if late else ():
        span = Period(before.since, before.until + timedelta(days=1))
        found |= late & (set(slip_workers(before)) | present.present(run.site, span, upto, workers=late))
    return sorted(found)
