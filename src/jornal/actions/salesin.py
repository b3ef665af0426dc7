"""A sales export looked at and brought in: each order sold, here already, held or refused, and all its sums."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import transaction

from jornal.actions.border import Border
from jornal.actions.markets import Checked, check_shipments
from jornal.actions.office import Office, check
from jornal.actions.sales import ROLES, Refunded, recorded, refund
from jornal.actions.selling import Sold, SortedOut, sorted_out
from jornal.actions.soldback import came_back, given_back
from jornal.actions.soldbefore import Before, before
from jornal.actions.soldpaid import Paid, paid_for, told_fees, told_later, with_tips
from jornal.actions.soldrows import How, NotALine, Places, Sum, sold_rows, standing, sums_of
from jornal.facts.organisation import Site
from jornal.journal.place import locked
from jornal.rules.sold import paid
from jornal.sheets.sales import read
from jornal.sheets.sold import Back, Order, Sales
from jornal.sheets.sources import Source, of_channel, packaged
from jornal.sheets.sources import read as mapping
from jornal.units.said import Said

GOODS = "goods"
"""What a check of goods that nobody named is called by."""
SUMS = {
    "file": "In the file",
    "new": "Sold, new here",
    "here": "Recorded already",
    "tips": "Tips, no price of goods",
    "cards": "Put on gift cards, no sale yet",
    "unnamed": "Held: goods that nobody named",
    "payments": "Pays for orders recorded before",
    "sums_differ": "Held: sums do not add up",
    "refused": "Refused",
    "listed": "Listed: no sale, or not yet",
    "difference": "Not explained",
}
BESIDE = {
    "given_back": "Given back",
    "given_back_new": "Given back, new here",
    "fees": "Kept by the channel",
}
"""What a sum of a currency is called; those of `SUMS` below the first come to it together."""


class SoldTogether(Said):
    """A payment of goods of several kinds that no export has told yet."""

    def __init__(self, order: Order) -> None:
        super().__init__(
            "Order {order} is of several goods ({goods}), and this export does not say what each made. Bring in the "
            "export of its lines first, then this one again.",
            order=order.number,
            goods=order.lines[0].name[:60],
        )


@dataclass(frozen=True)
class Barred:
    """Goods that were sold to a market that does not let them in: which orders, and what its law says."""

    product: str
    country: str
    orders: tuple[str, ...]
    why: Said


@dataclass
class Currency:
    """One currency of a file, in minor units: what the file says, and what became of each part of it."""

    file: int = 0
    new: int = 0
    here: int = 0
    unnamed: int = 0
    payments: int = 0
    refused: int = 0
    sums_differ: int = 0
    listed: int = 0
    tips: int = 0
    cards: int = 0
    fees: int = 0
    given_back: int = 0
    given_back_new: int = 0

    @property
    def difference(self) -> int:
        """What the file says less all that became of it: nought, or something was lost."""
        parts = (
            self.new,
            self.here,
            self.unnamed,
            self.payments,
            self.refused,
            self.sums_differ,
            self.listed,
            self.tips,
            self.cards,
        )
        return self.file - sum(parts)


@dataclass
class Look:
    """What an export would change, or has changed: lines sold, here already, without a name, refused; refunds; sums."""

    export: Sales
    new: list[Sold] = field(default_factory=list)
    here: list[Sold] = field(default_factory=list)
    unnamed: list[Sold] = field(default_factory=list)
    new_unnamed: int = 0
    refused: list[tuple[Order, Said]] = field(default_factory=list)
    refunds: list[Refunded] = field(default_factory=list)
    lost: list[Back] = field(default_factory=list)
    payments: list[Paid] = field(default_factory=list)
    barred: list[Barred] = field(default_factory=list)
    sums: dict[str, Currency] = field(default_factory=dict)

    @property
    def open(self) -> int:
        """How many orders, goods and rows wait for a person."""
        return (
            len(self.export.listed)
            + len(self.export.held)
            + len(self.unnamed)
            + len(self.refused)
            + len(self.lost)
        )


def sources(name: str = "", own: Path | None = None) -> tuple[Source, ...]:
    """The kinds of export to try: those of a source, those in a mapping of one's own, or all.

    Raises `SheetFault` for a source that there is not, `TermsFaults` for a wrong mapping.
    """
    if own is not None:
        return (mapping(own),)
    return of_channel(name) if name else packaged()


def opened(path: Path, known: Sequence[Source], currency: str = "") -> Sales:
    """What is in an export. Raises `SheetFault` where it is refused whole."""
    return read(path, known, currency.strip().upper())


def looked(office: Office, export: Sales, how: How) -> Look:
    """What an export would change; nothing is recorded. Raises NotYourRole, NotGranted."""
    check(office, "import-sales", ROLES)
    look = Look(export)
    rows, orders = _rows(look, how)
    found = sorted_out(office, rows)
    stood = before(row.key for row in rows)
    _sort(look, found, stood, orders)
    look.payments = paid_for(export, {(row.channel, row.order) for row in (*look.here, *look.unnamed)})
    _part_payments(look, stood)
    look.new_unnamed = sum(row.key not in stood.held for row in look.unnamed)
    _refunds(look, office)
    look.barred = list(_barred(office, [*look.new, *look.unnamed]))
    look.sums = _sums(look, orders)
    return look


def brought(office: Office, export: Sales, how: How) -> Look:
    """What an export changed: its sales, goods without a name, refunds and fees recorded, all of it or nothing.

    Sent again it changes nothing. Raises NotYourRole, NotGranted.
    """
    with transaction.atomic():
        locked(office.book("hq"))
        look = looked(office, export, how)
        if look.new or look.new_unnamed:
            recorded(office, SortedOut(sales=look.new, held=look.unnamed))
        told_fees(office, look.payments)
        told_later(office, [*look.here, *look.unnamed], export.title)
        if look.refunds:
            refund(office, look.refunds)
        for one in look.barred:
            _put_on_file(office, export, one)
    return look


def _rows(look: Look, how: How) -> tuple[list[Sold], dict[str, Order]]:
    """The lines of all orders that can be lines of a sale, and the orders by number."""
    places, rows, orders = Places(), list[Sold](), dict[str, Order]()
    for order in look.export.orders:
        orders[order.number] = order
        try:
            rows += sold_rows(look.export.channel, order, how, places)
        except NotALine as fault:
            look.refused.append((order, fault))
    return rows, orders


def _sort(look: Look, found: SortedOut, stood: Before, orders: dict[str, Order]) -> None:
    """New lines apart from those that stand, and each refused order once."""
    for row in found.sales:
        (look.here if row.key in stood.sales else look.new).append(row)
    look.unnamed = found.held
    look.refused += {row.order: (orders[row.order], fault) for row, fault in found.refused}.values()


def _part_payments(look: Look, stood: Before) -> None:
    """Takes out of the lines what pays for an order that is recorded already, and is no sale of its own."""
    numbers = {one.number for one in look.payments}
    look.new = [row for row in look.new if row.order not in numbers]
    look.unnamed = [row for row in look.unnamed if row.order not in numbers]
    look.refused = [(order, fault) for order, fault in look.refused if order.number not in numbers]
    together = {one.number: one for one in look.export.orders if one.together}
    fresh = dict.fromkeys(
        row.order for row in look.unnamed if row.order in together and row.key not in stood.held
    )
    look.unnamed = [row for row in look.unnamed if row.order not in fresh]
    look.refused += [(together[number], SoldTogether(together[number])) for number in fresh]


def _refunds(look: Look, office: Office) -> None:
    """What was given back beyond what is recorded; refunds whose sale is not here are told."""
    export = look.export
    backs = {back.order for back in export.backs}
    wanted = {order.number for order in export.orders if order.refunded} | backs
    lines = {line.key: line for line in standing([export.channel], wanted)}
    new = {line.key: line for line in sums_of(row for row in look.new if row.order in wanted)}
    lines = with_tips(lines | new, look.payments, look.here)
    by_order: dict[str, list[Sum]] = {}
    for key in sorted(lines):
        by_order.setdefault(key[1], []).append(lines[key])
    for order in export.orders:
        if order.refunded and order.number in by_order:
            fresh = (export.channel, order.number, 1) in new
            look.refunds += given_back(order, by_order[order.number], office.day, fresh)
    found, look.lost = came_back(export.backs, lines, office.day)
    look.refunds += found


def _barred(office: Office, rows: Iterable[Sold]) -> Iterator[Barred]:
    """What was sold to a market that does not let it in, each product and country once; "" for goods nobody named."""
    border = Border(office)
    orders: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.country:
            orders.setdefault((row.product or "", row.country), []).append(row.order)
    for (product, country), of in sorted(orders.items()):
        if border.refusal("", "", country) is None:
            continue  # what every site may send there in any product needs no question of its own
        why = border.refusal(product, "", country)
        if why is not None:
            yield Barred(product, country, tuple(dict.fromkeys(of)), why)


def _put_on_file(office: Office, export: Sales, one: Barred) -> None:
    """The check of what was sold where it may not go, among the checked shipments, refused as it is."""
    site = next(iter(Border(office).sites(one.product)), "") or next(
        iter(Site.objects.current().order_by("site").values_list("site", flat=True)), ""
    )
    name = f"{export.channel}-{one.product or GOODS}-{one.country}".lower()[:39].rstrip("-")
    row = Checked(shipment=name, destination=one.country, product=one.product)
    check_shipments(replace(office, site=site), [row])


def _sums(look: Look, orders: dict[str, Order]) -> dict[str, Currency]:
    """For each currency what the file says, beside what became of it."""
    found: dict[str, Currency] = {}

    def of(currency: str) -> Currency:
        return found.setdefault(currency, Currency())

    for currency, total in look.export.totals.items():
        one = of(currency)
        one.file, one.sums_differ, one.listed = total.file, total.held, total.listed
        one.given_back = total.given_back
    for name, rows in (("new", look.new), ("here", look.here), ("unnamed", look.unnamed)):
        for row in rows:
            setattr(of(row.currency), name, getattr(of(row.currency), name) + paid(row))
    for order, _ in look.refused:
        of(order.currency).refused += order.made
    for payment in look.payments:
        of(payment.currency).payments += payment.made
    apart = {order.number for order, _ in look.refused} | {one.number for one in look.payments}
    for order in orders.values():
        of(order.currency).fees += order.fee
        if order.number not in apart:
            of(order.currency).tips += order.tip
            of(order.currency).cards += order.cards
    for back in look.refunds:
        of(orders[back.order].currency if back.order in orders else _currency(look, back)).given_back_new += (
            back.amount + back.tip
        )
    return dict(sorted(found.items()))


def _currency(look: Look, row: Refunded) -> str:
    return next(back.currency for back in look.export.backs if back.order == row.order)
