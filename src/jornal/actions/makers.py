"""How makers want to be shown on what they made, and labels for single pieces of a lot."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from django.db.models import Sum
from pydantic import Field, model_validator

from jornal.actions.alone import alone
from jornal.actions.given import Code, known_here, on
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.labels import Item, MakerShown
from jornal.facts.lots import Lot, LotJudged
from jornal.facts.pieces import Pieces
from jornal.journal.fact import Fact
from jornal.reads.labels import NAMED, agreed
from jornal.units.listed import refuse_public
from jornal.units.parts import Part
from jornal.units.said import Said

MOST = 2000
"""So many pieces of a lot may have labels of their own at a time."""


class NoConsentToLabels(Said):
    """A maker shown who did not consent to it."""

    def __init__(self, worker: str) -> None:
        super().__init__(
            "{worker} has no consent for labels that stands. Ask her apart from work, and record one to a "
            "name, limited to labels, with `jornal do give-consent purpose=name scope=label`; or show nothing.",
            worker=worker,
        )


class NoSuchLot(Said):
    """A lot that is not there."""

    def __init__(self, code: str, site: str) -> None:
        super().__init__(
            "There is no lot {code} at {site}. Look at its code letter by letter.", code=code, site=site
        )


class NotOnTheLot(Said):
    """A piece given to somebody of whom nothing is counted on its lot."""

    def __init__(self, worker: str, code: str) -> None:
        super().__init__(
            "Nothing that {worker} made is counted on lot {code}. Look at both codes again, or leave the worker out.",
            worker=worker,
            code=code,
        )


class MoreThanHers(Said):
    """More labels as the work of one maker than pieces of hers are counted on the lot."""

    def __init__(self, worker: str, code: str, counted: int, labelled: int) -> None:
        super().__init__(
            "Of lot {code} {counted} pieces of {worker} are counted, and {labelled} would have a label as hers. "
            "Give her no more than she made; leave the worker out for the others.",
            code=code,
            counted=counted,
            worker=worker,
            labelled=labelled,
        )


class MoreThanMade(Said):
    """More labels than a lot has pieces."""

    def __init__(self, code: str, made: int, labelled: int) -> None:
        super().__init__(
            "Lot {code} has {made} good pieces, and {labelled} would have a label. Give count as many as are still "
            "without one.",
            code=code,
            made=made,
            labelled=labelled,
        )


class Shown(Row):
    """How a worker wants to be shown on labels: nothing, her mark, a name she chooses, her first name.

    The line is sealed. It is shown only while her consent of its own stands, and she changes her mind at will.
    """

    worker: Code
    shown: Literal["nothing", "mark", "chosen_name", "first_name"]
    line: Annotated[str, Field(max_length=60)] = ""
    day: date | None = None

    @model_validator(mode="after")
    def _has_its_line(self) -> "Shown":
        if (self.shown in NAMED) != bool(self.line):
            raise Said("a name has its line, and nothing else has one")
        return self


class Labelled(Row):
    """Pieces of a lot that get a label each, numbered on from the last; by one maker, or by several."""

    lot: Code
    count: Annotated[int, Field(ge=1, le=MOST)]
    maker: Code | None = None
    day: date | None = None


def show(office: Office, rows: Sequence[Shown]) -> list[Fact]:
    """The choices as recorded; the same again changes nothing. Raises NoConsentToLabels, NotKnownHere, ListedTerm."""
    known_here(office, [row.worker for row in rows])
    found: list[Fact] = []
    for row in rows:
        day = on(office, row.day)
        if row.shown != "nothing" and not agreed(row.worker, office.day):
            raise NoConsentToLabels(row.worker)
        line = refuse_public(row.line, Part("the name to show"))
        sealed = office.opened().seal(row.worker, "line", line) if line else ""
        last = (
            MakerShown.objects.current().filter(worker=row.worker, book=office.site).order_by("number").last()
        )
        number = last.number if last else 0
        new = MakerShown(worker=row.worker, number=number + 1, day=day, shown=row.shown, line=sealed)
        if last is not None and last.shown == new.shown and last.day == day and _alike(office, last, new):
            found.append(last)
            continue
        found += office.put([new])
    return found


def _alike(office: Office, one: MakerShown, other: MakerShown) -> bool:
    return not other.line or office.alike(other, [("line", one.line, other.line)])


@alone("site")
def label(office: Office, rows: Sequence[Labelled]) -> list[Fact]:
    """A piece for each label, numbered on from the last of its lot.

    No more than were judged good or, before that, than the lot is of; of one maker no more than she is counted with.
    Raises NoSuchLot, NotOnTheLot, MoreThanHers, MoreThanMade, NotKnownHere.
    """
    known_here(office, [row.maker for row in rows if row.maker])
    found: list[Fact] = []
    for row in rows:
        lot = lot_of(office.site, row.lot)
        if row.maker:
            _hers(lot, row.maker, row.count)
        last = Item.objects.filter(lot=lot.root).order_by("serial").last()
        first = last.serial + 1 if last else 1
        if first + row.count - 1 > (most := _pieces(lot)):
            raise MoreThanMade(lot.code, most, first + row.count - 1)
        found += office.put(
            Item(lot=lot.root, serial=first + more, worker=row.maker or "", day=on(office, row.day))
            for more in range(row.count)
        )
    return found


def _hers(lot: Lot, worker: str, more: int) -> None:
    """Raises NotOnTheLot, MoreThanHers where so many more pieces of a lot cannot be hers, by its best counted step."""
    rows = Pieces.objects.current().filter(lot=lot.code, worker=worker, good__gt=0)
    counted = rows.values("operation").annotate(sum=Sum("good")).values_list("sum", flat=True)
    most = max(counted, default=0)
    if not most:
        raise NotOnTheLot(worker, lot.code)
    labelled = Item.objects.filter(lot=lot.root, worker=worker).count() + more
    if labelled > most:
        raise MoreThanHers(worker, lot.code, most, labelled)


def _pieces(lot: Lot) -> int:
    """How many pieces of a lot there are to label."""
    judged = LotJudged.objects.current().filter(lot=lot.root).order_by("number").last()
    return int(judged.good) if judged is not None else int(lot.quantity)


def lot_of(site: str, code: str) -> Lot:
    """The lot of a site by its code. Raises NoSuchLot."""
    found = Lot.objects.current().filter(site=site, code=code).first()
    if found is None:
        raise NoSuchLot(code, site)
    return found


VERBS: dict[str, Verb] = {
    "show-maker": Verb(
        Shown,
        show,
        ("site_manager", "trainer", "representative"),
        "Record how a maker wants to be shown on labels.",
    ),
    "label-pieces": Verb(Labelled, label, ("site_manager", "trainer"), "Give pieces of a lot a label each."),
}
