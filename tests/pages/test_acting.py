"""The form of any verb of a site: whoever may not do it finds nothing there."""

import re
from hashlib import sha256
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import browsing
from jornal.facts.funding import Grant
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


def asked(client, path, **said):
    return browsing.text(client.get(path, said))


def filled(text, name):
    """What stands in a field of a form that is shown."""
    return re.search(rf'name="{name}"[^>]*? value="([^"]*)"', text)[1]


@pytest.mark.parametrize(
    ("path", "today", "empty"),
    [
        ("/hq/money/do/record-grant", ["since"], ["until"]),
        ("/hq/orders/do/place-order", [], ["cutoff_on", "wanted_on"]),
        ("/hq/markets/do/file-opinion", ["given_on"], ["ends_on"]),
    ],
)
def test_nobody_promises_today_because_a_form_filled_it_in(sqlite, monkeypatch, path, today, empty):
    browsing.opened(sqlite, monkeypatch)
    text = asked(browsing.member("F1", "hq_finance" if "money" in path else "hq_operations", ""), path)
    assert {name: filled(text, name) for name in (*today, *empty)} == {
        **dict.fromkeys(today, browsing.DAY), **dict.fromkeys(empty, "")
    }  # fmt: skip


def test_a_day_is_said_with_its_weekday_beside_its_field(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    text = asked(browsing.member("F1", "hq_finance", ""), "/hq/money/do/record-grant")
    assert '<span class="unit weekday">Thursday 1 October 2026</span>' in text


def test_what_an_address_says_of_a_folded_field_is_in_sight(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    client = browsing.member("H1", "hq_operations", "")
    path = "/hq/sales/do/sell"
    assert '<details class="more">' in asked(client, path)
    assert '<details class="more" open>' in asked(client, path, tax="5")


def test_of_a_paper_that_is_sent_only_its_digest_is_recorded(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    client = browsing.member("F1", "hq_finance", "")
    row = {"grant": "looms", "funder": "A fund", "amount": "100", "currency": "PEN", "purpose": "Looms"}
    row |= {"since": "2026-01-01", "until": "2026-12-31", "heads": ["machines", "training"]}
    sent = client.post("/hq/money/do/record-grant", {**row, "paper": SimpleUploadedFile("a.pdf", b"a grant")})
    told = Grant.objects.get()
    assert (sent.status_code, told.paper, told.heads) == (
        302,
        sha256(b"a grant").hexdigest(),
        ["machines", "training"],
    )


def test_a_paper_stays_known_where_something_else_is_refused(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    client = browsing.member("F1", "hq_finance", "")
    answer = client.post("/hq/money/do/record-grant", {"paper": SimpleUploadedFile("a.pdf", b"a grant")})
    assert (answer.status_code, sha256(b"a grant").hexdigest() in answer.content.decode()) == (422, True)
