"""What an export says of orders, as the rows of the verbs that record sales and refunds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pydantic import ValidationError

from jornal.actions.sales import Refunded
from jornal.actions.selling import Sold, SoldElsewhere
from jornal.actions.verb import faults_of
from jornal.facts.sales import Refund, Sale
from jornal.reads.stock import in_hundreds
from jornal.rules.sold import paid
from jornal.sheets.sold import Back, Order
from jornal.terms.marketfiles import markets
from jornal.terms.markets import NoSuchPlace
from jornal.units.parts import Several
from jornal.units.said import Said
from jornal.units.splits import largest_remainder

LARGEST_TOTAL = 2**31 - 1


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
    """A line that is sold, with what was given back of it so far; amounts in minor units."""

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
    references: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, int]:
        """What no two lines share."""
        return self.channel, self.order, self.line


def sold_rows(channel: str, order: Order, how: How, places: "Places") -> list[Sold]:
    """The lines of an order as rows of `sell`: shipping and fee on its first one, its tip on none. Raises NotALine.

    What pieces make may not be a whole price each; then the price is rounded up and the rest a discount.
    """
    total = order.made - order.tip
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
                    country=places.code(order.country, order.region) or how.country,
                    total=total if total <= LARGEST_TOTAL else None,
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
            )
    for some in in_hundreds(found):
        for back in Refund.objects.current().filter(sale__in=list(some)):
            one = found[back.sale]
            found[back.sale] = one._replace(
                given_back=one.given_back + back.amount,
                tax_back=one.tax_back + back.tax,
                pieces_back=one.pieces_back + back.quantity,
                references=(*one.references, back.reference),
            )
    return list(found.values())


def given_back(order: Order, lines: Sequence[Sum], today: date, new: bool) -> list[Refunded]:
    """What was given back of an order beyond what is recorded: over its lines by what was paid for each.

    The day is the one the export says; where it says none, that of an order that is `new`, else today.
    """
    all_paid = sum(line.paid for line in lines)
    wanted = min(order.refunded, all_paid)
    more = wanted - sum(line.given_back for line in lines)
    if more <= 0:
        return []
    day = order.refunded_on or (order.day if new else today)
    day = max(min(day, today), order.day)
    shares = largest_remainder(wanted, [line.paid for line in lines])
    rows = []
    for line, share in zip(lines, shares, strict=True):
        amount = min(max(share - line.given_back, 0), more)
        more -= amount
        rows += [
            _row(line, f"until {order.refunded}", day, amount, line.quantity if wanted == all_paid else 0)
        ]
    return [row for row in rows if row.amount]


def came_back(back: Back, lines: Mapping[tuple[str, str, int], Sum], channel: str) -> list[Refunded] | None:
    """The refunds that a row of an export is: of the line of its goods, or over all lines of its order.

    None where no such line is sold, or less was paid for it; nothing where the refund stands already.
    """
    of = [line for key, line in sorted(lines.items()) if key[:2] == (channel, back.order)]
    if any(back.reference in line.references for line in of):
        return []
    same = [line for line in of if line.goods == back.goods] if back.goods else of
    if back.goods:
        same = [line for line in same if line.paid - line.given_back >= back.amount][:1]
    left = [line.paid - line.given_back for line in same]
    if not same or sum(left) < back.amount or any(line.currency != back.currency for line in same):
        return None
    shares = largest_remainder(back.amount, left) if any(left) else left
    day = max([back.day, *(line.day for line in same)])
    rows = [
        _row(line, back.reference, day, share, back.quantity)
        for line, share in zip(same, shares, strict=True)
    ]
    return [row for row in rows if row.amount]


def with_back(line: Sum, row: Refunded) -> Sum:
    """The line with one refund more."""
    return line._replace(
        given_back=line.given_back + row.amount,
        tax_back=line.tax_back + row.tax,
        pieces_back=line.pieces_back + row.quantity,
        references=(*line.references, row.reference),
    )


def _row(line: Sum, reference: str, day: date, amount: int, pieces: int) -> Refunded:
    """One refund of a line; its tax by its part of what was paid, rounded down."""
    tax = min(line.tax * amount // line.paid if line.paid else 0, line.tax - line.tax_back)
    return Refunded(
        channel=line.channel, order=line.order, line=line.line, reference=reference[:60], day=day, amount=amount,
        tax=max(tax, 0), quantity=max(min(pieces, line.quantity - line.pieces_back), 0),
    )  # fmt: skip
