"""Exact sums in parts of a minor unit."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.exact import as_text, by_running_total, in_parts, shown, whole


def test_a_sum_that_the_parts_divide_is_a_whole_number():
    assert in_parts(Fraction(1, 3), 6) == 2


def test_a_sum_that_they_do_not_divide_stays_exact():
    assert in_parts(Fraction(1, 7), 6) == Fraction(6, 7)


def test_half_a_minor_unit_is_rounded_up():
    assert [whole(3, 6), whole(2, 6), whole(Fraction(5, 2), 5)] == [1, 0, 1]


def test_a_rate_is_shown_as_exact_text():
    assert [as_text(Fraction(11300, 32)), as_text(1250)] == ["2825/8", "1250"]


def test_a_sum_held_in_parts_is_shown_in_minor_units():
    assert [shown(7, 2), shown(8, 2)] == ["7/2", "4"]


@given(st.lists(st.fractions(0, 1000, max_denominator=60)), st.sampled_from([1, 6, 60, 240]))
def test_rounded_heads_always_sum_to_the_total_rounded_once(heads, parts):
    assert sum(by_running_total(heads, parts)) == whole(Fraction(sum(heads)), parts)


@given(st.lists(st.fractions(0, 1000, max_denominator=60)), st.sampled_from([1, 6, 60]))
def test_no_head_is_rounded_by_more_than_one_minor_unit(heads, parts):
    rounded = by_running_total(heads, parts)
    assert all(abs(one - Fraction(head) / parts) <= 1 for one, head in zip(rounded, heads, strict=True))
