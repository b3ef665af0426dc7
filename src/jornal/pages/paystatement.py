"""A worker's statement: what she was issued, paid and is still owed, month by month."""

from datetime import date
from typing import NamedTuple

from django.http import HttpResponse

from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import READ
from jornal.pages.paymoney import REASONS, WAYS
from jornal.reads.statement import Movement, slips, statement

WHAT = {"issued": "issued", "paid": "paid", "received": "arrived", "came back": "came back"}


class Line(NamedTuple):
    """A movement as it is shown: what it is, how it went or why it came back, and the month that it is of."""

    of: Movement
    what: str
    how: str
    month: date
    address: str


def page(desk: Desk, worker: str) -> HttpResponse:
    """The statement of a worker's pay at this site; the last line says what she is owed now."""
    found = [_line(desk, worker, one) for one in statement(worker, desk.place)]
    last = [slip for slip, _ in slips(worker, desk.place)][-1:]
    back = last[0].totals["owed_back"] if last else 0
    name = desk.called([worker])[worker]
    return desk.page("pay/statement.html", worker=worker, name=name, lines=found, last=found[-1:], back=back)


def _line(desk: Desk, worker: str, one: Movement) -> Line:
    if one.what == "came back":
        how = [desk.say(REASONS.get(one.paper.replace(" ", "_"), one.paper))]
    else:
        how = [desk.say(WAYS.get(one.way, one.way)), one.paper]
    address = desk.at("site.pay.worker", None, month=one.month, worker=worker)
    return Line(
        one, desk.say(WHAT[one.what]), " · ".join(part for part in how if part),
        date.fromisoformat(f"{one.month}-01"), address,
    )  # fmt: skip


PAGES = [Page("site.pay.statement", "<token:site>/pay/statement/<token:worker>", page, READ)]
