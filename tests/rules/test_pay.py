"""One worker's pay period from end to end: what it sums to, how it is told, and what it leaves behind."""

from dataclasses import replace
from datetime import date

import pytest

from agreement import (
    FIVE_HOURS_FIVE_DAYS,
    agreement,
    bonus,
    floor,
    holiday,
    kind,
    overtime,
    piece,
    premium,
    rate,
)
from cast import ANA, BY_THE_HOUR, BY_THE_PIECE, HALF_TO_HER_FAMILY, IN_HER_CELL, JO, LUCIA, SPLIT
from jornal.rules.pay import paid
from jornal.rules.plan import laid_out
from jornal.rules.rows import Carry
from tables import amounts, figures, lines, month, pay, stopped

A_WEEK = "day hours\n2026-10-05..09 5"


def test_ana_in_cusco_from_the_hour_to_her_familys_half():
    found = pay(SPLIT, month(A_WEEK, worker=replace(ANA, instructions=(HALF_TO_HER_FAMILY,))))
    assert found.totals == {
        "gross": 12500,
        "top_up": 0,
        "deductions": 3750,
        "own": 8750,
        "instructions": 4375,
        "in_hand": 4375,
        "held": 0,
        "owed_back": 0,
    }


def test_lucia_at_paso_from_her_pieces_to_her_rest_day():
    tally = "day operation good\n2026-10-05..10 sole 10"
    found = pay(BY_THE_PIECE, month("day hours\n2026-10-05..10 6", tally=tally, worker=LUCIA))
    assert figures(found, "piece", "rest_pay", "gross") == {"piece": 24000, "rest_pay": 4000, "gross": 28000}


def test_jo_in_her_cell_is_paid_her_kits_and_held_to_no_floor():
    found = pay(
        IN_HER_CELL, month("day hours\n2026-10-05 9", tally="day operation good\n2026-10-05 kit 1", worker=JO)
    )
    assert figures(found, "gross", "top_up", "own") == {"gross": 1200, "top_up": 0, "own": 1200}


def test_lines_are_told_in_the_order_of_the_page():
    terms = agreement(
        rate("5.00"),
        piece("sole", "4.00"),
        kind("sick"),
        overtime(("25 %", None), day=240),
        premium("sunday", "50 %"),
        floor("60.00", plain_hours="1"),
        bonus("day", "1.00"),
        *SPLIT.steps,
        pays="mixed",
        measure="plain_hour",
    )
    text = "day hours kind\n2026-10-11 5 work\n2026-10-12 5 training\n2026-10-13 5 sick"
    found = pay(terms, month(text, tally="day operation good\n2026-10-12 sole 1", worker=ANA))
    assert list(dict.fromkeys(line.kind for line in found.lines)) == [
        "hourly",
        "sick",
        "training",
        "overtime",
        "sunday",
        "piece",
        "top_up",
        "bonus",
        "deduction",
        "own",
    ]


@pytest.mark.parametrize(("per", "amount"), [("day", 300), ("period", 100), ("piece", 700)])
def test_a_bonus_is_counted_by_day_by_period_or_by_piece(per, amount):
    terms = agreement(rate("5.00"), piece("sole", "4.00"), bonus(per, "1.00"), pays="mixed")
    tally = "day operation good rejected_paid rejected_unpaid\n2026-10-05 sole 5 2 1"
    assert amounts(pay(terms, month("day hours\n2026-10-05..07 5", tally=tally)), "bonus") == [amount]


@pytest.mark.parametrize(
    ("left", "found"), [(date(2026, 9, 30), []), (date(2026, 10, 1), [100]), (None, [100])]
)
def test_who_left_before_the_period_is_paid_no_bonus_of_it(left, found):
    terms = agreement(rate("5.00"), bonus("period", "1.00"))
    assert amounts(pay(terms, month("", worker=replace(ANA, left_on=left))), "bonus") == found


def test_a_bonus_for_one_operation_counts_no_other():
    terms = agreement(
        piece("sole", "4.00"), piece("heel", "1.50"), bonus("piece", "1.00", "heel"), pays="piece"
    )
    found = pay(terms, month(tally="day operation good\n2026-10-05 sole 5\n2026-10-05 heel 2"))
    assert amounts(found, "bonus") == [200]


def test_her_own_portion_is_a_line_even_where_nothing_is_deducted():
    assert amounts(pay(BY_THE_HOUR, month(A_WEEK)), "own") == [12500]


def test_a_month_without_work_is_nought_and_no_fault():
    found = pay(SPLIT, month(worker=ANA))
    assert (found.totals["gross"], stopped(found)) == (0, [])


def test_lines_name_their_rows_only_where_they_are_asked_to():
    found = paid(month(A_WEEK), laid_out(BY_THE_HOUR, month(A_WEEK).period))
    assert {line.rests_on for line in found.lines} == {()}


def test_the_year_so_far_grows_from_month_to_month():
    september = pay(SPLIT, month("day hours\n2026-09-07..11 5", "2026-09", worker=ANA))
    october = pay(SPLIT, month(A_WEEK, worker=ANA, carry=september.carry))
    assert october.carry.year_to_date == {
        "gross": 25000,
        "deductions": 7500,
        "own": 17500,
        "instructions": 0,
        "in_hand": 17500,
    }


def test_a_new_year_begins_at_nought():
    december = pay(SPLIT, month("day hours\n2026-12-07..11 5", "2026-12", worker=ANA))
    january = pay(SPLIT, month("day hours\n2027-01-04..08 5", "2027-01", worker=ANA, carry=december.carry))
    assert january.carry.year_to_date["gross"] == 12500


def test_the_days_of_the_open_week_are_carried_and_no_others():
    found = pay(BY_THE_HOUR, month("day hours\n2026-10-23 5\n2026-10-26 5\n2026-10-30 5"))
    assert [shift.day.day for shift in found.carry.shifts] == [26, 30]


def test_a_month_that_ends_on_a_sunday_carries_no_days():
    assert pay(BY_THE_HOUR, month("day hours\n2026-05-29 5", "2026-05")).carry.shifts == ()


def test_what_is_owed_back_is_remembered_and_not_taken():
    found = pay(BY_THE_HOUR, month(A_WEEK, carry=Carry(owed_back=700)))
    assert (found.carry.owed_back, found.totals["in_hand"]) == (700, 12500)


def test_the_comparison_stands_beside_what_her_hours_brought():
    terms = agreement(rate("5.00"), floor("30.00", "day", full_from_minutes=1, plain_hours="8"))
    compared = pay(terms, month("day hours\n2026-10-05 5")).comparison
    assert [compared[name] for name in ("minutes", "base", "guarantee", "plain_hour")] == [
        300,
        2500,
        3000,
        1875,
    ]


def test_everything_unknown_at_once_still_pays_what_is_known():
    terms = agreement(
        rate("5.00"),
        piece("sole", "unknown"),
        kind("sick", "rate", "unknown"),
        floor("unknown", plain_hours="1"),
        *SPLIT.steps,
        pays="mixed",
        timetable=FIVE_HOURS_FIVE_DAYS,
    )
    text = "day hours kind\n2026-10-05 5 work\n2026-10-06 5 sick"
    found = pay(
        terms, month(text, tally="day operation good\n2026-10-05 sole 1", worker=replace(ANA, balances={}))
    )
    assert (found.totals["gross"], found.totals["own"], sorted(stopped(found))) == (
        2500,
        2250,
        ["deduction:reparation", "kind:sick", "piece:sole", "top_up:least"],
    )


def test_a_holiday_in_the_open_week_is_paid_in_the_month_it_lies_in():
    terms = agreement(
        rate("5.00"),
        premium("holiday", "100 %", paid_day=True),
        holiday("2026-10-30"),
        timetable=FIVE_HOURS_FIVE_DAYS,
    )
    october = pay(terms, month(A_WEEK))
    november = pay(terms, month("day hours\n2026-11-02 5", "2026-11", carry=october.carry))
    assert [amounts(one, "holiday_pay") for one in (october, november)] == [[2500], []]


def test_one_currency_without_cents_and_one_with_thousandths():
    paid_in = [
        pay(agreement(rate("5"), scale=scale), month("day hours\n2026-10-05 0:20")) for scale in (1, 1000)
    ]
    assert [figures(one, "gross")["gross"] for one in paid_in] == [2, 1667]


def test_a_line_of_her_own_names_the_step_and_who_keeps_it():
    line = lines(pay(SPLIT, month(A_WEEK, worker=ANA)), "own")[0]
    assert (line.code, line.quantity, line.layer) == ("own", 12500, "law")


def test_a_period_of_one_week_stands_for_itself():
    period = month("day hours\n2026-10-05..09 5", "2026-10-05..11")
    assert (period.period.last, pay(BY_THE_HOUR, period).totals["gross"]) == (date(2026, 10, 11), 12500)
