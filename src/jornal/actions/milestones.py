"""Commissions: parts of an order's sum that are due when a deposit is asked, a sample approved, the work delivered."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from jornal.actions.alone import alone
from jornal.actions.amounts import Minor
from jornal.actions.given import Token, on
from jornal.actions.office import Office
from jornal.actions.quoting import NoSuchOrder
from jornal.actions.verb import Row, Verb
from jornal.facts.orders import Order, OrderLine
from jornal.facts.sales import Milestone, MilestoneMet
from jornal.journal.fact import Fact
from jornal.journal.record import corrected, voided
from jornal.rules.sold import together
from jornal.units.money import Money
from jornal.units.said import Said

ANEW = "the order was parted anew"


class NotTheWhole(Said):
    """Milestones that do not come to their order."""

    def __init__(self, order: Order, lines: int, parts: int) -> None:
        super().__init__(
            "Order {order} comes to {lines}, and its milestones to {parts}. Give all of them at once, so that they "
            "come to the whole.",
            order=order.order,
            lines=Money(lines, order.currency),
            parts=Money(parts, order.currency),
        )


class MetAlready(Said):
    """Another sum, event or time of a milestone that was reached or paid."""

    def __init__(self, order: str, number: int) -> None:
        super().__init__(
            "Milestone {number} of order {order} is reached or paid, so it stays as it is. Part what is left anew.",
            order=order,
            number=number,
        )


class NumberedTwice(Said):
    """Two milestones of an order under one number."""

    def __init__(self, order: str, number: int) -> None:
        super().__init__(
            "Order {order} has milestone {number} twice. Give each a number of its own.",
            order=order,
            number=number,
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
    """A part of an order's sum, due so many days after its deposit is asked, its sample approved or it is delivered.

    An amount of nought takes out a milestone that was neither reached nor paid.
    """

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


@alone("hq")
def part(office: Office, rows: Sequence[Parted]) -> list[Fact]:
    """The milestones, as recorded; one that stands otherwise is set anew, and nought takes it out.

    Raises NoSuchOrder, NotTheWhole, MetAlready, NumberedTwice.
    """
    for order in sorted({row.order for row in rows}):
        sums(order, [row for row in rows if row.order == order], fit=True)
    stood = _stood({row.order for row in rows})
    facts = [(row, _fact(row, stood.get((row.order, row.number)))) for row in rows]
    office.put([fact for _, fact in facts if fact is not None], "hq")
    return [fact or stood[row.order, row.number] for row, fact in facts if fact or row.amount]


class Parts(NamedTuple):
    """What an order comes to, and what its milestones would come to; in minor units of its currency."""

    whole: int
    parts: int


def sums(order: str, rows: Sequence[Parted], *, fit: bool = False) -> Parts:
    """The sums of an order and of its milestones with these rows in place of those that stand.

    Raises NoSuchOrder, NumberedTwice; where they have to `fit`, NotTheWhole.
    """
    found = Order.objects.current().filter(order=order).first()
    if found is None:
        raise NoSuchOrder(order)
    twice = [number for number, times in Counter(row.number for row in rows).items() if times > 1]
    if twice:
        raise NumberedTwice(order, twice[0])
    whole = together(OrderLine.objects.current().filter(order=order))
    parts = {one.number: one.amount for one in Milestone.objects.current().filter(order=order)}
    parts |= {row.number: row.amount for row in rows}
    if fit and sum(parts.values()) != whole:
        raise NotTheWhole(found, whole, sum(parts.values()))
    return Parts(whole, sum(parts.values()))


def _stood(orders: set[str]) -> dict[tuple[str, int], Milestone]:
    """The last version of every milestone of some orders, those that were taken out too."""
    rows = Milestone.objects.filter(order__in=orders).order_by("seq")
    return {(one.order, one.number): one for one in rows}


def _fact(row: Parted, stood: Milestone | None) -> Milestone | None:
    """What is recorded of a row; None where it stands like that. Raises MetAlready."""
    if stood is None or stood.void:
        if not row.amount:
            return None
        said = row.model_dump()
        return Milestone(**said) if stood is None else corrected(stood, ANEW, **said)
    if all(getattr(stood, name) == value for name, value in row.model_dump().items()):
        return None
    if MilestoneMet.objects.current().filter(milestone=stood.root).exists():
        raise MetAlready(row.order, row.number)
    return corrected(stood, ANEW, **row.model_dump()) if row.amount else voided(stood, ANEW)


@alone("hq")
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
