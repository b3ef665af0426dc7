"""A month of a site's pay as it is looked at: a row for each worker, drafted from the facts or as it was issued."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jornal.actions.approving import found
from jornal.actions.briefs import Brief, brief, of_run
from jornal.actions.gathering import everybody, gathered
from jornal.actions.issuing import A_DAY, to_draft, uncollected
from jornal.actions.office import Office
from jornal.actions.registered import Asked
from jornal.actions.run import Progress, paid_people
from jornal.actions.slips import private_of, row_of
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads import pay
from jornal.reads.changed import past_of
from jornal.reads.present import is_present
from jornal.units.periods import Period

Row = dict[str, Any]

KEPT = ("code", "status", "contract", "hours", "lines", "totals", "comparison", "faults")
"""What is looked at of a worker's row; the days stand on the attendance sheet."""


@dataclass(frozen=True)
class MonthPay:
    """A month: its run (recorded, or as it would begin now), what made it whole, and everybody in brief.

    `drafted` are the whole rows of a draft; those of an issued month stand in the register.
    """

    run: Run
    whole: RunIssued | None
    briefs: tuple[Brief, ...]
    drafted: tuple[Row, ...] = ()

    def rows(self, workers: Collection[str]) -> list[Row]:
        """The whole rows of these workers, by worker."""
        if self.whole is not None:
            return [row_of(slip) for slip in pay.looked_at(self.run, workers)]
        return [row for row in self.drafted if row["code"] in workers]


def drafted(office: Office, month: str, progress: Progress | None = None) -> MonthPay:
    """A month as it would be issued now, without names and tallies; nothing is recorded.

    A run that was cut off is drafted as it was begun. Raises what `draft` raises.
    """
    run = to_draft(office, month)
    past = past_of(run)
    asked = Asked(run, tuple(everybody(run, past)), past=past)
    with uncollected():
        rows = paid_people(gathered(asked), progress)
    return MonthPay(
        run, None, tuple(map(brief, rows)), tuple({name: row[name] for name in KEPT} for row in rows)
    )


def issued(site: str, month: str, home: Path | None = None) -> MonthPay:
    """A month as it was issued; with the register's folder, from what is kept there. Raises NothingToApprove."""
    run, whole = found(site, month)
    return MonthPay(run, whole, of_run(run, whole, home))


def one(office: Office, month: str, worker: str) -> Row | None:
    """One worker's row of a month, drafted or as issued, with her tally where the names are open; None without one.

    `private` says whether the tally stands in it. Raises what `draft` raises.
    """
    run = pay.begun(office.site, month)
    if run is not None and pay.issued(run) is not None:
        return next((_opened(slip, office, month) for slip in pay.slips_of(run, [worker])), None)
    run = to_draft(office, month)
    past = past_of(run)
    period = Period(run.since, run.until + A_DAY)
    if not is_present(worker, run.site, period, run.cursor) and worker not in everybody(run, past):
        return None
    reader = _reader(office, month) if office.keys else None
    (row,) = paid_people(gathered(Asked(run, (worker,), office.keys, reader, past)))
    return {name: row[name] for name in (*KEPT, "credit")} | {"private": office.keys is not None}


def _reader(office: Office, month: str) -> Reader:
    return Reader(office.hand.by, f"pay of {month}", office.hand.now())


def _opened(slip: Slip, office: Office, month: str) -> Row:
    """A slip with its tally, which is sealed."""
    private = private_of(_unsealed(slip, office.keys, _reader(office, month)) if office.keys else "")
    return row_of(slip) | {"credit": private["credit"], "private": office.keys is not None}


def _unsealed(slip: Slip, keys: Keys, reader: Reader) -> str:
    """The text of a tally; empty where she has none, or was forgotten."""
    if not slip.credit:
        return ""
    (text,) = keys.opened_many([(slip.worker, "credit", slip.credit)], reader=reader)
    return text if isinstance(text, str) else ""
