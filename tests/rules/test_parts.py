"""A product is never part of itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.parts import exploded, ring, ring_from


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({}, []),
        ({"bag": ["strap", "lining"], "strap": ["buckle"]}, []),
        ({"bag": ["strap", "buckle"], "strap": ["buckle"]}, []),
        ({"bag": ["bag"]}, ["bag", "bag"]),
        (
            {"bag": ["lining", "strap"], "strap": ["buckle"], "buckle": ["bag"]},
            ["bag", "strap", "buckle", "bag"],
        ),
        ({"strap": ["buckle"], "buckle": ["strap"], "bag": ["strap"]}, []),
    ],
    ids=str,
)
def test_the_ring_is_named_part_by_part(parts, found):
    assert ring(parts, "bag") == found


def test_a_chain_of_thousands_has_no_ring():
    assert ring({str(one): [str(one + 1)] for one in range(5000)}, "0") == []


def test_a_ring_that_ends_with_a_later_recipe_is_found_on_the_days_it_holds():
    until, then = date(2026, 10, 1), date(2026, 12, 1)
    rows = [("bag", date(2026, 9, 1), ["strap"]), ("strap", until, ["bag"]), ("bag", then, [])]
    assert ring_from(rows, "strap", until) == ["strap", "bag", "strap"]
    assert ring_from(rows, "strap", then) == []
    assert ring_from(rows[:1], "bag", until) == []


BILLS = st.lists(
    st.lists(st.tuples(st.integers(0, 6), st.integers(1, 3)), max_size=3), min_size=7, max_size=7
)


def by_hand(bills, of: int, pieces: int) -> list[int]:
    """Every part of so many pieces, one after the other, down to the last."""
    found = [0] * len(bills)
    for part, count in bills[of]:
        if part > of:  # a bill that turns in no ring
            found[part] += pieces * count
            found = [
                one + more for one, more in zip(found, by_hand(bills, part, pieces * count), strict=True)
            ]
    return found


@given(bills=BILLS)
def test_every_part_counts_as_often_as_it_goes_in_through_whatever_depth(bills):
    parts = {of: [one for one in bill if one[0] > of] for of, bill in enumerate(bills)}
    found = exploded(0, lambda of: parts[of])
    assert [found.get(one, 0) for one in range(len(bills))] == by_hand(bills, 0, 1)


def test_a_ring_ends():
    assert exploded("a", lambda of: [({"a": "b", "b": "a"}[of], 2)]) == {"b": 2, "a": 4}


def test_a_chain_of_thousands_is_counted():
    assert exploded(0, lambda of: [(of + 1, 1)] if of < 5000 else []).keys() == set(range(1, 5001))


def test_a_bill_that_doubles_thirty_times_is_counted_at_once():
    assert exploded(0, lambda of: [(of + 1, 1), (of + 1, 1)] if of < 30 else [])[30] == 2**30
