"""What is recorded of a worker's money."""

import acquainted
import browsing
from jornal.actions.verbs import VERBS
from jornal.facts.work import Beneficiary
from jornal.pages.deed import PAY
from jornal.pages.deedspay import DEEDS


def test_every_amount_is_typed_in_whole_money_and_no_other_number():
    for verb, deed in DEEDS.items():
        assert deed.group == PAY
        amounts = {one.name for one in deed.asked if one.kind == "money"}
        assert amounts == {"amount"} & VERBS[verb].row.model_fields.keys(), verb


def test_her_own_words_and_accounts_are_sealed():
    assert {verb for verb, deed in DEEDS.items() if deed.sealed} == {
        "set-account", "name-beneficiary", "correct-account", "ask-about-pay", "answer-question",
    }  # fmt: skip


def test_an_account_whose_check_digit_does_not_fit_is_shown_once_more_before_it_is_sealed(
    sqlite, monkeypatch
):
    acquainted.paid(sqlite, monkeypatch, "2026-10", day="2026-11-05")

    def sent(verb: str, **said: str):
        return acquainted.manager().post(f"/cusco/people/Q01/do/{verb}", said)

    row = {"name": "Rosa", "number": "4", "account": "011-366-000100032542-22"}
    answer = sent("name-beneficiary", **row)
    text = browsing.text(answer)
    assert (answer.status_code, "is mistyped" in text, "cannot be undone" in text) == (200, True, False)
    assert not Beneficiary.objects.filter(beneficiary="Q01-4").exists()
    assert sent("name-beneficiary", **row, sure="yes").status_code == 302
    right = {"payee": "Q01-4", "account": "011-366-000100032542-21", "why": "two digits were swapped"}
    assert sent("correct-account", **right).status_code == 302
    assert Beneficiary.objects.current().get(beneficiary="Q01-4").why == "two digits were swapped"
