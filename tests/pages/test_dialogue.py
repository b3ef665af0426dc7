"""The page of the dialogue, of a question, and of the brief."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import browsing
import crew
import drawn
import talked
from jornal.facts.dialogue import Answer, Photo, Question, QuestionClosed, QuestionSeen
from jornal.facts.organisation import Workshop
from peopled import do

ADDRESS = "/cusco/dialogue"


def opened(database, monkeypatch):
    crew.begun().put([Workshop(site="cusco", workshop="knitting", label="Knitting", place="workshop")])
    browsing.opened(database, monkeypatch, day="2026-10-30")
    return browsing.member("S1", "site_manager"), browsing.member("H1", "hq_operations", "")


@pytest.fixture
def both(sqlite, monkeypatch):
    return opened(sqlite, monkeypatch)


def test_a_question_goes_from_the_site_to_its_answer_and_its_end(database, monkeypatch):
    manager, headquarters = opened(database, monkeypatch)
    assert "No question is open. Ask one" in browsing.text(manager.get(ADDRESS))
    said = {"says": "Which grey?", "put_to": "headquarters", "of": "group knitting"}
    assert manager.post(f"{ADDRESS}/do/put-question", said).status_code == 302
    asked = Question.objects.get()
    assert (asked.question, asked.about, asked.which) == ("q-s1", "group", "knitting")
    seen = [browsing.text(one.get(f"{ADDRESS}/q-s1")) for one in (manager, headquarters)]
    assert [("Close a question" in one, "Answer a question" in one) for one in seen] == [
        (True, False),
        (False, True),
    ]
    headquarters.post(f"{ADDRESS}/q-s1", {"seen": "yes"})
    headquarters.post(f"{ADDRESS}/do/reply-to-question", {"question": "q-s1", "says": "Ash"})
    text = browsing.text(manager.get(f"{ADDRESS}/q-s1"))
    assert [one in text for one in ("Which grey?", "Ash", "H1", "Read by", "Workshop knitting")] == [True] * 5
    manager.post(f"{ADDRESS}/do/close-question", {"question": "q-s1", "outcome": "answered"})
    assert (Answer.objects.count(), QuestionSeen.objects.count(), QuestionClosed.objects.count()) == (1, 1, 1)
    assert "with 1 that is closed" in browsing.text(manager.get(ADDRESS))
    assert "q-s1" in browsing.text(manager.get(f"{ADDRESS}?state=all"))


def test_a_refused_answer_keeps_what_was_typed(both):
    manager, _ = both
    do(talked.headquarters(), "put-question", {"says": "Which hours?", "put_to": "team"})
    answer = manager.post(f"{ADDRESS}/do/reply-to-question", {"question": "q-h1", "says": "Ten to noon"})
    text = browsing.text(answer)
    assert (answer.status_code, "how many of them were heard" in text, "Ten to noon" in text) == (
        422,
        True,
        True,
    )


def test_a_photo_is_kept_clean_and_shown_to_who_may_see_it(both):
    manager, _ = both
    do(talked.site(), "put-question", {"says": "Is this seam right?"})
    sent = {"photo": SimpleUploadedFile("a.jpg", drawn.jpeg()), "people": "none", "says": "the seam"}
    assert manager.post(f"{ADDRESS}/q-s1", sent).status_code == 302
    answer = manager.get(f"{ADDRESS}/q-s1/photo/1")
    assert (answer["Content-Type"], drawn.PLACE in answer.content) == ("image/jpeg", False)
    assert "the seam" in browsing.text(manager.get(f"{ADDRESS}/q-s1"))
    assert manager.get(f"{ADDRESS}/q-s1/photo/2").status_code == 404
    assert browsing.member("V1", "seller", "").get(f"{ADDRESS}/q-s1/photo/1").status_code == 404


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (lambda: SimpleUploadedFile("a.png", drawn.jpeg()), "its bytes say image/jpeg"),
        (lambda: SimpleUploadedFile("a.png", drawn.png()[:40]), "cut off or damaged"),
        (lambda: SimpleUploadedFile("a.png", drawn.png() + bytes(10_000_000)), "more than 10 MB"),
        (lambda: "", "Fill this in."),
    ],
)
def test_a_file_that_is_no_photo_is_refused_on_the_page(both, file, says):
    manager, _ = both
    do(talked.site(), "put-question", {"says": "Is this seam right?"})
    answer = manager.post(f"{ADDRESS}/q-s1", {"photo": file(), "people": "none"})
    assert (answer.status_code, says in browsing.text(answer), Photo.objects.exists()) == (422, True, False)


def test_the_representative_reads_what_was_asked_of_the_team_and_nothing_else(both):
    talked.begun()
    hers = browsing.member("N1", "representative")
    text = browsing.text(hers.get(ADDRESS))
    assert ("Which hours suit you?" in text, "Which grey" in text, "Record" in text) == (True, False, False)
    assert hers.get(f"{ADDRESS}/q-h1").status_code == 200
    assert hers.get(f"{ADDRESS}/q-s1").status_code == 404
    assert hers.post(f"{ADDRESS}/q-h1", {"seen": "yes"}).status_code == 404
    assert hers.get(f"{ADDRESS}/brief/site").status_code == 404


def test_threads_are_found_by_what_they_are_about(both):
    manager, _ = both
    talked.begun()
    text = browsing.text(manager.get(f"{ADDRESS}?about=group"))
    assert ("wider" in text, "Which grey" in text) == (True, False)


def test_a_meeting_is_recorded_and_answered(both):
    manager, headquarters = both
    manager.post(
        f"{ADDRESS}/do/hold-meeting", {"day": "2026-10-30", "present": "4", "decided": "lunch at noon"}
    )
    headquarters.post(f"{ADDRESS}/do/answer-meeting", {"held_on": "2026-10-30", "says": "Noon is right"})
    text = browsing.text(manager.get(ADDRESS))
    assert ("lunch at noon" in text, "Noon is right" in text) == (True, True)


def test_the_brief_reads_on_the_page_as_on_paper(both):
    manager, _ = both
    talked.begun()
    text = browsing.text(manager.get(f"{ADDRESS}/brief/headquarters"))
    assert ("Brief to headquarters" in text, "Which grey is meant?" in text) == (True, True)
    answer = manager.get(f"{ADDRESS}/brief/site/paper?day=2026-10-30")
    assert (answer["Content-Type"], answer.content[:4]) == ("application/pdf", b"%PDF")
    assert manager.get(f"{ADDRESS}/brief/nobody").status_code == 404


def test_fifty_questions_ask_no_more_of_the_databases_than_three(both):
    manager, _ = both
    talked.begun()
    manager.get(ADDRESS)
    few = browsing.queries(lambda: manager.get(ADDRESS))
    do(talked.site(), "put-question", *({"says": f"Question {number}?"} for number in range(50)))
    assert browsing.queries(lambda: manager.get(ADDRESS)) == few
