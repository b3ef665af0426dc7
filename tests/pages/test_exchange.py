"""The exchange, until it is built."""

import dataclasses
from datetime import UTC, datetime

import pytest
from django.conf import settings

import browsing
from jornal.pages import exchange


@pytest.mark.parametrize(
    ("path", "role", "at", "way"),
    [
        ("/cusco/exchange", "site_manager", "cusco", "/cusco/close"),
        ("/hq/exchange", "hq_operations", "", "/hq/approve"),
    ],
)
def test_it_says_plainly_what_comes_and_leads_to_what_does_until_then(
    sqlite, monkeypatch, path, role, at, way
):
    browsing.opened(sqlite, monkeypatch)
    text = browsing.text(browsing.member("X1", role, at).get(path))
    said = ("this part of the program is not built.", "Until then", "What comes", f'href="{way}"')
    assert [one in text for one in said] == [True] * 4


@pytest.mark.parametrize(
    ("path", "role", "at", "seen"),
    [("/cusco/exchange", "site_manager", "cusco", False), ("/hq/exchange", "hq_operations", "", True)],
)
def test_a_site_does_not_see_how_much_another_site_recorded(sqlite, monkeypatch, path, role, at, seen):
    browsing.opened(sqlite, monkeypatch)
    client = browsing.member("X1", role, at)
    found = exchange.standing(settings.HOME, datetime.now(UTC))
    other = dataclasses.replace(found.books[0], book="elsewhere")
    monkeypatch.setattr(
        exchange, "standing", lambda *_: dataclasses.replace(found, books=(*found.books, other))
    )
    text = browsing.text(client.get(path))
    assert ('<th scope="row">cusco</th>' in text, "elsewhere" in text) == (True, seen)
