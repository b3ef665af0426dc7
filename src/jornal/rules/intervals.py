"""How sure a share of few people is: the exact interval of Clopper and Pearson, in whole numbers."""

from collections.abc import Callable
from fractions import Fraction
from math import comb

THOUSAND = 1000
EACH_SIDE = Fraction(1, 40)
"""What is left out on each side of an interval of 95 in a hundred."""


def interval(least: int, most: int, of: int) -> tuple[int, int]:
    """The interval of 95 in a hundred for a share of which only least and most are known, in thousandths.

    Clopper and Pearson's exact one (1934) for `least` below and for `most` above, rounded outwards, so that it is
    never narrower than the exact one.
    """
    low = 0 if least == 0 else _last(lambda p: _at_least(least, of, p) <= EACH_SIDE)
    high = THOUSAND if most == of else _last(lambda p: _at_most(most, of, p) > EACH_SIDE) + 1
    return low, high


def fives(count: int, of: int) -> tuple[int, int]:
    """Between which numbers a count out of `of` (a multiple of five, at least five) is told: never of fewer than five.

    Bands of five, the last up to all, so that no two figures subtracted tell of fewer than five people.
    """
    band = min(count // 5, of // 5 - 1)
    return 5 * band, of if band == of // 5 - 1 else 5 * band + 4


def _last(holds: Callable[[int], bool]) -> int:
    """The last thousandth from nought up of which something holds that holds of all before it."""
    low, high = 0, THOUSAND
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _at_most(count: int, of: int, thousandths: int) -> Fraction:
    """How likely `count` or fewer out of `of` are, each with this chance."""
    yes, no = thousandths, THOUSAND - thousandths
    sums = sum(comb(of, each) * yes**each * no ** (of - each) for each in range(count + 1))
    return Fraction(sums, THOUSAND**of)


def _at_least(count: int, of: int, thousandths: int) -> Fraction:
    return 1 - _at_most(count - 1, of, thousandths)
