"""Her skills, courses and release stand on one page, each for those who may see it."""

import pytest

import acquainted
import browsing
from peopled import working

ASKED = "May we write to her afterwards?"


@pytest.fixture
def ana(sqlite, monkeypatch):
    return working(acquainted.opened(sqlite, monkeypatch))


def test_her_page_tells_how_far_she_is_on_her_way_out_and_leads_to_the_rest(ana):
    client, hers = acquainted.manager(), f"/cusco/people/{ana}"
    before = browsing.text(client.get(hers))
    assert "Not known, so nothing is guessed." in before
    assert f'href="{hers}/release"' in before
    client.post(
        f"{hers}/do/expect-release", {"month": "2026-12", "source": "authority", "told_on": browsing.DAY}
    )
    after = browsing.text(client.get(hers))
    assert "December 2026" in after
    assert "not offered yet" in after


@pytest.mark.parametrize(("token", "role", "sees"), [("T1", "trainer", True), ("A1", "auditor", False)])
def test_whoever_may_not_open_her_release_reads_nothing_of_it_on_her_page(ana, token, role, sees):
    text = browsing.text(browsing.member(token, role).get(f"/cusco/people/{ana}"))
    assert (ASKED in text) is sees
