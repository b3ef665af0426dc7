"""The tools of a workshop: what it holds, and the one count at the end of each shift."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import Field

from jornal.actions.given import Token, on
from jornal.actions.kits import compared, explained, missing
from jornal.actions.office import Office
from jornal.actions.products import Counts
from jornal.actions.verb import Row, Verb
from jornal.facts.kits import ToolCount, ToolList
from jornal.facts.organisation import Workshop
from jornal.journal.fact import Fact
from jornal.reads.kits import tools_out
from jornal.units.said import Said

ROLES = ("site_manager", "trainer")


class NoToolsListed(Said):
    """A count of tools of a workshop that has no list of them."""

    def __init__(self, workshop: str, day: date) -> None:
        super().__init__(
            "No tools are listed for {workshop} on {day}. List what it holds first, with `jornal do list-tools`.",
            workshop=workshop,
            day=day,
        )


class NoSuchWorkshop(Said):
    """Tools of a workshop that the site does not have."""

    def __init__(self, workshop: str, site: str) -> None:
        super().__init__(
            "There is no workshop {workshop} at {site}. Look at its name, or open it with `jornal do open-workshop`.",
            workshop=workshop,
            site=site,
        )


class Held(Row):
    """The tools that a workshop holds from a day on, such as "scissors: 12; needles: 40"."""

    workshop: Token
    tools: Counts = Field(min_length=1)
    since: date | None = None


class CountedAtEnd(Row):
    """The tools of a workshop counted at the end of a shift, each one, nought where it is gone.

    What is out in kits that day is not in the workshop, and is not counted there. A second count of the day is number
    2. `seen_by` is the office that looked on, such as head of security; `why` the reason where a number differs.
    """

    workshop: Token
    tools: Annotated[str, Field(min_length=1, max_length=500)]
    day: date | None = None
    number: Annotated[int, Field(ge=1, le=9)] = 1
    seen_by: Annotated[str, Field(max_length=60)] = ""
    why: Annotated[str, Field(max_length=200)] = ""


def list_tools(office: Office, rows: Sequence[Held]) -> list[Fact]:
    """The lists, as recorded. Raises NoSuchWorkshop, NotYet."""
    known = set(Workshop.objects.current().filter(site=office.site).values_list("workshop", flat=True))
    for row in rows:
        if row.workshop not in known:
            raise NoSuchWorkshop(row.workshop, office.site)
    return list(
        office.put(
            ToolList(
                site=office.site, workshop=row.workshop, since=on(office, row.since),
                tools=[{"tool": one["name"], "count": int(one["says"])} for one in row.tools],
            )
            for row in rows
        )
    )  # fmt: skip


def count_tools(office: Office, rows: Sequence[CountedAtEnd]) -> list[Fact]:
    """The counts, as recorded, with how many tools are missing that are not out in kits.

    Raises NoToolsListed, ToolsNotCounted, NotYet, ListedTerm.
    """
    return list(office.put(_counted(office, row, on(office, row.day)) for row in rows))


def _counted(office: Office, row: CountedAtEnd, day: date) -> ToolCount:
    lists = ToolList.objects.current().filter(site=office.site, workshop=row.workshop, since__lte=day)
    held = lists.order_by("since").last()
    if held is None:
        raise NoToolsListed(row.workshop, day)
    out = tools_out(office.site, day).get(row.workshop, Counter[str]())
    every = compared(row.workshop, held.tools, row.tools)
    there = [(name, max(0, should - out.get(name, 0)), counted) for name, should, counted in every]
    said = [
        {"tool": name, "held": should, "out": out.get(name, 0), "counted": counted, **why}
        for (name, should, counted), why in zip(every, explained(there, row.why), strict=True)
    ]
    return ToolCount(
        workshop=row.workshop, number=row.number, seen_by=row.seen_by, site=office.site, day=day,
        missing=missing(there), tools=said, counted_by=office.hand.by,
    )  # fmt: skip


VERBS: dict[str, Verb] = {
    "list-tools": Verb(Held, list_tools, ("site_manager",), "List the tools that a workshop holds."),
    "count-tools": Verb(
        CountedAtEnd, count_tools, ROLES, "Count the tools of a workshop at the end of a shift."
    ),
}
