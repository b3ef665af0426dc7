"""Findings: what was found wrong at a site, with whom it lies; closed with the sentence that says what was done."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions import findings
from jornal.facts.pay import Finding
from jornal.journal.fact import Fact
from jornal.pages import mending
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.terms.controls import severity
from jornal.units.said import Said

READ = ("site_manager", "hq_operations", "hq_finance", "auditor")
CLOSE = ("site_manager",)
WITH = {"site": "this site", "headquarters": "headquarters", "authority": "the authority"}
NEEDED = "Say what was done."


class Line(NamedTuple):
    """A finding as it is shown."""

    of: Finding
    says: str
    lies_with: str
    stops: bool


def page(desk: Desk) -> HttpResponse:
    """The open findings, those of the site first; closed ones where they are asked for. A POST closes one."""
    if desk.posted:
        return _close(desk)
    return _shown(desk)


def noted(desk: Desk, facts: Iterable[Fact]) -> None:
    """Says on the next page what was found with what was recorded."""
    found = [one for one in facts if isinstance(one, Finding)]
    called = _called(desk, found)
    for one in found:
        desk.note("It was noted: {says}", says=findings.said(one, desk.words, called))


def _called(desk: Desk, found: Iterable[Finding]) -> dict[str, str]:
    """What those are called whom findings are about."""
    return desk.called(str(one.facts["worker"]) for one in found if "worker" in one.facts)


def _shown(
    desk: Desk, faults: list[Exception] | None = None, typed: dict[str, str] | None = None
) -> HttpResponse:
    closed = desk.request.GET.get("closed") == "yes"
    rows = Finding.objects.current().filter(site=desk.place, day__lte=desk.day, closed_on__isnull=not closed)
    found = sorted(rows, key=lambda one: (one.lies_with != "site", one.day, one.control))
    called = _called(desk, found)
    lines = [
        Line(one, findings.said(one, desk.words, called), desk.say(WITH[one.lies_with]), _stops(one))
        for one in found
    ]
    context: dict[str, Any] = {
        "lines": lines,
        "closed": closed,
        "may_close": bool(desk.roles & set(CLOSE)),
        "typed": typed or {},
    }
    return desk.again("findings.html", faults, **context) if faults else desk.page("findings.html", **context)


def _stops(finding: Finding) -> bool:
    return finding.closed_on is None and severity(finding.control) == "critical"


class NothingSaid(Said):
    """A finding closed without a word."""

    def __init__(self) -> None:
        super().__init__(NEEDED)


def _close(desk: Desk) -> HttpResponse:
    sent = desk.request.POST
    key = {name: sent.get(name, "") for name in ("site", "control", "about", "day")}
    why = sent.get("why", "").strip()
    try:
        if not why:
            raise NothingSaid
        mending.set_right(desk, CLOSE, "finding", {**key, "closed_on": desk.day.isoformat()}, why)
    except ValueError as fault:
        return _shown(desk, [fault], {**key, "why": why})
    desk.note("The finding is closed.")
    return desk.to("site.findings")


PAGES = [Page("site.findings", "<token:site>/findings", page, READ, CLOSE, "Findings")]
