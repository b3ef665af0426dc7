"""What a sales export gives: orders with their lines, refunds in rows of their own, what is held, and its sums."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from jornal.sheets.listed import Listed, Remark, Says


class Line(NamedTuple):
    """So many pieces of one thing, in minor units: `gross` before `discount`; `row` is where it stands in the file."""

    row: int
    goods: str
    name: str
    quantity: int
    gross: int
    discount: int = 0
    tax: int = 0

    @property
    def known_by(self) -> str:
        """What the channel calls the goods: their code, else their name."""
        return self.goods or self.name


@dataclass(frozen=True)
class Order:
    """One order as it was charged. `fee` is kept by the channel, all else is charged to the customer.

    A `tip`, and what was put on gift `cards`, are paid with it and are no price of goods. `total` is what the export
    says, or None; `refunded` what was given back until the export was made. `together`: its one line is of several
    kinds of goods, of which nobody says what each made.
    """

    number: str
    day: date
    currency: str
    lines: tuple[Line, ...]
    row: int
    country: str = ""
    region: str = ""
    shipping: int = 0
    tip: int = 0
    cards: int = 0
    fee: int = 0
    tax_included: bool = False
    total: int | None = None
    refunded: int = 0
    refunded_on: date | None = None
    pays: str = ""
    together: bool = False

    @property
    def made(self) -> int:
        """What its parts make together."""
        goods = sum(line.gross - line.discount for line in self.lines)
        tax = 0 if self.tax_included else sum(line.tax for line in self.lines)
        return goods + tax + self.shipping + self.tip + self.cards

    @property
    def sold(self) -> int:
        """What of that was paid for goods: neither its tip nor what was put on gift cards."""
        return self.made - self.tip - self.cards


class Back(NamedTuple):
    """A refund that stands as a row of its own: so much given back for these goods of an order, and of its tip."""

    row: int
    order: str
    reference: str
    day: date
    currency: str
    goods: str
    quantity: int
    amount: int
    tax: int
    tip: int = 0


class Held(NamedTuple):
    """An order whose sums do not add up: what the export says of it, in minor units, and both sums as a sentence."""

    order: str
    rows: tuple[int, ...]
    currency: str
    amount: int
    key: str
    says: Says


class Movement(NamedTuple):
    """A movement of a balance: a payment, a refund, a payout; below zero where it leaves."""

    row: int
    id: str
    day: date | None
    what: str
    currency: str
    gross: int
    fee: int
    net: int
    payment: str
    about: str
    payout: str


@dataclass(frozen=True)
class Sales:
    """One export read: every row is in an order, a refund, held, listed or repeated, and in exactly one of them."""

    file: str
    channel: str
    title: str
    completes: bool = False
    orders: tuple[Order, ...] = ()
    backs: tuple[Back, ...] = ()
    held: tuple[Held, ...] = ()
    listed: tuple[Listed, ...] = ()
    repeated: tuple[Listed, ...] = ()
    remarks: tuple[Remark, ...] = ()
    movements: tuple[Movement, ...] = ()
    rows: int = 0
    totals: "dict[str, Totals]" = field(default_factory=dict)


@dataclass
class Totals:
    """What the file itself says of one currency, in minor units, by what became of it; refunds stand below it."""

    taken: int = 0
    held: int = 0
    listed: int = 0
    given_back: int = 0

    @property
    def file(self) -> int:
        """All orders together, as the file says them."""
        return self.taken + self.held + self.listed


def ordered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines in an order that does not depend on how the file was sorted, so that each keeps its number."""
    return tuple(sorted(lines, key=lambda one: one[1:]))
