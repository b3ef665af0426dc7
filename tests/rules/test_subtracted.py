"""Sums of people's pay are told only where no subtraction tells of fewer than five."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.subtracted import apart, band, pooled, told_of


def people(*numbers: int) -> list[str]:
    return [f"Q{number:02}" for number in numbers]


def sizes(*months: list[str]) -> list[int | None]:
    return [None if one is None else len(one) for one in told_of(months)]


def test_nothing_is_told_of_four():
    assert sizes(people(*range(4))) == [None]
    assert sizes(people(*range(5))) == [5]
    assert told_of([[]]) == [None]


def test_a_newcomer_waits_until_there_are_five_of_them():
    months = [people(*range(12 + more)) for more in (0, 1, 4, 5, 6)]
    assert sizes(*months) == [12, 12, 12, 17, 17]


def test_who_leaves_takes_those_who_came_last_out_of_the_sum():
    assert sizes(people(*range(12)), people(*range(1, 12))) == [12, 7]
    assert sizes(people(*range(12)), people(*range(5, 12))) == [12, 7]


def test_where_too_few_are_left_nothing_is_told():
    assert sizes(people(*range(8)), people(*range(1, 8))) == [8, None]


def test_who_was_left_out_comes_back_only_where_no_earlier_month_gives_anybody_away():
    months = [people(*range(12)), people(*range(1, 12)), people(*range(1, 14))]
    assert sizes(*months) == [12, 7, None]


@given(st.lists(st.sets(st.integers(0, 30)), max_size=6))
def test_no_two_months_subtracted_tell_of_fewer_than_five(months):
    found = told_of([people(*sorted(one)) for one in months])
    for one, other in combinations([each for each in found if each is not None], 2):
        assert apart(one, other)
    for there, told in zip(months, found, strict=True):
        assert told is None or told <= set(people(*there))
        assert told is None or len(told) >= 5


@pytest.mark.parametrize(
    ("count", "of", "told"),
    [(0, 4, None), (0, 5, (0, 5)), (3, 12, (0, 4)), (7, 12, (5, 10)), (12, 12, (5, 10)), (0, 0, None)],
)
def test_how_many_is_told_in_bands_of_five(count, of, told):
    assert band(count, of) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([], None),
        ([(4, 40)], None),
        ([(5, 50), (4, 40)], 50),
        ([(5, 50), (4, 40), (1, 10)], 100),
        ([(3, 30), (2, 20)], 50),
        ([(5, 50), (0, 7)], 50),
    ],
)
def test_a_part_of_four_does_not_show_where_the_other_sites_are_taken_off(parts, told):
    assert pooled(parts) == told
