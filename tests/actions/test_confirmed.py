"""Her own word on her days, as they stood in the book when she saw them."""

import pytest

import crew
from crew import do
from jornal.actions.given import NotKnownHere, NotYet
from jornal.actions.verb import BadRows
from jornal.facts.attendance import DaysConfirmed
from jornal.journal import place
from jornal.journal.entry import Entry

SEEN = {"worker": "QC01", "since": "2026-10-01", "until": "2026-10-09", "answer": "right"}


@pytest.mark.usefixtures("database")
def test_what_she_says_names_how_far_the_book_was():
    here = crew.begun()
    do(here, "mark", {"worker": "QC01", "day": "2026-10-05", "minutes": "300"})
    before = place.found("cusco").seq
    do(here, "confirm-days", SEEN, {**SEEN, "worker": "QC02", "answer": "declined"})
    assert list(DaysConfirmed.objects.order_by("worker").values_list("worker", "answer", "upto")) == [
        ("QC01", "right", before),
        ("QC02", "declined", before),
    ]


@pytest.mark.usefixtures("sqlite")
def test_sent_twice_it_is_said_once():
    here = crew.begun()
    for _ in range(2):
        do(here, "confirm-days", SEEN)
    assert Entry.objects.filter(kind="days_confirmed").count() == 1


@pytest.mark.usefixtures("sqlite")
def test_asked_again_she_may_say_otherwise():
    here = crew.begun()
    do(here, "confirm-days", SEEN)
    do(here, "confirm-days", {**SEEN, "answer": "not_right", "number": "2"})
    assert [one.answer for one in DaysConfirmed.objects.order_by("number")] == ["right", "not_right"]


@pytest.mark.usefixtures("sqlite")
def test_what_is_not_right_she_says_under_seal(tmp_path):
    keys = crew.names(tmp_path)
    note = "Tuesday was six hours"
    (fact,) = do(crew.begun(keys), "confirm-days", {**SEEN, "answer": "not_right", "note": note})
    assert "six" not in fact.note
    assert keys.opened("QC01", "note", fact.note, reader=crew.vaulted.READER) == note


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**SEEN, "until": "2026-09-30"}, BadRows),
        ({**SEEN, "answer": "maybe"}, BadRows),
        ({**SEEN, "until": "2026-10-31"}, NotYet),
        ({**SEEN, "worker": "QC99"}, NotKnownHere),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_word_on_days_that_cannot_be_is_refused(row, fault):
    with pytest.raises(fault):
        do(crew.begun(), "confirm-days", row)


@pytest.mark.usefixtures("sqlite")
def test_her_representative_may_write_it_down():
    crew.begun()
    assert len(do(crew.at("representative", "QC02"), "confirm-days", SEEN)) == 1
