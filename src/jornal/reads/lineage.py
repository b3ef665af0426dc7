"""Where goods come from and where they went: a lot with its material and work, and what a recall is about."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min

from jornal.facts.lots import MaterialLot
from jornal.facts.pieces import Pieces
from jornal.facts.sales import Sale
from jornal.facts.stock import Movement
from jornal.reads.lots import Standing, Used, lots, lots_with, used
from jornal.reads.stock import goods


@dataclass(frozen=True)
class Work:
    """An operation of a lot: pieces accepted, and the first and last day on which some were counted."""

    operation: str
    good: int
    first: date | None
    last: date | None


@dataclass(frozen=True)
class There:
    """Pieces of a lot at a place: so many at most, and at least so many where some were sold without their lot."""

    place: str
    most: int
    least: int


@dataclass(frozen=True)
class Gone:
    """A line by which pieces of a lot left us: a sale, or a movement such as a gift. `sure` where the lot was told."""

    what: str
    channel: str
    order: str
    day: date
    quantity: int
    country: str
    sure: bool = True


@dataclass(frozen=True)
class Lineage:
    """A lot: of what, how and when it was made, where its pieces are and went. No person is in it."""

    of: Standing
    materials: tuple[Used, ...]
    work: tuple[Work, ...]
    there: tuple[There, ...]
    gone: tuple[Gone, ...]


def lineage(code: str) -> Lineage | None:
    """The lineage of a lot, from whichever site; None where no such lot is."""
    of = next(iter(lots("", [code])), None)
    return _lineages([of])[0] if of is not None else None


def recall(code: str) -> tuple[MaterialLot, list[Lineage]] | None:
    """A lot of material and every lot that holds some of it, in order of code; None where no such material is."""
    material = MaterialLot.objects.current().filter(code=code).first()
    if material is None:
        return None
    held = {one.code for one in lots_with(material)}
    found = sorted(lots("", held), key=lambda one: one.lot.code) if held else []
    return material, _lineages(found)


def _lineages(found: Collection[Standing]) -> list[Lineage]:
    codes = {one.lot.code for one in found}
    work, there, gone = _work(codes), _there(codes), _gone(found)
    return [
        Lineage(
            one, tuple(used(one.lot)), _of(one, work), tuple(there.get(one.lot.code, ())),
            tuple(gone.get(one.lot.code, ())),
        )
        for one in found
    ]  # fmt: skip


def _work(codes: Collection[str]) -> dict[tuple[str, str], tuple[date, date]]:
    rows = Pieces.objects.current().filter(lot__in=list(codes)).order_by()
    days = rows.values_list("lot", "operation").annotate(Min("day"), Max("day"))
    return {(lot, operation): (first, last) for lot, operation, first, last in days}


def _of(one: Standing, work: dict[tuple[str, str], tuple[date, date]]) -> tuple[Work, ...]:
    return tuple(
        Work(step.operation, step.good, *work.get((one.lot.code, step.operation), (None, None)))
        for step in one.steps
    )


def _there(codes: Collection[str]) -> dict[str, list[There]]:
    rows = goods(lots=codes)
    unknown = {(one.place, one.product): -one.quantity for one in goods(lots=[""]) if one.quantity < 0}
    found: dict[str, list[There]] = {}
    for one in rows:
        least = max(0, one.quantity - unknown.get((one.place, one.product), 0))
        found.setdefault(one.lot, []).append(There(one.place, one.quantity, least))
    return found


def _gone(found: Iterable[Standing]) -> dict[str, list[Gone]]:
    """What left us of each lot, in order of day; what may have been of it last."""
    products = {one.lot.code: one.lot.product for one in found}
    gone: dict[str, list[Gone]] = {}
    sales = Sale.objects.current().filter(lot__in=list(products)).order_by("day", "channel", "order", "line")
    for one in sales:
        gone.setdefault(one.lot, []).append(
            Gone("sold", one.channel, one.order, one.day, one.quantity, one.country)
        )
    left = Movement.objects.current().filter(lot__in=list(products), to_place="").order_by("day", "movement")
    for moved in left:
        gone.setdefault(moved.lot, []).append(
            Gone(moved.what, "", moved.movement, moved.day, moved.quantity, moved.country)
        )
    for lot, maybe in _perhaps(products):
        gone.setdefault(lot, []).append(maybe)
    return gone


def _perhaps(products: Mapping[str, str]) -> Iterator[tuple[str, Gone]]:
    """Sales that did not tell their lot, of each lot that was at their place by then."""
    told = Sale.objects.current().filter(lot="", product__in=set(products.values())).exclude(place="")
    at: dict[tuple[str, str], list[Sale]] = {}
    for one in told.order_by("day", "channel", "order", "line"):
        at.setdefault((one.place, one.product), []).append(one)
    came = Movement.objects.current().filter(lot__in=list(products)).exclude(to_place="").order_by()
    for lot, place, since in came.values_list("lot", "to_place").annotate(Min("day")):
        for one in at.get((place, products[lot]), ()):
            if one.day >= since:
                yield (
                    lot,
                    Gone("sold", one.channel, one.order, one.day, one.quantity, one.country, sure=False),
                )
