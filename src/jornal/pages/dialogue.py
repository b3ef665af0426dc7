"""The dialogue of a site with headquarters: threads, meetings, the brief of a day; and a page for each question."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse

from jornal.actions import brief, filed
from jornal.actions.photos import shown
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.dialogue import Photo
from jornal.journal.vaultlog import Reader
from jornal.pages import acting, photoform
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.dialoguedeeds import DIALOGUE, OUTCOMES, SIDES, THINGS, thing
from jornal.pages.forms import Form
from jornal.papers.brief import brief as drawn
from jornal.papers.brief import says
from jornal.papers.heads import issue
from jornal.reads.dialogue import Met, Thing, Thread, called, meetings, threads

SEND = ("site_manager", "trainer", "quality", "hq_operations")
READ = (*SEND, "auditor")
TEAM = ("representative",)
"""Whoever speaks for the team reads what was asked of it."""

STATES = {"open": ("soon", "open"), "answered": ("good", "answered"), "closed": ("", "closed")}
ABOUT = {
    "general": "Work in general",
    "order": "Orders",
    "lot": "Lots",
    "design": "Designs",
    "group": "Workshops",
}
TO = {**SIDES, "team": "The team"}
WAYS: dict[str, brief.Way] = {"headquarters": "site", "site": "headquarters"}
"""By who reads a brief, who tells it."""


def page(desk: Desk) -> HttpResponse:
    """The threads of a site, the open ones first where nothing else is asked for, and its meetings."""
    about = desk.request.GET.get("about", "")
    about = about if about in ABOUT else ""
    every = _seen(desk, threads([desk.place], desk.day, about=about, which=desk.request.GET.get("which", "")))
    state = "all" if desk.request.GET.get("state") == "all" else "open"
    found = every if state == "all" else [one for one in every if one.state != "closed"]
    whole, named = bool(desk.roles & set(READ)), called(desk.place)
    return desk.page(
        "dialogue.html",
        rows=[_row(desk, one, named) for one in found], state=state, about=about, closed=len(every) - len(found),
        abouts=[(name, desk.say(label)) for name, label in ABOUT.items()], whole=whole,
        meetings=_told(desk, meetings(desk.place, desk.day)[:12]) if whole else [],
        acts=acting.listed(desk, DIALOGUE, "site.dialogue.do"),
        brief=desk.at_if_any("site.dialogue.brief", to=_to(desk)),
    )  # fmt: skip


def one(desk: Desk, question: str) -> HttpResponse:
    """A question with everything said to it. A POST keeps a photo, or that it was read."""
    found = [each for each in _seen(desk, threads([desk.place], desk.day)) if each.asked.question == question]
    if not found:
        raise Http404
    if not desk.posted:
        return _shown(desk, found[0])
    try:
        if desk.request.POST.get("seen"):
            done("see-question", VERBS["see-question"], desk.office(SEND), [{"question": question}])
            desk.note("It is recorded that you read it.")
            return desk.to("site.dialogue.one", question=question)
    except ValueError as fault:
        return _shown(desk, found[0], [fault])
    row, filled = photoform.read(desk, question)
    if row is None:
        return _shown(desk, found[0], form=filled)
    try:
        photoform.attach(desk, row, SEND)
    except ValueError as fault:
        return _shown(desk, found[0], [fault], filled)
    desk.note("The photo is kept, without where it was taken.")
    return desk.to("site.dialogue.one", question=question)


def photo(desk: Desk, question: str, number: int) -> HttpResponse:
    """A photo of a question."""
    if question not in {one.asked.question for one in _seen(desk, threads([desk.place], desk.day))}:
        raise Http404
    held = Photo.objects.current().filter(site=desk.place, question=question, number=number).first()
    data = filed.read(Path(settings.HOME), held.file_digest) if held and shown(held, desk.day) else None
    if held is None or data is None:
        raise Http404
    return HttpResponse(data, content_type=held.file_type)


def day(desk: Desk, to: str) -> HttpResponse:
    """The brief of a day, as it stands on its paper."""
    found = says(issue(_brief(desk, to), desk.words.language))
    return desk.page(
        "brief.html",
        brief=found,
        to=to,
        day=_day(desk),
        other="site" if to == "headquarters" else "headquarters",
    )


def paper(desk: Desk, to: str) -> HttpResponse:
    """The same as a PDF to print; nothing of it is kept here."""
    table = _brief(desk, to)
    answer = HttpResponse(drawn(issue(table, desk.words.language)), content_type="application/pdf")
    name = f"{desk.place}-{table['period']['since']}-{table['form']}.pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _brief(desk: Desk, to: str) -> dict[str, Any]:
    if to not in WAYS:
        raise Http404
    return brief.brief(desk.office(READ), _day(desk), WAYS[to])


def _day(desk: Desk) -> date:
    """The day that is asked for, else today."""
    try:
        return min(desk.day, date.fromisoformat(desk.request.GET.get("day", "")))
    except ValueError:
        return desk.day


def _to(desk: Desk) -> str:
    return "headquarters" if desk.roles & {"site_manager", "trainer", "quality"} else "site"


def _seen(desk: Desk, found: list[Thread]) -> list[Thread]:
    """What this person reads: everything, or what was asked of the team."""
    return found if desk.roles & set(READ) else [one for one in found if one.asked.put_to == "team"]


def _row(desk: Desk, of: Thread, names: Mapping[Thing, str]) -> dict[str, Any]:
    how, badge = ("bad", "late") if of.late(desk.day) else STATES[of.state]
    asked = of.asked
    return {
        "of": of, "how": how, "badge": desk.say(badge), "to": desk.say(TO[asked.put_to]),
        "about": thing(desk, asked.about, asked.which, names) if asked.about in THINGS else "",
        "address": desk.at("site.dialogue.one", question=asked.question),
    }  # fmt: skip


def _shown(
    desk: Desk, of: Thread, faults: list[ValueError] | None = None, form: Form | None = None
) -> HttpResponse:
    """The question; the form of a photo is the one that was refused, where there is one."""
    asked, may = of.asked, bool(desk.roles & set(SEND)) and of.state != "closed"
    names = desk.called({asked.staff, *(one.staff for one in of.answers), *(one.staff for one in of.seen)})
    mine = ("site", "team") if _to(desk) == "headquarters" else ("headquarters",)
    context: dict[str, Any] = {
        "row": _row(desk, of, called(desk.place)), "of": of, "who": names[asked.staff],
        "form": form or photoform.blank(desk),
        "answers": [(one, names[one.staff]) for one in of.answers],
        "seen": [(names[one.staff], one.day) for one in of.seen], "may": may,
        "unread": may and asked.put_to in mine and desk.who not in {one.staff for one in of.seen},
        "photos": [
            (one, desk.at("site.dialogue.photo", question=asked.question, number=one.number))
            for one in of.photos
            if shown(one, desk.day)
        ],
        "end": desk.say(OUTCOMES[of.closed.outcome]) if of.closed else "",
        "acts": [
            (desk.at("site.dialogue.do", {"question": asked.question}, verb=verb), title)
            for verb in (_theirs(desk, of, mine) if may else ())
            for _, title in acting.listed(desk, DIALOGUE, "site.dialogue.do", (verb,))
        ],
    }  # fmt: skip
    if faults:
        return desk.again("thread.html", faults, **context)
    return desk.page("thread.html", status=422 if form else 200, **context)


def _theirs(desk: Desk, of: Thread, mine: tuple[str, ...]) -> list[str]:
    """What this side may do of a question: answer what is put to it, close what it asked."""
    book = desk.place if _to(desk) == "headquarters" else f"hq.{desk.place}"
    may = {"reply-to-question": of.asked.put_to in mine, "close-question": of.asked.book == book}
    return [verb for verb, ours in may.items() if ours]


def _told(desk: Desk, found: list[Met]) -> list[dict[str, Any]]:
    """Meetings with who led them, and what was said where the names are open."""
    names = desk.called({one.of.staff for one in found})
    said: list[object] = [""] * len(found)
    if desk.keys is not None and found:
        reader = Reader(desk.who, desk.shown, desk.now())
        texts = [(one.of.staff, "told", one.of.told) for one in found if one.of.told]
        opened = iter(desk.keys.opened_many(texts, reader=reader))
        said = [next(opened) if one.of.told else "" for one in found]
    return [
        {
            "of": one.of,
            "who": names[one.of.staff],
            "answers": one.answers,
            "said": text if isinstance(text, str) else "",
        }
        for one, text in zip(found, said, strict=True)
    ]


PAGES = [
    Page("site.dialogue", "<token:site>/dialogue", page, (*READ, *TEAM), label="Dialogue"),
    Page("site.dialogue.do", "<token:site>/dialogue/do/<slug:verb>", acting.form_of(DIALOGUE), SEND, SEND),
    Page("site.dialogue.brief", "<token:site>/dialogue/brief/<slug:to>", day, READ),
    Page("site.dialogue.paper", "<token:site>/dialogue/brief/<slug:to>/paper", paper, READ),
    Page("site.dialogue.one", "<token:site>/dialogue/<token:question>", one, (*READ, *TEAM), SEND),
    Page(
        "site.dialogue.photo",
        "<token:site>/dialogue/<token:question>/photo/<int:number>",
        photo,
        (*READ, *TEAM),
    ),
]
