"""Times of day, durations and from-to stretches in cells, in whole minutes, in 12 or 24 hours."""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from jornal.sheets import says
from jornal.sheets.figures import plain, western
from jornal.sheets.listed import Unreadable, shown
from jornal.sheets.workbooks import Typed
from jornal.units.clock import MINUTES_OF_DAY as DAY

LONGEST_STRETCH = 16 * 60

_CLOCK = (
    r"(?:kl\.?\s*)?(\d{1,2})(?:\s?[:.h]\s?(\d{2})(?::\d{2}(?:\.\d+)?)?|(\d{2})|\s?h)?"
    r"\s*(?:น\.?|hrs?\.?|h\.?)?\s*(?:(a|p)\s?\.?\s?m\b\.?)?"
)
_TIME = re.compile(_CLOCK, re.IGNORECASE)
_DASH = r"\s*(?:[-–—‑~]|to|til|hasta|a|ถึง)\s*"
_STRETCH = re.compile(rf"({_CLOCK}){_DASH}({_CLOCK})", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;/+&|\n]|\by\b|\band\b|\bog\b|และ)\s*|\s+(?=\d)")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d (\d\d:\d\d):\d\d")
_PART_OF_DAY = re.compile(r"0\.[0-9]+")
_HOURS = re.compile(
    r"(\d+)\s?(?::\s?(\d{2})(?::\d{2})?|(?:h|hr|hrs|hours?|horas?|timer?|t|ชม|ชั่วโมง)\.?\s?(?:(\d{1,2})\s?(?:m|min|mins|minutos|minutter|นาที)?\.?)?)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(\d+)\s?(?:min|mins|minutes|minutos|minutter|นาที|')\.?", re.IGNORECASE)
_DECIMAL = re.compile(r"(.*?\d)\s?(?:h|hrs?|hours?|horas?|timer?|ชม|ชั่วโมง)?\.?", re.IGNORECASE)
_UNCLEAR = re.compile(r"\d+\.([0-5]\d)")
_QUARTERS = ("00", "25", "50")
_WAS_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@lru_cache(maxsize=20_000, typed=True)
def time_of_day(cell: str) -> int:
    """Minutes after midnight, 0 to 1440, from "8:00", "08.00", "8h30", "2:15 pm", "๐๘:๓๐".

    Raises `Unreadable`.
    """
    text = western(cell).strip()
    stamp = _STAMP.fullmatch(text)
    written = _TIME.fullmatch(stamp[1] if stamp else text)
    if written is None:
        if isinstance(cell, Typed) and _PART_OF_DAY.fullmatch(text):
            return round(Fraction(text) * DAY)
        if text.startswith("-"):
            raise Unreadable(says.NO_SUCH_TIME, ("text", shown(cell)))
        raise Unreadable(says.NOT_A_TIME, ("text", shown(cell)))
    return _minute(written.groups()[:4], cell)


def decimal_hours(cells: Iterable[str]) -> bool:
    """Whether the hours of a column are proven to be decimals: "5.5" or "7.75", which no clock shows."""
    for cell in set(cells):
        whole, point, part = cell.partition(".")
        if point and whole.isdecimal() and part.isdecimal() and (len(part) != 2 or part > "59"):
            return True
    return False


@lru_cache(maxsize=20_000, typed=True)
def duration(cell: str, decimals_proven: bool = False) -> int:
    """Minutes, 0 to 1440, from "5", "5,5", "5.5", "5:30", "5h30" (hours) or "330 min".

    Parts of a minute are rounded.
    "5.30" is refused unless the column proves decimals, because it may be half past or three tenths.
    """
    text = western(cell).strip()
    hours, only_minutes = _HOURS.fullmatch(text), _MINUTES.fullmatch(text)
    if only_minutes:
        minutes = int(only_minutes[1][:9])
    elif hours:
        part = int(hours[2] or hours[3] or 0)
        minutes = int(hours[1][:9]) * 60 + part
        if part > 59:
            raise Unreadable(says.NOT_A_DURATION, ("text", shown(cell)))
    else:
        minutes = _decimal(text, cell, decimals_proven)
    if minutes > DAY:
        raise Unreadable(says.OVER_A_DAY, ("text", shown(cell)))
    return minutes


@lru_cache(maxsize=20_000, typed=True)
def stretches(cell: str) -> tuple[tuple[int, int], ...] | None:
    """From-to times ("8-13", "8-12 13-17") as minutes after midnight, or None where it is not from-to.

    An end at or before its start is the next day's. Raises `Unreadable` for a time that does not exist, a
    stretch over 16 hours, and stretches that overlap.
    """
    text, found, at = western(cell).strip(), [], 0
    while at < len(text):
        written = _STRETCH.match(text, at)
        if written is None:
            return None
        start, end = _minute(written.groups()[1:5], cell), _minute(written.groups()[6:10], cell)
        length = (end - start) % DAY or DAY
        if length > LONGEST_STRETCH:
            raise Unreadable(says.TOO_LONG_SHIFT, ("text", shown(cell)), ("hours", f"{length / 60:g}"))
        found.append((start, end))
        between = _BETWEEN.match(text, written.end())
        at = between.end() if between else written.end()
        if at < len(text) and between is None and not text[at - 1].isspace():
            return None
    _checked(found, cell)
    return tuple(found) or None


def was_date(cell: str) -> bool:
    """Whether a spreadsheet has made a date of what was typed as from-to ("8-12" to 8 December)."""
    return isinstance(cell, Typed) and _WAS_DATE.match(cell) is not None


def clock(minutes: int) -> str:
    """Minutes after midnight, or a length, as hours and minutes: 810 is 13:30."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def _minute(groups: tuple[str | None, ...], cell: str) -> int:
    hour, minute, noon = int(groups[0] or 0), int(groups[1] or groups[2] or 0), (groups[3] or "").lower()
    if noon and not 1 <= hour <= 12:
        raise Unreadable(says.NO_SUCH_TIME, ("text", shown(cell)))
    if noon:
        hour = hour % 12 + (12 if noon == "p" else 0)
    if minute > 59 or hour * 60 + minute > DAY:
        raise Unreadable(says.NO_SUCH_TIME, ("text", shown(cell)))
    return hour * 60 + minute


def _decimal(text: str, cell: str, decimals_proven: bool) -> int:
    number = _DECIMAL.fullmatch(text)
    try:
        digits = plain(number[1] if number else text, lone="decimals")
    except Unreadable:
        raise Unreadable(says.NOT_A_DURATION, ("text", shown(cell))) from None
    unclear = _UNCLEAR.fullmatch(number[1] if number else text)
    if isinstance(cell, Typed):
        unclear = _PART_OF_DAY.fullmatch(text) if len(text) > 4 else None
    elif decimals_proven or (unclear and unclear[1] in _QUARTERS):
        unclear = None
    if unclear:
        raise Unreadable(says.UNCLEAR_HOURS, ("text", shown(cell)))
    if digits.startswith("-"):
        raise Unreadable(says.NEGATIVE, ("text", shown(cell)))
    if len(digits) > 40:
        raise Unreadable(says.NOT_A_DURATION, ("text", shown(cell)))
    return int(Fraction(digits) * 60 + Fraction(1, 2))


def _checked(found: list[tuple[int, int]], cell: str) -> None:
    """Raises `Unreadable` where stretches of one day overlap or together pass 24 hours."""
    spans = sorted((start, end if end > start else end + DAY) for start, end in found)
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            raise Unreadable(says.OVERLAPPING, ("text", shown(cell)))
    if sum(end - start for start, end in spans) > DAY:
        raise Unreadable(says.OVER_A_DAY, ("text", shown(cell)))
