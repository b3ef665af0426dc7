"""What a scanned code means: a worker, an operation, a lot, or a number of pieces; and what a sitting holds so far."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from jornal.actions.piecesheet import Operation
from jornal.pages.piecesent import MOST
from jornal.units.identifiers import is_whole, tidy
from jornal.units.said import Said

SLIP = "The check letter of {code} does not fit: one of its characters is wrong. Scan it again, or look at the card."
NOT_HERE = "{code} is nobody who is enrolled here on this day."
UNKNOWN = "{code} is no worker, operation or lot. A lot without a check letter is written with # before it."
WORKER_FIRST = "Scan the worker first: whose pieces are these {number}?"
OPERATION_FIRST = "Scan the operation first: what was made of these {number}?"
TOO_MANY = "{number} is more than anybody makes in a day. Write the number again."
_LIKE_A_CODE = re.compile(r"[A-Z]{1,4}[0-9]{1,6}[A-Z]")
_PIECES = re.compile(r"(\d{1,12})(?:\+(\d{1,12}))?")


class ScanFault(Said):
    """A code that means nothing here."""


@dataclass(frozen=True)
class Line:
    """Pieces that were scanned and are not recorded yet."""

    worker: str
    operation: str
    lot: str
    good: int
    rework: int


@dataclass(frozen=True)
class Sitting:
    """What was scanned at a site for a day: who, what and which lot stand now, and the lines so far."""

    worker: str = ""
    operation: str = ""
    lot: str = ""
    lines: tuple[Line, ...] = field(default=())

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Sitting":
        """The sitting as it was kept."""
        lines = tuple(Line(**one) for one in kept.get("lines", ()))
        worker, operation, lot = (str(kept.get(name, "")) for name in ("worker", "operation", "lot"))
        return cls(worker, operation, lot, lines)

    def kept(self) -> dict[str, Any]:
        """The sitting as plain values."""
        return asdict(self)


@dataclass(frozen=True)
class Known:
    """What codes may mean here: the workers enrolled that day, the operations, the letters of the site's codes."""

    workers: frozenset[str]
    operations: Sequence[Operation]
    letters: str

    def operation(self, text: str) -> str:
        """The operation of a name or label, "" where there is none."""
        folded = text.casefold()
        return next(
            (one.name for one in self.operations if folded in (one.name.casefold(), one.label.casefold())), ""
        )


def after(sitting: Sitting, text: str, known: Known) -> Sitting:
    """The sitting after a code, or several with spaces between. Raises ScanFault; then none of them counts."""
    text = text.strip()
    if len(text.split()) > 1 and known.operation(text):
        return replace(sitting, operation=known.operation(text))
    for word in text.split():
        sitting = _after_one(sitting, word, known)
    return sitting


def _after_one(sitting: Sitting, word: str, known: Known) -> Sitting:
    pieces = _PIECES.fullmatch(word)
    operation = known.operation(word)
    if operation and (not pieces or not sitting.operation):
        return replace(sitting, operation=operation, lot="")
    if pieces:
        return _counted(sitting, int(pieces[1]), int(pieces[2] or 0))
    code = tidy(word)
    if code in known.workers:
        return replace(sitting, worker=code, lot="")
    if word.startswith("#") and len(word) > 1:
        return replace(sitting, lot=word[1:61])
    if _LIKE_A_CODE.fullmatch(code) and not is_whole(code):
        raise ScanFault(SLIP, code=code)
    if not is_whole(code):
        raise ScanFault(UNKNOWN, code=word[:40])
    if known.letters and re.fullmatch(rf"{re.escape(known.letters)}\d+[A-Z]", code):
        raise ScanFault(NOT_HERE, code=code)
    return replace(sitting, lot=code)


def _counted(sitting: Sitting, good: int, rework: int) -> Sitting:
    if max(good, rework) > MOST:
        raise ScanFault(TOO_MANY, number=max(good, rework))
    if not sitting.worker:
        raise ScanFault(WORKER_FIRST, number=good)
    if not sitting.operation:
        raise ScanFault(OPERATION_FIRST, number=good)
    line = Line(sitting.worker, sitting.operation, sitting.lot, good, rework)
    return replace(sitting, lot="", lines=(*sitting.lines, line))
