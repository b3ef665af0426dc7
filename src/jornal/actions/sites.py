"""Sites opened and closed, their workshops, and the timetable that is announced before it holds."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal
from zoneinfo import available_timezones

from django.db import transaction
from pydantic import AfterValidator, Field

from jornal.actions.given import Languages, NotYet, Printed, Token, on
from jornal.actions.office import Office
from jornal.actions.organisation import HEADQUARTERS, Currency, NotThere
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import Authority, Enterprise, Site, SiteClosed, Timetable, Workshop
from jornal.facts.people import Enrolled, Left
from jornal.journal import books, place
from jornal.journal.fact import Fact
from jornal.units.clock import UnknownZone
from jornal.units.said import Said

AT_THE_SITE = ("site_manager",)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _zone(text: str) -> str:
    if text not in available_timezones():
        raise UnknownZone(text)
    return text


def _letters(text: str) -> str:
    if not re.fullmatch("[A-HJ-NP-TV-Z]{2,4}", text):
        raise Said(
            "{text} cannot begin codes; write two to four capital letters, not I, O or U",
            text=repr(text[:20]),
        )
    return text


def _wall_time(text: str) -> str:
    if not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", text):
        raise Said('{text} is not a time of day; write it as "08:00"', text=repr(text[:20]))
    return text


Minutes = Annotated[int, Field(ge=0, le=1440)]


class LettersTaken(Said):
    """Letters that begin the codes of another site."""

    def __init__(self, letters: str, site: str) -> None:
        super().__init__(
            "Codes of {site} begin with {letters}. Choose others, so that no code is given twice.",
            site=site,
            letters=letters,
        )


class StillThere(Said):
    """A site that is closed over people's heads."""

    def __init__(self, site: str, number: int) -> None:
        says = (
            "{number} worker is still enrolled at {site}. "
            "Record their leaving first, with `jornal do leave worker=… reason=agreement_ended`."
            if number == 1
            else "{number} workers are still enrolled at {site}. "
            "Record their leaving first, with `jornal do leave worker=… reason=agreement_ended`."
        )
        super().__init__(says, number=number, site=site)


class NotAnnounced(Said):
    """A timetable that holds before anybody was told."""

    def __init__(self, since: date) -> None:
        super().__init__(
            "A timetable from {since} is announced before that day. Give announced_on, or a later day.",
            since=since,
        )


class Opened(Row):
    """A prison where the enterprise works. The codes of its workers begin with `letters`, two to four capitals.

    Its days are `recorded` here, on this computer, or elsewhere, on one of its own that begins its book itself.
    """

    named: Token
    label: Printed
    enterprise: Token
    authority: Token
    jurisdiction: str
    currency: Currency
    zone: Annotated[str, AfterValidator(_zone)]
    languages: Languages = Field(min_length=1)
    letters: Annotated[str, AfterValidator(_letters)]
    opened_on: date | None = None
    recorded: Literal["here", "elsewhere"] = "here"


class Closed(Row):
    """The end of work at this site."""

    day: date | None = None
    reason: str


class Room(Row):
    """A room of the site where one trade is worked, or the cells themselves."""

    workshop: Token
    label: Printed
    place: Literal["workshop", "cell", "home"] = "workshop"
    places: Annotated[int, Field(ge=0)] | None = None


class Planned(Row):
    """The planned minutes of each weekday of a workshop from a day on, announced before; its first needs not be."""

    workshop: Token
    since: date
    announced_on: date | None = None
    starts: Annotated[str, AfterValidator(_wall_time)] = "08:00"
    monday: Minutes = 0
    tuesday: Minutes = 0
    wednesday: Minutes = 0
    thursday: Minutes = 0
    friday: Minutes = 0
    saturday: Minutes = 0
    sunday: Minutes = 0


def open_site(office: Office, rows: Sequence[Opened]) -> list[Fact]:
    """The sites as recorded, with headquarters' book for each and, where its days are recorded here, its own; or none.

    Raises NotThere, LettersTaken, NotYet.
    """
    letters = dict(Site.objects.current().values_list("letters", "site"))
    facts: list[Fact] = []
    for row in rows:
        if not Enterprise.objects.current().filter(enterprise=row.enterprise).exists():
            raise NotThere("enterprise", row.enterprise, "found-enterprise")
        if not Authority.objects.current().filter(authority=row.authority).exists():
            raise NotThere("authority", row.authority, "name-authority")
        if letters.setdefault(row.letters, row.named) != row.named:
            raise LettersTaken(row.letters, letters[row.letters])
        said = row.model_dump(exclude={"named", "opened_on", "recorded"})
        facts.append(Site(**said, site=row.named, opened_on=on(office, row.opened_on)))
    with transaction.atomic():
        found = office.put(facts, "hq")
        kept = place.books()
        for row in rows:
            own = [(row.named, "hq")] if row.recorded == "here" else []
            for book, reader in [(f"hq.{row.named}", row.named), *own]:
                if book not in kept:
                    books.opened(book, reader, office.hand)
    return found


def close_site(office: Office, rows: Sequence[Closed]) -> list[Fact]:
    """The site closed, as recorded. Raises StillThere while anybody is enrolled, NotYet."""
    left = Left.objects.current().filter(site=office.site).values("enrolled")
    there = Enrolled.objects.current().filter(site=office.site).exclude(root__in=left).count()
    if there:
        raise StillThere(office.site, there)
    return office.put(
        (SiteClosed(site=office.site, day=on(office, row.day), reason=row.reason) for row in rows), "hq"
    )


def open_workshop(office: Office, rows: Sequence[Room]) -> list[Fact]:
    """The workshops as recorded."""
    return office.put(Workshop(site=office.site, **row.model_dump()) for row in rows)


def set_timetable(office: Office, rows: Sequence[Planned]) -> list[Fact]:
    """The timetables as recorded. Raises NotThere for a workshop that was not opened, NotAnnounced, NotYet."""
    rooms = set(Workshop.objects.current().filter(site=office.site).values_list("workshop", flat=True))
    before = list(Timetable.objects.current().filter(site=office.site).values_list("workshop", "since"))
    facts = []
    for row in rows:
        if row.workshop not in rooms:
            raise NotThere("workshop", row.workshop, "open-workshop")
        if row.announced_on is not None and row.announced_on > office.day:
            raise NotYet(row.announced_on, office.day)
        first = not any(room == row.workshop and since < row.since for room, since in before)
        if not first and (row.announced_on is None or row.announced_on >= row.since):
            raise NotAnnounced(row.since)
        week = {day: getattr(row, day) for day in DAYS}
        said = row.model_dump(include={"workshop", "since", "announced_on", "starts"})
        facts.append(Timetable(site=office.site, week=week, **said))
    return office.put(facts)


VERBS: dict[str, Verb] = {
    "open-site": Verb(Opened, open_site, HEADQUARTERS, "Record a prison where the enterprise works."),
    "close-site": Verb(Closed, close_site, HEADQUARTERS, "Record the end of work at this site."),
    "open-workshop": Verb(
        Room, open_workshop, AT_THE_SITE, "Record a room of this site where a trade is worked."
    ),
    "set-timetable": Verb(
        Planned, set_timetable, AT_THE_SITE, "Record the planned week of a workshop from a day on."
    ),
}
