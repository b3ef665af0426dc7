"""Rounding beside Python's own decimal arithmetic, which was written by others."""

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jornal.units.faults import NotExact, NotWhole
from jornal.units.rounding import (
    MODES,
    DividedByZero,
    NotAStep,
    UnknownRounding,
    divided,
    mode_named,
    portion,
    rounded,
    to_step,
)

PYTHONS = {mode: f"ROUND_{mode.upper()}" for mode in MODES}
SMALL_OR_HUGE = st.one_of(st.integers(-400, 400), st.integers(-(10**30), 10**30))
MODE = st.sampled_from(MODES)


def by_decimal(value: Decimal, mode: str) -> int:
    with decimal.localcontext() as context:
        context.prec = 200
        return int(value.quantize(Decimal(1), rounding=PYTHONS[mode]))


def test_there_is_a_plain_name_for_each_of_pythons_modes():
    assert set(PYTHONS.values()) == {name for name in vars(decimal) if name.startswith("ROUND_")}


@pytest.mark.parametrize(
    ("mode", "expected"),
    [  # value:        -5.5 -2.5 -1.6 -1.1 -1.0  1.0  1.1  1.6  2.5  5.5
        ("half_up", [-6, -3, -2, -1, -1, 1, 1, 2, 3, 6]),
        ("half_even", [-6, -2, -2, -1, -1, 1, 1, 2, 2, 6]),
        ("half_down", [-5, -2, -2, -1, -1, 1, 1, 2, 2, 5]),
        ("up", [-6, -3, -2, -2, -1, 1, 2, 2, 3, 6]),
        ("down", [-5, -2, -1, -1, -1, 1, 1, 1, 2, 5]),
        ("ceiling", [-5, -2, -1, -1, -1, 1, 2, 2, 3, 6]),
        ("floor", [-6, -3, -2, -2, -1, 1, 1, 1, 2, 5]),
        ("05up", [-6, -2, -1, -1, -1, 1, 1, 1, 2, 6]),
    ],
)
def test_each_mode_rounds_as_its_table_says(mode: str, expected: list[int]):
    tenths = [-55, -25, -16, -11, -10, 10, 11, 16, 25, 55]
    assert [rounded(Fraction(value, 10), mode) for value in tenths] == expected
    assert [rounded(Fraction(value, 10), PYTHONS[mode]) for value in tenths] == expected


@pytest.mark.parametrize("mode", MODES)
def test_every_hundredth_near_zero_rounds_as_decimal_rounds_it(mode: str):
    hundredths = range(-2500, 2501)
    assert [divided(value, 100, mode) for value in hundredths] == [
        by_decimal(Decimal(value).scaleb(-2), mode) for value in hundredths
    ]


@settings(max_examples=2000)
@given(SMALL_OR_HUGE, st.integers(0, 12), MODE)
def test_any_decimal_rounds_as_decimal_rounds_it(digits: int, places: int, mode: str):
    with decimal.localcontext() as context:
        context.prec = 200
        value = Decimal(digits).scaleb(-places)
    assert divided(digits, 10**places, mode) == by_decimal(value, mode)
    assert rounded(Fraction(digits, 10**places), mode) == by_decimal(value, mode)


@given(SMALL_OR_HUGE, st.integers(1, 10**6), MODE)
def test_a_quotient_is_rounded_by_less_than_one_and_the_signs_may_both_turn(number: int, by: int, mode: str):
    assert abs(divided(number, by, mode) - Fraction(number, by)) < 1
    assert divided(number, by, mode) == divided(-number, -by, mode)


@given(st.integers(), MODE)
def test_a_whole_number_stays_as_it_is(number: int, mode: str):
    assert rounded(number, mode) == number == divided(number, 1, mode)


@given(SMALL_OR_HUGE, st.integers(0, 10**6), st.integers(1, 10**6), MODE)
def test_a_portion_is_multiplied_before_it_is_rounded(
    amount: int, numerator: int, denominator: int, mode: str
):
    assert portion(amount, numerator, denominator, mode) == rounded(
        amount * Fraction(numerator, denominator), mode
    )


@pytest.mark.parametrize(
    ("amount", "numerator", "denominator", "mode", "expected"),
    [
        (14125, 10, 100, "half_up", 1413),  # W2: the prison administration's tenth of 141.25
        (14125, 10, 100, "half_even", 1412),
        (1221 * 75, 1, 2, "half_up", 45788),  # W20: 37.5 h at 12.21
        (37761, 40, 100, "down", 15104),  # W20: a levy "not exceeding" 40 %
        (1, 40, 100, "down", 0),  # W20c
        (113000, 3, 30, "half_up", 11300),  # W6: three times a thirtieth, rounded once
        (-14125, 10, 100, "half_up", -1413),
    ],
)
def test_a_worked_example_comes_out(amount: int, numerator: int, denominator: int, mode: str, expected: int):
    assert portion(amount, numerator, denominator, mode) == expected


@pytest.mark.parametrize(
    ("amount", "step", "mode", "paid", "difference"),
    [
        (9887, 10, "up", 9890, 3),
        (9887, 5, "half_up", 9885, -2),
        (9888, 5, "half_up", 9890, 2),
        (38013, 25, "half_up", 38025, 12),
        (38012, 25, "half_up", 38000, -12),
        (9890, 10, "up", 9890, 0),
        (-9887, 10, "up", -9890, -3),
        (0, 100, "up", 0, 0),
    ],
)
def test_cash_is_paid_in_whole_coins_and_the_difference_is_named(
    amount: int, step: int, mode: str, paid: int, difference: int
):
    assert to_step(amount, step, mode) == (paid, difference)


@given(SMALL_OR_HUGE, st.integers(1, 10_000), MODE)
def test_cash_differs_by_less_than_a_coin_and_is_accounted_for(amount: int, step: int, mode: str):
    paid, difference = to_step(amount, step, mode)
    assert paid % step == 0
    assert amount + difference == paid
    assert abs(difference) < step


@pytest.mark.parametrize("mode", ["half-up", "HALF_UP", "bankers", "", None, 4, ["up"]])
def test_a_way_to_round_that_does_not_exist_is_refused_by_name(mode: object):
    for refused in (lambda: divided(1, 2, mode), lambda: rounded(1, mode), lambda: mode_named(mode)):  # type: ignore[arg-type]
        with pytest.raises(UnknownRounding, match="Write one of: half_up, half_even, half_down, up, down"):
            refused()


def test_both_spellings_of_a_mode_have_one_plain_name():
    assert (
        [mode_named(python) for python in PYTHONS.values()]
        == list(MODES)
        == [mode_named(mode) for mode in MODES]
    )


@pytest.mark.parametrize("value", [0.5, 2.0, Decimal("0.5"), "1", None])
def test_nothing_inexact_is_rounded(value: object):
    with pytest.raises(NotExact):
        rounded(value)  # type: ignore[arg-type]
    for numerator, denominator in ((value, 2), (2, value)):
        with pytest.raises(NotWhole):
            divided(numerator, denominator)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [0.5, 2.0, float("inf"), float("nan"), Decimal("0.5"), Fraction(1, 2)])
def test_no_portion_is_taken_of_anything_inexact(value: object):
    for amount, numerator, denominator in ((value, 1, 2), (1, value, 2), (1, 1, value)):
        with pytest.raises(NotWhole):
            portion(amount, numerator, denominator)  # type: ignore[arg-type]


def test_a_rate_over_zero_is_refused():
    with pytest.raises(DividedByZero, match="cannot be divided by zero"):
        portion(100, 1, 0)


@pytest.mark.parametrize("step", [0, -5, 0.05, None, True])
def test_the_smallest_coin_is_worth_something(step: object):
    with pytest.raises(NotAStep, match="smallest coin in minor units"):
        to_step(100, step)  # type: ignore[arg-type]
