"""The least that a piece may pay, the floor of its standard minutes: held when a rate, recipe or price is set."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from jornal.actions.capacity import highest_floor_minute
from jornal.facts.orders import CostSheet
from jornal.facts.products import Recipe
from jornal.rules.costing import least_rate
from jornal.terms.load import currency_scale
from jornal.terms.shapes import read_ratio
from jornal.units.money import major
from jornal.units.said import Said


class BelowTheFloor(Said):
    """A piece rate that would let somebody at the standard pace earn less than the floor."""

    def __init__(self, operation: str, rate: Fraction, least: Fraction, currency: str) -> None:
        super().__init__(
            "{operation} pays {rate} {currency} a piece, and the floor of its minutes is {least} {currency}. Raise "
            "the rate first, with `jornal do set-rate`, or measure the minutes again.",
            operation=operation,
            rate=in_major(rate, currency),
            least=in_major(Fraction(ceil(least)), currency),
            currency=currency,
        )


def in_major(amount: Fraction, currency: str) -> str:
    """An amount in minor units as somebody reads it, such as 17.34; part of a minor unit stands behind it."""
    whole, part = divmod(amount, 1)
    return major(int(whole), currency) + (f" + {part} / {currency_scale(currency)}" if part else "")


def shown(amount: Fraction) -> str:
    """An exact amount as it is read."""
    return str(amount) if amount.denominator == 1 else f"{amount.numerator}/{amount.denominator}"


def held_to_floor(
    sheet: CostSheet, operation: tuple[str, Fraction], rates: Sequence[Fraction], day: date
) -> None:
    """Raises BelowTheFloor where one of the rates, in major units, is below the floor of the minutes of an operation.

    By the factor of the cost sheet; nothing is held where no floor is known.
    """
    floor = highest_floor_minute(sheet.site, day) if rates else None
    if floor is None:
        return
    least = least_rate(floor, operation[1], read_ratio(sheet.factor))
    rate = min(rates) * currency_scale(sheet.currency)
    if rate < least:
        raise BelowTheFloor(operation[0], rate, least, sheet.currency)


def rate_holds(site: str, operation: str, amount: Fraction, since: date) -> None:
    """Raises BelowTheFloor for a piece rate, in major units, below the floor of a product that is costed there."""
    sheets = {one.product: one for one in CostSheet.objects.current().filter(site=site).order_by("since")}
    rows = Recipe.objects.current().filter(product__in=list(sheets)).order_by("since")
    recipes: dict[str, list[Recipe]] = {}
    for one in rows:
        before = recipes.setdefault(one.product, [])
        recipes[one.product] = [one] if one.since <= since else [*before, one]
    for product, some in recipes.items():
        for step in (step for one in some for step in one.operations if step["operation"] == operation):
            held_to_floor(sheets[product], (operation, read_ratio(step["minutes"])), [amount], since)


class Floored(NamedTuple):
    """An operation of a cost sheet: what a piece pays, and the least that its standard minutes may pay.

    Both in minor units, exact; `rate` is None where time is paid, `least` where no floor is known.
    """

    operation: str
    minutes: Fraction
    rate: Fraction | None
    least: Fraction | None


def against_floor(sheet: CostSheet, recipe: Recipe) -> list[Floored]:
    """The operations of a recipe beside the floor that a cost sheet was held to."""
    rates = {
        one["name"]: Fraction(one["rate"])
        for one in sheet.lines
        if one["head"] == "labour" and one["unit"] == "piece"
    }
    floor, factor = sheet.floor_minute, read_ratio(sheet.factor)
    return [
        Floored(
            one["operation"], minutes, rates.get(one["operation"]),
            least_rate(Fraction(floor), minutes, factor) if floor else None,
        )
        for one in recipe.operations
        for minutes in [read_ratio(one["minutes"])]
    ]  # fmt: skip
