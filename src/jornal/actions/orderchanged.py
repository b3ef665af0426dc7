"""What an order no longer fits after it was changed: the milestones that parted its sum, the deliveries given out."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import F, Sum

from jornal.facts.orders import Order, OrderLine
from jornal.facts.sales import Milestone, MilestoneMet, Sale
from jornal.rules.sold import together
from jornal.units.money import Money
from jornal.units.said import Said

CHANNEL = "wholesale"


class NoLongerTheWhole(Said):
    """Milestones that came to their order until it was changed."""

    def __init__(self, order: Order, whole: int, parts: int, met: int) -> None:
        super().__init__(
            "The order was changed after its milestones were set: it comes to {whole} now, and they to {parts}, of "
            "which {met} are reached or paid. Part what is left anew, so that they come to the whole.",
            whole=Money(whole, order.currency), parts=Money(parts, order.currency), met=Money(met, order.currency),
        )  # fmt: skip


class PaidOver(Said):
    """Milestones that are reached or paid and come to more than their order does now."""

    def __init__(self, order: Order, whole: int, met: int) -> None:
        super().__init__(
            "The order comes to {whole} since it was changed, and {met} of its milestones are reached or paid. Take "
            "out those that are left, and agree with the customer what goes back.",
            whole=Money(whole, order.currency), met=Money(met, order.currency),
        )  # fmt: skip


class DeliveredMore(Said):
    """A line of which more is delivered than the order asks for now."""

    def __init__(self, line: OrderLine, sent: int) -> None:
        super().__init__(
            "Line {line} asks for {quantity} pieces since it was changed, and {sent} are delivered. Record what comes "
            "back as a refund, or change the line again.",
            line=line.line, quantity=line.quantity, sent=sent,
        )  # fmt: skip


class DeliveredDearer(Said):
    """A line that was delivered at another price than the order says now."""

    def __init__(self, order: Order, line: OrderLine, was: int) -> None:
        super().__init__(
            "Line {line} was delivered at {was} a piece, and the order says {price} since it was changed. Its invoice "
            "stands as it was given out: give the difference back as a refund, or charge it on paper of its own.",
            line=line.line, was=Money(was, order.currency), price=Money(line.price, order.currency),
        )  # fmt: skip


def changed(orders: Collection[str] | None = None) -> dict[str, list[Said]]:
    """What no longer fits, by order; of all orders that have milestones or deliveries where none is named.

    As many queries for many orders as for one.
    """
    parts = Milestone.objects.current().filter(**_of(orders))
    sent = Sale.objects.current().filter(channel=CHANNEL, order_line__isnull=False, **_of(orders))
    milestones, delivered = list(parts), list(_delivered(sent))
    named = {one.order for one in milestones} | {order for order, *_ in delivered}
    there = {one.order: one for one in Order.objects.current().filter(order__in=named)}
    lines: dict[str, dict[int, OrderLine]] = {}
    for line in OrderLine.objects.current().filter(order__in=named):
        lines.setdefault(line.order, {})[line.line] = line
    met = set(MilestoneMet.objects.current().values_list("milestone", flat=True)) if milestones else set()
    found: dict[str, list[Said]] = {}
    for name, order in sorted(there.items()):
        of = lines.get(name, {})
        some = [one for one in milestones if one.order == name]
        rows = [row[1:] for row in delivered if row[0] == name]
        if says := [*_parted(order, of, some, met), *_given_out(order, of, rows)]:
            found[name] = says
    return found


def _of(orders: Collection[str] | None) -> dict[str, Any]:
    return {} if orders is None else {"order__in": list(orders)}


def _delivered(sent: Any) -> Iterator[tuple[str, int, int, int]]:
    """Pieces of each line at each price: order, line, price, pieces."""
    rows = sent.order_by().values_list("order", "order_line", "price").annotate(pieces=Sum(F("quantity")))
    yield from ((order, line, price, int(pieces)) for order, line, price, pieces in sorted(rows))


def _parted(
    order: Order, lines: dict[int, OrderLine], some: list[Milestone], met: Collection[Any]
) -> Iterator[Said]:
    whole = together(lines.values())
    parts = sum(one.amount for one in some)
    if not some or parts == whole:
        return
    done = sum(one.amount for one in some if one.root in met)
    yield PaidOver(order, whole, done) if done > whole else NoLongerTheWhole(order, whole, parts, done)


def _given_out(order: Order, lines: dict[int, OrderLine], rows: list[tuple[int, int, int]]) -> Iterator[Said]:
    for number, line in sorted(lines.items()):
        sent = sum(pieces for of, _, pieces in rows if of == number)
        if sent > line.quantity:
            yield DeliveredMore(line, sent)
        if line.quantity:
            yield from (
                DeliveredDearer(order, line, price)
                for of, price, _ in rows
                if (of, line.price != price) == (number, True)
            )
