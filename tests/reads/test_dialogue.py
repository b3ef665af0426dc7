"""Threads, promises and meetings as they stand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import talked
from jornal.reads.dialogue import called, meetings, promises, threads
from peopled import do, names, opened, working
from talked import EARLIER, TODAY


def test_threads_stand_with_their_answers_and_their_state(database):
    opened()
    talked.begun()
    do(talked.headquarters(), "see-question", {"question": "q-s1"})
    found = {one.asked.question: one for one in threads(["cusco"], TODAY)}
    assert {code: one.state for code, one in found.items()} == {
        "q-s1": "open",
        "q-s2": "answered",
        "q-h1": "open",
    }
    assert [one.late(TODAY) for one in (found["q-s1"], found["q-s2"], found["q-h1"])] == [True, False, False]
    assert [one.says for one in found["q-s2"].answers] == ["Two millimetres more"]
    assert [one.staff for one in found["q-s1"].seen] == ["H1"]
    do(talked.site(), "close-question", {"question": "q-s2"})
    assert {one.asked.question: one.state for one in threads(["cusco"], TODAY)}["q-s2"] == "closed"


@pytest.fixture
def said(sqlite):
    opened()
    talked.begun()


def test_threads_about_one_thing_are_found(said):
    assert [one.asked.question for one in threads(["cusco"], TODAY, about="group", which="knitting")] == [
        "q-s2"
    ]
    assert threads(["cusco"], TODAY, about="lot") == []
    assert threads(["trujillo"], TODAY) == []


def test_what_comes_later_is_not_told_yet(said):
    assert {one.state for one in threads(["cusco"], EARLIER)} == {"open"}


def test_a_promise_is_open_until_it_is_kept(said):
    assert [(one.of.promise, one.open, one.late(TODAY)) for one in promises(["cusco"], TODAY)] == [
        ("p-h1", True, True), ("p-s1", True, False),
    ]  # fmt: skip
    do(talked.headquarters(), "look-at-promise", {"promise": "p-h1", "outcome": "not_kept"})
    assert promises(["cusco"], TODAY)[0].late(TODAY)
    do(talked.site(), "look-at-promise", {"promise": "p-h1", "outcome": "kept"})
    assert [one.open for one in promises(["cusco"], TODAY)] == [False, True]


def test_a_meeting_stands_with_what_headquarters_answered(sqlite, tmp_path):
    opened()
    working(names(tmp_path), since=EARLIER)
    do(talked.site(), "hold-meeting", {"present": "1", "decided": "lunch at noon"})
    do(talked.headquarters(), "answer-meeting", {"held_on": str(TODAY), "says": "Good"})
    (found,) = meetings("cusco", TODAY)
    assert (found.of.decided, [one.says for one in found.answers]) == ("lunch at noon", ["Good"])


def test_fifty_threads_ask_no_more_of_the_database_than_three(said):
    def asked():
        with CaptureQueriesContext(connection) as found:
            threads(["cusco"], TODAY)
        return len(found)

    few = asked()
    do(talked.site(), "put-question", *({"says": f"Question {number}?"} for number in range(50)))
    assert asked() == few


def test_a_design_that_is_asked_about_is_called_by_its_label(said):
    do(talked.headquarters(), "begin-design", {"design": "cape", "label": "Terrace cape"})
    assert called("cusco")["design", "cape"] == "Terrace cape"
    assert called("trujillo") == {}
