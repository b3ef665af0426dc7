"""Exact sums in parts of a minor unit, so that a month is added up in whole numbers and rounded once."""

from collections.abc import Iterable
from fractions import Fraction

from jornal.units.rounding import divided

Exact = int | Fraction


def in_parts(value: Fraction | int, parts: int) -> Exact:
    """A sum of minor units as so many parts of one; whole wherever `parts` divides it, which is nearly always."""
    found = Fraction(value) * parts
    return found.numerator if found.denominator == 1 else found


def times(exact: Exact, share: Fraction) -> Exact:
    """An exact sum × a share, whole where it can be: whole numbers are what keeps a month quick."""
    if type(exact) is int:
        found, rest = divmod(exact * share.numerator, share.denominator)
        if not rest:
            return found
    return exact * share


def whole(exact: Exact, parts: int, mode: str = "half_up") -> int:
    """An exact sum rounded once to whole minor units."""
    if type(exact) is int:
        return divided(exact, parts, mode)
    return divided(exact.numerator, exact.denominator * parts, mode)


def by_running_total(exacts: Iterable[Exact], parts: int) -> list[int]:
    """Whole minor units for each head, such that they sum to their exact total rounded once (half up)."""
    found, total, before = [], 0, 0
    for exact in exacts:
        total += exact  # type: ignore[assignment]
        now = whole(total, parts)
        found.append(now - before)
        before = now
    return found


def as_text(value: Fraction | int) -> str:
    """Exact text of a rate in minor units: "1250" or "11300/24"."""
    return str(value)


def shown(exact: Exact, parts: int) -> str:
    """Exact text, in minor units, of a sum held in parts."""
    if type(exact) is int and exact % parts == 0:
        return str(exact // parts)
    return str(Fraction(exact) / parts)
