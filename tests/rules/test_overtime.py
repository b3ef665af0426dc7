"""Overtime: premiums by day or by week, in tiers, on rest days and holidays, and over the edge of a month."""

from dataclasses import replace

from agreement import agreement, floor, holiday, overtime, piece, rate
from cast import ANA
from tables import amounts, before, figures, lines, month, pay

BY_DAY = agreement(rate("6.00"), overtime(("25 %", 120), ("35 %", None), day=480))
BY_WEEK = agreement(rate("6.00"), overtime(("100 %", 540), ("200 %", None), week=2880, tiers_per="week"))


def test_the_first_hours_over_the_day_have_one_premium_and_those_after_another():
    found = pay(BY_DAY, month("day hours\n2026-10-05 11"))
    assert amounts(found, "overtime") == [300, 210]  # 2 h at 1.50, 1 h at 2.10


def test_overtime_is_the_premium_only_for_the_hours_themselves_are_paid_already():
    assert amounts(pay(BY_DAY, month("day hours\n2026-10-05 9")), "earning") == [5400, 150]


def test_a_short_day_does_not_eat_the_overtime_of_a_long_one():
    assert figures(pay(BY_DAY, month("day hours\n2026-10-05 9\n2026-10-06 2")), "overtime") == {
        "overtime": 150
    }


def test_two_shifts_of_a_day_are_one_day():
    assert figures(pay(BY_DAY, month("day hours\n2026-10-05 5\n2026-10-05 5")), "overtime") == {
        "overtime": 300
    }


def test_training_counts_towards_the_limit_for_it_is_time_worked():
    found = pay(BY_DAY, month("day hours kind\n2026-10-05 8 work\n2026-10-05 1 training"))
    assert figures(found, "overtime") == {"overtime": 150}


def test_sick_hours_do_not():
    found = pay(BY_DAY, month("day hours kind\n2026-10-05 8 work\n2026-10-05 1 sick"))
    assert figures(found, "overtime") == {"overtime": 0}


def test_tiers_by_day_begin_anew_each_day():
    found = pay(BY_DAY, month("day hours\n2026-10-05..06 11"))
    assert [line.quantity for line in lines(found, "overtime")] == [240, 120]


def test_tiers_by_week_fill_up_over_the_week():
    found = pay(BY_WEEK, month("day hours\n2026-10-05..10 10"))  # 60 h: 9 at double, 3 at treble
    assert amounts(found, "overtime") == [5400, 3600]


def test_a_week_at_its_limit_has_no_overtime():
    assert amounts(pay(BY_WEEK, month("day hours\n2026-10-05..10 8")), "overtime") == []


def test_minutes_over_the_day_are_not_counted_again_over_the_week():
    terms = agreement(rate("6.00"), overtime(("100 %", None), day=480, week=2400))
    found = pay(terms, month("day hours\n2026-10-05..09 9"))  # 5 h over the day leave 40 h for the week
    assert [line.quantity for line in lines(found, "overtime")] == [300]


def test_each_overtime_hour_has_the_rate_of_its_day():
    terms = agreement(rate({"2026-01-01": "6.00", "2026-10-06": "8.00"}), overtime(("50 %", None), day=480))
    assert amounts(pay(terms, month("day hours\n2026-10-05..06 9")), "overtime") == [300, 400]


SEPTEMBER = """
    day             hours
    2026-09-28..30  10
"""
OCTOBER = """
    day             hours
    2026-10-01..02  10
"""
FORTY = agreement(rate("6.00"), overtime(("50 %", None), week=2400))


def test_a_week_that_ends_in_october_gives_september_no_overtime():
    assert amounts(pay(FORTY, month(SEPTEMBER, "2026-09")), "overtime") == []


def test_its_overtime_is_paid_in_october_and_not_lost_between_the_months():
    assert amounts(pay(FORTY, month(OCTOBER, carry=before(SEPTEMBER))), "overtime") == [3000]


def test_what_september_leaves_is_what_october_needs():
    carry = pay(FORTY, month(SEPTEMBER, "2026-09")).carry
    assert amounts(pay(FORTY, month(OCTOBER, carry=carry)), "overtime") == [3000]


def test_the_days_before_are_not_paid_again():
    assert figures(pay(FORTY, month(OCTOBER, carry=before(SEPTEMBER))), "hourly") == {"hourly": 12000}


def test_day_overtime_of_the_days_before_is_not_paid_again():
    found = pay(BY_DAY, month("day hours\n2026-10-01 8", carry=before(SEPTEMBER)))
    assert amounts(found, "overtime") == []


def test_on_leaving_the_week_ends_so_that_her_overtime_is_not_lost():
    leaving = replace(ANA, left_on=month(of="2026-09").period.last)
    assert amounts(
        pay(FORTY, month("day hours\n2026-09-28..30 14", "2026-09", worker=leaving)), "overtime"
    ) == [600]


def test_on_pieces_the_hour_is_her_average_of_that_week():
    terms = agreement(piece("sole", "4.00"), overtime(("25 %", None), day=480), pays="piece")
    found = pay(terms, month("day hours\n2026-10-05 10", tally="day operation good\n2026-10-05 sole 20"))
    assert amounts(found, "overtime") == [400]  # 8.00 an hour, a quarter of two hours


def test_on_a_holiday_its_own_row_takes_the_place_of_the_ordinary_one():
    terms = agreement(
        rate("6.00"),
        overtime(("25 %", None), day=480),
        overtime(("200 %", None), day=480, on="holiday", id="holiday"),
        holiday("2026-10-08"),
    )
    found = pay(terms, month("day hours\n2026-10-07..08 9"))
    assert {line.code: line.amount for line in lines(found, "overtime")} == {"overtime": 150, "holiday": 1200}


def test_an_ordinary_row_leaves_rest_days_alone():
    terms = agreement(rate("6.00"), overtime(("25 %", None), day=480, on="ordinary"))
    found = pay(terms, month("day hours\n2026-10-10..11 9"))  # a Saturday, and the Sunday of rest
    assert figures(found, "overtime") == {"overtime": 150}


def test_overtime_does_not_lift_the_base_so_that_it_cannot_hide_a_wage_below_the_floor():
    terms = agreement(
        rate("5.00"), overtime(("100 %", None), day=480), floor("6.00", plain_hours="1"), measure="plain_hour"
    )
    assert figures(pay(terms, month("day hours\n2026-10-05 10")), "top_up") == {"top_up": 1000}


def test_an_overtime_line_rests_on_the_shifts_of_its_days():
    found = pay(BY_DAY, month("day hours\n2026-10-05 9\n2026-10-06 8\n2026-10-07 9"))
    assert lines(found, "overtime")[0].rests_on == ("r1", "r3")
