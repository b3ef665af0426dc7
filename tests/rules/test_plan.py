"""One contract's period laid out day by day."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, floor, holiday, rate
from jornal.rules.plan import laid_out
from tables import span


def october(*rows, of="2026-10", **contract):
    return laid_out(agreement(*rows, **contract), span(of))


def test_a_plan_begins_with_the_week_that_straddles():
    assert [october().days[0], october().days[-1]] == [date(2026, 9, 28), date(2026, 10, 31)]


@pytest.mark.parametrize(("start", "first"), [("monday", 28), ("sunday", 27), ("saturday", 26)])
def test_weeks_begin_as_the_site_says(start, first):
    assert october(site={"week_start": start}).days[0] == date(2026, 9, first)


def test_a_week_is_tested_in_the_period_in_which_it_ends():
    plan = october()
    assert [plan.week_is_tested(week, None) for week in range(len(plan.ends))] == [True] * 4 + [False]


def test_on_leaving_her_last_week_ends_that_day():
    plan = october()
    assert plan.week_is_tested(4, date(2026, 10, 28))


def test_the_planned_days_of_a_month_are_those_of_the_timetable_holidays_included():
    plan = october(holiday("2026-10-08"), timetable=FIVE_HOURS_FIVE_DAYS)
    assert [plan.planned_days[day] for day in (date(2026, 9, 28), date(2026, 10, 1))] == [22, 22]


def test_a_day_is_a_holiday_before_it_is_a_rest_day():
    plan = october(holiday("2026-10-11"))
    days = [date(2026, 10, day) for day in (11, 18, 19)]
    assert [plan.class_of(day) for day in days] == ["holiday", "rest_day", "ordinary"]


def test_a_timetable_without_a_rest_day_has_none():
    plan = october(timetable=replace(FIVE_HOURS_FIVE_DAYS, rest_day=""))
    assert not any(plan.is_rest_day(day) for day in plan.days)


def test_a_rate_is_laid_on_every_day_it_holds():
    plan = october(rate({"2026-10-05": "5.00", "2026-10-20": "6.00"}))
    days = [date(2026, 10, day) for day in (4, 5, 19, 20)]
    assert [price and price.text for price in map(plan.hourly[""].get, days)] == [None, "500", "500", "600"]


def test_every_sum_of_a_plan_is_a_whole_number_of_parts():
    plan = october(
        rate("5.07"),
        floor("1130.00", "month", full_from_minutes=240, plain_hours="240"),
        timetable=FIVE_HOURS_FIVE_DAYS,
    )
    assert [type(plan.exact(Fraction(113000, 22 * 240))), type(plan.exact(Fraction(507, 60)))] == [int, int]


def test_two_rates_of_the_same_grade_join_by_date():
    plan = october(rate({"2026-01-01": "5.00"}), rate({"2026-10-20": "6.00"}))
    assert [plan.hourly[""][date(2026, 10, day)].text for day in (19, 20)] == ["500", "600"]
