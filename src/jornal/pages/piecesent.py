"""What was sent for the cells of a day's pieces: each as it was typed, and against what is counted by then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from pydantic import ValidationError

from jornal.actions.pieces import Counted
from jornal.actions.piecesheet import Cell, Key, PieceSheet
from jornal.actions.tally import Mended
from jornal.actions.verb import NOT_READ, UNREAD
from jornal.pages.desk import Desk

MOST = 1_000_000
WHOLE = "Write a whole number."
TOO_MANY = "Write {le} or less."
NOT_EMPTY = "Write 0, or open the number and take it back."
WHY = "Say why the recorded numbers change."


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of a cell: good pieces, and those to be done again."""

    good: str = ""
    rework: str = ""


@dataclass
class Sent:
    """What was typed by cell; what of it is to be counted or set right; what cannot be read, what changed meanwhile."""

    typed: dict[Key, Typed] = field(default_factory=dict)
    rows: list[Counted] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)
    faults: dict[Key, str] = field(default_factory=dict)
    changed: list[Key] = field(default_factory=list)
    why: str = ""
    why_fault: str = ""
    lot: str = ""


def typed(post: Mapping[str, str], operations: Sequence[str]) -> dict[Key, Typed]:
    """What was typed by worker and operation, nothing of it read yet.

    Fields are called g0.QC014X and r0.QC014X after the place of the operation among those that were sent with them.
    """
    found: dict[Key, Typed] = {}
    for name, value in post.items():
        place, _, worker = name[1:].partition(".")
        if name[:1] in "gr" and worker and place.isdecimal() and int(place) < len(operations):
            key, text = (worker, operations[int(place)]), value.strip()
            was = found.get(key, Typed())
            found[key] = Typed(text, was.rework) if name[0] == "g" else Typed(was.good, text)
    return found


def read(desk: Desk, day: date, sheet: PieceSheet) -> Sent:
    """What was sent, set against the sheet as it stands now; a cell that changed since it was shown is not recorded."""
    post = desk.request.POST
    sent = Sent(typed(post, post.getlist("operation")), why=post.get("why", "").strip(), lot=sheet.lot)
    text = post.get("seen", "")
    seen = int(text) if text.isdecimal() else sheet.seq
    for key, one in sent.typed.items():
        _read_cell(desk, day, key, sheet.cell(key), one, seen, sent)
    if sent.mended and not sent.why:
        sent.why_fault = desk.say(WHY)
    return sent


def _read_cell(desk: Desk, day: date, key: Key, cell: Cell, one: Typed, seen: int, sent: Sent) -> None:
    if not one.good and not one.rework:
        if cell.tallies and cell.seq <= seen and "edit" in desk.request.POST:
            sent.faults[key] = desk.say(NOT_EMPTY)
        return
    good, rework = number(one.good or "0"), number(one.rework or "0")
    if good is None or rework is None:
        sent.faults[key] = desk.say(WHOLE)
    elif max(good, rework) > MOST:
        sent.faults[key] = desk.say(TOO_MANY, le=MOST)
    elif cell.tallies and (cell.good, cell.rework) == (good, rework if one.rework else cell.rework):
        return
    elif cell.seq > seen or len(cell.tallies) > 1:
        sent.changed.append(key)
    elif cell.tallies:
        tip = cell.tallies[0]
        sent.mended.append(Mended(UUID(tip.id), good, rework if one.rework else tip.rework))
    else:
        _count(desk, key, sent, {"day": day, "good": good, "rework": rework, "number": cell.next_number})


def _count(desk: Desk, key: Key, sent: Sent, said: Mapping[str, object]) -> None:
    try:
        sent.rows.append(
            Counted.model_validate({"worker": key[0], "operation": key[1], "lot": sent.lot, **said})
        )
    except ValidationError as wrong:
        sent.faults[key] = " ".join(
            desk.say(UNREAD.get(one["type"], NOT_READ), **one.get("ctx", {})) for one in wrong.errors()
        )


def number(text: str) -> int | None:
    """The number that a text is, in digits of any script; None where it is none."""
    return int(text) if text.isdecimal() and len(text) <= 9 else None
