"""A clock that went back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from hands import BEGIN, at
from jornal.actions.clock import VERBS
from jornal.actions.verb import done
from jornal.facts.attendance import Shift
from jornal.journal.opening import ClockSet
from jornal.journal.place import ClockWentBack
from offices import office


def early(office_):
    """The same desk, its clock a day back."""
    return replace(office_, hand=replace(office_.hand, clock=at((BEGIN - timedelta(days=1)).isoformat())))


def shift():
    return Shift(worker="QC01", day=date(2026, 9, 30), number=1, site="cusco", what="work", minutes=300)


@pytest.mark.usefixtures("database")
def test_recording_goes_on_once_a_person_says_that_it_is_right():
    back = early(office())
    with pytest.raises(ClockWentBack):
        back.put([shift()])
    told = done("clock-is-right", VERBS["clock-is-right"], back, [{}])
    assert {fact.book for fact in told} == {"cusco", "hq", "hq.cusco"}
    (found,) = back.put([shift()])
    assert found.recorded_at == datetime(2026, 9, 30, 12, tzinfo=UTC)


@pytest.mark.usefixtures("sqlite")
def test_where_the_clock_goes_on_nothing_is_recorded():
    late = office()
    late = replace(late, hand=replace(late.hand, clock=at("2026-10-05T12:00:00+00:00")))
    assert done("clock-is-right", VERBS["clock-is-right"], late, [{}]) == []
    assert not ClockSet.objects.exists()
