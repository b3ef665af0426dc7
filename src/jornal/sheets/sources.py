"""How each shop's or till's export is read: which header is what, one file of words for each kind of export."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from jornal.sheets import notsales, says
from jornal.sheets.listed import SheetFault, shown
from jornal.terms.faults import TermsFaults
from jornal.terms.files import shown as named
from jornal.terms.files import table
from jornal.terms.parse import shaped
from jornal.terms.shapes import Shape
from jornal.units.letters import fold

FOLDER = Path(__file__).with_name("sources")
NEVER = frozenset(("hq", ""))

Headers = tuple[str, ...]
"""The headers under which an export writes one thing: the first that is there and filled counts."""


@dataclass(frozen=True, kw_only=True)
class OfOrder(Shape):
    """Where what belongs to a whole order stands; `fees` are charged to the customer, `fee` is kept by the channel.

    `tips_besides` come to the tip; `fee_items` are the fees packed into one cell, in which a tip is known by its name.
    """

    number: Headers = ()
    day: Headers = ()
    currency: Headers = ()
    country: Headers = ()
    region: Headers = ()
    status: Headers = ()
    cancelled: Headers = ()
    subtotal: Headers = ()
    discount: Headers = ()
    shipping: Headers = ()
    fees: Headers = ()
    tax: Headers = ()
    duties: Headers = ()
    tip: Headers = ()
    gift_cards: Headers = ()
    fee: Headers = ()
    fee_currency: Headers = ()
    total: Headers = ()
    net: Headers = ()
    refunded: Headers = ()
    refunded_on: Headers = ()
    pays: Headers = ()
    pieces: Headers = ()
    tips_besides: Headers = ()
    fee_items: Headers = ()


@dataclass(frozen=True, kw_only=True)
class OfLine(Shape):
    """Where what belongs to one line stands; "#" in a header stands for its number, where lines stand in columns.

    `packed` holds a line in one cell, `all_packed` every line of the order; `left` are the pieces less what came back.
    """

    goods: Headers = ()
    name: Headers = ()
    variant: Headers = ()
    quantity: Headers = ()
    price: Headers = ()
    gross: Headers = ()
    net: Headers = ()
    discount: Headers = ()
    tax: Headers = ()
    packed: Headers = ()
    all_packed: Headers = ()
    left: Headers = ()


@dataclass(frozen=True, kw_only=True)
class OfBalance(Shape):
    """Where a movement of a balance stands; `id_of` are what names it together, where it has no number of its own."""

    id: Headers = ()
    id_of: Headers = ()
    day: Headers = ()
    what: Headers = ()
    gross: Headers = ()
    fee: Headers = ()
    net: Headers = ()
    currency: Headers = ()
    payment: Headers = ()
    about: Headers = ()
    payout: Headers = ()


@dataclass(frozen=True, kw_only=True)
class Statuses(Shape):
    """What the words of a status mean: sold, sold and given back whole, not paid yet, never a sale."""

    sold: tuple[str, ...] = ()
    refunded: tuple[str, ...] = ()
    unpaid: tuple[str, ...] = ()
    void: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Marked(Shape):
    """Rows that a word in a column marks as refunds."""

    column: str = ""
    says: tuple[str, ...] = ()
    reference: Headers = ()


@dataclass(frozen=True, kw_only=True)
class LeftOut(Shape):
    """Rows that are listed and not taken, for the word in a column, and why."""

    column: str
    says: tuple[str, ...]
    why: str


@dataclass(frozen=True, kw_only=True)
class Source(Shape):
    """One kind of export. `recognised_by` are headers it must have, "A|B" for either; their spelling does not matter.

    `lines`: a row is a line, an order with lines in numbered columns, one with its goods in one text, or one thing;
    `unnamed` is what goods are called where such a thing says nothing of them. `tip_in_gross`: what the line makes
    holds the tip, which the shop writes itself.
    """

    channel: str
    title: str
    recognised_by: tuple[str, ...]
    kind: Literal["sales", "balance"] = "sales"
    lines: Literal["rows", "columns", "text", "one"] = "rows"
    days: Literal["day first", "month first"] = "day first"
    decimal: Literal["", ".", ","] = ""
    currency: str = ""
    html: bool = False
    rounded_prices: bool = False
    completes: bool = False
    tip_in_gross: bool = False
    subtotal_is: Literal["", "after discounts", "before discounts"] = ""
    tip_names: tuple[str, ...] = ()
    gift_card_names: tuple[str, ...] = ()
    unnamed: str = ""
    order: OfOrder = field(default_factory=OfOrder)
    line: OfLine = field(default_factory=OfLine)
    balance: OfBalance = field(default_factory=OfBalance)
    status: Statuses = field(default_factory=Statuses)
    refund: Marked = field(default_factory=Marked)
    leave: tuple[LeftOut, ...] = ()

    def fits(self, headers: Sequence[str]) -> bool:
        """Whether these headers are those of such an export."""
        there = {fold(header) for header in headers if header}
        return all(any(fold(one) in there for one in part.split("|")) for part in self.recognised_by)

    def missing(self, headers: Sequence[str]) -> list[str]:
        """Those of the headers it is recognised by that are not there."""
        there = {fold(header) for header in headers if header}
        return [part for part in self.recognised_by if not any(fold(one) in there for one in part.split("|"))]


@cache
def packaged() -> tuple[Source, ...]:
    """The kinds of export that jornal knows, in the order in which they are tried: what asks most first."""
    found = [read(path) for path in sorted(FOLDER.glob("*.toml"))]
    return tuple(sorted(found, key=lambda one: -len(one.recognised_by)))


def read(path: Path) -> Source:
    """The mapping in a file. Raises `TermsFaults` with everything that is wrong in it, and what to write."""
    found, faults = shaped(Source, table(path), lambda _place: named(path))
    if found is not None:
        faults = [f"{named(path)}: {says}" for says in _flaws(found)]
    if found is None or faults:
        raise TermsFaults(faults)
    return found


def recognised(headers: Sequence[str], known: Sequence[Source]) -> Source | None:
    """The first kind of export whose headers these are, or None."""
    return next((one for one in known if one.fits(headers)), None)


def of_channel(name: str) -> tuple[Source, ...]:
    """The packaged kinds of export of a shop, till or payment service by its name. Raises `SheetFault`."""
    found = tuple(one for one in packaged() if fold(name) in (one.channel, fold(one.channel)))
    if not found:
        known = ", ".join(sorted({one.channel for one in packaged()}))
        raise SheetFault(says.NO_SUCH_SOURCE, ("source", name), ("known", known))
    return found


def unknown(file: str, headers: Sequence[str], known: Sequence[Source]) -> SheetFault:
    """The fault of a file that is no export that is known: which other it is, or what the likeliest lacks."""
    found = ", ".join(header for header in headers if header) or "–"
    other = notsales.recognised(headers)
    if other is not None:
        return SheetFault(
            says.OTHER_EXPORT, ("file", file), ("title", other.title), ("instead", other.instead)
        )
    nearest = min(known, key=lambda one: len(one.missing(headers)) / len(one.recognised_by))
    if known == packaged() and len(nearest.missing(headers)) * 2 > len(nearest.recognised_by):
        return SheetFault(says.NOTHING_LIKE_IT, ("file", file), ("found", shown(found, 120)))
    lacks = ", ".join(part.replace("|", " / ") for part in nearest.missing(headers))
    return SheetFault(
        says.NO_EXPORT,
        ("file", file),
        ("nearest", nearest.title),
        ("lacks", lacks),
        ("found", shown(found, 120)),
    )


def _flaws(source: Source) -> list[str]:
    """What no mapping may be."""
    found = []
    if fold(source.channel).replace(" ", "-") != source.channel or source.channel in NEVER:
        found.append(
            f'channel "{source.channel[:40]}": write small letters, digits and dashes, such as market-stall.'
        )
    if not source.recognised_by:
        found.append("recognised_by is empty. Write the headers by which such a file is known.")
    if source.kind == "balance":
        named_by = source.balance.id + source.balance.id_of
        needs = [("balance.id", named_by)]
        needs += [(f"balance.{name}", getattr(source.balance, name)) for name in ("gross", "net", "currency")]
    else:
        needs = [("order.number", source.order.number), ("order.day", source.order.day)]
        needs += [("line.goods or line.name", source.line.goods + source.line.name)]
        money = source.line.price + source.line.gross + source.line.net + source.order.net
        needs += [("line.price, line.gross or line.net", money)]
    found += [
        f"{name} is missing. Write the headers under which it stands, in square brackets."
        for name, got in needs
        if not got
    ]
    if source.lines == "columns" and not any("#" in one for one in source.line.name + source.line.packed):
        found.append(
            'lines are in columns, but no header of [line] has a "#" for the number. Write one, such as "Item # Name".'
        )
    return found
