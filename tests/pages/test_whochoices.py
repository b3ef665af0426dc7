"""Whom fields offer."""

import pytest

import browsing
import hands
import peopled
from jornal.facts.organisation import Staff
from jornal.journal.record import record
from jornal.pages import whochoices
from jornal.pages.access import desk_of


@pytest.fixture
def desks(sqlite, monkeypatch):
    """The desks of a site where one woman works, and of headquarters, and her code."""
    keys = peopled.names(sqlite.home)
    peopled.opened()
    worker = peopled.working(keys)
    browsing.opened(sqlite, monkeypatch)
    record([Staff(staff="R1", of="workers", languages=["es"])], "hq", hands.hand("H1", "hq_operations"))
    here = desk_of(browsing.member("S3", "trainer").get("/cusco/people").wsgi_request, "cusco")
    all_ = desk_of(browsing.member("H3", "hq_operations", "").get("/hq/board").wsgi_request, "")
    return here, all_, worker


def test_a_worker_is_chosen_here_and_at_headquarters_alike(desks):
    here, everywhere, worker = desks
    assert [[one.value for one in whochoices.at_work(desk)] for desk in (here, everywhere)] == [
        [worker],
        [worker],
    ]


def test_no_official_of_the_prison_is_offered_as_a_judge(desks):
    here, _, worker = desks
    assert [one.value for one in whochoices.staff(here)] == ["R1", "T1"]
    assert [one.value for one in whochoices.people(here)] == [worker, "R1", "T1"]
    assert [one.value for one in whochoices.representatives(here)] == ["R1"]


def test_who_receives_is_offered_to_her_alone(desks):
    here, _, worker = desks
    assert list(whochoices.FOUND["beneficiaries"](here, worker)) == []
