"""A price in another currency than its cost: held to the cost by a recorded rate, whose day and source are told."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from jornal.facts.funding import ExchangeRate
from jornal.facts.orders import CostSheet, Order, OrderLine
from jornal.journal.record import NotCorrectable
from jornal.reads.exchange import in_terms_of, last_rate, rates_of
from jornal.rules.exchange import Pair, least_price, worth
from jornal.units.money import Money, exponent
from jornal.units.parts import Part
from jornal.units.said import Said


class OtherCurrency(Said):
    """A line of a product that is costed in another currency than its order pays in, and no rate between the two."""

    def __init__(self, order: Order, sheet: CostSheet, day: date) -> None:
        super().__init__(
            "What a {product} costs at {site} is known in {costs}, and order {order} pays in {pays}: without a rate "
            "up to {day} nobody can say whether its price bears the labour. Record one with its day and source, with "
            "`jornal do set-exchange-rate base={pays} quote={costs}`, or place the order in {costs}.",
            product=sheet.product, site=sheet.site, costs=sheet.currency, order=order.order, pays=order.currency,
            day=day,
        )  # fmt: skip


class PaysLess(Said):
    """A price that by the recorded rate does not bear what a piece costs."""

    def __init__(self, product: str, found: "Held") -> None:
        super().__init__(
            "No, because a {product} costs {cost}, and {price} is worth {worth} by the rate of {day}: 1 {base} "
            "was {rate} {quote} ({source}). Ask {least} or more: labour is not what gives way.",
            product=product, price=Money(found.price, found.pays), worth=Money(found.worth, found.costs),
            cost=Money(found.cost, found.costs), least=Money(found.least, found.pays), day=found.rate.day,
            base=found.rate.base, rate=found.rate.rate, quote=found.rate.quote, source=found.rate.source,
        )  # fmt: skip


class Held(NamedTuple):
    """A price beside its cost in two currencies, in minor units of each, with the rate between them.

    `worth` is the price in the currency of the cost, rounded down; `least` the least price that bears it.
    """

    price: int
    pays: str
    cost: int
    costs: str
    worth: int
    least: int
    rate: ExchangeRate

    @property
    def bears(self) -> bool:
        """Whether the price bears the cost, exactly."""
        return self.price >= self.least


def held(price: int, pays: str, sheet: CostSheet, rate: ExchangeRate) -> Held:
    """A price beside what a piece costs, by a rate between their currencies."""
    pair = Pair(pays, sheet.currency, exponent(pays), exponent(sheet.currency))
    exact = in_terms_of(rate, pays)
    return Held(
        price, pays, sheet.cost, sheet.currency, worth(price, exact, pair), least_price(sheet.cost, exact, pair),
        rate,
    )  # fmt: skip


def rate_for(order: Order, sheet: CostSheet, price: int, day: date) -> ExchangeRate | None:
    """The rate that holds a price to its cost; None where both are in one currency. Raises OtherCurrency, PaysLess."""
    if sheet.currency == order.currency:
        return None
    rate = last_rate(order.currency, sheet.currency, day)
    if rate is None:
        raise OtherCurrency(order, sheet, day)
    found = held(price, order.currency, sheet, rate)
    if not found.bears:
        raise PaysLess(sheet.product, found)
    return rate


def lines_held(order: Order, lines: Iterable[OrderLine]) -> dict[int, Held]:
    """By line, the price of each that was held to its cost by a rate; as many queries for many lines as for one."""
    there = [one for one in lines if one.rate is not None]
    rates = rates_of(one.rate for one in there if one.rate is not None)
    sheets = _sheets(there)
    found = {}
    for one in there:
        sheet = _then(sheets, one)
        if one.rate in rates and sheet is not None:
            found[one.line] = held(one.price, order.currency, sheet, rates[one.rate])
    return found


def rate_holds(tip: ExchangeRate, new: Mapping[str, Any], _: date) -> None:
    """Raises PaysLess where a rate is corrected so that a price which was held to it bears its cost no more."""
    rate = ExchangeRate(**new)
    lines = list(OrderLine.objects.current().filter(rate=tip.root, quantity__gt=0))
    orders = {
        one.order: one for one in Order.objects.current().filter(order__in={one.order for one in lines})
    }
    sheets = _sheets(lines)
    for one in lines:
        sheet = _then(sheets, one)
        if sheet is not None and one.order in orders:
            if {rate.base, rate.quote} != {orders[one.order].currency, sheet.currency}:
                raise NotCorrectable(tip, Part(RESTS_ON, order=one.order))
            found = held(one.price, orders[one.order].currency, sheet, rate)
            if not found.bears:
                raise PaysLess(one.product, found)


def order_holds(tip: Order, new: Mapping[str, Any], _: date) -> None:
    """Raises NotCorrectable where an order with lines would pay in another currency than they were priced in."""
    if (
        new["currency"] != tip.currency
        and OrderLine.objects.current().filter(order=tip.order, quantity__gt=0).exists()
    ):
        raise NotCorrectable(tip, Part(PRICED))


RESTS_ON = "the price of order {order} was held to its cost by this rate. Record the other rate beside it"
PRICED = "its lines are priced in that currency. Take them out first, or place another order"


def _sheets(lines: Iterable[OrderLine]) -> dict[tuple[str, str], list[CostSheet]]:
    found: dict[tuple[str, str], list[CostSheet]] = {}
    for sheet in (
        CostSheet.objects.current().filter(product__in={one.product for one in lines}).order_by("since")
    ):
        found.setdefault((sheet.product, sheet.site), []).append(sheet)
    return found


def _then(sheets: Mapping[tuple[str, str], list[CostSheet]], line: OrderLine) -> CostSheet | None:
    """What a piece of a line cost when it was recorded."""
    there = sheets.get((line.product, line.site), ())
    return next((one for one in reversed(there) if one.since <= line.recorded_at.date()), None)
