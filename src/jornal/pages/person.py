"""A worker's own page: who she is here, what waits for her, her papers, her history, and what can be recorded."""

from datetime import timedelta
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse

from jornal.pages import doing, history
from jornal.pages.access import Page
from jornal.pages.choices import choices, language_name
from jornal.pages.deed import ABOUT, LEAVING, OFFER, WORK, kept
from jornal.pages.desk import Desk
from jornal.pages.learned import learned
from jornal.pages.missing import Missing, missing
from jornal.pages.people import BY_NAME, CONSENTS, READS
from jornal.pages.releasesteps import steps
from jornal.reads.needs import Papers, needs, papers, waiting
from jornal.reads.roster import Person, person
from jornal.reads.timeline import Event, absences, timeline
from jornal.terms.kinds import load
from jornal.words.dates import day_text, month_named

MONEY = ("site_manager", "hq_operations", "hq_finance", "auditor")
"""Who sees what a worker is paid; a trainer reads of her work alone."""
WAITING = ("site_manager", "trainer", "hq_operations")
A_YEAR = timedelta(days=365)
MOST = 30
"""So many lines of the history stand on the page; all of them behind a link."""
STANDINGS = {"here": "works here", "left": "has left", "offered": "was offered work"}
PRINTED = {"slips": "to print", "hours": "statement of hours"}
"""Papers of an issued month that are printed for her alone."""
PAGES_OF = {
    "site.people.offer": ("Offer her work", OFFER),
    "site.people.withdraw": ("Withdraw a consent", OFFER),
    "site.people.groups": ("Ask which groups she counts herself to", ABOUT),
    "site.people.checkin": ("Ask how work is for her", ABOUT),
    "site.people.shared": ("Read what she wants you to read", ABOUT),
    "site.people.enrol": ("Let her begin", WORK),
    "site.people.release": ("Release: what is expected, owed and given", LEAVING),
}
"""What is recorded of her on pages of their own, with the head under which it is listed."""


class Paper(NamedTuple):
    """A paper of hers: what it is, how it stands, where it is opened ("" nowhere), its badge, others of its month."""

    label: str
    says: str
    address: str
    kind: str = ""
    more: tuple[tuple[str, str], ...] = ()


def page(desk: Desk, worker: str) -> HttpResponse:
    """The page. Opening her name is noted in the log of readings."""
    whose = person(desk.place, worker, desk.day)
    if whose is None:
        raise Http404
    has = papers(desk.place, [worker], desk.day)[worker]
    events = timeline(desk.place, worker, money=bool(desk.roles & set(MONEY)))
    called = desk.called([worker, *_readers(has)]) if desk.roles & BY_NAME else {}
    return desk.page(
        "person.html",
        worker=worker, name=called.get(worker, worker), whose=whose, has=has, head=_head(desk, whose, has, called),
        matters=_matters(desk, whose, has), papers=_papers(desk, worker, has, events), groups=_groups(desk, whose),
        told=_told(desk, events), more=max(0, len(events) - MOST), absent=_absent(desk, worker), back=_back(desk),
        learned=learned(desk, worker), release=_release(desk, worker),
        marks=_marks(desk, worker), standing=desk.say(STANDINGS[whose.standing]),
    )  # fmt: skip


def _readers(has: Papers) -> list[str]:
    return [has.consent.read_by] if has.consent and has.consent.read_by else []


def _head(desk: Desk, whose: Person, has: Papers, called: dict[str, str]) -> list[tuple[str, str, str]]:
    """What stands under her name: label, what is said, class of its badge."""
    rooms = dict(choices(desk, "workshops"))
    say, language = desk.say, desk.words.language
    rows = []
    if whose.workshop:
        rows.append((say("Workshop"), rooms.get(whose.workshop, whose.workshop), ""))
    if whose.since and whose.standing != "offered":
        rows.append((say("Since"), day_text(whose.since, language), ""))
    if whose.left_on:
        rows.append((say("Last day here"), day_text(whose.left_on, language), ""))
    if has.contract:
        rows.append((say("Contract"), contract_text(desk, has), ""))
    rows.append((say("Language"), language_name(whose.language) or "–", ""))
    rows.append((say("Reads"), _reading(desk, whose, has, called), ""))
    if whose.clock_number:
        rows.append((say("Clock number"), whose.clock_number, ""))
    rows.append(_consent(desk, has))
    return rows


def contract_text(desk: Desk, has: Papers) -> str:
    """A contract and grade by the labels of the terms."""
    contracts, grades = dict(choices(desk, "contracts")), dict(choices(desk, "grades"))
    named = (contracts.get(has.contract, has.contract), grades.get(has.grade, has.grade))
    return " · ".join(filter(None, named))


def _reading(desk: Desk, whose: Person, has: Papers, called: dict[str, str]) -> str:
    """Whether she reads, and who read to her last."""
    words = dict(choices(desk, "reading"))
    says = words.get(whose.reads or "not_asked", "")
    if has.consent is None or not has.consent.read_by or whose.reads == "yes":
        return says
    by = called.get(has.consent.read_by, has.consent.read_by)
    return f"{says} · {desk.say('{name} reads for her', name=by)}"


def _consent(desk: Desk, has: Papers) -> tuple[str, str, str]:
    kind, word = CONSENTS[has.consent_is(desk.day)]
    until = has.consent.expires_on if has.consent else None
    says = day_text(until, desk.words.language) if until else ""
    return desk.say("Consent until"), " · ".join(filter(None, (says, desk.say(word)))), kind


def _matters(desk: Desk, whose: Person, has: Papers) -> list[Missing]:
    """What needs doing for her, for those who do it."""
    if not desk.roles & set(WAITING):
        return []
    found = needs(whose, has, desk.day)
    if desk.roles & set(MONEY):
        found += waiting(desk.place, whose.worker)
    return [missing(desk, whose.worker, one) for one in found]


def _papers(desk: Desk, worker: str, has: Papers, events: list[Event]) -> list[Paper]:
    """Her contract's copy, consent, statement of hours and payslips."""
    language, say = desk.words.language, desk.say
    found = []
    if has.contract:
        given = has.copy_given_on
        says = (
            say("in her hand since {day}", day=day_text(given, language))
            if given
            else say("no copy in her hand")
        )
        found.append(Paper(say("Contract"), says, "", "" if given else "bad"))
    if has.consent or has.offer:
        at = desk.at_if_any("site.people.paper", worker=worker)
        found.append(Paper(say("Consent to work"), say("to read to her, to sign and to keep"), at))
    slips = [event for event in events if event.kind == "slip"]
    if slips:
        at = desk.at_if_any("site.pay.statement", worker=worker)
        found.append(Paper(say("Statement of her pay"), "", at))
    if at := desk.at_if_any("site.people.recorded", worker=worker):
        found.append(
            Paper(say("Everything recorded about her"), say("for her alone; the opening is noted"), at)
        )
    return found + [_month(desk, worker, event) for event in slips[:12]]


def _month(desk: Desk, worker: str, event: Event) -> Paper:
    """Her payslip of a month, explained; and, where this person prints them, the slip itself and her hours."""
    month: str = event.of.month if event.of else ""  # type: ignore[attr-defined]
    asked = {"month": month, "worker": worker}
    label = desk.say("Payslip of {month}", month=month_named(month, desk.words.language))
    addresses = [
        (desk.say(words), desk.at_if_any("site.pay.paper", kind=kind, **asked))
        for kind, words in PRINTED.items()
    ]
    more = tuple((words, address) for words, address in addresses if address)
    return Paper(label, "", desk.at_if_any("site.pay.worker", **asked), more=more)


def _groups(desk: Desk, whose: Person) -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be recorded of her, under its heads: words and address."""
    worker = whose.worker
    found: dict[str, list[tuple[str, str]]] = {}
    for name, (key, group) in PAGES_OF.items():
        if desk.at_if_any(name, **_of(name, worker)):
            query = {"worker": worker} if name == "site.people.offer" else kept(desk)
            found.setdefault(group, []).append((desk.say(key), desk.at(name, query, **_of(name, worker))))
    for group, deeds in doing.listed(desk, whose):
        found.setdefault(group, []).extend((title, address) for address, title in deeds)
    return [(desk.say(group), links) for group, links in found.items()]


def _marks(desk: Desk, worker: str) -> str:
    """Where she chooses her mark; "" where this person does not record it."""
    found = desk.at_if_any("site.people.mark", worker=worker)
    return desk.at("site.people.mark", kept(desk), worker=worker) if found else ""


def _release(desk: Desk, worker: str) -> dict[str, Any] | None:
    """How far she is on her way out, and where that is recorded; None for somebody who does not see it."""
    if not desk.at_if_any("site.people.release", worker=worker):
        return None
    address = desk.at("site.people.release", kept(desk), worker=worker)
    return {"steps": steps(desk, worker), "address": address}


def _of(name: str, worker: str) -> dict[str, str]:
    """What the address of a page about her holds."""
    return {} if name == "site.people.offer" else {"worker": worker}


def _told(desk: Desk, events: list[Event]) -> list[history.Told]:
    whole = desk.request.GET.get("history") == "all"
    return history.told(desk, events if whole else events[:MOST])


def _absent(desk: Desk, worker: str) -> list[tuple[str, int]]:
    """Her absences of the last year by kind, the most frequent first."""
    found = absences(desk.place, worker, desk.day - A_YEAR, desk.day)
    words = dict(choices(desk, "kinds"))
    counted = [
        (words.get(kind, kind), number) for kind, number in found.items() if not load().is_worked(kind)
    ]
    return sorted(counted, key=lambda pair: -pair[1])


def _back(desk: Desk) -> str:
    """The list as it was left: the page before says in its link what was looked for."""
    query = kept(desk).get("list", "")
    return desk.at("site.people") + (f"?{query}" if query else "")


PAGES = [Page("site.people.one", "<token:site>/people/<token:worker>", page, READS)]
