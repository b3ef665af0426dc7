"""What fields offer of the craft."""

import pytest

import acquainted
import browsing
import learning
import making
from jornal.pages.access import desk_of
from jornal.pages.craftchoices import FOUND


@pytest.fixture
def desk(sqlite, monkeypatch):
    """The manager's desk at a site with a lot that is open and techniques to learn, and the code of that lot."""
    lot = making.opened(making.begun())
    learning.listed(ladder=False)
    browsing.opened(sqlite, monkeypatch, day=f"{making.crew.TODAY}")
    found = desk_of(acquainted.manager().get("/cusco/people").wsgi_request, "cusco", "site.people")
    assert found is not None
    return found, lot


def test_the_lots_that_are_open_are_offered_by_their_codes(desk):
    at, lot = desk
    assert [code for code, _ in FOUND["lots"](at, "")] == [lot]


def test_techniques_stand_in_the_order_in_which_they_are_learned(desk):
    at, _ = desk
    assert [technique for technique, _ in FOUND["techniques"](at, "")] == list(learning.TECHNIQUES)


def test_a_certificate_of_a_course_is_offered_to_whoever_finished_it(desk):
    at, _ = desk
    assert [what for what, _ in FOUND["certified"](at, "QC01")] == ["skills"]
    assert list(FOUND["courses"](at, "")) == []


def test_designs_are_offered_to_those_who_made_them(desk):
    at, _ = desk
    assert list(FOUND["designs"](at, "QC99")) == []
