"""What fields suggest of trade: countries, currencies, channels, orders, products, workshops, time zones, law."""

from zoneinfo import available_timezones

from jornal.actions.partsowed import served_at
from jornal.facts.orders import Order
from jornal.facts.organisation import Enterprise, Site, Workshop
from jornal.facts.products import Product
from jornal.facts.sales import GoodsNamed, Sale
from jornal.facts.stock import StockPlace
from jornal.pages.desk import Desk
from jornal.terms.load import packs
from jornal.terms.marketfiles import markets

Found = list[tuple[str, str]]
A_CODE = 2
"""Letters of the code of a country; what has more is a part of one."""


def countries(desk: Desk) -> Found:
    """The countries whose law is known here, by what they are called; any other code may be typed."""
    named = [(one.id, desk.say(one.label)) for one in markets().place if len(one.id) == A_CODE]
    return sorted(named, key=lambda pair: pair[1])


def currencies(_: Desk) -> Found:
    """The currencies of the enterprise, its sites and its places for goods."""
    kinds = (Enterprise, Site, StockPlace)
    known = {one for kind in kinds for one in kind.objects.current().values_list("currency", flat=True)}
    return [(one, one) for one in sorted(known)]


def channels(_: Desk) -> Found:
    """The channels through which something was sold or named."""
    kinds = (Sale, GoodsNamed)
    known = {
        one for kind in kinds for one in kind.objects.current().values_list("channel", flat=True).distinct()
    }
    return [(one, one) for one in sorted(known)]


def orders(desk: Desk) -> Found:
    """The orders made at this site, or with parts of it, each with its customer; all of them at headquarters."""
    rows = Order.objects.current().order_by("-placed_on", "order")
    if desk.place:
        rows = rows.filter(order__in=served_at(desk.place, desk.day))
    return [(order, f"{order} · {customer}") for order, customer in rows.values_list("order", "customer")]


def products(_: Desk) -> Found:
    """The products of the catalogue, by what they are called."""
    return list(Product.objects.current().order_by("label").values_list("product", "label"))


def workshops(desk: Desk) -> Found:
    """The workshops of this site, by what they are called."""
    rows = Workshop.objects.current().filter(site=desk.place).order_by("label")
    return [(one.workshop, desk.say(one.label)) for one in rows]


def zones(_: Desk) -> Found:
    """The time zones of the world by their names."""
    return [(one, one) for one in sorted(available_timezones()) if "/" in one and not one.startswith("Etc/")]


def laws(desk: Desk) -> Found:
    """The packs of law that lie on this computer."""
    return [(code, desk.say(pack.label)) for code, pack in sorted(packs().items())]
