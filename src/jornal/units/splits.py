"""Sharing an amount so that the shares always sum to it, to the last minor unit."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from jornal.units.faults import NotExact, NotWhole, UnitsFault, shortened
from jornal.units.rounding import divided, rounded


class NothingToShareBy(UnitsFault):
    """No weights, or weights that are all zero."""

    def __init__(self, count: int) -> None:
        what = f"All {count} weights are zero" if count else "There are no weights"
        super().__init__(f"{what}, so nobody can take the amount. Give at least one weight above zero.")


class NegativeWeight(UnitsFault):
    """A weight or share below zero."""

    def __init__(self, weight: object, place: int) -> None:
        super().__init__(
            f"Number {place} of the weights is {shortened(weight)}. A share cannot be below zero; "
            "write 0 or more."
        )


class NotOneRemainder(UnitsFault):
    """A split where none or several take the rest."""

    def __init__(self, count: int) -> None:
        found = "None of the shares is" if count == 0 else f"{count} shares are"
        super().__init__(
            f"{found} the remainder. Mark exactly one share as the remainder; it takes what the others leave."
        )


class ModesDoNotMatch(UnitsFault):
    """Not exactly one rounding mode for each share."""

    def __init__(self, shares: int, modes: int) -> None:
        super().__init__(
            f"{shares} shares have {modes} ways to round. Give each share its own, also the remainder."
        )


class MoreThanTheWhole(UnitsFault):
    """Shares that together take more than there is."""

    def __init__(self, together: Fraction) -> None:
        super().__init__(
            f"The shares together are {together} of the amount, more than the whole. Lower one of them."
        )


def by_running_total(parts: Sequence[Fraction | int], mode: str = "half_up") -> list[int]:
    """Whole minor units for the heads of one earning: their sum is the exact total, rounded once by `mode`.

    Each head is the rounded running total up to it less the one before: by the half modes within one minor
    unit of its exact part, and always zero for a part of zero. The order of the heads decides where the odd
    unit falls.
    """
    scaled, common = _over_one_denominator(parts)
    heads, running, before = [], 0, 0
    for part in scaled:
        running += part
        total = divided(running, common, mode)
        heads.append(total - before)
        before = total
    return heads


def largest_remainder(total: int, weights: Sequence[Fraction | int]) -> list[int]:
    """`total` shared in proportion to `weights`: odd units by largest remainder, ties to the first listed.

    The shares sum to `total`, each within one minor unit of exact; a weight of zero gets zero, and a negative
    total mirrors the positive one. Raises `NothingToShareBy`, `NegativeWeight`, and
    `NotWhole` or `NotExact` for floats.
    """
    if type(total) is not int:
        raise NotWhole(total)
    scaled, _ = _over_one_denominator(weights)
    for place, weight in enumerate(scaled, start=1):
        if weight < 0:
            raise NegativeWeight(weights[place - 1], place)
    whole = sum(scaled)
    if whole == 0:
        raise NothingToShareBy(len(scaled))
    cuts = [divmod(abs(total) * weight, whole) for weight in scaled]
    shares = [share for share, _ in cuts]
    odd = abs(total) - sum(shares)
    for place in sorted(range(len(cuts)), key=lambda place: -cuts[place][1])[:odd]:
        shares[place] += 1
    return shares if total >= 0 else [-share for share in shares]


def with_remainder(total: int, shares: Sequence[Fraction | int | None], modes: Sequence[str]) -> list[int]:
    """`total` cut by `shares`, fractions of it, each rounded by its own mode; the one `None` takes the rest.

    They sum to `total`. The mode at the remainder's place is not used. Where several shares round up a
    very small total, the remainder can fall past zero. Raises `NotOneRemainder`, `ModesDoNotMatch`,
    `NegativeWeight`, `MoreThanTheWhole`, `NotWhole`, and what `rounded` raises.
    """
    if type(total) is not int:
        raise NotWhole(total)
    if len(modes) != len(shares):
        raise ModesDoNotMatch(len(shares), len(modes))
    stated = [share for share in shares if share is not None]
    if len(stated) != len(shares) - 1:
        raise NotOneRemainder(len(shares) - len(stated))
    scaled, common = _over_one_denominator(stated)
    for place, share in enumerate(shares, start=1):
        if share is not None and share < 0:
            raise NegativeWeight(share, place)
    if sum(scaled) > common:
        raise MoreThanTheWhole(Fraction(sum(scaled), common))
    cut = [
        None if share is None else rounded(share * total, mode)
        for share, mode in zip(shares, modes, strict=True)
    ]
    rest = total - sum(amount for amount in cut if amount is not None)
    return [rest if amount is None else amount for amount in cut]


def _over_one_denominator(parts: Sequence[Fraction | int]) -> tuple[list[int], int]:
    try:
        common = lcm(*(part.denominator for part in parts))
        return [part.numerator * (common // part.denominator) for part in parts], common
    except AttributeError:
        raise NotExact(*(part for part in parts if not hasattr(part, "denominator"))) from None
