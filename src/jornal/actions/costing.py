"""The cost sheet of a product: labour at full cost first, and no piece rate below the floor of its minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from jornal.actions.alone import alone
from jornal.actions.amounts import Minor
from jornal.actions.capacity import highest_floor_minute
from jornal.actions.given import Clauses, Token
from jornal.actions.leastrates import BelowTheFloor
from jornal.actions.office import Office
from jornal.actions.organisation import NotThere
from jornal.actions.products import product_of, recipe_of
from jornal.actions.rates import amounts_on
from jornal.actions.verb import Row, Verb
from jornal.facts.orders import CostSheet
from jornal.facts.organisation import Site
from jornal.facts.products import Recipe
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.rules.costing import (
    ORDER,
    Bought,
    CostLine,
    Head,
    Made,
    Share,
    Worked,
    below_least,
    cost_sheet,
)
from jornal.terms.load import currency_scale
from jornal.terms.shapes import read_price, read_ratio
from jornal.units.money import Money
from jornal.units.said import Said

AGAIN = "set again"


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


class PartNotCosted(Said):
    """A part that nobody costed."""

    def __init__(self, part: str, product: str, currency: str) -> None:
        super().__init__(
            "What {part}, a part of {product}, costs is not known in {currency}. Set it first, with `jornal do "
            "set-cost`.",
            part=part,
            product=product,
            currency=currency,
        )


class PriceTooLow(Said):
    """A price below what a piece costs."""

    def __init__(self, product: str, cost: Money, price: Money) -> None:
        super().__init__(
            "A {product} costs {cost} and would be sold at {price}. Labour is not what gives "
            "way: raise the price, or make it in fewer minutes.",
            product=product,
            cost=cost,
            price=price,
        )


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


@alone("hq")
def set_cost(office: Office, rows: Sequence[Costed]) -> list[Fact]:
    """The cost sheets as they stand, each instead of one of its day.

    Raises BelowTheFloor, NothingToPriceBy, NoPrice, PartNotCosted, PriceTooLow, NoSuchProduct, NoRecipe, NotThere.
    """
    return list(office.put((_sheet(row) for row in rows), "hq"))


def wages_of(sheet: CostSheet) -> Fraction:
    """The share of the price of a piece that is wages: what is paid for its operations, nothing beside."""
    wages = sum(one["amount"] for one in sheet.lines if one["head"] == "labour")
    return Fraction(wages, sheet.price)


@dataclass(frozen=True)
class _Given:
    """What a cost sheet is worked out of: amounts in minor units, exact; `minute` is None where none was given."""

    product: str
    site: str
    currency: str
    factor: Fraction
    minute: Fraction | None
    on_labour: Sequence[Share]
    prices: Mapping[str, Fraction]
    shares: Sequence[Share]


def cost_on(sheet: CostSheet, day: date) -> int:
    """What a piece costs by the recipe, rates and floor of a day, all else as its sheet has it; the sheet at least.

    In minor units. Raises BelowTheFloor where a rate fell behind the floor or its minutes, NoPrice, PartNotCosted.
    """
    heads: dict[str, list[dict[str, Any]]] = {}
    for one in sheet.lines:
        if one["unit"] != "part":
            heads.setdefault(one["head"], []).append(one)
    timed = [Fraction(one["rate"]) for one in heads.get("labour", ()) if one["unit"] == "min"]
    given = _Given(
        sheet.product, sheet.site, sheet.currency, read_ratio(sheet.factor), max(timed, default=None),
        _shares_of(heads.get("on_labour", ())),
        {one["name"]: Fraction(one["rate"]) for one in heads.get("material", ())},
        _shares_of(heads.get("share", ())),
    )  # fmt: skip
    return max(sheet.cost, _lines(given, day)[-1].amount)


def _sheet(row: Costed) -> CostSheet:
    product_of(row.product)
    currency = Site.objects.current().filter(site=row.at).values_list("currency", flat=True).first()
    if currency is None:
        raise NotThere("site", row.at, "open-site")
    scale, factor = currency_scale(currency), read_ratio(row.factor)
    given = _Given(
        row.product, row.at, currency, factor, read_price(row.minute) if row.minute else None, _named(row.on_labour),
        {one["name"]: read_price(one["says"]) * scale for one in row.materials}, _named(row.shares),
    )  # fmt: skip
    lines = _lines(given, row.since)
    floor, cost = highest_floor_minute(row.at, row.since), lines[-1].amount
    if row.price < cost:
        raise PriceTooLow(row.product, Money(cost, currency), Money(row.price, currency))
    new = CostSheet(
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
    return _again(new)


def _again(new: CostSheet) -> CostSheet:
    """The sheet, or the next version of the one of its day that says otherwise."""
    key = {"product": new.product, "site": new.site, "since": new.since}
    standing = CostSheet.objects.current().filter(**key).first()
    said = {field.name: getattr(new, field.name) for field in new.content() if field.name not in key}
    if standing is None or all(getattr(standing, name) == value for name, value in said.items()):
        return new
    return corrected(standing, AGAIN, **said)


def _lines(given: _Given, day: date) -> list[CostLine]:
    """The lines of a sheet on a day. Raises BelowTheFloor, NothingToPriceBy, NoPrice, PartNotCosted, NoRecipe."""
    recipe, scale = recipe_of(given.product, day), currency_scale(given.currency)
    worked = [_worked(given.site, one, day, scale) for one in recipe.operations]
    floor = highest_floor_minute(given.site, day)
    if floor is not None:
        for one, least in below_least(worked, floor, given.factor):
            raise BelowTheFloor(one.operation, one.rate or Fraction(0), least, given.currency)
    least_minute = None if floor is None else floor * given.factor
    known = [one for one in (given.minute, least_minute) if one is not None]
    for one in worked:
        if one.rate is None and not known:
            raise NothingToPriceBy(one.operation, given.site)
    return cost_sheet(
        worked, max(known, default=Fraction(0)), given.on_labour, bought=_bought(given, recipe), shares=given.shares,
        parts=[_part(given, one, day) for one in recipe.parts],
    )  # fmt: skip


def _worked(site: str, one: dict[str, Any], day: date, scale: int) -> Worked:
    rates = amounts_on(site, ("piece", one["operation"], ""), day)
    return Worked(one["operation"], read_ratio(one["minutes"]), min(rates) * scale if rates else None)


def _bought(given: _Given, recipe: Recipe) -> list[Bought]:
    for one in recipe.materials:
        if one["material"] not in given.prices:
            raise NoPrice(one["material"])
    return [
        Bought(one["material"], one["quantity"], given.prices[one["material"]]) for one in recipe.materials
    ]


def _part(given: _Given, one: dict[str, Any], day: date) -> Made:
    """What a part costs: as it is made at the same site, else at whichever makes it dearest."""
    sheets = CostSheet.objects.current().filter(
        product=one["product"], currency=given.currency, since__lte=day
    )
    last = {sheet.site: sheet for sheet in sheets.order_by("since")}
    if not last:
        raise PartNotCosted(one["product"], given.product, given.currency)
    sheet = last.get(given.site) or max(last.values(), key=lambda some: (some.cost, some.site))
    costs: dict[Head, int] = {}
    for line in sheet.lines:
        if line["head"] in ORDER:
            costs[line["head"]] = costs.get(line["head"], 0) + line["amount"]
    return Made(one["product"], one["count"], costs)


def _shares_of(lines: Sequence[dict[str, Any]]) -> list[Share]:
    return [Share(one["name"], Fraction(one["quantity"])) for one in lines]


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
