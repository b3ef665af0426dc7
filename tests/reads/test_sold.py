"""What was sold, by channel, place, currency and month, to the minor unit."""

from datetime import date

import pytest

import stocked
from jornal.actions.sales import MoreThanSold
from jornal.reads.sold import Sold, sold
from peopled import do

YEAR = (date(2026, 1, 1), date(2027, 1, 1))
TAX_ON_TOP = {
    "quantity": "2",
    "price": "1000",
    "discount": "100",
    "tax": "342",
    "shipping": "50",
    "fee": "30",
}


@pytest.mark.usefixtures("database")
def test_what_is_left_of_sales_is_told_by_month_and_channel():
    code = stocked.begun()
    stocked.moved(code)
    refund = {"channel": "till", "order": "1", "line": "1", "day": "2026-10-25"}
    stocked.sold(
        TAX_ON_TOP,
        {**TAX_ON_TOP, "order": "2", "tax_included": "yes", "quantity": "1"},
        {"order": "3", "channel": "web", "price": "700", "quantity": "1"},
        {"order": "4", "product": "", "goods": "mystery"},
    )
    do(stocked.seller(), "refund", {**refund, "quantity": "1", "amount": "1171", "tax": "171", "fee": "10"})
    till, web = sold(*YEAR)
    assert till == Sold(
        channel="till", place="shop", currency="PEN", month="2026-10", pieces=3, gross=3000, discounts=200,
        refunds=1171, taxes=342 + 342 - 171, fees=60 - 10, shipping=100,
        net=(2000 - 100 + 50 - 30) + (1000 - 100 - 342 + 50 - 30) - (1171 - 171) + 10,
    )  # fmt: skip
    assert (web.gross, web.net) == (700, 700)


@pytest.mark.usefixtures("sqlite")
def test_a_refund_counts_in_its_own_month():
    code = stocked.begun()
    stocked.moved(code)
    stocked.sold({})
    row = {"channel": "till", "order": "1", "line": "1", "day": "2026-10-30", "amount": "20000"}
    do(stocked.seller(), "refund", row)
    first, last = sold(date(2026, 10, 1), date(2026, 10, 30)), sold(date(2026, 10, 30), date(2026, 11, 1))
    assert ([one.net for one in first], [one.net for one in last]) == ([20000], [-20000])


@pytest.mark.usefixtures("sqlite")
def test_where_nothing_was_sold_there_is_nothing():
    assert sold(*YEAR) == []


@pytest.mark.usefixtures("sqlite")
def test_a_tip_is_beside_what_is_ours_less_what_of_it_was_given_back():
    stocked.moved(stocked.begun())
    stocked.sold({"price": "700", "quantity": "1", "tip": "90"})
    (before,) = sold(*YEAR)
    refund = {"channel": "till", "order": "1", "line": "1", "amount": "0"}
    do(stocked.seller(), "refund", {**refund, "tip": "40"})
    (after,) = sold(*YEAR)
    assert [(one.gross, one.net, one.tips) for one in (before, after)] == [(700, 700, 90), (700, 700, 50)]
    with pytest.raises(MoreThanSold, match="a tip"):
        do(stocked.seller(), "refund", {**refund, "tip": "51", "reference": "again"})
