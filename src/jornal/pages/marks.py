"""Twelve stitch marks to choose from, twelve others, and the one she has taken back."""

import secrets
from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.marks import twelve
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.pages.access import Page
from jornal.pages.deed import kept
from jornal.pages.desk import Desk
from jornal.pages.people import BY_NAME
from jornal.pages.stitch import drawn
from jornal.reads.roster import person

SENDS = ("site_manager", "trainer")
DONE = {"withdraw-mark": "She has no mark any more.", "choose-mark": "This is her mark from now on."}


def page(desk: Desk, worker: str) -> HttpResponse:
    """The twelve; her page once she chose one, or took hers back."""
    if person(desk.place, worker, desk.day) is None:
        raise Http404
    if desk.posted:
        try:
            return _recorded(desk, worker)
        except ValueError as fault:
            return _shown(desk, worker, fault)
    return _shown(desk, worker)


def _recorded(desk: Desk, worker: str) -> HttpResponse:
    if desk.request.POST.get("take_back"):
        verb, row = "withdraw-mark", {"worker": worker}
    else:
        verb, row = "choose-mark", {"worker": worker, "pattern": desk.request.POST.get("pattern", "")}
    done(verb, VERBS[verb], desk.office(VERBS[verb].roles), [row])
    desk.note(DONE[verb])
    return desk.to("site.people.one", kept(desk), worker=worker)


def _shown(desk: Desk, worker: str, fault: Exception | None = None) -> HttpResponse:
    seed = desk.request.GET.get("seed", "") or secrets.token_hex(4)
    offered = [
        (pattern, drawn(pattern, desk.say("Mark {number} of twelve", number=number), large=True))
        for number, pattern in enumerate(twelve(seed), start=1)
    ]
    others = desk.at("site.people.mark", {"seed": secrets.token_hex(4), **kept(desk)}, worker=worker)
    name = desk.called([worker])[worker] if desk.roles & BY_NAME else worker
    context: dict[str, Any] = {
        "worker": worker,
        "name": name,
        "offered": offered,
        "others": others,
        "has": desk.mark(worker) is not None,
    }
    context |= {"back": desk.at("site.people.one", kept(desk), worker=worker)}
    return desk.again("marks.html", [fault], **context) if fault else desk.page("marks.html", **context)


PAGES = [Page("site.people.mark", "<token:site>/people/<token:worker>/mark", page, SENDS, SENDS)]
