"""Pieces by operation and rate: accepted, and rejected but paid, each priced once."""

from collections.abc import Iterable
from datetime import date

from jornal.rules.earned import Earned, Group, add, head_of_rate
from jornal.rules.exact import Exact
from jornal.rules.plan import Plan, Priced
from jornal.rules.rows import Month, Piece

NO_RATE = (
    "No piece rate for {name} is in force on {day}. "
    "Add one to the contract or the rates sheet, since that day or earlier."
)


class Counted:
    """The pieces of one operation at one rate: how many, at what, from which rows."""

    __slots__ = ("count", "exact", "operation", "price", "rows")

    def __init__(self, operation: str, price: Priced, exact: Exact) -> None:
        self.operation, self.price, self.exact = operation, price, exact
        self.count = 0
        self.rows: list[str] = []


def priced_pieces(month: Month, plan: Plan, earned: Earned, *, trace: bool = False) -> None:
    """(accepted + rejected but paid) × the rate of the day; fills the heads of pieces and the base by day."""
    if month.carry.pieces:
        _priced(month.carry.pieces, plan, earned, trace=False)
    tallies, unpriced = _priced(month.pieces, plan, earned, trace=trace)
    for piece in unpriced:
        says = {"name": piece.operation, "day": piece.day}
        earned.stop(month.worker.code, f"piece:{piece.operation}", NO_RATE, row=piece.id, says=says)
    for one in sorted(tallies, key=lambda one: (one.operation, one.price.since or date.min)):
        group = Group()
        group.quantity, group.exact, group.rows = one.count, one.count * one.exact, one.rows
        earned.pieces.append(head_of_rate("piece", one.operation, group, "piece", one.price))
    if earned.base:
        for day, exact in earned.pieces_base.items():
            add(earned.base, day, exact)
    else:
        earned.base = dict(earned.pieces_base)


def _priced(
    pieces: Iterable[Piece], plan: Plan, earned: Earned, *, trace: bool
) -> tuple[list[Counted], list[Piece]]:
    """The tallies of some pieces, and those without a rate; adds to the base of each day.

    The loop over every piece of everybody: most operations have one rate on all days, looked up once.
    """
    base, base_of = earned.pieces_base, earned.pieces_base.get
    flat: dict[str, Counted] = {}
    by_rate: dict[tuple[str, int], Counted] = {}
    unpriced = []
    for piece in pieces:
        row, day, operation, good, rejected_paid, _, _ = piece
        tally = flat.get(operation)
        if tally is None:
            tally = _tally(operation, day, plan, by_rate)
            if tally is None:
                unpriced.append(piece)
                earned.out.add(day)
                continue
            if operation in plan.flat_pieces:
                flat[operation] = tally
        count = good + rejected_paid
        tally.count += count
        base[day] = base_of(day, 0) + count * tally.exact
        if trace:
            tally.rows.append(row)
    return list(by_rate.values()), unpriced


def _tally(operation: str, day: date, plan: Plan, by_rate: dict[tuple[str, int], Counted]) -> Counted | None:
    """The tally for an operation at the rate of a day; None without a rate that is known."""
    price = (plan.pieces.get(operation) or {}).get(day)
    if price is None or price.exact is None:
        return None
    key = (operation, id(price))
    if key not in by_rate:
        by_rate[key] = Counted(operation, price, price.exact)
    return by_rate[key]
