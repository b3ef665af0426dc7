"""Clock changes that really happened, or are announced."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.units.clock import (
    MissingHour,
    NotAMinuteOfDay,
    PunchesOutOfOrder,
    RepeatedHour,
    UnknownZone,
    punches,
    utc_minutes,
)
from jornal.units.periods import YearOutOfRange

LONDON, LIMA, BANGKOK, MEXICO = "Europe/London", "America/Lima", "Asia/Bangkok", "America/Mexico_City"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # London: 01:00 becomes 02:00; 02:00 becomes 01:00
ZONES = st.sampled_from(
    [LONDON, LIMA, BANGKOK, MEXICO, "America/Santiago", "America/Havana", "Asia/Kolkata", "Pacific/Apia"]
)
DAYS = st.dates(date(1980, 1, 1), date(2037, 12, 31))


def at(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def utc(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) // 60


def shown(minute: int) -> str:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)).strftime("%d %H:%M")


def shows(day: date, minute: int, zone: str) -> bool:
    try:
        return utc_minutes(day, minute, zone, later=False) is not None
    except MissingHour:
        return False


@pytest.mark.parametrize(
    ("zone", "day", "time", "expected"),
    [
        (BANGKOK, date(2026, 3, 29), "01:30", "2026-03-28T18:30"),
        (LIMA, date(2026, 10, 15), "08:00", "2026-10-15T13:00"),
        (LONDON, date(2026, 7, 1), "08:00", "2026-07-01T07:00"),
        (LONDON, SPRING, "00:59", "2026-03-29T00:59"),
        (LONDON, SPRING, "02:00", "2026-03-29T01:00"),
        (LONDON, AUTUMN, "00:59", "2026-10-24T23:59"),
        (LONDON, AUTUMN, "02:00", "2026-10-25T02:00"),
        (MEXICO, date(2022, 10, 29), "12:00", "2022-10-29T17:00"),
        (MEXICO, date(2022, 10, 30), "12:00", "2022-10-30T18:00"),
        (MEXICO, date(2023, 7, 1), "12:00", "2023-07-01T18:00"),
        ("Pacific/Apia", date(2011, 12, 29), "23:59", "2011-12-30T09:59"),
        ("Pacific/Apia", date(2011, 12, 31), "00:00", "2011-12-30T10:00"),
        (LONDON, date(1970, 1, 1), "00:00", "1969-12-31T23:00"),
        (BANGKOK, date(2026, 10, 15), "24:00", "2026-10-15T17:00"),
    ],
)
def test_a_wall_clock_time_is_one_moment(zone: str, day: date, time: str, expected: str):
    assert utc_minutes(day, at(time), zone) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "day", "time"),
    [
        (LONDON, SPRING, "01:00"),
        (LONDON, SPRING, "01:59"),
        ("Pacific/Apia", date(2011, 12, 30), "00:00"),
        ("Pacific/Apia", date(2011, 12, 30), "12:00"),
        ("Pacific/Apia", date(2011, 12, 30), "24:00"),
        ("America/Santiago", date(2024, 9, 8), "00:30"),
    ],
)
def test_a_time_the_clock_never_showed_is_missing(zone: str, day: date, time: str):
    for later in (None, False, True):
        with pytest.raises(MissingHour, match=f"There was no {time} on {day} in {zone}"):
            utc_minutes(day, at(time), zone, later)


@pytest.mark.parametrize(
    ("zone", "day", "time", "first", "second"),
    [
        (LONDON, AUTUMN, "01:00", "2026-10-25T00:00", "2026-10-25T01:00"),
        (LONDON, AUTUMN, "01:59", "2026-10-25T00:59", "2026-10-25T01:59"),
        (MEXICO, date(2022, 10, 30), "01:30", "2022-10-30T06:30", "2022-10-30T07:30"),
        ("America/Santiago", date(2024, 4, 6), "23:30", "2024-04-07T02:30", "2024-04-07T03:30"),
    ],
)
def test_a_time_the_clock_showed_twice_needs_to_be_told_apart(
    zone: str, day: date, time: str, first: str, second: str
):
    with pytest.raises(RepeatedHour, match=f"{time} on {day} in {zone} came twice"):
        utc_minutes(day, at(time), zone)
    assert utc_minutes(day, at(time), zone, later=False) == utc(first)
    assert utc_minutes(day, at(time), zone, later=True) == utc(second)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2024, 4, 6), "2024-04-07T04:00"), (date(2024, 9, 7), "2024-09-08T04:00")],
)
def test_the_end_of_a_day_is_one_moment_even_where_midnight_is_repeated_or_missing(day: date, expected: str):
    assert utc_minutes(day, at("24:00"), "America/Santiago") == utc(expected)


@given(DAYS, st.integers(0, 1439), ZONES)
def test_every_moment_given_shows_the_time_asked_for_on_that_clock(day: date, minute: int, zone: str):
    try:
        found = {utc_minutes(day, minute, zone, later) for later in (False, True)}
    except MissingHour:
        found = set()
    info = ZoneInfo(zone)
    around = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=UTC)
    candidates = [around + timedelta(minutes=15 * step) for step in range(-26 * 4, 26 * 4 + 1)]
    wall = around.replace(tzinfo=None)
    showing = [
        moment for moment in candidates if moment.astimezone(info).replace(tzinfo=None, fold=0) == wall
    ]
    assert sorted(found) == [int(moment.timestamp()) // 60 for moment in showing]


@given(st.dates(date(2011, 12, 1), date(2037, 12, 30)), ZONES)
def test_days_follow_each_other_without_a_gap(day: date, zone: str):
    after = day + timedelta(days=1)
    if (zone, date(2011, 12, 30)) not in {("Pacific/Apia", day), ("Pacific/Apia", after)}:
        first = next(minute for minute in range(1440) if shows(after, minute, zone))
        assert utc_minutes(after, first, zone, later=False) == utc_minutes(day, 1440, zone)


def test_the_day_apia_skipped_took_no_time():
    end_of_29 = utc_minutes(date(2011, 12, 29), 1440, "Pacific/Apia")
    assert utc_minutes(date(2011, 12, 31), 0, "Pacific/Apia") == end_of_29


@pytest.mark.parametrize("minute", [-1, 1441, 25 * 60, 8.0, "480", None, True])
def test_there_is_no_25_o_clock(minute: object):
    with pytest.raises(NotAMinuteOfDay, match=r"A day runs from 0 \(00:00\) to 1440"):
        utc_minutes(date(2026, 10, 15), minute, LIMA)  # type: ignore[arg-type]
    with pytest.raises(NotAMinuteOfDay):
        punches(date(2026, 10, 15), [480, minute], LIMA)  # type: ignore[list-item]


@pytest.mark.parametrize(
    "zone", ["America/Limma", "America", "", "../etc/passwd", "Lima\x00", "UTC+5", None, 5]
)
def test_a_zone_that_does_not_exist_is_refused_in_words(zone: object):
    with pytest.raises(UnknownZone, match="is not a time zone"):
        utc_minutes(date(2026, 10, 15), 480, zone)  # type: ignore[arg-type]


def test_a_misspelt_zone_is_answered_with_the_one_meant():
    with pytest.raises(UnknownZone, match=r"Near: America/Lima"):
        utc_minutes(date(2026, 10, 15), 480, "america/lima ")


@pytest.mark.parametrize("day", [date.min, date(2569, 10, 15), date.max])
def test_a_day_nobody_worked_on_is_refused_in_words(day: date):
    with pytest.raises(YearOutOfRange):
        utc_minutes(day, 480, LIMA)


@pytest.mark.parametrize(
    ("zone", "day", "times", "moments"),
    [
        (LIMA, date(2026, 10, 15), "08:00 13:00", "15 13:00, 15 18:00"),
        (LIMA, date(2026, 10, 15), "22:00 02:00 02:30 06:00", "16 03:00, 16 07:00, 16 07:30, 16 11:00"),
        (BANGKOK, date(2026, 12, 31), "18:00 24:00", "31 11:00, 31 17:00"),
        # across the spring change: eight hours on the wall, seven worked
        (LONDON, SPRING - timedelta(days=1), "22:00 06:00", "28 22:00, 29 05:00"),
        # across the autumn change: eight hours on the wall, nine worked
        (LONDON, AUTUMN - timedelta(days=1), "22:00 06:00", "24 21:00, 25 06:00"),
        # both readings of the repeated hour, in order
        (LONDON, AUTUMN, "01:50 01:10", "25 00:50, 25 01:10"),
        (LONDON, AUTUMN, "00:30 01:20 01:10 05:00", "24 23:30, 25 00:20, 25 01:10, 25 05:00"),
        (
            LONDON,
            AUTUMN - timedelta(days=1),
            "22:00 01:40 01:15 06:00",
            "24 21:00, 25 00:40, 25 01:15, 25 06:00",
        ),
        (
            "America/Santiago",
            date(2024, 4, 6),
            "20:00 23:50 23:20 03:00",
            "06 23:00, 07 02:50, 07 03:20, 07 07:00",
        ),
        (LIMA, date(2026, 10, 15), "08:00", "15 13:00"),
        (LIMA, date(2026, 10, 15), "", ""),
    ],
)
def test_punches_of_a_shift_follow_each_other(zone: str, day: date, times: str, moments: str):
    found = punches(day, [at(time) for time in times.split()], zone)
    assert ", ".join(shown(moment) for moment in found) == moments
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("day", "times"),
    [
        (AUTUMN, "00:30 01:30 05:00"),
        (AUTUMN, "01:30"),
        (AUTUMN - timedelta(days=1), "22:00 01:30"),
        (AUTUMN, "01:10 01:50"),
    ],
)
def test_a_repeated_hour_that_the_order_does_not_settle_is_left_to_a_person(day: date, times: str):
    with pytest.raises(RepeatedHour, match="Say which one is meant, the first or the later"):
        punches(day, [at(time) for time in times.split()], LONDON)


@pytest.mark.parametrize(
    ("zone", "day", "times", "missing"),
    [
        (LONDON, SPRING, "01:30", "01:30"),
        (LONDON, SPRING, "00:30 01:30 05:00", "01:30"),
        (LONDON, SPRING - timedelta(days=1), "22:00 01:30", "01:30"),
        ("Pacific/Apia", date(2011, 12, 29), "22:00 06:00", "06:00"),
        ("Pacific/Apia", date(2011, 12, 30), "08:00 12:00", "08:00"),
    ],
)
def test_a_punch_at_a_missing_time_is_left_to_a_person(zone: str, day: date, times: str, missing: str):
    with pytest.raises(MissingHour, match=f"There was no {missing}"):
        punches(day, [at(time) for time in times.split()], zone)


@pytest.mark.parametrize(
    ("times", "place"),
    [("08:00 08:00", 2), ("08:00 07:00 09:00", 3), ("22:00 06:00 23:00", 3), ("08:00 13:00 12:00 14:00", 3)],
)
def test_punches_that_do_not_fit_into_one_day_are_out_of_order(times: str, place: int):
    with pytest.raises(PunchesOutOfOrder, match=f"Time {place} of the shift of 2026-10-15") as caught:
        punches(date(2026, 10, 15), [at(time) for time in times.split()], LIMA)
    assert caught.value.place == place - 1


def test_a_hostile_list_of_repeated_times_is_answered_at_once():
    with pytest.raises((PunchesOutOfOrder, RepeatedHour)):
        punches(AUTUMN, [at("01:00") + step % 60 for step in range(100_000)], LONDON)
