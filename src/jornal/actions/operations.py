"""Operations that a site names because work cannot wait, and that headquarters gives a rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from django.db import transaction
from django.db.models import Sum
from pydantic import Field

from jornal.actions.given import Printed, on
from jornal.actions.office import Office, check
from jornal.actions.pieces import Operation
from jornal.actions.rates import NewRate, amounts_on, set_rate
from jornal.actions.verb import Row, Verb
from jornal.facts.pieces import LocalOperation, OperationAdopted, Pieces
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


class RatedAlready(Said):
    """A name for an operation that has a rate, which would keep its pieces apart from that rate."""

    def __init__(self, operation: str, day: date) -> None:
        super().__init__(
            "{operation} has a piece rate on {day}: count its pieces under that name. "
            "Choose another name for work that is not the same.",
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
    label: Annotated[Printed, Field(min_length=1, max_length=200)]
    since: date | None = None


class Adopted(Row):
    """A local operation that has a rate from a day on, under its own name or another of headquarters."""

    operation: Operation
    day: date
    adopted_as: Annotated[str, Field(max_length=60)] = ""


@dataclass(frozen=True)
class OfTheSite:
    """An operation that a site named. `rated_on` is None while it waits; `pieces` are the good ones that wait too."""

    operation: str
    label: str
    since: date
    rated_on: date | None = None
    rated_as: str = ""
    pieces: int = 0


def of_the_site(site: str) -> list[OfTheSite]:
    """The operations that a site named: those that wait for a rate first, then by their day."""
    adopted = {one.local: one for one in OperationAdopted.objects.current().filter(book=f"hq.{site}")}
    rows = list(LocalOperation.objects.current().filter(site=site))
    waiting = [one.operation for one in rows if one.root not in adopted]
    counts = (
        Pieces.objects.current().filter(site=site, operation__in=waiting)
        if waiting
        else Pieces.objects.none()
    )
    pieces = dict(counts.values_list("operation").annotate(Sum("good")))
    found = []
    for one in rows:
        rate, waiting_with_it = adopted.get(one.root), pieces.get(one.operation, 0)
        day, name = (rate.day, rate.operation) if rate else (None, "")
        found.append(OfTheSite(one.operation, one.label, one.since, day, name, waiting_with_it))
    return sorted(found, key=lambda one: (one.rated_on is not None, one.since, one.operation))


def name(office: Office, rows: Sequence[Named]) -> list[Fact]:
    """The operations, as recorded. Raises NotYet, RatedAlready."""
    known = set(LocalOperation.objects.filter(site=office.site).values_list("operation", flat=True))
    facts = []
    for row in rows:
        since = on(office, row.since)
        if row.operation not in known and amounts_on(office.site, ("piece", row.operation, ""), since):
            raise RatedAlready(row.operation, since)
        facts.append(LocalOperation(site=office.site, operation=row.operation, label=row.label, since=since))
    return office.put(facts)


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


def adopt_with_rate(office: Office, row: Adopted, rate: NewRate | None) -> list[Fact]:
    """The operation with its name, and the rate it is given with it where it has none yet; both or none.

    Raises what `adopt` and `set_rate` raise, NotYourRole, NotGranted.
    """
    check(office, "adopt-operation", VERBS["adopt-operation"].roles)
    with transaction.atomic():
        rates = set_rate(office, [rate]) if rate else []
        return [*rates, *adopt(office, [row])]


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
