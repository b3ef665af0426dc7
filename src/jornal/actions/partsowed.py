"""What sites owe to orders: the parts they make for them, at every depth, with what is made of each."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from jornal.actions.needed import Bills, Need
from jornal.facts.orders import OrderLine
from jornal.facts.products import Product
from jornal.reads.lots import Standing
from jornal.reads.orders import Ordered, PartOf, orders


def with_parts(day: date, site: str = "", only: Collection[str] | None = None) -> list[Ordered]:
    """The orders that have a line, or a part of one, at a site, or all; each with the parts made there, or everywhere.

    By the recipes of a day, as the promise of a changed order is reckoned. As many queries for many orders as for one.
    """
    bills = Bills(day)
    needs = {order: bills.needs(of) for order, of in _lines(only).items()}
    here = {order for order, of in needs.items() if any(site in ("", one.site) for one in of)}
    labels = dict(Product.objects.current().values_list("product", "label"))
    return [
        one._replace(
            parts=tuple(
                _part(need, needs[one.of.order], one.lots, labels, bills)
                for need in needs.get(one.of.order, ())
                if need.part and site in ("", need.site)
            )
        )
        for one in orders(site, only, also=here)
    ]


def served_at(site: str, day: date) -> set[str]:
    """The orders for which a site makes something: a line, or a part of one."""
    bills = Bills(day)
    return {order for order, of in _lines(None).items() if any(one.site == site for one in bills.needs(of))}


def _lines(only: Collection[str] | None) -> dict[str, list[OrderLine]]:
    rows = OrderLine.objects.current().filter(quantity__gt=0).order_by("line")
    rows = rows if only is None else rows.filter(order__in=list(only))
    found: dict[str, list[OrderLine]] = {}
    for one in rows:
        found.setdefault(one.order, []).append(one)
    return found


def _part(
    need: Need, needs: Sequence[Need], served: Iterable[Standing], labels: dict[str, str], bills: Bills
) -> PartOf:
    """A part with its lots: where the same product is ordered there as it is too, what is left of them after that."""
    first = sum(
        one.pieces for one in needs if not one.part and (one.site, one.product) == (need.site, need.product)
    )
    mine = [each for each in served if (each.lot.site, each.lot.product) == (need.site, need.product)]
    begun = sum(each.lot.quantity for each in mine) - first
    good = sum(each.judged.good for each in mine if each.judged is not None) - first
    label = labels.get(need.product, need.product)
    among = dict.fromkeys(one.product for one in needs)
    into = tuple(labels.get(one, one) for one in bills.goes_into(need.product, among))
    return PartOf(need.site, need.product, label, into, need.pieces, max(0, begun), max(0, good))
