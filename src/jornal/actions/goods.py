"""Goods moved: into stock from a lot that may leave, from place to place, out as samples, gifts, lost or damaged."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from django.db import transaction
from pydantic import Field, model_validator

from jornal.actions.border import Border
from jornal.actions.gate import may_leave
from jornal.actions.given import Code, Token, on
from jornal.actions.makers import NoSuchLot
from jornal.actions.markets import Checked, check_shipments
from jornal.actions.minting import new_codes
from jornal.actions.office import Office
from jornal.actions.onlot import LotCode
from jornal.actions.places import place_of
from jornal.actions.products import product_of
from jornal.actions.rights import SHIPMENT, none_open
from jornal.actions.verb import Row, Verb
from jornal.facts.lots import Lot, LotJudged
from jornal.facts.organisation import Site
from jornal.facts.stock import Movement, StockPlace
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.reads.stock import entered, ledgers
from jornal.rules.stock import Short
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("hq_operations",)
MOST = 1_000_000
OURS = ("workshop", "store")
What = Literal["finished", "moved", "sample", "gift", "lost", "damaged"]
ENDS = {
    "finished": (False, True), "moved": (True, True), "sample": (True, False), "gift": (True, False),
    "lost": (True, False), "damaged": (True, False),
}  # fmt: skip
"""Of each reason, whether it has a place that goods leave and one that they come to."""


class NotThatMany(Said):
    """More goods out of a place than are there."""

    def __init__(self, place: str, product: str, wanted: int, short: Short) -> None:
        facts = {"place": place, "product": product, "wanted": wanted, "there": short.there, "day": short.day}
        if short.lot:
            super().__init__(
                "{place}: of lot {lot} of {product} {there} are there on {day}, and {wanted} would leave. Look at the "
                "lot and the number, or count what is there with `jornal do count-stock`.",
                lot=short.lot,
                **facts,
            )
        else:
            super().__init__(
                "{place}: of {product} {there} are there on {day}, and {wanted} would leave. Look at the place and "
                "the number, or count what is there with `jornal do count-stock`.",
                **facts,
            )


class MoreThanGood(Said):
    """More pieces of a lot put into stock than were judged good."""

    def __init__(self, code: str, good: int, wanted: int) -> None:
        super().__init__(
            "Lot {code} has {good} good pieces, and {wanted} would be in stock. Correct the number.",
            code=code,
            good=good,
            wanted=wanted,
        )


class NotItsSite(Said):
    """Goods finished into the place of another site."""

    def __init__(self, code: str, site: str, place: str) -> None:
        super().__init__(
            "Lot {code} was made at {site}, and {place} is the place of another site. Name its own, or a store.",
            code=code,
            site=site,
            place=place,
        )


class Moved(Row):
    """Goods of a lot that were moved, and why: finished, moved, sample, gift, lost, damaged.

    Finished goods have only to_place; samples, gifts and losses only from_place. A sample or a gift says the country it
    goes to. What is sold is recorded as a sale. Without a code the movement is given one.
    """

    what: What
    lot: LotCode = ""
    product: Token | None = None
    quantity: Annotated[int, Field(ge=1, le=MOST)]
    from_place: Token | None = None
    to_place: Token | None = None
    country: Annotated[str, Field(max_length=60)] = ""
    note: Annotated[str, Field(max_length=200)] = ""
    day: date | None = None
    movement: Code | None = None

    @model_validator(mode="after")
    def _has_its_ends(self) -> "Moved":
        if (self.from_place is not None, self.to_place is not None) != ENDS[self.what]:
            raise Said(
                "finished goods have to_place, goods moved from_place and to_place, all others from_place alone"
            )
        if self.from_place == self.to_place:
            raise Said("both places are the same")
        if (self.what in ("sample", "gift")) != bool(self.country):
            raise Said("a sample or a gift says the country it goes to, and nothing else does")
        if not self.lot and (self.product is None or self.what == "finished"):
            raise Said("say which lot they are of; goods of an unknown lot name their product")
        return self


def move(office: Office, rows: Sequence[Moved]) -> list[Fact]:
    """The movements, as recorded, each with its code; the same code again with the same content changes nothing.

    Raises NoSuchLot, NotToLeave, RightsFirst, NotToGoThere (what was checked stays on file), MoreThanGood, NotItsSite,
    NotThatMany, NoSuchStockPlace, NoSuchProduct, NotYet, ListedTerm.
    """
    while True:
        found = _moved(office, rows)
        if found is not None:
            return found


def _moved(office: Office, rows: Sequence[Moved]) -> list[Fact] | None:
    """The movements; None where a code that was minted for one was taken by somebody else in between."""
    codes = new_codes("MV", Movement.objects.values_list("movement", flat=True).distinct())
    found: list[Fact] = []
    with transaction.atomic():
        locked(office.book("hq"))
        facts = [_fact(office, row, row.movement or next(codes)) for row in rows]
    for fact in facts:  # before anything moves: what was refused is kept on file too
        _over_the_border(office, fact)
    minted = [fact.movement for row, fact in zip(rows, facts, strict=True) if not row.movement]
    with transaction.atomic():
        locked(office.book("hq"))
        if Movement.objects.filter(movement__in=minted).exists():
            return None
        for fact in facts:  # one after the other: each counts on what those before left
            if not Movement.objects.filter(movement=fact.movement).exists():
                _there(fact)
                _no_more_than_good(fact)
            found += office.put([fact], "hq")
    return found


def _fact(office: Office, row: Moved, code: str) -> Movement:
    lot = lot_of(row.lot) if row.lot else None
    product = lot.product if lot else product_of(row.product or "").product
    for place in filter(None, (row.from_place, row.to_place)):
        place_of(place)
    if row.what == "finished" and lot is not None:
        _finished(office, row, lot)
    refuse(row.note, Part("the note"))
    country = Border(office).code(row.country) if row.country else ""
    return Movement(
        movement=code, product=product, lot=row.lot, quantity=row.quantity, from_place=row.from_place or "",
        to_place=row.to_place or "", day=on(office, row.day), what=row.what, country=country, shipment="",
        note=row.note,
    )  # fmt: skip


def _finished(office: Office, row: Moved, lot: Lot) -> None:
    """Goods come into stock from a lot that may leave, as many as are good."""
    of = may_leave(replace(office, site=lot.site), lot.code)
    place = place_of(row.to_place or "")
    if place.site and place.site != lot.site:
        raise NotItsSite(lot.code, lot.site, place.place)
    _within(lot.code, of.judged.good if of.judged else 0, row.movement or "", row.quantity)


def _no_more_than_good(fact: Movement) -> None:
    """Raises MoreThanGood where those before it, of the same rows or of somebody else's, left no room for it."""
    if fact.what == "finished":
        lot = lot_of(fact.lot)
        judged = LotJudged.objects.current().filter(lot=lot.root).order_by("number").last()
        _within(lot.code, judged.good if judged else 0, fact.movement, fact.quantity)


def _within(code: str, good: int, movement: str, quantity: int) -> None:
    before = Movement.objects.current().filter(movement=movement, lot=code).exists()
    wanted = entered([code]).get(code, 0) + (0 if before else quantity)
    if wanted > good:
        raise MoreThanGood(code, good, wanted)


def _over_the_border(office: Office, fact: Movement) -> None:
    """Keeps the check on file where goods leave their country or are given away.

    Raises NotToGoThere, RightsFirst, NotToLeave where a lot would not pass its gate any more.
    """
    if fact.what in ("lost", "damaged", "counted"):
        return
    to = StockPlace.objects.current().filter(place=fact.to_place).first()
    came = StockPlace.objects.current().filter(place=fact.from_place).first()
    border = Border(office)
    sites = border.sites(fact.product, fact.lot)
    if to is None or to.sort not in OURS:
        none_open(Part(SHIPMENT), office.day, sites)
        if fact.lot and fact.what != "finished":
            may_leave(replace(office, site=lot_of(fact.lot).site), fact.lot)
        ours = came is not None and came.sort in OURS
        if ours and not fact.lot and (stays := border.held(fact.product, "", fact.from_place)):
            raise stays
    destination = to.country if to else fact.country
    if came is not None and to is not None and came.country == to.country:
        return
    if to is None or any(made_in(site) != destination.partition("-")[0] for site in sites):
        fact.shipment = f"mv-{fact.movement.lower()}"
        _on_file(office, fact, destination, "exhibition" if to and to.sort == "exhibition" else "sale")
    if refused := border.refusal(fact.product, fact.lot, destination):
        raise refused


def _on_file(office: Office, fact: Movement, destination: str, sort: str) -> None:
    row = Checked(
        shipment=fact.shipment, destination=destination, product=fact.product,
        consignment=fact.what if fact.what in ("sample", "gift") else sort,
    )  # fmt: skip
    sites = Border(office).sites(fact.product, fact.lot)
    for site in sites:
        one = f"{row.shipment}-{site}" if len(sites) > 1 else row.shipment
        check_shipments(replace(office, site=site), [row.model_copy(update={"shipment": one})])


def _there(fact: Movement) -> None:
    """Raises NotThatMany where a movement would leave less than nothing on any day."""
    if not fact.from_place:
        return
    key = (fact.from_place, fact.product)
    if short := ledgers([key])[key].put(fact.day, fact.lot, -fact.quantity):
        raise NotThatMany(fact.from_place, fact.product, fact.quantity, short)


def made_in(site: str) -> str:
    """The country of a site by its two letters, "" where no such site is known."""
    found = Site.objects.current().filter(site=site).values_list("jurisdiction", flat=True).first() or ""
    return found.partition("-")[0].upper()


def lot_of(code: str) -> Lot:
    """A lot of any site by its code. Raises NoSuchLot."""
    found = Lot.objects.current().filter(code=code).first()
    if found is None:
        raise NoSuchLot(code, Part("any site"))
    return found


VERBS: dict[str, Verb] = {
    "move-goods": Verb(
        Moved,
        move,
        ROLES,
        "Move goods of a lot: into stock, to another place, or out as a sample, gift or loss.",
    ),
}
