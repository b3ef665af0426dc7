"""What a run says was due beside what was really paid: right, below, above or not known, worker by worker."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jornal.actions.tables import listed_row
from jornal.sheets import paid as paid_sheet
from jornal.sheets.paid import Paid
from jornal.sheets.reading import Reading
from jornal.units.periods import month


def compared(run: dict[str, Any], sheet: Path) -> dict[str, Any]:
    """The comparison of a run with a sheet of payments. Nothing is stored, and nothing of the run changes.

    `paid` is all that was paid for her: in hand, to her family, to savings. Right means equal, with or without the cash
    rounding. Raises the sheet's own fault.
    """
    site = run["site"]
    reading = Reading(
        month(run["period"]["label"]),
        tuple(site["languages"]),
        site["currency"],
        {worker["code"]: worker["name"] for worker in run["workers"]},
        zone=site["zone"],
    )
    found = paid_sheet.read(sheet, reading)
    bad = {row.worker: str(row) for row in found.listed if row.worker}
    every = [
        _of(worker, list(_rows(found.rows, worker["code"])), bad.get(worker["code"], ""))
        for worker in run["workers"]
    ]
    workers = [one for one in every if one is not None]
    return {
        "summary": _summary(workers),
        "workers": workers,
        "listed": [listed_row(row) for row in found.listed],
    }


def _rows(rows: Iterable[Paid], code: str) -> Iterable[Paid]:
    return (row for row in rows if row.worker == code)


def _of(worker: dict[str, Any], rows: list[Paid], bad: str) -> dict[str, Any] | None:
    """One worker's comparison; None for someone with neither rows nor pay."""
    if worker["status"] == "idle" and not rows and not bad:
        return None
    totals = worker["totals"]
    due = totals["in_hand"] + totals["instructions"]
    paid = sum(row.paid for row in rows) if rows else None
    status, why = _status(worker, due, paid, bad)
    return {
        "code": worker["code"],
        "name": worker["name"],
        "language": worker["language"],
        "status": status,
        "why": why,
        "due": due,
        "paid": paid,
        "difference": None if paid is None or status == "unknown" else paid - due,
        "lines": worker["lines"],
        "totals": totals,
    }


def _status(worker: dict[str, Any], due: int, paid: int | None, bad: str) -> tuple[str, str]:
    if worker["status"] == "none":
        return "unknown", "no_slip"
    if bad:
        return "unknown", "bad_row"
    if paid is None:
        return "unknown", "not_listed"
    if worker["status"] == "on_account":
        return "unknown", "on_account"
    if paid in (due, due - worker["how_paid"]["difference"]):
        return "right", ""
    return ("below" if paid < due else "above"), ""


def _summary(workers: list[dict[str, Any]]) -> dict[str, int]:
    def count(status: str) -> int:
        return sum(one["status"] == status for one in workers)

    def by(status: str) -> int:
        return sum(abs(one["difference"]) for one in workers if one["status"] == status)

    return {
        "right": count("right"),
        "below": count("below"),
        "above": count("above"),
        "unknown": count("unknown"),
        "below_by": by("below"),
        "above_by": by("above"),
    }
