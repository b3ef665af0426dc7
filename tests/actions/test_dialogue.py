"""Questions put, read, answered and closed, by the side that each is for."""

from datetime import date

import pytest

from jornal.actions.dialogue import NoLongerOpen, NotAsked, NotPutLikeThis, NotYours
from jornal.actions.given import NotYet
from jornal.actions.inopen import NamesSomebody
from jornal.actions.office import NotYourRole
from jornal.actions.onlot import LotNotKnown
from jornal.actions.quoting import NoSuchOrder
from jornal.actions.tools import NoSuchWorkshop
from jornal.actions.verb import BadRows
from jornal.facts.dialogue import Answer, Question, QuestionClosed, QuestionSeen
from jornal.journal.record import AlreadyRecorded
from jornal.units.listed import ListedTerm
from offices import DAY, office
from peopled import do, names, opened, working

ASK = {"says": "Which grey is meant?"}


def site(day=DAY, role="site_manager"):
    return office(role, {"site_manager": "S1", "trainer": "T1", "quality": "R1"}.get(role, "N1"), day=day)


def hq(day=DAY):
    return office("hq_operations", "H1", day=day)


@pytest.fixture
def crew(sqlite, tmp_path):
    opened()
    return working(names(tmp_path), since=DAY)


def test_a_question_goes_to_the_other_side_and_is_answered_in_its_own_book(database):
    opened()
    (asked,) = do(site(), "put-question", {**ASK, "due_on": "2026-10-05"})
    assert (asked.question, asked.put_to, asked.book) == ("q-s1", "headquarters", "cusco")
    (answer,) = do(hq(), "reply-to-question", {"question": "q-s1", "says": "Ash, as on the card"})
    assert (answer.number, answer.book, answer.staff) == (1, "hq.cusco", "H1")
    (end,) = do(site(), "close-question", {"question": "q-s1"})
    assert (end.outcome, end.book) == ("answered", "cusco")
    (back,) = do(hq(), "put-question", {"says": "How do the needles hold?"})
    assert (back.question, back.put_to, back.book) == ("q-h1", "site", "hq.cusco")


def test_what_is_sent_twice_is_recorded_once_and_a_second_answer_stands_beside_the_first(crew):
    do(site(), "put-question", ASK, ASK)
    do(site(), "put-question", {"says": "And which blue?"})
    assert list(Question.objects.values_list("question", flat=True).order_by("question")) == ["q-s1", "q-s2"]
    reply = {"question": "q-s1", "says": "Ash"}
    do(hq(), "reply-to-question", reply)
    do(hq(), "reply-to-question", reply, {**reply, "says": "Ash, no. 12"})
    assert list(Answer.objects.values_list("number", "says").order_by("number")) == [
        (1, "Ash"), (2, "Ash, no. 12"),
    ]  # fmt: skip


def test_the_team_is_heard_by_number(crew):
    do(hq(), "put-question", {**ASK, "put_to": "team", "about": "group", "which": "knitting"})
    with pytest.raises(NotYours, match="how many of them were heard"):
        do(site(), "reply-to-question", {"question": "q-h1", "says": "The light one"})
    with pytest.raises(NotYours, match="9 were heard, and 1 are here"):
        do(site(), "reply-to-question", {"question": "q-h1", "says": "The light one", "heard": "9"})
    (kept,) = do(site(), "reply-to-question", {"question": "q-h1", "says": "The light one", "heard": "1"})
    assert kept.heard == 1


def test_reading_counts_once(crew):
    do(hq(), "put-question", ASK)
    do(site(), "see-question", {"question": "q-h1"})
    do(site(day=date(2026, 10, 2)), "see-question", {"question": "q-h1"})
    assert list(QuestionSeen.objects.values_list("staff", "day")) == [("S1", DAY)]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"put_to": "site"}, NotPutLikeThis),
        ({"about": "order", "which": "o-9"}, NoSuchOrder),
        ({"about": "lot", "which": "L-9"}, LotNotKnown),
        ({"about": "group", "which": "weaving"}, NoSuchWorkshop),
        ({"about": "lot"}, NotPutLikeThis),
        ({"which": "o-9"}, NotPutLikeThis),
        ({"due_on": "2026-09-30"}, NotPutLikeThis),
        ({"day": "2026-10-02"}, NotYet),
        ({"about": "worker"}, BadRows),
        ({"says": ""}, BadRows),
        ({"says": "Is she here for robbery?"}, ListedTerm),
    ],
    ids=str,
)
def test_a_question_that_cannot_be_put_says_why(crew, row, fault):
    with pytest.raises(fault):
        do(site(), "put-question", {**ASK, **row})
    assert not Question.objects.exists()


def test_a_question_names_no_worker(crew):
    with pytest.raises(NamesSomebody, match=f"names {crew}"):
        do(site(), "put-question", {"says": f"Why is {crew} so slow?"})


def test_quality_asks_and_answers_about_lots_alone(crew):
    with pytest.raises(NotPutLikeThis, match="about a lot"):
        do(site(role="quality"), "put-question", ASK)
    do(hq(), "put-question", ASK)
    with pytest.raises(NotYours, match="questions about lots"):
        do(site(role="quality"), "reply-to-question", {"question": "q-h1", "says": "Yes"})


def test_an_answer_to_nothing_or_to_what_is_over_says_why(crew):
    with pytest.raises(NotAsked, match="question q-s1 at cusco"):
        do(hq(), "reply-to-question", {"question": "q-s1", "says": "Yes"})
    do(site(), "put-question", ASK)
    with pytest.raises(NotYours, match="put to headquarters"):
        do(site(), "reply-to-question", {"question": "q-s1", "says": "I answer myself"})
    with pytest.raises(NotYours, match="asked on 2026-10-01"):
        do(hq(), "reply-to-question", {"question": "q-s1", "says": "Yes", "day": "2026-09-30"})
    do(site(), "close-question", {"question": "q-s1", "outcome": "not_needed"})
    with pytest.raises(NoLongerOpen, match="closed on 2026-10-01"):
        do(hq(), "reply-to-question", {"question": "q-s1", "says": "Yes"})


def test_a_question_is_closed_once_by_who_asked_and_as_answered_only_when_it_was(crew):
    do(site(), "put-question", ASK)
    with pytest.raises(NotYours, match="closed by the side that asked"):
        do(hq(), "close-question", {"question": "q-s1"})
    with pytest.raises(NotYours, match="nobody has answered it"):
        do(site(), "close-question", {"question": "q-s1"})
    do(site(), "close-question", {"question": "q-s1", "outcome": "not_needed"})
    with pytest.raises(AlreadyRecorded):
        do(site(), "close-question", {"question": "q-s1", "outcome": "not_needed", "note": "we found out"})
    assert QuestionClosed.objects.count() == 1


def test_a_seller_asks_nothing_and_a_question_is_about_a_site(crew):
    with pytest.raises(NotYourRole):
        do(office("seller", "V1"), "put-question", ASK)
    with pytest.raises(NotPutLikeThis, match="--site"):
        do(office("hq_operations", "H1", site=""), "put-question", ASK)
