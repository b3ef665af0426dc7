"""What was really paid last month, for `jornal compare`: one row a worker."""

from pathlib import Path
from typing import NamedTuple

from jornal.sheets import says
from jornal.sheets.figures import amount
from jornal.sheets.listed import Sheet, Unreadable
from jornal.sheets.reading import Reading
from jornal.sheets.records import Record, Tray, opened


class Paid(NamedTuple):
    """What a worker was paid in the month, in minor units; `gross` None where the file does not say."""

    id: str
    worker: str
    paid: int
    gross: int | None = None


def read(path: Path, reading: Reading) -> Sheet[Paid]:
    """The payments of a file; a worker who is there twice is listed twice and not used.

    Raises `SheetFault`.
    """
    body = opened(path, "paid", reading)
    decimal = body.decimal("paid", "gross")
    tray: Tray[Paid] = Tray(body, reading)
    first: dict[str, Record] = {}
    found: dict[str, Paid] = {}
    twice: set[str] = set()

    def take(record: Record) -> None:
        worker = reading.worker(record.who)
        paid = amount(record.need("paid"), reading.currency, decimal)
        gross = record.get("gross")
        if worker in first:
            twice.add(worker)
            raise Unreadable(says.WORKER_TWICE, ("code", worker))
        first[worker] = record
        found[worker] = Paid(
            record.place, worker, paid, amount(gross, reading.currency, decimal) if gross else None
        )

    tray.each(take)
    for worker, row in found.items():
        if worker in twice:
            tray.list(first[worker].raw, worker, Unreadable(says.WORKER_TWICE, ("code", worker)))
        else:
            tray.use(row)
    return tray.sheet()
