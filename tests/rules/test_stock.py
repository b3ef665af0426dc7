"""Goods day by day: no lot of them, and not all of them together, below nought."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from jornal.rules.stock import Ledger, Short

FIRST = date(2026, 10, 1)
FLOWS = some.lists(
    some.tuples(
        some.integers(0, 6).map(lambda days: FIRST + timedelta(days=days)),
        some.sampled_from(["", "A", "B"]),
        some.integers(-6, 6),
    ),
    max_size=30,
)


@given(flows=FLOWS)
def test_no_day_ends_with_less_than_nothing_whatever_is_put(flows):
    ledger = Ledger()
    for flow in flows:
        ledger.put(*flow)
    assert ledger.short() is None


@given(flows=FLOWS)
def test_what_is_refused_leaves_everything_as_it_was(flows):
    ledger = Ledger()
    for flow in flows:
        before = (dict(ledger.now), ledger.there)
        if ledger.put(*flow) is not None:
            assert (ledger.now, ledger.there) == before


def test_what_is_sold_without_its_lot_is_missing_from_all_together():
    ledger = Ledger.of([(FIRST, "A", 3), (FIRST, "B", 2)])
    assert ledger.put(FIRST, "", -4) is None
    assert ledger.put(FIRST, "A", -2) == Short("", FIRST, 1)
    assert (ledger.left("A"), ledger.there) == (3, 1)


def test_a_day_before_is_held_against_the_days_after_it():
    ledger = Ledger.of([(FIRST, "A", 3), (FIRST + timedelta(days=5), "A", -3)])
    assert ledger.put(FIRST + timedelta(days=2), "A", -1) == Short("A", FIRST + timedelta(days=5), 0)
