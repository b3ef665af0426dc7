"""What a worker has learned, for her own page: every technique with how far she is, and what comes next."""

from typing import Any

from jornal.facts.courses import Certificate
from jornal.pages.choices import WORDS
from jornal.pages.courses import title
from jornal.pages.deed import kept
from jornal.pages.desk import Desk
from jornal.pages.skills import cell, trades_of
from jornal.reads.courses import Taken, certificates, code_of, taken
from jornal.reads.skills import catalogue, reached


def learned(desk: Desk, worker: str) -> dict[str, Any]:
    """What the card on her page shows; an empty table where the enterprise lists nothing to learn."""
    techniques, courses = catalogue(trades_of(desk)), taken(worker)
    if not techniques and not courses:
        return {}
    has = reached([worker], desk.day).get(worker, {})
    ahead = next((one for one in techniques if one.technique not in has or not has[one.technique].hers), None)
    return {
        "techniques": [cell(desk, has.get(one.technique), desk.say(one.label)) for one in techniques],
        "next": desk.say(ahead.label) if ahead else "",
        "looked_for": desk.say(ahead.looked_for) if ahead else "",
        "assess": _assess(desk, worker),
        "courses": [_course(desk, one) for one in courses],
        "certificates": [_certificate(desk, worker, one) for one in _newest(worker)],
    }


def _course(desk: Desk, one: Taken) -> tuple[str, str, str]:
    """A course as it is shown: its name, the hours in which she took part, what came of it."""
    hours = desk.figures.time(one.minutes) if one.minutes else ""
    return desk.say(one.label), hours, desk.say(WORDS["results"][one.result]) if one.result else ""


def _newest(worker: str) -> list[Certificate]:
    """Her certificates, of each course the newest alone."""
    found: dict[str, Certificate] = {}
    for one in certificates([worker]):
        found.setdefault(one.course, one)
    return list(found.values())


def _certificate(desk: Desk, worker: str, one: Certificate) -> tuple[str, str, str]:
    """A certificate as it is shown: of what, its code, where it is printed."""
    return (
        title(desk, one),
        code_of(one),
        desk.at_if_any("site.courses.paper", worker=worker, course=one.course),
    )


def _assess(desk: Desk, worker: str) -> str:
    """Where a piece of hers is judged; "" where this person does not record it."""
    found = desk.at_if_any("site.people.do", worker=worker, verb="assess")
    may = desk.roles & {"site_manager", "trainer"}
    return desk.at("site.people.do", kept(desk), worker=worker, verb="assess") if found and may else ""
