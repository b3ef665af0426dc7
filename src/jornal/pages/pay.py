"""Pay: where each month stands, and a month worker by worker beside the floor, drafted or as it was issued."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpResponse

from jornal.actions import months
from jornal.actions.briefs import Brief, of_run, sums
from jornal.actions.issuing import uncollected
from jornal.actions.monthpay import MonthPay, issued
from jornal.actions.months import Month
from jornal.pages import drafts, jobs, looked, payrows
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.units.periods import month as period_of

READ = ("site_manager", "hq_finance", "hq_operations", "auditor")
MANAGE = ("site_manager",)
MONTHS = 12
"""So many months stand on the page; all of them where they are asked for."""
STATES = {
    "cut off": "cut off", "issued": "waits for approval", "approved": "to be paid", "paid": "paid",
    "received": "received", "closed": "closed",
}  # fmt: skip
BADGES = {
    "cut off": "bad",
    "issued": "soon",
    "approved": "soon",
    "paid": "good",
    "received": "good",
    "closed": "good",
}

NARROWED = {
    "": "All", "open": "Something missing", "below": "Below the floor", "topped": "Topped up", "changed": "Changed",
}  # fmt: skip
"""What the rows may be narrowed to, by the name in the address."""
WORKS = "The pay is being computed."
ABOVE = "Everybody is above the floor."
TOPPED_UP = (
    "{number} person is topped up to the floor.",
    "{number} people are topped up to the floor.",
)


class Line(NamedTuple):
    """A month as it is shown: its state in words, how its badge looks, whether its money left after its day."""

    of: Month
    address: str
    state: str
    badge: str
    issued_on: date | None
    late: bool


def page(desk: Desk) -> HttpResponse:
    """Every month with what was promised and what was done; the open one first."""
    found = months.months(desk.place)
    whole = desk.request.GET.get("all") == "yes"
    lines = [line(desk, one) for one in (found if whole else found[:MONTHS])]
    open_ = months.open_month(desk.place, desk.day)
    return desk.page(
        "pay/months.html", lines=lines, more=len(found) - len(lines), open=open_, begins=period_of(open_).start,
        begun=period_of(open_).start <= desk.day, cut_off=any(one.of.state == "cut off" for one in lines),
    )  # fmt: skip


def issued_month(desk: Desk, month: str) -> Month:
    """A month of this site whose pay is issued. Raises Http404 for any other."""
    one = months.of(desk.place, month)
    if one is None or one.whole is None:
        raise Http404
    return one


def line(desk: Desk, one: Month) -> Line:
    """A month as it is shown."""
    late = one.left_on is not None and one.left_on > one.run.due_on
    late = late or (one.state in ("issued", "approved") and one.run.due_on < desk.day)
    return Line(
        one, desk.at("site.pay.month", None, month=one.run.month), desk.say(STATES[one.state]),
        "bad" if late and one.state in ("issued", "approved") else BADGES[one.state], on_day(desk, one), late,
    )  # fmt: skip


def on_day(desk: Desk, one: Month) -> date | None:
    """The day on which a month was issued, where the site is."""
    zone = ZoneInfo(desk.site.zone) if desk.site else None
    return one.issued_at.astimezone(zone).date() if one.issued_at else None


@uncollected()
def month_page(desk: Desk, month: str) -> HttpResponse:
    """A month, worker by worker. A POST notes that she has seen what changed."""
    if desk.posted:
        looked.seen(desk, month)
        return desk.to("site.pay.month", None, month=month)
    one = months.of(desk.place, month)
    if one is not None and one.whole is not None:
        return _shown(desk, issued(desk.place, month, Path(settings.HOME)), one)
    try:
        found = drafts.draft(desk.office(READ), month)
    except ValueError as fault:
        return nothing(desk, month, fault)
    if isinstance(found, jobs.Job):
        return jobs.waiting(desk, found, WORKS)
    return _shown(desk, found, one)


def nothing(desk: Desk, month: str, fault: Exception) -> HttpResponse:
    """The page of a month that cannot be drafted, with why, and the way to the one that is open."""
    open_, first = months.open_month(desk.place, desk.day), date.fromisoformat(f"{month}-01")
    return desk.page("pay/none.html", first=first, says=desk.told(fault), open=open_, unlike=open_ != month)


def _shown(desk: Desk, found: MonthPay, one: Month | None) -> HttpResponse:
    period = period_of(found.run.month)
    came = looked.changes(desk, found.run.month, period) if found.whole is None else None
    changed = came.workers if came else frozenset[str]()
    asked = desk.request.GET
    show, wanted = asked.get("show", ""), asked.get("q", "").strip()
    some = searched(desk, payrows.narrowed(found.briefs, show, changed), wanted)
    page_, pages = paged(some, asked.get("page", "1"))
    rows = found.rows([one.code for one in page_])
    frame = payrows.frame(desk, found, changed)
    whole = sums(found.briefs)
    desk.marked([row["code"] for row in rows])
    paid = sum(1 for one in found.briefs if one.paid)
    return desk.page(
        "pay/month.html",
        found=found, month=found.run.month, first=period.start, line=line(desk, one) if one else None,
        rows=payrows.shown(desk, rows, frame), columns=frame.columns, people=paid, everybody=len(found.briefs),
        together=[(desk.say("Hours"), desk.figures.time(whole["minutes"])), *payrows.cells(desk, whole, frame.columns)],
        whole=whole, verdicts=verdicts(desk, found.briefs), came=came, changed=len(changed),
        counts=_counts(found, show, wanted, changed), show=show, wanted=wanted, matches=len(some),
        floors=payrows.floors(desk, found.briefs), pages=pages, may_manage="site_manager" in desk.roles,
        may_approve="hq_finance" in desk.roles,
    )  # fmt: skip


def _counts(
    found: MonthPay, show: str, wanted: str, changed: frozenset[str]
) -> list[tuple[str, str, int, bool]]:
    """The ways to narrow the rows: name in the address, words, how many, whether it is the one that is shown."""
    counted = [
        (name, says, len(payrows.narrowed(found.briefs, name, changed))) for name, says in NARROWED.items()
    ]
    return [
        (name, says, number, name == show and not wanted)
        for name, says, number in counted
        if number or not name
    ]


def verdicts(desk: Desk, briefs: Sequence[Brief]) -> list[tuple[str, str, str]]:
    """What the eye meets first, each with how it is marked and its way of narrowing: is everybody above the floor."""
    count, found = desk.words.count, []
    under = sum(one.below for one in briefs)
    topped, open_ = sum(map(payrows.topped, briefs)), sum(one.open for one in briefs)
    paid = [one for one in briefs if one.paid and one.minutes]
    unknown = sum(1 for one in paid if one.floor is None)
    if under:
        says = count(under, "{number} person is below the floor.", "{number} people are below the floor.")
        found.append(("bad", says, "below"))
    if topped:
        says = count(topped, *TOPPED_UP)
        found.append(("soon", says, "topped"))
    if unknown:
        says = count(
            unknown, "No floor is known for {number} person.", "No floor is known for {number} people."
        )
        found.append(("soon", says, ""))
    if paid and not under and not topped and unknown < len(paid):
        says = desk.say("Nobody is below the floor.") if any(map(_at_floor, paid)) else desk.say(ABOVE)
        found.append(("good", says, ""))
    if open_:
        says = count(
            open_, "Something is missing for {number} person.", "Something is missing for {number} people."
        )
        found.append(("soon", says, "open"))
    return found


def _at_floor(one: Brief) -> bool:
    return one.earned == one.floor


def searched(desk: Desk, briefs: list[Brief], wanted: str) -> list[Brief]:
    """Those whose code or, where names are open, whose name holds what was typed."""
    if not wanted:
        return briefs
    called = desk.called(one.code for one in briefs)
    asked = wanted.casefold()
    return [one for one in briefs if asked in f"{one.code} {called[one.code]}".casefold()]


def briefs_of(one: Month) -> tuple[Brief, ...]:
    """The slips of an issued month in brief."""
    return of_run(one.run, one.whole, Path(settings.HOME)) if one.whole else ()


def paged(
    rows: "Sequence[Any] | QuerySet[Any]", asked: str, at_once: int = payrows.AT_ONCE
) -> tuple[Sequence[Any], list[tuple[int, bool]]]:
    """The rows of the page that is asked for, and every page with whether it is that one; no pages for a single one.

    Of a query no more is fetched than the page.
    """
    whole = rows.count() if isinstance(rows, QuerySet) else len(rows)
    last = max(1, -(-whole // at_once))
    number = min(last, max(1, int(asked))) if asked.isdecimal() else 1
    at = (number - 1) * at_once
    pages = [(one, one == number) for one in range(1, last + 1)] if last > 1 else []
    some = rows[at : at + at_once]
    return list(some) if isinstance(some, QuerySet) else some, pages


PAGES = [
    Page("site.pay", "<token:site>/pay", page, READ, label="Pay"),
    Page("site.pay.month", "<token:site>/pay/<month:month>", month_page, READ, READ),
]
