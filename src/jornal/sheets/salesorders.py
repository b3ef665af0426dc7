"""One order out of its rows: its status, its money, its lines, and whether they make what it says."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jornal.sheets import says
from jornal.sheets.listed import Remark, Unreadable, shown
from jornal.sheets.salesbeside import Beside, goods_of, tips_in, ways, without
from jornal.sheets.salescells import amount, currency_code, day, words
from jornal.sheets.salesfile import Export, first
from jornal.sheets.salesleft import sold_lines
from jornal.sheets.salessums import Parts, Settled, settled
from jornal.sheets.salestext import goods_in
from jornal.sheets.salestwice import again, attempts, counted, left, numbered
from jornal.sheets.sold import Line, Order, ordered
from jornal.sheets.tables import Raw
from jornal.units.letters import fold
from jornal.units.money import exponent, major

SAME = ("order.total", "order.currency", "order.status", "order.refunded")
"""What may not differ between the rows of one order."""


class Built(NamedTuple):
    """An order, its rows that stand twice (each with the row it repeats), and what to say of it."""

    order: Order
    twice: tuple[tuple[Raw, int], ...]
    remarks: tuple[Remark, ...]


class Head:
    """What belongs to a whole order, in the first of its rows that says it."""

    def __init__(self, export: Export, raws: Sequence[Raw]) -> None:
        self.export, self.raws = export, raws
        self.currency = currency_code(self.text("currency") or export.currency)

    def text(self, name: str) -> str:
        """The first filled cell, or ""."""
        places = self.export.columns.get(f"order.{name}")
        return next((cell for raw in self.raws if (cell := first(raw, places))), "") if places else ""

    def money(self, name: str) -> int | None:
        """An amount in minor units, or None where nothing is said."""
        cell = self.text(name)
        return (
            amount(cell, self.currency, self.export.decimal, self.export.header(f"order.{name}"))
            if cell
            else None
        )

    def every(self, name: str) -> int:
        """All amounts under the headers of one thing together: charges of several kinds."""
        places = self.export.columns.get(f"order.{name}", ())
        cells = (first(raw, [place]) for raw in self.raws[:1] for place in places)
        return sum(amount(cell, self.currency, self.export.decimal) for cell in cells)

    def day(self, name: str) -> date | None:
        """A day, or None where nothing is said."""
        cell = self.text(name)
        return day(cell, self.export.days) if cell else None


def built(export: Export, number: str, raws: list[Raw]) -> Built:
    """The order that these rows are. Raises `Unreadable` with why it is not taken, or its two sums."""
    other = next((raw for raw in raws if raw.cells != raws[0].cells), None)
    if export.source.lines != "rows" and other is not None:
        _refuse_two(export, number, raws[0], other)
    for name in SAME:
        _same(export, number, raws, name)
    head = Head(export, raws)
    whole_back = _status(head)
    ways = attempts(raws) if head.text("total") else [counted(export, number, raws)]
    ways = ways if export.source.lines == "rows" else [raws[:1]]
    for kept in ways:
        try:
            order, remarks = _order(head, number, kept, whole_back=whole_back)
        except Unreadable:
            if kept is ways[-1]:
                raise
            continue
        both = () if head.text("total") else _both(export, kept)
        return Built(order, tuple(left(raws, kept)), (*remarks, *both))
    raise AssertionError(number)  # the last attempt returns or raises


def _both(export: Export, kept: list[Raw]) -> tuple[Remark, ...]:
    return tuple(export.remark(raw.number, says.ROW_COUNTS, ("other", at)) for raw, at in again(kept))


def _status(head: Head) -> bool:
    """Whether all of it was given back. Raises `Unreadable` where it is no sale, or not yet."""
    said, known = head.text("status"), head.export.source.status
    folded = fold(said).removeprefix("wc ")
    meaning = {
        fold(word): name for name in ("sold", "refunded", "unpaid", "void") for word in getattr(known, name)
    }
    if said and meaning and folded not in meaning:
        raise Unreadable(says.UNKNOWN_STATUS, ("status", shown(said)))
    means = meaning.get(folded, "sold")
    if means == "void" or (means == "unpaid" and head.text("cancelled")):
        raise Unreadable(says.NEVER_SOLD, ("status", shown(said)))
    if means == "unpaid":
        raise Unreadable(says.NOT_PAID, ("status", shown(said)))
    if head.text("cancelled") and means == "sold" and not head.money("refunded"):
        raise Unreadable(says.CANCELLED_NOT_REFUNDED, ("day", shown(head.text("cancelled")[:10])))
    return means == "refunded"


def _order(
    head: Head, number: str, raws: Sequence[Raw], *, whole_back: bool
) -> tuple[Order, tuple[Remark, ...]]:
    """The order of these rows with everything shared over its lines. Raises `Unreadable`."""
    export, source, currency = head.export, head.export.source, head.currency
    total = head.money("total")
    lines, of_lines = _sold(head, raws, total)
    if not lines:
        raise _no_goods(head, _tip(head, total) or of_lines.tip)
    when = head.day("day")
    if when is None:
        raise Unreadable(says.MISSING, ("column", export.header("order.day")))
    if total is not None and total < 0:
        raise Unreadable(says.BELOW_ZERO, ("amount", f"{major(total, currency)} {currency}"))
    found, beside = _paid(head, lines, of_lines, total)
    fee, remarks = _fee(head, raws[0].number)
    if source.order.net and _first(export, raws):
        remarks = (*remarks, export.remark(raws[0].number, says.SHIPPING_UNKNOWN))
    order = Order(
        number=number[:60], day=when, currency=currency, row=raws[0].number,
        lines=numbered(found.lines) if total is None else ordered(found.lines),
        country=words(head.text("country")), region=words(head.text("region")), shipping=found.shipping,
        tip=beside.tip, cards=beside.cards, fee=fee, tax_included=found.tax_included,
        total=None if total is None else total + beside.over,
        together=source.lines == "one" and any(len(goods_in(line.name)) > 1 for line in lines),
        pays=words(head.text("pays")), refunded_on=head.day("refunded_on"),
    )  # fmt: skip
    back = abs(head.money("refunded") or 0)
    back = order.made if whole_back and not back else back
    if back > order.made:
        facts = [
            ("refunded", major(back, currency)),
            ("total", major(order.made, currency)),
            ("currency", currency),
        ]
        raise Unreadable(says.REFUND_OVER, *facts)
    return _with(order, back), remarks


def _no_goods(head: Head, tip: int) -> Unreadable:
    """Why an order without goods is listed: it is a tip alone, or nothing that can be sold."""
    told = f"{major(tip, head.currency)} {head.currency}"
    return Unreadable(says.TIP_ALONE, ("tip", told)) if tip else Unreadable(says.NO_LINES)


def _with(order: Order, refunded: int) -> Order:
    return order if not refunded else Order(**{**order.__dict__, "refunded": refunded})


def _in_fees(head: Head) -> int:
    """What of the charges of an order is named as a tip, in minor units."""
    packed, names = head.text("fee_items"), head.export.source.tip_names
    cells = tips_in(packed, names) if packed else ()
    return sum(amount(cell, head.currency, head.export.decimal) for cell in cells)


def _settled(head: Head, lines: list[Line], beside: int, total: int | None) -> Settled:
    source, tax, duties = head.export.source, head.money("tax"), head.money("duties") or 0
    subtotal = head.money("subtotal") if source.subtotal_is == "after discounts" else None
    if duties:
        tax = duties + (sum(line.tax for line in lines) if tax is None else tax)
    parts = Parts(
        tuple(lines), head.currency, discount=abs(head.money("discount") or 0) if source.order.discount else 0,
        shipping=(head.money("shipping") or 0) + head.every("fees") - _in_fees(head), beside=beside, tax=tax,
        subtotal=subtotal, total=total,
    )  # fmt: skip
    return settled(parts, rounded_prices=source.rounded_prices)


def _fee(head: Head, row: int) -> tuple[int, tuple[Remark, ...]]:
    """What the channel keeps, where it is in the currency of the sale; else a remark that it is not."""
    said, other = head.text("fee"), head.text("fee_currency")
    if not said:
        return 0, ()
    currency = currency_code(other) if other else head.currency
    fee = abs(amount(said, currency, head.export.decimal, head.export.header("order.fee")))
    if fee and not other and head.export.source.order.fee_currency and len(head.export.currencies) > 1:
        return 0, (head.export.remark(row, says.FEE_UNSURE, ("fee", shown(said))),)
    if currency == head.currency or not fee:
        return fee, ()
    return 0, (
        head.export.remark(row, says.FEE_ELSEWHERE, ("fee", major(fee, currency)), ("currency", currency)),
    )


def _sold(head: Head, raws: Sequence[Raw], total: int | None) -> tuple[list[Line], Beside]:
    """The goods of an order as they were sold, and what stands as a line and is no sale of goods."""

    def adds_up(some: list[Line]) -> bool:
        goods, beside = goods_of(some, head.export.source)
        try:
            return bool(goods) and total is not None and bool(_paid(head, goods, beside, total))
        except Unreadable:
            return False

    fits = adds_up if head.money("refunded") else None
    return goods_of(sold_lines(head.export, raws, head.currency, fits), head.export.source)


def _paid(head: Head, lines: list[Line], of_lines: Beside, total: int | None) -> tuple[Settled, Beside]:
    """The order that adds up, and what was paid beside its goods. Raises `Unreadable` where no way makes the total."""
    tip, cards = _tip(head, total), head.money("gift_cards") or 0
    if tip and head.export.source.tip_in_gross:
        lines = without(lines, tip)
    first: Unreadable | None = None
    for beside in ways(of_lines, tip, cards):
        try:
            return _settled(head, lines, beside.inside, total), beside
        except Unreadable as fault:
            first = first or fault
    raise first or Unreadable(says.NO_LINES)


def _tip(head: Head, total: int | None) -> int:
    """The tip that a column says. Raises `Unreadable` where an amount that a shop wrote itself may be of cents."""
    said, tip = (
        head.text("tip"),
        (head.money("tip") or 0) + (head.money("tips_besides") or 0) + _in_fees(head),
    )
    own = bool(tip) and head.export.source.tip_in_gross
    whole = not {".", ","} & set(said) and exponent(head.currency) > 0
    if tip < 0 or (own and (whole or tip >= (total or 0))):
        raise Unreadable(says.TIP_UNCLEAR, ("text", shown(said)), ("column", head.export.header("order.tip")))
    return tip


def _refuse_two(export: Export, number: str, one: Raw, other: Raw) -> None:
    """Raises `Unreadable` for two rows that are one order and say two things."""
    cells = zip(export.headers, one.cells, other.cells, strict=False)
    header, here, there = next(((h, a, b) for h, a, b in cells if a != b), ("", "", ""))
    raise Unreadable(
        says.ORDER_DIFFERS, ("order", shown(number)), ("one", shown(there or "–")), ("other", shown(here or "–")),
        ("row", one.number), ("column", header),
    )  # fmt: skip


def _same(export: Export, number: str, raws: Sequence[Raw], name: str) -> None:
    """Raises `Unreadable` where rows of one order say two totals, currencies or statuses."""
    said = [(cell, raw) for raw in raws if (cell := export.get(raw, name))]
    other = next(((cell, raw) for cell, raw in said if cell != said[0][0]), None)
    if other is not None:
        raise Unreadable(
            says.ORDER_DIFFERS, ("order", shown(number)), ("one", shown(other[0])), ("other", shown(said[0][0])),
            ("row", said[0][1].number), ("column", export.header(name)),
        )  # fmt: skip


def _first(export: Export, raws: Sequence[Raw]) -> bool:
    """Whether these are the first rows of the file, where what holds for all of it is said once."""
    return raws[0].number == export.rows[0].number
