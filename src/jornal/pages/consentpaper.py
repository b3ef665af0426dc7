"""The consent to work on paper: in her language, with what is offered, to read to her, to sign and to keep."""

from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.onoffer import on_offer
from jornal.facts.organisation import Enterprise, Workshop
from jornal.facts.people import Consent, Offer
from jornal.facts.work import Job
from jornal.pages.access import Page
from jornal.pages.choices import WORDS, contracts_of
from jornal.pages.desk import Desk
from jornal.pages.offer import version
from jornal.pages.people import BY_NAME
from jornal.reads.needs import papers
from jornal.reads.roster import person
from jornal.words.catalogue import OWN_NAMES, Words
from jornal.words.dates import day_text
from jornal.words.numbers import Figures

ROLES = ("site_manager", "trainer", "hq_operations")
SAID = (
    "I was told which work is offered, what it pays, the hours, and what else I may do instead.",
    "I work because I want to. Nobody ordered it, and nobody promised me anything for it but what stands here.",
    "If I say no, now or later, it costs me nothing: no punishment, no lost place, no word in any file.",
    "I may take this consent back on any day, by word of mouth, to anybody, without a reason.",
    "What I have earned until then is paid to me as ever.",
    "I keep a copy of this paper in my language.",
)
"""The text of the consent, version 1; a changed one has a raised version in `offer.version`."""

SIGNS = (
    "My name or mark, and the day",
    "Whoever read it to me",
    "Witness from outside",
    "For the enterprise",
)


def page(desk: Desk, worker: str) -> HttpResponse:
    """The paper, in the language of her offer or the one that is asked for."""
    if person(desk.place, worker, desk.day) is None:
        raise Http404
    has = papers(desk.place, [worker], desk.day)[worker]
    if has.offer is None and has.consent is None:
        raise Http404
    asked = desk.request.GET.get("language", "") or (has.consent or has.offer).language  # type: ignore[union-attr]
    hers = Words(asked, desk.site.jurisdiction if desk.site else "")
    return desk.page(
        "consentpaper.html",
        hers=hers, said=[hers.say(key) for key in SAID], lines=_lines(desk, hers, has.offer, has.consent),
        worker=worker, name=desk.called([worker])[worker] if desk.roles & BY_NAME else worker, version=version(asked),
        back=desk.at("site.people.one", worker=worker), languages=list(OWN_NAMES.items()),
        title=hers.say("Consent to work"), draft=hers.say("draft translation"), called=hers.say("Name"),
        signs=[hers.say(key) for key in SIGNS], translated=hers.language == asked.replace("_", "-").split("-")[0],
    )  # fmt: skip


def _lines(desk: Desk, hers: Words, offer: Offer | None, consent: Consent | None) -> list[tuple[str, str]]:
    """What stands above the text: the work that is offered, and who reads and sees it."""
    found = [*_offered(desk, hers, offer), *(_given(desk, hers, consent) if consent else ())]
    return [(hers.say(key), says) for key, says in found if says]


def _offered(desk: Desk, hers: Words, offer: Offer | None) -> list[tuple[str, str]]:
    if offer is None:
        return []
    figures = Figures(hers, desk.figures.currency, desk.figures.exponent)
    enterprise = Enterprise.objects.current().first()
    job = Job.objects.current().filter(site=desk.place, job=offer.job).values_list("label", flat=True).first()
    room = Workshop.objects.current().filter(site=desk.place, workshop=offer.workshop).first()
    label = next((one.label for one in contracts_of(desk) if one.id == offer.contract), offer.contract)
    others = "; ".join(f"{one['name']}: {one['says']}" for one in offer.alternatives)
    return [
        ("Enterprise", enterprise.label if enterprise else ""),
        ("Job", str(job or offer.job)),
        ("Workshop", str(room.label) if room else offer.workshop),
        ("Contract", " · ".join(filter(None, (hers.say(label), offer.grade)))),
        ("Pay an hour", _pay(desk, figures, offer)),
        ("Hours a week", figures.time(offer.weekly_minutes) if offer.weekly_minutes else ""),
        ("What else I may do", others),
        ("Sentence credit", offer.credit),
        ("Offered on", day_text(offer.day, hers.language)),
    ]


def _pay(desk: Desk, figures: Figures, offer: Offer) -> str:
    """What an hour pays beside the floor, as it was on the day of the offer."""
    for one in on_offer(desk.place, offer.day):
        if (one.contract, one.grade) == (offer.contract, offer.grade) and one.floor is not None:
            floor = figures.amount(one.floor)
            pay = figures.rate(one.hourly) if one.hourly is not None else figures.words.say("by the piece")
            return figures.words.say("{pay}; the floor is {floor}", pay=pay, floor=floor)
    return ""


def _given(desk: Desk, hers: Words, consent: Consent) -> list[tuple[str, str]]:
    def day(value: Any) -> str:
        return day_text(value, hers.language) if value else ""

    witness = " · ".join(filter(None, (consent.witness, hers.say(WORDS["witnesses"][consent.witness_of]))))
    return [
        ("Read to me by", desk.called([consent.read_by])[consent.read_by] if consent.read_by else ""),
        ("Witness from outside", witness if consent.witness else ""),
        ("Given on", day(consent.given_on)),
        ("I think it over until", day(consent.cooling_off_until)),
        ("Ends on", day(consent.expires_on)),
    ]


PAGES = [Page("site.people.paper", "<token:site>/people/<token:worker>/consent", page, ROLES)]
