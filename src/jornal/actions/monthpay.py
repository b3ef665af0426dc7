"""A month of a site's pay as it is looked at: a row for each worker, drafted from the facts or as it was issued."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jornal.actions.approving import found
from jornal.actions.gathering import everybody, gathered
from jornal.actions.issuing import A_DAY, to_draft, uncollected
from jornal.actions.office import Office
from jornal.actions.registered import Asked
from jornal.actions.run import Progress, paid_people
from jornal.actions.slips import lines_of, private_of
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads import pay
from jornal.reads.changed import past_of
from jornal.reads.present import present
from jornal.units.periods import Period

Row = dict[str, Any]

KEPT = ("code", "status", "contract", "hours", "lines", "totals", "comparison", "faults")
"""What is looked at of a worker's row; the days stand on the attendance sheet."""
PAID = ("ready", "on_account")
FIGURES = ("gross", "top_up", "deductions", "instructions", "held", "in_hand")


@dataclass(frozen=True)
class MonthPay:
    """A month: its run (recorded, or as it would begin now), what made it whole, and a row for each worker."""

    run: Run
    whole: RunIssued | None
    rows: tuple[Row, ...]


def drafted(office: Office, month: str, progress: Progress | None = None) -> MonthPay:
    """A month as it would be issued now, without names and tallies; nothing is recorded.

    A run that was cut off is drafted as it was begun. Raises what `draft` raises.
    """
    run = to_draft(office, month)
    past = past_of(run)
    asked = Asked(run, tuple(everybody(run, past)), past=past)
    with uncollected():
        rows = paid_people(gathered(asked), progress)
    return MonthPay(run, None, tuple({name: row[name] for name in KEPT} for row in rows))


def issued(site: str, month: str) -> MonthPay:
    """A month as it was issued. Raises NothingToApprove."""
    run, whole = found(site, month)
    return MonthPay(run, whole, tuple(_row(slip) for slip in pay.looked_at(run)))


def one(office: Office, month: str, worker: str) -> Row | None:
    """One worker's row of a month, drafted or as issued, with her tally where the names are open; None without one.

    `private` says whether the tally stands in it. Raises what `draft` raises.
    """
    run = pay.begun(office.site, month)
    if run is not None and pay.issued(run) is not None:
        return next((_opened(slip, office, month) for slip in pay.slips_of(run, [worker])), None)
    run = to_draft(office, month)
    past = past_of(run)
    here = present(run.site, Period(run.since, run.until + A_DAY), run.cursor, workers=[worker])
    if worker not in here and worker not in everybody(run, past):
        return None
    reader = _reader(office, month) if office.keys else None
    (row,) = paid_people(gathered(Asked(run, (worker,), office.keys, reader, past)))
    return {name: row[name] for name in (*KEPT, "credit")} | {"private": office.keys is not None}


def _reader(office: Office, month: str) -> Reader:
    return Reader(office.hand.by, f"pay of {month}", office.hand.now())


def _row(slip: Slip) -> Row:
    """A slip as a run gives it; the kinds of time are those of its lines."""
    return {
        "code": slip.worker,
        "status": slip.status,
        "contract": {"id": slip.contract},
        "hours": [],
        "lines": lines_of(slip),
        "totals": slip.totals,
        "comparison": slip.comparison or None,
        "faults": slip.faults["faults"],
    }


def _opened(slip: Slip, office: Office, month: str) -> Row:
    """A slip with its tally, which is sealed."""
    private = private_of(_unsealed(slip, office.keys, _reader(office, month)) if office.keys else "")
    return _row(slip) | {"credit": private["credit"], "private": office.keys is not None}


def _unsealed(slip: Slip, keys: Keys, reader: Reader) -> str:
    """The text of a tally; empty where she has none, or was forgotten."""
    if not slip.credit:
        return ""
    (text,) = keys.opened_many([(slip.worker, "credit", slip.credit)], reader=reader)
    return text if isinstance(text, str) else ""


def deductions(rows: Iterable[Row]) -> dict[str, str]:
    """What is taken of these workers, by code: the name that the terms give it, in the order of their lines."""
    return {
        line["code"]: line["label"] or line["payee"] or line["code"]
        for row in rows
        for line in row["lines"]
        if line["part"] == "deduction"
    }


def taken(row: Row) -> Counter[str]:
    """What is taken of one worker by code, in minor units."""
    sums: Counter[str] = Counter()
    for line in row["lines"]:
        if line["part"] == "deduction":
            sums[line["code"]] += line["amount"]
    return sums


def sums(rows: Iterable[Row]) -> Counter[str]:
    """What the slips of these workers come to: `FIGURES`, the minutes held against the floor, and `deduction:code`."""
    whole: Counter[str] = Counter(dict.fromkeys(("minutes", *FIGURES), 0))
    for row in rows:
        if row["status"] not in PAID:
            continue
        whole.update({name: row["totals"][name] for name in FIGURES})
        whole["minutes"] += (row["comparison"] or {}).get("minutes") or 0
        whole.update({f"deduction:{code}": amount for code, amount in taken(row).items()})
    return whole
