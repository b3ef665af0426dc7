"""Money to families, from the pages."""

from xml.etree.ElementTree import fromstring

import pytest

import browsing
import payroll
import wagedesk
from jornal.facts.family import TransferFee
from jornal.facts.pay import Payment, PaymentReceived
from papers import painshape
from papers.reading import pages, words
from wagedesk import said

FAMILY = "/cusco/pay/2026-10/family"
DAY = "2026-11-03"


@pytest.fixture
def here(sent_home, tmp_path, monkeypatch):
    with wagedesk.copied(sent_home, tmp_path, monkeypatch, day=DAY) as found:
        yield found


def message(text: str) -> str:
    return text.partition('name="message" value="')[2].partition('"')[0]


def left(client) -> str:
    """The bank's file, recorded as carried out; what the next page says."""
    form = {"do": "left", "message": message(said(client.get(FAMILY))), "day": DAY}
    return said(client.post(FAMILY, form, follow=True))


@pytest.mark.usefixtures("here")
def test_each_familys_sum_is_there_without_a_name_while_the_names_are_locked():
    text = said(wagedesk.manager().get(FAMILY))
    assert (text.count("not sent yet"), "Open the names first" in text, "Quispe" in text) == (2, True, False)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("kind", ["pain", "csv", "cash", "pages"])
def test_no_file_leaves_while_the_names_are_locked(kind):
    answer = wagedesk.manager().get(f"{FAMILY}/{kind}")
    assert "Content-Disposition" not in answer.headers


@pytest.mark.usefixtures("here")
def test_the_banks_file_is_made_and_recorded_once_it_has_paid():
    client = wagedesk.manager(names=True)
    answer = client.get(f"{FAMILY}/pain")
    assert painshape.faults(fromstring(answer.content)) == []
    assert message(said(client.get(FAMILY))) in answer.headers["Content-Disposition"]
    assert "What the bank carried out is recorded." in left(client)
    assert {(one.way, one.part) for one in Payment.objects.all()} == {("bank", "instruction")}
    text = said(client.get(FAMILY))
    assert (text.count("sent on 3 November 2026"), "is left to send by bank" in text) == (2, True)


@pytest.mark.usefixtures("here")
def test_a_list_for_the_bank_a_cash_list_and_the_families_pages():
    client = wagedesk.manager(names=True)
    assert b"01136600010003254221" in client.get(f"{FAMILY}/csv?bank=semicolon").content
    assert "Firma o huella" in words(client.get(f"{FAMILY}/cash").content)
    assert client.get(f"{FAMILY}/pages").status_code == 422
    left(client)
    assert len(pages(client.get(f"{FAMILY}/pages").content)) == 2


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("address", ["csv?bank=accounts", "csv?bank=../x", "word"])
def test_what_is_no_file_is_not_found(address):
    assert wagedesk.manager(names=True).get(f"{FAMILY}/{address}").status_code == 404


@pytest.mark.usefixtures("here")
def test_a_family_says_by_its_code_that_it_has_the_money():
    client = wagedesk.manager(names=True)
    left(client)
    first, _ = pages(client.get(f"{FAMILY}/pages").content)
    code = first.partition("Su código ")[2][:9] or first.partition("código ")[2][:9]
    text = said(client.post(FAMILY, {"do": "code", "code": code, "day": DAY}, follow=True))
    assert "arrived on 3 November 2026" in text
    assert PaymentReceived.objects.count() == 1
    wrong = client.post(FAMILY, {"do": "code", "code": "0000 0000", "day": DAY})
    assert (wrong.status_code, 'value="0000 0000"' in said(wrong)) == (422, True)


@pytest.mark.usefixtures("here")
def test_what_sending_cost_is_the_enterprises():
    client = wagedesk.manager()
    fee = {"do": "fee", "day": DAY, "amount": "3.50", "paper": "statement 11"}
    assert "S/ 3.50 so far. The enterprise bears it" in said(client.post(FAMILY, fee, follow=True))
    assert client.post(FAMILY, fee | {"amount": "much"}).status_code == 422
    assert TransferFee.objects.get().amount == 350


@pytest.mark.usefixtures("here")
def test_others_read_and_send_nothing():
    auditor = browsing.member("A1", "auditor")
    assert (auditor.get(FAMILY).status_code, auditor.get(f"{FAMILY}/pain").status_code) == (200, 404)
    assert auditor.post(FAMILY, {"do": "fee"}).status_code == 404
    assert wagedesk.manager().get("/cusco/pay/2026-11/family").status_code == 404
    assert wagedesk.manager().post(FAMILY, {"do": "away"}).status_code == 404


def test_a_month_in_which_nobody_sends_anything_says_so_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, "2026-09")
    payroll.issued(here, "2026-09")
    wagedesk.opened(database, monkeypatch)
    assert "Nobody sends anything home" in said(wagedesk.manager().get("/cusco/pay/2026-09/family"))
