"""Savings of a site: what each worker has, and the ledger held against the trust account on each bank day."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.paying import ROLES
from jornal.actions.saving import VERBS
from jornal.actions.verb import done
from jornal.facts.family import TrustBalance
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import READ, paged
from jornal.pages.paymoney import NotAnAmount
from jornal.papers.savings import WHATS
from jornal.reads.savings import Move, balances, moves, trust_balances, unexplained
from jornal.sheets.figures import amount
from jornal.sheets.listed import Unreadable

DAYS = 6
"""Bank days that are shown; the others stand in `jornal savings`."""


class Saver(NamedTuple):
    """A worker and what she has, in minor units."""

    worker: str
    name: str
    has: int


class BankDay(NamedTuple):
    """What the bank said of a day, and what of it is not explained."""

    of: TrustBalance
    off: int


def page(desk: Desk) -> HttpResponse:
    """The savings of a site. A POST records what the bank says of a day."""
    if not desk.posted:
        return _shown(desk)
    sent = desk.request.POST
    try:
        row = {"day": sent.get("day", ""), "amount": _amount(desk), "paper": sent.get("paper", "").strip()}
        done("trust-balance", VERBS["trust-balance"], desk.office(ROLES), [row])
    except ValueError as fault:
        return _shown(desk, [fault])
    desk.note("What the bank says is recorded beside the ledger.")
    return desk.to("site.pay.savings", None)


def _amount(desk: Desk) -> int:
    try:
        return amount(desk.request.POST.get("amount", "").strip(), desk.figures.currency)
    except Unreadable:
        raise NotAnAmount from None


def _shown(desk: Desk, faults: Sequence[Exception] = ()) -> HttpResponse:
    has = balances(moves(desk.place, desk.day))
    called = desk.called(has)
    savers = [Saver(worker, called[worker], amount_) for worker, amount_ in sorted(has.items())]
    rows, pages = paged(savers, desk.request.GET.get("page", "1"))
    days = [BankDay(one, unexplained(one)) for one in trust_balances(desk.place)[:DAYS]]
    context: dict[str, Any] = {
        "rows": rows, "pages": pages, "whole": sum(has.values()), "people": len(has), "days": days,
        "last": days[0] if days else None, "typed": desk.request.POST, "may_send": bool(desk.roles & set(ROLES)),
    }  # fmt: skip
    template = "pay/savings.html"
    return desk.again(template, faults, **context) if faults else desk.page(template, **context)


class Line(NamedTuple):
    """A movement as it is shown, with what she has after it."""

    of: Move
    what: str
    has: int


def hers(desk: Desk, worker: str) -> HttpResponse:
    """One worker's savings, movement by movement."""
    found, has = [], 0
    for one in moves(desk.place, desk.day, [worker]):
        has += one.amount
        found.append(Line(one, desk.say(WHATS[one.what]), has))
    name = desk.called([worker])[worker]
    return desk.page("pay/saver.html", worker=worker, name=name, lines=found, has=has)


PAGES = [
    Page("site.pay.savings", "<token:site>/pay/savings", page, READ, ROLES),
    Page("site.pay.saver", "<token:site>/pay/savings/<token:worker>", hers, READ),
]
