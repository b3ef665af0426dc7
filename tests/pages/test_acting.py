"""The form of any verb of a site: whoever may not do it finds nothing there."""

from uuid import uuid4

import pytest

import browsing
from jornal.pages import reaches


@pytest.mark.parametrize("verb", ["enrol", "no-such-verb", "sign-agreement"])
def test_a_verb_of_another_page_is_not_found_and_the_reach_is_noted(sqlite, monkeypatch, verb):
    browsing.opened(sqlite, monkeypatch)
    client = browsing.member("S1", "site_manager")
    assert client.get(f"/cusco/agreements/do/{verb}").status_code == 404
    assert reaches.last()[0]["address"] == f"/cusco/agreements/do/{verb}"


def test_a_form_sent_twice_is_done_once(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    client = browsing.member("S1", "site_manager")
    room = {"workshop": "looms", "label": "Looms", "place": "workshop", "once": uuid4().hex}
    first, second = (client.post("/cusco/agreements/do/open-workshop", room) for _ in range(2))
    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
