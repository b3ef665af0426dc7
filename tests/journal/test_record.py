"""Facts through the one door."""

from datetime import date

import pytest

from hands import LAPTOP, STRANGER, hand
from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked, Shift
from jornal.journal import books
from jornal.journal.canon import NotCanonical
from jornal.journal.entry import Entry
from jornal.journal.place import NoSuchBook, NotTheAuthor
from jornal.journal.record import (
    AlreadyRecorded,
    CorrectedMeanwhile,
    NotCorrectable,
    NotThere,
    StillNeeded,
    corrected,
    record,
    voided,
)

pytestmark = pytest.mark.usefixtures("database")
DAY = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def _book(database):
    books.opened("cusco", "hq", hand())


def shift(worker: str = "QC01", day: date = DAY, number: int = 1, **more: object) -> Shift:
    said = {"worker": worker, "day": day, "number": number, "site": "cusco", "what": "work", "minutes": 300}
    return Shift(**{**said, **more})


def asked(worker: str = "QC01") -> OvertimeAsked:
    return OvertimeAsked(worker=worker, day=DAY, site="cusco", minutes=60, asked_on=DAY)


def test_a_shift_is_there_with_who_recorded_it_and_its_place():
    (found,) = record([shift()], "cusco", hand())
    kept = Shift.objects.get()
    assert (kept.id, kept.book, kept.seq, kept.by, kept.role) == (found.id, "cusco", 2, "S1", "site_manager")


def test_many_are_recorded_in_the_order_given():
    found = record([shift(f"QC{n:02d}") for n in range(30)], "cusco", hand())
    assert [fact.seq for fact in found] == list(range(2, 32))
    assert list(Entry.objects.order_by("seq").values_list("kind", flat=True)) == ["opening"] + ["shift"] * 30


def test_one_bad_fact_among_many_leaves_none_of_them():
    with pytest.raises(AlreadyRecorded, match="shift QC03, 2026-10-01, 1"):
        record([shift("QC02"), shift("QC03"), shift("QC03")], "cusco", hand())
    assert (Shift.objects.count(), Entry.objects.count()) == (0, 1)


def test_the_same_key_twice_is_refused_and_the_first_stands():
    record([shift(minutes=300)], "cusco", hand())
    with pytest.raises(AlreadyRecorded, match="Correct that one"):
        record([shift(minutes=240)], "cusco", hand())
    assert Shift.objects.get().minutes == 300


def test_a_correction_is_current_and_the_first_version_stays():
    (first,) = record([shift(minutes=300)], "cusco", hand())
    record([corrected(first, "she left at noon", minutes=240)], "cusco", hand())
    assert [one.minutes for one in Shift.objects.current()] == [240]
    assert [(one.minutes, one.why) for one in Shift.objects.all().versions(first.root)] == [
        (300, ""),
        (240, "she left at noon"),
    ]


def test_a_book_can_be_read_as_it_stood():
    (first,) = record([shift(minutes=300)], "cusco", hand())
    record([corrected(first, "she left at noon", minutes=240)], "cusco", hand())
    assert [one.minutes for one in Shift.objects.current({"cusco": first.seq})] == [300]
    assert not Shift.objects.current({"cusco": 1}).exists()
    assert not Shift.objects.current({}).exists()


def test_the_second_of_two_corrections_of_one_version_is_told_to_look_again():
    (first,) = record([shift()], "cusco", hand())
    record([corrected(first, "noon", minutes=240)], "cusco", hand())
    with pytest.raises(CorrectedMeanwhile, match="Look at it again"):
        record([corrected(first, "one o'clock", minutes=200)], "cusco", hand())


def test_a_correction_needs_a_reason_and_keeps_its_key():
    (first,) = record([shift()], "cusco", hand())
    with pytest.raises(NotCorrectable, match="reason"):
        corrected(first, "  ", minutes=240)
    with pytest.raises(NotCorrectable, match="Void it and record another"):
        corrected(first, "wrong day", day=date(2026, 10, 2))


def test_a_void_takes_a_fact_back_and_its_key_can_be_recorded_again_as_a_correction():
    (first,) = record([shift()], "cusco", hand())
    (gone,) = record([voided(first, "it was another worker")], "cusco", hand())
    assert not Shift.objects.current().exists()
    record([corrected(gone, "it was her after all", minutes=120)], "cusco", hand())
    assert [one.minutes for one in Shift.objects.current()] == [120]


def test_what_others_rest_on_is_not_voided_and_they_are_named():
    (first,) = record([asked()], "cusco", hand())
    record([OvertimeAnswered(asked=first.root, answer="no", day=DAY)], "cusco", hand())
    with pytest.raises(StillNeeded, match="overtime answered"):
        record([voided(first, "a mistake")], "cusco", hand())


def test_a_final_fact_is_not_corrected():
    (first,) = record([asked()], "cusco", hand())
    (answer,) = record([OvertimeAnswered(asked=first.root, answer="no", day=DAY)], "cusco", hand())
    with pytest.raises(NotCorrectable, match="beside it"):
        record([corrected(answer, "she says yes now", answer="yes")], "cusco", hand())


def test_a_reference_has_to_lead_to_something_live():
    (first,) = record([asked()], "cusco", hand())
    record([voided(first, "a mistake")], "cusco", hand())
    with pytest.raises(NotThere, match="names no overtime asked"):
        record([OvertimeAnswered(asked=first.root, answer="no", day=DAY)], "cusco", hand())


def test_a_fact_may_rest_on_another_of_the_same_set_only_after_it_was_recorded():
    one = asked()
    record([one], "cusco", hand())
    record([OvertimeAnswered(asked=one.root, answer="yes", day=DAY)], "cusco", hand())
    assert OvertimeAnswered.objects.current().count() == 1


def test_a_book_that_was_never_opened_takes_nothing():
    with pytest.raises(NoSuchBook, match='no book "lima"'):
        record([shift()], "lima", hand())


def test_a_book_is_written_by_its_own_computer_alone():
    with pytest.raises(NotTheAuthor, match="another computer"):
        record([shift()], "cusco", hand(node=STRANGER))
    record([shift()], "cusco", hand(node=LAPTOP))


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 1.5},
        {"minutes": True},
        {"minutes": 2**53},
        {"what": ""},
        {"site": "x" * 61},
        {"trade": None},
        {"day": "2026-10-01"},
        {"trade": "half \ud800"},
    ],
    ids=str,
)
def test_a_value_that_does_not_fit_is_refused_before_it_is_written(wrong):
    with pytest.raises(NotCanonical):
        record([shift(**wrong)], "cusco", hand())
    assert Entry.objects.count() == 1
