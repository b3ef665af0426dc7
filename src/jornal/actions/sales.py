"""Sales: lines recorded once however often they are sent, goods named, what was given back."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

from django.db import transaction
from pydantic import Field

from jornal.actions.amounts import Minor
from jornal.actions.given import Token, on
from jornal.actions.office import Office
from jornal.actions.places import place_of
from jornal.actions.products import product_of
from jornal.actions.selling import Sold, SoldElsewhere, SoldOnPaper, SortedOut, sorted_out
from jornal.actions.soldbefore import before, kept, said
from jornal.actions.verb import Row, Verb
from jornal.facts.sales import GoodsNamed, Held, Refund, Sale
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.reads.stock import entered, goods
from jornal.rules.sold import paid
from jornal.units.parts import Part, Several
from jornal.units.said import Said

ROLES = ("seller", "hq_operations")
MOST = 100_000


class NotSold(Said):
    """Lines of sales of which several cannot be recorded."""

    def __init__(self, faults: Sequence[Said]) -> None:
        super().__init__(
            "Nothing was recorded. {faults}",
            faults=Several([Part(one.says, **one.facts) for one in faults], between=" "),
        )
        self.faults = list(faults)


class NoSuchSale(Said):
    """A refund of a line that is not recorded as sold."""

    def __init__(self, row: "Refunded") -> None:
        super().__init__(
            "No line {line} of {order} ({channel}) is recorded as sold. Record the sale first; where it is held, say "
            "which product it is with `jornal do name-goods`.",
            line=row.line,
            order=row.order,
            channel=row.channel,
        )


class MoreThanSold(Said):
    """A refund of more than a line of a sale has: money, tax, fee, pieces."""

    def __init__(self, sale: Sale, what: str, most: int, wanted: int) -> None:
        super().__init__(
            "Line {line} of {order}: {what} of {wanted} would be given back in all, and the line has {most}. Look at "
            "the refund again, or at those before it.",
            line=sale.line,
            order=sale.order,
            what=Part(what),
            wanted=wanted,
            most=most,
        )


class BeforeTheSale(Said):
    """A refund on a day before its sale."""

    def __init__(self, sale: Sale, day: date) -> None:
        super().__init__(
            "Line {line} of {order} was sold on {since}, so nothing of it was given back on {day}. Correct the day.",
            line=sale.line,
            order=sale.order,
            since=sale.day,
            day=day,
        )


class CameBackWhere(Said):
    """Pieces that came back of a line that left no place of ours, to no place."""

    def __init__(self, sale: Sale) -> None:
        super().__init__(
            "Line {line} of {order} names no place that its goods left. Say where they came back to, or leave out the "
            "pieces that came back.",
            line=sale.line, order=sale.order,
        )  # fmt: skip


class StillThere(Said):
    """Pieces of a lot that came back though the books have all of it still."""

    def __init__(self, sale: Sale, pieces: int) -> None:
        super().__init__(
            "Line {line} of {order} names no place that its goods left, and the books have all {pieces} pieces of lot "
            "{lot} still. Leave out the pieces that came back; where they lie elsewhere now, move them.",
            line=sale.line, order=sale.order, pieces=pieces, lot=sale.lot,
        )  # fmt: skip


class Refunded(Row):
    """What was given back of a line of a sale: pieces, money with its tax inside, how many pieces came back.

    `reference` tells two refunds of a line apart; without one it is the day. `fee` is what the channel gave back too,
    and `tip` what of a tip was given back beside the amount.
    """

    channel: Token
    order: Annotated[str, Field(min_length=1, max_length=60)]
    line: Annotated[int, Field(ge=1, le=9999)]
    reference: Annotated[str, Field(max_length=60)] = ""
    day: date | None = None
    quantity: Annotated[int, Field(ge=0, le=MOST)] = 0
    amount: Minor
    tax: Minor = 0
    fee: Minor = 0
    tip: Minor = 0
    goods_back: Annotated[int, Field(ge=0, le=MOST)] = 0
    place: Token | None = None
    note: Annotated[str, Field(max_length=200)] = ""

    @property
    def key(self) -> tuple[str, str, int]:
        """The line it is of."""
        return self.channel, self.order, self.line


class Named(Row):
    """Which product the goods of a channel are, by the name or number it has for them; every held line is sold then."""

    channel: Token
    goods: Annotated[str, Field(min_length=1, max_length=200)]
    product: Token


def sell(office: Office, rows: Sequence[Sold]) -> list[Fact]:
    """The lines as recorded, sold or held for a name, in order; what is recorded already stands as it was.

    Raises the one fault, or NotSold with all of them; then nothing is recorded.
    """
    with transaction.atomic():
        locked(office.book("hq"))
        found = sorted_out(office, rows)
        faults = list({str(fault): fault for _, fault in found.refused}.values())
        if faults:
            raise faults[0] if len(faults) == 1 else NotSold(faults)
        return recorded(office, found)


def recorded(office: Office, found: SortedOut) -> list[Fact]:
    """The lines that were sorted out, as facts: new ones recorded at once, the others as they stand."""
    stood = before(row.key for row in (*found.sales, *found.held))
    there: dict[tuple[str, str, int], Fact] = {key: versions[-1] for key, versions in stood.sales.items()}
    waits: dict[tuple[str, str, int], Fact] = {**stood.held}
    new: dict[tuple[str, str, int], Fact] = {}
    for row in found.sales:
        if row.key not in there:
            new[row.key] = _sale(row)
    for row in found.held:
        if row.key not in waits:
            new[row.key] = Held(**_key(row), day=row.day, goods=row.goods, row=kept(row))
    office.put(new.values(), "hq")
    every = waits | there | new
    return [every[row.key] for row in (*found.sales, *found.held)]


def name_goods(office: Office, rows: Sequence[Named]) -> list[Fact]:
    """The names and the sales that were held for them, as recorded; what cannot be sold yet stays held.

    Raises NoSuchProduct, AlreadyRecorded for goods that were named otherwise.
    """
    facts = []
    for row in rows:
        product_of(row.product)
        standing = GoodsNamed.objects.current().filter(channel=row.channel, goods=row.goods).first()
        day = standing.day if standing else office.day
        facts.append(GoodsNamed(**row.model_dump(), day=day))
    with transaction.atomic():
        locked(office.book("hq"))
        named: list[Fact] = list(office.put(facts, "hq"))
        wanted = {(row.channel, row.goods) for row in rows}
        lines = [row for row in waiting() if (row.channel, row.goods) in wanted]
        found = sorted_out(office, lines)
        return [*named, *recorded(office, SortedOut(sales=found.sales))]


def waiting() -> list[Sold]:
    """The lines that are held, as they were told, in order of day, order and line."""
    sold = Sale.objects.filter(corrects__isnull=True).values_list("channel", "order", "line")
    held = list(Held.objects.current().order_by("day", "channel", "order", "line"))
    taken = set(sold.filter(order__in=[one.order for one in held]))
    return [row_of(one) for one in held if (one.channel, one.order, one.line) not in taken]


def row_of(held: Held) -> Sold:
    """A held line as the row that it was."""
    of = SoldElsewhere if "already" in held.row else Sold
    return of(**{name: value for name, value in held.row.items() if value not in ("", None)})


def refund(office: Office, rows: Sequence[Refunded]) -> list[Fact]:
    """The refunds, as recorded.

    Raises NoSuchSale, MoreThanSold, BeforeTheSale, NoSuchStockPlace, NotYet, CameBackWhere, StillThere.
    """
    found: list[Fact] = []
    with transaction.atomic():
        locked(office.book("hq"))
        stood = before(row.key for row in rows)
        for row in rows:
            sales = stood.sales.get(row.key)
            if not sales or sales[-1].void:
                raise NoSuchSale(row)
            found += office.put([_refund(office, row, sales[-1])], "hq")
    return found


def _refund(office: Office, row: Refunded, sale: Sale) -> Refund:
    day = on(office, row.day)
    if day < sale.day:
        raise BeforeTheSale(sale, day)
    said_so = row.model_dump(exclude={"channel", "order", "line", "reference", "day", "place"})
    place = place_of(row.place).place if row.place else sale.place
    stands = Refund.objects.current().filter(sale=sale.root, reference=row.reference or day.isoformat())
    if row.goods_back and not sale.place and not stands.exists():
        _in_the_books(sale, row, place)
    reference = row.reference or day.isoformat()
    new = Refund(
        **said_so, sale=sale.root, reference=reference, day=day, place=place if row.goods_back else ""
    )
    others = Refund.objects.current().filter(sale=sale.root).exclude(reference=reference)
    within(sale, [*others, new])
    return new


def _in_the_books(sale: Sale, row: Refunded, place: str) -> None:
    """Raises CameBackWhere, StillThere for goods that left no place of ours: they were never counted out of one."""
    if not place:
        raise CameBackWhere(sale)
    there = sum(one.quantity for one in goods(lots=[sale.lot])) if sale.lot else 0
    if sale.lot and there + row.goods_back > entered([sale.lot]).get(sale.lot, 0):
        raise StillThere(sale, there)


def within(sale: Sale, refunds: Iterable[Refund]) -> None:
    """Raises MoreThanSold where refunds come to more than their line."""
    every = list(refunds)
    for what, most, wanted in (
        ("an amount", paid(sale), sum(one.amount for one in every)),
        ("a tax", sale.tax, sum(one.tax for one in every)),
        ("a fee", sale.fee, sum(one.fee for one in every)),
        ("a tip", sale.tip, sum(one.tip for one in every)),
        ("a number of pieces", sale.quantity, sum(one.quantity for one in every)),
        ("a number of pieces that came back", sale.quantity, sum(one.goods_back for one in every)),
    ):
        if wanted > most:
            raise MoreThanSold(sale, what, most, wanted)


def _key(row: Sold) -> dict[str, object]:
    return {"channel": row.channel, "order": row.order, "line": row.line}


def _sale(row: Sold) -> Sale:
    paper = row.paper if isinstance(row, SoldOnPaper) else ""
    return Sale(**said(row), paper=paper, order_line=row.order_line if isinstance(row, SoldOnPaper) else None)


VERBS: dict[str, Verb] = {
    "sell": Verb(Sold, sell, ROLES, "Record lines of sales; goods that nobody named yet are held."),
    "refund": Verb(Refunded, refund, ROLES, "Record what was given back of a line of a sale."),
    "name-goods": Verb(Named, name_goods, ROLES, "Say which product the goods of a channel are."),
}
