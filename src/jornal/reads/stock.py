"""Where goods are, from what moved, was sold and came back: nothing is kept twice, so nothing can disagree."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Sum

from jornal.facts.sales import Refund, Sale
from jornal.facts.stock import Movement
from jornal.journal.fact import Cursor
from jornal.rules.stock import Ledger

Key = tuple[str, str]
"""A place and a product."""


@dataclass(frozen=True)
class Goods:
    """Pieces of a lot of a product at a place; lot "" holds those nobody knows the lot of, below nought if sold so."""

    place: str
    product: str
    lot: str
    quantity: int


@dataclass(frozen=True)
class _Asked:
    """Which goods are asked for; None is all of them."""

    places: Collection[str] | None = None
    products: Collection[str] | None = None
    lots: Collection[str] | None = None
    until: date | None = None
    upto: Cursor | None = None


def goods(
    places: Collection[str] | None = None,
    *,
    lots: Collection[str] | None = None,
    until: date | None = None,
    upto: Cursor | None = None,
) -> list[Goods]:
    """What is at places (None is every one) at the end of a day, in order of place, product and lot; none at nought.

    With `lots`, of these alone.
    """
    sums: dict[tuple[str, str, str], int] = {}
    for place, product, lot, _, quantity in _flows(_Asked(places, None, lots, until, upto)):
        sums[place, product, lot] = sums.get((place, product, lot), 0) + quantity
    return [Goods(*key, quantity) for key, quantity in sorted(sums.items()) if quantity]


def ledgers(
    keys: Collection[Key], *, until: date | None = None, upto: Cursor | None = None
) -> dict[Key, Ledger]:
    """The goods of products at places, day by day until one, for each key that is asked for; five queries."""
    found: dict[Key, list[tuple[date, str, int]]] = {key: [] for key in keys}
    places, products = {place for place, _ in keys}, {product for _, product in keys}
    for place, product, lot, day, quantity in _flows(_Asked(places, products, None, until, upto)):
        if (place, product) in found:
            found[place, product].append((day, lot, quantity))
    return {key: Ledger.of(flows) for key, flows in found.items()}


def entered(lots: Collection[str], upto: Cursor | None = None) -> dict[str, int]:
    """So many pieces of each lot came into stock when they were finished."""
    rows = Movement.objects.current(upto).filter(lot__in=list(lots), what="finished").order_by()
    return {lot: int(pieces) for lot, pieces in rows.values_list("lot").annotate(Sum("quantity"))}


def nowhere(upto: Cursor | None = None) -> list[tuple[Sale, Refund]]:
    """Refunds by which pieces came back, but to no place, each with the sale it is of; no stock has them."""
    backs = Refund.objects.current(upto).filter(goods_back__gt=0, place="").order_by("day", "seq")
    found = list(backs)
    sales = {
        one.root: one
        for some in in_hundreds({back.sale for back in found})
        for one in Sale.objects.current(upto).filter(root__in=some)
    }
    return [(sales[back.sale], back) for back in found if back.sale in sales]


def came_and_gone(product: str, lot: str = "", upto: Cursor | None = None) -> tuple[int, int]:
    """Pieces of a product, or of one lot, that came into stock when finished; and those sold out of it or given away.

    What came back of a sale is not gone.
    """
    of = {"product": product, **({"lot": lot} if lot else {})}
    moved = Movement.objects.current(upto).filter(**of)
    came = moved.filter(what="finished").aggregate(all=Sum("quantity"))["all"] or 0
    given = moved.filter(what__in=("sample", "gift")).aggregate(all=Sum("quantity"))["all"] or 0
    sales = Sale.objects.current(upto).filter(**of).exclude(place="")
    back = Refund.objects.current(upto).filter(sale__in=sales.values("root")).exclude(place="")
    sold = sales.aggregate(all=Sum("quantity"))["all"] or 0
    return int(came), int(given + sold - (back.aggregate(all=Sum("goods_back"))["all"] or 0))


Flow = tuple[str, str, str, date, int]


def _flows(asked: _Asked) -> Iterator[Flow]:
    """Pieces by place, product, lot and day: above nought where they came."""
    for kind, column, sign in ((Movement, "to_place", 1), (Movement, "from_place", -1), (Sale, "place", -1)):
        rows: Any = kind.objects.current(asked.upto).exclude(**{column: ""})
        rows = _narrowed(rows, column, asked)
        rows = rows if asked.products is None else rows.filter(product__in=list(asked.products))
        rows = rows if asked.lots is None else rows.filter(lot__in=list(asked.lots))
        sums = rows.order_by().values_list(column, "product", "lot", "day").annotate(Sum("quantity"))
        for place, product, lot, day, quantity in sums:
            yield place, product, lot, day, sign * int(quantity)
    yield from _back(asked)


def _back(asked: _Asked) -> Iterator[Flow]:
    """What came back of what was sold."""
    rows = _narrowed(Refund.objects.current(asked.upto).filter(goods_back__gt=0), "place", asked)
    if asked.lots is not None:
        rows = rows.filter(sale__in=Sale.objects.filter(lot__in=list(asked.lots)).values("root"))
    back = list(rows.exclude(place="").values_list("sale", "place", "day", "goods_back"))
    of = of_sales({sale for sale, *_ in back}, asked.upto)
    for sale, place, day, quantity in back:
        product, lot = of[sale]
        if (asked.products is None or product in asked.products) and (
            asked.lots is None or lot in asked.lots
        ):
            yield place, product, lot, day, quantity


def of_sales(roots: Collection[Any], upto: Cursor | None = None) -> dict[Any, tuple[str, str]]:
    """The product and lot of lines of sales by their roots."""
    found: dict[Any, tuple[str, str]] = {}
    for some in in_hundreds(roots):
        rows = Sale.objects.current(upto).filter(root__in=some)
        found |= {root: (product, lot) for root, product, lot in rows.values_list("root", "product", "lot")}
    return found


def _narrowed(rows: Any, column: str, asked: _Asked) -> Any:
    rows = rows if asked.places is None else rows.filter(**{f"{column}__in": list(asked.places)})
    return rows if asked.until is None else rows.filter(day__lte=asked.until)


def in_hundreds(found: Iterable[Any], size: int = 500) -> Iterator[list[Any]]:
    """Some at a time, as many as every database takes in one question."""
    every = list(found)
    for start in range(0, len(every), size):
        yield every[start : start + size]
