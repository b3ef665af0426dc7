"""Money out, from the pages."""

from uuid import uuid4

import pytest

import browsing
import payroll
import wagedesk
from jornal.facts.pay import Finding, Payment, PaymentReceived, PaymentReturned
from wagedesk import SEPTEMBER, said

PAYMENTS, OWED = "/cusco/pay/2026-09/payments", "/cusco/pay/2026-09/owed"
PAID = {"do": "pay", "part": "in_hand", "day": "2026-10-05", "way": "cash", "paper": "list 9"}
EVERYBODY = ["Q01|", "Q02|", "Q21|"]
AUTHORITY = "|account of the prison authority (INPE)"


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        yield found


@pytest.fixture
def approved(here):
    wagedesk.approved()
    return here


@pytest.mark.usefixtures("approved")
def test_many_are_paid_at_once_with_the_number_of_their_list():
    client = wagedesk.manager()
    assert said(client.get(PAYMENTS)).count('name="sum"') == 3
    text = said(client.post(PAYMENTS, PAID | {"sum": EVERYBODY}, follow=True))
    assert ("3 payments are recorded." in text, "All of this has left." in text) == (True, True)
    assert {one.paper for one in Payment.objects.all()} == {"list 9"}
    assert {one.late for one in Payment.objects.all()} == {False}


@pytest.mark.usefixtures("approved")
def test_the_form_sent_twice_pays_once():
    client = wagedesk.manager()
    form = PAID | {"sum": EVERYBODY, "once": uuid4().hex}
    for _ in range(2):
        client.post(PAYMENTS, form)
    assert Payment.objects.count() == 3


@pytest.mark.usefixtures("approved")
def test_what_is_taken_for_others_leaves_payee_by_payee():
    client = wagedesk.finance()
    assert AUTHORITY[1:] in said(client.get(f"{PAYMENTS}?part=deduction"))
    answer = client.post(
        PAYMENTS, PAID | {"part": "deduction", "way": "bank", "sum": [AUTHORITY]}, follow=True
    )
    assert "3 payments are recorded." in said(answer)


@pytest.mark.usefixtures("approved")
def test_money_arrives_or_comes_back_and_is_owed_again():
    client = wagedesk.manager()
    client.post(PAYMENTS, PAID | {"sum": EVERYBODY})
    arrived = {"do": "arrived", "part": "in_hand", "day": "2026-10-06", "proof": "list 9, signed"}
    client.post(PAYMENTS, arrived | {"sum": EVERYBODY[:2]})
    back = {"do": "came-back", "part": "in_hand", "day": "2026-10-07", "reason": "not_collected"}
    text = said(client.post(PAYMENTS, back | {"sum": EVERYBODY[2:]}, follow=True))
    assert "1 payment came back and is owed again." in text
    assert (PaymentReceived.objects.count(), PaymentReturned.objects.get().reason) == (2, "not_collected")
    assert "Q21" in said(client.get(PAYMENTS))


@pytest.mark.usefixtures("approved")
def test_part_of_a_sum_is_paid_to_one_alone():
    client = wagedesk.manager()
    client.post(PAYMENTS, PAID | {"sum": ["Q01|"], "amount": "S/ 100.50"})
    assert Payment.objects.get().amount == 10_050
    for wrong in ({"sum": EVERYBODY, "amount": "5"}, {"sum": ["Q02|"], "amount": "much"}, {"sum": []}):
        assert client.post(PAYMENTS, PAID | wrong).status_code == 422
    assert Payment.objects.count() == 1


@pytest.mark.usefixtures("approved")
def test_too_much_is_refused_and_what_was_typed_stays():
    answer = wagedesk.manager().post(PAYMENTS, PAID | {"sum": ["Q01|"], "amount": "999999"})
    text = said(answer)
    assert (answer.status_code, 'value="999999"' in text, 'value="list 9"' in text) == (422, True, True)
    assert (text.count("checked"), Payment.objects.exists()) == (1, False)


@pytest.mark.usefixtures("here")
def test_without_approval_her_own_part_goes_out_late_in_cash_against_a_list_and_nothing_else():
    client = wagedesk.manager()
    assert "It is marked late, with a finding on headquarters." in said(client.get(PAYMENTS))
    late = PAID | {"day": "2026-10-08", "sum": EVERYBODY}
    for wrong in ({"way": "bank"}, {"paper": ""}, {"part": "deduction", "sum": [AUTHORITY]}):
        assert client.post(PAYMENTS, late | wrong).status_code == 422
    client.post(PAYMENTS, late)
    assert {one.late for one in Payment.objects.all()} == {True}
    assert Finding.objects.get().lies_with == "headquarters"


@pytest.mark.usefixtures("here")
def test_before_its_day_nothing_leaves_without_approval(monkeypatch):
    monkeypatch.setattr("django.conf.settings.DAY", "2026-10-02")
    text = said(wagedesk.manager().get(PAYMENTS))
    assert "from 7 October 2026 her own part goes out in cash" in text


@pytest.mark.usefixtures("approved")
def test_where_the_money_is_stands_payee_by_payee_and_worker_by_worker():
    client = wagedesk.manager()
    assert "has not left yet. It is due on 7 October 2026." in said(client.get(OWED))
    client.post(PAYMENTS, PAID | {"sum": EVERYBODY})
    client.post(PAYMENTS, PAID | {"part": "deduction", "sum": [AUTHORITY]})
    assert "is under way." in said(client.get(OWED))
    for part, sums in (("in_hand", EVERYBODY), ("deduction", [AUTHORITY])):
        client.post(PAYMENTS, {"do": "arrived", "part": part, "day": "2026-10-06", "sum": sums})
    assert "All of it has arrived." in said(client.get(OWED))


@pytest.mark.usefixtures("here")
def test_others_read_and_do_not_pay():
    for client in (browsing.member("H1", "hq_operations", at=""), browsing.member("A1", "auditor")):
        assert [client.get(one).status_code for one in (PAYMENTS, OWED)] == [200, 200]
        assert client.post(PAYMENTS, PAID | {"sum": EVERYBODY}).status_code == 404
    assert browsing.member("T1", "trainer").get(PAYMENTS).status_code == 404
    assert wagedesk.manager().get("/cusco/pay/2026-10/payments").status_code == 404


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, SEPTEMBER)
    payroll.issued(here, SEPTEMBER)
    wagedesk.opened(database, monkeypatch)
    wagedesk.approved()
    client = wagedesk.manager()
    client.post(PAYMENTS, PAID | {"sum": EVERYBODY})
    assert Payment.objects.count() == 3
    assert "has not left yet" in said(client.get(OWED))
