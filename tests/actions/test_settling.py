"""Settlements tie to the goods that were brought, or are refused with the whole sum."""

from datetime import date

import pytest

import stocked
from jornal.actions.settling import (
    LeftTwice,
    NotAConsignee,
    NotTied,
    Settled,
    SettledAlready,
    SeveralAtOnce,
    looked_at,
    lying,
)
from jornal.actions.verb import BadRows
from jornal.facts.sales import Sale, Settlement
from jornal.reads.stock import goods
from peopled import do
from stocked import CONSIGNEE

ROW = {
    "settlement": "s-1", "place": "gallery", "since": "2026-10-11", "until": "2026-10-25", "product": "sweater",
    "sold": "2", "left": "2", "price": "24999",
}  # fmt: skip


def consigned() -> str:
    """Five sweaters brought to the gallery, of which one went back."""
    code = stocked.begun(CONSIGNEE)
    stocked.moved(code, "gallery")
    back = {"what": "moved", "lot": code, "quantity": "1", "from_place": "gallery", "to_place": "store"}
    do(stocked.hq(), "move-goods", {**back, "day": "2026-10-15"})
    return code


def settled(code: str, **more: str):
    return do(stocked.hq("hq_finance", "F1"), "settle", {**ROW, "lot": code, **more})


@pytest.mark.usefixtures("database")
def test_what_is_owed_is_what_was_sold_less_the_commission_and_the_goods_tie():
    code = consigned()
    (found, sale), (again, _) = settled(code), settled(code)
    assert (found.sold, found.kept, found.owed, found.id) == (49998, 14999, 34999, again.id)
    assert found.goods["goods"] == [
        {
            "product": "sweater", "lot": code, "before": 0, "received": 5, "back": 1, "gone": 0, "sold": 2, "left": 2,
        }
    ]  # fmt: skip
    assert (sale.fee, sale.channel, Sale.objects.count()) == (14999, "consignment", 1)
    assert [one.quantity for one in goods(["gallery"])] == [2]


@pytest.mark.parametrize("wrong", [{"left": "3"}, {"sold": "1"}, {"left": "1"}], ids=str)
@pytest.mark.usefixtures("sqlite")
def test_goods_that_do_not_tie_are_told_with_the_whole_sum(wrong):
    code = consigned()
    with pytest.raises(NotTied, match="0 were there, 5 came, 1 went back"):
        settled(code, **wrong)
    assert not Settlement.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_a_lot_that_is_left_out_does_not_tie():
    consigned()
    with pytest.raises(NotTied):
        settled("", sold="0", left="0")


@pytest.mark.usefixtures("sqlite")
def test_days_are_settled_once():
    code = consigned()
    settled(code)
    with pytest.raises(SettledAlready):
        settled(code, settlement="s-2", since="2026-10-25", until="2026-10-28", sold="1", left="1")
    with pytest.raises(SettledAlready):
        settled(code, price="1")
    (second, _) = settled(code, settlement="s-2", since="2026-10-26", until="2026-10-28", sold="1", left="1")
    assert second.goods["goods"][0]["before"] == 2


@pytest.mark.usefixtures("sqlite")
def test_what_is_no_settlement_is_refused():
    code = consigned()
    with pytest.raises(NotAConsignee):
        settled(code, place="shop")
    with pytest.raises(BadRows, match="before the first"):
        settled(code, until="2026-10-01")
    rows = [{**ROW, "lot": code}, {**ROW, "lot": code, "settlement": "s-2"}]
    with pytest.raises(SeveralAtOnce):
        do(stocked.hq("hq_finance", "F1"), "settle", *rows)


@pytest.mark.usefixtures("sqlite")
def test_a_lot_sold_at_two_prices_does_not_leave_more_than_was_there():
    code = consigned()
    row = {**ROW, "lot": code}
    with pytest.raises(NotTied, match="4 are settled, so 0 are left, and 2 are told"):
        do(stocked.hq("hq_finance", "F1"), "settle", row, {**row, "price": "20000"})
    rows = [{**row, "sold": "1"}, {**row, "sold": "1", "price": "20000"}]
    found, *sales = do(stocked.hq("hq_finance", "F1"), "settle", *rows)
    assert (found.sold, [one.price for one in sales]) == (44999, [24999, 20000])
    later = {**row, "settlement": "s-2", "since": "2026-10-26", "until": "2026-10-28", "sold": "0"}
    with pytest.raises(LeftTwice):
        do(stocked.hq("hq_finance", "F1"), "settle", later, {**later, "left": "1"})


@pytest.mark.usefixtures("sqlite")
def test_what_was_there_is_told_lot_by_lot():
    code = consigned()
    first, after = date(2026, 10, 11), date(2026, 10, 16)
    assert [tuple(one) for one in lying("gallery", first, date(2026, 10, 13))] == [
        ("sweater", code, 0, 5, 0, 5)
    ]
    assert [tuple(one) for one in lying("gallery", after, after)] == [("sweater", code, 4, 0, 0, 4)]
    assert lying("gallery", first, first) == []


@pytest.mark.usefixtures("sqlite")
def test_looking_at_a_settlement_records_nothing():
    code = consigned()
    found = looked_at(stocked.hq("hq_finance", "F1"), [Settled(**ROW, lot=code)])
    assert (found.of.owed, [line.quantity for line in found.lines], Settlement.objects.exists()) == (
        34999,
        [2],
        False,
    )
