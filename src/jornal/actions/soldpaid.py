"""Payments of orders that an export of a shop or till told already: never sold twice, their fee added to the sale."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from jornal.actions.office import Office
from jornal.facts.sales import Held, Sale
from jornal.journal.record import corrected
from jornal.reads.stock import in_hundreds
from jornal.rules.sold import paid
from jornal.sheets.sold import Order, Sales

WHY = "the fee, as {title} says it"

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


class There(NamedTuple):
    """An order that is recorded: what it makes, and whether any of it is held."""

    channel: str
    order: str
    currency: str
    made: int


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
    """Adds the fee of each payment to the first line of its order, where it has none yet and both make the same sum."""
    wanted = {(one.channel, one.order): one for one in payments if one.fee and one.same}
    found = []
    for some in in_hundreds(sorted({order for _, order in wanted})):
        for sale in Sale.objects.current().filter(order__in=list(some), line=1):
            one = wanted.get((sale.channel, sale.order))
            if one is not None and not sale.fee:
                found.append(corrected(sale, WHY.format(title=one.title), fee=one.fee))
    if found:
        office.put(found, "hq")


def _paid(order: Order, there: There, export: Sales) -> Paid:
    made = order.made - order.tip
    same = there.made == made and there.currency == order.currency
    return Paid(
        order.number,
        order.currency,
        order.made,
        order.fee,
        there.channel,
        there.order,
        there.made,
        same,
        export.title,
    )


def _other(order: Order, there: Iterable[There], channel: str) -> There | None:
    """The one of these orders of another channel that a payment pays to the last unit, or None."""
    made = (order.currency, order.made - order.tip)
    found = [one for one in there if one.channel != channel and (one.currency, one.made) == made]
    return found[0] if len(found) == 1 else None


def there_of(orders: Collection[str]) -> dict[tuple[str, str], There]:
    """The recorded orders with these numbers, of whichever channel."""
    lines: dict[tuple[str, str, int], tuple[str, int]] = {}
    for some in in_hundreds(sorted(orders)):
        for held in Held.objects.current().filter(order__in=list(some)):
            row = held.row
            tax = 0 if row["tax_included"] else row["tax"]
            made = row["quantity"] * row["price"] - row["discount"] + row["shipping"] + tax
            lines[held.channel, held.order, held.line] = (row["currency"], made)
        for sale in Sale.objects.current().filter(order__in=list(some)):
            lines[sale.channel, sale.order, sale.line] = (sale.currency, paid(sale))
    found: dict[tuple[str, str], There] = {}
    for (channel, order, _), (currency, made) in lines.items():
        one = found.get((channel, order))
        found[channel, order] = There(channel, order, currency, made + (one.made if one else 0))
    return found
