"""Numbers, money and shares in cells, with decimal comma or point.

What a lone "1.234" means is decided per column.
"""

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from jornal.sheets import says
from jornal.sheets.listed import Unreadable, shown
from jornal.sheets.workbooks import Typed
from jornal.units import money
from jornal.units.faults import UnitsFault

Lone = Literal["thousands", "decimals", "unclear"]
"""What a single separator before exactly three digits means where nothing in its column decides."""

MOST_COUNT = 100_000
MOST_AMOUNT = 1_000_000_000
MOST_RATE = 1_000_000
LONGEST = 200

_SIGNS = {0x2212: "-", 0xFF0D: "-", 0x2013: "-", 0x066B: ",", 0xFF0E: ".", 0xFF0C: ","}
_WRITTEN = re.compile(r"([-+]?)\s?(\d[\d.,'’\u00a0\u202f\u2009 ]*|[.,]\d+)")
_SPACED = re.compile(r"\d{1,3}(?:['’\u00a0\u202f\u2009 ]\d{3})+(?=[.,]|$)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_SYMBOLS = {
    "s/.": ("PEN",), "s/": ("PEN",), "฿": ("THB",), "บาท": ("THB",), "£": ("GBP",), "€": ("EUR",),
    "kr.": ("DKK", "NOK", "SEK"), "kr": ("DKK", "NOK", "SEK"),
    "$": ("MXN", "USD", "COP", "CLP", "ARS", "CAD", "AUD", "NZD"),
}  # fmt: skip
_SIGN = r"(S/\.?|[฿£€$]|บาท|kr\.?|[A-Za-z]{3}(?![A-Za-z]))"
_BEFORE = re.compile(rf"([-+(]?)\s*{_SIGN}\s*", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*{_SIGN}$", re.IGNORECASE)


def western(cell: str) -> str:
    """The cell with the digits of any script as 0 to 9 and every minus as a hyphen.

    It is cut where no number is so long.
    """
    short = cell if len(cell) <= LONGEST else f"{cell[:LONGEST]}…"
    if short.isascii():
        return short
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in short.translate(_SIGNS)
    )


def decimal_sign(cells: Iterable[str]) -> str:
    """The decimal sign that a column proves, "," or ".".

    Empty where no cell decides or two contradict each other.
    """
    proven = {sign for cell in set(cells) if not isinstance(cell, Typed) and (sign := _proves(cell))}
    return proven.pop() if len(proven) == 1 else ""


@lru_cache(maxsize=50_000)
def plain(cell: str, decimal: str = "", lone: Lone = "thousands") -> str:
    """The number as plain text with a point ("-1130.5").

    Raises `Unreadable` for what is not one, or may be two.
    """
    if cell.isascii() and cell.isdecimal():
        return cell
    written = _WRITTEN.fullmatch(western(cell))
    if written is None:
        raise Unreadable(says.NOT_A_NUMBER, ("text", shown(cell)))
    sign, digits = written[1].replace("+", ""), written[2].strip()
    spaced = _SPACED.match(digits)
    if spaced:
        digits = re.sub(r"[^\d.,]", "", digits[: spaced.end()]) + digits[spaced.end() :]
    mark = _decimal_mark(digits, decimal, lone)
    if mark is None:
        raise Unreadable(says.UNCLEAR_NUMBER, ("text", shown(cell)))
    whole, _, fraction = digits.rpartition(mark) if mark else (digits, "", "")
    grouped = not whole or whole.isdecimal() or _GROUPED.fullmatch(whole)
    if not grouped or (mark and not fraction.isdecimal()):
        raise Unreadable(says.NOT_A_NUMBER, ("text", shown(cell)))
    whole = whole.replace(".", "").replace(",", "") or "0"
    return f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}"


def exact(cell: str, decimal: str = "", lone: Lone = "unclear") -> Fraction:
    """The number exactly, 0 or more; raises `Unreadable`. A number cell of a workbook is always clear."""
    value = Fraction(_typed_or_plain(cell, decimal, lone))
    if value < 0:
        raise Unreadable(says.NEGATIVE, ("text", shown(cell)))
    return value


def count(cell: str, most: int = MOST_COUNT) -> int:
    """A whole number from 0 to `most`; "1.234" and "1,234" are 1234, since a count has no decimals."""
    if cell.isascii() and cell.isdecimal() and len(cell) < 6:
        return int(cell) if int(cell) <= most else _too_much(cell, most)
    value = exact(cell, lone="thousands")
    if value.denominator != 1:
        raise Unreadable(says.NOT_WHOLE, ("text", shown(cell)))
    return int(value) if value <= most else _too_much(cell, most)


def amount(cell: str, currency: str, decimal: str = "") -> int:
    """Money in minor units, 0 or more; a currency sign is taken off, and must be of this currency."""
    bare = without_sign(cell, currency)
    lone: Lone = "unclear" if money.exponent(currency) > 2 else "thousands"
    text = _typed_or_plain(bare, decimal, lone)
    if text.startswith("-") and text.strip("-0."):
        raise Unreadable(says.NEGATIVE_SUM)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if len(text.partition(".")[0]) > len(str(MOST_AMOUNT)):
        _too_much(cell, MOST_AMOUNT)
    try:
        return money.minor(text.lstrip("-"), currency)
    except UnitsFault:
        raise Unreadable(says.DECIMALS, ("text", shown(cell)), ("currency", currency)) from None


def rate(cell: str, currency: str, decimal: str = "") -> Fraction:
    """A rate in major units, exact, with as many decimals as written.

    A lone "1.125" that may be 1125 is unclear.
    """
    value = exact(without_sign(cell, currency), decimal)
    if value > MOST_RATE:
        _too_much(cell, MOST_RATE)
    return value


def share(cell: str, decimal: str = "") -> Fraction:
    """A share from "50 %", "1/2" or "50".

    A bare number up to 1 is refused, because it may mean a part or percent.
    """
    text = western(cell).strip()
    part, slash, whole = text.partition("/")
    if slash and part.strip().isdecimal() and whole.strip().isdecimal() and int(whole):
        value = Fraction(int(part), int(whole))
    else:
        bare = text.rstrip("%").strip()
        value = Fraction(_typed_or_plain(bare, decimal, "decimals")) / 100
        if not text.endswith("%") and 0 < value * 100 <= 1:
            raise Unreadable(says.UNCLEAR_SHARE, ("text", shown(cell)))
    if not 0 <= value <= 1:
        raise Unreadable(says.NOT_A_SHARE, ("text", shown(cell)))
    return value


def without_sign(cell: str, currency: str) -> str:
    """The cell without a currency sign or code; raises `Unreadable` where it is of another currency."""
    if cell[:1].isdecimal() and cell[-1:].isdecimal():
        return cell
    before, behind = _BEFORE.match(cell), _BEHIND.search(cell)
    if not any(letter.isdecimal() for letter in cell):
        raise Unreadable(says.NOT_A_NUMBER, ("text", shown(cell)))
    for found, said in ((before, before and before[2]), (behind, behind and behind[1])):
        if found and said:
            meant = _SYMBOLS.get(said.lower(), (said.upper(),))
            if currency and currency not in meant:
                raise Unreadable(says.OTHER_CURRENCY, ("text", shown(cell)), ("currency", currency))
    bare = _BEHIND.sub("", cell)
    bare = f"{before[1]}{bare[before.end() :]}" if before else bare
    if bare.startswith("(") and bare.endswith(")"):
        bare = f"-{bare[1:-1]}"
    return Typed(bare) if isinstance(cell, Typed) else bare


def _typed_or_plain(cell: str, decimal: str, lone: Lone) -> str:
    if isinstance(cell, Typed):
        return plain(str(cell), ".", "decimals")
    return plain(cell, decimal, lone)


def _decimal_mark(digits: str, decimal: str, lone: Lone) -> str | None:
    """The sign before the decimals in these digits, "" where none is, None where it cannot be told."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return max(".", ",", key=digits.rfind)
    if points + commas != 1:
        return ""
    mark = "." if points else ","
    if not _GROUPED.fullmatch(digits) or digits.startswith("0"):
        return mark
    if decimal or lone != "unclear":
        return mark if mark == decimal or (not decimal and lone == "decimals") else ""
    return None


def _proves(cell: str) -> str:
    """The decimal sign that this cell alone proves, or "": by its form, or by the sign its thousands have."""
    digits = re.sub(r"[^\d.,]", "", western(cell)).strip(".,")
    points, commas = digits.count("."), digits.count(",")
    if not points and not commas:
        return ""
    if points and commas:
        return max(".", ",", key=digits.rfind)
    if points + commas > 1:
        return "," if points else "."
    mark = "." if points else ","
    return mark if not _GROUPED.fullmatch(digits) or digits.startswith("0") else ""


def _too_much(cell: str, most: int) -> int:
    raise Unreadable(says.TOO_MUCH, ("text", shown(cell)), ("most", f"{most:,}"))
