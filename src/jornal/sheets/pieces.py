"""The tally of pieces: worker, day, operation, good, and rejected with what decides whether they are paid."""

from pathlib import Path
from typing import NamedTuple

from jornal.rules.rows import Piece
from jornal.sheets import says
from jornal.sheets.cells import choice, text, yes
from jornal.sheets.choices import choices
from jornal.sheets.days import Days
from jornal.sheets.figures import count
from jornal.sheets.listed import Sheet, Unreadable
from jornal.sheets.reading import Reading
from jornal.sheets.records import Record, Tray, opened


class WorkerPiece(NamedTuple):
    """One row of pieces and whose they are."""

    worker: str
    piece: Piece


def read(path: Path, reading: Reading) -> Sheet[WorkerPiece]:
    """The pieces of a file. Raises `SheetFault`.

    A row that says the same as another counts once and is listed, which holds its worker, unless a tally
    tells them apart. Pieces rejected are unpaid only where the cause is the worker and she was heard.
    """
    body = opened(path, "pieces", reading)
    days = body.days(reading, "day", numbered=True)
    tray: Tray[WorkerPiece] = Tray(body, reading)
    seen: dict[tuple[object, ...], str] = {}

    def take(record: Record) -> None:
        worker = reading.worker(record.who)
        piece = _piece(record, days)
        same = (worker, *piece[1:])
        if same in seen:
            raise Unreadable(says.PIECE_TWICE, ("other", seen[same]))
        seen[same] = piece.id
        tray.use(WorkerPiece(worker, piece), day=piece.day)

    return tray.each(take)


def _piece(record: Record, days: Days) -> Piece:
    good = record.get("good")
    paid, unpaid = _rejected(record)
    if not good and paid is None and unpaid is None:
        raise Unreadable(says.NO_PIECES)
    return Piece(
        id=record.place,
        day=days.day(record.need("day")),
        operation=text(record.need("operation"), "operation"),
        good=count(good) if good else 0,
        rejected_paid=paid or 0,
        rejected_unpaid=unpaid or 0,
        tally=record.text("tally"),
    )


def _rejected(record: Record) -> tuple[int | None, int | None]:
    """Rejected pieces that stay paid and that do not; None where the row says nothing."""
    one, paid, unpaid = (record.get(name) for name in ("rejected", "rejected_paid", "rejected_unpaid"))
    if one and (paid or unpaid):
        raise Unreadable(says.REJECT_TWICE)
    if not one:
        return (count(paid) if paid else None), (count(unpaid) if unpaid else None)
    rejected = count(one)
    said = record.get("cause")
    if rejected and not said:
        raise Unreadable(says.CAUSE_MISSING)
    cause = choice(said, record.header("cause"), choices("cause")) if said else "unknown"
    heard = record.get("heard")
    if cause == "worker" and heard and yes(heard, record.header("heard")):
        return 0, rejected
    return rejected, 0
