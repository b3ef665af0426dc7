"""Deliveries of orders: goods of a lot that leave a place for the customer, checked for where they go, and sold so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

from django.db.models import Sum
from pydantic import Field

from jornal.actions.alone import alone
from jornal.actions.amounts import Minor
from jornal.actions.border import Border
from jornal.actions.gate import may_leave
from jornal.actions.given import Listed, Token, on
from jornal.actions.goods import lot_of
from jornal.actions.markets import Checked, check_shipments
from jornal.actions.office import Office
from jornal.actions.onlot import LotCode
from jornal.actions.places import place_of
from jornal.actions.quoting import NoSuchOrder
from jornal.actions.rights import SHIPMENT, none_open
from jornal.actions.sales import sell
from jornal.actions.selling import SoldOnPaper
from jornal.actions.stocktaking import OtherProduct
from jornal.actions.verb import Row, Verb
from jornal.facts.markets import ShipmentChecked
from jornal.facts.orders import Order, OrderLine
from jornal.facts.sales import Sale
from jornal.journal.fact import Fact
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("seller", "hq_operations")
CHANNEL = "wholesale"


class MoreThanOrdered(Said):
    """More of a line delivered than was ordered."""

    def __init__(self, row: "Delivered", ordered: int, delivered: int) -> None:
        super().__init__(
            "Line {line} of order {order} is of {ordered} pieces, and {wanted} would be delivered in all. Correct the "
            "number, or change the order first with `jornal do add-line`.",
            line=row.line,
            order=row.order,
            ordered=ordered,
            wanted=delivered,
        )


class OtherDelivery(Said):
    """A delivery that is of another order or day."""

    def __init__(self, delivery: str, order: str, day: date) -> None:
        super().__init__(
            "Delivery {delivery} is of order {order}, of {day}. Give this one a name of its own.",
            delivery=delivery,
            order=order,
            day=day,
        )


class Delivered(Row):
    """Goods of a lot delivered for a line of an order, out of a place; they are sold at the price of the line.

    Tax and shipping are of the line, in minor units. The papers of a delivery are made of all its lines. `transit` are
    the places it crosses; those that were told when it was checked before are crossed too.
    """

    delivery: Token
    order: Token
    line: Annotated[int, Field(ge=1, le=999)]
    place: Token
    lot: LotCode
    quantity: Annotated[int, Field(ge=1, le=100_000)]
    day: date | None = None
    transit: Listed = Field(default_factory=list)
    tax: Minor = 0
    tax_included: bool = False
    shipping: Minor = 0


def deliver(office: Office, rows: Sequence[Delivered]) -> list[Fact]:
    """The sales that the deliveries are, as recorded; sent twice they are recorded once.

    Raises NoSuchOrder, NoSuchLot, OtherProduct, MoreThanOrdered, OtherDelivery, RightsFirst, NotToGoThere (what was
    checked stays on file), NotThatMany, NotYet.
    """
    border = Border(office)
    for row, line in zip(rows, _lines(office, rows), strict=True):
        _may_go(office, border, line, row.transit)
    return _sold(office, rows)


@alone("hq")
def _sold(office: Office, rows: Sequence[Delivered]) -> list[Fact]:
    """The lines looked at once more, now that nobody delivers besides, and sold."""
    return sell(office, _lines(office, rows))


def _lines(office: Office, rows: Sequence[Delivered]) -> list[SoldOnPaper]:
    more: dict[tuple[str, int], int] = {}
    numbers: dict[str, int] = {}
    return [_line(office, row, more, numbers) for row in rows]


def _line(
    office: Office, row: Delivered, more: dict[tuple[str, int], int], numbers: dict[str, int]
) -> SoldOnPaper:
    order = Order.objects.current().filter(order=row.order).first()
    line = OrderLine.objects.current().filter(order=row.order, line=row.line, quantity__gt=0).first()
    if order is None or line is None:
        raise NoSuchOrder(row.order, row.line if order else 0)
    place_of(row.place)
    if (lot := lot_of(row.lot)).product != line.product:
        raise OtherProduct(row.lot, lot.product, line.product)
    day = on(office, row.day)
    number, known = _number(row, day, numbers)
    if known is None:
        key = (row.order, row.line)
        before = Sale.objects.current().filter(channel=CHANNEL, order=row.order, order_line=row.line)
        more[key] = more.get(key, before.aggregate(all=Sum("quantity"))["all"] or 0) + row.quantity
        if more[key] > line.quantity:
            raise MoreThanOrdered(row, line.quantity, int(more[key]))
    return SoldOnPaper(
        channel=CHANNEL, order=row.order, line=number, day=day, place=row.place, product=line.product, lot=row.lot,
        quantity=row.quantity, price=known.price if known else line.price, tax=row.tax,
        tax_included=row.tax_included, shipping=row.shipping,
        currency=order.currency, country=order.country, paper=row.delivery, order_line=row.line,
    )  # fmt: skip


def _number(row: Delivered, day: date, numbers: dict[str, int]) -> tuple[int, Sale | None]:
    """The number of a delivery's line among the sales of its order, and that line where it is recorded already."""
    other = Sale.objects.current().filter(channel=CHANNEL, paper=row.delivery).first()
    if other is not None and (other.order, other.day) != (row.order, day):
        raise OtherDelivery(row.delivery, other.order, other.day)
    said = {"paper": row.delivery, "order_line": row.line, "lot": row.lot, "quantity": row.quantity}
    same = Sale.objects.filter(channel=CHANNEL, order=row.order, corrects=None, **said).first()
    if same is not None:
        return same.line, same
    last = Sale.objects.filter(channel=CHANNEL, order=row.order).order_by("line").last()
    numbers[row.order] = max(numbers.get(row.order, 0), last.line if last else 0) + 1
    return numbers[row.order], None


def _may_go(office: Office, border: Border, line: SoldOnPaper, crossed: Sequence[str]) -> None:
    """Raises RightsFirst, NotToLeave, NotToGoThere; what was checked for it is kept on file, refused or not."""
    sites = border.sites(line.product or "", line.lot)
    none_open(Part(SHIPMENT), office.day, sites)
    may_leave(replace(office, site=lot_of(line.lot).site), line.lot)
    shipment = f"{line.paper}-{line.lot.lower()}"
    transit = _transit((line.paper, shipment), [border.code(one) for one in crossed])
    for site in sites:
        row = Checked(
            shipment=shipment, destination=line.country, transit=list(transit), product=line.product or ""
        )
        check_shipments(replace(office, site=site), [row])
    if refused := border.refusal(line.product or "", line.lot, line.country, transit=transit):
        raise refused


def _transit(shipments: Iterable[str], crossed: Iterable[str]) -> tuple[str, ...]:
    """The places that a delivery crosses: those told now, and those told when it was last checked by its name."""
    found = list(crossed)
    for shipment in shipments:
        last = ShipmentChecked.objects.current().filter(shipment=shipment).order_by("number").last()
        found += last.transit["places"] if last else []
    return tuple(dict.fromkeys(found))


VERBS: dict[str, Verb] = {
    "deliver": Verb(Delivered, deliver, ROLES, "Deliver goods of a lot for a line of an order."),
}
