"""The top-up: per week, then per period, never taken back and never paid twice."""

from dataclasses import replace
from datetime import date

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, bonus, by_age, floor, kind, piece, rate
from cast import ANA, BEA, MAY, PIECES_WITH_A_FLOOR
from jornal.rules.rows import Adjustment
from tables import amounts, before, figures, lines, month, pay, stopped

SIX = floor("6.00", plain_hours="1")
LOW = agreement(rate("5.00"), SIX, measure="plain_hour")
TWO_WEEKS = """
    day             hours
    2026-10-05..09  5
    2026-10-12..16  5
"""


def test_each_week_below_the_floor_is_topped_up_on_its_own_line():
    assert amounts(pay(LOW, month(TWO_WEEKS)), "top_up") == [2500, 2500]


def test_a_rich_week_does_not_pay_for_a_poor_one():
    tally = "day operation good\n2026-10-09 sole 20\n2026-10-16 sole 80"  # floors of 150.00 each
    assert amounts(pay(PIECES_WITH_A_FLOOR, month(TWO_WEEKS, tally=tally)), "top_up") == [7000]


def test_a_good_day_pays_for_a_bad_one_of_the_same_week():
    tally = "day operation good\n2026-10-05 sole 40"
    assert (
        amounts(pay(PIECES_WITH_A_FLOOR, month("day hours\n2026-10-05..06 5", tally=tally)), "top_up") == []
    )


def test_the_tail_of_the_month_is_tested_with_the_period():
    assert amounts(pay(LOW, month("day hours\n2026-10-26..30 5")), "top_up") == [2500]


def test_what_the_period_paid_to_the_open_week_is_not_paid_again():
    october = pay(LOW, month("day hours\n2026-10-26..30 5"))
    november = pay(LOW, month("day hours\n2026-11-02 5", "2026-11", carry=october.carry))
    assert (october.carry.week_top_up, amounts(november, "top_up")) == (2500, [500])


SEPTEMBER = "day hours\n2026-09-28..30 5"
OCTOBER = "day hours\n2026-10-01..02 5"


def test_a_straddling_week_is_tested_whole_when_it_ends():
    sole = "day operation good\n2026-09-28 sole 10"
    carry = pay(PIECES_WITH_A_FLOOR, month(SEPTEMBER, "2026-09", tally=sole)).carry
    found = pay(
        PIECES_WITH_A_FLOOR, month(OCTOBER, tally="day operation good\n2026-10-01 sole 10", carry=carry)
    )
    # The week: 25 h are 150.00, pieces 80.00, 50.00 paid in September: 20.00, as October lacks too.
    assert (carry.week_top_up, amounts(found, "top_up")) == (5000, [2000])


def test_a_rich_end_of_the_week_never_takes_back_what_september_topped_up():
    carry = pay(PIECES_WITH_A_FLOOR, month(SEPTEMBER, "2026-09")).carry
    found = pay(
        PIECES_WITH_A_FLOOR, month(OCTOBER, tally="day operation good\n2026-10-01 sole 99", carry=carry)
    )
    assert figures(found, "top_up", "gross") == {"top_up": 0, "gross": 39600}


def test_a_rich_start_of_the_week_does_not_leave_october_below_its_floor():
    rich = before(SEPTEMBER, "day operation good\n2026-09-28 sole 99")
    found = pay(PIECES_WITH_A_FLOOR, month(OCTOBER, carry=rich))
    assert [dict(line.facts).get("whole_period") for line in lines(found, "top_up")] == [True]


def test_on_leaving_the_last_week_ends_that_day():
    found = pay(LOW, month("day hours\n2026-10-12..14 5", worker=BEA))
    assert [dict(line.facts).get("week_ends") for line in lines(found, "top_up")] == [date(2026, 10, 18)]


def test_one_who_leaves_carries_nothing_to_a_month_that_will_not_come():
    left = replace(ANA, left_on=date(2026, 10, 30))
    found = pay(LOW, month("day hours\n2026-10-26..30 5", worker=left))
    assert (found.carry.week_top_up, found.carry.shifts) == (0, ())


def test_the_highest_payable_floor_is_the_one_paid():
    terms = agreement(
        rate("5.00"), SIX, floor("7.00", plain_hours="1", id="law", layer="law"), measure="plain_hour"
    )
    found = pay(terms, month("day hours\n2026-10-05 1"))
    assert [(line.code, line.amount, line.layer) for line in lines(found, "top_up")] == [("law", 200, "law")]


def test_a_floor_of_the_standard_alone_is_reported_and_not_paid():
    terms = agreement(rate("5.00"), floor("7.00", plain_hours="1", layer="standard"), measure="plain_hour")
    assert figures(pay(terms, month("day hours\n2026-10-05 1")), "top_up") == {"top_up": 0}


def test_a_bonus_never_stands_in_for_the_floor():
    terms = agreement(rate("5.00"), SIX, bonus("day", "10.00"), measure="plain_hour")
    gift = Adjustment("a1", date(2026, 10, 5), "Praise", 5000, "well done", "house", "manager")
    found = pay(terms, month("day hours\n2026-10-05 5", adjustments=(gift,)))
    assert figures(found, "top_up", "gross") == {"top_up": 500, "gross": 9000}


def test_paid_absence_never_stands_in_for_the_floor():
    terms = agreement(rate("5.00"), SIX, kind("sick"), measure="plain_hour")
    found = pay(terms, month("day hours kind\n2026-10-05 5 work\n2026-10-06 5 sick"))
    assert figures(found, "top_up") == {"top_up": 500}


def test_waiting_and_training_are_hours_of_the_floor():
    terms = agreement(
        piece("sole", "4.00"), SIX, kind("waiting", "nothing"), pays="piece", measure="plain_hour"
    )
    found = pay(terms, month("day hours kind\n2026-10-05 5 waiting"))
    assert figures(found, "top_up") == {"top_up": 3000}


def test_the_guarantee_tops_a_short_day_up_to_the_whole_day():
    terms = agreement(rate("50.00"), floor("380.00", "day", full_from_minutes=1, plain_hours="8"))
    assert amounts(pay(terms, month("day hours\n2026-10-05 6")), "top_up") == [8000]


def test_a_floor_that_is_not_known_stops_only_the_top_up_and_never_the_wage():
    terms = agreement(rate("5.00"), floor("unknown", plain_hours="1"))
    found = pay(terms, month("day hours\n2026-10-05 5"))
    assert (figures(found, "gross"), stopped(found)) == ({"gross": 2500}, ["top_up:least"])


def test_a_missing_birth_year_names_the_floor_and_lets_the_others_hold():
    terms = agreement(rate("5.00"), by_age({0: "7.00", 21: "9.00"}, plain_hours="1", id="bands"), SIX)
    found = pay(terms, month("day hours\n2026-10-05 5", worker=MAY))
    assert (figures(found, "top_up"), stopped(found)) == ({"top_up": 500}, ["top_up:bands"])


def test_a_month_guarantee_without_a_timetable_asks_for_one():
    terms = agreement(rate("5.00"), floor("1130.00", "month", full_from_minutes=240, plain_hours="240"))
    found = pay(terms, month("day hours\n2026-10-05 5"))
    assert [(fault.stops, "timetable" in fault.key) for fault in found.faults] == [("top_up:least", True)]


def test_no_work_is_no_top_up():
    assert figures(pay(LOW, month("day hours kind\n2026-10-05 5 sick")), "top_up") == {"top_up": 0}


def test_a_top_up_says_which_floor_stood_against_what():
    facts = dict(lines(pay(LOW, month("day hours\n2026-10-05 5")), "top_up")[0].facts)
    assert (facts["floor"], facts["base"], facts["week_ends"]) == ("3000", "2500", date(2026, 10, 11))


def test_the_rounding_of_the_floor_rounds_the_top_up():
    terms = agreement(
        rate("1.00"),
        floor("1.10", plain_hours="1", rounding="up"),
        timetable=FIVE_HOURS_FIVE_DAYS,
        measure="plain_hour",
    )
    assert amounts(pay(terms, month("day hours\n2026-10-05 0:01")), "top_up") == [1]
