"""Money out: what is owed and where it is, many sums paid at once, and shown to have arrived or come back."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.briefs import owed_of
from jornal.actions.issuing import uncollected
from jornal.actions.months import Month
from jornal.actions.paying import ROLES, VERBS
from jornal.actions.verb import done
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import READ, briefs_of, issued_month, line, paged
from jornal.pages.payrows import TICKED, payees
from jornal.reads.money import Owed, Together, together
from jornal.sheets.figures import amount
from jornal.sheets.listed import Unreadable
from jornal.units.said import Said

PARTS = {
    "in_hand": "In hand",
    "deduction": "Taken off, for others",
    "instruction": "Sent and saved as they asked",
}
DOES = {"pay": "Pay out", "arrived": "Arrived", "came-back": "Came back"}
WAYS = {
    "cash": "cash", "bank": "bank", "prison_account": "account in the prison", "mobile": "mobile money",
    "savings": "savings",
}  # fmt: skip
REASONS = {
    "account_closed": "the account is closed", "wrong_account": "the wrong account",
    "not_collected": "not collected", "refused": "refused", "other": "something else",
}  # fmt: skip
NOTES = {
    "pay": ("{number} payment is recorded.", "{number} payments are recorded."),
    "arrived": ("{number} payment has arrived.", "{number} payments have arrived."),
    "came-back": (
        "{number} payment came back and is owed again.",
        "{number} payments came back and are owed again.",
    ),
}
NOBODY = "Choose at least one."
UNREADABLE = "Write the amount as 12.50."
ALONE = "Another amount is for one line alone. Choose just that one."


class Sum(NamedTuple):
    """One line of the list: whose sums it stands for ("" for one of many), the token or name of who gets them.

    `of` is what the sums come to; `name` and `to` are as they are shown.
    """

    key: str
    worker: str
    payee: str
    of: Together
    name: str
    to: str


Line = tuple[tuple[str, str], list[Owed]]
"""A line before it is shown: its worker ("" for one of many) and who gets it, and its sums. A list has thousands."""


class NobodyChosen(Said):
    """A list without a tick."""

    def __init__(self) -> None:
        super().__init__(NOBODY)


class NotAnAmount(Said):
    """An amount that cannot be read."""

    def __init__(self) -> None:
        super().__init__(UNREADABLE)


class NotAlone(Said):
    """Another amount for several lines at once."""

    def __init__(self) -> None:
        super().__init__(ALONE)


@uncollected()
def page(desk: Desk, month: str) -> HttpResponse:
    """The sums that may be paid, shown to have arrived, or to have come back. A POST records those that are ticked."""
    if desk.posted:
        return _record(desk, month)
    return _shown(desk, month)


def _shown(desk: Desk, month: str, faults: Sequence[Exception] = ()) -> HttpResponse:
    one, asked = issued_month(desk, month), desk.request.POST if desk.posted else desk.request.GET
    do, part = _known(DOES, asked.get("do", "")), _known(PARTS, asked.get("part", ""))
    worker = asked.get("worker", "")
    sums = owed_of(briefs_of(one))
    parts = _by_part([row for row in sums if row.worker == worker] if worker else sums)
    found = [row for row in _lines(parts[part], part) if any(map(_FITS[do], row[1]))]
    some, pages = paged(found, asked.get("page", "1"), TICKED)
    rows = _named(desk, some)
    context = {
        "month": month, "one": one, "first": one.run.since, "line": line(desk, one), "do": do, "part": part,
        "worker": worker, "rows": rows, "pages": pages, "chosen": _chosen(desk, rows), "typed": asked,
        "dos": [(name, desk.say(key)) for name, key in DOES.items()],
        "parts": [(name, desk.say(key), together(parts[name]).waiting) for name, key in PARTS.items()],
        "ways": [(name, desk.say(key)) for name, key in WAYS.items()],
        "reasons": [(name, desk.say(key)) for name, key in REASONS.items()],
        "may_send": bool(desk.roles & set(ROLES)) and (do != "pay" or not _waits(desk, one, part)),
        "approved": one.approval is not None,
        "due_now": desk.day >= one.run.due_on,
    }  # fmt: skip
    template = "pay/payments.html"
    return desk.again(template, faults, **context) if faults else desk.page(template, **context)


def _waits(desk: Desk, one: Month, part: str) -> bool:
    """Whether nothing of a part may leave yet: without approval it is only her own, from the day it is due."""
    return one.approval is None and (part != "in_hand" or desk.day < one.run.due_on)


def _known(names: dict[str, str], asked: str) -> str:
    return asked if asked in names else next(iter(names))


def _by_part(sums: Iterable[Owed]) -> dict[str, list[Owed]]:
    """The sums of each part, in the order of the parts: gone through once, for there are thousands."""
    found: dict[str, list[Owed]] = {part: [] for part in PARTS}
    for one in sums:
        found[one.part].append(one)
    return found


def _lines(sums: Iterable[Owed], part: str) -> list[Line]:
    """The lines of a part: one for each worker and payee; what is taken for others is one line for each payee."""
    groups: dict[tuple[str, str], list[Owed]] = {}
    for one in sums:
        groups.setdefault(("" if part == "deduction" else one.worker, one.payee), []).append(one)
    return list(groups.items())


def _named(desk: Desk, lines: Iterable[Line]) -> list[Sum]:
    """The lines of a page as they are shown: added up, and how people are called looked up, for these alone."""
    rows = list(lines)
    called = desk.called({worker for (worker, _), _ in rows if worker})
    named = payees(desk, {worker for (worker, payee), _ in rows if worker and payee})
    found = []
    for (worker, payee), some in rows:
        to = named.get(payee) or desk.say(payee)
        key, name = f"{worker}|{payee}", called[worker] if worker else to
        found.append(Sum(key, worker, payee, together(some), name, to))
    return found


_FITS: dict[str, Callable[[Owed], bool]] = {
    "pay": lambda one: one.due > one.received + one.in_transit,
    "arrived": lambda one: one.in_transit > 0,
    "came-back": lambda one: one.in_transit > 0 or one.received > 0,
}


def _chosen(desk: Desk, rows: Iterable[Sum]) -> set[str]:
    """The lines that are ticked: as they were sent; at first all of them where money is to leave or arrived."""
    if desk.posted:
        return set(desk.request.POST.getlist("sum"))
    return {row.key for row in rows} if desk.request.GET.get("do") != "came-back" else set()


def _record(desk: Desk, month: str) -> HttpResponse:
    sent = desk.request.POST
    do, part, keys = (
        _known(DOES, sent.get("do", "")),
        _known(PARTS, sent.get("part", "")),
        sent.getlist("sum"),
    )
    try:
        rows = [_row(desk, month, key, do) for key in keys]
        if not rows:
            raise NobodyChosen
        if sent.get("amount", "").strip() and len(rows) > 1:
            raise NotAlone
        facts = done(do, VERBS[do], desk.office(ROLES), rows)
    except ValueError as fault:
        return _shown(desk, month, [fault])
    desk.note_said(desk.words.count(len(facts), *NOTES[do]))
    return desk.to("site.pay.payments", {"do": do, "part": part}, month=month)


def _row(desk: Desk, month: str, key: str, do: str) -> dict[str, Any]:
    """A ticked line as the verb takes it."""
    sent = desk.request.POST
    worker, _, payee = key.partition("|")
    names = {"pay": ("way", "paper"), "arrived": ("proof",), "came-back": ("reason",)}[do]
    row: dict[str, Any] = {
        "month": month, "day": sent.get("day", ""), "part": sent.get("part", ""), "worker": worker, "payee": payee,
        **{name: sent.get(name, "").strip() for name in names},
    }  # fmt: skip
    typed = sent.get("amount", "").strip()
    if typed and do == "pay":
        try:
            row["amount"] = amount(typed, desk.figures.currency)
        except Unreadable:
            raise NotAnAmount from None
    return row


@uncollected()
def where(desk: Desk, month: str) -> HttpResponse:
    """Where a month's money is: payee by payee, then worker by worker, who waits for something first."""
    one = issued_month(desk, month)
    sums = owed_of(briefs_of(one))
    parts = _by_part(sums)
    lines = [row for part, some in parts.items() for row in _lines(some, part)]
    rows, pages = paged(_by_waiting(row for row in lines if row[0][0]), desk.request.GET.get("page", "1"))
    of = [(part, desk.say(key), together(parts[part])) for part, key in PARTS.items()]
    return desk.page(
        "pay/owed.html",
        month=month, one=one, first=one.run.since, line=line(desk, one), of=[row for row in of if row[2].people],
        rows=_named(desk, rows), whole=together(sums), pages=pages,
        payees=_named(desk, _by_waiting(row for row in lines if not row[0][0])),
    )  # fmt: skip


def _by_waiting(lines: Iterable[Line]) -> list[Line]:
    """Those first of whom most waits, then by worker and payee."""

    def order(row: Line) -> tuple[int, str]:
        (worker, payee), some = row
        waits = 0
        for one in some:
            waits += max(0, one.due - one.received - one.in_transit)
        return -waits, f"{worker}|{payee}"

    return sorted(lines, key=order)


PAGES = [
    Page("site.pay.payments", "<token:site>/pay/<month:month>/payments", page, READ, ROLES),
    Page("site.pay.owed", "<token:site>/pay/<month:month>/owed", where, READ),
]
