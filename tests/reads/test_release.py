"""Who is to be offered a plan, by what was told."""

from datetime import date

import pytest

import crew
from jornal.facts.people import Enrolled, Left
from jornal.facts.release import ReleaseExpected, ReleasePapers, ReleasePlan
from jornal.reads.release import coming, due, papers_given

TOLD = date(2026, 9, 10)


@pytest.fixture
def here(database):
    return crew.begun()


def expected(here, worker="QC01", month="2027-01", told_on=TOLD):
    here.put([ReleaseExpected(worker=worker, told_on=told_on, site="cusco", month=month, source="authority")])


def planned(here, answer):
    here.put([ReleasePlan(worker="QC01", day=date(2026, 10, 3), site="cusco", answer=answer, work="home")])


def test_a_plan_is_due_ninety_days_before_the_month(here):
    expected(here)
    assert due("cusco", date(2026, 10, 2)) == []
    (one,) = due("cusco", date(2026, 10, 3))
    assert (one.worker, one.first, one.offered_from) == ("QC01", date(2027, 1, 1), date(2026, 10, 3))


def test_of_whom_nothing_was_told_nothing_is_guessed(here):
    assert (coming(["QC01"]), due("cusco", date(2030, 1, 1))) == ({}, [])


def test_what_was_told_last_counts_and_may_be_that_nobody_knows_any_more(here):
    expected(here)
    expected(here, month="", told_on=date(2026, 9, 20))
    assert coming(["QC01"]) == {}


@pytest.mark.parametrize(("answer", "open_"), [("made", 0), ("declined", 0), ("later", 1)])
def test_a_plan_is_offered_until_she_answers(here, answer, open_):
    expected(here)
    planned(here, answer)
    assert len(due("cusco", crew.TODAY)) == open_


def test_who_has_left_is_offered_nothing_more(here):
    expected(here)
    stay = Enrolled.objects.get(worker="QC01")
    here.put([Left(enrolled=stay.root, worker="QC01", site="cusco", day=date(2026, 10, 5), reason="release")])
    assert due("cusco", crew.TODAY) == []


def test_the_papers_given_last_are_those_that_she_has(here):
    assert papers_given("QC01") is None
    for day, papers in ((TOLD, ["contract"]), (crew.TODAY, ["contract", "plan"])):
        here.put([ReleasePapers(worker="QC01", day=day, site="cusco", papers=papers)])
    assert papers_given("QC01").papers == ["contract", "plan"]
