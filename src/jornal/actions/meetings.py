"""Meetings with the team: how many were there, what was said and decided, and what headquarters answered."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from django.db import transaction
from django.db.models import Max
from pydantic import Field

from jornal.actions.dialogue import HEADQUARTERS, ONE_DAY
from jornal.actions.given import on
from jornal.actions.inopen import in_the_open
from jornal.actions.office import Office
from jornal.actions.promises import Promises, made
from jornal.actions.verb import Row, Verb
from jornal.facts.dialogue import Meeting, MeetingAnswered
from jornal.journal.fact import Fact
from jornal.reads.people import enrolled
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.periods import Period
from jornal.units.said import Said


class NoSuchMeeting(Said):
    """An answer to a meeting that was not held."""

    def __init__(self, site: str, day: date, number: int) -> None:
        super().__init__(
            "No meeting {number} was held at {site} on {day}. Look at its day again.",
            site=site or Part("headquarters"),
            day=day,
            number=number,
        )


class NotSoMany(Said):
    """A meeting of more people than are here."""

    def __init__(self, present: int, here: int) -> None:
        super().__init__(
            "{present} were at the meeting, and {here} work here that day. Count them again.",
            present=present,
            here=here,
        )


class Held(Row):
    """A meeting with the team. What they said is sealed; what was decided stands in the open and names nobody."""

    day: date | None = None
    number: Annotated[int, Field(ge=1, le=99)] = 1
    present: Annotated[int, Field(ge=1, le=10_000)]
    said: Annotated[str, Field(max_length=4000)] = ""
    decided: Annotated[str, Field(max_length=1000)] = ""
    promises: Promises = Field(default_factory=list)


class Answered(Row):
    """What headquarters answers to a meeting, by its day and number."""

    held_on: date
    meeting: Annotated[int, Field(ge=1, le=99)] = 1
    says: Annotated[str, Field(min_length=1, max_length=1000)]
    day: date | None = None


def hold(office: Office, rows: Sequence[Held]) -> list[Fact]:
    """The meetings with their promises, as recorded.

    Raises NotSoMany, NotAPromise, NotYet, ListedTerm, NamesSomebody, and Locked where it says what was said.
    """
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            day = on(office, row.day)
            here = len({one.worker for one in enrolled(office.site, Period(day, day + ONE_DAY))})
            if row.present > here:
                raise NotSoMany(row.present, here)
            said = refuse(row.said, Part("What was said"))
            told = office.opened().seal(office.hand.by, "told", said) if said else ""
            fact = Meeting(
                site=office.site, day=day, number=row.number, staff=office.hand.by, present=row.present, told=told,
                decided=in_the_open(row.decided, Part("What was decided")),
            )  # fmt: skip
            found += office.put([fact])
            found += made(office, "meeting", day, row.promises)
    return found


def answer(office: Office, rows: Sequence[Answered]) -> list[Fact]:
    """What headquarters answers, as recorded; the same again of that day changes nothing.

    Raises NoSuchMeeting, NotYet, ListedTerm, NamesSomebody.
    """
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            held = {"site": office.site, "day": row.held_on, "number": row.meeting}
            if not Meeting.objects.current().filter(**held).exists():
                raise NoSuchMeeting(office.site, row.held_on, row.meeting)
            said = {"day": on(office, row.day), "staff": office.hand.by}
            says = in_the_open(row.says, Part("The answer"))
            key = {"site": office.site, "held_on": row.held_on, "meeting": row.meeting}
            mine = MeetingAnswered.objects.filter(**key, corrects__isnull=True)
            same = mine.filter(**said, says=says).first()
            last = mine.aggregate(last=Max("number"))["last"] or 0
            fact = MeetingAnswered(**key, number=same.number if same else last + 1, says=says, **said)
            found += office.put([fact], "hq_site")
    return found


VERBS: dict[str, Verb] = {
    "hold-meeting": Verb(
        Held, hold, ("site_manager", "trainer"), "Record a meeting with the team, what was said and decided."
    ),
    "answer-meeting": Verb(
        Answered, answer, (HEADQUARTERS,), "Record what headquarters answers to a meeting of the team."
    ),
}
