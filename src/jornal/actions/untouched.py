"""Whether what was reckoned of days that have passed still stands, by what the books took in since."""

from jornal.facts import dialogue, kits, labels, markets, orders, sales, stock
from jornal.facts.attendance import DaysConfirmed, Shift
from jornal.facts.lots import LotFinished, LotJudged, MaterialIssued, MaterialLot
from jornal.facts.pay import Finding
from jornal.facts.pieces import Pieces
from jornal.facts.products import Checklist, Design, DesignVersion, Material, Product
from jornal.journal import place
from jornal.journal.entry import Entry
from jornal.journal.fact import Fact, kinds
from jornal.units.periods import Period

Ends = dict[str, tuple[int, str]]
"""Of each book that is there, how far it goes: its last place and the digest there."""

ROOMS = {one.__name__ for one in (dialogue, kits, labels, markets, orders, sales, stock)}
ASIDE: tuple[type[Fact], ...] = (
    Checklist, DaysConfirmed, Design, DesignVersion, Finding, LotFinished, LotJudged, Material, MaterialIssued,
    MaterialLot, Product,
)  # fmt: skip
BY_DAY: dict[str, type[Fact]] = {one.KIND: one for one in (Shift, Pieces)}
"""Kinds that tell of one day each, and never of another once they are corrected."""


def ends(site: str) -> Ends:
    """How far the books go that tell of work at a site: its own, headquarters', and headquarters' for it."""
    found: Ends = {}
    for book in (site, "hq", f"hq.{site}"):
        try:
            end = place.found(book)
        except place.NoSuchBook:
            continue
        found[book] = (end.seq, end.digest)
    return found


def untouched(before: Ends, now: Ends, period: Period) -> bool:
    """Whether nothing was recorded in between that tells of how a period was worked.

    A kind that is not known to be aside counts as telling of it, and so does any book that is not the one before.
    """
    return before.keys() == now.keys() and all(
        end == now[book] or _aside(book, end, period) for book, end in before.items()
    )


def aside() -> frozenset[str]:
    """The kinds that say nothing of who worked when, at what, and how much of it was accepted."""
    return frozenset(
        name for name, kind in kinds().items() if kind.__module__ in ROOMS or issubclass(kind, ASIDE)
    )


def _aside(book: str, end: tuple[int, str], period: Period) -> bool:
    seq, digest = end
    if not Entry.objects.filter(book=book, seq=seq, digest=digest).exists():
        return False  # another book of that name, restored or begun anew
    new = set(Entry.objects.filter(book=book, seq__gt=seq).values_list("kind", flat=True).distinct())
    if new - aside() - BY_DAY.keys():
        return False
    days = {"day__gte": period.start, "day__lt": period.end}
    return not any(
        BY_DAY[kind].objects.filter(book=book, seq__gt=seq, **days).exists() for kind in new & BY_DAY.keys()
    )
