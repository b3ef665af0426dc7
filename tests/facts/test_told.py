"""What the tables of what a worker tells take: a voice once, an answer for a quarter once, and only what was agreed."""

from datetime import date
from uuid import UUID

import pytest

import crew
from jornal.facts.told import CheckedIn, GroupsTold, TellingAgreed, TellingWithdrawn
from jornal.journal.canon import NotCanonical
from jornal.journal.fact import kinds
from jornal.journal.record import AlreadyRecorded, NotCorrectable, NotThere, corrected, record

DAY = date(2026, 10, 5)
VOICE = "QC01~w1"
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


def agreed(hand, **more):
    said = {
        "worker": "QC01",
        "subject": "wellbeing",
        "voice": VOICE,
        "day": DAY,
        "ends_on": date(2027, 10, 5),
    }
    return record([TellingAgreed(**{**said, **more})], "cusco", hand)[0]


def asked(agreement, **more):
    said = {"worker": "QC01", "voice": VOICE, "agreed": agreement.root, "day": DAY, "told": "c2VhbGVk"}
    return CheckedIn(**{**said, "quarter": "2026-Q4", "site": "cusco", **more})


def test_a_voice_is_given_once_and_a_quarter_asked_once(hand):
    one = agreed(hand)
    with pytest.raises(AlreadyRecorded):
        agreed(hand)
    record([asked(one), asked(one, quarter="2027-Q1")], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([asked(one)], "cusco", hand)


def test_nothing_is_told_without_an_agreement(hand):
    one = agreed(hand)
    with pytest.raises(NotThere):
        record([asked(one, agreed=UUID(int=1))], "cusco", hand)
    told = {"worker": "QC01", "voice": "QC01~g1", "day": DAY, "told": "c2VhbGVk"}
    with pytest.raises(NotThere):
        record([GroupsTold(**told, agreed=UUID(int=1))], "cusco", hand)


def test_nobody_sets_right_what_she_told_or_took_back(hand):
    one = agreed(hand)
    (answer,) = record([asked(one)], "cusco", hand)
    (back,) = record([TellingWithdrawn(worker="QC01", voice=VOICE, agreed=one.root, day=DAY)], "cusco", hand)
    for fact in (one, back, answer):
        with pytest.raises(NotCorrectable):
            record([corrected(fact, "by mistake", day=date(2026, 10, 6))], "cusco", hand)


def test_other_subjects_are_not_taken(hand):
    with pytest.raises(NotCanonical):
        agreed(hand, subject="religion")


def test_what_she_told_has_no_column_in_the_open():
    columns = {name: [one.name for one in kinds()[name].content()] for name in ("groups_told", "checked_in")}
    assert columns == {
        "groups_told": ["worker", "voice", "agreed", "day", "told"],
        "checked_in": ["worker", "voice", "agreed", "quarter", "site", "day", "told"],
    }
