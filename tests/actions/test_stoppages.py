"""Work is stopped for everybody at once; nobody has to be marked."""

import pytest

import crew
from crew import do
from jornal.actions.given import NotYet
from jornal.actions.verb import BadRows
from jornal.facts.attendance import Stoppage
from jornal.units.listed import ListedTerm

STOPPED = {"day": "2026-10-05", "ordered_by": "head of security"}


@pytest.mark.usefixtures("database")
def test_a_day_is_stopped_for_everybody():
    (fact,) = do(crew.begun(), "stop-work", STOPPED)
    assert (fact.what, fact.workshop, fact.start, fact.end) == ("lockdown", "", None, None)
    assert Stoppage.objects.current().get().ordered_by == "head of security"


@pytest.mark.usefixtures("sqlite")
def test_part_of_a_day_has_both_its_times():
    here = crew.begun()
    (fact,) = do(here, "stop-work", {**STOPPED, "start": "08:00", "end": "10:30"})
    assert (fact.start, fact.end) == (480, 630)
    with pytest.raises(BadRows, match="start and end, or neither"):
        do(here, "stop-work", {**STOPPED, "number": "2", "start": "08:00"})


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"day": "2026-10-05"}, "ordered_by must be given"),
        ({**STOPPED, "what": "work"}, "work is time worked"),
        ({**STOPPED, "what": "curfew"}, "not a kind of time"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_it_says_what_stopped_work_and_who_ordered_it(row, said):
    with pytest.raises(BadRows, match=said):
        do(crew.begun(), "stop-work", row)


@pytest.mark.usefixtures("sqlite")
def test_it_says_nothing_of_why_anyone_is_inside():
    with pytest.raises(ListedTerm):
        do(crew.begun(), "stop-work", {**STOPPED, "ordered_by": "the murder inquiry"})


@pytest.mark.usefixtures("sqlite")
def test_a_stoppage_that_has_not_come_is_not_recorded():
    with pytest.raises(NotYet):
        do(crew.begun(), "stop-work", {**STOPPED, "day": "2026-11-02"})
