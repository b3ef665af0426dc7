"""Days, months, weeks and Buddhist years."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.units.periods import (
    OPEN_END,
    WEEKDAYS,
    EndsBeforeItStarts,
    NotABuddhistYear,
    NotADay,
    NotAMonth,
    NotAWeekday,
    Period,
    YearOutOfRange,
    buddhist,
    from_buddhist,
    iso_week,
    month,
    week_ends_on_leaving,
    week_of,
    weeks,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
WEEK_STARTS = st.sampled_from(WEEKDAYS)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(DAYS)
    return Period(start, start + timedelta(days=draw(st.integers(0, 120))))


def test_a_period_has_its_first_day_and_not_its_end():
    october = Period(date(2026, 10, 1), date(2026, 11, 1))
    assert (october.days, october.last) == (31, date(2026, 10, 31))
    assert date(2026, 10, 1) in october
    assert date(2026, 11, 1) not in october
    assert list(october)[-1] == date(2026, 10, 31)


def test_a_law_that_names_its_last_day_holds_on_it():
    row = Period.inclusive(date(2025, 1, 1), date(2025, 12, 31))
    assert row == Period(date(2025, 1, 1), date(2026, 1, 1))
    assert Period.inclusive(date(2025, 1, 1), date(2025, 1, 1)).days == 1


def test_a_law_without_a_last_day_still_holds():
    row = Period.inclusive(date(2025, 1, 1))
    assert row.is_open
    assert row.last is None
    assert date(2199, 12, 31) in row
    assert Period.inclusive(date(2025, 1, 1), OPEN_END) == row


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(EndsBeforeItStarts, match="cannot start on 2026-10-02 and end on 2026-10-01"):
        Period(date(2026, 10, 2), date(2026, 10, 1))
    with pytest.raises(EndsBeforeItStarts):
        Period.inclusive(date(2026, 10, 2), date(2026, 10, 1))


@pytest.mark.parametrize("value", [datetime(2026, 10, 1, 8), "2026-10-01", None])  # noqa: DTZ001 - refused
def test_a_time_is_not_a_day(value: object):
    with pytest.raises(NotADay, match="Give a date without a time"):
        Period(value, date(2026, 11, 1))  # type: ignore[arg-type]


@given(periods(), periods())
def test_periods_have_in_common_the_days_that_lie_in_both(one: Period, other: Period):
    common = [day for day in one if day in other]
    shared = one.intersect(other)
    assert one.overlaps(other) == other.overlaps(one) == bool(common)
    assert list(shared or []) == common


@pytest.mark.parametrize(
    ("text", "days"), [("2026-10", 31), ("2026-02", 28), ("2028-02", 29), ("2100-02", 28), ("2026-12", 31)]
)
def test_a_month_has_its_days(text: str, days: int):
    assert month(text).days == days


@given(DAYS)
def test_a_day_lies_in_its_month_and_months_follow_without_a_gap(day: date):
    own = month(f"{day:%Y-%m}")
    assert day in own
    assert own.end == month(f"{own.end:%Y-%m}").start


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-13", "2026-00", "26-10", "2026-1", "10-2026", "2026-10-01", "２０２６-10", None],
)
def test_what_is_no_month_is_refused(text: object):
    with pytest.raises(NotAMonth, match="Write year and month as 2026-10"):
        month(text)  # type: ignore[arg-type]


def test_a_month_of_a_buddhist_year_is_answered_with_the_common_one():
    with pytest.raises(YearOutOfRange, match="as a Buddhist year it would be 2026"):
        month("2569-10")
    with pytest.raises(YearOutOfRange, match="The year 0 is not between"):
        month("0000-10")


def test_the_weeks_of_october_2026_begin_in_september_and_leave_the_last_days_to_november():
    october = weeks(month("2026-10"))
    assert [(week.span.start, week.span.last) for week in october] == [
        (date(2026, 9, 28), date(2026, 10, 4)),
        (date(2026, 10, 5), date(2026, 10, 11)),
        (date(2026, 10, 12), date(2026, 10, 18)),
        (date(2026, 10, 19), date(2026, 10, 25)),
    ]
    assert [week.straddles for week in october] == [True, False, False, False]
    assert october[0].before == Period(date(2026, 9, 28), date(2026, 10, 1))
    assert weeks(month("2026-11"))[0].before == Period(date(2026, 10, 26), date(2026, 11, 1))


def test_a_month_that_begins_with_the_week_has_no_straddling_week():
    assert [week.straddles for week in weeks(month("2026-06"))] == [False] * 4
    assert not any(week.straddles for week in weeks(month("2026-02"), "sunday"))


@given(DAYS, st.lists(st.integers(1, 40), min_size=1, max_size=6), WEEK_STARTS)
def test_every_week_belongs_to_exactly_one_of_the_periods_that_follow_each_other(
    start: date, lengths: list[int], week_start: str
):
    found, begin = [], start
    for length in lengths:
        period = Period(begin, begin + timedelta(days=length))
        found += weeks(period, week_start)
        assert all(week.span.end - timedelta(days=1) in period for week in weeks(period, week_start))
        begin = period.end
    assert [week.span for week in found] == [week.span for week in weeks(Period(start, begin), week_start)]
    assert all(one.span.end == other.span.start for one, other in pairwise(found))
    assert all(WEEKDAYS[week.span.start.weekday()] == week_start and week.span.days == 7 for week in found)


@given(DAYS, WEEK_STARTS)
def test_a_day_lies_in_its_own_week(day: date, week_start: str):
    week = week_of(day, week_start)
    assert day in week
    assert week.days == 7
    assert WEEKDAYS[week.start.weekday()] == week_start


def test_on_leaving_the_week_ends_that_day():
    thursday = date(2026, 10, 29)
    assert week_ends_on_leaving(thursday) == Period(date(2026, 10, 26), date(2026, 10, 30))
    last = weeks(month("2026-10"), leaving=thursday)[-1]
    assert last.span == Period(date(2026, 10, 26), date(2026, 10, 30))
    assert weeks(month("2026-11"), leaving=thursday) == []


def test_someone_who_leaves_in_a_straddling_week_still_has_its_first_days():
    friday = date(2026, 10, 2)
    (week,) = weeks(month("2026-10"), leaving=friday)
    assert week.span == Period(date(2026, 9, 28), date(2026, 10, 3))
    assert week.before == Period(date(2026, 9, 28), date(2026, 10, 1))


@given(periods(), DAYS, WEEK_STARTS)
def test_whoever_leaves_has_the_whole_weeks_before_and_nothing_after(
    period: Period, leaving: date, week_start: str
):
    kept = weeks(period, week_start, leaving=leaving)
    whole = [week for week in weeks(period, week_start) if week.span.end <= leaving]
    assert kept[: len(whole)] == whole
    cut = kept[len(whole) :]
    expected = week_ends_on_leaving(leaving, week_start)
    assert [week.span for week in cut] == ([expected] if leaving in period else [])


def test_weeks_need_a_period_with_an_end():
    with pytest.raises(YearOutOfRange):
        weeks(Period.inclusive(date(2026, 1, 1)))


@pytest.mark.parametrize("name", ["Monday", "lunes", "", None, 0])
def test_a_week_begins_on_a_day_that_exists(name: object):
    with pytest.raises(NotAWeekday, match="Write one of: monday, tuesday"):
        week_of(date(2026, 10, 1), name)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_week_at_the_end_of_time_is_refused_in_words(day: date):
    with pytest.raises(YearOutOfRange):
        week_of(day)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 10, 5), "2026-W41"),
        (date(2026, 1, 1), "2026-W01"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_an_iso_week_carries_the_year_of_its_thursday(day: date, week: str):
    assert iso_week(day) == week


def test_2026_is_2569_in_thailand():
    assert buddhist(2026) == 2569
    assert from_buddhist(2569) == 2026


@given(st.integers(1900, 2199))
def test_a_buddhist_year_converts_back(year: int):
    assert from_buddhist(buddhist(year)) == year


def test_a_year_is_not_converted_twice():
    with pytest.raises(YearOutOfRange, match="as a Buddhist year it would be 2026"):
        buddhist(2569)
    for year in (2026, 69, 9999, 2569.0, "2569"):
        with pytest.raises(NotABuddhistYear, match="Write it in four digits, such as 2569"):
            from_buddhist(year)  # type: ignore[arg-type]
