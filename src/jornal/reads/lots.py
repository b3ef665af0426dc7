"""Lots as they stand: what of each operation is accepted, what was issued to them, how they were judged; and stock."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Sum

from jornal.facts.lots import Lot, LotFinished, LotJudged, MaterialIssued, MaterialLot
from jornal.facts.pieces import Pieces
from jornal.facts.products import Material, Product, Recipe
from jornal.journal.fact import Cursor


@dataclass(frozen=True)
class Step:
    """An operation of a lot: its standard minutes for one piece as exact text, and what was counted of it."""

    operation: str
    minutes: str
    good: int = 0
    rework: int = 0


@dataclass(frozen=True)
class Standing:
    """A lot as it stands. `finished` and `judged` are None until they are; the last judgement counts.

    `materials` are those that its recipe asks for.
    """

    lot: Lot
    label: str
    steps: tuple[Step, ...]
    techniques: tuple[str, ...]
    finished: LotFinished | None = None
    judged: LotJudged | None = None
    materials: tuple[str, ...] = ()

    @property
    def whole(self) -> int:
        """So many pieces have every operation accepted."""
        return min((step.good for step in self.steps), default=0)


@dataclass(frozen=True)
class Used:
    """Material of one of its lots that a lot holds: what was issued to it less what it gave back."""

    material: MaterialLot
    quantity: int


def lots(site: str = "", codes: Collection[str] | None = None, upto: Cursor | None = None) -> list[Standing]:
    """The lots of a site ("" is every site), or those of these codes, the last opened first; seven queries at most."""
    rows = Lot.objects.current(upto)
    rows = rows.filter(site=site) if site else rows
    rows = rows if codes is None else rows.filter(code__in=list(codes))
    found = list(rows.order_by("-opened_on", "-code"))
    roots = [one.root for one in found]
    recipes = _by_root(Recipe.objects.current(upto).filter(root__in={one.recipe for one in found}))
    labels = dict(
        Product.objects.current(upto)
        .filter(product__in={one.product for one in found})
        .values_list("product", "label")
    )
    counts = counted([one.code for one in found], upto)
    finished = {one.lot: one for one in LotFinished.objects.current(upto).filter(lot__in=roots)}
    judged = {
        one.lot: one for one in LotJudged.objects.current(upto).filter(lot__in=roots).order_by("number")
    }
    return [
        Standing(
            one, labels.get(one.product, one.product), _steps(one, recipes.get(one.recipe), counts),
            tuple(recipes[one.recipe].techniques or ()) if one.recipe in recipes else (),
            finished.get(one.root), judged.get(one.root),
            tuple(row["material"] for row in recipes[one.recipe].materials or ()) if one.recipe in recipes else (),
        )
        for one in found
    ]  # fmt: skip


def open_on(site: str, day: date) -> list[tuple[str, str]]:
    """Code and product's label of each lot of a site that was in the making on a day, the last opened first."""
    over = LotFinished.objects.current().filter(day__lt=day).values("lot")
    rows = Lot.objects.current().filter(site=site, opened_on__lte=day).exclude(root__in=over)
    found = list(rows.order_by("-opened_on", "-code").values_list("code", "product"))
    of = {product for _, product in found}
    labels = dict(Product.objects.current().filter(product__in=of).values_list("product", "label"))
    return [(code, labels.get(product, product)) for code, product in found]


def counted(codes: Collection[str], upto: Cursor | None = None) -> dict[tuple[str, str], tuple[int, int]]:
    """Good pieces and those to be done again by lot and operation, from the counts that pay the workers."""
    rows = Pieces.objects.current(upto).filter(lot__in=list(codes)).order_by()
    sums = rows.values_list("lot", "operation").annotate(Sum("good"), Sum("rework"))
    return {(lot, operation): (good, rework) for lot, operation, good, rework in sums}


def left(materials: Iterable[MaterialLot], upto: Cursor | None = None) -> dict[uuid.UUID, int]:
    """What is left of lots of material, by root, in the material's whole unit."""
    found = {one.root: one.quantity for one in materials}
    rows = MaterialIssued.objects.current(upto).filter(material__in=list(found))
    for root, what, quantity in rows.values_list("material", "what", "quantity"):
        found[root] += quantity if what == "returned" else -quantity
    return found


class Move(NamedTuple):
    """Material of one of its lots that was issued to a lot, or brought back from it; by the roots of facts."""

    root: uuid.UUID
    lot: uuid.UUID
    what: str
    day: date
    quantity: int


def moves(material: uuid.UUID, upto: Cursor | None = None) -> list[Move]:
    """Everything that was issued of a lot of material or brought back, by its root."""
    rows = MaterialIssued.objects.current(upto).filter(material=material).order_by("day", "number")
    return [Move(*row) for row in rows.values_list("root", "lot", "what", "day", "quantity")]


def stock(site: str, upto: Cursor | None = None) -> list[tuple[MaterialLot, int]]:
    """The lots of material received at a site, the oldest first, each with what is left of it."""
    rows = list(MaterialLot.objects.current(upto).filter(site=site).order_by("received_on", "code"))
    sums = left(rows, upto)
    return [(one, sums[one.root]) for one in rows]


def materials(codes: Iterable[str], upto: Cursor | None = None) -> dict[str, Material]:
    """The materials of these codes as they are named, with the whole unit in which each is counted, by code."""
    return {one.material: one for one in Material.objects.current(upto).filter(material__in=set(codes))}


def used(lot: Lot, upto: Cursor | None = None) -> list[Used]:
    """The lots of material in a lot with their origin, in order of code; what was brought back whole is left out."""
    sums: dict[Any, int] = {}
    rows = MaterialIssued.objects.current(upto).filter(lot=lot.root)
    for root, what, quantity in rows.values_list("material", "what", "quantity"):
        sums[root] = sums.get(root, 0) + (quantity if what == "issued" else -quantity)
    materials = MaterialLot.objects.current(upto).filter(root__in=list(sums)).order_by("code")
    return [Used(one, sums[one.root]) for one in materials if sums[one.root]]


def lots_with(material: MaterialLot, upto: Cursor | None = None) -> list[Lot]:
    """The lots that hold some of a lot of material, in order of code: those a recall is about."""
    sums: dict[Any, int] = {}
    rows = MaterialIssued.objects.current(upto).filter(material=material.root)
    for root, what, quantity in rows.values_list("lot", "what", "quantity"):
        sums[root] = sums.get(root, 0) + (quantity if what == "issued" else -quantity)
    held = [root for root, quantity in sums.items() if quantity]
    return list(Lot.objects.current(upto).filter(root__in=held).order_by("code"))


def _by_root(rows: Iterable[Recipe]) -> dict[Any, Recipe]:
    return {one.root: one for one in rows}


def _steps(
    lot: Lot, recipe: Recipe | None, counts: dict[tuple[str, str], tuple[int, int]]
) -> tuple[Step, ...]:
    operations = recipe.operations if recipe is not None else ()
    return tuple(
        Step(one["operation"], one["minutes"], *counts.get((lot.code, one["operation"]), (0, 0)))
        for one in operations
    )
