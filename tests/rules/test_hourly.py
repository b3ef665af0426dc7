"""Ordinary work by the hour, by the day and by the month, at the rate of each day."""

from dataclasses import replace

import pytest

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, floor, kind, rate
from cast import ANA, BY_THE_DAY, BY_THE_HOUR, NOK
from tables import amounts, figures, lines, month, pay, stopped

RISE_ON_THE_16TH = agreement(rate({"2026-01-01": "5.00", "2026-10-16": "5.20"}))


def test_each_day_is_paid_at_the_rate_of_that_day():
    october = month("""
        day         start  end
        2026-10-15  08:00  13:00
        2026-10-16  08:00  13:00
    """)
    assert amounts(pay(RISE_ON_THE_16TH, october), "hourly") == [2500, 2600]


def test_a_rate_by_period_start_holds_for_the_whole_period():
    terms = agreement(rate({"2026-01-01": "5.00", "2026-10-16": "5.20"}, change="by_period_start"))
    october = month("""
        day         hours
        2026-10-15  5
        2026-10-16  5
    """)
    assert amounts(pay(terms, october), "hourly") == [5000]


def test_a_night_is_paid_at_the_rate_of_the_day_it_began():
    october = month("""
        day         start  end
        2026-10-15  22:00  03:00
    """)
    assert amounts(pay(RISE_ON_THE_16TH, october), "hourly") == [2500]


def test_nothing_is_rounded_per_shift_so_that_no_cent_is_lost_each_day():
    october = month("""
        day             hours
        2026-10-05..09  0:20
    """)
    assert amounts(pay(agreement(rate("1.00")), october), "hourly") == [167]  # five times 33 would be 165


def test_heads_are_rounded_so_that_they_sum_to_the_exact_total():
    terms = agreement(rate({"2026-01-01": "1.00", "2026-10-16": "1.00"}))
    october = month("""
        day         hours
        2026-10-15  0:10
        2026-10-16  0:10
    """)
    assert amounts(pay(terms, october), "hourly") == [17, 16]  # 33 1/3 in all


def test_her_grade_has_its_own_rate():
    terms = agreement(rate("5.00"), rate("6.00", grade="maker"))
    october = month("day hours\n2026-10-05 5", worker=replace(ANA, grade="maker"))
    assert amounts(pay(terms, october), "hourly") == [3000]


def test_a_grade_without_a_rate_of_its_own_has_the_rate_of_all():
    october = month("day hours\n2026-10-05 5", worker=replace(ANA, grade="learner"))
    assert amounts(pay(BY_THE_HOUR, october), "hourly") == [2500]


def test_a_day_without_a_rate_stops_only_its_own_line_and_the_rest_is_paid_on_account():
    terms = agreement(rate({"2026-10-16": "5.20"}))
    found = pay(terms, month("day hours\n2026-10-15 5\n2026-10-16 5"))
    assert (figures(found, "gross"), stopped(found)) == ({"gross": 2600}, ["hourly"])


def test_a_rate_that_nobody_has_confirmed_is_not_paid_as_nought_but_named():
    found = pay(agreement(rate("unknown")), month("day hours\n2026-10-05 5"))
    assert (amounts(found, "hourly"), stopped(found)) == ([], ["hourly"])


def test_a_grade_with_no_rate_at_all_is_named_in_the_fault():
    terms = agreement(rate("6.00", grade="maker"))
    found = pay(terms, month("day hours\n2026-10-05 5", worker=replace(ANA, grade="senior")))
    assert stopped(found) == ["hourly:senior"]


def test_a_fault_is_said_once_for_all_the_days_it_stops():
    found = pay(agreement(rate("unknown")), month("day hours\n2026-10-05..09 5"))
    assert [(fault.row, dict(fault.says)["day"].day) for fault in found.faults] == [("r1", 5)]


def test_a_day_rate_pays_each_day_once_however_often_she_came():
    text = """
        day         hours
        2026-10-05  3
        2026-10-05  3
        2026-10-06  1
    """
    assert amounts(pay(BY_THE_DAY, month(text, worker=NOK)), "daily") == [60000]


def test_a_day_rate_is_not_paid_for_a_day_of_absence():
    october = month("""
        day         hours  kind
        2026-10-05  6      work
        2026-10-06  -      sick
    """)
    assert amounts(pay(BY_THE_DAY, october), "earning") == [30000]


@pytest.mark.parametrize(("days", "amount"), [("05..09", 22727), ("01..30", 100000)])
def test_a_month_rate_pays_the_part_of_the_planned_days_that_were_worked(days, amount):
    terms = agreement(
        rate("1000.00", "month"), timetable=FIVE_HOURS_FIVE_DAYS
    )  # 22 planned days in October 2026
    assert amounts(pay(terms, month(f"day hours\n2026-10-{days} 5")), "monthly") == [amount]


def test_a_month_rate_counts_absences_that_the_contract_pays():
    terms = agreement(rate("1000.00", "month"), kind("sick"), timetable=FIVE_HOURS_FIVE_DAYS)
    october = month("day hours kind\n2026-10-05 5 work\n2026-10-06 - sick\n2026-10-07 - visit")
    assert amounts(pay(terms, october), "monthly") == [9091]


def test_hours_for_information_are_not_paid_by_the_hour():
    terms = agreement(rate("5.00"), hours="information")
    assert figures(pay(terms, month("day hours\n2026-10-05 5")), "gross") == {"gross": 0}


def test_a_line_says_what_it_was_priced_with():
    line = lines(pay(RISE_ON_THE_16TH, month("day hours\n2026-10-16 5")), "hourly")[0]
    assert (line.quantity, line.unit, line.rate, line.layer, str(line.since)) == (
        300,
        "min",
        "520",
        "contract",
        "2026-10-16",
    )


def test_days_at_an_unknown_rate_are_left_out_of_the_floor_so_that_no_top_up_stands_in_for_a_wage():
    terms = agreement(rate({"2026-10-16": "5.20"}), floor("6.00", plain_hours="1"), measure="plain_hour")
    assert figures(pay(terms, month("day hours\n2026-10-15 5\n2026-10-16 5")), "top_up") == {"top_up": 400}
