"""What lines of an order or a sale come to: their goods as they were priced, and what was paid for them."""

from collections.abc import Iterable
from typing import Protocol


class Priced(Protocol):
    """Pieces and the price of one, in minor units."""

    @property
    def quantity(self) -> int: ...
    @property
    def price(self) -> int: ...


class Line(Priced, Protocol):
    """The amounts of a line of a sale, in minor units; price is of one piece, all others of the whole line."""

    @property
    def discount(self) -> int: ...
    @property
    def tax(self) -> int: ...
    @property
    def tax_included(self) -> bool: ...
    @property
    def shipping(self) -> int: ...


def gross(line: Priced) -> int:
    """What its pieces cost as they were charged, before any discount."""
    return line.quantity * line.price


def together(lines: Iterable[Priced]) -> int:
    """What the pieces of several lines cost together, such as an order's."""
    return sum(map(gross, lines))


def paid(line: Line) -> int:
    """What the customer pays for it: its pieces less discount, what is sent with it, and the tax that is not inside."""
    return gross(line) - line.discount + line.shipping + (0 if line.tax_included else line.tax)
