"""What a register of the demo holds of what became of its goods: where they are, what was sold, what is due when."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jornal.facts.orders import Order
from jornal.facts.products import Product
from jornal.facts.sales import Settlement
from jornal.facts.stock import StockPlace
from jornal.reads.milestones import due
from jornal.reads.sold import sold
from jornal.reads.stock import goods
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

Cells = Sequence[object]


def tables() -> Iterator[tuple[str, Sequence[str], Iterable[Cells]]]:
    """Each table: its name, its headings, its rows."""
    yield "Goods, and where they are", ("Place", "What it is", "Product", "Lot", "Pieces"), _goods()
    yield "Sold", ("Month", "Channel", "Place", "Pieces", "Gross", "Given back", "Net"), _sold()
    yield "Settled with consignees", ("Settlement", "With", "Sold", "Left there", "Owed"), _settled()
    yield "Commissions", ("Order", "Customer", "Part", "Sum", "Due on", "Paid on"), _parts()


def _goods() -> Iterator[Cells]:
    places = {one.place: one for one in StockPlace.objects.current()}
    labels = dict(Product.objects.current().values_list("product", "label"))
    for one in goods():
        there = places[one.place]
        yield there.label, there.sort, labels.get(one.product, one.product), one.lot, one.quantity


def _sold() -> Iterator[Cells]:
    labels = dict(StockPlace.objects.current().values_list("place", "label"))
    for one in sold(date(2026, 1, 1), date(2027, 1, 1)):
        money = _money(one.currency)
        sums = (money.amount(one.gross), money.amount(one.refunds), money.amount(one.net))
        yield one.month, one.channel, labels.get(one.place, ""), one.pieces, *sums


def _settled() -> Iterator[Cells]:
    places = {one.place: one for one in StockPlace.objects.current()}
    for one in Settlement.objects.current().order_by("until", "settlement"):
        with_whom = places[one.place]
        pieces = [sum(row[name] for row in one.goods["goods"]) for name in ("sold", "left")]
        yield one.settlement, with_whom.label, *pieces, _money(one.currency).amount(one.owed)


def _parts() -> Iterator[Cells]:
    orders = {one.order: one for one in Order.objects.current()}
    for one in due():
        of = orders[one.order]
        said = (one.what.replace("_", " "), _money(of.currency).amount(one.amount))
        yield one.order, of.customer, *said, one.due_on or "not yet", one.paid_on or "not yet"


def _money(currency: str) -> Figures:
    return Figures(Words("en", ""), currency, exponent(currency))
