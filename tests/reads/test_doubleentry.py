"""How accounts are called, and sums that come to nought."""

import pytest

from jornal.reads.doubleentry import account, name, of_advance, spent_on, two


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("shopify", "Shopify"),
        ("a_1", "A-1"),
        ("café 9", "Caf--9"),
        ("2026-looms", "2026-looms"),
        ("ผ้า", "Other"),
    ],
)
def test_a_name_is_made_of_letters_digits_and_dashes(text: str, called: str):
    assert name(text) == called


def test_each_line_has_an_account_of_its_own():
    assert account("sales", "till") == "Income:Sales:Till"
    assert account("employer_shares") == "Expenses:Employer-Shares"
    assert (of_advance("a1"), spent_on("after_release")) == (
        "Assets:Advances:A1",
        "Equity:FundSpent:After-Release",
    )


def test_nothing_is_posted_for_nought():
    assert two("Assets:Bank", "Assets:Fund", 0, "PEN") == ()
    assert sum(one.amount for one in two("Assets:Bank", "Assets:Fund", 7, "PEN")) == 0
