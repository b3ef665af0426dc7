"""What is recorded as double entries: whose money a cost was, and what a channel owes."""

from dataclasses import replace
from datetime import date

import pytest

from funded import began, case, recorded, sold
from jornal.actions.ledger import ledger
from jornal.actions.ledgerentries import sales
from jornal.actions.yearstatement import year_of
from jornal.reads import sold as reads


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


def test_a_tip_is_owed_by_its_channel_and_is_income_of_its_own(sqlite):
    began()
    sold(("till", "2026-05-03", 1000, 0, 0))
    (one,) = reads.sold(date(2026, 1, 1), date(2027, 1, 1))
    (entry,) = sales([replace(one, tips=90)], year_of(2026, date(2027, 1, 31)))
    assert {row.account: row.amount for row in entry.postings} == {
        "Assets:Sales:Till": 1090, "Income:Sales:Till": -1000, "Income:Tips:Till": -90,
    }  # fmt: skip


def test_what_the_fund_paid_for_is_no_cost(knitters):
    assert entries("fund") == {"Set aside of 2026": {"Assets:Fund": 60000, "Assets:Bank": -60000}}
