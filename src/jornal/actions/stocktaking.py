"""Goods counted: what is found beside what the books say; a difference becomes a movement, nothing is edited."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from django.db import transaction
from pydantic import Field

from jornal.actions.border import Border
from jornal.actions.given import Token, on
from jornal.actions.goods import NotThatMany, lot_of
from jornal.actions.minting import new_codes
from jornal.actions.office import Office
from jornal.actions.onlot import LotCode
from jornal.actions.places import place_of
from jornal.actions.products import product_of
from jornal.actions.verb import Row, Verb
from jornal.facts.stock import Movement, StockCount
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.reads.stock import came_and_gone, goods, ledgers
from jornal.rules.stock import Ledger
from jornal.units.said import Said

ROLES = ("hq_operations", "seller")
MOST = 1_000_000


class OtherProduct(Said):
    """A lot given for a product that it is not of."""

    def __init__(self, lot: str, of: str, product: str) -> None:
        super().__init__(
            "Lot {lot} is of {of}, not of {product}. Look at the code and the product again.",
            lot=lot,
            of=of,
            product=product,
        )


class NeverCameIn(Said):
    """More goods found than ever came into stock: a count finds what was there, and makes no new goods."""

    def __init__(self, row: "Counted", came: int, elsewhere: int) -> None:
        super().__init__(
            "{place}: {found} of {goods} cannot be there: {came} came into stock from lots that passed their gate, and "
            "{elsewhere} are elsewhere or sold. Count the other places first, or put finished goods into stock with "
            "`jornal do move-goods`.",
            place=row.place,
            found=row.found,
            goods=row.lot or row.product,
            came=came,
            elsewhere=elsewhere,
        )


class Counted(Row):
    """What was found of a product at a place, of one lot or of all together.

    Counted again the same day with the same result, it stands as it was.
    """

    place: Token
    product: Token
    found: Annotated[int, Field(ge=0, le=MOST)]
    lot: LotCode = ""
    day: date | None = None
    counted_by: Annotated[str, Field(max_length=60)] = ""


def count(office: Office, rows: Sequence[Counted]) -> list[Fact]:
    """The counts and the movements of their differences, as recorded.

    Raises NoSuchStockPlace, NoSuchProduct, NoSuchLot, OtherProduct, NotYet, NotThatMany where goods counted as gone
    left after that day, NeverCameIn, NotToGoThere.
    """
    found: list[Fact] = []
    with transaction.atomic():
        locked(office.book("hq"))
        for row in rows:
            found += _counted(office, row, on(office, row.day))
    return found


def _counted(office: Office, row: Counted, day: date) -> list[Fact]:
    place_of(row.place)
    product_of(row.product)
    if row.lot and (lot := lot_of(row.lot)).product != row.product:
        raise OtherProduct(row.lot, lot.product, row.product)
    key = {"place": row.place, "product": row.product, "lot": row.lot}
    last = StockCount.objects.current().filter(**key).order_by("number").last()
    if last is not None and (last.day, last.found) == (day, row.found):
        return [last]
    here = (row.place, row.product)
    ledger = ledgers([here], until=day)[here]
    books = ledger.left(row.lot) if row.lot else ledger.there
    if row.found > books:
        _came_in(office, row, books)
    moved = _differences(row, day, ledger)
    _holds_since(row, ledgers([here])[here], moved)
    codes = [one.movement for one in moved]
    new = StockCount(
        **key, number=last.number + 1 if last else 1, day=day, found=row.found, books=books,
        counted_by=row.counted_by or office.hand.by, movements={"movements": codes},
    )  # fmt: skip
    return list(office.put([new, *moved], "hq"))


def _came_in(office: Office, row: Counted, books: int) -> None:
    """Raises NeverCameIn for goods that never came into stock, NotToGoThere where the law of their place refuses them.

    Pieces that were sold or given away are not there again: they came back by a refund. Of a lot, those that the books
    have elsewhere are not here either; of goods whose lot is not told the books of another place may be wrong as well.
    """
    if refused := Border(office).forbidden(row.product, row.lot, place_of(row.place).country):
        raise refused
    came, gone = came_and_gone(row.product, row.lot)
    here = (
        sum(one.quantity for one in goods(lots=[row.lot]) if one.product == row.product) if row.lot else books
    )
    elsewhere = gone + here - books
    if row.found + elsewhere > came:
        raise NeverCameIn(row, came, elsewhere)


def _holds_since(row: Counted, ledger: Ledger, moved: Sequence[Movement]) -> None:
    """Raises NotThatMany where goods counted as gone moved on or were sold after that day."""
    for one in moved:
        pieces = one.quantity if one.to_place else -one.quantity
        if short := ledger.put(one.day, one.lot, pieces):
            raise NotThatMany(row.place, row.product, one.quantity, short)


def _differences(row: Counted, day: date, ledger: Ledger) -> list[Movement]:
    """The movements that make the books say what was found.

    Pieces of a lot that are gone may be those sold without their lot: so many of these are known now.
    """
    if not row.lot:
        return _movements(row, day, [("", row.found - ledger.there)])
    difference = row.found - ledger.left(row.lot)
    unknown = max(0, -ledger.left(""))
    known = min(unknown, -difference) if difference < 0 else 0
    return _movements(row, day, [("", known), (row.lot, difference)])


def _movements(row: Counted, day: date, wanted: Sequence[tuple[str, int]]) -> list[Movement]:
    codes = new_codes("MV", Movement.objects.values_list("movement", flat=True).distinct())
    return [
        Movement(
            movement=next(codes), product=row.product, lot=lot, quantity=abs(pieces), day=day, what="counted",
            from_place=row.place if pieces < 0 else "", to_place=row.place if pieces > 0 else "", country="",
            shipment="", note="",
        )
        for lot, pieces in wanted
        if pieces
    ]  # fmt: skip


VERBS: dict[str, Verb] = {
    "count-stock": Verb(
        Counted,
        count,
        ROLES,
        "Record what was found of a product at a place; a difference becomes a movement.",
    ),
}
