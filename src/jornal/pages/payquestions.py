"""Questions about pay: asked in her words, which are sealed, and answered."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.answers import VERBS
from jornal.actions.verb import done
from jornal.facts.pay import PayAnswer, PayQuery
from jornal.journal.vaultlog import Reader
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.pages.pay import MANAGE, READ
from jornal.pages.paymoney import NotAnAmount
from jornal.pages.whochoices import at_work
from jornal.reads.pay import runs_of
from jornal.sheets.figures import amount
from jornal.sheets.listed import Unreadable

OUTCOMES = {
    "explained": "It was explained",
    "corrected": "Her pay is corrected",
    "refused": "It stays as it is",
}
QUESTION_KEPT, ANSWER_KEPT = "The question is recorded.", "The answer is recorded."
ANSWERED = 20
"""So many answered questions stand on the page."""


class Asked(NamedTuple):
    """A question as it is shown: who asked, her words and those of the answer where names are open, what came of it."""

    of: PayQuery
    name: str
    says: str
    answer: PayAnswer | None
    outcome: str
    told: str
    typed: Mapping[str, str]


def page(desk: Desk) -> HttpResponse:
    """The questions that wait for an answer, and the last that were answered. A POST records one or the other."""
    if not desk.posted:
        return _shown(desk)
    return _reply(desk) if desk.request.POST.get("do") == "answer" else _ask(desk)


def _shown(desk: Desk, faults: Sequence[Exception] = ()) -> HttpResponse:
    asked = PayQuery.objects.current().filter(site=desk.place)
    answers = {one.query: one for one in PayAnswer.objects.current().filter(query__in=asked.values("root"))}
    queries = list(asked.order_by("day", "worker", "number"))
    waits = [one for one in queries if one.root not in answers]
    done_ = sorted((one for one in queries if one.root in answers), key=lambda one: answers[one.root].day)
    shown = [*waits, *done_[::-1][:ANSWERED]]
    may_send = bool(desk.roles & set(MANAGE))
    words, called = _opened(desk, shown, answers), desk.called([one.worker for one in shown])
    rows = [_asked(desk, one, answers.get(one.root), words, called) for one in shown]
    context: dict[str, Any] = {
        "waits": [row for row in rows if row.answer is None], "answered": [row for row in rows if row.answer],
        "outcomes": [(name, desk.say(key)) for name, key in OUTCOMES.items()], "typed": desk.request.POST,
        "months": [(run.month, run.since) for run in runs_of(desk.place)[::-1][:12]],
        "may_send": may_send, "asking": may_send and (desk.keys is not None or _asking(desk)),
        "worker": desk.request.GET.get("worker", ""),
        "people": at_work(desk),
    }  # fmt: skip
    template = "pay/questions.html"
    return desk.again(template, faults, **context) if faults else desk.page(template, **context)


def _opened(desk: Desk, shown: Sequence[PayQuery], answers: Mapping[Any, PayAnswer]) -> dict[str, str]:
    """What is sealed of questions and answers, by the sealed text; nothing while the names are locked."""
    if desk.keys is None:
        return {}
    texts = [(one.worker, "told", one.told) for one in shown if one.told]
    texts += [
        (one.worker, "told", answers[one.root].told)
        for one in shown
        if one.root in answers and answers[one.root].told
    ]
    found = desk.keys.opened_many(texts, reader=Reader(desk.who, "questions about pay", desk.now()))
    return {sealed: text for (_, _, sealed), text in zip(texts, found, strict=True) if isinstance(text, str)}


def _asked(
    desk: Desk, one: PayQuery, answer: PayAnswer | None, words: Mapping[str, str], called: Mapping[str, str]
) -> Asked:
    outcome = desk.say(OUTCOMES[answer.outcome]) if answer else ""
    return Asked(
        one,
        called[one.worker],
        words.get(one.told, ""),
        answer,
        outcome,
        words.get(answer.told, "") if answer else "",
        _typed(desk, one),
    )


def _asking(desk: Desk) -> bool:
    """Whether words of a question were typed and not taken: they stand there again, with the names locked too."""
    return bool(desk.request.POST.get("do") != "answer" and desk.request.POST.get("says"))


def _typed(desk: Desk, one: PayQuery) -> Mapping[str, str]:
    """What was typed to answer this question, where it was refused."""
    sent = desk.request.POST
    of = tuple(sent.get(name, "") for name in ("do", "worker", "asked_on", "number"))
    return sent.dict() if of == ("answer", one.worker, one.day.isoformat(), str(one.number)) else {}


def _ask(desk: Desk) -> HttpResponse:
    row = {name: desk.request.POST.get(name, "").strip() for name in ("worker", "day", "says", "month")}
    return _recorded(desk, "ask-about-pay", row, QUESTION_KEPT)


def _reply(desk: Desk) -> HttpResponse:
    sent = desk.request.POST
    names = ("worker", "asked_on", "number", "day", "outcome", "says")
    row: dict[str, Any] = {name: sent.get(name, "").strip() for name in names}
    try:
        if sent.get("amount", "").strip():
            row["amount"] = amount(sent["amount"].strip(), desk.figures.currency)
    except Unreadable:
        return _shown(desk, [NotAnAmount()])
    return _recorded(desk, "answer-question", row, ANSWER_KEPT)


def _recorded(desk: Desk, verb: str, row: Mapping[str, Any], says: str) -> HttpResponse:
    try:
        done(verb, VERBS[verb], desk.office(MANAGE), [row])
    except ValueError as fault:
        return _shown(desk, [fault])
    desk.note(says)
    return desk.to("site.pay.questions")


PAGES = [Page("site.pay.questions", "<token:site>/pay/questions", page, READ, MANAGE)]
