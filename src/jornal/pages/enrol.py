"""A worker begins: one question a page, and not before her consent is thought over."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.enrolment import Taken
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.pages.access import Page
from jornal.pages.choices import choices, with_choices
from jornal.pages.deed import kept
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.missing import missing
from jornal.pages.wizard import Step, Walk, walked
from jornal.reads.needs import needs, papers
from jornal.reads.roster import Person, person
from jornal.words.dates import day_text

ENROLS = VERBS["enrol"].roles
PAPERS = "Her contract, payslip and consent are in it."
ALOUD = "Whoever does not read has each paper read aloud to her, by somebody she agrees to."
READY = ("enrol",)
"""What is needed of somebody who may begin: nothing but that."""


def page(desk: Desk, worker: str) -> HttpResponse:
    """The next question, what has to come first, or her page once she is enrolled."""
    whose = person(desk.place, worker, desk.day)
    if whose is None:
        raise Http404
    back: dict[str, Any] = {
        "worker": worker,
        "back": desk.at("site.people.one", kept(desk), worker=worker),
        "back_label": _called(desk, worker),
    }
    has = papers(desk.place, [worker], desk.day)[worker]
    waits = [one for one in needs(whose, has, desk.day) if one.what not in READY]
    if whose.standing != "offered" or waits or has.consent is None:
        first = [missing(desk, worker, one) for one in waits]
        since = day_text(whose.since, desk.words.language) if whose.since else ""
        return desk.page("enrol_waits.html", matters=first, whose=whose, since=since, **back)
    known = {"what": desk.say("She begins"), **back}
    return walked(Walk(desk, STEPS, known=known, given={"worker": worker}), _record)


def _called(desk: Desk, worker: str) -> str:
    return desk.called([worker])[worker]


def _person(walk: Walk) -> Person | None:
    return person(walk.desk.place, str(walk.known["worker"]), walk.desk.day)


def _begins(walk: Walk) -> Sequence[Asked]:
    return [
        Asked("since", "First day", "", "day", (), wanted=True),
        with_choices(walk.desk, Asked("workshop", "Workshop", "", "select"), "workshops"),
    ]


def _begins_usual(walk: Walk) -> Mapping[str, object]:
    offer = papers(walk.desk.place, [str(walk.known["worker"])], walk.desk.day)[
        str(walk.known["worker"])
    ].offer
    return {"since": walk.desk.day, "workshop": offer.workshop if offer else ""}


def _speaks(walk: Walk) -> Sequence[Asked]:
    asked = Asked("language", "Language of her papers", PAPERS, "select", (), wanted=True)
    return [
        with_choices(walk.desk, asked, "languages", str(walk.known["worker"])),
        Asked("languages", "Every language she speaks", "Their codes with spaces between, such as es qu."),
    ]


def _speaks_usual(walk: Walk) -> Mapping[str, object]:
    whose = _person(walk)
    return {"language": whose.language if whose else ""}


def _reads(walk: Walk) -> Sequence[Asked]:
    reading = choices(walk.desk, "reading")
    return [Asked("reads", "Does she read her papers herself?", ALOUD, "choice", reading, wanted=True)]


def _clock(_: Walk) -> Sequence[Asked]:
    return [Asked("clock_number", "Clock number", "Empty where nobody clocks in.")]


STEPS = (
    Step("begins", "When and where does she begin?", _begins, Taken, usual=_begins_usual),
    Step("speaks", "Which languages has she?", _speaks, Taken, usual=_speaks_usual),
    Step("reads", "Does she read?", _reads, Taken, look="equal"),
    Step("clock", "Which number has she at the clock?", _clock, Taken),
)


def _record(walk: Walk) -> HttpResponse:
    desk, said = walk.desk, walk.said
    row: dict[str, Any] = {name: said[name] for name in Taken.model_fields if said.get(name)}
    done("enrol", VERBS["enrol"], desk.office(ENROLS), [row])
    since = date.fromisoformat(said["since"])
    desk.note(
        "She works here since {day}. Her contract comes next.", day=day_text(since, desk.words.language)
    )
    return desk.to("site.people.one", kept(desk), worker=str(walk.known["worker"]))


PAGES = [Page("site.people.enrol", "<token:site>/people/<token:worker>/begin", page, ENROLS, ENROLS)]
