from datetime import date, timedelta

import pytest

from jornal.words import dates

DAY = date(2026, 10, 6)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "Tuesday 6 October 2026"),
        ("es", "martes 6 de octubre de 2026"),
        ("da", "tirsdag 6. oktober 2026"),
        ("th", "วันอังคารที่ 6 ตุลาคม พ.ศ. 2569"),
    ],
)
def test_a_day_in_words(language: str, shown: str):
    assert dates.day_in_words(DAY, language) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "October 2026"), ("es", "octubre de 2026"), ("da", "oktober 2026"), ("th", "ตุลาคม พ.ศ. 2569")],
)
def test_a_month_with_its_year(language: str, shown: str):
    assert (dates.month_text(DAY, language), dates.month_named("2026-10", language)) == (shown, shown)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "1–31 October 2026"),
        ("es", "1–31 de octubre de 2026"),
        ("da", "1.–31. oktober 2026"),
        ("th", "1–31 ตุลาคม พ.ศ. 2569"),
    ],
)
def test_a_month_from_first_to_last(language: str, shown: str):
    assert dates.stretch(date(2026, 10, 1), date(2026, 10, 31), language) == shown


def test_a_stretch_over_two_months_names_both():
    assert dates.stretch(date(2026, 9, 28), date(2026, 10, 4), "en") == "28 September 2026 – 4 October 2026"


def test_a_stretch_of_one_day_is_that_day():
    assert dates.stretch(DAY, DAY, "en") == "6 October 2026"


def test_days_that_follow_each_other_are_joined():
    days = [date(2026, 10, n) for n in (9, 1, 2, 5, 6, 7, 8, 12)] + [date(2026, 11, 2)]
    assert dates.short_days(days, "es") == "1–2, 5–9, 12 oct, 2 nov"
    assert dates.short_days(days[:3], "da") == "1.–2., 9. okt."


def test_the_turn_of_a_year_parts_the_days():
    days = [date(2026, 12, 31), date(2027, 1, 1)]
    assert dates.short_days(days, "en") == "31 Dec, 1 Jan"


def test_a_short_day_may_bear_its_year():
    assert dates.short_day(DAY, "th", with_year=True) == "6 ต.ค. 2569"


@pytest.mark.parametrize("language", ["en", "es", "da", "th"])
def test_every_month_and_weekday_has_a_name(language: str):
    assert len({dates.month_name(n, language) for n in range(1, 13)}) == 12
    assert len({dates.weekday_name(DAY + timedelta(days=n), language) for n in range(7)}) == 7
