"""Courses: what is taught here and by whom, its sessions, and whether a certificate's code is true."""

from typing import Any

from django.http import Http404, HttpResponse

from jornal.facts.courses import Certificate, Course
from jornal.facts.work import TrainingPlanned
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.acting import Family
from jornal.pages.choices import WORDS, choices
from jornal.pages.deed import LENGTH, SHORT, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.papers.certificate import certificate as drawn
from jornal.reads.courses import SKILLS, catalogue, certificate_of, certificates, code_of
from jornal.reads.roster import person
from jornal.words.dates import day_text

READ = ("site_manager", "trainer", "quality", "hq_operations", "auditor")
HEADQUARTERS = ("hq_operations",)
PRINTS = ("site_manager", "trainer")
MOST = 60
"""So many sessions stand on the page, the last first."""
STATES = {"planned": "soon", "held": "good", "cancelled": "", "moved": ""}

DEEDS = {
    "add-course": Deed(
        "Add a course",
        "The course is added for every site.",
        "",
        (
            Asked("label", "Name", "As it stands on a certificate.", "text", (), True),
            Asked("given_by", "Who gives it", "", "choice", (), True),
            Asked("partner", "Partner", "The name of the partner, where one gives it.", seen=True),
            Asked("about", "What it is about", seen=True),
            Asked("minutes", "How long in all", LENGTH, "minutes", seen=True),
            Asked("course", "Short name", SHORT, "short"),
        ),
        {"given_by": "givers"},
    ),
}
FAMILY = Family(
    "site.courses",
    DEEDS,
    {"givers": lambda desk: choices(desk, "givers")},
)


def page(desk: Desk) -> HttpResponse:
    """The page; with a code that was typed, what that certificate is."""
    courses = catalogue()
    labels = {one.course: desk.say(one.label) for one in courses}
    rows = TrainingPlanned.objects.current().filter(site=desk.place).order_by("-day", "course")[:MOST]
    asked = desk.request.GET.get("code", "")[:40].strip()
    plan = desk.at_if_any("site.planned.do", verb="plan-training")
    return desk.page(
        "courses.html",
        courses=[_course(desk, one, plan) for one in courses],
        sessions=[_session(desk, one, labels) for one in rows],
        code=asked, found=_checked(desk, asked) if asked else None,
        planned=desk.at_if_any("site.planned"), acts=acting.listed(desk, FAMILY, "site.courses.do"),
    )  # fmt: skip


def paper(desk: Desk, worker: str, course: str) -> HttpResponse:
    """The newest certificate of a worker's course as PDF; with her name where names are open."""
    if person(desk.place, worker, desk.day) is None:
        raise Http404
    found = next((one for one in certificates([worker]) if one.course == course), None)
    if found is None:
        raise Http404
    name = desk.called([worker])[worker]
    said = {
        "name": "" if name == worker else name,  # her code would tell at which site she works
        "issuer": found.issuer, "language": found.language, "minutes": found.minutes, "told": found.told,
        "code": code_of(found),
    }  # fmt: skip
    answer = HttpResponse(drawn(said, found.day), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="certificate-{found.day}.pdf"'
    return answer


def title(desk: Desk, one: Certificate) -> str:
    """What a certificate is of."""
    return desk.say("Techniques") if one.course == SKILLS else desk.say(one.told.get("label", one.course))


def _checked(desk: Desk, code: str) -> dict[str, Any]:
    """What is said of a code: whether a certificate of our books bears it, of what and since when."""
    one = certificate_of(code)
    if one is None:
        return {"stands": False}
    day = day_text(one.day, desk.words.language)
    return {
        "stands": True,
        "title": title(desk, one),
        "day": day,
        "name": desk.called([one.worker])[one.worker],
    }


def _course(desk: Desk, one: Course, plan: str) -> dict[str, Any]:
    by = desk.say(one.partner) if one.given_by == "partner" else desk.say(WORDS["givers"]["us"])
    return {
        "of": one, "label": desk.say(one.label), "by": by or desk.say(WORDS["givers"]["partner"]),
        "plan": f"{plan}?course={one.course}" if plan else "",
    }  # fmt: skip


def _session(desk: Desk, one: TrainingPlanned, labels: dict[str, str]) -> dict[str, Any]:
    start = one.start
    return {
        "of": one, "label": labels.get(one.course, one.course), "place": desk.say(one.place),
        "kind": STATES[one.state], "state": desk.say(one.state),
        "at": "" if start is None else f"{start // 60:02}:{start % 60:02}",
        "who": desk.words.count(len(one.workers), "{number} person", "{number} people"),
    }  # fmt: skip


PAGES = [
    Page("site.courses", "<token:site>/courses", page, READ, label="Courses"),
    Page(
        "site.courses.do",
        "<token:site>/courses/do/<slug:verb>",
        acting.form_of(FAMILY),
        HEADQUARTERS,
        HEADQUARTERS,
    ),
    Page(
        "site.courses.paper", "<token:site>/people/<token:worker>/certificate/<token:course>", paper, PRINTS
    ),
]
