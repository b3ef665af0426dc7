"""Money to families in a month: what has left, arrived or come back; the bank's file, the lists, and what it cost."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse

from jornal.actions.briefs import owed_of
from jornal.actions.issued import body
from jornal.actions.issuing import uncollected
from jornal.actions.months import Month
from jornal.actions.payfiles import VERBS as FILES
from jornal.actions.payfiles import Made, made, to_fetch
from jornal.actions.paying import ROLES
from jornal.actions.sending import VERBS as SENDING
from jornal.actions.sending import fees, home
from jornal.actions.verb import done
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import READ, briefs_of, issued_month, line, paged
from jornal.pages.paymoney import NotAnAmount
from jornal.pages.payrows import payees
from jornal.papers.banklist import banklist
from jornal.papers.familyline import Line, familylines
from jornal.papers.familylist import ByHand, familylist
from jornal.papers.heads import first_language, issue
from jornal.papers.pain import pain
from jornal.reads.money import Owed
from jornal.reads.sent import Sent, sent
from jornal.sheets.figures import amount
from jornal.sheets.listed import Unreadable
from jornal.terms.bankfiles import layout, layouts
from jornal.units.said import Said

VERBS = {**FILES, **SENDING}
DOES = {"code": "arrived-by-code", "left": "file-left", "fee": "transfer-fee"}
NOTES = {
    "code": "It is recorded that the family has the money.",
    "left": "What the bank carried out is recorded.",
    "fee": "The fee is recorded; the enterprise bears it.",
}
KINDS = {"pain": "application/xml", "csv": "text/csv", "cash": "application/pdf", "pages": "application/pdf"}


class Nothing(Said):
    """Pages for families before anything left."""

    def __init__(self) -> None:
        super().__init__("Nothing has left for families yet, so there is nothing to write to them.")


class Sum(NamedTuple):
    """One family's sum: of whom, to whom, what is due, and the last payment made of it."""

    worker: str
    name: str
    to: str
    of: Owed
    last: Sent | None


@uncollected()
def page(desk: Desk, month: str) -> HttpResponse:
    """The families of a month. A POST records a family's code, a file that left, or a fee."""
    if not desk.posted:
        return _shown(desk, month)
    sent_, do = desk.request.POST, desk.request.POST.get("do", "")
    if do not in DOES:
        raise Http404
    names = {"code": ("code", "day"), "left": ("message", "day"), "fee": ("day", "paper")}[do]
    row: dict[str, Any] = {name: sent_.get(name, "").strip() for name in names}
    try:
        if do == "left":
            row["month"] = month
        if do == "fee":
            row["amount"] = _amount(desk, sent_.get("amount", ""))
        done(DOES[do], VERBS[DOES[do]], desk.office(ROLES), [row])
    except ValueError as fault:
        return _shown(desk, month, [fault])
    desk.note(NOTES[do])
    return desk.to("site.pay.family", None, month=month)


def _amount(desk: Desk, typed: str) -> int:
    try:
        return amount(typed.strip(), desk.figures.currency)
    except Unreadable:
        raise NotAnAmount from None


def _shown(desk: Desk, month: str, faults: Sequence[Exception] = ()) -> HttpResponse:
    one = issued_month(desk, month)
    some, pages = paged(_sums(one), desk.request.GET.get("page", "1"))
    may_send = bool(desk.roles & set(ROLES))
    file, why = _file(desk, one) if may_send else (None, "")
    context = {
        "month": month, "one": one, "first": one.run.since, "line": line(desk, one),
        "rows": _named(desk, one, some), "pages": pages,
        "typed": desk.request.POST, "may_send": may_send, "approved": one.approval is not None,
        "day": max(desk.day, one.run.due_on), "layouts": layouts(), "fees": fees(one.run), "file": file, "why": why,
        "left_out": _left_out(desk, file) if file else [],
    }  # fmt: skip
    template = "pay/family.html"
    return desk.again(template, faults, **context) if faults else desk.page(template, **context)


def _sums(one: Month) -> list[Owed]:
    """Every family's sum; what waits first."""
    sums = owed_of(briefs_of(one))
    families = [row for row in sums if row.part == "instruction" and row.payee.startswith(f"{row.worker}-")]
    return sorted(families, key=lambda row: (-row.open, row.worker))


def _named(desk: Desk, one: Month, rows: Sequence[Owed]) -> list[Sum]:
    """The sums of a page as they are shown, with the last payment of each; names are looked up for these alone."""
    last = {(row.payment.slip, row.payment.payee): row for row in sent(one.run)}
    workers = {row.worker for row in rows}
    called, to = desk.called(workers), payees(desk, workers)
    return [
        Sum(
            row.worker, called[row.worker], to.get(row.payee, row.payee), row, last.get((row.slip, row.payee))
        )
        for row in rows
    ]


def _file(desk: Desk, one: Month) -> tuple[Made | None, str]:
    """The bank's file as it would leave, or why there is none; neither while the names are locked."""
    if desk.keys is None:
        return None, ""
    try:
        return made(desk.office(ROLES), one.run.month, "family", max(desk.day, one.run.due_on)), ""
    except ValueError as fault:
        return None, desk.told(fault)


def _left_out(desk: Desk, of: Made) -> list[tuple[str, str]]:
    called = desk.called({one.of.worker for one in of.left_out})
    return [(called[one.of.worker], desk.told(one.why)) for one in of.left_out]


def file(desk: Desk, month: str, kind: str) -> HttpResponse:
    """A file for the bank, a list to sign, or the families' pages: made now and kept nowhere."""
    if kind not in KINDS:
        raise Http404
    issued_month(desk, month)
    if desk.keys is None:
        return _shown(desk, month)
    try:
        content, name = _MADE[kind](desk, month)
    except ValueError as fault:
        return _shown(desk, month, [fault])
    answer = HttpResponse(content, content_type=KINDS[kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _pain(desk: Desk, month: str) -> tuple[bytes, str]:
    batch = made(
        desk.office(ROLES), month, "family", max(desk.day, issued_month(desk, month).run.due_on)
    ).batch
    return pain(batch), f"{desk.place}-{batch.message}.xml"


def _csv(desk: Desk, month: str) -> tuple[bytes, str]:
    batch = made(
        desk.office(ROLES), month, "family", max(desk.day, issued_month(desk, month).run.due_on)
    ).batch
    asked = desk.request.GET.get("bank", "plain")
    if asked not in layouts():
        raise Http404
    return banklist(batch, layout(asked)), f"{desk.place}-{batch.message}.csv"


def _cash(desk: Desk, month: str) -> tuple[bytes, str]:
    office = desk.office(ROLES)
    table = body(office, month)
    sums = [ByHand(*one) for one in to_fetch(office, month)]
    pdf = familylist(issue(table, first_language(table)), sums, issued_month(desk, month).run.due_on)
    return pdf, f"{desk.place}-{month}-families.pdf"


def _pages(desk: Desk, month: str) -> tuple[bytes, str]:
    found = home(desk.office(ROLES), month)
    if not found:
        raise Nothing
    told = [{name: value for name, value in asdict(one).items() if name != "worker"} for one in found]
    return familylines([Line(**one) for one in told]), f"{month}-families-read.pdf"


_MADE: dict[str, Callable[[Desk, str], tuple[bytes, str]]] = {
    "pain": _pain, "csv": _csv, "cash": _cash, "pages": _pages,
}  # fmt: skip

PAGES = [
    Page("site.pay.family", "<token:site>/pay/<month:month>/family", page, READ, ROLES),
    Page("site.pay.family.file", "<token:site>/pay/<month:month>/family/<token:kind>", file, ROLES),
]
