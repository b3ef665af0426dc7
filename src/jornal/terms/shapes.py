"""Scalars and the dated row that every shape of the law is built from.

Standard library only, so rules may read them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from jornal.units.faults import shortened
from jornal.units.said import Said

Layer = Literal["law", "authority", "contract", "house", "standard"]
Confidence = Literal["V", "I", "K-high", "K-med", "K-low", "invented"]
Rounding = Literal["half_up", "half_even", "half_down", "up", "down", "ceiling", "floor", "05up"]
Unit = Literal["hour", "day", "week", "month", "pays_12", "pays_13", "pays_14", "share"]


_AMOUNT = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")
_SHARE = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?) ?%|([0-9]{1,12}(?:\.[0-9]{1,12}|/[0-9]{1,12})?)")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")


class Parsed:
    """Marks a field whose text is read by a function.

    The validating library calls it, this module imports nothing.
    """

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self.read = read

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> dict[str, Any]:
        """The library's own words for "call this function"."""
        return {"type": "function-plain", "function": {"type": "no-info", "function": self.read}}


class Shape:
    """What every row inherits.

    A key it does not know is refused, and nothing is turned into something else.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "strict": True}


def read_amount(value: Any) -> Fraction:
    """An amount of money in major units from text such as "1130.00".

    Refuses numbers, so no float comes near money.
    """
    if not isinstance(value, str):
        raise Said(
            '{value} is a number; write it in quotation marks, such as "12.50"', value=shortened(value)
        )
    text = value.strip()
    if not _AMOUNT.fullmatch(text):
        raise Said(
            "{value} is not an amount; write at most 12 digits and a point, such as 12.50",
            value=shortened(value),
        )
    return Fraction(text)


def read_price(value: Any) -> Fraction:
    """An amount that law or an agreement sets: never below zero."""
    amount = read_amount(value)
    if amount < 0:
        raise Said(
            "{value} is below zero; write what is paid or taken without a sign", value=shortened(value)
        )
    return amount


def read_ratio(value: Any) -> Fraction:
    """A share from "70 %", "1/2", "1.25" or a whole number.

    Refuses binary fractions and what is below zero.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if value.bit_length() < 40 else shortened(value)
    if not isinstance(value, str):
        raise Said(
            '{value} is a number; write it in quotation marks, such as "10 %" or "1/2"',
            value=shortened(value),
        )
    found = _SHARE.fullmatch(value.strip())
    if found is None or (found[2] and re.search(r"/0+$", found[2])):
        raise Said('{value} is not a share; write "10 %", "1/2" or "1.25"', value=shortened(value))
    return Fraction(found[1]) / 100 if found[1] else Fraction(found[2])


def read_clock(value: Any) -> int:
    """Minutes after midnight from "22:00"; "24:00" is the end of the day."""
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    minutes = int(found[1]) * 60 + int(found[2]) if found and int(found[2]) < 60 else None
    if minutes is None or minutes > 24 * 60:
        raise Said('{value} is not a time of day; write it as "22:00"', value=shortened(value))
    return minutes


def or_unknown(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same reader, letting the word "unknown" through as None."""
    return lambda value: None if value == "unknown" else read(value)


Amount = Annotated[Fraction, Parsed(read_price)]
Ratio = Annotated[Fraction, Parsed(read_ratio)]
Clock = Annotated[int, Parsed(read_clock)]
# None stands for "unknown": a value nobody has confirmed, which stops the line that needs it.
AmountOrUnknown = Annotated[Fraction | None, Parsed(or_unknown(read_price))]
RatioOrUnknown = Annotated[Fraction | None, Parsed(or_unknown(read_ratio))]


@dataclass(frozen=True, kw_only=True)
class Dated(Shape):
    """A row in force from `since` until the next row of its list, or to the day `until`, as laws write it."""

    since: date
    until: date | None = None
    published: date | None = None
    source: str
    confidence: Confidence
    checked: date | None = None
    note: str = ""

    @property
    def confirmed(self) -> bool:
        """False for what is known only weakly: it loads, and computing with it says unknown."""
        return self.confidence != "K-low"
