"""What the tables of the dialogue take, and what no hand gets into them."""

from datetime import date

import pytest

import crew
from jornal.facts import dialogue
from jornal.facts.dialogue import Answer, Photo, Promise, Question, QuestionClosed
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, record

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


def question(**more):
    said = {
        "site": "cusco", "question": "q-s1", "put_to": "headquarters", "about": "order", "which": "o-7", "day": DAY,
        "staff": "S1", "says": "Which grey?",
    }  # fmt: skip
    return Question(**{**said, **more})


def test_each_side_writes_its_own_words_in_its_own_book(hand):
    record([question()], "cusco", hand)
    (kept,) = record(
        [Answer(site="cusco", question="q-s1", number=1, day=DAY, staff="H1", says="Ash")], "hq.cusco", hand
    )
    assert (kept.book, kept.heard) == ("hq.cusco", None)


def test_a_question_has_one_code_and_one_end(hand):
    record([question()], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([question(says="Which blue?")], "cusco", hand)
    end = {"site": "cusco", "question": "q-s1", "day": DAY}
    record([QuestionClosed(**end, outcome="answered")], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([QuestionClosed(**end, outcome="not_needed")], "cusco", hand)


@pytest.mark.parametrize(
    "fact",
    [
        question(put_to="family"),
        question(about="worker"),
        Photo(site="cusco", question="q-s1", number=1, day=DAY, staff="S1", file_size=1, people="some"),
    ],
)
def test_a_value_that_is_none_of_those_there_are_is_refused(hand, fact):
    with pytest.raises(NotCanonical):
        record([fact], "cusco", hand)


def test_a_promise_without_a_day_is_not_recorded(hand):
    said = {
        "site": "cusco",
        "promise": "p-s1",
        "made_at": "visit",
        "day": DAY,
        "staff": "S1",
        "lies_with": "site",
    }
    with pytest.raises(NotCanonical):
        record([Promise(**said, due_on="soon", says="a fan")], "cusco", hand)


def test_only_what_was_said_in_a_meeting_is_sealed():
    sealed = {
        (kind.KIND, column.name)
        for kind in vars(dialogue).values()
        if hasattr(kind, "KIND")
        for column in kind.content()
        if type(column).__name__ == "Sealed"
    }
    assert sealed == {("meeting", "told")}
