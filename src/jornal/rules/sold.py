"""What a line of a sale comes to: what was paid for it, and what of that is ours."""

from typing import Protocol


class Line(Protocol):
    """The amounts of a line of a sale, in minor units; price is of one piece, all others of the whole line."""

    @property
    def quantity(self) -> int: ...
    @property
    def price(self) -> int: ...
    @property
    def discount(self) -> int: ...
    @property
    def tax(self) -> int: ...
    @property
    def tax_included(self) -> bool: ...
    @property
    def shipping(self) -> int: ...


def gross(line: Line) -> int:
    """What its pieces cost as they were charged, before any discount."""
    return line.quantity * line.price


def paid(line: Line) -> int:
    """What the customer pays for it: its pieces less discount, what is sent with it, and the tax that is not inside."""
    return gross(line) - line.discount + line.shipping + (0 if line.tax_included else line.tax)
