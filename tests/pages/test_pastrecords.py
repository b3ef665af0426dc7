"""The versions of a record as a page tells them."""

import pytest
from django.http import Http404
from django.test import RequestFactory

import browsing
from daily import DAY, manager, opened, sent
from jornal.pages.access import desk_of
from jornal.pages.pastrecords import may_mark, past, told


@pytest.fixture
def desk(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    client = manager()
    sent(client, t_QC01="240")
    client.post(f"/cusco/attendance/{DAY}/QC01/1", {"do": "back", "why": "it was QC02"})
    request = RequestFactory().get("/")
    request.user = browsing.Account.objects.get(staff="S1")
    return desk_of(request, "cusco", "site.attendance")


KEY = {"worker": "QC01", "day": DAY, "number": "1"}


def test_the_newest_version_comes_first_with_who_and_why(desk):
    found = told(desk, past(desk, "shift", KEY))
    assert [(one["void"], one["why"], one["by"], one["letter"]) for one in found] == [
        (True, "it was QC02", "S1", "X"), (False, "", "S1", "X"),
    ]  # fmt: skip
    assert may_mark(desk)


@pytest.mark.parametrize("key", [{**KEY, "number": "2"}, {"worker": "QC01"}])
def test_what_is_not_recorded_is_no_page(desk, key):
    with pytest.raises(Http404):
        past(desk, "shift", key)
