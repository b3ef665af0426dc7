"""Release: what is expected, the plan, what is owed to her on her last day, and the papers she takes with her."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse

from jornal.actions.lastpay import GROWN, last_pay
from jornal.actions.release import PAPERS, Owing, owing
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.pages.access import Page
from jornal.pages.deed import kept
from jornal.pages.desk import Desk
from jornal.pages.people import BY_NAME
from jornal.pages.person import MONEY
from jornal.pages.releasesteps import steps
from jornal.papers import phrases
from jornal.reads.release import papers_given
from jornal.reads.roster import person
from jornal.units.said import Said
from jornal.words.dates import day_text, month_named

READS = ("site_manager", "trainer", "hq_operations")
SENDS = ("site_manager", "trainer")
LABELS = {
    "contract": "Her contract", "slips": "Her payslips", "hours": "Statement of hours", "pay": "Statement of her pay",
    "certificates": "Certificates", "plan": "Her plan", "savings": "What she has saved",
}  # fmt: skip


def page(desk: Desk, worker: str) -> HttpResponse:
    """The page; itself again once it was recorded which papers she was given."""
    whose = person(desk.place, worker, desk.day)
    if whose is None:
        raise Http404
    if not desk.posted:
        return desk.page("release.html", **_context(desk, worker))
    chosen = [one for one in desk.request.POST.getlist("paper") if one in PAPERS]
    verb = "give-release-papers"
    try:
        done(
            verb,
            VERBS[verb],
            desk.office(VERBS[verb].roles),
            [{"worker": worker, "papers": " ".join(chosen)}],
        )
    except ValueError as fault:
        return desk.again("release.html", [fault], **_context(desk, worker))
    desk.note("It is recorded which papers she was given.")
    return desk.to("site.people.release", kept(desk), worker=worker)


def _context(desk: Desk, worker: str) -> dict[str, Any]:
    name = desk.called([worker])[worker] if desk.roles & BY_NAME else worker
    given, money = papers_given(worker), desk.roles & set(MONEY)
    return {
        "worker": worker, "name": name, "back": desk.at("site.people.one", kept(desk), worker=worker),
        "steps": steps(desk, worker), "sends": bool(desk.roles & set(SENDS)),
        "owes": _owes(desk, owing(desk.place, worker, desk.day)) if money else None,
        "today": _today(desk, worker) if money else None,
        "papers": [(one, desk.say(LABELS[one]), one in (given.papers if given else ())) for one in PAPERS],
        "given": given.day if given else None,
        "links": [(desk.say(words), _do(desk, worker, verb)) for verb, words in LINKS.items() if _may(desk, verb)],
    }  # fmt: skip


@dataclass(frozen=True)
class LastDay:
    """What her month comes to if today is her last day: lines with their amounts, and what is missing, in words."""

    lines: list[tuple[str, str, str]]
    missing: list[str]


def _today(desk: Desk, worker: str) -> LastDay:
    """Her pay of this month with leave she has not taken and what else falls due that day; nothing is recorded."""
    try:
        row = last_pay(desk.office(MONEY), worker, desk.day)
    except Said as fault:
        return LastDay([], [desk.told(fault)])
    if row is None:
        return LastDay([], [])
    grown = [line for line in row["lines"] if line["kind"] in GROWN]
    lines = [
        (
            phrases.name(one, desk.words),
            phrases.counted(one, desk.figures),
            desk.figures.amount(one["amount"]),
        )
        for one in grown
    ]
    lines.append((desk.say("In hand, with this month"), "", desk.figures.amount(row["totals"]["in_hand"])))
    return LastDay(lines, [phrases.fault_sentence(one, desk.words) for one in row["faults"]])


LINKS = {
    "expect-release": "Record when her release is expected",
    "offer-release-plan": "Offer a plan for after release",
    "give-consent": "Record a consent",
    "leave": "Record that she leaves",
    "decide-sum": "Record what she is paid ahead of her slip",
    "work-from-home": "Record that she works from home",
}
"""What is recorded on the way out, in its order."""


def _may(desk: Desk, verb: str) -> bool:
    return bool(desk.roles & set(VERBS[verb].roles) & {*SENDS, "hq_operations"})


def _do(desk: Desk, worker: str, verb: str) -> str:
    return desk.at("site.people.do", kept(desk), worker=worker, verb=verb)


def _owes(desk: Desk, what: Owing) -> list[tuple[str, str]]:
    """What is owed, in words; one line where nothing is."""
    language, money = desk.words.language, desk.figures.amount
    found = [(month_named(of, language), money(amount)) for of, amount in what.months]
    if what.in_transit:
        found.append((desk.say("On its way"), money(what.in_transit)))
    if what.savings is not None:
        found.append((desk.say("Savings"), money(what.savings)))
    if what.since:
        days = desk.words.count(what.days, "{number} day", "{number} days")
        found.append((desk.say("Worked since {day}, not paid yet", day=_day(desk, what.since)), days))
    found += [(desk.say("Question about pay"), _day(desk, one)) for one in what.questions]
    found += [
        (
            desk.say("Kit {kit}, paid when it comes back", kit=code),
            desk.say("since {day}", day=_day(desk, since)),
        )
        for code, since in what.kits
    ]
    return found


def _day(desk: Desk, day: date) -> str:
    return day_text(day, desk.words.language)


PAGES = [Page("site.people.release", "<token:site>/people/<token:worker>/release", page, READS, SENDS)]
