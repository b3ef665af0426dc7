"""What is recorded of a worker's money."""

from jornal.actions.verbs import VERBS
from jornal.pages.deed import PAY
from jornal.pages.deedspay import DEEDS


def test_every_amount_is_typed_in_whole_money_and_no_other_number():
    for verb, deed in DEEDS.items():
        assert deed.group == PAY
        amounts = {one.name for one in deed.asked if one.kind == "money"}
        assert amounts == {"amount"} & VERBS[verb].row.model_fields.keys(), verb


def test_her_own_words_and_accounts_are_sealed():
    assert {verb for verb, deed in DEEDS.items() if deed.sealed} == {
        "set-account", "name-beneficiary", "ask-about-pay", "answer-question",
    }  # fmt: skip
