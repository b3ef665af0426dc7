"""Visits: planned and held; what was promised there and elsewhere, until it is kept; findings followed up."""

from typing import Any

from django.http import HttpResponse

from jornal.actions.agreedon import ending
from jornal.actions.findings import said
from jornal.facts.dialogue import FindingLookedAt
from jornal.facts.organisation import Visit
from jornal.facts.pay import Finding
from jornal.journal.vaultlog import Reader
from jornal.pages import acting
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.dialoguedeeds import LOOKS, SIDES, STATES, VISITS
from jornal.reads.dialogue import Kept, promises

READ = ("site_manager", "trainer", "hq_operations", "hq_finance", "auditor")
SEND = ("site_manager", "trainer", "hq_operations")
OF_A_VISIT = {"planned": "planned", "held": "held", "cancelled": "cancelled"}
MADE = {"visit": "at a visit", "meeting": "in a meeting", "between": "between visits"}
SHOWN = 24


def page(desk: Desk) -> HttpResponse:
    """Everything of a site: promises that are open first, visits, findings that visitors looked at."""
    every = promises([desk.place], desk.day)
    shown = [one for one in every if one.open] + [one for one in reversed(every) if not one.open][:SHOWN]
    rows = list(Visit.objects.current().filter(site=desk.place).order_by("-day")[:SHOWN])
    names = desk.called({one.visitor for one in rows})
    return desk.page(
        "visits.html",
        promises=[_promise(desk, one) for one in shown],
        visits=[_visit(desk, one, names, notes) for one, notes in zip(rows, _notes(desk, rows), strict=True)],
        findings=_findings(desk), ends=ending([desk.site.authority] if desk.site else [], desk.day),
        acts=acting.listed(desk, VISITS, "site.visits.do"),
    )  # fmt: skip


def _promise(desk: Desk, one: Kept) -> dict[str, Any]:
    last = one.looks[-1] if one.looks else None
    how, badge = ("bad", "late") if one.late(desk.day) else ("soon", "open")
    if last is not None and not one.open:
        how, badge = ("good" if last.outcome == "kept" else ""), LOOKS[last.outcome]
    may = one.open and acting.may(desk, "look-at-promise")
    return {
        "of": one.of, "last": last, "how": how, "badge": desk.say(badge), "side": desk.say(SIDES[one.of.lies_with]),
        "made": desk.say(MADE[one.of.made_at]),
        "look": desk.at("site.visits.do", {"promise": one.of.promise}, verb="look-at-promise") if may else "",
    }  # fmt: skip


def _visit(desk: Desk, one: Visit, names: dict[str, str], notes: str) -> dict[str, Any]:
    given = {"visitor": one.visitor, "day": one.day.isoformat()}
    may = one.state == "planned" and acting.may(desk, "hold-visit")
    how = {"held": "good", "cancelled": "", "planned": "bad" if one.day < desk.day else "soon"}[one.state]
    return {
        "of": one, "name": names[one.visitor], "how": how, "state": desk.say(OF_A_VISIT[one.state]), "notes": notes,
        "held": desk.at("site.visits.do", given, verb="hold-visit") if may else "",
        "cancelled": desk.at("site.visits.do", given, verb="cancel-visit") if may else "",
    }  # fmt: skip


def _notes(desk: Desk, rows: list[Visit]) -> list[str]:
    """What was noted of each visit, where the names are open and the key is there; "" else."""
    noted = [one for one in rows if one.notes]
    if desk.keys is None or not noted:
        return [""] * len(rows)
    reader = Reader(desk.who, desk.shown, desk.now())
    opened = desk.keys.opened_many([(one.visitor, "notes", one.notes) for one in noted], reader=reader)
    found = {one.id: text for one, text in zip(noted, opened, strict=True) if isinstance(text, str)}
    return [found.get(one.id, "") for one in rows]


def _findings(desk: Desk) -> list[dict[str, Any]]:
    """Findings that visitors looked at, the last look first, and how they were found."""
    looks = list(FindingLookedAt.objects.current().filter(site=desk.place).order_by("-day")[:SHOWN])
    found = {
        (one.control, one.about, one.day): one
        for one in Finding.objects.current().filter(site=desk.place, about__in=[each.about for each in looks])
    }
    workers = [str(one.facts["worker"]) for one in found.values() if "worker" in one.facts]
    called = desk.called([*workers, *(one.visitor for one in looks)])
    told = []
    for one in looks:
        finding = found.get((one.control, one.about, one.found_on))
        says = said(finding, desk.words, called) if finding else one.control
        badge = desk.say(STATES[one.state])
        how = "good" if one.state == "mended" else "soon"
        told.append({"of": one, "says": says, "badge": badge, "how": how, "who": called[one.visitor]})
    return told


PAGES = [
    Page("site.visits", "<token:site>/visits", page, READ, label="Visits and promises"),
    Page("site.visits.do", "<token:site>/visits/do/<slug:verb>", acting.form_of(VISITS), SEND, SEND),
]
