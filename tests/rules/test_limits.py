"""Limits of hours: named when they are passed, and never a reason to pay less."""

from dataclasses import replace
from datetime import date

from agreement import agreement, limit, rate
from cast import ANA
from tables import before, month, pay

EIGHT_HOURS = limit(day_most_minutes=480)
THIRTY_HOURS = limit(week_most_minutes=1800)


def remarks(rule, attendance, **more):
    """The day and the hours of every limit passed."""
    found = pay(agreement(rate("5.00"), rule), month(attendance, **more))
    told = [dict(fault.says) for fault in found.faults if fault.says]
    return [(says["day"].day, says["hours"]) for says in told]


def test_a_day_at_the_limit_does_not_pass_it():
    assert remarks(EIGHT_HOURS, "day hours\n2026-10-05 8") == []


def test_a_day_over_the_limit_is_named_with_its_hours():
    assert remarks(EIGHT_HOURS, "day hours\n2026-10-05 8:01\n2026-10-06 5") == [(5, "8:01")]


def test_all_work_of_a_day_counts_and_absence_does_not():
    text = "day hours kind\n2026-10-05 5 work\n2026-10-05 4 training\n2026-10-06 5 work\n2026-10-06 4 sick"
    assert remarks(EIGHT_HOURS, text) == [(5, "9")]


def test_a_day_under_the_least_is_named():
    assert remarks(limit(day_least_minutes=240), "day hours\n2026-10-05 3\n2026-10-06 4") == [(5, "3")]


def test_a_week_over_the_limit_is_named_by_its_last_day():
    assert remarks(THIRTY_HOURS, "day hours\n2026-10-05..09 7") == [(11, "35")]


def test_two_weeks_within_the_limit_do_not_add_up_to_one_over_it():
    assert remarks(THIRTY_HOURS, "day hours\n2026-10-05..09 6\n2026-10-12..16 6") == []


def test_a_straddling_week_is_looked_at_whole_in_the_month_in_which_it_ends():
    carry = before("day hours\n2026-09-28..30 8")
    assert remarks(THIRTY_HOURS, "day hours\n2026-10-01 8", carry=carry) == [(4, "32")]


def test_the_open_week_is_left_to_the_next_month_unless_she_leaves():
    text, left = "day hours\n2026-10-26..30 7", replace(ANA, left_on=date(2026, 10, 30))
    assert [len(remarks(THIRTY_HOURS, text, worker=one)) for one in (ANA, left)] == [0, 1]


def test_a_limit_that_is_passed_never_lowers_pay_and_stops_nothing():
    text = "day hours\n2026-10-05..09 12"
    found = pay(agreement(rate("5.00"), EIGHT_HOURS, THIRTY_HOURS), month(text))
    assert (found.totals["gross"], {fault.stops for fault in found.faults}) == (30000, {""})
