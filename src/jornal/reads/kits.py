"""Kits that are out, and the last count of tools of each workshop."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from jornal.facts.kits import Kit, KitReturned, ToolCount, ToolList
from jornal.facts.organisation import Workshop
from jornal.journal.fact import Cursor
from jornal.reads.people import enrolled
from jornal.units.periods import Period


@dataclass(frozen=True)
class Counted:
    """The tools of a workshop: its label, its last count, None where it was never counted."""

    workshop: str
    label: str
    last: ToolCount | None


def kits_out(
    site: str, upto: Cursor | None = None, *, lots: Collection[UUID] | None = None, worker: str = ""
) -> list[Kit]:
    """The kits of a site that have not come back, the longest out first; of some lots (roots), or hers alone."""
    back = KitReturned.objects.current(upto).values("kit")
    rows = Kit.objects.current(upto).filter(site=site).exclude(root__in=back)
    rows = rows if lots is None else rows.filter(lot__in=list(lots))
    rows = rows.filter(worker=worker) if worker else rows
    return list(rows.order_by("day", "code"))


def gone(site: str, kits: Collection[Kit], day: date) -> dict[str, date]:
    """By the code of a kit, her last day at the site, where she has left it by a day: the kit is counted with that."""
    if not kits:
        return {}
    period = Period(min(one.day for one in kits), day + timedelta(days=1))
    last: dict[str, date | None] = {}
    for stay in enrolled(site, period, workers={one.worker for one in kits}):
        last[stay.worker] = stay.left_on
    left = ((one.code, last.get(one.worker)) for one in kits)
    return {code: until for code, until in left if until is not None and until < day}


def tool_counts(site: str, upto: Cursor | None = None) -> list[Counted]:
    """Every workshop of a site that holds tools, by label, with its last count; three queries."""
    held = set(ToolList.objects.current(upto).filter(site=site).values_list("workshop", flat=True))
    labels = dict(Workshop.objects.current(upto).filter(site=site).values_list("workshop", "label"))
    rows = ToolCount.objects.current(upto).filter(site=site).order_by("day", "number")
    last = {one.workshop: one for one in rows}
    found = [Counted(one, labels.get(one, one), last.get(one)) for one in held | last.keys()]
    return sorted(found, key=lambda one: one.label)
