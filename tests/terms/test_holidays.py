import tomllib
from datetime import date

import pytest

from jornal.terms.holidays import easter, holidays
from jornal.terms.hours import Holiday
from jornal.terms.load import holiday_rows, pack


@pytest.mark.parametrize(
    "sunday",
    [
        "1961-04-02",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2038-04-25",
    ],
)
def test_easter_falls_where_the_almanac_says(sunday: str):
    day = date.fromisoformat(sunday)
    assert easter(day.year) == day


def days(rows: tuple[Holiday, ...], year: int) -> list[str]:
    return [day.strftime("%m-%d") for day in sorted(holidays(rows, date(year, 1, 1), date(year + 1, 1, 1)))]


def test_peru_has_sixteen_holidays_and_easter_sunday_is_none_of_them():
    found = days(pack("pe").holiday, 2026)
    assert len(found) == 16
    assert {"04-02", "04-03", "06-07", "07-23", "12-09"} <= set(found)
    assert "04-05" not in found


def test_a_holiday_holds_only_from_its_first_day():
    assert "06-07" not in days(pack("pe").holiday, 2023)
    assert "07-23" in days(pack("pe").holiday, 2023)


def test_mexico_counts_mondays_and_every_sixth_year():
    assert days(pack("mx").holiday, 2026) == ["01-01", "02-02", "03-16", "05-01", "09-16", "11-16", "12-25"]
    assert "10-01" in days(pack("mx").holiday, 2030)
    assert "10-01" not in days(pack("mx").holiday, 2029)


def test_the_last_monday_of_may_is_found():
    assert "05-25" in days(pack("uk").holiday, 2026)
    assert "05-31" in days(pack("uk").holiday, 2027)


def one(text: str) -> tuple[Holiday, ...]:
    return holiday_rows(
        tomllib.loads(f"h = [{{ id = 'a', label = 'A', since = 2020-01-01, source = 's', {text} }}]")["h"],
        "c",
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("month = 2, day = 29", []),
        ('month = 2, nth = 5, weekday = "monday"', []),
        ('month = 12, nth = -1, weekday = "sunday"', ["12-27"]),
        ("dates = [2026-06-07, 2027-06-06]", ["06-07"]),
        ("easter = -47", ["02-17"]),
        ("month = 1, day = 1, until = 2025-12-31", []),
    ],
)
def test_a_row_gives_its_day_or_none(text: str, found: list[str]):
    assert days(one(text), 2026) == found


def test_the_end_is_not_in_it():
    rows = pack("pe").holiday
    assert holidays(rows, date(2026, 1, 1), date(2026, 1, 1)) == frozenset()
    assert holidays(rows, date(2025, 12, 31), date(2026, 1, 2)) == {date(2026, 1, 1)}
