"""Cells of a sales export: money with signs and brackets, pieces, days with the time behind them, words in HTML."""

import html
import re
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from jornal.sheets import says
from jornal.sheets.days import Days
from jornal.sheets.figures import decimal_sign, plain, western
from jornal.sheets.listed import SheetFault, Unreadable, shown
from jornal.units import money
from jornal.units.faults import UnitsFault
from jornal.units.rounding import rounded

LONGEST_GOODS = 200

_PLAIN = re.compile(r"(-?)(\d{1,12})(?:\.(\d{1,8}))?")
_SIGN = r"([^\d.,()\-+\s]{0,4}|[A-Z]{2,3}\s?\$)"
_DIGITS = r"(\.?\d[\d.,'’\u00a0\u202f\u2009 ]*?)"
_MONEY = re.compile(rf"([-+(]?)\s*{_SIGN}\s*([-+(]?)\s*{_DIGITS}\s*([^\d.,()\-+]{{0,4}}?)\s*(-?\)?)")
_DOTTED = re.compile(r"(?i)\b(kr|s/)\.(?!\d)")
_QUOTED = re.compile(r'="(.*)"', re.DOTALL)
_TIME = re.compile(r"(?:,?\s+(?:at\s+)?|T)\d{1,2}:\d{2}.*$", re.IGNORECASE | re.DOTALL)
_ISO = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})(?:[ T].*)?", re.DOTALL)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d{1,12})?")
_DAY_NOUGHT, FIRST_SERIAL, LAST_SERIAL = date(1899, 12, 30), 36_526, 73_050
"""Where a spreadsheet counts days from; of 2000 to 2099 they have five figures, and no year has."""
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})")
_SIGNS = {
    "£": {"GBP"}, "€": {"EUR"}, "฿": {"THB"}, "บาท": {"THB"}, "s/": {"PEN"}, "¥": {"JPY", "CNY"}, "us$": {"USD"},
    "kr": {"DKK", "SEK", "NOK", "ISK"}, "mx$": {"MXN"}, "a$": {"AUD"}, "ca$": {"CAD"}, "c$": {"CAD"}, "nz$": {"NZD"},
    "r$": {"BRL"}, "₹": {"INR"}, "৳": {"BDT"}, "zł": {"PLN"}, "kč": {"CZK"}, "₱": {"PHP"}, "₫": {"VND"}, "₩": {"KRW"},
    "₪": {"ILS"}, "₺": {"TRY"}, "₦": {"NGN"},
    "$": {
        "USD", "MXN", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "COP", "CLP", "ARS", "UYU", "DOP", "JMD", "TTD", "BBD",
        "BZD", "BSD", "FJD", "NAD", "XCD", "BND",
    },
}  # fmt: skip
"""What a sign before or behind an amount can only mean; "$" alone is a currency of many countries."""


def sign_of(cell: str) -> str:
    """The one currency that a sign in this cell means, or "" where none or several are possible."""
    found = _MONEY.fullmatch(_DOTTED.sub(r"\1", western(cell)).strip())
    meant = _meant(found[2] or found[5]) if found else None
    return next(iter(meant)) if meant is not None and len(meant) == 1 else ""


@lru_cache(maxsize=50_000)
def amount(cell: str, currency: str, decimal: str = "", column: str = "") -> int:
    """Money in minor units, below zero with a minus or in brackets; an empty cell is nought. Raises `Unreadable`."""
    if not cell:
        return 0
    value = exact(cell, currency, decimal, column) * 10 ** money.exponent(currency)
    if value.denominator != 1:
        raise Unreadable(says.TOO_FINE, ("text", shown(cell)), ("currency", currency))
    return int(value)


@lru_cache(maxsize=50_000)
def price(cell: str, currency: str, pieces: int, *, decimal: str = "", column: str = "") -> int:
    """What so many pieces make in minor units: a price for one may have more decimals than the currency has."""
    return rounded(
        exact(cell, currency, decimal, column) * 10 ** money.exponent(currency) * pieces, "half_up"
    )


@lru_cache(maxsize=50_000)
def exact(cell: str, currency: str, decimal: str = "", column: str = "") -> Fraction:
    """The amount in major units, exactly; a sign of another currency is refused. Raises `Unreadable`."""
    simple = _PLAIN.fullmatch(cell)
    if simple and (decimal == "." or len(simple[3] or "") != 3):
        return Fraction(cell)
    found = _MONEY.fullmatch(_DOTTED.sub(r"\1", western(cell)).strip())
    if found is None:
        raise Unreadable(says.NOT_MONEY, ("text", shown(cell)), ("column", column))
    for sign in (found[2], found[5]):
        meant = _meant(sign)
        if sign and currency and (meant is None or currency not in meant):
            raise Unreadable(says.NOT_THIS_CURRENCY, ("text", shown(cell)), ("currency", currency))
    lone = "decimals" if money.exponent(currency) > 2 else "thousands"
    try:
        value = Fraction(plain(found[4].strip(), decimal, lone))
    except Unreadable:
        raise Unreadable(says.NOT_MONEY, ("text", shown(cell)), ("column", column)) from None
    below = {found[1], found[3]} & {"-", "("} or found[6]
    return -value if below else value


def _meant(sign: str) -> set[str] | None:
    """What a sign can mean, None where it is no sign of money."""
    said = sign.strip().lower()
    if said in _SIGNS:
        return _SIGNS[said]
    try:
        money.exponent(said.upper())
    except UnitsFault:
        return None
    return {said.upper()}


def currency_code(cell: str) -> str:
    """The code in capitals. Raises `Unreadable` for what is no currency."""
    code = cell.strip().upper()
    try:
        money.exponent(code)
    except UnitsFault:
        raise Unreadable(says.NO_CURRENCY_OF_MONEY, ("text", shown(cell))) from None
    return code


def pieces(cell: str) -> int:
    """A whole number of pieces, below zero on a refund: "2", "1.0", "-1". Raises `Unreadable`."""
    try:
        value = Fraction(plain(western(cell).strip() or "1", lone="decimals"))
    except Unreadable:
        raise Unreadable(says.PARTS_OF_A_PIECE, ("text", shown(cell))) from None
    if value.denominator != 1:
        raise Unreadable(says.PARTS_OF_A_PIECE, ("text", shown(cell)))
    return int(value)


def decimal_of(cells: Iterable[str]) -> str:
    """The decimal sign that the amounts of a file prove, or ""."""
    return decimal_sign(re.sub(r"[^\d.,'’\u00a0\u202f ]", "", cell).strip() for cell in set(cells))


def order_of_days(file: str, written: Iterable[tuple[int, str]], usual: str) -> str:
    """Whether the day or the month comes first: what the file proves, else what is usual. Raises `SheetFault`."""
    proofs: dict[str, tuple[int, str]] = {}
    for row, cell in written:
        found = _NUMBERS.fullmatch(_TIME.sub("", western(cell).strip()))
        if found and max(int(found[1]), int(found[2])) > 12:
            proofs.setdefault("day first" if int(found[1]) > 12 else "month first", (row, cell))
    if len(proofs) == 2:
        (first_row, first), (second_row, second) = proofs["day first"], proofs["month first"]
        raise SheetFault(
            says.MIXED_ORDER_OF_DAYS, ("file", file), ("first", shown(first)), ("first_row", first_row),
            ("second", shown(second)), ("second_row", second_row),
        )  # fmt: skip
    return next(iter(proofs), usual)


def day(cell: str, days: Days) -> date:
    """The day as the export writes it, whatever time and zone stand behind it. Raises `Unreadable`.

    A spreadsheet that lost the form of its days leaves how many there were since the last days of 1899: 46302.979.
    """
    serial = _SERIAL.fullmatch(cell)
    if serial and FIRST_SERIAL <= int(serial[1]) <= LAST_SERIAL:
        return _DAY_NOUGHT + timedelta(days=int(serial[1]))
    iso = _ISO.fullmatch(cell)
    if iso:
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            raise Unreadable(says.NO_SUCH_DAY, ("text", shown(cell))) from None
    return days.day(_TIME.sub("", cell.strip()))


def words(cell: str, *, in_html: bool = False) -> str:
    """Goods as text on one line: without HTML, ="…" around it, or an apostrophe that a spreadsheet put before it."""
    text = html.unescape(html.unescape(cell)) if in_html else cell
    text = re.sub(r"<[^<>]{1,80}>", " ", text) if in_html else text
    return " ".join(bare(text).split())[:LONGEST_GOODS]


def bare(cell: str) -> str:
    """The cell without the ="…" that keeps a spreadsheet from making a number of it."""
    quoted = _QUOTED.fullmatch(cell)
    return quoted[1].strip() if quoted else cell.removeprefix("'") if cell[:1] == "'" else cell


def wrong_letters(cell: str) -> str:
    """What a text means that was saved in UTF-8 and read as Windows-1252 ("CamisÃ³n"), or ""."""
    if cell.isascii():
        return ""
    try:
        meant = cell.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return ""
    return meant if meant != cell else ""
