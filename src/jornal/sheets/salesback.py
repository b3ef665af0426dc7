"""Refunds that stand as rows of their own: what was given back, for which goods of which order."""

from collections.abc import Sequence
from datetime import date

from jornal.sheets import says
from jornal.sheets.listed import Unreadable
from jornal.sheets.salesfile import Export, first
from jornal.sheets.saleslines import Cells
from jornal.sheets.salesorders import Head
from jornal.sheets.sold import Back
from jornal.sheets.tables import Raw


def back_of(export: Export, raw: Raw, number: str) -> Back:
    """The refund that a row is. Raises `Unreadable`."""
    head = Head(export, [raw])
    got = {
        name.removeprefix("line."): first(raw, at)
        for name, at in export.columns.items()
        if name.startswith("line.")
    }
    cells, when = Cells(export, head.currency, got), head.day("day")
    if when is None:
        raise Unreadable(says.MISSING, ("column", export.header("order.day")))
    tax, tip = abs(cells.money("tax")) or abs(head.money("tax") or 0), abs(head.money("tip") or 0)
    sum_ = head.money("total") if export.source.order.total else head.money("net")
    if sum_ is None:
        sum_ = abs(cells.money("net")) + tax
    goods, name = cells.called()
    by_line = export.source.lines == "rows"
    marked = first(raw, export.places(export.source.refund.reference))
    back = (
        abs(int(got["quantity"].partition(".")[0] or 0)) if by_line and _whole(got.get("quantity", "")) else 0
    )
    return Back(
        row=raw.number, order=number, reference=(marked or f"{when.isoformat()} {goods or name}")[:60], day=when,
        currency=head.currency, goods=(goods or name) if by_line else "", quantity=back, amount=abs(sum_) - tip,
        tax=tax, tip=tip,
    )  # fmt: skip


def together(backs: Sequence[Back]) -> list[Back]:
    """The refunds with those of the same goods under one reference on one day added up, each at its first row."""
    found: dict[tuple[str, str, str, str, date], Back] = {}
    for one in backs:
        key = (one.order, one.reference, one.goods, one.currency, one.day)
        same = found.get(key)
        found[key] = (
            one
            if same is None
            else same._replace(
                quantity=same.quantity + one.quantity, amount=same.amount + one.amount, tax=same.tax + one.tax,
                tip=same.tip + one.tip,
            )
        )  # fmt: skip
    return list(found.values())


def _whole(cell: str) -> bool:
    whole, _, part = cell.lstrip("-").partition(".")
    return whole.isdecimal() and not part.strip("0")
