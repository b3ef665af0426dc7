"""A second person lets the money of an issued month out: at headquarters, by a printed code, or for totals only."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse

from jornal.actions import months
from jornal.actions.approving import (
    AT_THE_SITE,
    HEADQUARTERS,
    REPRESENTATIVE,
    VERBS,
    head_of,
    printed,
)
from jornal.actions.months import FEWEST, Month
from jornal.actions.verb import done
from jornal.facts.organisation import Site
from jornal.facts.pay import RunIssued
from jornal.journal import chain
from jornal.journal.typed import Mistyped, WrongLength
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import READ, line
from jornal.reads.people import role_holders

GROUPS = 13
"""Groups of a printed code: each of eight characters and a check."""
MISTYPED = "Not as printed. Read this group again, character by character."
EMPTY = "Fill this in."


class Wait(NamedTuple):
    """A month that waits for headquarters: its site, the month, whether its day is past, its total, where it is."""

    site: Site
    of: Month
    late: bool
    total: str
    address: str


def page(desk: Desk, month: str) -> HttpResponse:
    """What is to be approved, or was. A POST approves it, or records headquarters' printed code."""
    if desk.posted:
        return _typed(desk, month) if desk.request.POST.get("do") == "code" else _approve(desk, month)
    return _shown(desk, month)


def _shown(
    desk: Desk, month: str, faults: Sequence[Exception] = (), groups: Sequence[tuple[str, str]] = ()
) -> HttpResponse:
    one = months.of(desk.place, month)
    if one is None or one.whole is None:
        raise Http404
    finance = role_holders("hq_finance", "", desk.day)
    letters = one.approval if one.approval is not None and one.approval.way == "headquarters" else None
    context: dict[str, Any] = {
        "month": month, "one": one, "line": line(desk, one), "first": one.run.since,
        "head": chain.shown(head_of(one.whole)), "same": one.run.by == desk.who,
        "may_approve": bool(desk.roles & set(HEADQUARTERS)), "may_type": bool(desk.roles & set(AT_THE_SITE)),
        "code": printed(letters).split() if letters else [],
        "groups": list(groups) or [("", "")] * GROUPS, "approver": desk.request.POST.get("approver", ""),
        "approvers": list(desk.called(who for who in finance if who != one.run.by).items()),
    }  # fmt: skip
    if faults:
        return desk.again("pay/approve.html", faults, **context)
    return desk.page("pay/approve.html", status=422 if groups else 200, **context)


def _approve(desk: Desk, month: str) -> HttpResponse:
    """Approves just the figures that stood on the page."""
    sent = desk.request.POST
    row = {"site": desk.place, "month": month, "head": sent.get("head", ""), "total": sent.get("total", "")}
    try:
        done("approve", VERBS["approve"], desk.office(HEADQUARTERS), [row])
    except ValueError as fault:
        return _shown(desk, month, [fault])
    desk.note("Approved. The money may leave.")
    return desk.to("site.pay.approve", None, month=month)


def _typed(desk: Desk, month: str) -> HttpResponse:
    """Records a printed code; what is wrong of it stands beside its group."""
    sent = desk.request.POST
    typed = [sent.get(f"g{number}", "").strip() for number in range(1, GROUPS + 1)]
    if not all(typed):
        return _shown(desk, month, groups=[(text, "" if text else desk.say(EMPTY)) for text in typed])
    row = {"month": month, "code": " ".join(typed), "approver": sent.get("approver", "")}
    try:
        done("type-approval", VERBS["type-approval"], desk.office(AT_THE_SITE), [row])
    except Mistyped as fault:
        wrong = int(str(fault.facts["group"])) - 1
        return _shown(
            desk, month,
            groups=[(text, desk.say(MISTYPED) if at == wrong else "") for at, text in enumerate(typed)],
        )  # fmt: skip
    except WrongLength:
        wrong_length = [(text, "" if len(text) == 9 else desk.say(MISTYPED)) for text in typed]
        return _shown(desk, month, groups=wrong_length)
    except ValueError as fault:
        return _shown(desk, month, [fault], [(text, "") for text in typed])
    desk.note("Approved. The money may leave.")
    return desk.to("site.pay.approve", None, month=month)


def totals(desk: Desk) -> HttpResponse:
    """For the elected representative: the totals of each month, and of nobody alone. A POST approves one."""
    if not desk.posted:
        return _totals(desk)
    sent = desk.request.POST
    row = {name: sent.get(name, "") for name in ("month", "head", "total")}
    try:
        one = months.of(desk.place, row["month"])
        if one is not None and one.shown is None:
            raise Http404
        done("approve-for-workers", VERBS["approve-for-workers"], desk.office(REPRESENTATIVE), [row])
    except ValueError as fault:
        return _totals(desk, [fault])
    desk.note("Approved. The money may leave.")
    return desk.to("site.totals")


def _totals(desk: Desk, faults: Sequence[Exception] = ()) -> HttpResponse:
    found = [one for one in months.months(desk.place) if one.whole is not None]
    managers, beside = role_holders("site_manager", desk.place, desk.day), months.beside(found)
    context: dict[str, Any] = {
        "rows": [(line(desk, one), _head(one.shown), one.run.month in beside) for one in found], "fewest": FEWEST,
        "alone": len(managers) == 1,
    }  # fmt: skip
    return (
        desk.again("pay/totals.html", faults, **context)
        if faults
        else desk.page("pay/totals.html", **context)
    )


def _head(whole: RunIssued | None) -> str:
    """The ten characters of a run whose sums may be shown."""
    return chain.shown(head_of(whole)) if whole is not None else ""


def waiting(desk: Desk) -> HttpResponse:
    """For headquarters finance: the issued months of every site that nobody has approved, the longest due first."""
    sites = {site.site: site for site in Site.objects.current()}
    found = [
        Wait(
            sites[one.run.site], one, one.run.due_on < desk.day,
            desk.figures_in(one.run.currency).amount(one.whole.total if one.whole else 0),
            desk.at("site.pay.approve", None, site=one.run.site, month=one.run.month),
        )
        for one in months.unapproved()
        if one.run.site in sites
    ]  # fmt: skip
    return desk.page("pay/to_approve.html", rows=found)


PAGES = [
    Page("site.pay.approve", "<token:site>/pay/<month:month>/approve", page, READ, AT_THE_SITE),
    Page("site.totals", "<token:site>/totals", totals, REPRESENTATIVE, REPRESENTATIVE, "Totals of pay"),
    Page("hq.approve", "hq/approve", waiting, ("hq_finance", "hq_operations", "auditor"), label="To approve"),
]
