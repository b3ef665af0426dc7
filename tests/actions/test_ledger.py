"""A year as a ledger: entries that come to nought, assertions from the statement, and nobody's pay told."""

from datetime import date
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from funded import began, case, issued, paid, recorded, sold
from jornal.actions.ledger import Ledger, ledger
from jornal.actions.ledgerentries import grouped

DAY = date(2027, 1, 31)
rows = st.lists(st.tuples(st.sampled_from("AB"), st.integers(1, 12), st.integers(0, 9), st.integers(0, 99)))


class Row(NamedTuple):
    currency: str
    month: int
    worker: int
    amount: int


def whole() -> Ledger:
    """The worked example with its sales and its pay in the books, half of the pay paid."""
    began()
    told = case("knitters")
    recorded(told, told["day"])
    sold(("shopify", "2026-05-03", 315000, 15000, 6000), ("till", "2026-07-01", 100, 0, 0))
    issued("cusco", "2025-12", [100] * 5, [])
    paid("cusco", "2025-12", "2026-01-05")
    paid("cusco", "2026-05", "2026-06-05")
    return ledger(2026, DAY)


def ends(of: Ledger) -> dict[tuple[str, str], int]:
    """What every account comes to by the entries."""
    sums: dict[tuple[str, str], int] = {}
    for entry in of.entries:
        for one in entry.postings:
            sums[one.account, one.currency] = sums.get((one.account, one.currency), 0) + one.amount
    return sums


def test_every_entry_comes_to_nought_in_each_currency(sqlite):
    for entry in whole().entries:
        sums: dict[str, int] = {}
        for one in entry.postings:
            sums[one.currency] = sums.get(one.currency, 0) + one.amount
        assert set(sums.values()) == {0}


def test_what_the_statement_says_holds_by_the_entries(database):
    found = whole()
    sums = ends(found)
    last = [one for one in found.assertions if one.day == found.statement.period.end]
    assert {one.account.split(":")[0] for one in last} >= {"Assets", "Liabilities", "Income", "Expenses"}
    assert [one for one in last if sums.get((one.account, one.currency), 0) != one.amount] == []
    income = sum(amount for (to, _), amount in sums.items() if to.startswith(("Income:", "Expenses:")))
    assert -income == found.statement.profits["PEN"]


def test_each_month_ends_with_what_is_there(sqlite):
    found = whole()
    assert {one.day for one in found.assertions} == {
        *(date(2026, month, 1) for month in range(2, 13)),
        date(2027, 1, 1),
    }
    (fund,) = {one.amount for one in found.assertions if one.account == "Assets:Fund"}
    assert fund == 60000


def test_wages_owed_before_the_year_are_paid_in_it(sqlite):
    found = whole()
    (opening,) = [one for one in found.entries if one.tag == "opening"]
    assert [(one.account, one.amount) for one in opening.postings] == [
        ("Liabilities:Wages", -500),
        ("Equity:Opening", 500),
    ]
    assert ends(found)["Liabilities:Wages", "PEN"] == 0


def test_every_transaction_leads_back_to_its_facts(sqlite):
    found = whole()
    linked = {one.tag for one in found.entries if one.links}
    assert linked == {"received", "cost", "advance", "fund", "wages", "sales"}
    assert all(len(one.links[0].rpartition("-")[2]) > 3 for one in found.entries if one.tag == "cost")


def test_wages_of_a_month_of_four_people_are_told_for_the_year_alone(sqlite):
    began()
    issued("cusco", "2026-03", [100] * 4, [])
    issued("cusco", "2026-04", [100] * 6, [])
    (wages,) = [one for one in ledger(2026, DAY).entries if one.tag == "wages"]
    assert (wages.day, wages.postings[0].amount, len(wages.links)) == (date(2026, 12, 31), 1000, 2)


def test_of_four_people_nothing_is_told_and_what_is_left_out_is_said(sqlite):
    began()
    issued("cusco", "2026-03", [100] * 4, [])
    paid("cusco", "2026-03", "2026-04-05")
    found = ledger(2026, DAY)
    assert found.entries == ()
    assert found.left_out == (
        "wages in PEN: of fewer than five people",
        "payments of wages in PEN: of fewer than five people",
    )


def test_a_year_that_is_not_over_ends_today(sqlite):
    began()
    sold(("till", "2026-11-02", 100, 0, 0))
    found = ledger(2026, date(2026, 11, 13))
    assert max(one.day for one in found.assertions) == date(2026, 11, 14)
    assert found.entries[0].day == date(2026, 11, 13)


@settings(deadline=None)  # the machine may be busy
@given(rows)
def test_no_sum_is_lost_or_of_fewer_than_five_where_the_year_has_five(found: list[tuple[str, int, int, int]]):
    kept = list(
        grouped([Row(*one) for one in found], lambda one: f"{one.month:02}", lambda one: {str(one.worker)})
    )
    assert sum(one.amount for _, some in kept for one in some) == sum(amount for *_, amount in found)
    for (currency, month), some in kept:
        everybody = {worker for code, _, worker, _ in found if code == currency}
        assert len({one.worker for one in some}) >= min(5, len(everybody))
        assert month or len(some) == len([one for one in found if one[0] == currency])
