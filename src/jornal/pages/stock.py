"""Where the goods are: every place with what is there, what was counted last, and the way back of a lot."""

from typing import Any, NamedTuple

from django.http import Http404, HttpResponse

from jornal.facts.organisation import Site
from jornal.facts.products import Product
from jornal.facts.stock import StockCount, StockPlace
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.cataloguedeeds import UNITS
from jornal.pages.choices import operations_called
from jornal.pages.desk import Desk
from jornal.pages.goodsdeeds import SORTS, STOCK_FAMILY, WHATS
from jornal.reads.lineage import lineage
from jornal.reads.lots import materials
from jornal.reads.stock import Goods, goods

READ = ("hq_operations", "hq_finance", "seller", "auditor")
SEND = ("hq_operations", "seller")
WENT = {**WHATS, "sold": "Sold", "counted": "Not found when counted"}


class Here(NamedTuple):
    """A place as it is shown: what it is, its goods each with product, lot, pieces and last count, and all pieces."""

    place: StockPlace
    sort: str
    rows: list[tuple[Goods, str, StockCount | None]]
    pieces: int


def page(desk: Desk) -> HttpResponse:
    """Every place with its goods."""
    there: dict[str, list[Goods]] = {}
    for one in goods():
        there.setdefault(one.place, []).append(one)
    names = dict(Product.objects.current().values_list("product", "label"))
    counts = {
        (one.place, one.product, one.lot): one for one in StockCount.objects.current().order_by("number")
    }
    places = [
        Here(
            place, desk.say(SORTS[place.sort]),
            [
                (one, names.get(one.product, one.product), counts.get((one.place, one.product, one.lot)))
                for one in there.get(place.place, [])
            ],
            sum(one.quantity for one in there.get(place.place, [])),
        )
        for place in StockPlace.objects.current().order_by("label")
    ]  # fmt: skip
    acts = acting.listed(desk, STOCK_FAMILY, "hq.stock.do")
    return desk.page("stock.html", places=places, pieces=sum(one.pieces for one in places), acts=acts)


def lot(desk: Desk, code: str) -> HttpResponse:
    """A lot from its material to its buyers; no person is on it."""
    found = lineage(code)
    if found is None:
        raise Http404
    gone: list[tuple[Any, str]] = [(one, desk.say(WENT[one.what])) for one in found.gone]
    labels = dict(StockPlace.objects.current().values_list("place", "label"))
    there = [(one, labels.get(one.place, one.place)) for one in found.there]
    label = Site.objects.current().filter(site=found.of.lot.site).values_list("label", flat=True).first()
    site = desk.say(label or found.of.lot.site)
    of = materials(one.material.material for one in found.materials)
    return desk.page(
        "lineage.html",
        found=found, gone=gone, there=there, site=site, operations=operations_called(desk),
        materials={code: one.label for code, one in of.items()},
        units={code: desk.say(UNITS[one.unit]) for code, one in of.items()},
    )  # fmt: skip


PAGES = [
    Page("hq.stock", "hq/stock", page, READ, label="Goods"),
    Page("hq.stock.do", "hq/stock/do/<slug:verb>", acting.form_of(STOCK_FAMILY), SEND, SEND),
    Page("hq.stock.lot", "hq/stock/lots/<token:code>", lot, READ),
]
