"""What a worker says of her pay."""

from dataclasses import replace
from datetime import date

import pytest

import payroll
from jornal.actions import answers
from jornal.actions.answers import NoSlip, NoSuchLine, NoSuchQuestion, NotThisHead
from jornal.actions.verb import done
from jornal.facts.pay import PayAnswer, PayQuery, Slip, SlipAnswered, SlipHanded
from jornal.journal.entry import Head
from jornal.journal.keys import Locked
from jornal.reads.statement import said_of
from jornal.units.listed import ListedTerm

OCTOBER, DAY = "2026-10", "2026-11-03"


@pytest.fixture
def here(october, tmp_path):
    with payroll.copied(october, tmp_path) as found:
        yield replace(found, day=date(2026, 11, 3))


def say(verb: str, here, **row) -> list:
    return done(verb, answers.VERBS[verb], here, [row])


def test_all_slips_of_a_month_are_handed_over_at_once_with_the_head_that_is_printed_on_them(here):
    head = Head.objects.get(book="cusco", why="issue").code
    handed = say("hand-over", here, month=OCTOBER, day=DAY, head=f"{head[:5]} {head[5:]}".lower())
    assert len(handed) == 3
    assert say("hand-over", here, month=OCTOBER, day=DAY) == []
    assert {(one.head, one.language) for one in SlipHanded.objects.all()} == {(head, "es")}


def test_a_head_that_was_never_printed_here_is_refused(here):
    with pytest.raises(NotThisHead):
        say("hand-over", here, month=OCTOBER, day=DAY, head="00000 00000")


def test_she_may_dispute_lines_and_agree_later_and_the_same_twice_is_once(here):
    for answer, lines in (("disputed", "3 1"), ("disputed", "1 3 3"), ("agreed", ""), ("agreed", "")):
        say("answer-slip", here, month=OCTOBER, worker="Q01", day=DAY, answer=answer, lines=lines)
    rows = SlipAnswered.objects.order_by("number")
    assert [(one.answer, one.disputed_lines["lines"]) for one in rows] == [
        ("disputed", [1, 3]),
        ("agreed", []),
    ]
    assert said_of(Slip.objects.get(worker="Q01")) == (False, "agreed")


@pytest.mark.parametrize("lines", ["0", "99", "one", "1.5", "-1"])
def test_a_line_that_is_not_on_the_slip_is_not_disputed(lines, here):
    with pytest.raises(NoSuchLine, match="has lines 1 to"):
        say("answer-slip", here, month=OCTOBER, worker="Q01", day=DAY, answer="disputed", lines=lines)


def test_what_she_asks_is_sealed_and_answered(database, tmp_path):
    here = payroll.begun(tmp_path)
    say("ask-about-pay", here, worker="Q01", day=DAY, says="why less than in September?")
    assert "September" not in PayQuery.objects.get().told
    reply = {
        "worker": "Q01",
        "asked_on": DAY,
        "day": "2026-11-04",
        "outcome": "explained",
        "says": "no holiday",
    }
    (fact,) = say("answer-question", here, **reply)
    assert say("answer-question", here, **reply) == [fact]
    assert (fact.day, PayAnswer.objects.count(), "holiday" in fact.told) == (date(2026, 11, 4), 1, False)


def test_a_second_question_of_the_day_is_another_and_the_same_one_is_not(here):
    for says in ("why so late?", "and why so little?", "why so late?"):
        say("ask-about-pay", here, worker="Q01", day=DAY, says=says, month=OCTOBER)
    assert [one.number for one in PayQuery.objects.order_by("number")] == [1, 2]


@pytest.mark.parametrize(
    ("verb", "row", "fault"),
    [
        ("answer-question", {"asked_on": DAY, "outcome": "explained"}, NoSuchQuestion),
        ("answer-slip", {"worker": "Q99", "month": OCTOBER, "answer": "agreed"}, NoSlip),
        ("ask-about-pay", {"worker": "Q99", "month": OCTOBER, "says": "where is mine?"}, NoSlip),
        ("ask-about-pay", {"says": "she is in for murder"}, ListedTerm),
    ],
)
def test_what_leads_nowhere_or_may_not_be_kept_is_refused(verb, row, fault, here):
    with pytest.raises(fault):
        say(verb, here, **{"worker": "Q01", "day": DAY, **row})
    assert not PayQuery.objects.exists()


def test_a_question_waits_for_the_names_to_be_open(here):
    with pytest.raises(Locked):
        say("ask-about-pay", replace(here, keys=None), worker="Q01", day=DAY, says="why?")
