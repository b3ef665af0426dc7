"""The account a site pays from, in the browser."""

import pytest

import browsing
import families
from jornal.facts.family import PaysFrom

ADDRESS = "/cusco/pay/account"
SAID = {"holder": "Asociacion Manos", "account": families.OURS, "since": "2026-10-01"}


@pytest.fixture
def manager(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    return browsing.member("S1", "site_manager")


def sent(client, **more):
    assert client.get(f"{ADDRESS}/do/pays-from").status_code == 200
    return client.post(f"{ADDRESS}/do/pays-from", {**SAID, **more})


def test_without_an_account_the_page_says_what_that_means(manager):
    assert "no file for the bank can be made" in browsing.text(manager.get(ADDRESS))


@pytest.mark.usefixtures("database")
def test_an_account_is_looked_at_once_more_and_then_in_force(manager):
    assert "002-215" in browsing.text(sent(manager))
    assert not PaysFrom.objects.exists()
    assert sent(manager, sure="yes").status_code == 302
    text = browsing.text(manager.get(ADDRESS))
    assert ("in force" in text, PaysFrom.objects.get().account in text) == (True, True)


def test_one_that_begins_later_is_to_come_and_the_one_before_stays(manager):
    sent(manager, sure="yes", since="2026-09-01")
    sent(manager, sure="yes", since="2026-12-01", holder="Manos")
    text = browsing.text(manager.get(ADDRESS))
    assert ("to come" in text, "in force" in text) == (True, True)


def test_a_mistyped_account_is_refused_and_kept(manager):
    answer = sent(manager, sure="yes", account="002-215-002023417071-29")
    assert (answer.status_code, "417071-29" in browsing.text(answer)) == (422, True)


def test_headquarters_operations_reads_it_and_records_nothing(manager):
    hq = browsing.member("H1", "hq_operations", "")
    assert "Pay from another account" not in browsing.text(hq.get(ADDRESS))
    assert hq.get(f"{ADDRESS}/do/pays-from").status_code == 404
