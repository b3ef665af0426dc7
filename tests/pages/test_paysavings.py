"""Savings, from the pages."""

import pytest

import browsing
import families
import wagedesk
from jornal.actions import paying
from jornal.actions.verb import done
from jornal.facts.family import TrustBalance
from wagedesk import said

SAVINGS = "/cusco/pay/savings"
DAY = "2026-11-03"


@pytest.fixture
def here(sent_home, tmp_path, monkeypatch):
    with wagedesk.copied(sent_home, tmp_path, monkeypatch, day=DAY) as found:
        yield found


def saved(here) -> None:
    row = {"month": families.OCTOBER, "part": "instruction", "payee": "savings", "day": DAY}
    done("pay", paying.VERBS["pay"], here, [{**row, "way": "savings", "paper": "transfer 10"}])


@pytest.mark.usefixtures("here")
def test_before_anybody_saved_it_says_where_one_begins():
    assert "Nobody saves anything yet." in said(wagedesk.manager().get(SAVINGS))


def test_a_bank_day_that_does_not_fit_is_seen_at_once_and_mended_by_the_next(here):
    saved(here)
    client = wagedesk.manager()
    bank = {"day": DAY, "amount": "0.00", "paper": "statement 11"}
    assert "the bank and the ledger fit" in said(client.post(SAVINGS, bank, follow=True))
    text = said(client.post(SAVINGS, bank | {"amount": "9999.00", "paper": "statement 12"}, follow=True))
    assert "is not explained between the bank and the ledger" in text
    assert TrustBalance.objects.count() == 2


def test_what_cannot_be_read_stays_as_it_was_typed(here):
    saved(here)
    answer = wagedesk.manager().post(SAVINGS, {"day": DAY, "amount": "much", "paper": "statement 11"})
    assert (answer.status_code, 'value="statement 11"' in said(answer)) == (422, True)


def test_her_own_movements_stand_with_what_she_has(here):
    saved(here)
    client = wagedesk.manager()
    assert "/cusco/pay/savings/Q01" in said(client.get(SAVINGS))
    text = said(client.get(f"{SAVINGS}/Q01"))
    assert ("transfer 10" in text, "under way" in text) == (True, True)
    assert "She has saved nothing here." in said(client.get(f"{SAVINGS}/Q77"))


@pytest.mark.usefixtures("here")
def test_others_read_and_record_nothing():
    auditor = browsing.member("A1", "auditor")
    assert [auditor.get(one).status_code for one in (SAVINGS, f"{SAVINGS}/Q01")] == [200, 200]
    assert auditor.post(SAVINGS, {}).status_code == 404
    assert browsing.member("T1", "trainer").get(SAVINGS).status_code == 404
