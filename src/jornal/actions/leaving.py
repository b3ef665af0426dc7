"""A worker leaves a site, or is released and goes on working from home."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from jornal.actions.given import Code, on
from jornal.actions.office import Office
from jornal.actions.unplanned import unplanned
from jornal.actions.verb import Row, Verb
from jornal.facts.people import Custody, Enrolled, Left, WorksFromHome
from jornal.journal.fact import Fact
from jornal.reads.people import enrolled_on
from jornal.units.said import Said


class NotEnrolled(Said):
    """Somebody who is not at a site on a day."""

    def __init__(self, worker: str, site: str, day: date) -> None:
        super().__init__(
            "{worker} is not enrolled at {site} on {day}. Look at the code and the day again.",
            worker=worker,
            site=site,
            day=day,
        )


class NoHearing(Said):
    """Somebody who is sent away without having been heard."""

    def __init__(self, worker: str) -> None:
        super().__init__(
            "{worker} leaves for a reason that is neither hers nor the authority's, so she is heard "
            "first. Hear her, with somebody beside the production manager deciding, and give "
            "hearing_on.",
            worker=worker,
        )


class Leaving(Row):
    """A worker's last day at a site, with its reason; whoever is sent away by the enterprise is heard before."""

    worker: Code
    day: date | None = None
    reason: Literal["release", "transfer", "own_choice", "agreement_ended", "health", "authority", "other"]
    hearing_on: date | None = None


class FromHome(Row):
    """From this day on she is free and works from home, under the law of that place and another contract."""

    worker: Code
    since: date | None = None
    jurisdiction: str
    contract: str


def leave(office: Office, rows: Sequence[Leaving]) -> list[Fact]:
    """Their leaving, as recorded, and a finding where no plan for release was offered in time.

    What is owed to them is owed as before. Raises NotEnrolled, NoHearing, NotYet.
    """
    facts: list[Left] = []
    for row in rows:
        day = on(office, row.day)
        there = Enrolled.objects.current().filter(worker=row.worker, site=office.site, since__lte=day)
        last = there.order_by("since").last()
        if last is None:
            raise NotEnrolled(row.worker, office.site, day)
        if row.reason == "other" and (row.hearing_on is None or row.hearing_on > day):
            raise NoHearing(row.worker)
        said = {"reason": row.reason, "hearing_on": row.hearing_on, "day": day}
        facts.append(Left(enrolled=last.root, worker=row.worker, site=office.site, **said))
    return office.put([*facts, *unplanned(facts)])


def work_from_home(office: Office, rows: Sequence[FromHome]) -> list[Fact]:
    """Their work from home and their standing "home", as recorded, and findings as of who leaves.

    Raises NotEnrolled, NotYet.
    """
    days = [on(office, row.since) for row in rows]
    facts: list[Fact] = []
    for row, since in zip(rows, days, strict=True):
        there = enrolled_on([row.worker], since).get(row.worker)
        if there is None or there.site != office.site:
            raise NotEnrolled(row.worker, office.site, since)
        facts += [
            WorksFromHome(
                worker=row.worker,
                since=since,
                jurisdiction=row.jurisdiction,
                contract=row.contract,
                site=office.site,
            ),
            Custody(worker=row.worker, since=since, status="home"),
        ]
    return office.put([*facts, *unplanned(one for one in facts if isinstance(one, WorksFromHome))])


VERBS: dict[str, Verb] = {
    "leave": Verb(Leaving, leave, ("site_manager",), "Record a worker's last day here, with its reason."),
    "work-from-home": Verb(
        FromHome, work_from_home, ("site_manager",), "Record that a worker was released and works from home."
    ),
}
