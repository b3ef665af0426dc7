"""Rounding of exact amounts to whole minor units."""

from fractions import Fraction


def half_up(exact: Fraction) -> int:
    """Halves away from zero."""
    whole = int(abs(exact) + Fraction(1, 2))
    return whole if exact >= 0 else -whole


def up(exact: Fraction) -> int:
    """Away from zero."""
    whole = -int(-abs(exact) // 1)
    return whole if exact >= 0 else -whole


def rounded(exact: Fraction, mode: str) -> int:
    """One of the modes of decimal arithmetic, by its name in the terms."""
    down = int(exact)
    rest = abs(exact) - abs(down)
    sign = 1 if exact >= 0 else -1
    away = {
        "half_up": rest >= Fraction(1, 2),
        "half_down": rest > Fraction(1, 2),
        "half_even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and down % 2 == 1),
        "up": rest > 0,
        "down": False,
        "ceiling": rest > 0 and sign > 0,
        "floor": rest > 0 and sign < 0,
        "05up": rest > 0 and down % 5 == 0,
    }[mode]
    return down + sign if away else down


def running(exact: list[Fraction]) -> list[int]:
    """Whole units that sum to the exact total rounded once: what the rounded running total grows by."""
    total, before, found = Fraction(0), 0, []
    for one in exact:
        total += one
        found.append(half_up(total) - before)
        before = half_up(total)
    return found
