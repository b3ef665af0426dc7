"""Sums that a person decided: bonus, refund, advance, repayment, with reason, payer and approver."""

from pathlib import Path
from typing import NamedTuple

from jornal.rules.rows import Adjustment
from jornal.sheets import says
from jornal.sheets.cells import choice
from jornal.sheets.choices import choices
from jornal.sheets.days import Days
from jornal.sheets.figures import amount
from jornal.sheets.listed import Sheet, Unreadable
from jornal.sheets.reading import Reading
from jornal.sheets.records import Record, Tray, opened
from jornal.units.identifiers import tidy


class WorkerAdjustment(NamedTuple):
    """One decided sum and whose it is."""

    worker: str
    adjustment: Adjustment


def read(path: Path, reading: Reading) -> Sheet[WorkerAdjustment]:
    """The sums of a file. Raises `SheetFault`.

    Listed, and not used: a row without reason, payer or approver, one below zero, a repayment without the
    day she agreed, one she approved herself.
    """
    body = opened(path, "adjustments", reading)
    days = body.days(reading, "day", "agreed_on")
    decimal = body.decimal("amount")
    tray: Tray[WorkerAdjustment] = Tray(body, reading)

    def take(record: Record) -> None:
        worker = reading.worker(record.who)
        found = _adjustment(record, days, amount(record.need("amount"), reading.currency, decimal))
        if tidy(found.approver) == worker:
            raise Unreadable(says.OWN_APPROVER)
        tray.use(WorkerAdjustment(worker, found), day=found.day)

    return tray.each(take)


def _adjustment(record: Record, days: Days, sum_: int) -> Adjustment:
    kind = choice(record.need("kind"), record.header("kind"), choices("adjustment"))
    agreed, step = record.get("agreed_on"), record.text("step")
    if kind == "repayment" and not agreed:
        raise Unreadable(says.NOT_AGREED)
    if kind in ("given", "discretion") and not step:
        raise Unreadable(says.STEP_MISSING, ("column", record.header("step")))
    if sum_ == 0 and kind not in ("given", "discretion"):
        raise Unreadable(says.NO_AMOUNT)
    return Adjustment(
        id=record.place,
        day=days.day(record.need("day")),
        label=record.text("label", needed=True),
        amount=sum_,
        reason=record.text("reason", needed=True),
        payer=record.text("payer", needed=True),
        approver=record.text("approver", needed=True),
        kind=kind,  # type: ignore[arg-type]
        step=step,
        agreed_on=days.day(agreed) if agreed else None,
    )
