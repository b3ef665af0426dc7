"""Lines of sales that are recorded already, or held: sent again they change nothing, otherwise they are told apart."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from jornal.facts.sales import Held, Sale
from jornal.reads.stock import in_hundreds
from jornal.rules.sold import Line, paid

Key = tuple[str, str, int]
SAID = (
    "channel", "order", "line", "day", "place", "goods", "product", "lot", "quantity", "price", "discount", "tax",
    "tax_included", "shipping", "fee", "tip", "currency", "country", "total",
)  # fmt: skip
"""What a line says of itself."""


class Told(Line, Protocol):
    """A line as it is told."""

    @property
    def key(self) -> Key: ...


@dataclass
class Before:
    """The lines that stand, by key: sales in all their versions, the last one last, and held lines; keys by order.

    `added` are the later versions of held lines, to which a fee or a tip was added.
    """

    sales: dict[Key, list[Sale]] = field(default_factory=dict)
    held: dict[Key, Held] = field(default_factory=dict)
    added: dict[Key, list[Held]] = field(default_factory=dict)
    orders: dict[tuple[str, str], list[Key]] = field(default_factory=dict)

    def sold(self, row: Told) -> bool:
        """Whether the line is a sale already, as it is, as it was before it was corrected, or as it was held."""
        versions = self.sales.get(row.key, ())
        if any(_same(said(one), said(row)) for one in versions):
            return True
        return bool(versions) and self._as_held(row)

    def _as_held(self, row: Told) -> bool:
        """Whether a line was held as it is told, before or after something was added to it."""
        first = [self.held[row.key]] if row.key in self.held else []
        return any(_same(one.row, kept(row)) for one in (*first, *self.added.get(row.key, ())))

    def has(self, row: Told) -> bool:
        """Whether the line stands already and nothing is to be recorded of it."""
        return self.sold(row) or (row.key in self.held and not said(row)["product"] and not self.differs(row))

    def differs(self, row: Told) -> bool:
        """Whether a line of this key stands and says something else."""
        if row.key in self.sales:
            return not self.sold(row)
        return row.key in self.held and not self._as_held(row)

    def totals(self, row: Told) -> set[int]:
        """What the whole order comes to, as its lines that stand say; empty where none of them does."""
        keys = self.orders.get(row.key[:2], ())
        sold = [self.sales[key][-1] for key in keys if key in self.sales]
        held = [self.held[key].row.get("total") for key in keys if key not in self.sales]
        return {total for total in (*held, *(one.total for one in sold if not one.void)) if total is not None}

    def paid_besides(self, row: Told, keys: Collection[Key]) -> int:
        """What the lines of an order come to that are not among these."""
        besides = [key for key in self.orders.get(row.key[:2], ()) if key not in keys]
        of = [self.sales[key][-1] for key in besides if key in self.sales]
        lines: list[Line] = [one for one in of if not one.void]
        lines += [_Row(**self.held[key].row) for key in besides if key not in self.sales]
        return sum(map(paid, lines))


def _same(stood: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Whether both say the same; a tip, a fee, or the total of the order, may be told where the other has none."""
    bare = {name: told[name] for name in ("tip", "fee", "total") if not (stood.get(name) and told[name])}
    return {**stood, **bare} == dict(told)


class _Row:
    """A held line with its amounts."""

    def __init__(self, **row: Any) -> None:
        self.quantity, self.price, self.discount = row["quantity"], row["price"], row["discount"]
        self.tax, self.tax_included, self.shipping = row["tax"], row["tax_included"], row["shipping"]


def said(line: Any) -> dict[str, Any]:
    """What a line says: of a row as it was typed and of a fact alike."""
    found = {name: getattr(line, name) for name in SAID}
    return found | {name: found[name] or "" for name in ("place", "product")}


def kept(line: Any) -> dict[str, Any]:
    """What a held line keeps: all it says but which product it is."""
    found = said(line) | {"product": ""} | ({"already": True} if hasattr(line, "already") else {})
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()}


def before(keys: Iterable[Key]) -> Before:
    """What stands of the orders of these lines."""
    found, roots = Before(), {}
    orders: dict[str, set[str]] = {}
    for channel, order, _ in keys:
        orders.setdefault(channel, set()).add(order)
    for one in _of(Sale, orders):
        roots[one.root] = (one.channel, one.order, one.line)
        found.sales[roots[one.root]] = [one]
    for one in _later(Sale, roots):
        found.sales[roots[one.root]].append(one)
    for held in _of(Held, orders):
        roots[held.root] = (held.channel, held.order, held.line)
        found.held[roots[held.root]] = held
    for held in _later(Held, [one.root for one in found.held.values()]):
        found.added.setdefault(roots[held.root], []).append(held)
    for key in {**found.sales, **found.held}:
        found.orders.setdefault(key[:2], []).append(key)
    return found


def _of(kind: Any, orders: dict[str, set[str]]) -> Iterator[Any]:
    """The first versions of the lines of orders."""
    for channel, names in orders.items():
        for some in in_hundreds(sorted(names)):
            yield from _rows(kind, channel, some)


def _later(kind: Any, roots: Iterable[Any]) -> Iterator[Any]:
    """The versions of these lines after their first ones."""
    for some in in_hundreds(roots):
        yield from kind.objects.filter(root__in=some, corrects__isnull=False).order_by("seq")


def _rows(kind: Any, channel: str, orders: Iterable[str]) -> Iterable[Any]:
    return kind.objects.filter(channel=channel, order__in=list(orders), corrects__isnull=True)  # type: ignore[no-any-return]
