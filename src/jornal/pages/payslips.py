"""Payslips handed over or read aloud, and what each worker says of hers; many at once."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse

from jornal.actions import months
from jornal.actions.answers import VERBS
from jornal.actions.issuing import uncollected
from jornal.actions.verb import done
from jornal.facts.pay import SlipAnswered, SlipHanded
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import MANAGE, READ, line, paged
from jornal.pages.paymoney import NobodyChosen
from jornal.pages.payworker import ANSWER_WORDS
from jornal.reads.pay import final, looked_at

DOES = {"hand": "Hand over", "say": "What they say", "all": "All"}


class Slip(NamedTuple):
    """A payslip as it is shown: hers, handed over on which day, read aloud by whom, what she said last."""

    worker: str
    name: str
    handed: SlipHanded | None
    said: str
    answer: SlipAnswered | None
    address: str


@uncollected()
def page(desk: Desk, month: str) -> HttpResponse:
    """The payslips that wait to be handed over, or for a word. A POST records several at once."""
    if not desk.posted:
        return _shown(desk, month)
    return _say(desk, month) if desk.request.POST.get("do") == "say" else _hand(desk, month)


def _shown(desk: Desk, month: str, faults: Sequence[Exception] = ()) -> HttpResponse:
    one, asked = months.of(desk.place, month), desk.request.POST if desk.posted else desk.request.GET
    if one is None or one.whole is None:
        raise Http404
    slips = _slips(desk, one.run, month)
    waits = {
        "hand": [slip for slip in slips if slip.handed is None],
        "say": [slip for slip in slips if slip.handed is not None and slip.answer is None],
    }
    do = (
        asked.get("do", "")
        if asked.get("do", "") in DOES
        else next((name for name in waits if waits[name]), "all")
    )
    rows, pages = (waits[do], []) if do in waits else paged(slips, asked.get("page", "1"))
    context: dict[str, Any] = {
        "month": month, "first": one.run.since, "line": line(desk, one), "do": do, "rows": rows, "pages": pages,
        "dos": [(name, desk.say(key), len(waits.get(name, slips))) for name, key in DOES.items()],
        "chosen": set(asked.getlist("worker")) if desk.posted else {slip.worker for slip in waits["hand"]},
        "answers": [(value, desk.say(key)) for value, key in ANSWER_WORDS.items()], "typed": asked,
        "may_send": bool(desk.roles & set(MANAGE)),
    }  # fmt: skip
    template = "pay/slips.html"
    return desk.again(template, faults, **context) if faults else desk.page(template, **context)


def _slips(desk: Desk, run: Any, month: str) -> list[Slip]:
    """Every payslip of a run with what came of it; as many queries for many as for few."""
    found = looked_at(run)
    roots = [slip.root for slip in found]
    handed = {one.slip: one for one in final(SlipHanded).filter(slip__in=roots)}
    said = {one.slip: one for one in final(SlipAnswered).filter(slip__in=roots).order_by("number")}
    called = desk.called([slip.worker for slip in found])
    return [
        Slip(
            slip.worker, called[slip.worker], handed.get(slip.root),
            desk.say(ANSWER_WORDS[said[slip.root].answer]) if slip.root in said else "", said.get(slip.root),
            desk.at("site.pay.worker", None, month=month, worker=slip.worker),
        )
        for slip in found
    ]  # fmt: skip


def _hand(desk: Desk, month: str) -> HttpResponse:
    sent = desk.request.POST
    same = {"month": month} | {name: sent.get(name, "").strip() for name in ("day", "head", "read_aloud_by")}
    rows = [{**same, "worker": worker} for worker in sent.getlist("worker")]
    return _recorded(desk, month, "hand-over", rows)


def _say(desk: Desk, month: str) -> HttpResponse:
    """Records what those said for whom something was chosen."""
    sent = desk.request.POST
    answers = [(name.removeprefix("say-"), sent.get(name, "")) for name in sent if name.startswith("say-")]
    day = sent.get("day", "")
    rows = [
        {"month": month, "worker": worker, "day": day, "answer": value} for worker, value in answers if value
    ]
    return _recorded(desk, month, "answer-slip", rows)


def _recorded(desk: Desk, month: str, verb: str, rows: Sequence[dict[str, str]]) -> HttpResponse:
    try:
        if not rows:
            raise NobodyChosen
        facts = done(verb, VERBS[verb], desk.office(MANAGE), rows)
    except ValueError as fault:
        return _shown(desk, month, [fault])
    desk.note_said(
        desk.words.count(len(facts), "{number} payslip is recorded.", "{number} payslips are recorded.")
    )
    return desk.to("site.pay.slips", None, month=month)


PAGES = [Page("site.pay.slips", "<token:site>/pay/<month:month>/slips", page, READ, MANAGE)]
