"""What a label leads to: the passport that stands, the piece, and its maker as she chose, asked anew each time."""

from dataclasses import dataclass
from datetime import date

from jornal.facts.labels import Item, MakerShown, PassportIssued, PassportWithdrawn
from jornal.facts.people import Consent, ConsentWithdrawn, Custody
from jornal.reads.marks import marks
from jornal.units.itemcode import Item as Coded

NAMED = ("chosen_name", "first_name")
PURPOSE, SCOPE = "name", "label"
"""The consent that stands for labels and passports alone."""


@dataclass(frozen=True)
class Maker:
    """How a maker may be shown now: by her mark, or by a line that is still sealed under her key."""

    worker: str
    mark: int | None
    sealed: str = ""


def passport(item: Coded) -> tuple[PassportIssued | None, PassportWithdrawn | None]:
    """The passport of a lot that was issued last, and what withdrew it; (None, None) where none ever was."""
    issued = PassportIssued.objects.filter(gtin=item.gtin, code=item.lot).order_by("-number")[:1]
    for one in issued:  # what was issued or withdrawn is never corrected, so every row stands
        return one, next(iter(PassportWithdrawn.objects.filter(passport=one.root)[:1]), None)
    return None, None


def piece(issued: PassportIssued, serial: str) -> Item | None:
    """A piece of a lot by its number; None where no such label was made."""
    if not (serial.isascii() and serial.isdigit() and len(serial) < 10):
        return None
    return Item.objects.current().filter(lot=issued.lot, serial=int(serial)).first()


def choice(worker: str) -> MakerShown | None:
    """How a worker chose last to be shown; None where she was never asked."""
    return MakerShown.objects.current().filter(worker=worker).order_by("number").last()


def agreed(worker: str, day: date) -> bool:
    """Whether her consent to labels stands. One that was taken back stands no more, whatever day it says."""
    rows = Consent.objects.current().filter(worker=worker, purpose=PURPOSE, scope=SCOPE)
    last = rows.order_by("given_on", "number").last()
    if last is None or last.given_on > day or (last.expires_on is not None and last.expires_on < day):
        return False
    return not ConsentWithdrawn.objects.filter(consent=last.root).exists()


def maker(worker: str, day: date) -> Maker | None:
    """How she may be shown today; None for nothing: she chose so, never consented, took it back, or it ended.

    Nobody who waits for a trial is named: her mark stands for her, if she has one.
    """
    chosen = choice(worker)
    if chosen is None or chosen.shown == "nothing" or not agreed(worker, day):
        return None
    mark = marks([worker]).get(worker)
    if chosen.shown in NAMED and not _waits(worker):
        return Maker(worker, mark, chosen.line)
    return Maker(worker, mark) if mark is not None else None


def _waits(worker: str) -> bool:
    last = Custody.objects.current().filter(worker=worker).order_by("since").last()
    return last is not None and last.status == "remand"
