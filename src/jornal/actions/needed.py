"""What lines of orders take to make: their pieces and every part that goes into them, in standard minutes by site."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jornal.facts.orders import CostSheet, OrderLine
from jornal.facts.organisation import Site
from jornal.facts.products import Recipe
from jornal.rules.parts import exploded

Key = tuple[str, str]
"""A site and a product made there."""


class Need(NamedTuple):
    """Pieces of a product that a site makes, ordered as they are or (`part`) to go into others of the same order.

    `each` is the standard minutes of the operations of one piece, without those of its parts; None without a recipe.
    """

    site: str
    product: str
    pieces: int
    each: Fraction | None
    part: bool = False

    @property
    def minutes(self) -> Fraction:
        """The standard minutes of all of them; nought where nobody knows."""
        return (self.each or Fraction(0)) * self.pieces


class Bills:
    """The recipes that hold on a day, and where the parts of a product are made; two queries, four where parts are.

    A part is made where what it costs is known: at the site of what it goes into, else at the site that makes it
    dearest, as its cost is reckoned.
    """

    def __init__(self, day: date) -> None:
        rows = Recipe.objects.current().filter(since__lte=day).order_by("since")
        self._recipes = {one.product: one for one in rows}
        self._sheets: dict[str, dict[str, CostSheet]] = {}
        self._pays: dict[str, str] = {}
        parts = {part["product"] for one in self._recipes.values() for part in one.parts}
        if parts:
            self._pays = dict(Site.objects.current().values_list("site", "currency"))
            sheets = CostSheet.objects.current().filter(product__in=parts, since__lte=day).order_by("since")
            for sheet in sheets:
                self._sheets.setdefault(sheet.product, {})[sheet.site] = sheet

    def needs(self, lines: Iterable[OrderLine]) -> list[Need]:
        """What the lines take, each site's together: first what is ordered, then the parts, whatever is in stock.

        No stock is held back for an order, so a part that is there may be gone before the order is made.
        """
        found: dict[tuple[str, bool, str], int] = {}
        for line in lines:
            key = (line.site, False, line.product)
            found[key] = found.get(key, 0) + line.quantity
            for (site, product), count in exploded((line.site, line.product), self._parts).items():
                key = (site, True, product)
                found[key] = found.get(key, 0) + count * line.quantity
        return [
            Need(site, product, pieces, self._minutes(product), part)
            for (site, part, product), pieces in sorted(found.items())
        ]

    def goes_into(self, part: str, among: Iterable[str]) -> list[str]:
        """Of these products those that a part goes into directly."""
        return [
            one for one in among
            if one in self._recipes and any(each["product"] == part for each in self._recipes[one].parts)
        ]  # fmt: skip

    def _minutes(self, product: str) -> Fraction | None:
        recipe = self._recipes.get(product)
        return minutes_of(recipe) if recipe is not None else None

    def _parts(self, of: Key) -> Iterable[tuple[Key, int]]:
        site, product = of
        recipe = self._recipes.get(product)
        for one in recipe.parts if recipe is not None else ():
            yield (self._made_at(one["product"], site), one["product"]), one["count"]

    def _made_at(self, part: str, site: str) -> str:
        there = self._sheets.get(part, {})
        alike = [one for one in there.values() if one.currency == self._pays.get(site)]
        if site in there or not alike:
            return site
        return max(alike, key=lambda one: (one.cost, one.site)).site


def minutes_of(recipe: Recipe) -> Fraction:
    """The standard minutes of one piece, without those of its parts."""
    return sum((Fraction(one["minutes"]) for one in recipe.operations), Fraction(0))
