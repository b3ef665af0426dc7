"""All sites side by side, for headquarters: who is there, what is marked, what is open, where each month's pay is."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db.models import Count, Max, OuterRef, Subquery, Sum

from jornal.actions.approving import approval_of
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Site, SiteClosed
from jornal.facts.pay import Finding, MonthClosed, Payment, PaymentReturned, Run, RunIssued, Slip
from jornal.facts.people import Enrolled, Left
from jornal.journal.entry import Entry
from jornal.reads.dialogue import Kept, Thread, promises, threads
from jornal.reads.pay import final

State = Literal["none", "begun", "issued", "approved", "paid", "closed"]


@dataclass(frozen=True)
class OfSite:
    """A site at a glance. `marked` counts workers with a row today, `last_marked` is the last day that has any.

    `month` is that of the last run, "" where there was none; `late` whether its day is past and not all has left.
    """

    site: Site
    people: int
    marked: int
    last_marked: date | None
    findings: int
    with_us: int
    month: str
    state: State
    due_on: date | None
    late: bool
    last_entry: datetime | None


def board(day: date) -> list[OfSite]:
    """Every open site by label; as many queries for two sites as for thirty."""
    closed = SiteClosed.objects.current().filter(day__lte=day).values("site")
    sites = list(Site.objects.current().exclude(site__in=closed).order_by("label"))
    people, marked, last = _people(day), _marked(day), _last_marked(day)
    findings, entries = _findings(day), _last_entries([one.site for one in sites])
    runs, states = _runs([one.site for one in sites])
    found = []
    for one in sites:
        run, token = runs.get(one.site), one.site
        state = states.get(run.root, "begun") if run else "none"
        late = bool(run and run.due_on < day and state not in ("paid", "closed"))
        found.append(OfSite(
            site=one, people=people[token], marked=marked[token], last_marked=last.get(token),
            findings=findings[token, "site"], with_us=findings[token, "headquarters"],
            month=run.month if run else "", state=state, due_on=run.due_on if run else None, late=late,
            last_entry=entries.get(token),
        ))  # fmt: skip
    return found


def for_headquarters(sites: Iterable[str], day: date) -> list[tuple[str, Thread | Kept]]:
    """What lies with headquarters at these sites: questions without an answer and its promises, the oldest due first.

    A promise is there until it is kept or let go; as many queries for two sites as for thirty.
    """
    places = list(sites)
    asked = [
        one for one in threads(places, day) if one.asked.put_to == "headquarters" and one.state == "open"
    ]
    due = [one for one in promises(places, day) if one.of.lies_with == "headquarters" and one.open]
    found: list[tuple[date, str, Thread | Kept]] = [
        *((one.asked.due_on or date.max, one.asked.site, one) for one in asked),
        *((one.of.due_on, one.of.site, one) for one in due),
    ]
    return [(site, one) for _, site, one in sorted(found, key=lambda each: each[:2])]


def _people(day: date) -> Counter[str]:
    left = Left.objects.current().filter(day__lt=day).values("enrolled")
    rows = Enrolled.objects.current().filter(since__lte=day).exclude(root__in=left)
    return _counted(rows.values_list("site").annotate(Count("worker", distinct=True)).order_by())


def _marked(day: date) -> Counter[str]:
    rows = Shift.objects.current().filter(day=day)
    return _counted(rows.values_list("site").annotate(Count("worker", distinct=True)).order_by())


def _last_marked(day: date) -> dict[str, date]:
    rows = Shift.objects.filter(day__lte=day).values_list("site").annotate(Max("day")).order_by()
    return dict(rows)


def _counted(rows: Iterable[tuple[str, int]]) -> Counter[str]:
    return Counter(dict(rows))


def _findings(day: date) -> Counter[tuple[str, str]]:
    """Open findings by site and by whom they lie with."""
    rows = Finding.objects.current().filter(closed_on=None, day__lte=day)
    return Counter(rows.values_list("site", "lies_with"))


def _runs(sites: list[str]) -> tuple[dict[str, Run], Mapping[UUID, State]]:
    """The last run of each site, and how far each of them is."""
    rows = final(Run).filter(site__in=sites).order_by("month", "number")
    last = {one.site: one for one in rows}
    roots = [one.root for one in last.values()]
    whole = dict(final(RunIssued).filter(run__in=roots).values_list("run", "total"))
    closed = set(final(MonthClosed).filter(run__in=roots).values_list("run", flat=True))
    left = _left(roots)
    states: dict[UUID, State] = {}
    for run in last.values():
        if run.root in closed:
            states[run.root] = "closed"
        elif run.root not in whole:
            states[run.root] = "begun"
        elif left.get(run.root, 0) >= whole[run.root]:
            states[run.root] = "paid"
        else:
            states[run.root] = "approved" if approval_of(run) else "issued"
    return last, states


def _left(runs: list[UUID]) -> dict[UUID, int]:
    """What left for each run and did not come back, in minor units."""
    of_run = dict(final(Slip).filter(run__in=runs).values_list("root", "run"))
    back = final(PaymentReturned).values("payment")
    rows = (
        final(Payment).filter(slip__in=final(Slip).filter(run__in=runs).values("root")).exclude(root__in=back)
    )
    found: Counter[UUID] = Counter()
    for slip, amount in rows.values_list("slip").annotate(Sum("amount")).order_by():
        found[of_run[slip]] += amount
    return dict(found)


def _last_entries(books: list[str]) -> dict[str, datetime]:
    """When each book was last written."""
    last = Entry.objects.filter(book=OuterRef("book")).order_by("-seq").values("seq")[:1]
    rows = Entry.objects.filter(book__in=books, seq=Subquery(last)).values_list("book", "body")
    return {book: datetime.fromisoformat(json.loads(body)["at"]) for book, body in rows}
