"""Kits that are out, and the last count of tools of each workshop."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from jornal.facts.kits import Kit, KitReturned, ToolCount, ToolList
from jornal.facts.organisation import Workshop
from jornal.journal.fact import Cursor


@dataclass(frozen=True)
class Counted:
    """The tools of a workshop: its label, its last count, None where it was never counted."""

    workshop: str
    label: str
    last: ToolCount | None


def kits_out(site: str, upto: Cursor | None = None, *, lots: Collection[UUID] | None = None) -> list[Kit]:
    """The kits of a site that have not come back, the longest out first; of some lots, by their roots, alone."""
    back = KitReturned.objects.current(upto).values("kit")
    rows = Kit.objects.current(upto).filter(site=site).exclude(root__in=back)
    rows = rows if lots is None else rows.filter(lot__in=list(lots))
    return list(rows.order_by("day", "code"))


def tool_counts(site: str, upto: Cursor | None = None) -> list[Counted]:
    """Every workshop of a site that holds tools, by label, with its last count; three queries."""
    held = set(ToolList.objects.current(upto).filter(site=site).values_list("workshop", flat=True))
    labels = dict(Workshop.objects.current(upto).filter(site=site).values_list("workshop", "label"))
    rows = ToolCount.objects.current(upto).filter(site=site).order_by("day", "number")
    last = {one.workshop: one for one in rows}
    found = [Counted(one, labels.get(one, one), last.get(one)) for one in held | last.keys()]
    return sorted(found, key=lambda one: one.label)
