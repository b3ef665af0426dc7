"""Overtime: asked of each worker beforehand, answered by her; what was worked without a yes is paid, and found."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from jornal.actions.given import Code, on
from jornal.actions.hours import Minutes
from jornal.actions.office import Office
from jornal.actions.planned import Planned
from jornal.actions.present import ONE_DAY, present
from jornal.actions.verb import Row, Verb
from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked
from jornal.facts.organisation import Staff
from jornal.facts.pay import Finding
from jornal.journal.fact import Fact
from jornal.reads.people import Enrolment
from jornal.units.parts import Part
from jornal.units.periods import Period
from jornal.units.said import Said

ROLES = ("site_manager", "trainer")
CONTROL = "HRS-04"
"""Overtime is asked, not ordered, person by person, before it starts."""


class AskedTooLate(Said):
    """Overtime asked after its day, or not by the enterprise."""

    def __init__(self, worker: str, day: date, why: str) -> None:
        super().__init__(
            "{worker}, overtime on {day}: {why}. Mark the time she worked; it is paid all the same.",
            worker=worker,
            day=day,
            why=why,
        )


class NotAsked(Said):
    """An answer to overtime that nobody asked for."""

    def __init__(self, worker: str, day: date) -> None:
        super().__init__(
            "No overtime was asked of {worker} for {day}. Ask first, with `jornal do ask-overtime`.",
            worker=worker,
            day=day,
        )


class Asked(Row):
    """Overtime asked of a worker for a day, beforehand: on an earlier day, or on the day itself before it starts."""

    worker: Code
    day: date
    minutes: Minutes
    asked_on: date | None = None
    order: Annotated[str, Field(max_length=60)] = ""


class Answered(Row):
    """Her answer; no is an answer like any other and has no consequence. A yes is given beforehand."""

    worker: Code
    day: date
    answer: Literal["yes", "no"]
    answered_on: date | None = None


def ask(office: Office, rows: Sequence[Asked]) -> list[Fact]:
    """What was asked, as recorded. Raises AskedTooLate, NotPresent, NotYet."""
    present(office, [(row.worker, row.day) for row in rows])
    of_prison = Staff.objects.current().filter(staff=office.hand.by, of="prison").exists()
    facts: list[Fact] = []
    for row in rows:
        asked_on = on(office, row.asked_on)
        if of_prison:
            raise AskedTooLate(row.worker, row.day, Part("the prison's staff does not ask for it"))
        if asked_on > row.day:
            raise AskedTooLate(
                row.worker, row.day, Part("it is asked beforehand, not on {asked_on}", asked_on=asked_on)
            )
        facts.append(
            OvertimeAsked(
                worker=row.worker, day=row.day, site=office.site, minutes=row.minutes, asked_on=asked_on,
                order=row.order,
            )
        )  # fmt: skip
    return office.put(facts)


def answer(office: Office, rows: Sequence[Answered]) -> list[Fact]:
    """The answers, as recorded. Raises NotAsked, AskedTooLate for a yes after the day, NotYet."""
    facts: list[Fact] = []
    for row in rows:
        asked = OvertimeAsked.objects.current().filter(worker=row.worker, day=row.day).first()
        if asked is None:
            raise NotAsked(row.worker, row.day)
        day = on(office, row.answered_on)
        if row.answer == "yes" and day > row.day:
            raise AskedTooLate(row.worker, row.day, Part("a yes on {day} comes after it", day=day))
        facts.append(OvertimeAnswered(asked=asked.root, answer=row.answer, day=day))
    return office.put(facts)


def without_a_yes(
    office: Office,
    worked: Mapping[tuple[str, date], int],
    stays: Mapping[tuple[str, date], Enrolment],
) -> list[Finding]:
    """A finding for each worker and day with more minutes worked than planned, and no yes to as many.

    Where no timetable says what was planned there is none: a timetable that is missing is another matter.
    """
    if not worked:
        return []
    days = [day for _, day in worked]
    plan = Planned(office, Period(min(days), max(days) + ONE_DAY), {worker for worker, _ in worked})
    over: dict[tuple[str, date], int] = {}
    for key, minutes in worked.items():
        planned = plan.minutes(stays[key], key[1])
        if planned is not None and minutes > planned:
            over[key] = minutes - planned
    agreed = _agreed(over)
    return [
        Finding(
            site=office.site, control=CONTROL, about=worker, day=day, lies_with="site",
            says=WITHOUT_YES, facts={"worker": worker, "minutes": minutes, "day": day.isoformat()},
        )
        for (worker, day), minutes in over.items()
        if agreed.get((worker, day), 0) < minutes
    ]  # fmt: skip


WITHOUT_YES = (
    "{worker} worked {minutes} minutes more than planned on {day}, and no yes of hers to it is recorded."
)


def _agreed(over: Mapping[tuple[str, date], int]) -> dict[tuple[str, date], int]:
    """The minutes to which workers said yes."""
    if not over:
        return {}
    said_yes = OvertimeAnswered.objects.current().filter(answer="yes").values("asked")
    rows = OvertimeAsked.objects.current().filter(day__in={day for _, day in over}, root__in=said_yes)
    return {(worker, day): minutes for worker, day, minutes in rows.values_list("worker", "day", "minutes")}


VERBS: dict[str, Verb] = {
    "ask-overtime": Verb(Asked, ask, ROLES, "Ask workers for overtime, beforehand."),
    "answer-overtime": Verb(
        Answered, answer, (*ROLES, "representative"), "Record her yes or no to overtime."
    ),
}
