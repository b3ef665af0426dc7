"""What is said of an order before it is promised: the earliest honest week with its sum, or no, because."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from jornal.actions.capacity import earliest
from jornal.actions.markets import NOTHING_KNOWN, Checked, answered
from jornal.actions.needed import Bills, Need
from jornal.actions.office import Office
from jornal.actions.products import NoRecipe
from jornal.actions.rights import ORDER, RightsFirst, none_open
from jornal.facts.orders import Order, OrderLine
from jornal.rules.promise import Promise
from jornal.units.parts import Part
from jornal.units.said import Said

SIX_DAYS = timedelta(days=6)
HOURS = "{hours} h"
WITH_PARTS = "{hours} h ({parts} h of them for the parts that go into it)"


class NoSuchOrder(Said):
    """An order, or a line of one, that was not placed."""

    def __init__(self, order: str, line: int = 0) -> None:
        if line:
            super().__init__("Order {order} has no line {line}. Look at its number.", order=order, line=line)
        else:
            super().__init__(
                "There is no order {order}. Look at its number, or place it with `jornal do place-order`.",
                order=order,
            )


class Empty(Said):
    """An order without a line."""

    def __init__(self, order: str) -> None:
        super().__init__("Order {order} has no line to make. Add one with `jornal do add-line`.", order=order)


class NoBecause(Said):
    """An order that cannot honestly be made by the day it is wanted."""

    def __init__(
        self, order: str, of: Promise, wanted_on: date | None, parts: Fraction = Fraction(0)
    ) -> None:
        """`parts` is how many of the standard minutes that it takes are those of its parts."""
        hours = {"needed": Part(HOURS, hours=_hours(of.wanted))}
        if parts:
            hours = {"needed": Part(WITH_PARTS, hours=_hours(of.wanted), parts=_hours(parts))}
        if not of.efficiency:
            super().__init__(
                "Order {order}: no, because how fast this workshop works has not been measured yet. Its first pieces "
                "are made as a sample; after a week of them we can say when {needed} can be made.",
                order=order,
                **hours,
            )
        elif of.week is None or wanted_on is None:
            super().__init__(
                "Order {order}: no, because it takes {needed} and the workshop cannot make that within a year beside "
                "what is promised. Ask for fewer.",
                order=order,
                **hours,
            )
        else:
            super().__init__(
                "Order {order}: no, because it takes {needed}, and by {day} only {free} h are free beside what is "
                "promised: nobody works longer for an order. The earliest honest week begins on {week}.",
                order=order,
                day=wanted_on,
                free=_hours(of.by(_week_ending(wanted_on))),
                week=of.week,
                **hours,
            )


class NotAdmitted(Said):
    """An order to a place whose law refuses what is made in prison."""

    def __init__(self, order: str, place: str, law: str) -> None:
        super().__init__(
            "Order {order}: no, because {place} refuses goods made in prison: {law}. Nothing is promised that may not "
            "arrive.",
            order=order,
            place=Part(place),
            law=law,
        )


class OpinionFirst(Said):
    """An order to a place that lets such goods in by an opinion of counsel alone, and none is on file that holds."""

    def __init__(self, order: str, product: str, at: tuple[str, str | Part], until: date) -> None:
        place, law = at
        super().__init__(
            "Order {order}: not promised yet, because {place} may not be entered by {product} without an opinion of "
            "counsel that holds until {day}. {law}. Ask counsel, put the opinion on file with `jornal do "
            "file-opinion`, and promise it then.",
            order=order,
            place=Part(place),
            product=product,
            day=until,
            law=law,
        )


class Quote(NamedTuple):
    """By site the sum of an order; the earliest honest week for all of it, or why there is none by the day wanted.

    `first` is what has to be there before that week is promised: an opinion of counsel; None where nothing is missing.
    `needs` are the pieces and parts that are to be made.
    """

    of: dict[str, Promise]
    week: date | None
    no: Said | None
    first: Said | None = None
    needs: Sequence[Need] = ()


def promised(office: Office, order: str) -> dict[str, Promise]:
    """By site, the earliest honest week for the lines of an order with their parts, with its whole sum.

    Raises NoSuchOrder, Empty, NoRecipe.
    """
    lines = lines_of(order_of(order).order)
    return weeks_of(office, order, lines, needs_of(lines, office.day))


def weeks_of(
    office: Office, order: str, lines: Sequence[OrderLine], needs: Iterable[Need]
) -> dict[str, Promise]:
    """The same for these lines of an order and what they need. Raises Empty."""
    if not lines:
        raise Empty(order)
    wanted = {line.site: Fraction(0) for line in lines}
    for one in needs:
        wanted[one.site] = wanted.get(one.site, Fraction(0)) + one.minutes
    return {
        site: earliest(replace(office, site=site), minutes, without=order)
        for site, minutes in sorted(wanted.items())
    }


def needs_of(lines: Iterable[OrderLine], day: date) -> list[Need]:
    """What lines of an order take to make, with all of their parts, by the recipes of a day. Raises NoRecipe."""
    found = Bills(day).needs(lines)
    for one in found:
        if one.each is None:
            raise NoRecipe(one.product, day)
    return found


def parts_at(site: str, needs: Iterable[Need]) -> Fraction:
    """How many of the standard minutes that are needed at a site are those of parts."""
    return sum((one.minutes for one in needs if one.site == site and one.part), Fraction(0))


def quoted(office: Office, order: str) -> Quote:
    """What would be said of an order today; nothing is recorded. Raises NoSuchOrder, Empty."""
    of, lines = order_of(order), lines_of(order)
    wanted_on, needs = of.wanted_on, needs_of(lines, office.day)
    found = weeks_of(office, order, lines, needs)
    against = against_law(office, of, lines)
    if refused := against if isinstance(against, NotAdmitted) else _rights(office, order, found):
        return Quote(found, None, refused, None, needs)
    for site, one in found.items():
        if one.week is None or beyond(one, wanted_on):
            no = NoBecause(order, one, wanted_on, parts_at(site, needs))
            return Quote(found, None, no, against, needs)
    week = max(one.week for one in found.values() if one.week)
    against = against_law(office, of, lines, on=week + SIX_DAYS) or against
    if isinstance(against, NotAdmitted):
        return Quote(found, None, against, None, needs)
    return Quote(found, week, None, against, needs)


def lines_of(order: str) -> list[OrderLine]:
    """The lines of an order that are to be made, in their order."""
    return list(OrderLine.objects.current().filter(order=order, quantity__gt=0).order_by("line"))


def against_law(
    office: Office, order: Order, lines: Iterable[OrderLine], *, on: date | None = None
) -> NotAdmitted | OpinionFirst | None:
    """Why lines of an order are not promised to where it goes: a law that refuses, else an opinion that is missing.

    Asked for today, or for another day, such as the last of the week by which the goods have to be let in.
    """
    missing, day = None, on or office.day
    for site, product in dict.fromkeys((line.site, line.product) for line in lines):
        asked = Checked(shipment=order.order, destination=order.country, product=product)
        answer = answered(replace(office, site=site, day=day), asked)
        for stop in answer.stops:
            law = stop.rule.law if stop.rule else Part(NOTHING_KNOWN)
            place = answer.markets.label(stop.place)
            if stop.decision == "refuse":
                return NotAdmitted(order.order, place, str(law))
            if stop.decision == "counsel" and stop.opinion is None and missing is None:
                missing = OpinionFirst(order.order, product, (place, law), day)
    return missing


def _rights(office: Office, order: str, sites: Iterable[str]) -> RightsFirst | None:
    """Why nothing is promised while a critical finding is open; None where none is."""
    try:
        none_open(Part(ORDER, order=order), office.day, list(sites))
    except RightsFirst as fault:
        return fault
    return None


def beyond(of: Promise, wanted_on: date | None) -> bool:
    """Whether the earliest honest week ends after the day that is wanted."""
    return of.week is not None and wanted_on is not None and of.week + SIX_DAYS > wanted_on


def order_of(order: str) -> Order:
    """An order by its name. Raises NoSuchOrder."""
    found = Order.objects.current().filter(order=order).first()
    if found is None:
        raise NoSuchOrder(order)
    return found


def _hours(minutes: Fraction) -> int:
    """Whole hours, up."""
    return -(-minutes.numerator // (minutes.denominator * 60))


def _week_ending(day: date) -> date:
    """The Monday of the last week that is over by a day."""
    return day - SIX_DAYS - timedelta(days=(day - SIX_DAYS).weekday())
