"""Products of the catalogue: their materials, parts, operations and minutes, and what is looked at before shipping."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from jornal.actions.alone import alone
from jornal.actions.designs import NoSuchDesign
from jornal.actions.given import Clauses, Listed, Token
from jornal.actions.inopen import Published
from jornal.actions.leastrates import held_to_floor
from jornal.actions.madeholds import recipe_in_use, recipes_parts
from jornal.actions.office import Office
from jornal.actions.piecesheet import rated
from jornal.actions.rates import amounts_on
from jornal.actions.verb import Row, Verb
from jornal.facts.orders import CostSheet
from jornal.facts.organisation import Site
from jornal.facts.pieces import LocalOperation
from jornal.facts.products import Checklist, DesignVersion, Material, Product, Recipe
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable, corrected
from jornal.rules.parts import ring_from
from jornal.terms.shapes import read_ratio
from jornal.units.itemcode import item_number
from jornal.units.parts import Part, Several
from jornal.units.said import Said

ROLES = ("hq_operations",)
AGAIN = "set again"
MOST = 1_000_000_000


class NoSuchProduct(Said):
    """A product that is not in the catalogue."""

    def __init__(self, product: str) -> None:
        super().__init__(
            "There is no product {product}. Look at its name; headquarters names it with `jornal do name-product`.",
            product=product,
        )


class NoSuchMaterial(Said):
    """A material that nobody named."""

    def __init__(self, material: str) -> None:
        super().__init__(
            "There is no material {material}. Look at its name; headquarters names it with `jornal do "
            "name-material`.",
            material=material,
        )


class NoSuchOperation(Said):
    """An operation in a recipe that no rate and no site knows."""

    def __init__(self, operation: str, product: str) -> None:
        super().__init__(
            "{product} has the operation {operation}, which has no piece rate and which no site named. Set its rate "
            "first, with `jornal do set-rate`, or let a site name it with `jornal do name-operation`.",
            operation=operation,
            product=product,
        )


class PartOfItself(Said):
    """A product that would be part of itself."""

    def __init__(self, products: Sequence[str]) -> None:
        super().__init__(
            "{product} would be part of itself: {ring}. Take one of these parts out.",
            product=products[0],
            ring=Several(products, len(products), between=" → "),
        )


class NoRecipe(Said):
    """A product that has no recipe on a day."""

    def __init__(self, product: str, day: date) -> None:
        super().__init__(
            "{product} has no recipe on {day}. Headquarters sets what it is made of, with `jornal do set-recipe`.",
            product=product,
            day=day,
        )


def _whole(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    for row in rows:
        if not re.fullmatch("[0-9]{1,9}", row["says"]) or not int(row["says"]):
            raise Said(
                "{name}: {text} is not a whole number above nought", name=row["name"], text=repr(row["says"])
            )
    return rows


def _minutes(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    for row in rows:
        if not read_ratio(row["says"]):
            raise Said("{name}: an operation takes more than no minutes", name=row["name"])
    return rows


def _once(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    names = [row["name"] for row in rows]
    for name in names:
        if names.count(name) > 1:
            raise Said("{name} stands there twice; write it once, with the sum", name=name)
    return rows


def _trade_number(text: str) -> str:
    return item_number(text) if text else ""


Counts = Annotated[
    Clauses, AfterValidator(_whole), AfterValidator(_once), Field(description="name: whole number; another: …")
]  # fmt: skip
Minutes = Annotated[
    Clauses,
    AfterValidator(_minutes),
    AfterValidator(_once),
    Field(description="operation: minutes; another: …"),
]


class MaterialNamed(Row):
    """A material, and the whole unit in which it is counted."""

    material: Token
    label: Published
    unit: Literal["g", "cm", "cm2", "ml", "piece"]


class ProductNamed(Row):
    """A product of the catalogue, and the version of a design it is made after."""

    product: Token
    label: Published
    since: date
    design: Token | None = None
    design_number: Annotated[int, Field(ge=1, le=9999)] | None = None
    gtin: Annotated[str, AfterValidator(_trade_number)] = ""


class Made(Row):
    """What one piece of a product takes from a day on, such as materials="yarn: 450", operations="knit: 35; link: 10".

    Materials in their whole units, parts that are products themselves, operations in order with standard minutes.
    """

    product: Token
    since: date
    materials: Counts = Field(default_factory=list)
    parts: Counts = Field(default_factory=list)
    operations: Minutes = Field(min_length=1)
    techniques: Listed = Field(default_factory=list)


class Looked(Row):
    """What is looked at before a lot of a product is accepted, from a day on."""

    product: Token
    since: date
    asks: Listed = Field(min_length=1)


def name_material(office: Office, rows: Sequence[MaterialNamed]) -> list[Fact]:
    """The materials, as recorded."""
    return office.put((Material(**row.model_dump()) for row in rows), "hq")


def name_product(office: Office, rows: Sequence[ProductNamed]) -> list[Fact]:
    """The products, as recorded. Raises NoSuchDesign."""
    facts = []
    for row in rows:
        key = {"design": row.design, "number": row.design_number or 1}
        if row.design and not DesignVersion.objects.current().filter(**key).exists():
            raise NoSuchDesign(f"{row.design} {key['number']}")
        said = {"design": row.design or "", "design_number": key["number"] if row.design else None}
        facts.append(Product(**row.model_dump() | said))
    return list(office.put(facts, "hq"))


@alone("hq")
def set_recipe(office: Office, rows: Sequence[Made]) -> list[Fact]:
    """The recipes as they stand; one of the same day is set otherwise while no lot was opened by it.

    Raises NoSuchProduct, NoSuchMaterial, NoSuchOperation, PartOfItself, BelowTheFloor, NotCorrectable.
    """
    parts = recipes_parts()
    materials = set(Material.objects.current().values_list("material", flat=True))
    facts = []
    for row in rows:
        for product in (row.product, *(one["name"] for one in row.parts)):
            product_of(product)
        for one in row.materials:
            if one["name"] not in materials:
                raise NoSuchMaterial(one["name"])
        _known(row)
        parts[row.product, row.since] = [one["name"] for one in row.parts]
        if found := ring_from(((*key, of) for key, of in parts.items()), row.product, row.since):
            raise PartOfItself(found)
        _bears(row)
        facts.append(_again(_recipe(row)))
    return list(office.put(facts, "hq"))


def set_checklist(office: Office, rows: Sequence[Looked]) -> list[Fact]:
    """The checklists, as recorded. Raises NoSuchProduct."""
    for row in rows:
        product_of(row.product)
    return office.put((Checklist(**row.model_dump()) for row in rows), "hq")


def product_of(product: str) -> Product:
    """A product of the catalogue. Raises NoSuchProduct."""
    found = Product.objects.current().filter(product=product).first()
    if found is None:
        raise NoSuchProduct(product)
    return found


def recipe_of(product: str, day: date) -> Recipe:
    """The recipe of a product that holds on a day. Raises NoRecipe."""
    found = Recipe.objects.current().filter(product=product, since__lte=day).order_by("since").last()
    if found is None:
        raise NoRecipe(product, day)
    return found


def _again(new: Recipe) -> Recipe:
    """The recipe, or the next version of the one of its day that says otherwise. Raises NotCorrectable."""
    standing = Recipe.objects.current().filter(product=new.product, since=new.since).first()
    said = {name: getattr(new, name) for name in ("materials", "parts", "operations", "techniques")}
    if standing is None or all(getattr(standing, name) == value for name, value in said.items()):
        return new
    if says := recipe_in_use(standing):
        raise NotCorrectable(standing, Part(says))
    return corrected(standing, AGAIN, **said)


def _bears(row: Made) -> None:
    """Raises BelowTheFloor where a piece rate would be below the floor of the minutes as they are to be."""
    sheets = CostSheet.objects.current().filter(product=row.product).order_by("since")
    for sheet in {one.site: one for one in sheets}.values():
        for one in row.operations:
            rates = amounts_on(sheet.site, ("piece", one["name"], ""), row.since)
            held_to_floor(sheet, (one["name"], read_ratio(one["says"])), rates, row.since)


def _recipe(row: Made) -> Recipe:
    def named(rows: Sequence[dict[str, str]], name: str, value: str) -> list[dict[str, Any]]:
        return [
            {name: one["name"], value: one["says"] if value == "minutes" else int(one["says"])}
            for one in rows
        ]

    return Recipe(
        product=row.product, since=row.since, techniques=row.techniques,
        materials=named(row.materials, "material", "quantity"), parts=named(row.parts, "product", "count"),
        operations=named(row.operations, "operation", "minutes"),
    )  # fmt: skip


def _known(row: Made) -> None:
    """Raises NoSuchOperation for an operation that has no piece rate at any site and that no site named."""
    missing = {one["name"] for one in row.operations}
    missing -= set(LocalOperation.objects.current().values_list("operation", flat=True))
    for site in Site.objects.current().values_list("site", flat=True):
        if not missing:
            return
        missing -= rated(site, row.since).keys()
    for one in row.operations:
        if one["name"] in missing:
            raise NoSuchOperation(one["name"], row.product)


VERBS: dict[str, Verb] = {
    "name-material": Verb(
        MaterialNamed, name_material, ROLES, "Name a material and the unit it is counted in."
    ),
    "name-product": Verb(
        ProductNamed, name_product, ROLES, "Name a product and the design it is made after."
    ),
    "set-recipe": Verb(
        Made, set_recipe, ROLES, "Set what a product is made of, and its operations with minutes."
    ),
    "set-checklist": Verb(Looked, set_checklist, ROLES, "Set what is looked at before a lot is accepted."),
}
