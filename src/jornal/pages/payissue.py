"""A month issued: what it will fix looked at first, then done once, however often it is asked for."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from jornal.actions import months
from jornal.actions.briefs import sums
from jornal.actions.issuing import issue
from jornal.actions.monthpay import MonthPay
from jornal.actions.verb import Row
from jornal.pages import drafts, jobs, payrows
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Form, blank, read
from jornal.pages.pay import MANAGE, nothing, verdicts
from jornal.pages.pay import WORKS as DRAFTING
from jornal.reads.pay import slip_workers
from jornal.reads.people import role_holders

DUE = (Asked("due_on", "Pay is due on", "Seven days after the month at the latest.", "day", wanted=True),)
WORKS = "The pay is being issued."
SHOWN = 20
"""So many of those for whom something is missing are named; all of them stand on the draft."""


class Due(Row):
    """The day on which pay is due."""

    due_on: date


def page(desk: Desk, month: str) -> HttpResponse:
    """What issuing this month fixes, what is missing, who approves it. A POST issues it."""
    one = months.of(desk.place, month)
    if one is not None and one.whole is not None:
        return desk.to("site.pay.month", None, month=month)
    if jobs.going(_key(desk, month)) is not None:
        return desk.to("site.pay.issuing", None, month=month)
    return _issue(desk, month) if desk.posted else _checked(desk, month)


def _checked(
    desk: Desk, month: str, faults: Sequence[Exception] = (), form: Form | None = None
) -> HttpResponse:
    try:
        found = drafts.draft(desk.office(MANAGE), month)
    except ValueError as fault:
        return nothing(desk, month, fault)
    if isinstance(found, jobs.Job):
        return jobs.waiting(desk, found, DRAFTING)
    context = _context(desk, found) | {"form": form or blank(desk, DUE, {"due_on": found.run.due_on})}
    if faults:
        return desk.again("pay/issue.html", faults, **context)
    return desk.page("pay/issue.html", status=422 if form else 200, **context)


def _context(desk: Desk, found: MonthPay) -> dict[str, Any]:
    missing = [one.code for one in found.briefs if one.paid and one.open]
    without = [one.code for one in found.briefs if one.status == "none"]
    named = [*without, *missing][:SHOWN]
    called, rows = desk.called(named), {row["code"]: row for row in found.rows(named)}
    approvers = _approvers(desk)
    begun = len(slip_workers(found.run)) if found.run.by else 0
    return {
        "month": found.run.month, "first": found.run.since, "until": found.run.until, "due_on": found.run.due_on,
        "early": desk.day <= found.run.until, "whole": sums(found.briefs), "without": len(without),
        "people": sum(1 for one in found.briefs if one.paid), "verdicts": verdicts(desk, found.briefs),
        "named": [(called[one], payrows.missing(desk, rows[one])) for one in named],
        "more": len(without) + len(missing) - len(named), "begun": begun,
        "approvers": ", ".join(desk.called(approvers)[who] for who in approvers),
        "alone": len(role_holders("site_manager", desk.place, desk.day)) == 1,
    }  # fmt: skip


def _approvers(desk: Desk) -> list[str]:
    """Who may approve what this person issues."""
    return [who for who in role_holders("hq_finance", desk.place, desk.day) if who != desk.who]


def _issue(desk: Desk, month: str) -> HttpResponse:
    told, form = read(desk, DUE, Due)
    if told is None:
        return _checked(desk, month, form=form)
    office, due = desk.office(MANAGE), date.fromisoformat(told["due_on"])

    def work(said: jobs.Progress) -> object:
        return issue(office, month, due_on=due, progress=said, home=Path(settings.HOME))

    job = jobs.begun(_key(desk, month), work)
    if not job.ended():
        return desk.to("site.pay.issuing", None, month=month)
    return _ended(desk, month, job)


def issuing(desk: Desk, month: str) -> HttpResponse:
    """How far it is; and the month, once it is whole."""
    job = jobs.going(_key(desk, month))
    if job is None:
        return desk.to("site.pay.month", None, month=month)
    return _ended(desk, month, job) if job.ended(0.2) else jobs.waiting(desk, job, WORKS)


def _ended(desk: Desk, month: str, job: jobs.Job) -> HttpResponse:
    jobs.dropped(_key(desk, month))
    try:
        job.result()
    except ValueError as fault:
        return _checked(desk, month, [fault])
    desk.note("The pay is issued: from now on it is owed.")
    return desk.to("site.pay.month", None, month=month)


def _key(desk: Desk, month: str) -> tuple[str, ...]:
    return ("issue", str(settings.HOME), desk.place, month)


PAGES = [
    Page("site.pay.issue", "<token:site>/pay/<month:month>/issue", page, MANAGE, MANAGE),
    Page("site.pay.issuing", "<token:site>/pay/<month:month>/issuing", issuing, MANAGE),
]
