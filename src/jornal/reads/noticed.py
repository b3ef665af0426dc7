"""What came into the books since somebody looked last, of all that the pay of a period rests on."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from jornal.facts.pieces import OperationAdopted, Pieces, Rejected
from jornal.facts.terms import TermsAdopted
from jornal.facts.work import Instruction
from jornal.journal import place
from jornal.journal.entry import Entry
from jornal.journal.fact import Cursor
from jornal.journal.place import NoSuchBook
from jornal.reads.changed import DATED, FOR_ALL, UNDATED
from jornal.units.periods import Period

_DAYS: dict[str, str] = {
    **{kind.KIND: day for kind, day in (*DATED, *FOR_ALL)},
    **{kind.KIND: "" for kind in UNDATED},
    OperationAdopted.KIND: "",
    TermsAdopted.KIND: "",
    Instruction.KIND: "since",
}
"""By kind, the column from whose day it counts; empty for one that has none."""


class Noticed(NamedTuple):
    """Something that came in: of which worker ("" is everybody), of which kind, for which day ("" is none)."""

    worker: str
    kind: str
    day: str


def ends(site: str) -> dict[str, int]:
    """How far each book that the pay of a site rests on goes now."""
    found = {}
    for book in (site, "hq", f"hq.{site}"):
        try:
            found[book] = place.found(book).seq
        except NoSuchBook:
            continue
    return found


def noticed(site: str, period: Period, since: Cursor) -> list[Noticed]:
    """Each matter once that was recorded, corrected or taken back after `since` and counts for a day before the end.

    It is read from the entries themselves, so that it costs what came in and not what the books hold.
    """
    last = (period.end - timedelta(days=1)).isoformat()
    found = dict.fromkeys(one for one in _all(site, since) if one.day <= last)
    return sorted(found)


def _all(site: str, since: Cursor) -> Iterator[Noticed]:
    rejected = []
    for kind, held in _entries(site, since):
        if kind == Rejected.KIND:
            rejected.append(held["pieces"])
        elif held.get("site", site) == site:
            yield Noticed(held.get("worker", ""), kind, held[_DAYS[kind]] if _DAYS[kind] else "")
    rows = Pieces.objects.filter(root__in=rejected, site=site).values_list("worker", "day")
    yield from (Noticed(worker, Pieces.KIND, day.isoformat()) for worker, day in rows.distinct())


def _entries(site: str, since: Cursor) -> Iterator[tuple[str, dict[str, Any]]]:
    """What came in of the kinds that pay rests on: the kind, and its columns."""
    kinds = [*_DAYS, Rejected.KIND]
    for book in ends(site):
        rows = Entry.objects.filter(book=book, seq__gt=since.get(book, 0), kind__in=kinds)
        for kind, body in rows.order_by("seq").values_list("kind", "body").iterator():
            yield kind, json.loads(body)["is"]
