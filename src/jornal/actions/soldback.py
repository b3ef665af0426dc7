"""What an export says was given back, as rows of the verb that records refunds: only what is new since the last one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jornal.actions.sales import Refunded
from jornal.actions.soldrows import Sum, dated, with_back
from jornal.sheets.sold import Back, Order
from jornal.units.splits import largest_remainder

Lines = dict[tuple[str, str, int], Sum]


def given_back(order: Order, lines: Sequence[Sum], today: date, new: bool) -> list[Refunded]:
    """What was given back of an order beyond what is recorded: over its lines by what was paid for each.

    What is more than its goods cost was its tip. The day is the one the export says; where it says none, that of an
    order that is `new`, else today.
    """
    all_paid = sum(line.paid for line in lines)
    wanted = min(order.refunded, all_paid)
    tip = min(max(order.refunded - order.sold, 0), sum(line.tip for line in lines))
    more, tip_more = (
        wanted - sum(line.given_back for line in lines),
        tip - sum(line.tip_back for line in lines),
    )
    day = order.refunded_on or (order.day if new else today)
    day = max(min(day, today), order.day)
    shares = largest_remainder(wanted, [line.paid for line in lines]) if more > 0 else [0] * len(lines)
    rows = []
    for line, share in zip(lines, shares, strict=True):
        amount = min(max(share - line.given_back, 0), max(more, 0))
        of_tip = min(max(tip_more, 0), line.tip - line.tip_back)
        more, tip_more = more - amount, tip_more - of_tip
        pieces = line.quantity if wanted == all_paid and amount else 0
        reference = f"until {order.refunded}" if amount else f"tip until {order.refunded}"
        rows.append(_row(line, reference, day, amount, pieces, tip=of_tip))
    return [row for row in rows if row.amount or row.tip]


def came_back(backs: Iterable[Back], lines: Lines, today: date) -> tuple[list[Refunded], list[Back]]:
    """The refunds that rows of an export are, and those of them whose sale is not here, or was less.

    Each is of the lines of its goods, or over all lines of its order; what stands under its reference is not given
    back again, whether goods were named with it or not.
    """
    found, lost, orders = list[Refunded](), list[Back](), dict[str, list[Sum]]()
    for key in sorted(lines):
        orders.setdefault(key[1], []).append(lines[key])
    groups: dict[tuple[str, str, date], list[Back]] = {}
    for back in backs:
        groups.setdefault((back.order, back.reference, back.day), []).append(back)
    for (order, reference, day), some in groups.items():
        of = orders.get(order, [])
        stands = sum(line.under(reference, day) for line in of)
        for back in some:
            rows = None if back.day > today else _of_back(back, of, stands >= sum(one.amount for one in some))
            if rows is None:
                lost.append(back)
                continue
            found += rows
            of = [_with(line, rows) for line in of]
        orders[order] = of
    return found, lost


def _with(line: Sum, rows: Iterable[Refunded]) -> Sum:
    """The line with those of these refunds that are its own."""
    for row in rows:
        line = with_back(line, row) if row.key == line.key else line
    return line


def _of_back(back: Back, of: Sequence[Sum], stands: bool) -> list[Refunded] | None:
    """The refunds that a row is of these lines of its order; None where no such line is sold, or less was paid."""
    same = [line for line in of if line.goods == back.goods] if back.goods else list(of)
    if not same or any(line.currency != back.currency for line in same):
        return None
    tips = list(_tips(back, of))
    if stands:
        return tips
    more = back.amount - sum(line.under(back.reference, back.day) for line in same)
    fresh = [line for line in same if not line.under(back.reference, back.day)]
    if more > sum(line.left for line in fresh):
        return None
    rows, pieces = [], back.quantity
    for line, share in zip(fresh, _shares(back, fresh, more), strict=True):
        taken = any(name == back.reference for name, *_ in line.references)
        reference = dated(back.reference, back.day) if taken else back.reference
        rows.append(_row(line, reference, max(back.day, line.day), share, pieces if share else 0))
        pieces -= rows[-1].quantity
    return [*(row for row in rows if row.amount), *tips]


def _shares(back: Back, lines: Sequence[Sum], more: int) -> list[int]:
    """How much is given back of each line: of goods of the first that has it all, else one after the other."""
    left = [line.left for line in lines]
    if not back.goods:
        return largest_remainder(more, left) if any(left) else left
    whole = next((at for at, one in enumerate(left) if one >= more), None)
    if whole is not None:
        return [more if at == whole else 0 for at in range(len(left))]
    found = []
    for one in left:
        found.append(min(one, more))
        more -= found[-1]
    return found


def _tips(back: Back, of: Iterable[Sum]) -> Iterator[Refunded]:
    """What of the tip was given back, where that is not recorded, under a reference of its own."""
    left, name = back.tip, f"tip {dated(back.reference, back.day)}"[:60]
    for line in of:
        part = min(left, line.tip - line.tip_back)
        if part and not any(one == name for one, *_ in line.references):
            left -= part
            yield _row(line, name, max(back.day, line.day), 0, 0, tip=part)


def _row(line: Sum, reference: str, day: date, amount: int, pieces: int, *, tip: int = 0) -> Refunded:
    """One refund of a line; its tax by its part of what was paid, rounded down."""
    tax = min(line.tax * amount // line.paid if line.paid else 0, line.tax - line.tax_back)
    return Refunded(
        channel=line.channel, order=line.order, line=line.line, reference=reference[:60], day=day, amount=amount,
        tax=max(tax, 0), quantity=max(min(pieces, line.quantity - line.pieces_back), 0), tip=tip,
    )  # fmt: skip
