"""What is said of an order before it is promised: the earliest honest week with its sum, or no, because."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from jornal.actions.capacity import earliest, minutes_of
from jornal.actions.markets import Checked, answered
from jornal.actions.office import Office
from jornal.actions.products import recipe_of
from jornal.actions.rights import ORDER, RightsFirst, none_open
from jornal.facts.orders import Order, OrderLine
from jornal.rules.promise import Promise
from jornal.units.parts import Part
from jornal.units.said import Said

SIX_DAYS = timedelta(days=6)


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

    def __init__(self, order: str, of: Promise, wanted_on: date | None) -> None:
        hours = {"needed": _hours(of.wanted)}
        if not of.efficiency:
            super().__init__(
                "Order {order}: no, because how fast this workshop works has not been measured yet. Its first pieces "
                "are made as a sample; after a week of them we can say when {needed} h can be made.",
                order=order,
                **hours,
            )
        elif of.week is None or wanted_on is None:
            super().__init__(
                "Order {order}: no, because it takes {needed} h and the workshop cannot make that within a year beside "
                "what is promised. Ask for fewer.",
                order=order,
                **hours,
            )
        else:
            super().__init__(
                "Order {order}: no, because it takes {needed} h, and by {day} only {free} h are free beside what is "
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


class Quote(NamedTuple):
    """By site the sum of an order; the earliest honest week for all of it, or why there is none by the day wanted."""

    of: dict[str, Promise]
    week: date | None
    no: Said | None


def promised(office: Office, order: str) -> dict[str, Promise]:
    """By site, the earliest honest week for the lines of an order, with its whole sum. Raises NoSuchOrder, Empty."""
    lines = OrderLine.objects.current().filter(order=order_of(order).order, quantity__gt=0)
    wanted: dict[str, Fraction] = {}
    for line in lines:
        wanted[line.site] = wanted.get(line.site, Fraction(0)) + minutes_in(line, office.day)
    if not wanted:
        raise Empty(order)
    return {
        site: earliest(replace(office, site=site), minutes, without=order)
        for site, minutes in sorted(wanted.items())
    }


def quoted(office: Office, order: str) -> Quote:
    """What would be said of an order today; nothing is recorded. Raises NoSuchOrder, Empty."""
    found, of = promised(office, order), order_of(order)
    wanted_on = of.wanted_on
    if refused := not_admitted(office, of, found) or _rights(office, order, found):
        return Quote(found, None, refused)
    for one in found.values():
        if one.week is None or beyond(one, wanted_on):
            return Quote(found, None, NoBecause(order, one, wanted_on))
    return Quote(found, max(one.week for one in found.values() if one.week), None)


def not_admitted(office: Office, order: Order, sites: Iterable[str]) -> NotAdmitted | None:
    """Why an order that is made at these sites may not go where it is to go; None where no law refuses it."""
    for site in sites:
        asked = Checked(shipment=order.order, destination=order.country)
        answer = answered(replace(office, site=site), asked)
        for stop in answer.stops:
            if stop.decision == "refuse" and stop.rule is not None:
                return NotAdmitted(order.order, answer.markets.label(stop.place), stop.rule.law)
    return None


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


def minutes_in(line: OrderLine, day: date) -> Fraction:
    """The standard minutes of a line, by the recipe that holds on a day. Raises NoRecipe."""
    return minutes_of(recipe_of(line.product, day)) * line.quantity


def _hours(minutes: Fraction) -> int:
    """Whole hours, up."""
    return -(-minutes.numerator // (minutes.denominator * 60))


def _week_ending(day: date) -> date:
    """The Monday of the last week that is over by a day."""
    return day - SIX_DAYS - timedelta(days=(day - SIX_DAYS).weekday())
