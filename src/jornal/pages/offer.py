"""Work offered to somebody, one question a page, with all answers to check before anything is recorded."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse

from jornal.actions import adopt
from jornal.actions.consents import Given
from jornal.actions.offers import Offered
from jornal.actions.office import Office
from jornal.actions.onoffer import offered, on_offer
from jornal.actions.verbs import VERBS
from jornal.facts.people import Offer
from jornal.pages import offerasks as ask
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.people import OFFERS
from jornal.pages.wizard import Said, Step, Walk, walked
from jornal.units.identifiers import tidy
from jornal.words.catalogue import Words, header


def page(desk: Desk) -> HttpResponse:
    """The next question, or the person's page once everything is recorded."""
    worker = tidy(desk.request.GET.get("worker", ""))
    known = {
        "what": desk.say("Offer of work"), "back": desk.at("site.people"), "back_label": desk.say("People"),
    }  # fmt: skip
    given = {"who": "known", "worker": worker} if worker else {}
    return walked(Walk(desk, STEPS, known=known, given=given), _record)


def _is(name: str, value: str) -> Callable[[Said], bool]:
    return lambda said: said.get(name) == value


STEPS = (
    Step("who", "Who is offered work?", ask.who),
    Step("new", "What is she called?", ask.new, Offered, when=_is("who", "new"), wrong=ask.new_wrong),
    Step("known", "Which code has she?", ask.known, Offered, when=_is("who", "known"), wrong=ask.known_wrong),
    Step(
        "language", "In which language, and who reads it to her?", ask.language, Offered, usual=ask.language_usual
    ),
    Step("work", "Which work is offered?", ask.work, Offered, look="terms", wrong=ask.work_wrong),
    Step(
        "else", "What else may she do instead?", ask.otherwise, usual=ask.otherwise_usual, wrong=ask.otherwise_wrong,
        hint="She is told everything she may do instead, and what each means for her. "
        "To take none of it is one of them.",
    ),
    Step(
        "until", "Until when does the offer stand?", ask.until, Offered, usual=ask.until_usual, wrong=ask.until_wrong
    ),
    Step(
        "answer", "What does she say?", ask.answer, look="equal",
        hint="Yes, no and later weigh the same. "
        "No costs her nothing, needs no reason and is written down nowhere else.",
    ),
    Step(
        "consent", "Does she consent to work?", ask.consent, Given, when=_is("answer", "accepted"),
        usual=ask.consent_usual, wrong=ask.consent_wrong,
        hint="The consent is read to her in her language, with a witness from outside. "
        "She keeps a copy, has days to think, and may take it back on any day.",
    ),
)  # fmt: skip


def _record(walk: Walk) -> HttpResponse:
    """Offer, answer and consent recorded, all or nothing; then her page."""
    desk, said = walk.desk, walk.said
    answer = {"answer": said["answer"], "day": said.get("day", "")}
    gives = said.get("consenting") == "today" and said["answer"] == "accepted"
    facts = offered(_office(desk), _offer(walk), _filled(answer), _filled(_given(walk)) if gives else None)
    worker = next(one.worker for one in facts if isinstance(one, Offer))
    desk.note("The offer and her answer are recorded. Her code is {worker}.", worker=worker)
    return desk.to("site.people.one", worker=worker)


OF_OFFER = ("language", "job", "workshop", "credit", "expires_on", "day")
OF_HER = ("name", "birth_year", "born_on")


def _offer(walk: Walk) -> dict[str, Any]:
    """The row of the offer."""
    desk, said = walk.desk, walk.said
    contract, _, grade = said.get("terms", "").partition("/")
    hours = said.get("weekly_hours", "")
    found = {name: said.get(name, "") for name in OF_OFFER} | {
        "contract": contract, "grade": grade, "terms_version": _terms(desk), "alternatives": _alternatives(walk),
        "weekly_minutes": int(hours) * 60 if hours else _minutes(desk, contract),
    }  # fmt: skip
    if said.get("who") == "new":
        return _filled(found | {name: said.get(name, "") for name in OF_HER})
    return _filled(found | {"worker": ask.her_code(walk)})


def _office(desk: Desk) -> Any:
    def office(verb: str) -> Office:
        return desk.office(VERBS[verb].roles)

    return office


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in ("", None)}


def _given(walk: Walk) -> dict[str, Any]:
    said = walk.said
    names = ("language", "read_by", "witness", "witness_of", "copy_given_on", "cooling_off_until")
    found = {name: said.get(name, "") for name in names}
    ends, text = said.get("consent_ends", ""), version(said["language"])
    return found | {"purpose": "work", "expires_on": ends, "text_version": text}


def version(language: str) -> str:
    """Which text of the consent is read in a language: that of the catalogue, by its version."""
    hers = Words(language).language
    return " ".join(filter(None, ("consent 1", hers, header(hers)["version"])))


def _alternatives(walk: Walk) -> list[dict[str, str]]:
    """What else she may do, as the verb takes it; to take none of it is "none" in every language."""
    hers = Words(walk.said.get("language", "")).say(ask.NONE_OF_IT).partition(":")[0]
    lines = ask.lines_of(walk.said.get("alternatives", ""))
    return [{"name": "none" if name.lower() == hers else name, "says": says} for name, says in lines]


def _terms(desk: Desk) -> str:
    fact = adopt.adopted_for(desk.place)
    return str(fact.digest) if fact else ""


def _minutes(desk: Desk, contract: str) -> int | None:
    return next(
        (one.weekly_minutes for one in on_offer(desk.place, desk.day) if one.contract == contract), None
    )


PAGES = [Page("site.people.offer", "<token:site>/people/offer", page, OFFERS, OFFERS)]
