"""The earliest honest week, by sums that anybody can do again."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jornal.rules.promise import Ahead, efficiency, promise, stops

FIRST = date(2026, 11, 2)
WEEKS = [Ahead(FIRST + timedelta(weeks=number), 6000, 0) for number in range(4)]


def asked(wanted: str, **more: str):
    said = {"booked": "0", "lost": "0", "pace": "1", **more}
    return promise(WEEKS, Fraction(wanted), **{name: Fraction(value) for name, value in said.items()})


@pytest.mark.parametrize(
    ("wanted", "more", "week"),
    [
        ("5700", {}, 0),  # 95 % of 6,000
        ("5701", {}, 1),
        ("5700", {"booked": "1"}, 1),
        ("5700", {"pace": "1/2"}, 1),
        ("5700", {"lost": "1/2"}, 1),
        ("22800", {}, 3),
        ("22801", {}, None),
        ("1", {"pace": "0"}, None),
    ],
)
def test_what_is_promised_fits_into_what_can_be_made(wanted, more, week):
    assert asked(wanted, **more).week == (None if week is None else WEEKS[week].week)


def test_training_is_taken_out_before_anything_is_promised():
    weeks = [Ahead(FIRST, 6000, 1000), Ahead(FIRST + timedelta(weeks=1), 100, 400)]
    found = promise(weeks, Fraction(5000), booked=Fraction(0), lost=Fraction(1, 10), pace=Fraction(4, 5))
    assert [line.makes for line in found.lines] == [Fraction(3420), Fraction(0)]
    assert [(line.before, line.after) for line in found.lines] == [(5000, 1580), (1580, 1580)]
    assert found.week is None


def test_it_tells_what_is_free_by_a_week_beside_what_is_promised():
    found = asked("100", booked="6000")
    assert [found.by(one.week) for one in WEEKS[:2]] == [0, 5400]


@pytest.mark.parametrize(
    ("weeks", "found"),
    [
        ([], None),
        ([(300, 0)], None),
        ([(300, 400)], Fraction(3, 4)),
        ([(1, 2), (3, 4), (5, 6)], Fraction(3, 4)),
        ([(9, 1)] * 3 + [(1, 2)] * 8, Fraction(1, 2)),
    ],
    ids=str,
)
def test_the_pace_is_the_median_of_the_last_eight_measured_weeks(weeks, found):
    assert efficiency([(Fraction(standard), worked) for standard, worked in weeks]) == found


def test_stops_are_a_share_of_what_was_planned():
    assert [stops(0, 0), stops(100, 25), stops(100, 120)] == [0, Fraction(1, 4), 1]


@given(st.integers(1, 60_000), st.integers(0, 60_000), st.integers(0, 60_000))
def test_more_promised_before_never_makes_a_week_earlier(wanted, booked, more):
    first, second = (asked(str(wanted), booked=str(one)).week for one in (booked, booked + more))
    assert second is None or (first is not None and first <= second)
