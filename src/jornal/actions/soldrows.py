"""What an export says of orders, as the rows of the verbs that record sales and refunds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from pydantic import ValidationError

from jornal.actions.selling import Sold, SoldElsewhere
from jornal.actions.verb import faults_of
from jornal.facts.sales import Refund, Sale
from jornal.reads.stock import in_hundreds
from jornal.rules.sold import paid
from jornal.sheets.sold import Order
from jornal.terms.marketfiles import markets
from jornal.terms.markets import NoSuchPlace
from jornal.units.parts import Several
from jornal.units.said import Said

LARGEST_TOTAL = 2**31 - 1


class GivenBack(Protocol):
    """What a refund says, recorded or about to be."""

    @property
    def amount(self) -> int: ...
    @property
    def tax(self) -> int: ...
    @property
    def quantity(self) -> int: ...
    @property
    def tip(self) -> int: ...
    @property
    def reference(self) -> str: ...
    @property
    def day(self) -> date | None: ...


class NotALine(Said):
    """A line of an export that cannot be a sale."""

    def __init__(self, order: str, faults: Sequence[str]) -> None:
        super().__init__("Order {order}: {faults}.", order=order, faults=Several(faults, between="; "))


@dataclass(frozen=True)
class How:
    """What is said for all orders of an export: the place their goods leave, and the country of those that say none."""

    place: str = ""
    country: str = ""


class Sum(NamedTuple):
    """A line that is sold, with what was given back of it so far; amounts in minor units.

    `references` are those of its refunds, each with what it gave back, a tip beside, and its day.
    """

    channel: str
    order: str
    line: int
    goods: str
    day: date
    currency: str
    quantity: int
    paid: int
    tax: int
    given_back: int = 0
    tax_back: int = 0
    pieces_back: int = 0
    references: tuple[tuple[str, int, date | None], ...] = ()
    tip: int = 0
    tip_back: int = 0

    @property
    def left(self) -> int:
        """What of it is not given back."""
        return self.paid - self.given_back

    def under(self, reference: str, day: date) -> int:
        """What was given back of it under a reference on a day."""
        names, on = (reference, dated(reference, day)), max(day, self.day)
        return sum(amount for name, amount, of in self.references if name in names and of == on)

    @property
    def key(self) -> tuple[str, str, int]:
        """What no two lines share."""
        return self.channel, self.order, self.line


def dated(reference: str, day: date) -> str:
    """The reference of a refund where another of another day has it already: the till may name the payment alone."""
    return f"{reference[:49]} {day}"


def sold_rows(channel: str, order: Order, how: How, places: "Places") -> list[Sold]:
    """The lines of an order as rows of `sell`: shipping, fee and tip on its first one. Raises NotALine.

    What pieces make may not be a whole price each; then the price is rounded up and the rest a discount.
    """
    total = None if order.total is None or order.sold > LARGEST_TOTAL else order.sold
    rows: list[Sold] = []
    for number, line in enumerate(order.lines, start=1):
        price = -(-line.gross // line.quantity)
        first = number == 1
        try:
            rows.append(
                SoldElsewhere(
                    channel=channel,
                    order=order.number,
                    line=number,
                    day=order.day,
                    place=how.place or None,
                    goods=line.known_by,
                    quantity=line.quantity,
                    price=price,
                    tax=line.tax,
                    currency=order.currency,
                    discount=line.discount + price * line.quantity - line.gross,
                    tax_included=order.tax_included,
                    shipping=order.shipping if first else 0,
                    fee=order.fee if first else 0,
                    tip=order.tip if first else 0,
                    country=places.code(order.country, order.region) or how.country,
                    total=total,
                )
            )
        except ValidationError as wrong:
            raise NotALine(order.number, faults_of(wrong)) from None
    return rows


class Places:
    """The codes of places as exports write them, each looked up once."""

    def __init__(self) -> None:
        self._known, self._codes = markets(), dict[tuple[str, str], str]()
        self._named = {one.id for one in self._known.place}

    def code(self, country: str, region: str) -> str:
        """The code of a country, with its region where the rules of markets know it; "" where neither is known."""
        key = (country, region)
        if key not in self._codes:
            self._codes[key] = self._code(country, region)
        return self._codes[key]

    def _code(self, country: str, region: str) -> str:
        try:
            code = self._known.code(country) if country else ""
        except NoSuchPlace:
            return ""
        finer = f"{code}-{region.upper()}"
        return finer if finer in self._named else code


def sums_of(sales: Iterable[Sold]) -> list[Sum]:
    """Lines that are about to be recorded, with nothing given back yet."""
    return [
        Sum(
            one.channel,
            one.order,
            one.line,
            one.goods,
            one.day or date.min,
            one.currency,
            one.quantity,
            paid(one),
            one.tax,
            tip=one.tip,
        )
        for one in sales
    ]


def standing(channels: Iterable[str], orders: Iterable[str]) -> list[Sum]:
    """The lines of these orders that are sold already, with what was given back of each."""
    found: dict[object, Sum] = {}
    wanted, of = sorted(set(orders)), sorted(set(channels))
    for some in in_hundreds(wanted):
        for sale in Sale.objects.current().filter(channel__in=of, order__in=list(some)):
            found[sale.root] = Sum(
                sale.channel,
                sale.order,
                sale.line,
                sale.goods,
                sale.day,
                sale.currency,
                sale.quantity,
                paid(sale),
                sale.tax,
                tip=sale.tip,
            )
    for some in in_hundreds(found):
        for back in Refund.objects.current().filter(sale__in=list(some)):
            found[back.sale] = with_back(found[back.sale], back)
    return list(found.values())


def with_back(line: Sum, back: GivenBack) -> Sum:
    """The line with one refund more."""
    return line._replace(
        given_back=line.given_back + back.amount,
        tax_back=line.tax_back + back.tax,
        pieces_back=line.pieces_back + back.quantity,
        tip_back=line.tip_back + back.tip,
        references=(*line.references, (back.reference, back.amount, back.day)),
    )
