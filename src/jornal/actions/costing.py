"""The cost sheet of a product: labour at full cost first, and no piece rate below the floor of its minutes."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, Field

from jornal.actions.amounts import Minor
from jornal.actions.capacity import highest_floor_minute
from jornal.actions.given import Clauses, Token
from jornal.actions.office import Office
from jornal.actions.products import product_of, recipe_of
from jornal.actions.rates import amounts_on
from jornal.actions.verb import Row, Verb
from jornal.facts.orders import CostSheet
from jornal.facts.organisation import Site
from jornal.facts.products import Recipe
from jornal.journal.fact import Fact
from jornal.rules.costing import Bought, Share, Worked, below_least, cost_sheet, least_rate
from jornal.terms.load import currency_scale
from jornal.terms.shapes import read_price, read_ratio
from jornal.units.said import Said


class BelowTheFloor(Said):
    """A piece rate that would let somebody at the standard pace earn less than the floor."""

    def __init__(self, operation: str, rate: Fraction, least: Fraction) -> None:
        super().__init__(
            "{operation} pays {rate} a piece, and the floor of its minutes is {least} (both in minor units). Raise "
            "the rate first, with `jornal do set-rate`, or measure the minutes again.",
            operation=operation,
            rate=_shown(rate),
            least=_shown(least),
        )


class NothingToPriceBy(Said):
    """An operation without a piece rate where no floor is known either."""

    def __init__(self, operation: str, site: str) -> None:
        super().__init__(
            "{operation} has no piece rate at {site} and no floor is known there: nobody knows what its time costs. "
            "Give minute, what a minute of work costs, in minor units.",
            operation=operation,
            site=site,
        )


class NoPrice(Said):
    """A material of a recipe without its price."""

    def __init__(self, material: str) -> None:
        super().__init__(
            "What {material} costs is not given. Add it to materials, per unit.", material=material
        )


class PriceTooLow(Said):
    """A price below what a piece costs."""

    def __init__(self, product: str, cost: int, price: int) -> None:
        super().__init__(
            "A {product} costs {cost} and would be sold at {price} (both in minor units). Labour is not what gives "
            "way: raise the price, or make it in fewer minutes.",
            product=product,
            cost=cost,
            price=price,
        )


def _shown(amount: Fraction) -> str:
    return str(amount) if amount.denominator == 1 else f"{amount.numerator}/{amount.denominator}"


def _shares(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    for row in rows:
        read_ratio(row["says"])
    return rows


def _prices(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    for row in rows:
        read_price(row["says"])
    return rows


def _factor(text: str) -> str:
    if read_ratio(text) < 1:
        raise Said("a factor below 1 would let a piece earn less than its time; give 1 or more")
    return text


Shares = Annotated[
    Clauses, AfterValidator(_shares), Field(description="name: share, such as training: 5 %; another: …")
]
Prices = Annotated[
    Clauses, AfterValidator(_prices), Field(description="material: price of a unit; another: …")
]


class Costed(Row):
    """What one piece of a product costs at a site, in the site's currency.

    `on_labour` is what an hour costs beside its wage (paid rest, training, cover) as shares of labour; `materials` the
    price of one whole unit in major units, such as 0.08; `shares` overhead, safety and what is put back. `minute` is
    what a minute of work costs in minor units, else the floor's. `factor` stands between the floor and a piece rate.
    """

    product: Token
    at: Token
    since: date
    factor: Annotated[str, Field(max_length=20), AfterValidator(_factor)] = "1"
    minute: Annotated[str, Field(max_length=20)] = ""
    on_labour: Shares = Field(default_factory=list)
    materials: Prices = Field(default_factory=list)
    shares: Shares = Field(default_factory=list)
    price: Minor


def set_cost(office: Office, rows: Sequence[Costed]) -> list[Fact]:
    """The cost sheets, as recorded. Raises BelowTheFloor, NothingToPriceBy, NoPrice, PriceTooLow, NoSuchProduct."""
    return list(office.put((_sheet(row) for row in rows), "hq"))


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


def wages_of(sheet: CostSheet) -> Fraction:
    """The share of the price of a piece that is wages: what is paid for its operations, nothing beside."""
    wages = sum(one["amount"] for one in sheet.lines if one["head"] == "labour")
    return Fraction(wages, sheet.price)


def _sheet(row: Costed) -> CostSheet:
    product_of(row.product)
    recipe = recipe_of(row.product, row.since)
    currency = Site.objects.current().filter(site=row.at).values_list("currency", flat=True).first() or ""
    scale = currency_scale(currency)
    worked = [_worked(row, one, scale) for one in recipe.operations]
    floor, factor = highest_floor_minute(row.at, row.since), read_ratio(row.factor)
    if floor is not None:
        for one, least in below_least(worked, floor, factor):
            raise BelowTheFloor(one.operation, one.rate or Fraction(0), least)
    minute = read_price(row.minute) if row.minute else None if floor is None else floor * factor
    for one in worked:
        if one.rate is None and minute is None:
            raise NothingToPriceBy(one.operation, row.at)
    lines = cost_sheet(
        worked, max(minute or Fraction(0), floor or Fraction(0)), _named(row.on_labour),
        bought=_bought(row, recipe, scale), shares=_named(row.shares),
    )  # fmt: skip
    cost = lines[-1].amount
    if row.price < cost:
        raise PriceTooLow(row.product, cost, row.price)
    return CostSheet(
        product=row.product, site=row.at, since=row.since, currency=currency, factor=row.factor,
        floor_minute="" if floor is None else str(floor), cost=cost, price=row.price,
        lines=[
            {
                "head": one.head, "name": one.name, "quantity": str(one.quantity), "unit": one.unit,
                "rate": str(one.rate), "amount": one.amount,
            }
            for one in lines
        ],
    )  # fmt: skip


def _worked(row: Costed, one: dict[str, Any], scale: int) -> Worked:
    rates = amounts_on(row.at, ("piece", one["operation"], ""), row.since)
    return Worked(one["operation"], read_ratio(one["minutes"]), min(rates) * scale if rates else None)


def _bought(row: Costed, recipe: Recipe, scale: int) -> list[Bought]:
    prices = {one["name"]: read_price(one["says"]) * scale for one in row.materials}
    for one in recipe.materials:
        if one["material"] not in prices:
            raise NoPrice(one["material"])
    return [Bought(one["material"], one["quantity"], prices[one["material"]]) for one in recipe.materials]


def _named(rows: Sequence[dict[str, str]]) -> list[Share]:
    return [Share(one["name"], read_ratio(one["says"])) for one in rows]


VERBS: dict[str, Verb] = {
    "set-cost": Verb(
        Costed,
        set_cost,
        ("hq_operations", "hq_finance"),
        "Set what a piece of a product costs, labour first, and its price.",
    ),
}
