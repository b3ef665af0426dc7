"""The pattern that stands for a worker where her name must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.units.stitches import APART, BELOW, SIZE, fair, offered, pattern

NUMBERS = st.integers(0, BELOW - 1)


@given(NUMBERS)
def test_a_pattern_is_the_same_from_every_side(number):
    rows = pattern(number)
    assert [len(row) for row in rows] == [SIZE] * SIZE
    assert rows == rows[::-1]
    assert all(row == row[::-1] for row in rows)


@given(NUMBERS, NUMBERS)
def test_two_numbers_never_look_alike(one, other):
    assert (pattern(one) == pattern(other)) == (one == other)


def test_a_number_has_one_pattern_for_ever():
    drawn = """
        .a.b.b.a.
        ab.aaa.ba
        b..b.b..b
        baaa.aaab
        ba.....ab
        baaa.aaab
        b..b.b..b
        ab.aaa.ba
        .a.b.b.a.
    """
    assert pattern(18025561938) == tuple(row.replace(".", " ") for row in drawn.split())


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (0, "it is blank"),
        (BELOW - 1, "it is full"),
        (BELOW // 2, "it has one colour"),
        (-1, "none"),
        (BELOW, "none"),
    ],
)
def test_a_mark_is_neither_blank_nor_full_and_has_two_colours(number, why):
    assert not fair(number), why


@pytest.mark.parametrize("number", [-1, BELOW])
def test_a_number_beyond_them_is_refused(number):
    with pytest.raises(ValueError, match="of no stitch mark"):
        pattern(number)


def test_twelve_to_choose_from_are_fair_and_unlike_each_other():
    found = offered("today", (), 12)
    assert len(set(found)) == 12
    assert all(map(fair, found))
    assert min(unlike(one, other) for one in found for other in found if one != other) >= APART


def test_the_same_seed_offers_the_same_and_another_offers_others():
    assert offered("a", (), 12) == offered("a", (), 12)
    assert not set(offered("a", (), 12)) & set(offered("b", (), 12))


def test_what_is_taken_is_never_offered_nor_anything_much_like_it():
    taken = offered("a", (), 12)
    found = offered("a", taken, 12)
    assert not set(taken) & set(found)
    assert min(unlike(one, other) for one in found for other in taken) >= APART


def unlike(one: int, other: int) -> int:
    """In how many cells of the quarter two patterns differ."""
    pairs = zip((row[:5] for row in pattern(one)[:5]), (row[:5] for row in pattern(other)[:5]), strict=True)
    return sum(a != b for rows in pairs for a, b in zip(*rows, strict=True))
