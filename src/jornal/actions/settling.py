"""Settlements with consignees: what they sold of what is ours, what they keep of it, tied to the goods they have."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, Any

from django.db import transaction
from django.db.models import Sum
from pydantic import Field, model_validator

from jornal.actions.amounts import Minor
from jornal.actions.given import Token, on
from jornal.actions.office import Office
from jornal.actions.onlot import LotCode
from jornal.actions.places import place_of
from jornal.actions.sales import sell
from jornal.actions.selling import SoldOnPaper
from jornal.actions.verb import Row, Verb
from jornal.facts.sales import Sale, Settlement
from jornal.facts.stock import Movement, StockPlace
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.reads.stock import goods
from jornal.rules.sold import paid
from jornal.units.said import Said

ROLES = ("hq_finance",)
CHANNEL = "consignment"
MOST = 1_000_000
HALF, WHOLE = 5_000, 10_000


class NotAConsignee(Said):
    """A settlement with a place that is none."""

    def __init__(self, place: str) -> None:
        super().__init__("{place} keeps no goods of ours on commission. Look at its name again.", place=place)


class NotTied(Said):
    """A settlement whose goods do not tie to what was brought."""

    def __init__(self, row: dict[str, Any], told: int) -> None:
        super().__init__(
            "{product} {lot}: {before} were there, {received} came, {back} went back, {gone} were sold or lost apart "
            "from this, {sold} are settled, so {left} are left, and {told} are told. Ask the consignee to count "
            "again, or record what went back or was lost first.",
            **row,
            told=told,
        )


class SettledAlready(Said):
    """Days or a name of a settlement that were settled otherwise."""

    def __init__(self, settlement: str, until: date) -> None:
        super().__init__(
            "Settlement {settlement} until {day} is recorded, and says something else. Settle the days after it.",
            settlement=settlement,
            day=until,
        )


class SeveralAtOnce(Said):
    """Rows of several settlements."""

    def __init__(self) -> None:
        super().__init__(
            "Settle one place and one time at once: every row has the same name, place and days."
        )


class Settled(Row):
    """What a consignee sold of a lot in some days, at a price for each, and how many it has left of it.

    Every lot that was there has its row, with nought where none was sold. Pieces that went back are movements.
    """

    settlement: Token
    place: Token
    since: date
    until: date
    product: Token
    lot: LotCode = ""
    sold: Annotated[int, Field(ge=0, le=MOST)] = 0
    left: Annotated[int, Field(ge=0, le=MOST)]
    price: Minor = 0
    tax: Minor = 0
    tax_included: bool = False

    @model_validator(mode="after")
    def _can_be(self) -> "Settled":
        if self.until < self.since:
            raise Said("the last day is before the first")
        return self


def settle(office: Office, rows: Sequence[Settled]) -> list[Fact]:
    """The settlement and the sales it is of, as recorded; sent twice it is one.

    Raises NotAConsignee, SeveralAtOnce, SettledAlready, NotTied with the whole sum, NotYet, what selling raises.
    """
    first = rows[0]
    if len({(row.settlement, row.place, row.since, row.until) for row in rows}) > 1:
        raise SeveralAtOnce
    place = place_of(first.place)
    if place.sort != "consignee":
        raise NotAConsignee(first.place)
    with transaction.atomic():
        locked(office.book("hq"))
        on(office, first.until)
        standing = _standing(rows)
        if standing is not None:
            return standing
        tied = list(_tied(rows))
        sales = sell(office, [_sale(place, row, line) for line, row in enumerate(rows, start=1) if row.sold])
        return [*office.put([_settlement(office, place, rows, tied)], "hq"), *sales]


def _settlement(
    office: Office, place: StockPlace, rows: Sequence[Settled], tied: list[dict[str, Any]]
) -> Settlement:
    lines = [_sale(place, row, line) for line, row in enumerate(rows, start=1) if row.sold]
    sold, kept = sum(map(paid, lines)), sum(line.fee for line in lines)
    return Settlement(
        settlement=rows[0].settlement, place=place.place, since=rows[0].since, until=rows[0].until, day=office.day,
        currency=place.currency, commission=place.commission, sold=sold, kept=kept, owed=sold - kept,
        goods={"goods": tied},
    )  # fmt: skip


def _sale(place: StockPlace, row: Settled, line: int) -> SoldOnPaper:
    """A line sold; the commission is of its price without any tax on top, rounded half up."""
    kept = (row.sold * row.price * place.commission + HALF) // WHOLE
    return SoldOnPaper(
        channel=CHANNEL, order=row.settlement, line=line, day=row.until, place=row.place, product=row.product,
        lot=row.lot, quantity=row.sold, price=row.price, tax=row.tax, tax_included=row.tax_included, fee=kept,
        currency=place.currency, country=place.country, paper=row.settlement,
    )  # fmt: skip


def _standing(rows: Sequence[Settled]) -> list[Fact] | None:
    """What is recorded of the settlement, if it says the same. Raises SettledAlready."""
    first = rows[0]
    last = Settlement.objects.current().filter(place=first.place).order_by("until").last()
    same = Settlement.objects.current().filter(settlement=first.settlement).first()
    if same is None:
        if last is not None and last.until >= first.since:
            raise SettledAlready(last.settlement, last.until)
        return None
    sales = list(Sale.objects.current().filter(channel=CHANNEL, paper=first.settlement).order_by("line"))
    told = [(row.product, row.lot, row.sold, row.price) for row in rows if row.sold]
    stood = [(one.product, one.lot, one.quantity, one.price) for one in sales]
    if (same.place, same.since, same.until, stood) != (first.place, first.since, first.until, told):
        raise SettledAlready(same.settlement, same.until)
    return [same, *sales]


def _tied(rows: Sequence[Settled]) -> Iterator[dict[str, Any]]:
    """The goods of each lot, in and out, as the settlement has them. Raises NotTied."""
    first = rows[0]
    before = _there(first.place, first.since - timedelta(days=1))
    now = _there(first.place, first.until)
    told = {(row.product, row.lot): row for row in rows}
    for key in sorted({*before, *now, *told}):
        row = told.get(key)
        came, back = _moved(first, key, "to_place"), _moved(first, key, "from_place")
        there, left, sold = before.get(key, 0), now.get(key, 0), row.sold if row else 0
        one = {
            "product": key[0], "lot": key[1], "before": there, "received": came, "back": back,
            "gone": there + came - back - left, "sold": sold, "left": left - sold,
        }  # fmt: skip
        if one["left"] != (row.left if row else 0):
            raise NotTied(one, row.left if row else 0)
        yield one


def _there(place: str, day: date) -> dict[tuple[str, str], int]:
    return {(one.product, one.lot): one.quantity for one in goods([place], until=day)}


def _moved(first: Settled, key: tuple[str, str], end: str) -> int:
    rows = Movement.objects.current().filter(
        product=key[0], lot=key[1], day__range=(first.since, first.until)
    )
    rows = rows.filter(what="moved", **{end: first.place})
    return int(rows.aggregate(all=Sum("quantity"))["all"] or 0)


VERBS: dict[str, Verb] = {
    "settle": Verb(
        Settled, settle, ROLES, "Settle with a consignee: what it sold, keeps, owes and has left."
    ),
}
