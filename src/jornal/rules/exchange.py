"""What a sum of one currency comes to in another by a rate, in whole minor units and never to the loss of labour."""

from fractions import Fraction
from typing import NamedTuple

from jornal.units.rounding import rounded


class Pair(NamedTuple):
    """Two currencies, with how many decimals each has: what is paid in, and what it costs in."""

    pays: str
    costs: str
    pays_decimals: int
    costs_decimals: int


def least_price(cost: int, rate: Fraction, pair: Pair) -> int:
    """The least price that bears a cost, rounded up to a whole minor unit of what is paid in.

    `rate` is what one unit of what is paid in was worth in the currency of the cost.
    """
    step = Fraction(10) ** (pair.pays_decimals - pair.costs_decimals)
    return rounded(cost * step / rate, "up")


def worth(price: int, rate: Fraction, pair: Pair) -> int:
    """What a price comes to in the currency of the cost, rounded down to a whole minor unit."""
    step = Fraction(10) ** (pair.costs_decimals - pair.pays_decimals)
    return rounded(price * step * rate, "down")
