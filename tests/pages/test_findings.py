"""Findings, as they are read and closed."""

from datetime import date

import acquainted
import browsing
import crew
from jornal.facts.pay import Finding

ADDRESS = "/cusco/findings"
KEY = {"site": "cusco", "control": "OHS-04", "about": "QC01 injury", "day": "2026-10-05"}


def opened(database, monkeypatch):
    here = crew.begun()
    browsing.opened(database, monkeypatch, day="2026-10-30")
    facts = {"worker": "QC01", "day": "2026-10-05"}
    says = "{worker} was hurt at work on {day}: record who gave first aid and what was done."
    here.put([Finding(**{**KEY, "day": date(2026, 10, 5)}, lies_with="site", says=says, facts=facts)])
    return browsing.member("S1", "site_manager")


def test_a_finding_is_closed_with_what_was_done(database, monkeypatch):
    client = opened(database, monkeypatch)
    assert "QC01 was hurt at work on 5 October 2026" in browsing.text(client.get(ADDRESS))
    answer = client.post(ADDRESS, {**KEY, "why": "the nurse saw her"}, follow=True)
    text = browsing.text(answer)
    assert ("The finding is closed." in text, "Nothing is open." in text) == (True, True)
    assert "Closed on 30 October 2026: the nurse saw her" in browsing.text(
        client.get(f"{ADDRESS}?closed=yes")
    )


def test_a_critical_finding_says_what_waits_for_it_and_a_closed_one_no_more(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    says = "Stops promises, shipments and passports"
    assert says in browsing.text(client.get(ADDRESS))
    client.post(ADDRESS, {**KEY, "why": "the nurse saw her"})
    assert says not in browsing.text(client.get(f"{ADDRESS}?closed=yes"))


def test_a_finding_that_another_closed_meanwhile_keeps_the_sentence_of_the_first(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    shown = acquainted.hidden(client.get(ADDRESS))
    client.post(ADDRESS, {**shown, "why": "the nurse saw her"})
    answer = client.post(ADDRESS, {**shown, "why": "a doctor saw her"})
    text = browsing.text(answer)
    assert (answer.status_code, "was corrected in the meantime" in text) == (422, True)
    assert Finding.objects.current().get().why == "the nurse saw her"


def test_a_finding_is_not_closed_without_a_word(sqlite, monkeypatch):
    client = opened(sqlite, monkeypatch)
    answer = client.post(ADDRESS, {**KEY, "why": "  "})
    assert (answer.status_code, "Say what was done." in browsing.text(answer)) == (422, True)
    assert Finding.objects.current().get().closed_on is None


def test_headquarters_reads_and_does_not_close_what_lies_with_the_site(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    client = browsing.member("H1", "hq_operations", at="")
    assert "Close the finding" not in browsing.text(client.get(ADDRESS))
    assert client.post(ADDRESS, {**KEY, "why": "done"}).status_code == 404
