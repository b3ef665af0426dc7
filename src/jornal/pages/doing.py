"""What is recorded of one worker from her page: the family of her deeds, and the two that are more than their verb."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.journal.fact import Fact
from jornal.pages import acting, deedscraft, deedspay, deedspeople, deedsrelease, deedswork
from jornal.pages.access import Page
from jornal.pages.acting import Act, Family
from jornal.pages.choices import of_worker
from jornal.pages.deed import GROUPS, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.reads.needs import papers
from jornal.reads.roster import Person, person

DEEDS: dict[str, Deed] = {
    **deedspeople.DEEDS,
    **deedswork.DEEDS,
    **deedscraft.DEEDS,
    **deedspay.DEEDS,
    **deedsrelease.DEEDS,
}
SENDS = ("site_manager", "trainer", "hq_operations")
FORM = "site.people.do"


def family(desk: Desk, whose: Person) -> Family:
    """Everything that can be recorded of a worker at this site."""
    return Family(
        "site.people.one", DEEDS, of_worker(whose.worker), usual=partial(_usual, whose), worker=whose.worker,
        sends=SENDS, known={"transfer": {"from_site": desk.place}}, does={"transfer": _carried_over},
        asks={"instruct": partial(_to_whom, whose.worker)},
        leads={"forget": "site.people"},
    )  # fmt: skip


def _to_whom(worker: str, desk: Desk, asked: tuple[Asked, ...], _: Mapping[str, str]) -> tuple[Asked, ...]:
    """The fields of an instruction; whoever may receive is told with a code she named, or that she named nobody."""
    codes = [code for code, _ in of_worker(worker)["beneficiaries"](desk)]
    hint = desk.say(CODES, first=codes[0]) if codes else NOBODY_YET
    return tuple(one._replace(hint=hint) if one.name == "to" else one for one in asked)


CODES = "One code a line; with a weight where they differ, as {first}: 2."
NOBODY_YET = "Nobody receives for her yet. For a family, name somebody first; for savings leave this empty."


def listed(desk: Desk, whose: Person) -> list[tuple[str, list[tuple[str, str]]]]:
    """What this person may record of a worker, under its heads: address and title."""
    hers = family(desk, whose)
    found = [
        (
            group,
            acting.listed(desk, hers, FORM, [verb for verb, deed in DEEDS.items() if deed.group == group]),
        )
        for group in GROUPS
    ]
    return [(group, deeds) for group, deeds in found if deeds]


def page(desk: Desk, worker: str, verb: str) -> HttpResponse:
    """The form of a verb about her."""
    whose = person(desk.place, worker, desk.day)
    if whose is None:
        raise Http404
    return acting.page(desk, family(desk, whose), verb)


def _usual(whose: Person, desk: Desk, verb: str) -> dict[str, object]:
    """Her language, her own code where many may be named, and what she has, or said yes to, where it is changed."""
    found: dict[str, object] = {"language": whose.language, "workers": whose.worker, "what": "work"}
    if verb in ("sign-contract", "grade"):
        has = papers(desk.place, [whose.worker], desk.day)[whose.worker]
        said_yes = has.offer if has.answer is not None and has.answer.answer == "accepted" else None
        found |= {"contract": has.contract, "grade": has.grade}
        if not has.contract and said_yes is not None:
            found |= {"contract": said_yes.contract, "grade": said_yes.grade}
    return found


def _carried_over(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """Her transfer, which is recorded at the site that she comes to."""
    row = dict(told)
    office = replace(act.office, site=str(row.pop("into")))
    return done(act.verb, VERBS[act.verb], office, [row])


PAGES = [Page(FORM, "<token:site>/people/<token:worker>/do/<slug:verb>", page, SENDS, SENDS)]
