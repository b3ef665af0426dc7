"""The pay of a workshop on a passport beside arithmetic by hand: a newcomer, a leaver, a rate that changes, an absence.

October 2026 begins on a Thursday; it has 22 weekdays. Senior makers earn S/ 12.60 an hour until the 15th, 13.20 from
the 16th on; the monthly minimum is S/ 1,130 for 240 hours.
"""

from datetime import date, timedelta
from fractions import Fraction

import pytest

import payroll
from jornal.actions import passports

FIRST, CHANGE, LAST = date(2026, 10, 1), date(2026, 10, 16), date(2026, 10, 31)
WHOLE = ("QC01", "QC02", "QC03", "QC04")
CAME, LEFT, AWAY = "QC05", "QC06", "QC07"


def weekdays(first: date, last: date) -> list[date]:
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in every if day.weekday() < 5]


def worked() -> dict[str, tuple[list[date], int]]:
    """By worker her days of work, each of five hours, and over how many days her hours are to be spread."""
    return {
        **{worker: (weekdays(FIRST, LAST), 31) for worker in WHOLE},
        CAME: (weekdays(date(2026, 10, 19), LAST), 13),  # Monday 19 to Saturday 31
        LEFT: (weekdays(FIRST, date(2026, 10, 9)), 9),  # Thursday 1 to Friday 9
        AWAY: (
            weekdays(FIRST, date(2026, 10, 11)) + weekdays(date(2026, 10, 26), LAST),
            17,
        ),  # without two weeks
    }


def by_hand(worker: str) -> tuple[Fraction, Fraction]:
    """Céntimos for an hour and minutes of a week."""
    days, over = worked()[worker]
    paid = sum(5 * (1260 if day < CHANGE else 1320) for day in days)
    return Fraction(paid, 5 * len(days)), Fraction(300 * len(days) * 7, over)


def median(values: list[Fraction]) -> Fraction:
    found = sorted(values)
    return (found[(len(found) - 1) // 2] + found[len(found) // 2]) / 2


@pytest.fixture
def said(sqlite) -> dict:
    here = payroll.begun(sqlite.home, {})
    for worker, (days, _) in worked().items():
        since = days[0] if worker == CAME else payroll.FIRST
        payroll.taken_on(here, worker, grade="senior", since=since)
        for day in days:
            payroll.days(here, day, day, workers=(worker,))
    payroll.gone(here, LEFT, date(2026, 10, 9))
    payroll.issued(here, "2026-10")
    return passports.pay_of("cusco")


def test_hours_of_a_week_are_those_of_the_weeks_she_was_there(said):
    weeks = [by_hand(worker)[1] for worker in worked()]
    up = [-(-week.numerator // week.denominator) for week in (median(weeks), max(weeks))]
    assert [said["week_minutes_median"], said["week_minutes_most"]] == up == [1491, 1634]


def test_an_hour_is_paid_as_the_rates_of_its_days_say(said):
    hours = [by_hand(worker)[0] for worker in worked()]
    down = [hour.numerator // hour.denominator for hour in (median(hours), min(hours))]
    assert (said["people"], [said["hour_median"], said["hour_lowest"]]) == (7, down)
    assert down == [1290, 1260]


def test_beside_it_stand_the_minimum_by_the_month_with_paid_rest_and_by_the_hour(said):
    days_of_five_hours = 22
    exact = {
        "guarantee": Fraction(113_000, days_of_five_hours * 5),
        "paid_rest_hour": Fraction(113_000, 208),
        "plain_hour": Fraction(113_000, 240),
    }
    assert said["compared"] == {name: -(-one.numerator // one.denominator) for name, one in exact.items()}
    assert said["compared"] == {"guarantee": 1028, "paid_rest_hour": 544, "plain_hour": 471}
