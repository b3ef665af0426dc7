"""What the tables of days take, and what no hand and no program gets into them."""

from datetime import date

import pytest

import crew
from jornal.facts.attendance import DaysConfirmed, OvertimeAnswered, OvertimeAsked, Shift, Stoppage
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, NotCorrectable, StillNeeded, corrected, record, voided

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


def put(hand, *facts):
    return record(facts, "cusco", hand)


def shift(**more):
    return Shift(
        **{"worker": "QC01", "day": DAY, "number": 1, "site": "cusco", "what": "work", "minutes": 300, **more}
    )


def asked(**more):
    return OvertimeAsked(
        **{"worker": "QC01", "day": DAY, "site": "cusco", "minutes": 60, "asked_on": DAY, **more}
    )


def test_a_row_of_a_day_is_one_workers_and_has_its_number(hand):
    put(hand, shift(), shift(number=2), shift(worker="QC02"), shift(day=date(2026, 10, 6)))
    with pytest.raises(AlreadyRecorded, match="shift QC01, 2026-10-05, 2"):
        put(hand, shift(number=2, what="training"))


def test_a_row_never_moves_to_another_worker_or_day(hand):
    (first,) = put(hand, shift())
    for name, value in (("worker", "QC02"), ("day", date(2026, 10, 6)), ("number", 2)):
        with pytest.raises(NotCorrectable, match="Void it and record another"):
            corrected(first, "wrong", **{name: value})


def test_minutes_and_kind_are_corrected_with_a_reason_and_both_versions_stay(hand):
    (first,) = put(hand, shift())
    put(hand, corrected(first, "she was ill", what="sick", minutes=None))
    versions = Shift.objects.all().versions(first.root)
    assert [(one.what, one.minutes) for one in versions] == [("work", 300), ("sick", None)]


def test_a_stoppage_is_of_a_site_or_of_a_workshop(hand):
    said = {"site": "cusco", "day": DAY, "number": 1, "what": "lockdown"}
    put(hand, Stoppage(**said), Stoppage(**said, workshop="sewing"))
    with pytest.raises(AlreadyRecorded):
        put(hand, Stoppage(**said, ordered_by="somebody else"))


def test_overtime_is_asked_once_a_day_and_answered_once(hand):
    (first,) = put(hand, asked())
    with pytest.raises(AlreadyRecorded):
        put(hand, asked(minutes=120))
    put(hand, OvertimeAnswered(asked=first.root, answer="no", day=DAY))
    with pytest.raises(AlreadyRecorded):
        put(hand, OvertimeAnswered(asked=first.root, answer="yes", day=DAY))


def test_an_answer_is_never_corrected_and_keeps_what_was_asked(hand):
    (first,) = put(hand, asked())
    (answer,) = put(hand, OvertimeAnswered(asked=first.root, answer="no", day=DAY))
    with pytest.raises(NotCorrectable):
        put(hand, corrected(answer, "she says yes now", answer="yes"))
    with pytest.raises(StillNeeded):
        put(hand, voided(first, "never asked"))


@pytest.mark.parametrize("answer", ["", "perhaps", "Right"])
def test_she_says_right_not_right_or_declines(hand, answer):
    said = {"worker": "QC01", "since": DAY, "until": DAY, "number": 1, "site": "cusco", "upto": 3}
    with pytest.raises(NotCanonical):
        put(hand, DaysConfirmed(**said, answer=answer))
    put(hand, DaysConfirmed(**said, answer="not_right"))
    assert DaysConfirmed.objects.get().upto == 3
