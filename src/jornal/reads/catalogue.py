"""The catalogue: designs with versions and credits as each maker chose; products with recipe, checklist and costs."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from jornal.facts.orders import CostSheet
from jornal.facts.products import Checklist, Design, DesignCredit, DesignVersion, Material, Product, Recipe
from jornal.reads.labels import NAMED, consenting, waiting

SCOPE = "design"
"""The consent to a name that stands for the credit of a design and for nothing else."""


class Credit(NamedTuple):
    """How a maker is credited: as she chose, with her line still sealed, "" where no consent to it stands."""

    shown: str
    sealed: str


class Drawn(NamedTuple):
    """A design, its versions in their order, its credits by worker, and the products that are made after it."""

    of: Design
    versions: tuple[DesignVersion, ...]
    credits: dict[str, Credit]
    products: tuple[Product, ...]


class Held(NamedTuple):
    """A product as it stands on a day: its recipe and checklist, and by site the cost sheet in force."""

    of: Product
    recipe: Recipe | None
    asks: tuple[str, ...]
    costs: dict[str, CostSheet]


def designs(day: date, only: Collection[str] | None = None) -> list[Drawn]:
    """Every design, or those of these names, the newest first; as many queries for many as for one."""
    rows = Design.objects.current().order_by("-day", "design")
    found = list(rows if only is None else rows.filter(design__in=list(only)))
    names = [one.design for one in found]
    versions: dict[str, list[DesignVersion]] = {}
    for one in DesignVersion.objects.current().filter(design__in=names).order_by("number"):
        versions.setdefault(one.design, []).append(one)
    products: dict[str, list[Product]] = {}
    for made in Product.objects.current().filter(design__in=names).order_by("label"):
        products.setdefault(made.design, []).append(made)
    said = _credits(names, day)
    return [
        Drawn(one, tuple(versions.get(one.design, ())), said.get(one.design, {}), tuple(products.get(one.design, ())))
        for one in found
    ]  # fmt: skip


def products(day: date, only: Collection[str] | None = None) -> list[Held]:
    """Every product, or those of these names, by label; as many queries for many as for one."""
    rows = Product.objects.current().order_by("label", "product")
    found = list(rows if only is None else rows.filter(product__in=list(only)))
    names = [one.product for one in found]
    key = {"product__in": names, "since__lte": day}
    recipes = {one.product: one for one in Recipe.objects.current().filter(**key).order_by("since")}
    asks = dict(Checklist.objects.current().filter(**key).order_by("since").values_list("product", "asks"))
    costs: dict[str, dict[str, CostSheet]] = {}
    for one in CostSheet.objects.current().filter(**key).order_by("since", "site"):
        costs.setdefault(one.product, {})[one.site] = one
    return [
        Held(one, recipes.get(one.product), tuple(asks.get(one.product, ())), costs.get(one.product, {}))
        for one in found
    ]


def materials() -> dict[str, Material]:
    """Every material that has a name."""
    return {one.material: one for one in Material.objects.current().order_by("label")}


def _credits(names: Collection[str], day: date) -> dict[str, dict[str, Credit]]:
    """By design and worker, the credit that may be shown; nobody who waits for a trial is named."""
    rows = list(DesignCredit.objects.current().filter(design__in=list(names)).order_by("worker"))
    named = {one.worker for one in rows if one.shown in NAMED}
    may = consenting(named, day, SCOPE) - waiting(named)
    found: dict[str, dict[str, Credit]] = {}
    for one in rows:
        line = one.line if one.worker in may else ""
        found.setdefault(one.design, {})[one.worker] = Credit(one.shown, line)
    return found
