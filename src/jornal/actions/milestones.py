"""Commissions: parts of an order's sum that are due when a deposit is asked, a sample approved, the work delivered."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from jornal.actions.amounts import Minor
from jornal.actions.given import Token, on
from jornal.actions.office import Office
from jornal.actions.quoting import NoSuchOrder
from jornal.actions.verb import Row, Verb
from jornal.facts.orders import Order, OrderLine
from jornal.facts.sales import Milestone, MilestoneMet
from jornal.journal.fact import Fact
from jornal.units.said import Said


class NotTheWhole(Said):
    """Milestones that do not come to their order."""

    def __init__(self, order: str, lines: int, parts: int) -> None:
        super().__init__(
            "Order {order} comes to {lines}, and its milestones to {parts} (in minor units). Give all of them at once, "
            "so that they come to the whole.",
            order=order,
            lines=lines,
            parts=parts,
        )


class NoSuchMilestone(Said):
    """A milestone that an order does not have."""

    def __init__(self, order: str, number: int) -> None:
        super().__init__(
            "Order {order} has no milestone {number}. Set them first, with `jornal do set-milestones`.",
            order=order,
            number=number,
        )


class Parted(Row):
    """A part of an order's sum, due so many days after its deposit is asked, its sample approved or it is delivered."""

    order: Token
    number: Annotated[int, Field(ge=1, le=99)]
    what: Literal["deposit", "sample_approved", "delivered"]
    amount: Minor
    days: Annotated[int, Field(ge=0, le=365)] = 0


class Met(Row):
    """A milestone of an order that was reached, or paid."""

    order: Token
    number: Annotated[int, Field(ge=1, le=99)]
    what: Literal["reached", "paid"]
    day: date | None = None


def part(office: Office, rows: Sequence[Parted]) -> list[Fact]:
    """The milestones, as recorded. Raises NoSuchOrder, NotTheWhole."""
    for order in {row.order for row in rows}:
        if not Order.objects.current().filter(order=order).exists():
            raise NoSuchOrder(order)
        whole = sum(line.quantity * line.price for line in OrderLine.objects.current().filter(order=order))
        parts = {one.number: one.amount for one in Milestone.objects.current().filter(order=order)}
        parts |= {row.number: row.amount for row in rows if row.order == order}
        if sum(parts.values()) != whole:
            raise NotTheWhole(order, whole, sum(parts.values()))
    return list(office.put((Milestone(**row.model_dump()) for row in rows), "hq"))


def meet(office: Office, rows: Sequence[Met]) -> list[Fact]:
    """The milestones reached or paid, as recorded. Raises NoSuchMilestone, NotYet."""
    facts = []
    for row in rows:
        found = Milestone.objects.current().filter(order=row.order, number=row.number).first()
        if found is None:
            raise NoSuchMilestone(row.order, row.number)
        facts.append(MilestoneMet(milestone=found.root, what=row.what, day=on(office, row.day)))
    return list(office.put(facts, "hq"))


VERBS: dict[str, Verb] = {
    "set-milestones": Verb(
        Parted, part, ("seller", "hq_operations"), "Part the sum of an order into what is due when."
    ),
    "meet-milestone": Verb(
        Met, meet, ("seller", "hq_operations", "hq_finance"), "Record that a milestone was reached, or paid."
    ),
}
