"""Payments of orders that an export of a shop or till told already: never sold twice, their fee added to the sale."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from jornal.actions.office import Office
from jornal.actions.selling import Sold
from jornal.actions.soldrows import Sum
from jornal.facts.sales import Held, Sale
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.reads.stock import in_hundreds
from jornal.sheets.sold import Order, Sales

WHY = "the fee, as {title} says it"
WHY_LATER = "its fee and tip, as {title} says them"
ADDED = ("fee", "tip")

_NAME = re.compile(r"#?[\w-]*\d[\w-]*")


class Paid(NamedTuple):
    """A payment in an export, and the order recorded before that it pays for; `same` where both make the same sum."""

    number: str
    currency: str
    made: int
    fee: int
    channel: str
    order: str
    recorded: int
    same: bool
    title: str
    tip: int = 0


class There(NamedTuple):
    """An order that is recorded, sold or held: what its goods make, and the tip that was given with it."""

    channel: str
    order: str
    currency: str
    made: int
    tip: int = 0


def paid_for(export: Sales, here: Collection[tuple[str, str]]) -> list[Paid]:
    """The payments of an export that pay for orders recorded before; those in `here` are its own sales, told again."""
    if not export.completes:
        return []
    own = {(export.channel, order.number) for order in export.orders} - set(here)
    names = {order.number: named(order.pays) for order in export.orders}
    there = there_of({order for _, order in own} | {name for some in names.values() for name in some})
    by_name: dict[str, list[There]] = {}
    for at in there.values():
        by_name.setdefault(at.order, []).append(at)
    found = []
    for order in export.orders:
        same = there.get((export.channel, order.number)) if (export.channel, order.number) in own else None
        named_here = [at for name in names[order.number] for at in by_name.get(name, ())]
        other = same or _other(order, named_here, export.channel)
        if other is not None:
            found.append(_paid(order, other, export))
    return found


def named(text: str) -> list[str]:
    """The words of a text that may be the number of an order, with and without the sign shops put before it."""
    found = [text.strip(), *_NAME.findall(text)] if any(letter.isdecimal() for letter in text) else []
    bare = [one.removeprefix("#") for one in found]
    return list(dict.fromkeys(name for one in bare if one for name in (one, f"#{one}")))


def told_fees(office: Office, payments: Sequence[Paid]) -> None:
    """Adds the fee and the tip of each payment to its order, where it has none yet and both make the same sum.

    They come to its first line, sold or still held for a name.
    """
    wanted = {(one.channel, one.order): one for one in payments if (one.fee or one.tip) and one.same}
    found: list[Fact] = []
    for (channel, order), lines in _lines({order for _, order in wanted}).items():
        one = wanted.get((channel, order))
        if one is None:
            continue
        line, why = lines[min(lines)], WHY.format(title=one.title)
        new = _missing(one, [_of(row) for row in lines.values()])
        if new and isinstance(line, Held):
            found.append(corrected(line, why, row=line.row | new))
        elif new:
            found.append(corrected(line, why, **new))
    if found:
        office.put(found, "hq")


def told_later(office: Office, rows: Iterable[Sold], title: str) -> None:
    """Adds the fee and the tip of lines that were recorded when nothing was known of them."""
    wanted = {row.key: row for row in rows if row.tip or row.fee}
    found: list[Fact] = []
    for (channel, order), lines in _lines({order for _, order, _ in wanted}).items():
        for number, line in lines.items():
            row = wanted.get((channel, order, number))
            new = (
                {}
                if row is None
                else {name: more for name in ADDED if (more := getattr(row, name)) and not _had(line, name)}
            )
            if new:
                changes: dict[str, Any] = {"row": line.row | new} if isinstance(line, Held) else new
                found.append(corrected(line, WHY_LATER.format(title=title), **changes))
    if found:
        office.put(found, "hq")


def with_tips(
    lines: Mapping[tuple[str, str, int], Sum], payments: Sequence[Paid], rows: Iterable[Sold]
) -> dict[tuple[str, str, int], Sum]:
    """Lines with the tips that are about to be added to them, so that what goes back of these is no later import's."""
    tips = {(one.channel, one.order): one.tip for one in payments if one.same and one.tip}
    tips |= {row.key[:2]: row.tip for row in rows if row.tip}
    tipped = {key[:2] for key, line in lines.items() if line.tip}
    found = dict(lines)
    for key in sorted(lines):
        of = key[:2]
        if of in tips and of not in tipped:
            tipped.add(of)
            found[key] = lines[key]._replace(tip=tips[of])
    return found


def _missing(one: Paid, rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """What a payment says that no line of its order does."""
    said = {"fee": one.fee, "tip": one.tip}
    return {name: amount for name, amount in said.items() if amount and not any(row[name] for row in rows)}


def _of(line: Sale | Held) -> Mapping[str, Any]:
    return {"tip": 0, **line.row} if isinstance(line, Held) else {"fee": line.fee, "tip": line.tip}


def _had(line: Sale | Held, name: str) -> bool:
    """Whether a line has a fee or a tip, or had one until it was corrected."""
    if isinstance(line, Held):
        return bool(line.row.get(name))
    return Sale.objects.filter(root=line.root).exclude(**{name: 0}).exists()


def _lines(orders: Collection[str]) -> dict[tuple[str, str], dict[int, Sale | Held]]:
    """The recorded lines of orders with these numbers, by number: sold, or held where they are not sold yet."""
    found: dict[tuple[str, str], dict[int, Sale | Held]] = {}
    for some in in_hundreds(sorted(orders)):
        for kind in (Held, Sale):
            for one in kind.objects.current().filter(order__in=list(some)):
                found.setdefault((one.channel, one.order), {})[one.line] = one
    return found


def _paid(order: Order, there: There, export: Sales) -> Paid:
    return Paid(
        order.number, order.currency, order.made, order.fee, there.channel, there.order, there.made,
        there.currency == order.currency and _alike(order, there), export.title, order.tip,
    )  # fmt: skip


def _alike(order: Order, there: There) -> bool:
    """Whether a payment is of this order: its goods make the same, or all of it is what goods and tip make there."""
    return order.sold == there.made or (not order.tip and order.sold == there.made + there.tip)


def _other(order: Order, there: Iterable[There], channel: str) -> There | None:
    """The one of these orders of another channel that a payment pays to the last unit, or None."""
    found = [
        one
        for one in there
        if one.channel != channel and one.currency == order.currency and _alike(order, one)
    ]
    return found[0] if len(found) == 1 else None


def there_of(orders: Collection[str]) -> dict[tuple[str, str], There]:
    """The recorded orders with these numbers, of whichever channel."""
    found: dict[tuple[str, str], There] = {}
    for (channel, order), lines in _lines(orders).items():
        made, tip, currency = 0, 0, ""
        for line in lines.values():
            row = line.row if isinstance(line, Held) else line.__dict__
            tax = 0 if row["tax_included"] else row["tax"]
            made += row["quantity"] * row["price"] - row["discount"] + row["shipping"] + tax
            tip, currency = tip + row.get("tip", 0), row["currency"]
        found[channel, order] = There(channel, order, currency, made, tip)
    return found
