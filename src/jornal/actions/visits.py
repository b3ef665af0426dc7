"""Visits of headquarters and of outsiders to a site: planned, then held or cancelled, with what was promised."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from django.db import transaction
from pydantic import Field

from jornal.actions.given import Code, NotStaff, NotYet, on, on_the_staff
from jornal.actions.inopen import in_the_open
from jornal.actions.office import Office
from jornal.actions.organisation import HEADQUARTERS
from jornal.actions.promises import Promises, made
from jornal.actions.verb import Row, Verb
from jornal.facts.dialogue import FindingLookedAt
from jornal.facts.organisation import Visit
from jornal.facts.pay import Finding
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said


class AtNoSite(Said):
    """A visit to headquarters' own office."""

    def __init__(self) -> None:
        super().__init__("A visit is to a site. Say which, with --site.")


class NoSuchVisit(Said):
    """A visit cancelled that was not planned."""

    def __init__(self, visitor: str, site: str, day: date) -> None:
        super().__init__(
            "No visit of {visitor} to {site} is planned for {day}. Look at the day and the visitor again.",
            visitor=visitor,
            site=site,
            day=day,
        )


class NoSuchFinding(Said):
    """A finding looked at that nobody noted."""

    def __init__(self, control: str, about: str, day: date) -> None:
        super().__init__(
            "There is no finding {control} of {about} on {day} here. Look at the list of findings again.",
            control=control,
            about=about,
            day=day,
        )


class Planned(Row):
    """A visit of somebody on the staff or of a registered outsider to this site, and what it is for."""

    visitor: Code
    day: date
    agenda: str = ""


class Held(Row):
    """What came of a visit: notes, which are sealed, and promises, each with the day by which it is to be kept."""

    visitor: Code
    day: date
    notes: str = ""
    promises: Promises = Field(default_factory=list)


class Followed(Row):
    """A finding of the site as a visitor found it, by its control, what it is about and its day."""

    visitor: Code
    control: str
    about: str
    found_on: date
    state: Literal["mended", "open"]
    day: date | None = None
    note: Annotated[str, Field(max_length=300)] = ""


class Cancelled(Row):
    """A planned visit that did not take place, with the reason."""

    visitor: Code
    day: date
    why: str = Field(min_length=1)


def plan(office: Office, rows: Sequence[Planned]) -> list[Fact]:
    """The visits as planned and recorded. Raises NotStaff, AtNoSite."""
    _check(office, [row.visitor for row in rows])
    return office.put(
        (Visit(site=office.site, state="planned", **row.model_dump()) for row in rows), "hq_site"
    )


def hold(office: Office, rows: Sequence[Held]) -> list[Fact]:
    """The visits as held, the planned ones as their next version, with their promises.

    Raises NotStaff, AtNoSite, NotYet, NotAPromise, ListedTerm, NamesSomebody, and Locked where there are notes.
    """
    _check(office, [row.visitor for row in rows])
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            found += office.put([_held(office, row)], "hq_site")
            found += made(office, "visit", row.day, row.promises)
    return found


def follow(office: Office, rows: Sequence[Followed]) -> list[Fact]:
    """The findings as they were found on a visit. Raises NoSuchFinding, NotStaff, AtNoSite, NotYet, ListedTerm."""
    _check(office, [row.visitor for row in rows])
    facts = []
    for row in rows:
        key = {"site": office.site, "control": row.control, "about": row.about}
        if not Finding.objects.current().filter(**key, day=row.found_on).exists():
            raise NoSuchFinding(row.control, row.about, row.found_on)
        facts.append(
            FindingLookedAt(
                **key, found_on=row.found_on, day=on(office, row.day), visitor=row.visitor, state=row.state,
                note=in_the_open(row.note, Part("The note")),
            )
        )  # fmt: skip
    return office.put(facts, "hq_site")


def _held(office: Office, row: Held) -> Visit:
    if row.day > office.day:
        raise NotYet(row.day, office.day)
    notes = refuse(row.notes, Part("what was noted of the visit"))
    sealed = office.opened().seal(row.visitor, "notes", notes) if notes else ""
    said = {"state": "held", "notes": sealed, "promises": []}
    tip = _planned(office.site, row.visitor, row.day)
    if tip is not None:
        return corrected(tip, "the visit was held", **said)
    held = Visit.objects.current().filter(
        site=office.site, visitor=row.visitor, day=row.day, state="held"
    ).first()  # sent twice  # fmt: skip
    return Visit(
        site=office.site, visitor=row.visitor, day=row.day, agenda=held.agenda if held else "", **said
    )  # fmt: skip


def cancel(office: Office, rows: Sequence[Cancelled]) -> list[Fact]:
    """The visits as cancelled, each as its next version. Raises NoSuchVisit, AtNoSite, NotStaff."""
    _check(office, [row.visitor for row in rows])
    facts = []
    for row in rows:
        tip = _planned(office.site, row.visitor, row.day)
        if tip is None:
            raise NoSuchVisit(row.visitor, office.site, row.day)
        facts.append(corrected(tip, row.why, state="cancelled"))
    return office.put(facts, "hq_site")


def _check(office: Office, visitors: Sequence[str]) -> None:
    """Raises AtNoSite, and NotStaff for a visitor who has no key under which notes could be sealed."""
    if not office.site:
        raise AtNoSite
    for visitor in sorted(set(visitors) - on_the_staff(visitors)):
        raise NotStaff(visitor)


def _planned(site: str, visitor: str, day: date) -> Visit | None:
    return Visit.objects.current().filter(site=site, visitor=visitor, day=day, state="planned").first()


VERBS: dict[str, Verb] = {
    "plan-visit": Verb(Planned, plan, HEADQUARTERS, "Plan a visit to this site."),
    "hold-visit": Verb(Held, hold, HEADQUARTERS, "Record a visit that was held, with what was promised."),
    "look-at-finding": Verb(
        Followed, follow, HEADQUARTERS, "Record how a visitor found a finding: mended or not."
    ),
    "cancel-visit": Verb(Cancelled, cancel, HEADQUARTERS, "Record that a planned visit did not take place."),
}
