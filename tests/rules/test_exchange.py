"""Sums of two currencies: never rounded to the loss of labour, whatever the rate and the decimals."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.exchange import Pair, least_price, worth

PAIRS = [
    Pair("DKK", "PEN", 2, 2),
    Pair("JPY", "PEN", 0, 2),
    Pair("PEN", "JPY", 2, 0),
    Pair("BHD", "THB", 3, 2),
]
rates = st.tuples(st.integers(1, 10**9), st.integers(0, 9)).map(lambda of: Fraction(of[0], 10 ** of[1]))


@pytest.mark.parametrize(
    ("cost", "rate", "pair", "least"),
    [
        (15708, "0.5312", PAIRS[0], 29571),
        (15708, "0.0245", PAIRS[1], 6412),
        (500, "44", PAIRS[2], 1137),
        (15708, "90.1", PAIRS[3], 1744),
        (0, "90.1", PAIRS[3], 0),
    ],
    ids=["kroner and soles", "yen have no decimals", "nor has their cost", "dinars have three", "nothing"],
)  # fmt: skip
def test_the_least_price_worked_by_hand(cost: int, rate: str, pair: Pair, least: int):
    assert least_price(cost, Fraction(rate), pair) == least


@given(st.integers(0, 10**12), rates, st.sampled_from(PAIRS))
def test_the_least_price_bears_the_cost_and_one_unit_less_does_not(cost: int, rate: Fraction, pair: Pair):
    least = least_price(cost, rate, pair)
    assert worth(least, rate, pair) >= cost
    assert least == 0 or worth(least - 1, rate, pair) < cost
