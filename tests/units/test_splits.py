"""Shares that sum."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.units.faults import NotExact, NotWhole
from jornal.units.rounding import MODES, UnknownRounding, rounded
from jornal.units.splits import (
    ModesDoNotMatch,
    MoreThanTheWhole,
    NegativeWeight,
    NothingToShareBy,
    NotOneRemainder,
    by_running_total,
    largest_remainder,
    with_remainder,
)

AMOUNT = st.one_of(st.integers(-200, 200), st.integers(-(10**15), 10**15))
PART = st.fractions(-(10**9), 10**9, max_denominator=1000)
WEIGHT = st.one_of(st.integers(0, 100), st.fractions(0, 100, max_denominator=365))
WEIGHTS = st.lists(WEIGHT, min_size=1, max_size=12).filter(any)
MODE = st.sampled_from(MODES)


@st.composite
def percentages(draw: st.DrawFn) -> list[Fraction | None]:
    """Up to five shares of a whole, and one remainder somewhere among them."""
    cuts = draw(st.lists(st.fractions(0, 1, max_denominator=1000), max_size=5).map(sorted))
    shares: list[Fraction | None] = [
        upper - lower for lower, upper in zip([Fraction(0), *cuts], cuts, strict=False)
    ]
    shares.insert(draw(st.integers(0, len(shares))), None)
    return shares


def test_three_thirds_of_a_day_are_a_day_and_not_one_unit_more():
    thirds = [Fraction(113000, 90)] * 3
    assert sum(rounded(third) for third in thirds) == 3768
    assert by_running_total(thirds) == [1256, 1255, 1256]
    assert sum(by_running_total(thirds)) == rounded(Fraction(113000, 30)) == 3767


@given(st.lists(PART, max_size=20), MODE)
def test_heads_sum_to_the_exact_total_rounded_once(parts: list[Fraction], mode: str):
    assert sum(by_running_total(parts, mode)) == rounded(sum(parts, Fraction(0)), mode)


@given(st.lists(PART, max_size=20), MODE)
def test_each_head_is_near_its_exact_part_and_a_head_of_nothing_stays_nothing(
    parts: list[Fraction], mode: str
):
    heads = by_running_total(parts, mode)
    off = [abs(head - part) for head, part in zip(heads, parts, strict=True)]
    assert all(by <= 1 for by in off) or mode in ("up", "down", "05up")
    assert all(by < 2 for by in off)
    assert all(head == 0 for head, part in zip(heads, parts, strict=True) if part == 0)


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (-100, [1, 1, 1], [-34, -33, -33]),
        (101, [1, 1, 1], [34, 34, 33]),
        (1, [1, 1], [1, 0]),
        (1, [0, 1], [0, 1]),
        (10, [0, 3, 0, 7], [0, 3, 0, 7]),
        (7, [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)], [4, 2, 1]),
        (100, [5, 3, 1], [56, 33, 11]),
        (0, [1, 2], [0, 0]),
        (5, [9], [5]),
        (2**53, [1, 1, 1], [3002399751580331, 3002399751580331, 3002399751580330]),
    ],
)
def test_odd_units_go_to_the_largest_remainders_and_ties_to_the_first_listed(
    total: int, weights: list[Fraction | int], shares: list[int]
):
    assert largest_remainder(total, weights) == shares


@given(AMOUNT, WEIGHTS)
def test_shares_by_weight_sum_and_stay_within_one_unit_of_exact(total: int, weights: list[Fraction | int]):
    shares = largest_remainder(total, weights)
    whole = sum(weights, Fraction(0))
    assert sum(shares) == total
    assert all(abs(share - total * weight / whole) < 1 for share, weight in zip(shares, weights, strict=True))
    assert all(share == 0 for share, weight in zip(shares, weights, strict=True) if weight == 0)


@given(AMOUNT, WEIGHTS, st.integers(1, 1000))
def test_only_the_proportion_of_weights_counts_and_debt_mirrors_credit(
    total: int, weights: list[Fraction | int], times: int
):
    shares = largest_remainder(total, weights)
    assert largest_remainder(total, [weight * times for weight in weights]) == shares
    assert largest_remainder(-total, weights) == [-share for share in shares]


@given(st.integers(0, 10**6), WEIGHTS)
def test_nobody_with_more_weight_gets_less(total: int, weights: list[Fraction | int]):
    by_weight = sorted(zip(weights, largest_remainder(total, weights), strict=True))
    assert all(light[0] == heavy[0] or light[1] <= heavy[1] for light, heavy in pairwise(by_weight))


def test_an_amount_needs_somebody_to_take_it():
    with pytest.raises(NothingToShareBy, match="There are no weights"):
        largest_remainder(100, [])
    with pytest.raises(NothingToShareBy, match="All 2 weights are zero"):
        largest_remainder(100, [0, Fraction(0)])
    with pytest.raises(NegativeWeight, match="Number 2 of the weights is -1"):
        largest_remainder(100, [3, -1])


@pytest.mark.parametrize(
    ("total", "shares", "modes", "expected"),
    [
        # W1: 70 / 20 / 10, the worker takes the rest
        (60000, ["1/10", "1/5", None], ["half_up", "half_up", "down"], [6000, 12000, 42000]),
        # W2: odd cents
        (14125, ["1/10", "1/5", None], ["half_up", "half_up", "down"], [1413, 2825, 9887]),
        (14125, ["1/10", "1/5", None], ["half_even", "half_up", "down"], [1412, 2825, 9888]),
        (9887, ["1/2", None], ["half_up", "half_up"], [4944, 4943]),
        (100, [None], ["half_up"], [100]),
        (-14125, [None, "1/10"], ["", "half_up"], [-12712, -1413]),
        (100, ["1", None], ["down", "down"], [100, 0]),
    ],
)
def test_each_share_is_rounded_its_own_way_and_one_takes_the_rest(
    total: int, shares: list[str | None], modes: list[str], expected: list[int]
):
    stated = [None if share is None else Fraction(share) for share in shares]
    assert with_remainder(total, stated, modes) == expected


@given(AMOUNT, percentages(), st.data())
def test_whatever_the_shares_and_their_rounding_they_sum(
    total: int, shares: list[Fraction | None], data: st.DataObject
):
    modes = data.draw(st.lists(MODE, min_size=len(shares), max_size=len(shares)))
    amounts = with_remainder(total, shares, modes)
    assert sum(amounts) == total
    for amount, share, mode in zip(amounts, shares, modes, strict=True):
        assert share is None or amount == rounded(share * total, mode)


def test_exactly_one_share_takes_the_rest():
    half = Fraction(1, 2)
    with pytest.raises(NotOneRemainder, match="None of the shares is the remainder"):
        with_remainder(100, [half, half], ["up", "up"])
    with pytest.raises(NotOneRemainder, match="2 shares are the remainder"):
        with_remainder(100, [None, half, None], ["up", "up", "up"])
    with pytest.raises(NotOneRemainder):
        with_remainder(100, [], [])


def test_shares_that_cannot_be_met_are_refused():
    with pytest.raises(MoreThanTheWhole, match="11/10 of the amount"):
        with_remainder(100, [Fraction(7, 10), Fraction(4, 10), None], ["up", "up", "up"])
    with pytest.raises(NegativeWeight):
        with_remainder(100, [Fraction(-1, 10), None], ["up", "up"])
    with pytest.raises(ModesDoNotMatch, match="2 shares have 1 ways to round"):
        with_remainder(100, [Fraction(1, 10), None], ["up"])
    with pytest.raises(UnknownRounding):
        with_remainder(100, [Fraction(1, 10), None], ["upwards", "up"])


def test_no_float_is_ever_shared():
    with pytest.raises(NotExact):
        by_running_total([0.5])  # type: ignore[list-item]
    with pytest.raises(NotExact):
        largest_remainder(100, [1, 0.5])  # type: ignore[list-item]
    with pytest.raises(NotExact):
        with_remainder(100, [0.1, None], ["up", "up"])  # type: ignore[list-item]
    with pytest.raises(NotWhole):
        largest_remainder(100.0, [1])  # type: ignore[arg-type]
    with pytest.raises(NotWhole):
        with_remainder(100.0, [None], ["up"])  # type: ignore[arg-type]
