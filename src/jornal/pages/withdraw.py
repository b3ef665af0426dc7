"""A consent taken back: one click and a yes, no reason asked."""

from typing import Any, NamedTuple

from django.http import Http404, HttpResponse

from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.pages.access import Page
from jornal.pages.choices import WORDS
from jornal.pages.deed import kept
from jornal.pages.desk import Desk
from jornal.pages.inwords import LIMITS
from jornal.pages.people import BY_NAME
from jornal.reads.roster import person
from jornal.words.dates import day_text

SENDS = ("site_manager", "trainer")
AFTER_WORK = (
    "From today on she is on no roster. What she earned is owed and paid as ever. "
    "Nothing else changes for her."
)
AFTER_OTHER = "From today on it no longer holds. Nothing else changes for her."


class Standing(NamedTuple):
    """A consent that holds: its key, where it is withdrawn, what it is for, since and until when."""

    key: str
    address: str
    purpose: str
    scope: str
    limits: str
    label: str
    since: str
    until: str


def page(desk: Desk, worker: str) -> HttpResponse:
    """Her consents that hold, each with its button; the question whether she means it; or her page afterwards."""
    if person(desk.place, worker, desk.day) is None:
        raise Http404
    found = standing(desk, worker)
    key = (desk.request.POST if desk.posted else desk.request.GET).get("of", "")
    one = next((each for each in found if each.key == key), None)
    name = desk.called([worker])[worker] if desk.roles & BY_NAME else worker
    context: dict[str, Any] = {
        "worker": worker,
        "name": name,
        "back": desk.at("site.people.one", kept(desk), worker=worker),
        "found": found,
        "all": desk.at("site.people.withdraw", kept(desk), worker=worker),
    }
    if one is None or not desk.posted:
        after = AFTER_WORK if one and one.purpose == "work" else AFTER_OTHER
        return desk.page("withdraw.html", one=one, after=desk.say(after), **context)
    row = {"worker": worker, "purpose": one.purpose, "scope": one.scope}
    verb = VERBS["withdraw-consent"]
    try:
        done("withdraw-consent", verb, desk.office(verb.roles), [row])
    except ValueError as fault:
        return desk.again("withdraw.html", [fault], one=None, after="", **context)
    desk.note("Her consent is withdrawn. It costs her nothing.")
    return desk.to("site.people.one", kept(desk), worker=worker)


def standing(desk: Desk, worker: str) -> list[Standing]:
    """The consents of a worker, wherever she gave them, that were neither withdrawn nor have ended."""
    gone = ConsentWithdrawn.objects.current().values("consent")
    rows = Consent.objects.current().filter(worker=worker).exclude(root__in=gone)
    last = {(one.purpose, one.scope): one for one in rows.order_by("number")}
    language = desk.words.language
    return [
        Standing(
            str(one.root),
            desk.at("site.people.withdraw", {"of": one.root, **kept(desk)}, worker=worker),
            one.purpose, one.scope, desk.say(LIMITS.get(one.scope, one.scope)),
            desk.say(WORDS["purposes"][one.purpose]),
            day_text(one.given_on, language), day_text(one.expires_on, language) if one.expires_on else "",
        )
        for one in last.values()
        if one.expires_on is None or one.expires_on > desk.day
    ]  # fmt: skip


PAGES = [Page("site.people.withdraw", "<token:site>/people/<token:worker>/withdraw", page, SENDS, SENDS)]
