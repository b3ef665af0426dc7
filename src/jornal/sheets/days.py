"""Days in cells: ISO, day first, month names in four languages, Buddhist years.

The order is decided once per file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from jornal.sheets import says
from jornal.sheets.figures import western
from jornal.sheets.listed import SheetFault, Unreadable, shown
from jornal.sheets.workbooks import Typed
from jornal.units.letters import fold
from jornal.units.periods import BUDDHIST_AHEAD, FIRST_YEAR, LAST_YEAR, Period

DAY_ZERO, NEAR = date(1899, 12, 30), timedelta(days=2 * 366)
"""The day from which a spreadsheet counts, and how far from the period such a number may lie."""
BUDDHIST_FROM = FIRST_YEAR + BUDDHIST_AHEAD

_MONTHS = """
    january jan enero ene มกราคม ม.ค. januar
    february feb febrero กุมภาพันธ์ ก.พ. februar
    march mar marzo มีนาคม มี.ค. marts
    april apr abril abr เมษายน เม.ย.
    may mayo พฤษภาคม พ.ค. maj
    june jun junio มิถุนายน มิ.ย. juni
    july jul julio กรกฎาคม ก.ค. juli
    august aug agosto ago สิงหาคม ส.ค.
    september sep sept septiembre setiembre set กันยายน ก.ย.
    october oct octubre ตุลาคม ต.ค. oktober okt
    november nov noviembre พฤศจิกายน พ.ย.
    december dec diciembre dic ธันวาคม ธ.ค. december
"""
_WEEKDAYS = """
    monday mon lunes lun lu l m จันทร์ จ จ. วันจันทร์ mandag man ma
    tuesday tue tues martes mar ma m t อังคาร อ อ. วันอังคาร tirsdag tir ti
    wednesday wed w miércoles mié mi x m พุธ พ พ. วันพุธ onsdag ons on o
    thursday thu thur thurs t jueves jue ju j พฤหัสบดี พฤหัส พฤ พฤ. วันพฤหัสบดี torsdag tor to
    friday fri f viernes vie vi v ศุกร์ ศ ศ. วันศุกร์ fredag fre fr
    saturday sat s sábado sáb sa l เสาร์ ส ส. วันเสาร์ lørdag lør lø
    sunday sun s domingo dom do d อาทิตย์ อา อา. วันอาทิตย์ søndag søn sø
"""


def _named(lines: str) -> dict[str, frozenset[int]]:
    """Each folded word with the numbers (from 0) it can name: "ma" is a Tuesday, or a Monday."""
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(lines.strip().splitlines()):
        for word in line.split():
            found[fold(word)] = found.get(fold(word), frozenset()) | {number}
    return found


MONTHS = {word: min(numbers) + 1 for word, numbers in _named(_MONTHS).items()}
WEEKDAYS = _named(_WEEKDAYS)
"""Folded weekday names with the weekdays they can mean, Monday = 0.

"ma" is a Tuesday in Spanish, a Monday in Danish.
"""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]00:00(?::00)?)?")
_NUMBERS = re.compile(r"(\d{1,2})\s?[-/.\s]\s?(\d{1,2})(?:\s?[-/.\s]\s?(\d{4}|\d{2}))?\.?")
_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\s?(?:de\s|[-/.\s])?\s?([^\W\d][^\d]*?)(?:[-/,\s]+(?:de\s|del\s)?(\d{4}|\d{2}))?"
)
_WORDS_FIRST = re.compile(r"([^\W\d][^\d]*?)\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?")
_COUNT = re.compile(r"[34567]\d{4}")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
_MONTH_FIRST = re.compile(r"\bmm\s?[-/.]\s?dd\b|\bm/d\b|\bmdy\b", re.IGNORECASE)

Order = Literal["day", "month"]


@dataclass(frozen=True)
class Days:
    """How the days of one file are read: which number comes first, and near which day a short year lies.

    With a period in `numbered`, a bare "5" is its fifth day, where it has only one. `counted`: text, too, may
    be a day as a spreadsheet counts them, as in a file to mend made from a workbook.
    """

    near: date
    order: Order = "day"
    thai: bool = False
    numbered: Period | None = None
    counted: bool = False
    known: dict[tuple[str, bool], date] = field(default_factory=dict, compare=False)

    def day(self, cell: str) -> date:
        """The day a cell names; raises `Unreadable`.

        Two digits of a year, or none, mean the year nearest the period.
        """
        key = (cell, isinstance(cell, Typed))  # a number of a workbook is not the same as its text
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._read(cell)
        return found

    def _read(self, cell: str) -> date:
        text = western(cell).strip()
        if _STAMP.fullmatch(text):
            text = text[:10]
        if is_day_count(cell) or (self.counted and _COUNT.fullmatch(text)):
            return self._counted(cell, int(text))
        if self.numbered is not None and text.isdecimal() and len(text) <= 2:
            return self._number(cell, int(text))
        iso = _ISO.fullmatch(text)
        if iso:
            return self._date(cell, iso[1], int(iso[2]), int(iso[3]))
        numbers = _NUMBERS.fullmatch(text)
        if numbers:
            first, second = int(numbers[1]), int(numbers[2])
            day, month = (first, second) if self.order == "day" else (second, first)
            return self._date(cell, numbers[3], month, day)
        words = _WORDS.fullmatch(text)
        first_words = None if words else _WORDS_FIRST.fullmatch(text)
        said = words[2] if words else first_words[1] if first_words else ""
        month = MONTHS.get(fold(said), 0)
        if words and month:
            return self._date(cell, words[3], month, int(words[1]))
        if first_words and month:
            return self._date(cell, first_words[3], month, int(first_words[2]))
        raise Unreadable(says.NOT_A_DAY, ("text", shown(cell)))

    def _number(self, cell: str, number: int) -> date:
        """The one day of the period with this number."""
        fitting = [day for day in self.numbered or () if day.day == number]
        if len(fitting) != 1:
            raise Unreadable(says.NOT_A_DAY, ("text", shown(cell)))
        return fitting[0]

    def _counted(self, cell: str, number: int) -> date:
        """The day a spreadsheet counts so, where it is near the period.

        A workbook that counts from 1904 would be four years off, which is never near.
        """
        found = DAY_ZERO + timedelta(days=number)
        if abs(found - self.near) > NEAR:
            raise Unreadable(says.NOT_A_DAY, ("text", shown(cell)))
        return found

    def _date(self, cell: str, year: str | None, month: int, day: int) -> date:
        if year is not None and len(year) == 4:
            full = int(year) - (BUDDHIST_AHEAD if int(year) >= BUDDHIST_FROM else 0)
        else:
            full = self._short_year(year, month)
        if not FIRST_YEAR <= full <= LAST_YEAR:
            raise Unreadable(says.YEAR_OUT, ("text", shown(cell)), ("year", full))
        try:
            return date(full, month, day)
        except ValueError:
            raise Unreadable(says.NO_SUCH_DAY, ("text", shown(cell))) from None

    def _short_year(self, year: str | None, month: int) -> int:
        if year is None:
            years = [self.near.year - 1, self.near.year, self.near.year + 1]
            return min(
                years, key=lambda full: abs((full * 12 + month) - (self.near.year * 12 + self.near.month))
            )
        common = 2000 + int(year)
        buddhist = 2500 + int(year) - BUDDHIST_AHEAD
        return min(common, buddhist, key=lambda full: abs(full - self.near.year)) if self.thai else common


def days(
    near: date, languages: Iterable[str], written: Iterable[tuple[str, str]] = (), header: str = ""
) -> Days:
    """How to read the days of a file, from all its date cells (`written`: place and cell) and their header.

    Day first unless the header says "(mm/dd)". Raises `SheetFault` (its `file` still to be filled in by the
    caller as the first word of the place) where the cells prove the other order, or both.
    """
    order: Order = "month" if _MONTH_FIRST.search(header) else "day"
    proofs: dict[Order, tuple[str, str]] = {}
    for place, cell in written:
        proven = _proves(cell)
        if proven:
            proofs.setdefault(proven, (place, cell))
    _refuse(order, proofs)
    return Days(near, order, "th" in languages)


def is_day_count(cell: str) -> bool:
    """Whether a number of a workbook can be a day as a workbook counts them: 46300 is 2026-10-05."""
    return isinstance(cell, Typed) and _COUNT.fullmatch(cell) is not None


def is_written_as_day(cell: str) -> bool:
    """Whether the cell is written as a day, be it in the calendar or not."""
    text = western(cell).strip()
    words = _WORDS.fullmatch(text)
    named = words is not None and fold(words[2]) in MONTHS
    return named or is_day_count(cell) or any(form.fullmatch(text) for form in (_ISO, _NUMBERS, _STAMP))


def _refuse(order: Order, proofs: dict[Order, tuple[str, str]]) -> None:
    if "day" in proofs and "month" in proofs:
        (day_place, day_cell), (month_place, month_cell) = proofs["day"], proofs["month"]
        raise SheetFault(
            says.MIXED_DATES,
            ("file", day_place.partition("!")[0]),
            ("first", shown(day_cell)),
            ("first_place", day_place),
            ("second", shown(month_cell)),
            ("second_place", month_place),
        )
    other: Order = "day" if order == "month" else "month"
    if other in proofs:
        place, cell = proofs[other]
        key = says.MONTH_FIRST if other == "month" else says.DAY_FIRST
        raise SheetFault(key, ("file", place.partition("!")[0]), ("text", shown(cell)), ("place", place))


def _proves(cell: str) -> Order | None:
    numbers = _NUMBERS.fullmatch(western(cell))
    if numbers is None or numbers[3] is None:
        return None
    first, second = int(numbers[1]), int(numbers[2])
    if first > 12 >= second:
        return "day"
    return "month" if second > 12 >= first else None
