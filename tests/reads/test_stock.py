"""Where goods are, day by day and as the books stood."""

from datetime import date

import pytest

import stocked
from jornal.journal.place import found
from jornal.reads.stock import Goods, entered, goods, in_hundreds, ledgers


@pytest.mark.usefixtures("database")
def test_goods_are_where_they_were_on_a_day_and_where_the_books_said():
    code = stocked.begun()
    before = {"hq": found("hq").seq}
    stocked.moved(code)
    assert goods(until=date(2026, 10, 11)) == [Goods("store", "sweater", code, 10)]
    assert goods(upto=before) == [Goods("store", "sweater", code, 10)]
    assert goods(["shop"], lots=[code]) == [Goods("shop", "sweater", code, 5)]
    assert (entered([code]), goods(lots=["none"])) == ({code: 10}, [])
    ledger = ledgers([("shop", "sweater"), ("shop", "hat")])
    assert [one.there for one in ledger.values()] == [5, 0]


def test_many_are_asked_for_some_at_a_time():
    assert [len(some) for some in in_hundreds(range(1001))] == [500, 500, 1]
