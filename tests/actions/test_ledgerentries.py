"""What is recorded as double entries: whose money a cost was, and what a channel owes."""

from datetime import date

import pytest

from funded import began, case, recorded, sold
from jornal.actions.ledger import ledger


def entries(tag: str) -> dict[str, dict[str, int]]:
    """By what each entry says, its accounts."""
    found = ledger(2026, date(2027, 1, 31)).entries
    return {one.says: {row.account: row.amount for row in one.postings} for one in found if one.tag == tag}


@pytest.fixture
def knitters(sqlite):
    began()
    told = case("knitters")
    recorded(told, told["day"])


def test_a_receipt_lessens_the_advance_and_any_other_cost_the_bank(knitters):
    found = entries("cost")
    assert found["Buttons, A stall"] == {"Expenses:Materials": 12000, "Assets:Advances:A-1": -12000}
    assert found["A teacher, A school"] == {"Expenses:Training": 70000, "Assets:Bank": -70000}


def test_what_came_of_a_grant_is_income_and_what_is_left_of_it_is_put_by(knitters):
    assert entries("received")["grant: looms"] == {"Assets:Bank": 100000, "Income:Grants:Looms": -100000}
    assert entries("put-by") == {
        "Restricted money not spent: looms": {"Income:PutBy:Looms": 30000, "Liabilities:PutBy:Looms": -30000}
    }


def test_a_sale_is_owed_by_its_channel_less_what_that_keeps_with_the_tax_apart(sqlite):
    began()
    sold(("shopify", "2026-05-03", 11800, 1800, 300))
    assert entries("sales") == {
        "Sales through shopify in 2026-05": {
            "Assets:Sales:Shopify": 11500,
            "Expenses:ChannelFees:Shopify": 300,
            "Liabilities:SalesTax": -1800,
            "Income:Sales:Shopify": -10000,
        }
    }


def test_what_the_fund_paid_for_is_no_cost(knitters):
    assert entries("fund") == {"Set aside of 2026": {"Assets:Fund": 60000, "Assets:Bank": -60000}}
