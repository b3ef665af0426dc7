"""Kits that are out with their tools, the last count of each workshop, and what was more or less than it should be."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from jornal.facts.kits import Kit, KitReturned, ToolCount, ToolList
from jornal.facts.lots import Lot
from jornal.facts.organisation import Workshop
from jornal.journal.fact import Cursor
from jornal.reads.people import enrolled, enrolled_on
from jornal.units.periods import Period


@dataclass(frozen=True)
class Counted:
    """The tools of a workshop: its label, its last count, None where it was never counted."""

    workshop: str
    label: str
    last: ToolCount | None

    @property
    def over(self) -> int:
        """How many tools its last count has more than there should be."""
        rows = self.last.tools if self.last is not None else ()
        return sum(max(0, counted - should) for _, should, counted, _ in _rows(rows))

    @property
    def in_kits(self) -> int:
        """How many of its tools were out in kits when it was counted last."""
        return sum(int(one.get("out", 0)) for one in self.last.tools) if self.last is not None else 0


class Unlike(NamedTuple):
    """A tool of which more or fewer were counted than there should be: the kit's code or its workshop's label, why."""

    of: str
    day: date
    tool: str
    should: int
    counted: int
    why: str


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


def tools_out(site: str, day: date) -> dict[str, Counter[str]]:
    """By workshop, how many of each tool are out in kits at the end of a day.

    A kit's tools are of the workshop of its lot, else of that of its worker, where that lists such a tool; else of the
    only one that lists it. What several list, and nobody says of which it is, is taken off none.
    """
    back = KitReturned.objects.current().filter(day__lte=day).values("kit")
    kits = list(Kit.objects.current().filter(site=site, day__lte=day).exclude(root__in=back))
    if not kits:
        return {}
    rows = ToolList.objects.current().filter(site=site, since__lte=day).order_by("since")
    lists = {one.workshop: {str(row["tool"]) for row in one.tools} for one in rows}
    rooms = dict(Lot.objects.current().filter(site=site).values_list("root", "workshop"))
    hers = enrolled_on({one.worker for one in kits}, day)
    found: dict[str, Counter[str]] = {}
    for kit in kits:
        near = [rooms.get(kit.lot, "")] + ([hers[kit.worker].workshop] if kit.worker in hers else [])
        for row in kit.tools:
            having = [room for room, tools in lists.items() if row["tool"] in tools]
            of = next((room for room in near if room in having), having[0] if len(having) == 1 else "")
            if of:
                found.setdefault(of, Counter())[row["tool"]] += int(row["count"])
    return found


def unlike(rows: Iterable[Mapping[str, Any]]) -> list[tuple[str, int, int, str]]:
    """Of the rows of a kit that came back or of a count: tool, should be, counted and why, where the two differ."""
    return [one for one in _rows(rows) if one[1] != one[2]]


def differing(site: str, since: date) -> list[Unlike]:
    """What was more or less than it should be in kits that came back and in a day's last count of a workshop."""
    labels = dict(Workshop.objects.current().filter(site=site).values_list("workshop", "label"))
    codes = dict(Kit.objects.current().filter(site=site).values_list("root", "code"))
    back = KitReturned.objects.current().filter(kit__in=list(codes), day__gte=since)
    counts = ToolCount.objects.current().filter(site=site, day__gte=since).order_by("day", "number")
    last = {(one.workshop, one.day): one for one in counts}
    every = [(codes[one.kit], one) for one in back] + [
        (labels.get(one.workshop, one.workshop), one) for one in last.values()
    ]
    found = [Unlike(of, one.day, *row) for of, one in every for row in unlike(one.tools)]
    return sorted(found, key=lambda one: (one.day, one.of, one.tool), reverse=True)


def _rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, int, int, str]]:
    for one in rows:
        should = one["held"] - one.get("out", 0) if "held" in one else one["out"]
        counted = one["counted"] if "counted" in one else one["back"]
        yield str(one["tool"]), max(0, int(should)), int(counted), str(one.get("why", ""))
