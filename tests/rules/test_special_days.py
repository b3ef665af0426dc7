"""Sundays, rest days and holidays: the premium for work on them, and the day's own pay."""

from dataclasses import replace
from datetime import date

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, floor, holiday, overtime, premium, rate
from cast import ANA
from tables import amounts, figures, lines, month, pay

SUNDAY = agreement(rate("6.00"), premium("sunday", "25 %"))
REST = agreement(rate("6.00"), premium("rest_day", "100 %", unless_substitute=True))
HOLIDAY = agreement(
    rate("6.00"),
    premium("holiday", "100 %", paid_day=True),
    holiday("2026-10-08"),
    timetable=FIVE_HOURS_FIVE_DAYS,
)


def test_a_sunday_has_its_premium_and_a_saturday_none():
    assert amounts(pay(SUNDAY, month("day hours\n2026-10-10..11 4")), "sunday") == [600]


def test_a_night_into_sunday_is_cut_at_midnight():
    assert amounts(pay(SUNDAY, month("day start end\n2026-10-10 22:00 06:00")), "sunday") == [900]


def test_a_night_out_of_sunday_is_cut_at_midnight():
    assert amounts(pay(SUNDAY, month("day start end\n2026-10-11 22:00 06:00")), "sunday") == [300]


def test_a_substitute_day_off_stands_in_for_the_premium():
    assert amounts(
        pay(REST, month("day hours substitute\n2026-10-11 4 -\n2026-10-18 4 yes")), "rest_day"
    ) == [2400]


def test_a_rest_day_that_is_not_sunday_is_that_of_the_timetable():
    terms = agreement(
        rate("6.00"),
        premium("rest_day", "100 %"),
        timetable=replace(FIVE_HOURS_FIVE_DAYS, rest_day="friday"),
    )
    assert amounts(pay(terms, month("day hours\n2026-10-09..11 1")), "rest_day") == [600]


def test_a_holiday_is_paid_though_she_rests():
    assert amounts(pay(HOLIDAY, month("day hours\n2026-10-07 5")), "earning") == [3000, 3000]


def test_a_holiday_worked_is_paid_the_work_the_premium_and_the_day():
    found = pay(HOLIDAY, month("day hours\n2026-10-08 5"))
    assert figures(found, "hourly", "holiday", "holiday_pay") == {
        "hourly": 3000,
        "holiday": 3000,
        "holiday_pay": 3000,
    }


def test_a_holiday_before_she_came_or_after_she_left_is_not_hers():
    left, came = replace(ANA, left_on=date(2026, 10, 7)), replace(ANA, since=date(2026, 10, 9))
    paid = [pay(HOLIDAY, month("day hours\n2026-10-05 5", worker=one)) for one in (left, came)]
    assert [amounts(one, "holiday_pay") for one in paid] == [[], []]


def test_a_holiday_on_the_day_she_leaves_is_hers():
    left = replace(ANA, left_on=date(2026, 10, 8))
    assert amounts(pay(HOLIDAY, month("day hours\n2026-10-05 5", worker=left)), "holiday_pay") == [3000]


def test_a_holiday_on_a_day_that_plans_nothing_pays_nothing_unless_worked():
    terms = agreement(
        rate("6.00"),
        premium("holiday", "100 %", paid_day=True),
        holiday("2026-10-10"),
        timetable=FIVE_HOURS_FIVE_DAYS,
    )
    assert amounts(pay(terms, month("day hours\n2026-10-05 5")), "holiday_pay") == []


def test_a_premium_of_the_whole_day_is_paid_once_however_short_the_day():
    terms = agreement(
        rate("6.00"),
        premium("holiday", "100 %", counts="day"),
        holiday("2026-10-08"),
        timetable=FIVE_HOURS_FIVE_DAYS,
    )
    assert amounts(pay(terms, month("day hours\n2026-10-08 1\n2026-10-08 1")), "holiday") == [3000]


def test_the_premium_of_a_day_and_its_overtime_stack():
    terms = agreement(rate("6.00"), premium("sunday", "25 %"), overtime(("50 %", None), day=480))
    assert figures(pay(terms, month("day hours\n2026-10-11 9")), "sunday", "overtime") == {
        "sunday": 1350,
        "overtime": 300,
    }


def test_premiums_do_not_count_towards_the_floor():
    terms = agreement(
        rate("6.00"), premium("sunday", "100 %"), floor("7.00", plain_hours="1"), measure="plain_hour"
    )
    assert figures(pay(terms, month("day hours\n2026-10-11 4")), "top_up") == {"top_up": 400}


def test_a_holiday_not_worked_is_outside_both_base_and_floor():
    terms = agreement(
        rate("6.00"), premium("holiday", "100 %", paid_day=True), holiday("2026-10-08"),
        floor("7.00", plain_hours="1"), measure="plain_hour", timetable=FIVE_HOURS_FIVE_DAYS,
    )  # fmt: skip
    assert figures(pay(terms, month("day hours\n2026-10-07 5")), "top_up") == {"top_up": 500}


def test_sick_on_a_sunday_has_no_premium():
    assert amounts(pay(SUNDAY, month("day hours kind\n2026-10-11 4 sick")), "sunday") == []


def test_a_sunday_line_counts_its_minutes():
    line = lines(pay(SUNDAY, month("day start end\n2026-10-10 22:00 06:00")), "sunday")[0]
    assert (line.quantity, line.rate, line.rests_on) == (360, "150", ("r1",))
