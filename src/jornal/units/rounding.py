"""Rounding to whole numbers in every mode law and cash use, exactly and without a float."""

from collections.abc import Callable
from fractions import Fraction

from jornal.units.faults import NotExact, NotWhole, UnitsFault, near, shortened

# For a value strictly between `below` and `below` + 1: does it go to the upper one? `twice` is double the
# rest over `below`, in parts of `whole`: equal to `whole` at a tie. Where `below` < 0 the value is negative.
_GOES_UP: dict[str, Callable[[int, int, int], bool]] = {
    "half_up": lambda below, twice, whole: twice > whole or (twice == whole and below >= 0),
    "half_even": lambda below, twice, whole: twice > whole or (twice == whole and below & 1 == 1),
    "half_down": lambda below, twice, whole: twice > whole or (twice == whole and below < 0),
    "up": lambda below, _twice, _whole: below >= 0,
    "down": lambda below, _twice, _whole: below < 0,
    "ceiling": lambda _below, _twice, _whole: True,
    "floor": lambda _below, _twice, _whole: False,
    "05up": lambda below, _twice, _whole: below % 5 == 0 if below >= 0 else (below + 1) % 5 != 0,
}

MODES = tuple(_GOES_UP)
"""The plain names of the rounding modes; Python's own names (`ROUND_HALF_UP` …) mean the same."""

_PLAIN = {name: name for name in MODES} | {f"ROUND_{name.upper()}": name for name in MODES}
_GOES_UP |= {python: _GOES_UP[plain] for python, plain in _PLAIN.items()}


class UnknownRounding(UnitsFault):
    """A rounding mode that does not exist."""

    def __init__(self, mode: object) -> None:
        hint = near(mode, MODES) if isinstance(mode, str) else ""
        super().__init__(f"{shortened(mode)} is not a way to round.{hint} Write one of: {', '.join(MODES)}.")


class DividedByZero(UnitsFault):
    """A share or a rate whose denominator is zero."""

    def __init__(self, numerator: object) -> None:
        super().__init__(
            f"{shortened(numerator)} cannot be divided by zero. "
            "Check the rate or share that gives the divisor."
        )


class NotAStep(UnitsFault):
    """A cash step that is not a whole number of minor units above zero."""

    def __init__(self, step: object) -> None:
        super().__init__(
            f"{shortened(step)} is not a cash step. "
            "Write the smallest coin in minor units, such as 10 for 0.10."
        )


def mode_named(name: str) -> str:
    """The plain name of a rounding mode given by its plain or its Python name; raises `UnknownRounding`."""
    try:
        return _PLAIN[name]
    except (KeyError, TypeError):
        raise UnknownRounding(name) from None


def divided(numerator: int, denominator: int, mode: str = "half_up") -> int:
    """`numerator` / `denominator` as a whole number, rounded once by `mode`; the fast way for ints.

    Raises `DividedByZero`, `UnknownRounding`, and `NotWhole` for floats. The denominator may be negative.
    """
    try:
        goes_up = _GOES_UP[mode]
        if denominator < 0:
            numerator, denominator = -numerator, -denominator
        below, rest = divmod(numerator, denominator)
        twice = rest << 1  # refuses floats, also those without a rest
    except KeyError:
        raise UnknownRounding(mode) from None
    except ZeroDivisionError:
        raise DividedByZero(numerator) from None
    except TypeError:
        mode_named(mode)
        raise NotWhole(numerator, denominator) from None
    return below + 1 if rest and goes_up(below, twice, denominator) else below


def rounded(value: Fraction | int, mode: str = "half_up") -> int:
    """The exact value as a whole number by `mode`: `half_up` and `up` go away from zero, `down` towards it.

    Gives the figures of `decimal`. Raises `UnknownRounding`, and `NotExact` for a float or Decimal.
    """
    try:
        return divided(value.numerator, value.denominator, mode)
    except AttributeError:
        raise NotExact(value) from None


def portion(amount: int, numerator: int, denominator: int, mode: str = "half_up") -> int:
    """`amount` x `numerator` / `denominator` in whole minor units, multiplied first, rounded once by `mode`.

    Raises as `divided` does.
    """
    return divided(amount * numerator, denominator, mode)


def to_step(amount: int, step: int, mode: str = "half_up") -> tuple[int, int]:
    """What is paid in cash when `step` is the smallest coin, and the difference: `paid` - `amount`.

    All in minor units. The difference is a line of its own: positive where the worker gets more than is due.
    Raises `NotAStep` for a step of zero or less, and as `divided` does.
    """
    if type(step) is not int or step <= 0:
        raise NotAStep(step)
    paid = divided(amount, step, mode) * step
    return paid, paid - amount
