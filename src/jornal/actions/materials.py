"""Material: received with where it comes from, issued to lots, brought back; never more than there is."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from pydantic import AfterValidator, Field

from jornal.actions.amounts import Minor
from jornal.actions.given import Code, Token, on
from jornal.actions.minting import new_codes
from jornal.actions.office import Office
from jornal.actions.onlot import LotNotKnown
from jornal.actions.products import NoSuchMaterial
from jornal.actions.verb import Row, Verb
from jornal.facts.lots import Lot, LotFinished, MaterialIssued, MaterialLot
from jornal.facts.organisation import Site
from jornal.facts.products import Material
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.reads.lots import Move, moves
from jornal.rules.stock import Ledger
from jornal.units.said import Said

ROLES = ("site_manager", "trainer")
MOST = 1_000_000_000
SHORT = 3
"""So many letters of a site stand in a code behind its kind: a code has four at most."""


class MaterialNotKnown(Said):
    """A lot of material that was never received at a site."""

    def __init__(self, code: str, site: str) -> None:
        super().__init__(
            "No material {code} was received at {site}. Look at its code letter by letter, or receive it first, with "
            "`jornal do receive-material`.",
            code=code,
            site=site,
        )


class NotInStock(Said):
    """More material issued than there is."""

    def __init__(self, code: str, there: int, wanted: int, day: date) -> None:
        super().__init__(
            "Of material {code} {there} are left on {day}, and {wanted} would be issued. Count what is there, correct "
            "the number, or issue the rest from another lot.",
            code=code,
            there=there,
            wanted=wanted,
            day=day,
        )


class NotWithTheLot(Said):
    """More material brought back than a lot holds."""

    def __init__(self, code: str, lot: str, there: int, wanted: int, day: date) -> None:
        super().__init__(
            "Lot {lot} holds {there} of material {code} on {day}, and {wanted} would come back. Correct the number.",
            lot=lot,
            there=there,
            code=code,
            wanted=wanted,
            day=day,
        )


class NotReceivedYet(Said):
    """Material issued on a day before it was received."""

    def __init__(self, code: str, received_on: date, day: date) -> None:
        super().__init__(
            "Material {code} was received on {since}, so it was not issued on {day}. Correct the day.",
            code=code,
            since=received_on,
            day=day,
        )


def _country(text: str) -> str:
    if not re.fullmatch("[A-Z]{2}|unknown", text):
        raise Said(
            "{text} is no country; write its two capital letters, such as IT, or unknown",
            text=repr(text[:20]),
        )
    return text


class Received(Row):
    """A lot of material received: how much in its whole unit, from which country and place, from whom.

    Without a code it is given one. `supplier_lot` is the supplier's own, or the code of a lot of another site. `cost`
    is in minor units; `paper` the digest of the delivery note or certificate.
    """

    material: Token
    quantity: Annotated[int, Field(ge=1, le=MOST)]
    country: Annotated[str, AfterValidator(_country)]
    origin: Annotated[str, Field(max_length=200)] = ""
    supplier: Annotated[str, Field(max_length=200)] = ""
    supplier_lot: Annotated[str, Field(max_length=60)] = ""
    received_on: date | None = None
    paper: Annotated[str, Field(pattern="^([0-9a-f]{64})?$")] = ""
    cost: Minor | None = None
    code: Code | None = None


class Issued(Row):
    """Material of one of its lots issued to a lot of a product, in its whole unit. Without a number it is the next."""

    lot: Code
    material: Code
    quantity: Annotated[int, Field(ge=1, le=MOST)]
    day: date | None = None
    number: Annotated[int, Field(ge=1, le=9999)] | None = None


def receive(office: Office, rows: Sequence[Received]) -> list[Fact]:
    """The lots of material, as recorded, each with its code. Raises NoSuchMaterial, NotYet."""
    known = set(Material.objects.current().values_list("material", flat=True))
    for row in rows:
        if row.material not in known:
            raise NoSuchMaterial(row.material)
    with transaction.atomic():
        locked(office.book("site"))
        codes = coined(office, "M", MaterialLot)
        facts = [
            MaterialLot(
                **row.model_dump(exclude={"code", "received_on"}), site=office.site, code=row.code or next(codes),
                received_on=on(office, row.received_on),
            )
            for row in rows
        ]  # fmt: skip
        return list(office.put(facts))


def issue(office: Office, rows: Sequence[Issued]) -> list[Fact]:
    """What was issued, as recorded. Raises LotNotKnown, MaterialNotKnown, NotInStock, NotReceivedYet, NotYet."""
    return _moved(office, rows, "issued")


def bring_back(office: Office, rows: Sequence[Issued]) -> list[Fact]:
    """What came back unused, as recorded. Raises LotNotKnown, MaterialNotKnown, NotWithTheLot, NotYet."""
    return _moved(office, rows, "returned")


def coined(office: Office, kind: str, table: Any) -> Any:
    """New codes of lots and kits of a site: a letter for what they are of, the site's letters, a number, a check."""
    letters = Site.objects.current().filter(site=office.site).values_list("letters", flat=True).first() or ""
    return new_codes(f"{kind}{letters[:SHORT]}", table.objects.values_list("code", flat=True).distinct())


def lot_here(office: Office, code: str) -> Lot:
    """A lot of the site by its code. Raises LotNotKnown."""
    found = Lot.objects.current().filter(code=code, site=office.site).first()
    if found is None:
        raise LotNotKnown(code, office.site)
    return found


def in_stock(received: tuple[date, int], found: Iterable[Move]) -> Ledger:
    """A lot of material in stock, day by day: received on a day, so much, less what was issued of it."""
    flows = [(one.day, "", one.quantity if one.what == "returned" else -one.quantity) for one in found]
    return Ledger.of([(received[0], "", received[1]), *flows])


def with_lot(lot: UUID, found: Iterable[Move]) -> Ledger:
    """What a lot, by its root, holds of a lot of material day by day."""
    return Ledger.of(
        (one.day, "", one.quantity if one.what == "issued" else -one.quantity)
        for one in found
        if one.lot == lot
    )


def _moved(office: Office, rows: Sequence[Issued], what: Literal["issued", "returned"]) -> list[Fact]:
    with transaction.atomic():
        locked(office.book("site"))
        found: list[Fact] = []
        for row in rows:  # one after the other: each counts on what those before left
            found += office.put([_one(office, row, what)])
        return found


def _one(office: Office, row: Issued, what: Literal["issued", "returned"]) -> MaterialIssued:
    lot, day = lot_here(office, row.lot), on(office, row.day)
    material = MaterialLot.objects.current().filter(code=row.material, site=office.site).first()
    if material is None:
        raise MaterialNotKnown(row.material, office.site)
    key = {"lot": lot.root, "material": material.root}
    fact = MaterialIssued(**key, what=what, day=day, quantity=row.quantity, number=row.number or _next(key))
    if MaterialIssued.objects.filter(**key, number=fact.number).exists():
        return fact  # recorded already, word for word or not: the door says which
    _check(lot, material, fact)
    return fact


def _check(lot: Lot, material: MaterialLot, fact: MaterialIssued) -> None:
    """Raises NotReceivedYet, NotInStock, NotWithTheLot, LotFinishedAlready."""
    if fact.day < material.received_on:
        raise NotReceivedYet(material.code, material.received_on, fact.day)
    if fact.what == "issued":
        if LotFinished.objects.current().filter(lot=lot.root).exists():
            raise LotFinishedAlready(lot.code)
        there = in_stock((material.received_on, material.quantity), moves(material.root))
        if short := there.put(fact.day, "", -fact.quantity):
            raise NotInStock(material.code, short.there, fact.quantity, short.day)
    elif short := with_lot(lot.root, moves(material.root)).put(fact.day, "", -fact.quantity):
        raise NotWithTheLot(material.code, lot.code, short.there, fact.quantity, short.day)


class LotFinishedAlready(Said):
    """Material issued to a lot, or an end of it, after its end."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "Lot {code} is finished already. Look at the code, or take its end back with the reason.",
            code=code,
        )


def _next(key: dict[str, Any]) -> int:
    last = MaterialIssued.objects.filter(**key).aggregate(Max("number"))["number__max"]
    return (last or 0) + 1


VERBS: dict[str, Verb] = {
    "receive-material": Verb(
        Received, receive, ROLES, "Receive a lot of material, with where it comes from."
    ),
    "issue-material": Verb(Issued, issue, ROLES, "Issue material of a lot to a lot of a product."),
    "return-material": Verb(Issued, bring_back, ROLES, "Bring material back from a lot, unused."),
}
