"""What a label leads to: the passport that stands, the piece, and its maker as she chose, asked anew each time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from jornal.facts.labels import Item, MakerShown, PassportIssued, PassportWithdrawn
from jornal.facts.people import Consent, ConsentWithdrawn, Custody
from jornal.reads.marks import marks
from jornal.units.itemcode import Item as Coded

NAMED = ("chosen_name", "first_name")
_IN_TIME = ("day", "recorded_at", "number")
"""Each site numbers choices by itself, so only time says which was the last."""
PURPOSE, SCOPE = "name", "label"
"""The consent that stands for labels and passports alone."""


@dataclass(frozen=True)
class Maker:
    """How a maker may be shown now: by her mark, or by a line that is still sealed under her key."""

    worker: str
    mark: int | None
    sealed: str = ""


def passport(item: Coded) -> tuple[PassportIssued | None, PassportWithdrawn | None]:
    """The passport of a lot that was issued last, and what withdrew it; (None, None) where none ever was.

    A label printed under an earlier number of its product leads there too: nothing earlier is shown any more.
    """
    printed = PassportIssued.objects.filter(gtin=item.gtin, code=item.lot).values("lot")
    issued = PassportIssued.objects.filter(lot__in=printed).order_by("-number")[:1]
    for one in issued:  # what was issued or withdrawn is never corrected, so every row stands
        return one, next(iter(PassportWithdrawn.objects.filter(passport=one.root)[:1]), None)
    return None, None


def published(site: str = "") -> dict[UUID, tuple[PassportIssued, PassportWithdrawn | None]]:
    """By lot, the passport that was issued last and what withdrew it, of a site or ("") of all; two queries."""
    rows = PassportIssued.objects.order_by("number").defer("signature")
    rows = rows.filter(book=site) if site else rows
    last = {one.lot: one for one in rows}
    gone = {one.passport: one for one in PassportWithdrawn.objects.all()}
    return {lot: (one, gone.get(one.root)) for lot, one in last.items()}


def labelled(lots: Collection[UUID]) -> dict[UUID, int]:
    """By lot, how many of its pieces have a label of their own."""
    rows = Item.objects.current().filter(lot__in=list(lots)).order_by()
    return dict(rows.values_list("lot").annotate(Count("serial")))


def piece(issued: PassportIssued, serial: str) -> Item | None:
    """A piece of a lot by its number; None where no such label was made."""
    if not (serial.isascii() and serial.isdigit() and len(serial) < 10):
        return None
    return Item.objects.current().filter(lot=issued.lot, serial=int(serial)).first()


def choice(worker: str) -> MakerShown | None:
    """How a worker chose last to be shown, at whichever site; None where she was never asked."""
    return MakerShown.objects.current().filter(worker=worker).order_by(*_IN_TIME).last()


def choices(workers: Collection[str]) -> dict[str, str]:
    """By worker, how she chose last to be shown; who was never asked is not there."""
    rows = MakerShown.objects.current().filter(worker__in=list(workers)).order_by(*_IN_TIME)
    return dict(rows.values_list("worker", "shown"))


def agreed(worker: str, day: date) -> bool:
    """Whether her consent to labels stands. One that was taken back stands no more, whatever day it says."""
    return worker in consenting([worker], day)


def consenting(workers: Collection[str], day: date, scope: str = SCOPE) -> set[str]:
    """Those of the workers whose last consent to be named there stands on a day; two queries for many as for one."""
    rows = Consent.objects.current().filter(worker__in=list(workers), purpose=PURPOSE, scope=scope)
    last = {one.worker: one for one in rows.order_by("given_on", "number")}
    holds = {
        one.root: worker
        for worker, one in last.items()
        if one.given_on <= day and (one.expires_on is None or day < one.expires_on)
    }
    back = set(ConsentWithdrawn.objects.filter(consent__in=list(holds)).values_list("consent", flat=True))
    return {worker for root, worker in holds.items() if root not in back}


def maker(worker: str, day: date) -> Maker | None:
    """How she may be shown today; None for nothing: she chose so, never consented, took it back, or it ended.

    Nobody who waits for a trial is named: her mark stands for her, if she has one.
    """
    chosen = choice(worker)
    if chosen is None or chosen.shown == "nothing" or not agreed(worker, day):
        return None
    mark = marks([worker]).get(worker)
    if chosen.shown in NAMED and not waiting([worker]):
        return Maker(worker, mark, chosen.line)
    return Maker(worker, mark) if mark is not None else None


def waiting(workers: Collection[str]) -> set[str]:
    """Those of the workers who wait for a trial: nobody is named who does."""
    rows = Custody.objects.current().filter(worker__in=list(workers)).order_by("since")
    last = dict(rows.values_list("worker", "status"))
    return {worker for worker, status in last.items() if status == "remand"}
