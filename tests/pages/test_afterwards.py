"""Figures after release in the browser: in bands, with their interval, beside a published figure, proving nothing."""

import pytest

import afterwards
import browsing
import crew
from jornal.facts.afterwards import AskedAfter

PAGE = "/hq/after"


@pytest.fixture
def here(sqlite, monkeypatch):
    found = crew.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    return found


def test_with_too_few_nothing_is_told_and_nothing_stands_beside(here):
    text = browsing.text(browsing.member("H1", "hq_operations", "").get(PAGE))
    assert text.count("Fewer than five people have answered, so nothing is told.") == 3
    assert "No published figure is recorded" in text
    assert "These figures prove nothing." in text


def test_ten_are_told_in_a_band_beside_what_was_published(here):
    for worker in afterwards.released(here, 10):
        consent = afterwards.Consent.objects.get(worker=worker)
        said = {"worker": worker, "day": crew.TODAY, "site": "cusco", "consent": consent.root, "inside": "no"}
        here.put([AskedAfter(**said, months=6, work="not_said", home="not_said")])
    client = browsing.member("H1", "hq_operations", "")
    sent = {"of_10000": "44 %", "published_on": "2014-01-01", "place": "A country", "source": "an article"}
    assert client.post(f"{PAGE}/do/set-baseline", sent).status_code == 302
    text = browsing.text(client.get(PAGE))
    assert "Of 10 who answered, between 0 and 4 are inside again." in text
    assert "between 0% and 73.8%" in text
    assert "Published for comparison: 44% (A country; an article, 1 January 2014)" in text


def test_a_site_does_not_see_it(here):
    assert browsing.member("S1", "site_manager").get(PAGE).status_code == 404
    auditor = browsing.member("E1", "auditor", "")
    assert (auditor.get(PAGE).status_code, auditor.get(f"{PAGE}/do/set-baseline").status_code) == (200, 404)
