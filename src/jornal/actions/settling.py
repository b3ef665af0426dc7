"""Settlements with consignees: what they sold of what is ours, what they keep of it, tied to the goods they have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, Any, NamedTuple

from django.db import transaction
from django.db.models import Sum
from pydantic import Field, model_validator

from jornal.actions.amounts import Minor
from jornal.actions.given import Token, on
from jornal.actions.office import Office
from jornal.actions.onlot import LotCode
from jornal.actions.places import place_of
from jornal.actions.sales import sell
from jornal.actions.selling import SoldOnPaper
from jornal.actions.verb import Row, Verb
from jornal.facts.sales import Sale, Settlement
from jornal.facts.stock import Movement, StockPlace
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.reads.stock import goods
from jornal.rules.sold import paid
from jornal.units.said import Said

ROLES = ("hq_finance",)
CHANNEL = "consignment"
MOST = 1_000_000
HALF, WHOLE = 5_000, 10_000


class NotAConsignee(Said):
    """A settlement with a place that is none."""

    def __init__(self, place: str) -> None:
        super().__init__("{place} keeps no goods of ours on commission. Look at its name again.", place=place)


class NotTied(Said):
    """A settlement whose goods do not tie to what was brought."""

    def __init__(self, row: dict[str, Any], told: int) -> None:
        super().__init__(
            "{product} {lot}: {before} were there, {received} came, {back} went back, {gone} were sold or lost apart "
            "from this, {sold} are settled, so {left} are left, and {told} are told. Ask the consignee to count "
            "again, or record what went back or was lost first.",
            **row,
            told=told,
        )


class SettledAlready(Said):
    """Days or a name of a settlement that were settled otherwise."""

    def __init__(self, settlement: str, until: date) -> None:
        super().__init__(
            "Settlement {settlement} until {day} is recorded, and says something else. Settle the days after it.",
            settlement=settlement,
            day=until,
        )


class SeveralAtOnce(Said):
    """Rows of several settlements."""

    def __init__(self) -> None:
        super().__init__(
            "Settle one place and one time at once: every row has the same name, place and days."
        )


class LeftTwice(Said):
    """Rows of one lot that tell two numbers of what is left."""

    def __init__(self, product: str, lot: str) -> None:
        super().__init__(
            "{product} {lot} stands twice, and not with as many left. Say the same number of pieces left each time.",
            product=product,
            lot=lot,
        )


class Time(Row):
    """Whom a settlement is with, under which name, and for which days."""

    settlement: Token
    place: Token
    since: date
    until: date

    @model_validator(mode="after")
    def _can_be(self) -> "Time":
        if self.until < self.since:
            raise Said("the last day is before the first")
        return self


class Settled(Time):
    """What a consignee sold of a lot in some days, at a price for each, and how many it has left of it.

    Every lot that was there has its row, with nought where none was sold; sold at two prices it has two, each with all
    that are left. Pieces that went back are movements.
    """

    product: Token
    lot: LotCode = ""
    sold: Annotated[int, Field(ge=0, le=MOST)] = 0
    left: Annotated[int, Field(ge=0, le=MOST)]
    price: Minor = 0
    tax: Minor = 0
    tax_included: bool = False


class Lying(NamedTuple):
    """Goods of a lot at a place over some days: there before, come, gone back, and there after, as the books say."""

    product: str
    lot: str
    before: int
    received: int
    back: int
    after: int


class Looked(NamedTuple):
    """A settlement as it would be recorded, with each line that is sold."""

    of: Settlement
    lines: list[SoldOnPaper]


def settle(office: Office, rows: Sequence[Settled]) -> list[Fact]:
    """The settlement and the sales it is of, as recorded; sent twice it is one.

    Raises NotAConsignee, SeveralAtOnce, SettledAlready, LeftTwice, NotTied with the whole sum, NotYet, what selling
    raises.
    """
    _consignee(rows)
    with transaction.atomic():
        locked(office.book("hq"))
        standing = _standing(rows)
        if standing is not None:
            return standing
        found = looked_at(office, rows)
        sales = sell(office, found.lines)
        return [*office.put([found.of], "hq"), *sales]


def looked_at(office: Office, rows: Sequence[Settled]) -> Looked:
    """The settlement as it would be recorded, with its sums. Raises as `settle`, without what selling does."""
    place = _consignee(rows)
    on(office, rows[0].until)
    _standing(rows)
    tied = list(_tied(rows))
    lines = [_sale(place, row, line) for line, row in enumerate(rows, start=1) if row.sold]
    return Looked(_settlement(office, place, rows, tied), lines)


def lying(place: str, since: date, until: date) -> list[Lying]:
    """What a settlement of some days is of: every lot that was there at their beginning, came, or is there after."""
    before, after = _there(place, since - timedelta(days=1)), _there(place, until)
    came, back = (_moved(place, (since, until), end) for end in ("to_place", "from_place"))
    return [
        Lying(*key, *(some.get(key, 0) for some in (before, came, back, after)))
        for key in sorted({*before, *came, *after})
    ]


def _consignee(rows: Sequence[Settled]) -> StockPlace:
    """With whom these rows settle. Raises SeveralAtOnce, NotAConsignee."""
    if len({(row.settlement, row.place, row.since, row.until) for row in rows}) > 1:
        raise SeveralAtOnce
    place = place_of(rows[0].place)
    if place.sort != "consignee":
        raise NotAConsignee(place.place)
    return place


def _settlement(
    office: Office, place: StockPlace, rows: Sequence[Settled], tied: list[dict[str, Any]]
) -> Settlement:
    lines = [_sale(place, row, line) for line, row in enumerate(rows, start=1) if row.sold]
    sold, kept = sum(map(paid, lines)), sum(line.fee for line in lines)
    return Settlement(
        settlement=rows[0].settlement, place=place.place, since=rows[0].since, until=rows[0].until, day=office.day,
        currency=place.currency, commission=place.commission, sold=sold, kept=kept, owed=sold - kept,
        goods={"goods": tied},
    )  # fmt: skip


def _sale(place: StockPlace, row: Settled, line: int) -> SoldOnPaper:
    """A line sold; the commission is of its price without any tax on top, rounded half up."""
    kept = (row.sold * row.price * place.commission + HALF) // WHOLE
    return SoldOnPaper(
        channel=CHANNEL, order=row.settlement, line=line, day=row.until, place=row.place, product=row.product,
        lot=row.lot, quantity=row.sold, price=row.price, tax=row.tax, tax_included=row.tax_included, fee=kept,
        currency=place.currency, country=place.country, paper=row.settlement,
    )  # fmt: skip


def _standing(rows: Sequence[Settled]) -> list[Fact] | None:
    """What is recorded of the settlement, if it says the same. Raises SettledAlready."""
    first = rows[0]
    last = Settlement.objects.current().filter(place=first.place).order_by("until").last()
    same = Settlement.objects.current().filter(settlement=first.settlement).first()
    if same is None:
        if last is not None and last.until >= first.since:
            raise SettledAlready(last.settlement, last.until)
        return None
    sales = list(Sale.objects.current().filter(channel=CHANNEL, paper=first.settlement).order_by("line"))
    told = [(row.product, row.lot, row.sold, row.price) for row in rows if row.sold]
    stood = [(one.product, one.lot, one.quantity, one.price) for one in sales]
    if (same.place, same.since, same.until, stood) != (first.place, first.since, first.until, told):
        raise SettledAlready(same.settlement, same.until)
    return [same, *sales]


def _tied(rows: Sequence[Settled]) -> Iterator[dict[str, Any]]:
    """The goods of each lot, in and out, as the settlement has them. Raises LeftTwice, NotTied."""
    first = rows[0]
    there = {(one.product, one.lot): one for one in lying(first.place, first.since, first.until)}
    sold: Counter[tuple[str, str]] = Counter()
    told: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.product, row.lot)
        if told.setdefault(key, row.left) != row.left:
            raise LeftTwice(*key)
        sold[key] += row.sold
    for key in sorted({*there, *told}):
        of = there.get(key, Lying(*key, 0, 0, 0, 0))
        one = {
            "product": key[0], "lot": key[1], "before": of.before, "received": of.received, "back": of.back,
            "gone": of.before + of.received - of.back - of.after, "sold": sold[key], "left": of.after - sold[key],
        }  # fmt: skip
        if one["left"] != told.get(key, 0):
            raise NotTied(one, told.get(key, 0))
        yield one


def _there(place: str, day: date) -> dict[tuple[str, str], int]:
    return {(one.product, one.lot): one.quantity for one in goods([place], until=day)}


def _moved(place: str, days: tuple[date, date], end: str) -> dict[tuple[str, str], int]:
    rows = Movement.objects.current().filter(what="moved", day__range=days, **{end: place})
    sums = rows.order_by().values_list("product", "lot").annotate(Sum("quantity"))
    return {(product, lot): pieces for product, lot, pieces in sums}


VERBS: dict[str, Verb] = {
    "settle": Verb(
        Settled, settle, ROLES, "Settle with a consignee: what it sold, keeps, owes and has left."
    ),
}
