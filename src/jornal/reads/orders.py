"""Orders as they stand: their lines with what is made of them, what was promised, and the lots that serve them."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal, NamedTuple

from jornal.facts.lots import Lot
from jornal.facts.orders import Order, OrderConfirmed, OrderLine
from jornal.facts.products import Product
from jornal.reads.lots import Standing, lots

State = Literal["empty", "asked", "promised", "late", "made"]
TO_SUNDAY = timedelta(days=6)


class Line(NamedTuple):
    """A line of an order: its product's label, how many pieces its lots are for, and how many were judged good."""

    of: OrderLine
    label: str
    begun: int
    good: int


class PartOf(NamedTuple):
    """A part that a site makes for an order: what it goes into, and its pieces, those in its lots and the good ones."""

    site: str
    product: str
    label: str
    into: tuple[str, ...]
    pieces: int
    begun: int
    good: int


class Ordered(NamedTuple):
    """An order with its lines, what was promised for it, None before, its lots, and the parts of its lines."""

    of: Order
    lines: tuple[Line, ...]
    promised: OrderConfirmed | None
    lots: tuple[Standing, ...]
    parts: tuple[PartOf, ...] = ()

    def state(self, day: date) -> State:
        """What has become of it by a day; late once the promised week is over and not all of it is good.

        Where no line of it is made, what has become of its parts.
        """
        of = [(one.good, one.of.quantity) for one in self.lines] or [
            (one.good, one.pieces) for one in self.parts
        ]
        if not of:
            return "empty"
        if all(good >= wanted for good, wanted in of):
            return "made"
        if self.promised is None:
            return "asked"
        return "late" if self.promised.week + TO_SUNDAY < day else "promised"


def orders(site: str = "", only: Collection[str] | None = None, also: Collection[str] = ()) -> list[Ordered]:
    """Every order, or those of these names, the last placed first; of a site those with a line there, and that line.

    Those named in `also` are there without one. A line that was taken out is left out. As many queries for many orders
    as for one.
    """
    rows = OrderLine.objects.current().filter(quantity__gt=0).order_by("line")
    rows = rows.filter(site=site) if site else rows
    rows = rows if only is None else rows.filter(order__in=list(only))
    lines: dict[str, list[OrderLine]] = {}
    for one in rows:
        lines.setdefault(one.order, []).append(one)
    every = Order.objects.current().order_by("-placed_on", "order")
    every = every.filter(order__in={*lines, *also}) if site else every
    found = list(every if only is None else every.filter(order__in=list(only)))
    promises = {one.order: one for one in OrderConfirmed.objects.current()}
    labels = dict(Product.objects.current().values_list("product", "label"))
    served = _served([one.order for one in found], site)
    return [
        Ordered(
            one, tuple(_line(each, labels, served.get(one.order, [])) for each in lines.get(one.order, ())),
            promises.get(one.root), tuple(served.get(one.order, ())),
        )
        for one in found
    ]  # fmt: skip


def _served(names: Collection[str], site: str) -> dict[str, list[Standing]]:
    codes = Lot.objects.current().filter(order__in=list(names)).values_list("code", flat=True)
    found: dict[str, list[Standing]] = {}
    for one in lots(site, list(codes)):
        found.setdefault(one.lot.order, []).append(one)
    return found


def _line(one: OrderLine, labels: dict[str, str], served: Collection[Standing]) -> Line:
    """A lot that names no line serves the first of its product."""
    mine = [
        each
        for each in served
        if each.lot.product == one.product and each.lot.site == one.site and each.lot.line in (None, one.line)
    ]
    good = sum(each.judged.good for each in mine if each.judged is not None)
    return Line(one, labels.get(one.product, one.product), sum(each.lot.quantity for each in mine), good)
