"""Today, as each person sees it."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

import acquainted
import browsing
import crew
import peopled
from jornal.facts.people import Consent, Enrolled
from jornal.pages import names
from jornal.pages.today import AT_ONCE
from vaulted import PASSPHRASE

ADDRESS = "/cusco/today"
DAY = "2026-10-30"


def opened(database, monkeypatch):
    here = crew.begun()
    browsing.opened(database, monkeypatch, day=DAY)
    return here


def test_a_manager_sees_who_is_here_and_what_waits(database, monkeypatch):
    here = opened(database, monkeypatch)
    crew.do(here, "mark-all", {"day": DAY, "but": "QC02: sick"})
    text = browsing.text(browsing.member("S1", "site_manager").get(ADDRESS))
    assert "3 of 4 are here · 15\u00a0h" in text
    assert "4 without a mark on 29 October 2026" in text
    assert "sick day" in text
    assert "20\u00a0h" not in text


def test_a_trainer_sees_the_day_and_nothing_of_pay(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    text = browsing.text(browsing.member("T1", "trainer").get(ADDRESS))
    assert ("0 of 4 are here" in text, "Nothing waits" in text) == (True, True)


def test_an_official_and_a_representative_see_no_worker(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    for role in ("authority", "representative", "seller"):
        text = browsing.text(browsing.member(f"X{role[0]}", role).get(ADDRESS))
        assert ("QC01" in text, "Your pages" in text) == (False, True)


def test_it_asks_the_register_as_often_for_many_workers_as_for_few(sqlite, monkeypatch):
    here = opened(sqlite, monkeypatch)
    client = browsing.member("S1", "site_manager")
    client.get(ADDRESS)
    counts = []
    for start in (10, 60):
        with CaptureQueriesContext(connection) as seen:
            assert client.get(ADDRESS).status_code == 200
        counts.append(len(seen))
        stay = {
            "site": "cusco",
            "since": crew.FIRST,
            "workshop": "knitting",
            "language": "es",
            "reads": "yes",
        }
        here.put([Enrolled(worker=f"QD{number}", **stay) for number in range(start, start + 50)])
    assert counts[0] == counts[1]


def test_of_very_much_that_waits_the_most_pressing_is_shown_and_the_rest_is_one_link_away(
    sqlite, monkeypatch
):
    here = opened(sqlite, monkeypatch)
    workers = [f"QD{number}" for number in range(10, AT_ONCE + 20)]
    stay = {"site": "cusco", "since": crew.FIRST, "workshop": "knitting", "language": "es", "reads": "yes"}
    here.put([Enrolled(worker=one, **stay) for one in workers])
    agreed = {
        "purpose": "work",
        "number": 1,
        "language": "es",
        "witness": "Sister Marta",
        "witness_of": "ngo",
    }
    ended = {"given_on": date(2025, 10, 1), "expires_on": date(2026, 10, 1)}
    here.put([Consent(worker=one, **agreed, **ended) for one in workers])
    client = browsing.member("S1", "site_manager")
    few, every = (client.get(ADDRESS + query).content.decode() for query in ("", "?all=yes"))
    assert (few.count('<span class="badge'), "All of them" in few) == (AT_ONCE, True)
    assert (every.count('<span class="badge') > AT_ONCE, "All of them" in every) == (True, False)


def test_names_are_shown_to_who_works_with_them_while_they_are_open(sqlite, monkeypatch, tmp_path):
    browsing.opened(sqlite, monkeypatch, vault=True, day=DAY)
    client = browsing.member("S1", "site_manager")
    assert "Names are locked" in browsing.text(client.get(ADDRESS))
    client.post("/names", {"passphrase": PASSPHRASE, "back": ADDRESS})
    assert "Lock the names" in browsing.text(client.get(ADDRESS))
    client.post("/names", {"lock": "yes", "back": ADDRESS})
    assert names.kept(frozenset({"site_manager"})) is None


def test_a_workshop_with_nobody_yet_is_told_what_comes_first_and_not_that_nothing_waits(sqlite, monkeypatch):
    keys = acquainted.opened(sqlite, monkeypatch)
    client = acquainted.manager()
    text = browsing.text(client.get(ADDRESS))
    assert ("No terms are adopted for this site" in text, "Work is offered first" in text) == (True, True)
    peopled.consenting(keys)
    text = browsing.text(client.get(ADDRESS))
    assert ("1 said yes to work" in text, "/cusco/people?standing=offered" in text) == (True, True)
    assert "Nothing waits." not in text
