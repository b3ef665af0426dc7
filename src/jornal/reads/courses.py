"""Courses as they were held: who took part for how long, what came of it, and which certificate a code names."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from jornal.facts.attendance import Shift
from jornal.facts.courses import Certificate, Course, CourseFinished
from jornal.facts.work import TrainingPlanned
from jornal.journal import chain
from jornal.journal.entry import Head

SKILLS = "skills"
"""The certificate of what she has reached in every technique; no course has this name."""
TRAINING = "training"


class Taken(NamedTuple):
    """A course as one worker took part in it: label, minutes held with her, from when to when, the last result."""

    course: str
    label: str
    minutes: int
    since: date | None
    until: date | None
    result: str = ""
    finished_on: date | None = None


def catalogue() -> list[Course]:
    """The courses of the enterprise, by label."""
    return list(Course.objects.current().order_by("label", "course"))


def held(site: str = "", day: date | None = None) -> list[TrainingPlanned]:
    """The sessions that were held, at a site and on a day where they are given, the oldest first."""
    found = TrainingPlanned.objects.current().filter(state="held")
    found = found.filter(site=site) if site else found
    return list((found.filter(day=day) if day else found).order_by("day", "course"))


def taken(worker: str) -> list[Taken]:
    """Every course in which a worker took part or that was judged for her, wherever that was, the last first."""
    sessions = [one for one in held() if worker in one.workers]
    results = {
        one.course: one for one in CourseFinished.objects.current().filter(worker=worker).order_by("day")
    }
    labels = {one.course: one.label for one in catalogue()}
    found = []
    for course in dict.fromkeys([*(one.course for one in sessions), *results]):
        mine, result = [one for one in sessions if one.course == course], results.get(course)
        days = [one.day for one in mine]
        found.append(
            Taken(
                course, labels.get(course, course), sum(one.minutes for one in mine),
                min(days, default=None), max(days, default=None),
                result.result if result else "", result.day if result else None,
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: one.finished_on or one.until or date.min, reverse=True)


def instead_of_work(site: str, day: date) -> dict[str, int]:
    """Minutes of courses held in the place of work on a day, by worker, of those with no other row that day."""
    sessions = [one for one in held(site, day) if one.instead]
    found: dict[str, int] = {}
    for one in sessions:
        for worker in one.workers:
            found[worker] = found.get(worker, 0) + one.minutes
    others = Shift.objects.current().filter(site=site, day=day, worker__in=list(found)).exclude(what=TRAINING)
    for worker in others.values_list("worker", flat=True):
        found.pop(worker, None)
    return found


def certificates(workers: Collection[str]) -> list[Certificate]:
    """The certificates of these workers that stand, the newest first."""
    return list(Certificate.objects.current().filter(worker__in=list(workers)).order_by("-day", "course"))


def code_of(certificate: Certificate) -> str:
    """The ten characters on a certificate: the head of its book at its place; "" where none was signed there."""
    head = Head.objects.filter(book=certificate.book, seq=certificate.seq).first()
    return chain.shown(head.code) if head else ""


def certificate_of(code: str) -> Certificate | None:
    """The certificate that bears a code, which may be typed with spaces or small letters; None where there is none."""
    for head in Head.objects.filter(code=chain.read(code)):
        found: Certificate | None = Certificate.objects.current().filter(book=head.book, seq=head.seq).first()
        if found is not None:
            return found
    return None
