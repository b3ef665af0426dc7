"""Orders: placed line by line, confirmed for an honest week or not at all, changed until a day that was agreed."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.db import transaction
from pydantic import Field, model_validator

from jornal.actions.abroad import rate_for
from jornal.actions.amounts import Minor
from jornal.actions.costing import cost_on
from jornal.actions.given import Printed, Token, on
from jornal.actions.office import Office
from jornal.actions.organisation import Country, Currency
from jornal.actions.products import product_of
from jornal.actions.promising import kept_sum, still_holds
from jornal.actions.quoting import (
    SIX_DAYS,
    NoBecause,
    against_law,
    beyond,
    lines_of,
    needs_of,
    order_of,
    parts_at,
    weeks_of,
)
from jornal.actions.rights import ORDER, none_open
from jornal.actions.verb import Row, Verb
from jornal.facts.orders import CostSheet, Order, OrderConfirmed, OrderLine
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.journal.record import corrected
from jornal.units.money import Money
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("hq_operations", "seller")
ANEW = "another week was agreed"


class NotPriced(Said):
    """A line of a product that nobody has costed at its site, or below its cost."""

    def __init__(self, product: str, site: str, cost: Money | None = None) -> None:
        if cost is None:
            super().__init__(
                "What a {product} costs at {site} is not known. Set it first, with `jornal do set-cost`.",
                product=product,
                site=site,
            )
        else:
            super().__init__(
                "A {product} costs {cost} at {site}, and the order pays less. Raise the price: labour is not what "
                "gives way.",
                product=product,
                cost=cost,
                site=site,
            )


class CutOff(Said):
    """A change of an order after its last day."""

    def __init__(self, order: str, day: date) -> None:
        super().__init__(
            "Order {order}: no, because it could be changed until {day}; material is bought and work has begun. Place "
            "what is new as an order of its own.",
            order=order,
            day=day,
        )


class TooLate(Said):
    """A promise for a week that ends after the day the order is wanted."""

    def __init__(self, order: Order, week: date) -> None:
        super().__init__(
            "Order {order} is wanted by {day}, and the week that begins on {week} ends after it. Promise an earlier "
            "week.",
            order=order.order,
            day=order.wanted_on,
            week=week,
        )


class Placed(Row):
    """An order of a customer: the day it is wanted, and the last day on which it may be changed."""

    order: Token
    customer: Annotated[Printed, Field(min_length=1, max_length=200)]
    placed_on: date | None = None
    wanted_on: date | None = None
    cutoff_on: date
    currency: Currency
    country: Country

    @model_validator(mode="after")
    def _ends_before_it_is_wanted(self) -> "Placed":
        if self.wanted_on and self.cutoff_on >= self.wanted_on:
            raise Said("the last day for changes is before the day it is wanted")
        return self


class Lined(Row):
    """A line of an order: so many pieces of a product, made at a site, each at a price in minor units.

    The same line with another quantity is a change, possible until the cut-off day; nought takes it out.
    """

    order: Token
    line: Annotated[int, Field(ge=1, le=999)]
    product: Token
    at: Token
    quantity: Annotated[int, Field(ge=0, le=100_000)]
    price: Minor
    why: Annotated[str, Field(max_length=500)] = "the customer changed it"


class Confirming(Row):
    """An order to be promised for a week, by its Monday; without one for the earliest honest week."""

    order: Token
    week: date | None = None

    @model_validator(mode="after")
    def _begins_on_a_monday(self) -> "Confirming":
        if self.week and self.week.weekday():
            raise Said("a week is named by its Monday")
        return self


def place(office: Office, rows: Sequence[Placed]) -> list[Fact]:
    """The orders, as recorded. Raises NotYet."""
    return list(
        office.put(
            (
                Order(**row.model_dump(exclude={"placed_on"}), placed_on=on(office, row.placed_on))
                for row in rows
            ),
            "hq",
        )
    )


def add_line(office: Office, rows: Sequence[Lined]) -> list[Fact]:
    """The lines as they stand, changed on the day they are recorded, whatever day was chosen.

    A price in another currency is held to its cost by the last rate recorded.
    Raises NoSuchOrder, NotPriced, BelowTheFloor, OtherCurrency, PaysLess, CutOff, NoBecause, RightsFirst, NotAdmitted,
    OpinionFirst.
    """
    office = office.now()
    with transaction.atomic():
        locked(office.book("hq"))
        return [fact for row in rows for fact in office.put([_line(office, row)], "hq")]


def confirm(office: Office, rows: Sequence[Confirming]) -> list[Fact]:
    """The promises as they stand, made on the day they are recorded; one for another week is looked at anew.

    Raises NoSuchOrder, Empty, NotAdmitted, OpinionFirst, NoBecause, TooLate, RightsFirst, NotPriced, BelowTheFloor.
    """
    office = office.now()
    with transaction.atomic():
        locked(office.book("hq"))
        return [fact for row in rows for fact in office.put([_confirmed(office, row)], "hq")]


def _confirmed(office: Office, row: Confirming) -> OrderConfirmed:
    order = order_of(row.order)
    last = OrderConfirmed.objects.filter(order=order.root).order_by("seq").last()
    if last is not None and not last.void and row.week in (None, last.week):
        return OrderConfirmed(order=order.root, day=last.day, week=last.week, sums=last.sums)  # sent twice
    lines = lines_of(row.order)
    needs = needs_of(lines, office.day)
    found = weeks_of(office, row.order, lines, needs)
    for line in lines:
        _today(office, order, (line.product, line.site, line.price))
    none_open(Part(ORDER, order=row.order), office.day, list(found))
    if refused := against_law(office, order, lines):
        raise refused
    for site, one in found.items():
        late = row.week is not None and one.week is not None and row.week < one.week
        if one.week is None or late or beyond(one, order.wanted_on):
            by = row.week + SIX_DAYS if late and row.week else order.wanted_on
            raise NoBecause(row.order, one, by, parts_at(site, needs))
    week = row.week or max(one.week for one in found.values() if one.week)
    if order.wanted_on and week + SIX_DAYS > order.wanted_on:
        raise TooLate(order, week)
    if refused := against_law(office, order, lines, on=week + SIX_DAYS):
        raise refused
    sums = {site: kept_sum(one, needs, site) for site, one in found.items()}
    said = {"day": office.day, "week": week, "sums": sums}
    return corrected(last, ANEW, **said) if last is not None else OrderConfirmed(order=order.root, **said)


def _line(office: Office, row: Lined) -> OrderLine:
    order = order_of(row.order)
    key = {"order": row.order, "line": row.line}
    said: dict[str, Any] = {
        "product": product_of(row.product).product,
        "site": row.at,
        "quantity": row.quantity,
        "price": row.price,
    }
    standing = OrderLine.objects.current().filter(**key).first()
    if standing is not None and all(getattr(standing, name) == value for name, value in said.items()):
        return OrderLine(**key, **said, rate=standing.rate)
    if office.day > order.cutoff_on:
        raise CutOff(row.order, order.cutoff_on)
    said["rate"] = _priced(office, order, row) if row.quantity else None
    fact = corrected(standing, row.why, **said) if standing else OrderLine(**key, **said)
    still_holds(office, order, fact, standing)
    return fact


def _priced(office: Office, order: Order, row: Lined) -> UUID | None:
    """By which rate the price of a line bears what a piece costs; None where both are in one currency."""
    sheet = _today(office, order, (row.product, row.at, row.price))
    rate = rate_for(order, sheet, row.price, office.day)
    return rate.root if rate else None


def _today(office: Office, order: Order, of: tuple[str, str, int]) -> CostSheet:
    """The cost sheet of a product at a site, with what a piece costs today. Raises NotPriced, BelowTheFloor."""
    product, site, price = of
    sheets = CostSheet.objects.current().filter(product=product, site=site, since__lte=office.day)
    sheet = sheets.order_by("since").last()
    if sheet is None:
        raise NotPriced(product, site)
    sheet.cost = cost_on(sheet, office.day)
    if sheet.currency == order.currency and price < sheet.cost:
        raise NotPriced(product, site, Money(sheet.cost, sheet.currency))
    return sheet


VERBS: dict[str, Verb] = {
    "place-order": Verb(
        Placed, place, ROLES, "Place an order of a customer, and until when it may be changed."
    ),
    "add-line": Verb(Lined, add_line, ROLES, "Add a line to an order, or change one until the cut-off day."),
    "confirm-order": Verb(
        Confirming, confirm, ("hq_operations",), "Promise an order for an honest week, or say no and why."
    ),
}
