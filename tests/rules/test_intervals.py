"""The exact interval of a share, against published tables, and bands that tell nothing of fewer than five."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.intervals import fives, interval


# Clopper and Pearson (1934) by the usual tables, rounded outwards to thousandths.
@pytest.mark.parametrize(
    ("count", "of", "exact"),
    [
        (0, 10, (0, 309)), (1, 10, (2, 446)), (5, 10, (187, 813)), (10, 10, (691, 1000)), (0, 5, (0, 522)),
        (4, 20, (57, 437)), (10, 20, (271, 729)), (44, 100, (340, 543)),
    ],
)  # fmt: skip
def test_it_is_that_of_the_tables(count, of, exact):
    assert interval(count, count, of) == exact


def test_of_a_band_it_holds_the_interval_of_every_count_in_it():
    low, high = interval(5, 9, 20)
    assert (low, high) == (interval(5, 5, 20)[0], interval(9, 9, 20)[1])


@given(
    st.integers(1, 20)
    .map(lambda each: 5 * each)
    .flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
)
def test_a_count_lies_in_its_band_and_every_band_is_of_five_or_more(pair):
    count, of = pair
    least, most = fives(count, of)
    assert least <= count <= most
    assert most - least >= 4
    assert least % 5 == 0
    assert most == of or (most + 1) % 5 == 0


def test_of_five_nothing_is_told_but_that_there_are_five():
    assert {fives(count, 5) for count in range(6)} == {(0, 5)}
    assert {fives(count, 10) for count in range(11)} == {(0, 4), (5, 10)}
