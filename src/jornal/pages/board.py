"""Headquarters' board: every site with who is there, what is open, where its pay is; what is not well stands first."""

from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.agreedon import ending
from jornal.actions.board import OfSite, board, for_headquarters
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.reads.dialogue import Kept, Thread
from jornal.words.dates import month_named

STATES = {
    "none": "no pay yet", "begun": "cut off", "issued": "waits for approval", "approved": "to be paid",
    "paid": "paid", "closed": "closed",
}  # fmt: skip
BADGES = {"begun": "bad", "issued": "soon", "approved": "soon", "paid": "good", "closed": "good"}


class Line(NamedTuple):
    """A site as it is shown."""

    of: OfSite
    month: str
    state: str
    badge: str
    address: str
    pay: str
    ago: str


def page(desk: Desk) -> HttpResponse:
    """The page."""
    found = board(desk.day)
    order = desk.request.GET.get("by", "")
    if order != "name":
        found = sorted(found, key=lambda one: (not one.late, not one.with_us, -one.findings, one.site.label))
    lines = [_line(desk, one) for one in found]
    labels = {one.site.site: desk.say(one.site.label) for one in found}
    late = sum(1 for one in found if one.late)
    open_here = sum(one.with_us for one in found)
    people = sum(one.people for one in found)
    waits = [_wait(desk, site, one, labels[site]) for site, one in for_headquarters(labels, desk.day)]
    return desk.page(
        "board.html",
        lines=lines, late=late, open_here=open_here, people=people, order=order,
        waits=[one for one in waits if one["address"]],  # what somebody may not open is not told her here either
        ends=ending({one.site.authority for one in found}, desk.day),
    )  # fmt: skip


def _wait(desk: Desk, site: str, one: Thread | Kept, label: str) -> dict[str, Any]:
    """A question that waits for headquarters, or a promise of its own that is open, with the page where it is done."""
    if isinstance(one, Thread):
        asked = one.asked
        address = desk.at_if_any("site.dialogue.one", site=site, question=asked.question)
        found = {
            "code": asked.question,
            "says": asked.says,
            "due": asked.due_on,
            "what": desk.say("Question"),
        }
    else:
        address = desk.at_if_any("site.visits", site=site)
        found = {
            "code": one.of.promise,
            "says": one.of.says,
            "due": one.of.due_on,
            "what": desk.say("Promise"),
        }
    return {**found, "site": label, "address": address, "late": one.late(desk.day)}


def _line(desk: Desk, one: OfSite) -> Line:
    token = one.site.site
    named = month_named(one.month, desk.words.language) if one.month else ""
    badge = "bad" if one.late else BADGES.get(one.state, "")
    pay = desk.at_if_any("site.pay.month", site=token, month=one.month) if one.month else ""
    return Line(
        one, named, desk.say(STATES[one.state]), badge, desk.at("site.today", site=token), pay,
        _ago(desk, one.last_entry),
    )  # fmt: skip


def _ago(desk: Desk, at: datetime | None) -> str:
    if at is None:
        return "–"
    days = (datetime.now(UTC) - at).days
    return desk.say("today") if days <= 0 else desk.words.count(days, "{number} day ago", "{number} days ago")


PAGES = [Page("hq.board", "hq/board", page, ("hq_operations", "hq_finance", "auditor"), label="All sites")]
