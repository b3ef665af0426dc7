"""The clock is set back: a little is carried over, much is asked about, and the chain says what happened."""

from dataclasses import replace

import pytest

from hands import at
from jornal.facts.attendance import Shift
from jornal.journal import books, place
from jornal.journal.opening import ClockSet
from jornal.journal.place import ClockWentBack
from jornal.journal.record import record
from jornal.journal.verify import chain_faults
from lost import anybody, laptop, shift

NOON = "2026-10-01T14:00:00+00:00"


def when(text):
    """S1 at a computer whose clock says this."""
    return replace(anybody(), clock=at(text))


@pytest.fixture(autouse=True)
def _at_noon(database):
    laptop(database)
    record([shift(1)], "cusco", when(NOON))


@pytest.mark.parametrize("now", ["2026-10-01T13:59:59+00:00", "2026-10-01T13:50:00+00:00"])
def test_a_few_minutes_back_are_carried_over_and_times_never_fall(now):
    (late,) = record([shift(2)], "cusco", when(now))
    assert late.recorded_at == at(NOON)()
    assert chain_faults("cusco").faults == ()


@pytest.mark.parametrize(
    "now", ["2026-10-01T13:49:59+00:00", "2026-09-01T14:00:00+00:00", "1970-01-01T00:00:00+00:00"]
)
def test_more_is_refused_with_both_times_and_what_to_do(now):
    with pytest.raises(ClockWentBack, match=r"says .* UTC.* 2026-10-01 14:00.*clock-is-right"):
        record([shift(2)], "cusco", when(now))
    assert Shift.objects.count() == 1


def test_a_person_says_that_the_clock_is_right_and_recording_goes_on():
    morning = "2026-10-01T09:00:00+00:00"
    books.clock_is_right("cusco", when(morning))
    (after,) = record([shift(2)], "cusco", when(morning))
    assert after.recorded_at == at(morning)()
    assert (ClockSet.objects.get().last, place.found("cusco").seq) == (at(NOON)(), 4)
    assert chain_faults("cusco").faults == ()


def test_a_clock_that_ran_ahead_for_a_year_costs_one_sentence_and_no_record():
    record([shift(2)], "cusco", when("2027-10-01T14:00:00+00:00"))
    with pytest.raises(ClockWentBack):
        record([shift(3)], "cusco", when("2026-10-01T15:00:00+00:00"))
    books.clock_is_right("cusco", when("2026-10-01T15:00:00+00:00"))
    record([shift(3)], "cusco", when("2026-10-01T15:00:01+00:00"))
    assert Shift.objects.count() == 3
    assert chain_faults("cusco").faults == ()
