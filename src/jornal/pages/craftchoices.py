"""What fields offer of the craft: techniques, courses and certificates, designs and lots."""

from collections.abc import Callable, Iterable, Mapping

from jornal.facts.products import Design, DesignVersion
from jornal.pages.desk import Desk
from jornal.reads import courses
from jornal.reads.lots import lots
from jornal.reads.skills import catalogue

Found = Iterable[tuple[str, str]]


def _techniques(desk: Desk, _: str) -> Found:
    return [(one.technique, desk.say(one.label)) for one in catalogue()]


def _courses(desk: Desk, _: str) -> Found:
    return [(one.course, desk.say(one.label)) for one in courses.catalogue()]


def _learned(desk: Desk, worker: str) -> Found:
    return [(courses.SKILLS, desk.say("Techniques")), *_courses(desk, worker)]


def _certified(desk: Desk, worker: str) -> Found:
    finished = {one.course for one in courses.taken(worker) if one.result in ("passed", "took_part")}
    return [one for one in _learned(desk, worker) if one[0] in {courses.SKILLS, *finished}]


def _designs(_: Desk, worker: str) -> Found:
    rows = DesignVersion.objects.current().values_list("design", "made_by")
    hers = {design for design, made_by in rows if worker in made_by}
    return Design.objects.current().filter(design__in=hers).order_by("label").values_list("design", "label")


def _lots(desk: Desk, _: str) -> Found:
    return [(one.lot.code, f"{one.lot.code} · {one.label}") for one in lots(desk.place) if not one.finished]


FOUND: Mapping[str, Callable[[Desk, str], Found]] = {
    "certified": _certified,
    "courses": _courses,
    "designs": _designs,
    "learned": _learned,
    "lots": _lots,
    "techniques": _techniques,
}
"""What is looked up, by the name of the source; the second argument is a worker, "" where it is nobody's form."""
