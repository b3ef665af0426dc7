"""Lines of sales looked at before they are recorded: what may be, what waits for its name, what cannot be and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from pydantic import Field, model_validator

from jornal.actions.amounts import Minor
from jornal.actions.border import Border
from jornal.actions.given import NotYet, Token
from jornal.actions.goods import OURS, NotThatMany
from jornal.actions.makers import NoSuchLot
from jornal.actions.office import Office
from jornal.actions.onlot import LotCode
from jornal.actions.organisation import Currency
from jornal.actions.places import NoSuchStockPlace
from jornal.actions.products import NoSuchProduct
from jornal.actions.soldbefore import Before, before
from jornal.actions.stocktaking import OtherProduct
from jornal.actions.verb import Row
from jornal.facts.lots import Lot
from jornal.facts.products import Product
from jornal.facts.sales import GoodsNamed
from jornal.facts.stock import StockPlace
from jornal.reads.stock import ledgers
from jornal.rules.sold import gross, paid
from jornal.rules.stock import Ledger
from jornal.terms.markets import CODE, NoSuchPlace
from jornal.units.money import Money
from jornal.units.parts import Part
from jornal.units.said import Said

MOST = 100_000


class SoldTwice(Said):
    """A line of a sale that is recorded with other content, or stands twice."""

    def __init__(self, row: "Sold") -> None:
        super().__init__(
            "Line {line} of {order} ({channel}) is recorded already, and says something else. Correct that one with "
            "its reason, or give this line a number of its own.",
            line=row.line,
            order=row.order,
            channel=row.channel,
        )


class DoesNotSum(Said):
    """An order whose lines do not come to its total."""

    def __init__(self, row: "Sold", total: int, lines: int) -> None:
        super().__init__(
            "The lines of {order} ({channel}) come to {lines} and its total is {total}. Look for the line, discount, "
            "tax or shipping that is missing.",
            order=row.order,
            channel=row.channel,
            lines=Money(lines, row.currency),
            total=Money(total, row.currency),
        )


class WhereTo(Said):
    """A sale of which nobody can say where its goods go."""

    def __init__(self, row: "Sold") -> None:
        super().__init__(
            "Line {line} of {order} ({channel}): say which place the goods leave, or the country they go to.",
            line=row.line,
            order=row.order,
            channel=row.channel,
        )


class OnTheWay(Said):
    """A sale out of a place whose goods are on their way."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "Goods at {place} are on their way. Record where they arrived first, with `jornal do move-goods`.",
            place=place,
        )


class Sold(Row):
    """A line of a sale as its channel tells it. Amounts in minor units; but for the price they are of the whole line.

    Without a product its goods are looked up by their name, and a line of goods that nobody named is held. `total` is
    the order's, which its lines have to come to; a `tip` is beside it, for it is no price of goods.
    """

    channel: Token
    order: Annotated[str, Field(min_length=1, max_length=60)]
    line: Annotated[int, Field(ge=1, le=9999)]
    day: date | None = None
    place: Token | None = None
    goods: Annotated[str, Field(max_length=200)] = ""
    product: Token | None = None
    lot: LotCode = ""
    quantity: Annotated[int, Field(ge=1, le=MOST)] = 1
    price: Minor
    discount: Minor = 0
    tax: Minor = 0
    tax_included: bool = False
    shipping: Minor = 0
    fee: Minor = 0
    tip: Minor = 0
    currency: Currency
    country: Annotated[str, Field(max_length=60)] = ""
    total: Minor | None = None

    @model_validator(mode="after")
    def _can_be(self) -> "Sold":
        if not (self.product or self.goods):
            raise Said("say which product it is, or what the channel calls it")
        if self.discount > gross(self):
            raise Said("the discount is more than the goods cost")
        if self.tax_included and self.tax > paid(self):
            raise Said("the tax is more than was paid")
        return self

    @property
    def key(self) -> tuple[str, str, int]:
        """What no two lines share."""
        return self.channel, self.order, self.line


class SoldOnPaper(Sold):
    """A line of a delivery or a settlement of ours."""

    paper: str = ""
    order_line: int | None = None


class SoldElsewhere(Sold):
    """A line that was sold in a shop before it came here: no market keeps it from being recorded, it is told beside it.

    Nobody types it: it comes out of an export alone.
    """

    already: bool = True


@dataclass
class SortedOut:
    """Lines in the order they were given: to be recorded, held for a name, or refused with the reason."""

    sales: list[Sold] = field(default_factory=list)
    held: list[Sold] = field(default_factory=list)
    refused: list[tuple[Sold, Said]] = field(default_factory=list)


@dataclass
class _Known:
    """What the lines of one sitting are held against, each read once."""

    office: Office
    border: Border
    before: Before
    places: dict[str, StockPlace]
    named: dict[tuple[str, str], str]
    products: set[str]
    lots: dict[str, str]
    ledgers: dict[tuple[str, str], Ledger]


def sorted_out(office: Office, rows: Sequence[Sold]) -> SortedOut:
    """The lines sorted; an order of which one line is refused is refused whole. Nothing is recorded.

    Lines come back with their day, place's country and product filled in, as they are to be recorded.
    """
    known, found = _known(office, rows), SortedOut()
    filled = [_filled(known, row) for row in rows]
    known.ledgers = ledgers({(row.place, row.product) for row in filled if row.place and row.product})
    lines: dict[tuple[str, str], list[Sold]] = {}
    for row in _once(filled):
        lines.setdefault((row.channel, row.order), []).append(row)
    for order in sorted(lines.values(), key=lambda some: min(row.day or office.day for row in some)):
        fault = _order_fault(known, order) or _stock_fault(known, order)
        if fault is not None:
            found.refused += [(row, fault) for row in order]
            continue
        found.sales += [row for row in order if row.product]
        found.held += [row for row in order if not row.product]
    places = {id(row): number for number, row in enumerate(row for some in lines.values() for row in some)}
    found.sales.sort(key=lambda row: places[id(row)])
    return found


def _known(office: Office, rows: Sequence[Sold]) -> _Known:
    named = {(one.channel, one.goods): one.product for one in GoodsNamed.objects.current()}
    products = set(Product.objects.current().values_list("product", flat=True))
    return _Known(
        office, Border(office), before(row.key for row in rows),
        {one.place: one for one in StockPlace.objects.current()}, named, products,
        dict(Lot.objects.current().values_list("code", "product")) if any(row.lot for row in rows) else {}, {},
    )  # fmt: skip


def _filled(known: _Known, row: Sold) -> Sold:
    product = row.product or known.named.get((row.channel, row.goods)) or known.named.get(("", row.goods))
    if product is None and row.goods in known.products:
        product = row.goods
    place = known.places.get(row.place or "")
    country = row.country or (place.country if place else "")
    with suppress(NoSuchPlace):  # it is told with the line's other faults
        country = known.border.code(country) if country else ""
    return row.model_copy(update={"product": product, "day": row.day or known.office.day, "country": country})


def _once(rows: Iterable[Sold]) -> list[Sold]:
    """The rows without those that stand twice word for word."""
    found: dict[tuple[str, str, int], list[Sold]] = {}
    for row in rows:
        same = found.setdefault(row.key, [])
        if row not in same:
            same.append(row)
    return [row for same in found.values() for row in same]


def _order_fault(known: _Known, rows: list[Sold]) -> Said | None:
    """What keeps the lines of one order from being recorded, apart from stock."""
    often = Counter(row.key for row in rows)
    for row in rows:
        if often[row.key] > 1 or known.before.differs(row):
            return SoldTwice(row)
    sums = sum(map(paid, rows)) + known.before.paid_besides(rows[0], {row.key for row in rows})
    totals = {row.total for row in rows if row.total is not None}
    if totals and totals != {sums}:
        return DoesNotSum(rows[0], max(totals - {sums}), sums)
    stood = set() if totals or all(map(known.before.has, rows)) else known.before.totals(rows[0])
    if stood and sums > max(stood):  # a row pasted in twice would make the order more than was paid for it
        return DoesNotSum(rows[0], max(stood), sums)
    return next((fault for row in rows if (fault := _fault(known, row)) is not None), None)


def _fault(known: _Known, row: Sold) -> Said | None:
    """What keeps one line from being recorded; nothing where it is recorded as it is."""
    if known.before.has(row):
        return None
    day, place = row.day or known.office.day, known.places.get(row.place or "")
    if day > known.office.day:
        return NotYet(day, known.office.day)
    if row.place and place is None:
        return NoSuchStockPlace(row.place)
    if place is not None and place.sort == "transit":
        return OnTheWay(place.place)
    asked = row.product and not isinstance(row, SoldElsewhere)
    return (row.product and _goods_fault(known, row)) or (asked and _market_fault(known, row, place)) or None


def _goods_fault(known: _Known, row: Sold) -> Said | None:
    product = row.product or ""
    if product not in known.products:
        return NoSuchProduct(product)
    if row.lot and row.lot not in known.lots:
        return NoSuchLot(row.lot, Part("any site"))
    if row.lot and known.lots[row.lot] != product:
        return OtherProduct(row.lot, known.lots[row.lot], product)
    return None


def _market_fault(known: _Known, row: Sold, place: StockPlace | None) -> Said | None:
    """Goods sold in the country where they lie were let in there, unless its law refuses them; others are asked about.

    What lies in a room of ours, or at no place that is told, has not left yet: while a critical finding is open where
    it was made, or its lot does not pass its gate, it stays.
    """
    if not row.country:
        return WhereTo(row)
    if not CODE.fullmatch(row.country):
        return NoSuchPlace(row.country)
    product, at = row.product or "", place.place if place else ""
    lies = place is not None and place.country == row.country
    law = known.border.forbidden if lies else known.border.refusal
    ours = place is None or place.sort in OURS
    return law(product, row.lot, row.country) or (known.border.held(product, row.lot, at) if ours else None)


def _stock_fault(known: _Known, rows: list[Sold]) -> Said | None:
    """Takes the pieces of an order out of the ledgers, or none of them and says what is short."""
    taken: list[tuple[Ledger, Any, str, int]] = []
    for row in rows:
        if not (row.place and row.product) or known.before.sold(row):
            continue
        ledger, day = known.ledgers[row.place, row.product], row.day or known.office.day
        short = ledger.put(day, row.lot, -row.quantity)
        if short is not None:
            for one, on, lot, pieces in taken:
                one.put(on, lot, pieces)
            return NotThatMany(row.place, row.product, row.quantity, short)
        taken.append((ledger, day, row.lot, row.quantity))
    return None
