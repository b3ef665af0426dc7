"""Cases and packs read as plain tables: the oracle's own reader, which shares nothing with jornal's."""

import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "src" / "jornal" / "terms" / "jurisdictions"
CASES = (ROOT / "src" / "jornal" / "terms" / "cases", ROOT / "tests" / "terms" / "cases")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ONE_DAY = timedelta(days=1)
DECIMALS = {"JPY": 0, "CLP": 0, "KRW": 0, "KWD": 3, "TND": 3, "BHD": 3}
RULES = (
    "floor",
    "overtime",
    "night",
    "premium",
    "rest_pay",
    "pause",
    "limit",
    "accrual",
    "step",
    "waterfall",
    "credit",
)


@cache
def number(text: Any) -> Fraction | None:
    """The exact number of "12.50", "10 %", "1/2" or 3; None for "unknown"."""
    if text == "unknown" or text is None:
        return None
    words = str(text).strip()
    if words.endswith("%"):
        return Fraction(words[:-1].strip()) / 100
    return Fraction(words.replace(" ", ""))


def clock(text: str) -> int:
    """Minutes after midnight of "22:00"."""
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def in_force(values: list[dict], day: date) -> dict | None:
    """The row in force on a day: the latest that has begun, unless its last day has passed."""
    begun = sorted((row for row in values if row["since"] <= day), key=lambda row: row["since"])
    if not begun or ("until" in begun[-1] and begun[-1]["until"] < day):
        return None
    return begun[-1]


def confirmed(row: dict | None) -> dict | None:
    """The row, unless it is only weakly known: then computing with it says unknown."""
    return None if row is None or row.get("confidence") == "K-low" else row


@dataclass
class World:
    """One case: what is agreed and what happened, as tables."""

    raw: dict
    contract: dict
    site: dict
    rules: dict[str, list[dict]]
    holidays: list[dict]
    worker: dict
    start: date
    last: date
    scale: int
    faults: set[str] = field(default_factory=set)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.site["zone"])

    @property
    def timetable(self) -> dict:
        return self.contract.get("timetable", {})

    def first_of(self, day: date) -> date:
        """The first day of the period a day belongs to; a day carried in belongs to a month of its own."""
        return self.start if day >= self.start else day.replace(day=1)

    def planned(self, day: date) -> int:
        """Minutes the timetable plans on a day."""
        return self.timetable.get(DAYS[day.weekday()], 0)

    def planned_days_of_month(self, day: date) -> int:
        """How many days of the day's calendar month the timetable plans."""
        first = day.replace(day=1)
        days = [first + timedelta(days=place) for place in range(31)]
        return sum(1 for each in days if each.month == day.month and self.planned(each))

    def is_rest_day(self, day: date) -> bool:
        return DAYS[day.weekday()] == self.timetable.get("rest_day", "sunday")

    def is_holiday(self, day: date) -> bool:
        return any(falls_on(row, day) for row in self.holidays)

    def used(self, kind: str) -> list[dict]:
        """The rows of hours law of one kind that the contract uses, in its order."""
        rows = {row["id"]: row for row in self.rules[kind]}
        return [rows[use["rule"]] for use in self.contract.get("uses", []) if use["rule"] in rows]

    def week(self, day: date) -> tuple[date, date]:
        """First and last day of the week of a day; the last week of someone who leaves ends on that day."""
        first_weekday = DAYS.index(self.site.get("week_start", "monday"))
        first = day - timedelta(days=(day.weekday() - first_weekday) % 7)
        last = first + timedelta(days=6)
        left = self.worker.get("left_on")
        return first, left if left and first <= left <= last else last

    def weeks(self) -> list[tuple[date, date]]:
        """The weeks that end in the period, in order."""
        found = {self.week(day) for day in days_between(self.start, self.last)}
        return sorted(week for week in found if self.start <= week[1] <= self.last)


def days_between(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both inside."""
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous method printed by Meeus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, over = century // 4, century % 4
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    weekday = (32 + 2 * over + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def falls_on(row: dict, day: date) -> bool:
    """Whether a holiday's row names this very day."""
    if day < row["since"] or ("until" in row and day > row["until"]):
        return False
    if (day.year - row.get("from_year", day.year)) % row.get("every_years", 1):
        return False
    if day in row.get("dates", []):
        return True
    if "easter" in row:
        return day == easter(day.year) + timedelta(days=row["easter"])
    if "nth" in row:
        same = day.month == row["month"] and DAYS[day.weekday()] == row["weekday"]
        return same and (day.day - 1) // 7 + 1 == row["nth"]
    return "month" in row and (day.month, day.day) == (row["month"], row["day"])


@cache
def pack(name: str) -> dict:
    """All files of one jurisdiction as one table."""
    whole: dict = {}
    for path in sorted((PACKS / name).glob("*.toml")):
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            whole[key] = [*whole.get(key, []), *value] if isinstance(value, list) else value
    return whole


def case_files() -> list[Path]:
    """Every case that comes with jornal or lies with its tests."""
    return sorted(path for folder in CASES for path in folder.glob("*.toml"))


def world(raw: dict) -> World:
    """A case made ready: its pack and its own rows together, the case's row over the pack's."""
    law = pack(raw["jurisdiction"]) if raw.get("jurisdiction") else {}
    rules = {}
    for kind in RULES:
        own = raw.get("rules", {}).get(kind, [])
        name = "code" if kind == "credit" else "id"
        replaced = {row[name] for row in own}
        rules[kind] = [row for row in law.get(kind, []) if row[name] not in replaced] + own
    site = {"currency": law.get("currency", "XXX"), "zone": law.get("zone", "UTC"), **raw.get("site", {})}
    start, last = period(raw["period"])
    return World(
        raw=raw,
        contract=raw.get("contract", {}),
        site=site,
        rules=rules,
        holidays=law.get("holiday", []) + raw.get("holiday", []),
        worker=raw.get("worker", {}),
        start=start,
        last=last,
        scale=10 ** DECIMALS.get(site["currency"], 2),
    )


def period(text: Any) -> tuple[date, date]:
    """First and last day of "2025-01" or of { since, until }."""
    if isinstance(text, dict):
        return text["since"], text["until"]
    first = date(int(text[:4]), int(text[5:]), 1)
    return first, (first + timedelta(days=31)).replace(day=1) - ONE_DAY


def row_days(row: dict) -> list[date]:
    """The days one row of a case is for."""
    if "day" in row:
        return [row["day"]]
    days = row["days"]
    if isinstance(days, list):
        return days
    on = days.get("on", DAYS)
    return [day for day in days_between(days["since"], days["until"]) if DAYS[day.weekday()] in on]
