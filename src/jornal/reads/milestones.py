"""What is due of orders with milestones, and when."""

from dataclasses import dataclass
from datetime import date, timedelta

from jornal.facts.sales import Milestone, MilestoneMet
from jornal.journal.fact import Cursor


@dataclass(frozen=True)
class Due:
    """A part of an order's sum: when it was reached, is due and was paid; None where it was not yet."""

    order: str
    number: int
    what: str
    amount: int
    reached_on: date | None
    due_on: date | None
    paid_on: date | None

    def open_on(self, day: date) -> bool:
        """Whether it is to be paid on a day."""
        return self.paid_on is None and self.due_on is not None and self.due_on <= day


def due(order: str = "", upto: Cursor | None = None) -> list[Due]:
    """The milestones of an order, or of every one, in order of order and number; two queries."""
    rows = Milestone.objects.current(upto).order_by("order", "number")
    rows = rows.filter(order=order) if order else rows
    met = {(one.milestone, one.what): one.day for one in MilestoneMet.objects.current(upto)}
    return [_due(one, met.get((one.root, "reached")), met.get((one.root, "paid"))) for one in rows]


def _due(one: Milestone, reached: date | None, paid: date | None) -> Due:
    due_on = reached + timedelta(days=one.days) if reached else None
    return Due(one.order, one.number, one.what, one.amount, reached, due_on, paid)
