"""One worker's pay of a month explained: every line to its days, three comparators, her tally, what she said of it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse

from jornal.actions import months
from jornal.actions.answers import VERBS as ANSWERS
from jornal.actions.briefs import PAID
from jornal.actions.issuing import uncollected
from jornal.actions.monthpay import one
from jornal.actions.verb import done
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import MANAGE, READ, nothing
from jornal.pages.payrows import Open, lacks, payees, where
from jornal.papers import bars, tally, totals
from jornal.papers.explain import OWED_BACK, sentence
from jornal.papers.heads import Issue
from jornal.papers.phrases import counted, decided, marks, months_of, name
from jornal.reads.money import Owed, owed
from jornal.reads.pay import slips_of
from jornal.reads.statement import said_of
from jornal.units.periods import month as period_of
from jornal.words.dates import short_day

Row = dict[str, Any]

SECTIONS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("What she earned", ("earning", "top_up", "bonus"), "gross"),
    ("Taken off", ("deduction",), "own"),
    ("Held, not taken", ("held",), ""),
    ("Sent and saved as she asked", ("instruction",), ""),
    ("Before it reaches her hand", ("in_hand",), ""),
    ("To know", ("info",), ""),
)
"""The parts of a slip: title, the lines in it, and the total it ends with."""
ENDS = {"gross": "Earned, gross", "own": "Her own, net"}
ANSWER_WORDS = {"agreed": "She agrees", "disputed": "She disputes it", "declined": "She will not say"}

SHEETS = {"shift": "site.attendance.day", "pieces": "site.pieces.day"}
"""Where the rows of a kind stand, day by day."""

_DAY = re.compile(r"^(shift|pieces) (\d{4}-\d{2}-\d{2}) ")


class Line(NamedTuple):
    """A line as it is explained; `number` is its place on the slip, from 1."""

    number: int
    name: str
    under: str
    amount: str
    says: str
    days: list[tuple[str, str]]


class Section(NamedTuple):
    """A part of a slip: its lines and, where it has one, the total under them."""

    title: str
    lines: list[Line]
    total: tuple[str, str] | None


@uncollected()
def page(desk: Desk, month: str, worker: str) -> HttpResponse:
    """The explanation. A POST records what she says of her payslip."""
    if desk.posted:
        return _answer(desk, month, worker)
    return _shown(desk, month, worker)


def _shown(desk: Desk, month: str, worker: str, faults: list[Exception] | None = None) -> HttpResponse:
    try:
        row = one(desk.office(READ), month, worker)
    except ValueError as fault:
        return nothing(desk, month, fault)
    if row is None:
        raise Http404
    desk.marked([worker])
    state, kind = totals.state(row)
    paid, called = row["status"] in PAID, payees(desk, [worker])
    context = {
        "month": month, "first": period_of(month).start, "worker": worker, "name": desk.called([worker])[worker],
        "row": row, "state": desk.say(state), "kind": {"wrong": "bad", "soon": "soon", "holds": "good"}[kind],
        "figures": figures(desk, row) if paid else [], "sections": sections(desk, row, called) if paid else [],
        "beside": bars.beside(row, desk.words, desk.figures), "in_words": bars.in_words(row, desk.words, desk.figures),
        "source": _source(desk, row), "open": _open(desk, row, stops=True), "remarks": _open(desk, row, stops=False),
        "rules": tally.rules(Issue({}, desk.words, desk.figures), row), "no_rule": tally.NONE,
        "owed_back": _owed_back(desk, row), "answers": [(value, desk.say(key)) for value, key in ANSWER_WORDS.items()],
        "may_answer": "site_manager" in desk.roles, **_after(desk, month, worker, called),
    }  # fmt: skip
    template = "pay/worker.html"
    return desk.again(template, faults, **context) if faults else desk.page(template, **context)


def figures(desk: Desk, row: Row) -> list[tuple[str, str]]:
    """The five figures the eye meets first; the last is what she receives."""
    held, money = row["totals"], desk.figures
    return [
        (desk.say("Hours"), money.time(bars.minutes(row))),
        (desk.say("Earned, gross"), money.amount(held["gross"])),
        (desk.say("Taken off"), money.amount(-held["deductions"])),
        (desk.say("Her own, net"), money.amount(held["own"])),
        (desk.say("In hand"), money.amount(held["in_hand"])),
    ]


def sections(desk: Desk, row: Row, called: Mapping[str, str]) -> list[Section]:
    """The lines of a slip by part, each with its sentence and the days it rests on; parts without a line left out.

    `called` says how those are called whom she named.
    """
    lines = [
        (number, {**line, "payee": called.get(line["payee"], line["payee"])})
        for number, line in enumerate(row["lines"], start=1)
    ]
    found = []
    for title, parts, total in SECTIONS:
        some = [
            _line(desk, number, line)
            for number, line in lines
            if line["part"] in parts and line["kind"] != "in_hand"
        ]
        end = (desk.say(ENDS[total]), desk.figures.plain(row["totals"][total])) if total else None
        if some:
            found.append(Section(desk.say(title), some, end))
    return found


def _line(desk: Desk, number: int, line: Row) -> Line:
    words, money = desk.words, desk.figures
    called = name(line, words) + marks(line)
    if line["of"]:
        called = words.say("{what}, correction for {month}", what=called, month=months_of(line["of"], words))
    taken = line["part"] in ("deduction", "instruction") or line["kind"] in ("advance", "repayment")
    unknown = line["part"] == "held" and not line["amount"]
    under = [
        counted(line, money),
        decided(line, words) if line["part"] not in ("instruction", "bonus") else "",
    ]
    return Line(
        number, called, " · ".join(part for part in under if part),
        words.say("not known") if unknown else money.plain(-abs(line["amount"]) if taken else line["amount"]),
        sentence(line, words, money), days(desk, line["rests_on"]),
    )  # fmt: skip


def days(desk: Desk, rows: Iterable[str]) -> list[tuple[str, str]]:
    """The days that rows are of, each with the address of its sheet ("" where it may not be opened)."""
    found = sorted({(match[2], match[1]) for row in rows if (match := _DAY.match(row))})
    language = desk.words.language
    return [
        (short_day(date.fromisoformat(day), language), desk.at_if_any(SHEETS[kind], day=day))
        for day, kind in found
    ]


def _source(desk: Desk, row: Row) -> str:
    held = bars.compared(row)
    parts = [desk.say(held.get("label") or ""), decided(held, desk.words)]
    return " · ".join(part for part in parts if part) + marks(held)


def _open(desk: Desk, row: Row, *, stops: bool) -> list[Open]:
    faults = [fault for fault in row["faults"] if bool(fault["stops"]) == stops]
    found = [Open(lacks(desk, fault), where(desk, row["code"], fault)) for fault in faults]
    return list(dict.fromkeys(found))


def _owed_back(desk: Desk, row: Row) -> str:
    back = row["totals"]["owed_back"]
    return desk.say(OWED_BACK, amount=desk.figures.amount(back)) if back else ""


def _after(desk: Desk, month: str, worker: str, called: Mapping[str, str]) -> Mapping[str, Any]:
    """What came after it was issued: the sums and what was paid of them, whether she has the slip, what she said."""
    found = months.of(desk.place, month)
    if found is None or found.whole is None:
        return {"issued": None, "sums": [], "handed": False, "said": ""}
    (slip,) = slips_of(found.run, [worker])
    handed, said = said_of(slip)
    return {
        "issued": found, "sums": [_sum(desk, one, called) for one in owed(found.run, [worker])], "handed": handed,
        "said": desk.say(ANSWER_WORDS[said]) if said else "",
    }  # fmt: skip


def _sum(desk: Desk, one: Owed, called: Mapping[str, str]) -> tuple[str, Owed]:
    """A sum with who gets it."""
    if one.part == "in_hand":
        return desk.say("In hand"), one
    return called.get(one.payee) or desk.say(one.payee), one


def _answer(desk: Desk, month: str, worker: str) -> HttpResponse:
    sent = desk.request.POST
    row = {
        "month": month, "worker": worker, "day": sent.get("day", ""), "answer": sent.get("answer", ""),
        "lines": " ".join(sent.getlist("line")),
    }  # fmt: skip
    try:
        done("answer-slip", ANSWERS["answer-slip"], desk.office(MANAGE), [row])
    except ValueError as fault:
        return _shown(desk, month, worker, [fault])
    desk.note("Recorded what she says of her payslip.")
    return desk.to("site.pay.worker", None, month=month, worker=worker)


PAGES = [Page("site.pay.worker", "<token:site>/pay/<month:month>/of/<token:worker>", page, READ, MANAGE)]
