"""Courses of the enterprise and its partners, what came of them, and certificates that name no prison."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from django.db import transaction
from pydantic import Field

from jornal.actions.given import Code, Language, Printed, Token, known_here, on, on_the_staff
from jornal.actions.office import Office
from jornal.actions.organisation import HEADQUARTERS
from jornal.actions.skills import JUDGES, NotAJudge
from jornal.actions.verb import Row, Verb
from jornal.facts.courses import Certificate, Course, CourseFinished
from jornal.facts.organisation import Authority, Enterprise, Site
from jornal.journal import books
from jornal.journal.fact import Fact
from jornal.reads import skills
from jornal.reads.courses import SKILLS, Taken, catalogue, taken
from jornal.reads.people import languages
from jornal.units.faults import near
from jornal.units.said import Said

GIVEN = ("passed", "took_part")
"""What has to have come of a course before a certificate of it is given."""


class NoSuchCourse(Said):
    """A course that the enterprise does not list."""

    def __init__(self, course: str, known: Sequence[str]) -> None:
        super().__init__(
            'There is no course "{course}".{near} Headquarters adds one with `jornal do add-course`.',
            course=course,
            near=near(course, known),
        )


class NeverTaken(Said):
    """A result of a course in which somebody took no part."""

    def __init__(self, worker: str, course: str, day: date) -> None:
        super().__init__(
            "No session of {course} in which {worker} took part is recorded as held by {day}. Record it first, with "
            "`jornal do hold-training`.",
            worker=worker,
            course=course,
            day=day,
        )


class NothingToCertify(Said):
    """A certificate of what nobody judged yet."""

    def __init__(self, worker: str, course: str) -> None:
        says = (
            "{worker} has reached no technique alone yet. Record her judged pieces first, with `jornal do assess`."
            if course == SKILLS
            else "{worker} has not finished {course} yet. Record what came of it first, with `jornal do finish-course`."
        )
        super().__init__(says, worker=worker, course=course)


class NamesThePrison(Said):
    """A certificate that would say where she was."""

    def __init__(self, text: str) -> None:
        super().__init__(
            '"{text}" names a site or its authority, and a certificate names no prison. Add the course under another '
            "name, without the place.",
            text=text,
        )


class NotAName(Said):
    """A course that is called as the certificate of skills is."""

    def __init__(self) -> None:
        super().__init__('"skills" stands for the certificate of techniques. Choose another short name.')


class Listed(Row):
    """A course: its name, who gives it ("us", or "partner" with the partner's name), its minutes as a whole."""

    course: Token
    label: Annotated[Printed, Field(min_length=1, max_length=200)]
    given_by: Literal["us", "partner"] = "us"
    partner: Annotated[str, Field(max_length=200)] = ""
    minutes: Annotated[int, Field(ge=1, le=100_000)] | None = None
    about: Annotated[str, Field(max_length=300)] = ""


class Finished(Row):
    """What came of a course for a worker who took part in it, and who judged."""

    worker: Code
    course: Token
    day: date | None = None
    result: Literal["passed", "took_part", "not_yet"]
    judge: Annotated[str, Field(max_length=60)] = ""


class Given(Row):
    """A certificate of a course that she finished, or of her techniques ("skills"), in her language and English."""

    worker: Code
    course: Token = SKILLS
    day: date | None = None
    language: Language | None = None


def add(office: Office, rows: Sequence[Listed]) -> list[Fact]:
    """The courses, as recorded for every site. Raises NotAName."""
    for row in rows:
        if row.course == SKILLS:
            raise NotAName
    return office.put((Course(**row.model_dump()) for row in rows), "hq")


def finish(office: Office, rows: Sequence[Finished]) -> list[Fact]:
    """What came of courses, as recorded. Raises NoSuchCourse, NeverTaken, NotAJudge, NotKnownHere, NotYet."""
    known_here(office, [row.worker for row in rows])
    known = [one.course for one in catalogue()]
    prison = on_the_staff({row.judge for row in rows if row.judge}, ("prison",))
    facts = []
    for row in rows:
        day, judge = on(office, row.day), row.judge or office.hand.by
        if row.course not in known:
            raise NoSuchCourse(row.course, known)
        if judge == row.worker or judge in prison:
            raise NotAJudge(judge, row.worker)
        since = _taken(row.worker, row.course)
        if since is None or since.since is None or since.since > day:
            raise NeverTaken(row.worker, row.course, day)
        said = row.model_dump(exclude={"day", "judge"})
        facts.append(CourseFinished(**said, day=day, judge=judge, site=office.site))
    return office.put(facts)


def give(office: Office, rows: Sequence[Given]) -> list[Fact]:
    """The certificates as given, each with the head of the book at its place, which is its code.

    Raises NothingToCertify, NamesThePrison, NotKnownHere, NotYet.
    """
    known_here(office, [row.worker for row in rows])
    hers = languages(office.site, None, [row.worker for row in rows])
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            day = on(office, row.day)
            said = _told(row, day)
            _names_no_prison(said["told"])
            language = row.language or hers.get(row.worker, "en")
            (one,) = office.put([Certificate(**said, day=day, language=language, site=office.site)])
            books.signed(one.book, "certificate", office.hand)
            found.append(one)
    return found


def _told(row: Given, day: date) -> dict[str, Any]:
    """What a certificate says, as it stands on this day: nothing of it changes once it was given."""
    enterprise = Enterprise.objects.current().first()
    said = {"worker": row.worker, "course": row.course, "issuer": enterprise.label if enterprise else ""}
    there = Certificate.objects.current().filter(worker=row.worker, course=row.course, day=day).first()
    if there is not None:  # given twice: more may have been learned since
        return {**said, "issuer": there.issuer, "minutes": there.minutes, "told": there.told}
    if row.course == SKILLS:
        has = skills.reached([row.worker], day).get(row.worker, {})
        mine = [(one, has[one.technique]) for one in skills.catalogue() if one.technique in has]
        told = [
            {"label": one.label, "level": of.level, "since": of.since.isoformat()}
            for one, of in mine
            if of.hers
        ]
        if not told:
            raise NothingToCertify(row.worker, row.course)
        return {**said, "minutes": 0, "told": {"techniques": told}}
    mine_of = _taken(row.worker, row.course)
    if mine_of is None or mine_of.result not in GIVEN:
        raise NothingToCertify(row.worker, row.course)
    return {**said, "minutes": mine_of.minutes, "told": _of_course(mine_of)}


def _names_no_prison(told: dict[str, Any]) -> None:
    """Raises NamesThePrison where a course, its partner or a technique is called after a site or an authority."""
    places = [
        label
        for kind in (Site, Authority)
        for label in kind.objects.current().values_list("label", flat=True)
    ]
    said = [
        told.get("label", ""),
        told.get("partner", ""),
        *(one["label"] for one in told.get("techniques", ())),
    ]
    for text in said:
        if any(place and place.casefold() in text.casefold() for place in places):
            raise NamesThePrison(text)


def _of_course(mine: Taken) -> dict[str, str]:
    course = next((one for one in catalogue() if one.course == mine.course), None)
    return {
        "label": mine.label,
        "result": mine.result,
        "partner": course.partner if course and course.given_by == "partner" else "",
        "since": mine.since.isoformat() if mine.since else "",
        "until": mine.until.isoformat() if mine.until else "",
    }


def _taken(worker: str, course: str) -> Taken | None:
    return next((one for one in taken(worker) if one.course == course), None)


VERBS: dict[str, Verb] = {
    "add-course": Verb(Listed, add, HEADQUARTERS, "Add a course that the enterprise or a partner gives."),
    "finish-course": Verb(Finished, finish, JUDGES, "Record what came of a course for a worker."),
    "give-certificate": Verb(
        Given, give, ("site_manager", "trainer"), "Give a certificate of a course or of techniques."
    ),
}
