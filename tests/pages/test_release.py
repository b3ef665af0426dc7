"""Her way out on one page: what is expected, what is owed, which papers she takes."""

import pytest

import acquainted
import browsing
from jornal.facts.release import ReleasePapers
from peopled import working


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def test_where_nothing_is_told_it_says_so_and_guesses_nothing(keys):
    ana = working(keys)
    client = acquainted.manager()
    text = browsing.text(client.get(f"/cusco/people/{ana}/release"))
    assert "Not known, so nothing is guessed." in text
    assert "Nothing is open." in text
    assert f"/cusco/people/{ana}/release" in browsing.text(client.get(f"/cusco/people/{ana}"))


def test_from_what_is_told_to_the_papers_in_her_hand(keys):
    ana = working(keys)
    client, hers = acquainted.manager(), f"/cusco/people/{ana}"
    sent = {"month": "2026-12", "source": "authority", "told_on": browsing.DAY}
    assert client.post(f"{hers}/do/expect-release", sent).status_code == 302
    today = browsing.text(client.get("/cusco/today"))
    assert "is to be released in December 2026; offer her a plan" in today
    assert "not offered yet" in browsing.text(client.get(f"{hers}/release"))
    plan = {"answer": "made", "work": "home", "told": "Weave at my aunt's.", "day": browsing.DAY}
    assert client.post(f"{hers}/do/offer-release-plan", plan).status_code == 302
    text = browsing.text(client.get(f"{hers}/release"))
    assert "She made a plan" in text
    assert "With us, from home" in text
    assert "aunt" not in text
    assert client.post(f"{hers}/release", {"paper": ["plan", "contract"]}).status_code == 302
    assert ReleasePapers.objects.get().papers == ["contract", "plan"]
    assert 'value="plan" checked' in browsing.text(client.get(f"{hers}/release"))


def test_without_a_paper_nothing_is_recorded(keys):
    ana = working(keys)
    assert acquainted.manager().post(f"/cusco/people/{ana}/release", {}).status_code == 422
    assert not ReleasePapers.objects.exists()


def test_a_trainer_sees_no_sums_and_others_see_nothing(keys):
    ana = working(keys)
    trainer = browsing.text(browsing.member("T1", "trainer").get(f"/cusco/people/{ana}/release"))
    assert "What is owed to her" not in trainer
    assert browsing.member("X1", "seller").get(f"/cusco/people/{ana}/release").status_code == 404
    assert acquainted.manager().get("/cusco/people/QX9/release").status_code == 404


def test_what_is_due_on_her_last_day_stands_there_before_she_leaves(sqlite, monkeypatch):
    acquainted.paid(sqlite, monkeypatch, "2026-09", day="2026-10-05")
    client, hers = acquainted.manager(), "/cusco/people/Q01"
    text = browsing.text(client.get(f"{hers}/release"))
    assert "Leave not taken" in text.partition("If today is her last day")[2]
    assert f"{hers}/do/decide-sum" in text
    trainer = browsing.member("T1", "trainer").get(f"{hers}/release")
    assert "If today is her last day" not in browsing.text(trainer)
