"""Whether the parts of an order make what it says, with tax in the price or on top; discounts shared over its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jornal.sheets import says
from jornal.sheets.listed import Unreadable
from jornal.sheets.sold import Line
from jornal.units.money import major
from jornal.units.splits import largest_remainder


@dataclass(frozen=True)
class Parts:
    """What an order says, in minor units; `tax` is None where its lines say it, `total` where nothing does.

    `beside` is what was paid with it and is no price of goods: tips, gift cards.
    """

    lines: tuple[Line, ...]
    currency: str
    discount: int = 0
    shipping: int = 0
    beside: int = 0
    tax: int | None = None
    subtotal: int | None = None
    total: int | None = None

    @property
    def gross(self) -> int:
        """What the pieces make before any discount."""
        return sum(line.gross for line in self.lines)

    @property
    def all_tax(self) -> int:
        """The tax of the whole order."""
        return sum(line.tax for line in self.lines) if self.tax is None else self.tax


class Settled(NamedTuple):
    """An order that adds up: lines with their share of discount and tax, shipping after its own discount."""

    lines: tuple[Line, ...]
    shipping: int
    tax_included: bool


class _Way(NamedTuple):
    """One way in which the parts may make the total."""

    discount: int
    shipping: int
    tax_included: bool


def settled(parts: Parts, *, rounded_prices: bool = False) -> Settled:
    """The order with everything shared over its lines. Raises `Unreadable` with both sums where it does not add up.

    Discounts are written for the order, beside its lines, in both, or in the prices already; taxes are on top or in the
    prices; a discount may be on the shipping. The first way in which all parts make the total is taken.
    `rounded_prices`: the price of a piece is rounded, so that lines may be off by half a minor unit a piece.
    """
    if parts.total is None:
        return _shared(parts, _Way(_discounts(parts)[0], parts.shipping, tax_included=False), 0)
    ways = list(_ways(parts))
    for way in ways:
        if _sum(parts, way) == parts.total:
            return _shared(parts, way, 0)
    if rounded_prices:
        nearest = min(ways, key=lambda way: abs(_off(parts, way)))
        if abs(_off(parts, nearest)) * 2 <= sum(line.quantity for line in parts.lines):
            return _shared(parts, nearest, _off(parts, nearest))
    raise Unreadable(
        says.SUM_DIFFERS, ("sum", major(_sum(parts, ways[0]), parts.currency)),
        ("total", major(parts.total, parts.currency)), ("currency", parts.currency),
    )  # fmt: skip


def _discounts(parts: Parts) -> list[int]:
    """What may be taken off the goods, the likeliest first."""
    of_lines = sum(line.discount for line in parts.lines)
    found = [parts.discount or of_lines, parts.discount + of_lines, of_lines, parts.discount, 0]
    if parts.subtotal is not None:
        found.insert(0, parts.gross - parts.subtotal)
    together = parts.discount + of_lines
    return list(dict.fromkeys(one for one in found if 0 <= one <= max(together, 0) and one <= parts.gross))


def _ways(parts: Parts) -> Iterator[_Way]:
    """Every way, the likeliest first; what is left of an order's discount may be taken off its shipping."""
    together = parts.discount + sum(line.discount for line in parts.lines)
    for discount in _discounts(parts) or [0]:
        for shipping in dict.fromkeys((parts.shipping, max(parts.shipping - (together - discount), 0))):
            yield _Way(discount, shipping, tax_included=False)
            if parts.all_tax:
                yield _Way(discount, shipping, tax_included=True)


def _sum(parts: Parts, way: _Way) -> int:
    tax = 0 if way.tax_included else parts.all_tax
    return parts.gross - way.discount + way.shipping + parts.beside + tax


def _off(parts: Parts, way: _Way) -> int:
    return (parts.total or 0) - _sum(parts, way)


def _shared(parts: Parts, way: _Way, off: int) -> Settled:
    """The discount and tax over the lines: as the lines say where that is the sum, else by what each makes."""
    lines = parts.lines
    if off and lines:
        at = max(range(len(lines)), key=lambda place: lines[place].gross)
        lines = tuple(_mended(line, off) if place == at else line for place, line in enumerate(lines))
    if sum(line.discount for line in lines) != way.discount:
        shares = _by_weight(way.discount, [line.gross for line in lines])
        lines = tuple(line._replace(discount=share) for line, share in zip(lines, shares, strict=True))
    if parts.tax is not None:
        shares = _by_weight(parts.tax, [line.gross - line.discount for line in lines])
        lines = tuple(line._replace(tax=share) for line, share in zip(lines, shares, strict=True))
    return Settled(lines, way.shipping, way.tax_included)


def _mended(line: Line, off: int) -> Line:
    """The line with its gross put right by what rounding made of it."""
    return line._replace(gross=line.gross + off)


def _by_weight(amount: int, weights: Sequence[int]) -> list[int]:
    """An amount shared by weights; evenly where all are nought."""
    if not amount:
        return [0] * len(weights)
    return largest_remainder(amount, weights if any(weights) else [1] * len(weights))
