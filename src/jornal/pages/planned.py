"""Planned: overtime asked and answered, training, rest days the authority let them work, and what stopped work."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked, Stoppage
from jornal.facts.organisation import Workshop
from jornal.facts.work import RestDayAuthorised, TrainingPlanned
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.acting import EACH, TOGETHER, Family
from jornal.pages.choices import choices, worded
from jornal.pages.deed import COURSE, DAY_OF, MINUTES, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.pay import paged
from jornal.pages.tradechoices import orders
from jornal.reads.courses import catalogue
from jornal.reads.people import codes_enrolled
from jornal.terms.kinds import load
from jornal.units.periods import Period

READ = ("site_manager", "trainer", "hq_operations", "hq_finance", "auditor")
SEND = ("site_manager", "trainer")
BACK = timedelta(days=31)
"""So far back the page shows what was planned."""
A_YEAR = timedelta(days=366)
ANSWERS = {"yes": ("good", "she said yes"), "no": ("", "she said no"), "": ("soon", "no answer yet")}
YES_OR_NO = {"yes": "Yes", "no": "No"}
INSTEAD = {"false": "No", "true": "Yes"}
STATES = {
    "planned": ("soon", "planned"), "held": ("good", "held"), "cancelled": ("", "cancelled"), "moved": ("", "moved"),
}  # fmt: skip
OVERDUE = "to be answered: was it held?"
WHY = Asked("why", "Reason", "", "text", (), True)

DEEDS = {
    "ask-overtime": Deed(
        "Ask for overtime",
        "It is recorded whom you asked.",
        "",
        (
            DAY_OF,
            MINUTES,
            Asked("asked_on", "Asked on", "Beforehand, person by person.", "day"),
            Asked("order", "For which order"),
        ),
        {"order": "orders"},
        hint="It is asked, not ordered. No is an answer like any other and has no consequence.",
    ),
    "answer-overtime": Deed(
        "Record an answer to overtime",
        "The answer is recorded.",
        "",
        (
            DAY_OF,
            Asked("answer", "What she says", "", "choice", (), True),
            Asked("answered_on", "Answered on", "", "day"),
        ),
        {"answer": "answers"},
    ),
    "authorise-rest-day": Deed(
        "Record a rest day that the authority lets them work",
        "The rest day is recorded.",
        "",
        (Asked("day", "Rest day", "", "day", (), True), Asked("substitute_on", "Day off for it", "", "day")),
    ),
    "plan-training": Deed(
        "Plan training",
        "The training is planned.",
        "",
        (
            COURSE,
            DAY_OF,
            MINUTES,
            Asked(
                "start", "Begins at", "Such as 14:00. Then it is seen whether it overlaps a shift.", seen=True
            ),
            Asked("place", "Where"),
            Asked("instead", "Does it take the place of work?", "", "choice", seen=True),
        ),
        {"course": "courses", "instead": "instead"},
        hint="It is paid as training. In the place of work it shortens the work of that day.",
    ),
    "hold-training": Deed(
        "Record training that was held",
        "The training is recorded as held.",
        "",
        (COURSE, DAY_OF),
        {"course": "courses"},
        hint="Choose who came. The time of each is marked as training, and paid.",
    ),
    "cancel-training": Deed(
        "Cancel training or move it",
        "What became of the training is recorded.",
        "",
        (COURSE, DAY_OF, WHY, Asked("moved_to", "Moved to", "Empty where it is cancelled.", "day")),
        {"course": "courses"},
    ),
}
FAMILY = Family(
    "site.planned",
    DEEDS,
    {
        "answers": worded(YES_OR_NO),
        "instead": worded(INSTEAD),
        "orders": orders,
        "courses": lambda desk: choices(desk, "courses"),
    },
    about={
        "ask-overtime": EACH,
        "answer-overtime": EACH,
        "authorise-rest-day": EACH,
        "plan-training": TOGETHER,
        "hold-training": TOGETHER,
    },
)


def page(desk: Desk) -> HttpResponse:
    """The page."""
    since = desk.day - BACK
    asked = OvertimeAsked.objects.current().filter(site=desk.place, day__gte=since)
    overtime, pages = paged(asked.order_by("-day", "worker"), desk.request.GET.get("page", "1"))
    training = list(
        TrainingPlanned.objects.current().filter(site=desk.place, day__gte=since).order_by("-day", "course")
    )
    rest, rest_pages = paged(_rest_days(desk, since), desk.request.GET.get("rest", "1"))
    tokens = {one.worker for one in overtime} | {one.worker for one in rest}
    tokens |= {each for one in training for each in one.workers}
    named = desk.called(tokens)
    taught = {one.course: desk.say(one.label) for one in catalogue()}
    return desk.page(
        "planned.html",
        overtime=_overtime(desk, overtime, named), pages=pages,
        training=[{**_training(desk, one, named), "course": taught.get(one.course, one.course)} for one in training],
        rest=[(one, named[one.worker]) for one in rest], rest_pages=rest_pages, stops=_stops(desk),
        acts=acting.listed(desk, FAMILY, "site.planned.do", ("ask-overtime", "plan-training", "authorise-rest-day")),
        calendar=desk.at_if_any("site.calendar.month", month=f"{desk.day:%Y-%m}"),
    )  # fmt: skip


def _rest_days(desk: Desk, since: date) -> "QuerySet[RestDayAuthorised]":
    """Those of workers who are or were here in the last year."""
    here = codes_enrolled(desk.place, Period(desk.day - A_YEAR, desk.day + timedelta(days=1)))
    rows = RestDayAuthorised.objects.current().filter(day__gte=since, worker__in=here)
    return rows.order_by("-day", "worker")


def _overtime(desk: Desk, rows: Sequence[OvertimeAsked], named: dict[str, str]) -> list[dict[str, Any]]:
    answered = OvertimeAnswered.objects.current().filter(asked__in=[one.root for one in rows])
    said = dict(answered.values_list("asked", "answer"))
    found = []
    for one in rows:
        answer = said.get(one.root, "")
        how, badge = ANSWERS[answer]
        may = not answer and acting.may(desk, "answer-overtime")
        found.append(
            {
                "of": one,
                "name": named[one.worker],
                "how": how,
                "badge": desk.say(badge),
                "may": may,
                "yes": one.day >= desk.day,
            }
        )
    return found


def _training(desk: Desk, one: TrainingPlanned, named: dict[str, str]) -> dict[str, Any]:
    how, badge = STATES[one.state]
    late = one.state == "planned" and one.day < desk.day
    given: dict[str, object] = {"course": one.course, "day": one.day.isoformat(), "who": list(one.workers)}
    open_ = one.state == "planned" and acting.may(desk, "hold-training")
    return {
        "of": one, "names": ", ".join(named[each] for each in one.workers),
        "how": "bad" if late else how, "badge": desk.say(OVERDUE if late else badge),
        "held": desk.at("site.planned.do", given, verb="hold-training") if open_ and one.day <= desk.day else "",
        "cancel": desk.at("site.planned.do", given, verb="cancel-training") if open_ else "",
    }  # fmt: skip


def _stops(desk: Desk) -> list[dict[str, Any]]:
    rows = (
        Stoppage.objects.current()
        .filter(site=desk.place, day__gte=desk.day - BACK)
        .order_by("-day", "number")
    )
    rooms = dict(Workshop.objects.current().filter(site=desk.place).values_list("workshop", "label"))
    kinds = {one.id: one for one in load().all}
    language = desk.words.language
    found = []
    for one in rows:
        kind = kinds.get(one.what)
        what = one.what if kind is None else kind.words[language][0] if language in kind.words else kind.label
        start, end = one.start, one.end
        hours = (
            ""
            if start is None or end is None
            else f"{start // 60:02}:{start % 60:02}–{end // 60:02}:{end % 60:02}"
        )
        found.append(
            {"of": one, "what": what, "where": rooms.get(one.workshop, one.workshop), "hours": hours}
        )
    return found


PAGES = [
    Page("site.planned", "<token:site>/planned", page, READ, label="Planned"),
    Page("site.planned.do", "<token:site>/planned/do/<slug:verb>", acting.form_of(FAMILY), SEND, SEND),
]
