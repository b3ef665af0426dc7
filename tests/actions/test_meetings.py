"""Meetings with the team."""

import pytest

from jornal.actions.inopen import NamesSomebody
from jornal.actions.meetings import NoSuchMeeting, NotSoMany
from jornal.actions.verb import BadRows
from jornal.facts.dialogue import Meeting, MeetingAnswered, Promise
from jornal.journal.entry import Entry
from jornal.journal.keys import Locked
from jornal.units.listed import ListedTerm
from offices import DAY, office
from peopled import do, names, opened, working
from vaulted import READER

HELD = {"present": "1", "decided": "lunch at noon"}


def hq():
    return office("hq_operations", "H1")


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    found = names(tmp_path)
    found.mint("S1")
    found.worker = working(found, since=DAY)
    return found


def test_a_meeting_keeps_what_was_said_sealed_and_what_was_decided_open(database, tmp_path):
    opened()
    keys = names(tmp_path)
    keys.mint("S1")
    working(keys, since=DAY)
    row = {**HELD, "said": "Ana wants a later lunch", "promises": "2026-10-20: a clock on the wall"}
    meeting, promise = do(office(keys=keys), "hold-meeting", row)
    assert (meeting.present, meeting.decided, promise.made_at) == (1, "lunch at noon", "meeting")
    assert keys.opened("S1", "told", meeting.told, reader=READER) == "Ana wants a later lunch"
    assert not [body for body in Entry.objects.values_list("body", flat=True) if "Ana wants" in body]
    (answer,) = do(hq(), "answer-meeting", {"held_on": str(DAY), "says": "Noon is right"})
    assert (answer.book, answer.meeting, answer.number) == ("hq.cusco", 1, 1)


def test_a_meeting_sent_twice_is_held_once(keys):
    row = {**HELD, "said": "a later lunch", "promises": "2026-10-20: a clock"}
    do(office(keys=keys), "hold-meeting", row)
    do(office(keys=keys), "hold-meeting", row)
    assert (Meeting.objects.count(), Promise.objects.count()) == (1, 1)
    do(hq(), "answer-meeting", {"held_on": str(DAY), "says": "Good"}, {"held_on": str(DAY), "says": "Good"})
    assert MeetingAnswered.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"present": "2"}, NotSoMany),
        ({"present": "0"}, BadRows),
        ({"said": "she spoke of the robbery"}, ListedTerm),
        ({"decided": "no talk of robbery"}, ListedTerm),
        ({"said": "lunch"}, Locked),
        ({"promises": "a clock"}, BadRows),
        ({"promises": "2026-13-01: a clock"}, BadRows),
    ],
    ids=str,
)
def test_a_meeting_that_cannot_be_recorded_says_why(keys, row, fault):
    with pytest.raises(fault):
        do(office(), "hold-meeting", {**HELD, **row})
    assert not Meeting.objects.exists()


def test_what_was_decided_names_nobody(keys):
    with pytest.raises(NamesSomebody):
        do(office(), "hold-meeting", {**HELD, "decided": f"{keys.worker} comes later"})


def test_headquarters_answers_a_meeting_that_was_held(keys):
    with pytest.raises(NoSuchMeeting, match="No meeting 2 was held at cusco"):
        do(hq(), "answer-meeting", {"held_on": str(DAY), "meeting": "2", "says": "Good"})
