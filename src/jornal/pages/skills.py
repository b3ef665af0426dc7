"""Skills: who is how far with which technique, what comes next for whom, and who waits longest for something new."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.acting import Family
from jornal.pages.choices import WORDS, Source, choices
from jornal.pages.deed import SHORT, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.papers.skillsheet import skillsheet
from jornal.reads.skills import Line, Matrix, Reached, ladder, matrix
from jornal.words.dates import short_day

READ = ("site_manager", "trainer", "quality", "hq_operations", "auditor")
HEADQUARTERS = ("hq_operations",)
A_PAGE = 50
WAITED = 91
"""After so many days without anything new she stands out: the standard plans training for everybody each quarter."""
BADGES = {"": "none", "not_yet": "none", "with_help": "soon", "alone": "good", "can_teach": "good"}
NOT_JUDGED = "–"

DEEDS = {
    "add-technique": Deed(
        "Add a technique",
        "The technique is added for every site.",
        "",
        (
            Asked("label", "Name", "As everybody calls it.", "text", (), True),
            Asked("number", "Place in the order", "1 is learned first.", "number", (), True),
            Asked("trade", "Trade", "Empty: every trade."),
            Asked("looked_for", "What a judge looks at"),
            Asked("technique", "Short name", SHORT, "short"),
        ),
        {"trade": "trades"},
    ),
    "set-grade-needs": Deed(
        "Say what a grade asks for",
        "It is recorded what the grade asks for.",
        "",
        (
            Asked("trade", "Trade", "", "select", (), True),
            Asked("grade", "Grade", "", "select", (), True),
            Asked("number", "Place among the grades", "1 is the lowest.", "number", (), True),
            Asked("techniques", "Techniques", "", "several", (), True),
            Asked("least", "How far in each", "", "choice", (), True),
        ),
        {"trade": "trades", "grade": "grades", "least": "least", "techniques": "techniques"},
        hint="A grade needs also what the grades below it ask for. Nobody loses the grade she has.",
    ),
}


def _offered(source: str) -> Source:
    return lambda desk: choices(desk, source)


FAMILY = Family(
    "site.skills", DEEDS, {name: _offered(name) for name in ("trades", "grades", "least", "techniques")}
)


class Cell(NamedTuple):
    """One worker and one technique, as it is shown: what it is called, class of its badge, its words, since when."""

    label: str
    kind: str
    says: str
    since: str


def page(desk: Desk) -> HttpResponse:
    """The page, fifty workers at a time, those who wait longest first."""
    whole = matrix(desk.place, desk.day, trades_of(desk))
    labels = [desk.say(one.label) for one in whole.techniques]
    start = _start(desk, len(whole.lines))
    some = whole.lines[start : start + A_PAGE]
    called = desk.called([one.worker for one in some])
    desk.marked([one.worker for one in some])
    return desk.page(
        "skills.html",
        techniques=labels, lines=[_line(desk, one, called[one.worker], labels) for one in some],
        whole=len(whole.lines), start=start, until=start + len(some), rungs=_rungs(desk),
        before=desk.at("site.skills", {"from": start - A_PAGE}) if start else "",
        after=desk.at("site.skills", {"from": start + A_PAGE}) if start + A_PAGE < len(whole.lines) else "",
        acts=acting.listed(desk, FAMILY, "site.skills.do"),
    )  # fmt: skip


def paper(desk: Desk) -> HttpResponse:
    """The same on paper, everybody; with names where they are open to this person."""
    whole = matrix(desk.place, desk.day, trades_of(desk))
    answer = HttpResponse(skillsheet(desk.words, said(desk, whole), desk.day), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{desk.place}-{desk.day}-skills.pdf"'
    return answer


def said(desk: Desk, whole: Matrix) -> dict[str, Any]:
    """What the paper says of a matrix: heads, rows of name, words of each cell, days since, what is next."""
    called = desk.called([one.worker for one in whole.lines])
    return {
        "site": desk.site.label if desk.site else "",
        "techniques": [desk.say(one.label) for one in whole.techniques],
        "rows": [
            {
                "name": called[one.worker], "code": one.worker,
                "cells": [cell(desk, each).says for each in one.cells],
                "idle": desk.words.count(one.idle, "{number} day ago", "{number} days ago"),
                "next": desk.say(one.next.label) if one.next else desk.say("All reached"),
            }
            for one in whole.lines
        ],
    }  # fmt: skip


def cell(desk: Desk, has: Reached | None, label: str = "") -> Cell:
    """How far somebody is with a technique, in words."""
    if has is None:
        return Cell(label, "none", NOT_JUDGED, "")
    return Cell(label, BADGES[has.level], desk.say(WORDS["levels"][has.level]), _day(desk, has.since))


def trades_of(desk: Desk) -> list[str]:
    """The trades of this site; none where nobody said so, and then every technique counts."""
    return [one.value for one in choices(desk, "trades")]


def _line(desk: Desk, one: Line, name: str, labels: Sequence[str]) -> dict[str, Any]:
    cells = [cell(desk, has, label) for label, has in zip(labels, one.cells, strict=True)]
    return {
        "worker": one.worker, "name": name, "cells": cells,
        "idle": desk.words.count(one.idle, "{number} day ago", "{number} days ago") if one.idle else desk.say("today"),
        "late": one.idle > WAITED and one.next is not None,
        "next": desk.say(one.next.label) if one.next else "",
        "address": desk.at_if_any("site.people.one", worker=one.worker),
    }  # fmt: skip


def _rungs(desk: Desk) -> list[tuple[str, str, str, str]]:
    """What each grade asks for: trade, grade, how far, techniques, all in words."""
    labels, grades = dict(choices(desk, "techniques")), dict(choices(desk, "grades"))
    return [
        (
            desk.say(trade.label),
            grades.get(one.grade, one.grade),
            desk.say(WORDS["least"][one.least]),
            ", ".join(labels.get(each, each) for each in one.techniques),
        )
        for trade in choices(desk, "trades")
        for one in ladder(trade.value)
    ]


def _start(desk: Desk, whole: int) -> int:
    text = desk.request.GET.get("from", "0")
    start = int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0
    return min(start, max(0, whole - 1)) // A_PAGE * A_PAGE


def _day(desk: Desk, day: date) -> str:
    return short_day(day, desk.words.language, with_year=day.year != desk.day.year)


PAGES = [
    Page("site.skills", "<token:site>/skills", page, READ, label="Skills"),
    Page(
        "site.skills.do",
        "<token:site>/skills/do/<slug:verb>",
        acting.form_of(FAMILY),
        HEADQUARTERS,
        HEADQUARTERS,
    ),
    Page("site.skills.paper", "<token:site>/skills/paper", paper, READ),
]
