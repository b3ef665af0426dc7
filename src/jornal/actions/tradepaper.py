"""What the papers of trade say, told like a run: a delivery with its goods, a settlement, a market that refuses."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from jornal import __version__
from jornal.actions.daysheet import place_of as issuer
from jornal.actions.deliveries import CHANNEL
from jornal.actions.goods import made_in
from jornal.actions.office import Office
from jornal.actions.places import place_of
from jornal.facts.lots import Lot
from jornal.facts.markets import ShipmentChecked
from jornal.facts.orders import Order
from jornal.facts.organisation import Site
from jornal.facts.products import Product
from jornal.facts.sales import Sale, Settlement
from jornal.facts.stock import ProductCustoms
from jornal.journal.vaultlog import Reader
from jornal.reads.credits import credited
from jornal.rules.sold import gross, paid
from jornal.terms.marketfiles import markets
from jornal.units.money import exponent
from jornal.units.said import Said

Row = dict[str, Any]


class NoSuchPaper(Said):
    """A delivery, settlement or check that is not recorded."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "Nothing is recorded by the name {name}. Look at it again: a paper is made of what was delivered, settled "
            "or checked.",
            name=name,
        )


def delivery(office: Office, name: str) -> Row:
    """A delivery as its invoice and packing list tell it. Raises NoSuchPaper.

    `credits` are lines of makers who consent to it, opened where the names are open and left out where they are not.
    """
    sales = list(Sale.objects.current().filter(channel=CHANNEL, paper=name).order_by("line"))
    if not sales:
        raise NoSuchPaper(name)
    order = Order.objects.current().get(order=sales[0].order)
    lots = {one.code: one for one in Lot.objects.current().filter(code__in={one.lot for one in sales})}
    lines = [_line(one, lots) for one in sales]
    return {
        **_issued(lots[sales[0].lot].site, sales[0].currency, sales[0].day, sales[0].day),
        "number": name,
        "order": order.order,
        "customer": order.customer,
        "country": order.country,
        "day": sales[0].day.isoformat(),
        "lines": lines,
        "shipping": sum(one.shipping for one in sales),
        "tax": sum(one.tax for one in sales),
        "tax_included": all(one.tax_included for one in sales),
        "total": sum(map(paid, sales)),
        "origins": sorted({(line["made_at"], line["made_in"]) for line in lines}),
        "missing": _missing(lines),
        "credits": _credits(office, {one.product for one in sales}),
    }


def settlement(name: str) -> Row:
    """A settlement with a consignee as its statement tells it. Raises NoSuchPaper."""
    found = Settlement.objects.current().filter(settlement=name).first()
    if found is None:
        raise NoSuchPaper(name)
    sites = Lot.objects.current().filter(code__in=[one["lot"] for one in found.goods["goods"]])
    site = sites.order_by("code").values_list("site", flat=True).first() or ""
    names = dict(Product.objects.current().values_list("product", "label"))
    sales = Sale.objects.current().filter(paper=name, channel="consignment").order_by("line")
    return {
        **_issued(site, found.currency, found.since, found.until),
        "number": name,
        "consignee": place_of(found.place).label,
        "commission": found.commission,
        "goods": [
            {**one, "label": names.get(one["product"], one["product"])} for one in found.goods["goods"]
        ],
        "sales": [
            [names.get(one.product, one.product), one.lot, one.quantity, one.price, gross(one)]
            for one in sales
        ],
        "sold": found.sold,
        "kept": found.kept,
        "owed": found.owed,
    }


def refusal(name: str) -> Row:
    """A shipment that was refused, or the last refused of a delivery, with each law. Raises NoSuchPaper."""
    rows = ShipmentChecked.objects.filter(goes=False).order_by("recorded_at", "number")
    found = rows.filter(shipment=name).last() or rows.filter(shipment__startswith=f"{name}-").last()
    if found is None:
        raise NoSuchPaper(name)
    known = markets()
    return {
        **_issued(found.site, "", found.day, found.day),
        "number": found.shipment,
        "product": Product.objects.current()
        .filter(product=found.product)
        .values_list("label", flat=True)
        .first()
        or found.product,
        "consignment": found.consignment,
        "stops": [{**one, "place": known.label(one["place"])} for one in found.stops["stops"]],
    }


def _issued(site: str, currency: str, since: date, until: date) -> Row:
    """Who issues a paper, in which currency, for which days."""
    here = issuer(site)
    if currency:
        here["site"] |= {"currency": currency, "exponent": exponent(currency)}
    return {
        "release": __version__,
        **here,
        "period": {"since": since.isoformat(), "until": until.isoformat()},
    }


def _line(sale: Sale, lots: dict[str, Lot]) -> Row:
    site = lots[sale.lot].site
    customs = ProductCustoms.objects.current().filter(product=sale.product, since__lte=sale.day)
    last = customs.order_by("since").last()
    label = Product.objects.current().filter(product=sale.product).values_list("label", flat=True).first()
    return {
        "product": sale.product,
        "label": label or sale.product,
        "lot": sale.lot,
        "made_at": Site.objects.current().filter(site=site).values_list("label", flat=True).first() or site,
        "made_in": made_in(site),
        "quantity": sale.quantity,
        "price": sale.price,
        "amount": gross(sale),
        "goods_code": last.goods_code if last else "",
        "grams": last.grams if last else None,
    }


def _missing(lines: Iterable[Row]) -> list[Row]:
    """What customs ask and nobody set, by product."""
    found = {}
    for line in lines:
        what = [name for name in ("goods_code", "grams") if not line[name]]
        if what:
            found[line["product"]] = {"product": line["label"], "what": what}
    return list(found.values())


def _credits(office: Office, products: Iterable[str]) -> list[str]:
    """The credit lines of makers who consent, where the names are open."""
    if office.keys is None:
        return []
    wanted: Sequence[tuple[str, str]] = [
        one for product in sorted(products) for one in credited(product, office.day)
    ]
    reader = Reader(office.hand.by, "credit lines on an invoice", office.hand.now())
    opened = office.keys.opened_many([(worker, "line", line) for worker, line in wanted], reader=reader)
    return list(dict.fromkeys(one for one in opened if isinstance(one, str)))
