"""Operations that a site names because work cannot wait, and that headquarters gives a rate."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import Field

from jornal.actions.given import on
from jornal.actions.office import Office
from jornal.actions.pieces import Operation
from jornal.actions.rates import amounts_on
from jornal.actions.verb import Row, Verb
from jornal.facts.pieces import LocalOperation, OperationAdopted
from jornal.journal.fact import Fact
from jornal.units.said import Said


class NotNamed(Said):
    """A rate for an operation that the site did not name."""

    def __init__(self, operation: str, site: str) -> None:
        super().__init__(
            '{site} has named no operation "{operation}". Look at its name; what needs a rate and no '
            "name of the site's own gets it with `jornal do set-rate`.",
            site=site,
            operation=operation,
        )


class NoRateYet(Said):
    """An operation adopted without a rate."""

    def __init__(self, operation: str, day: date) -> None:
        super().__init__(
            'No piece rate for "{operation}" is in force on {day}. Set it first, with `jornal do set-rate`.',
            operation=operation,
            day=day,
        )


class Named(Row):
    """An operation of the site's own, because the work could not wait for a rate.

    Its pieces are counted and kept apart until headquarters gives it a rate. Its time is marked as `sample`, which is
    paid at the floor (or her hourly rate) beside what her other pieces earn; marked as `work` it has the floor of the
    week, and good pieces of other days may hide it.
    """

    operation: Operation
    label: Annotated[str, Field(min_length=1, max_length=200)]
    since: date | None = None


class Adopted(Row):
    """A local operation that has a rate from a day on, under its own name or another of headquarters."""

    operation: Operation
    day: date
    adopted_as: Annotated[str, Field(max_length=60)] = ""


def name(office: Office, rows: Sequence[Named]) -> list[Fact]:
    """The operations, as recorded. Raises NotYet."""
    return office.put(
        LocalOperation(
            site=office.site, operation=row.operation, label=row.label, since=on(office, row.since)
        )
        for row in rows
    )


def adopt(office: Office, rows: Sequence[Adopted]) -> list[Fact]:
    """The operations with their names from that day on, as recorded. Raises NotNamed, NoRateYet."""
    facts: list[Fact] = []
    for row in rows:
        local = LocalOperation.objects.current().filter(site=office.site, operation=row.operation).first()
        if local is None:
            raise NotNamed(row.operation, office.site)
        called = row.adopted_as or row.operation
        if not amounts_on(office.site, ("piece", called, ""), row.day):
            raise NoRateYet(called, row.day)
        facts.append(OperationAdopted(local=local.root, day=row.day, operation=called))
    return office.put(facts, "hq_site")


VERBS: dict[str, Verb] = {
    "name-operation": Verb(
        Named,
        name,
        ("site_manager", "trainer"),
        "Name an operation that has no rate yet; its time is paid at the floor.",
    ),
    "adopt-operation": Verb(
        Adopted,
        adopt,
        ("hq_operations", "hq_finance"),
        "Give a site's own operation its rate, from a day on.",
    ),
}
