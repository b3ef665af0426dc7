"""Payslips handed over or read aloud, and what each worker says of hers; many at once."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.answers import VERBS
from jornal.actions.briefs import Brief
from jornal.actions.issuing import uncollected
from jornal.actions.months import Month
from jornal.actions.verb import done
from jornal.facts.pay import Slip as Fact
from jornal.facts.pay import SlipAnswered, SlipHanded
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import MANAGE, READ, briefs_of, issued_month, line, paged
from jornal.pages.paymoney import NobodyChosen
from jornal.pages.payrows import AT_ONCE, TICKED
from jornal.pages.payworker import ANSWER_WORDS
from jornal.reads.pay import final

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
    one, asked = issued_month(desk, month), desk.request.POST if desk.posted else desk.request.GET
    briefs = briefs_of(one)
    handed, said = (
        set(_of_run(kind, one).values_list("slip", flat=True)) for kind in (SlipHanded, SlipAnswered)
    )
    waits = {
        "hand": [slip for slip in briefs if slip.slip not in handed],
        "say": [slip for slip in briefs if slip.slip in handed and slip.slip not in said],
    }
    do = (
        asked.get("do", "")
        if asked.get("do", "") in DOES
        else next((name for name in waits if waits[name]), "all")
    )
    some, pages = paged(waits.get(do, briefs), asked.get("page", "1"), TICKED if do in waits else AT_ONCE)
    rows = _slips(desk, some, month)
    context: dict[str, Any] = {
        "month": month, "first": one.run.since, "line": line(desk, one), "do": do, "rows": rows, "pages": pages,
        "dos": [(name, desk.say(key), len(waits.get(name, briefs))) for name, key in DOES.items()],
        "chosen": set(asked.getlist("worker")) if desk.posted else {slip.worker for slip in rows},
        "answers": [(value, desk.say(key)) for value, key in ANSWER_WORDS.items()], "typed": asked,
        "may_send": bool(desk.roles & set(MANAGE)),
    }  # fmt: skip
    template = "pay/slips.html"
    return desk.again(template, faults, **context) if faults else desk.page(template, **context)


def _of_run(kind: Any, one: Month) -> Any:
    """The facts of a kind about the slips of a run."""
    return final(kind).filter(slip__in=final(Fact).filter(run=one.run.root).values("root"))


def _slips(desk: Desk, briefs: Sequence[Brief], month: str) -> list[Slip]:
    """The payslips of a page with what came of each; as many queries for many as for few."""
    roots = [one.slip for one in briefs]
    handed = {one.slip: one for one in final(SlipHanded).filter(slip__in=roots)}
    said = {one.slip: one for one in final(SlipAnswered).filter(slip__in=roots).order_by("number")}
    called = desk.called([one.code for one in briefs])
    return [
        Slip(
            one.code, called[one.code], handed.get(root),
            desk.say(ANSWER_WORDS[said[root].answer]) if root in said else "", said.get(root),
            desk.at("site.pay.worker", None, month=month, worker=one.code),
        )
        for one, root in zip(briefs, roots, strict=True)
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
