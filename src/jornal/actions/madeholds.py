"""What has to hold of what is made and promised after a correction: recipes, lots, kits, orders, opinions."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jornal.facts.kits import Kit
from jornal.facts.lots import Lot, LotFinished, LotJudged, MaterialIssued, MaterialLot
from jornal.facts.markets import OpinionFiled
from jornal.facts.orders import Order, OrderConfirmed, OrderLine
from jornal.facts.organisation import Site
from jornal.facts.pieces import Pieces
from jornal.facts.products import Recipe
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.reads.stock import entered
from jornal.rules.parts import ring_from
from jornal.units.parts import Part

LOTS_BY_IT = "lots were opened by it; set another from a later day"
AS_IT_WAS = "it stays what it was opened as; take it back while nothing is recorded upon it, and open another"
BEGUN = "pieces are counted on it; take them back first"
GIVEN = "a kit of it was given out before that day"
IN_STOCK = "its goods came into stock; judge it again as it stands"
JUDGED = "the lot is judged; take the judgement back first"
OUT = "a kit is not changed while it is out; take it back, and give it out anew"
FILED = "an opinion is kept as counsel wrote it; take it back, and put the other one on file"
PROMISED = "it was promised as it stands; place what is new as an order of its own"
LINES = "its lines stand; take them out first"
CUT_OFF = "its last day for changes is over"
AFTER = "its last day for changes is before the day it is wanted"
ISSUED = "some of it was issued before that day, or as this material"
RING = "without it a product would be part of itself; set another recipe for that day first"
MADE_HERE = "goods were made there, and where they may go hangs on it"


def made_holds(tip: Fact, new: Mapping[str, Any], today: date) -> None:
    """Raises NotCorrectable where, corrected, a fact would no more be what it was checked as.

    `new` are its columns as they will stand.
    """
    check = _CORRECTED.get(type(tip))
    if check is not None and (says := check(tip, new, today)):
        raise NotCorrectable(tip, Part(says))


def unmade_holds(tip: Fact, today: date) -> None:
    """Raises NotCorrectable for a fact that cannot be taken back because others rest on it, or its day is over."""
    check = _TAKEN_BACK.get(type(tip))
    if check is not None and (says := check(tip, today)):
        raise NotCorrectable(tip, Part(says))


def _other(tip: Fact, new: Mapping[str, Any], *names: str) -> bool:
    return any(new[name] != getattr(tip, name) for name in names)


def _lot(tip: Lot, new: Mapping[str, Any], _: date) -> str:
    if _other(tip, new, "site", "product", "recipe"):
        return AS_IT_WAS
    first = (
        Pieces.objects.current().filter(lot=tip.code).order_by("day").values_list("day", flat=True).first()
    )
    if first is not None and new["opened_on"] > first:
        return BEGUN
    kit = Kit.objects.current().filter(lot=tip.root).order_by("day").values_list("day", flat=True).first()
    return GIVEN if kit is not None and new["opened_on"] > kit else ""


def _lot_gone(tip: Lot, _: date) -> str:
    return BEGUN if Pieces.objects.current().filter(lot=tip.code).exists() else ""


def _end_gone(tip: LotFinished | LotJudged, _: date) -> str:
    lot = Lot.objects.current().get(root=tip.lot)
    if entered([lot.code]):
        return IN_STOCK
    judged = isinstance(tip, LotFinished) and LotJudged.objects.current().filter(lot=tip.lot).exists()
    return JUDGED if judged else ""


def _order(tip: Order, new: Mapping[str, Any], today: date) -> str:
    terms = ("placed_on", "wanted_on", "cutoff_on", "currency", "country")
    if OrderConfirmed.objects.current().filter(order=tip.root).exists():
        return PROMISED if _other(tip, new, *terms) else ""
    if _other(tip, new, *terms) and today > tip.cutoff_on:
        return CUT_OFF
    wanted_on = new["wanted_on"]
    return AFTER if wanted_on is not None and new["cutoff_on"] >= wanted_on else ""


def _order_gone(tip: Order, today: date) -> str:
    if not OrderLine.objects.current().filter(order=tip.order, quantity__gt=0).exists():
        return ""
    return CUT_OFF if today > tip.cutoff_on else LINES


def _material(tip: MaterialLot, new: Mapping[str, Any], _: date) -> str:
    issued = MaterialIssued.objects.current().filter(material=tip.root).order_by("day")
    first = issued.values_list("day", flat=True).first()
    late = first is not None and new["received_on"] > first
    return ISSUED if first is not None and (late or _other(tip, new, "material", "site")) else ""


def _site(tip: Site, new: Mapping[str, Any], _: date) -> str:
    made = _other(tip, new, "jurisdiction") and Lot.objects.filter(site=tip.site).exists()
    return MADE_HERE if made else ""


def recipe_in_use(tip: Recipe) -> str:
    """Why a recipe is not set otherwise for its own day; "" where it may be."""
    return LOTS_BY_IT if Lot.objects.current().filter(recipe=tip.root).exists() else ""


def recipes_parts() -> dict[tuple[str, date], list[str]]:
    """The parts of each recipe, by its product and first day."""
    rows = Recipe.objects.current().values_list("product", "since", "parts")
    return {(product, since): [one["product"] for one in parts] for product, since, parts in rows}


def _recipe_gone(tip: Recipe, _: date) -> str:
    left = ((*key, of) for key, of in recipes_parts().items() if key != (tip.product, tip.since))
    return RING if ring_from(left, tip.product, tip.since) else ""


_CORRECTED: dict[type[Fact], Callable[[Any, Any, date], str]] = {
    Lot: _lot,
    Order: _order,
    MaterialLot: _material,
    Site: _site,
    Kit: lambda _, __, ___: OUT,
    OpinionFiled: lambda _, __, ___: FILED,
}
_TAKEN_BACK: dict[type[Fact], Callable[[Any, date], str]] = {
    Lot: _lot_gone,
    Order: _order_gone,
    Recipe: _recipe_gone,
    LotFinished: _end_gone,
    LotJudged: _end_gone,
}
