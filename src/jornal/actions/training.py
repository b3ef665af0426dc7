"""Training planned, and what became of it: held and paid, cancelled with its reason, or moved to another day."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from jornal.actions.alone import alone
from jornal.actions.given import Code, Token, known_here, on, several
from jornal.actions.hours import Minutes, WallTime
from jornal.actions.office import Office
from jornal.actions.sessions import check_planned, paid
from jornal.actions.verb import Row, Verb
from jornal.facts.work import TrainingPlanned
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("site_manager", "trainer")
MOVES = ("course", "minutes", "workers", "start", "place", "instead")
"""What a course keeps that is moved to another day."""


Codes = Annotated[list[Code], BeforeValidator(several)]
"""Workers in one cell."""


class NotPlanned(Said):
    """Training that was never planned, or has gone its way already."""

    def __init__(self, course: str, day: date, state: str = "") -> None:
        if state:
            super().__init__(
                "Training {course} on {day} is {state} already. Look at the course and the day again.",
                course=course,
                day=day,
                state=Part(state),
            )
        else:
            super().__init__(
                "Training {course} on {day} is not planned. Look at the course and the day again.",
                course=course,
                day=day,
            )


class Planned(Row):
    """A course on a day, so many minutes for each of those who take part, named by their codes with spaces between.

    `start` is when it begins, such as 14:00. `instead` says that it takes the place of work.
    """

    course: Token
    day: date
    minutes: Minutes
    workers: Codes = Field(min_length=1)
    start: WallTime | None = None
    place: Annotated[str, Field(max_length=60)] = ""
    instead: bool = False


class Held(Row):
    """Training that took place; the time of each is marked as kind training. `workers` says who came, if not all."""

    course: Token
    day: date
    workers: Codes = Field(default_factory=list)


class Cancelled(Row):
    """Training that did not take place, the reason, and the day it is moved to if it is."""

    course: Token
    day: date
    why: Annotated[str, Field(min_length=1, max_length=500)]
    moved_to: date | None = None


@alone("site")
def plan(office: Office, rows: Sequence[Planned]) -> list[Fact]:
    """The training, as recorded. Raises NotKnownHere, InWorkingHours, TwoCourses."""
    known_here(office, {worker for row in rows for worker in row.workers})
    facts = [_planned(office, row.model_dump()) for row in rows]
    for fact in facts:
        check_planned(office, fact)
    return office.put(facts)


@alone("site")
def hold(office: Office, rows: Sequence[Held]) -> list[Fact]:
    """The training that was held, as it now stands; its time is marked for whoever came, so that it is paid.

    Raises NotPlanned, NotKnownHere, NotYet, NotPresent, MarkedAsWork, DoNotFit.
    """
    found: list[Fact] = []
    changed: list[Fact] = []
    for row in rows:
        tip = _tip(office, row.course, on(office, row.day), "held")
        known_here(office, row.workers)
        workers = row.workers or tip.workers
        if (tip.state, tip.workers) != ("held", workers):
            tip = corrected(tip, "held", state="held", workers=workers)
            changed += [tip, *paid(office, tip)]
        found.append(tip)
    office.put(changed)
    return found


@alone("site")
def cancel(office: Office, rows: Sequence[Cancelled]) -> list[Fact]:
    """The training as it now stands, and what it was moved to, as recorded.

    Raises NotPlanned, ListedTerm, InWorkingHours, TwoCourses.
    """
    found: list[Fact] = []
    changed: list[Fact] = []
    for row in rows:
        state = "moved" if row.moved_to else "cancelled"
        tip = _tip(office, row.course, row.day, state)
        if tip.state != state:
            why = refuse(row.why, Part("the reason"))
            said = {name: getattr(tip, name) for name in MOVES}
            if row.moved_to:
                moved = _planned(office, {**said, "day": row.moved_to})
                check_planned(office, moved)
                changed.append(moved)
            tip = corrected(tip, why, state=state, moved_to=row.moved_to)
            changed.append(tip)
        found.append(tip)
    office.put(changed)
    return found


def _planned(office: Office, said: dict[str, Any]) -> TrainingPlanned:
    return TrainingPlanned(**said, site=office.site, state="planned")


def _tip(office: Office, course: str, day: date, into: str) -> TrainingPlanned:
    """Training that is planned, or already what it is to become. Raises NotPlanned."""
    rows = TrainingPlanned.objects.current().filter(site=office.site, course=course, day=day)
    tip = rows.first()
    if tip is None:
        raise NotPlanned(course, day)
    if tip.state not in ("planned", into):
        raise NotPlanned(course, day, tip.state)
    return tip


VERBS: dict[str, Verb] = {
    "plan-training": Verb(Planned, plan, ROLES, "Plan training of workers on a day."),
    "hold-training": Verb(Held, hold, ROLES, "Record that training was held, and who came."),
    "cancel-training": Verb(
        Cancelled, cancel, ROLES, "Record that training was cancelled or moved, and why."
    ),
}
