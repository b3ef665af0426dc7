"""The one ancestor of every fault in `units`, so that a caller can catch them together."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from jornal.units.parts import Part, Several


class UnitsFault(ValueError):
    """A value that `units` refuses; its text is one sentence with the next step, fit to be shown."""

    def __reduce__(self) -> tuple[Any, ...]:
        """The parts to rebuild it from, so that a fault crosses from one process to another unchanged."""
        return _again, (type(self), self.args, self.__dict__)


class NotExact(UnitsFault):
    """A float or anything else that is not a whole number or a Fraction."""

    def __init__(self, *values: object) -> None:
        shown = " and ".join(f"{shortened(value)} ({type(value).__name__})" for value in values)
        super().__init__(
            f"{shown}: only whole numbers and fractions are exact. Give an int, or a Fraction made from text."
        )


class NotWhole(UnitsFault):
    """A float, a fraction or anything else where only whole numbers are due."""

    def __init__(self, *values: object) -> None:
        shown = " and ".join(f"{shortened(value)} ({type(value).__name__})" for value in values)
        super().__init__(f"{shown}: only whole numbers count here. Give an int; round a fraction first.")


def shortened(value: object, *, most: int = 40) -> str:
    """The value as a sentence may quote it: printable, and at most `most` characters of it."""
    if isinstance(value, int) and value.bit_length() > 4 * most:
        return f"a number of {value.bit_length()} bits"
    shown = repr(value[: most + 1]) if isinstance(value, str) else repr(value)
    return shown if len(shown) <= most + 2 else f"{shown[:most]}…"


def near(text: str, known: Iterable[str]) -> str:
    """The known names closest to `text`, as a half sentence ready to append; empty where none is close."""
    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(text[:60].casefold(), by_folded, n=3, cutoff=0.6)
    return Part(" Near: {names}.", names=Several(by_folded[name] for name in found)) if found else ""


def _again(kind: type[UnitsFault], args: tuple[object, ...], state: dict[str, Any]) -> UnitsFault:
    fault = kind.__new__(kind)
    fault.args = args
    fault.__dict__.update(state)
    return fault
