"""The waterfall over a month of weeks."""

from agreement import agreement, bonus, floor, hers, piece, rate, step
from tables import amounts, before, figures, lines, month, pay

LEVY = step("levy", "40 %", over="20.00", per="week", rounding="down")
LOTS = agreement(piece("lot", "10.00"), LEVY, hers(), pays="piece")
SEPTEMBER = "day operation good\n2026-09-30 lot 3"


def test_a_step_of_the_period_looks_at_the_whole_of_it():
    terms = agreement(piece("lot", "10.00"), step("levy", "40 %", over="20.00"), pays="piece")
    found = pay(terms, month(tally="day operation good\n2026-10-05 lot 1\n2026-10-12 lot 3"))
    assert amounts(found, "deduction") == [800]


def test_a_week_that_ends_in_november_is_levied_in_november():
    found = pay(LOTS, month(tally="day operation good\n2026-10-12 lot 3\n2026-10-28 lot 9"))
    assert amounts(found, "deduction") == [400]


def test_a_straddling_week_is_levied_on_all_its_days():
    tally = "day operation good\n2026-10-01 lot 3\n2026-10-12 lot 1"
    found = pay(LOTS, month(tally=tally, carry=before(tally=SEPTEMBER)))
    assert amounts(found, "deduction") == [1600]  # 60.00 in the week, 40.00 of it above 20.00


def test_a_top_up_is_levied_with_its_own_week():
    terms = agreement(rate("5.00"), floor("6.00", plain_hours="1"), LEVY, hers(), measure="plain_hour")
    found = pay(terms, month("day hours\n2026-10-05 5\n2026-10-12 2"))  # 30.00 and 12.00
    assert amounts(found, "deduction") == [400]


def test_a_bonus_is_levied_with_the_last_week():
    terms = agreement(piece("lot", "10.00"), LEVY, bonus("period", "15.00"), hers(), pays="piece")
    found = pay(terms, month(of="2027-02", tally="day operation good\n2027-02-03 lot 1\n2027-02-24 lot 1"))
    assert amounts(found, "deduction") == [200]


def test_each_weeks_line_says_which_week():
    found = pay(LOTS, month(tally="day operation good\n2026-10-05 lot 3\n2026-10-12 lot 3"))
    assert [dict(line.facts)["week_ends"].day for line in lines(found, "deduction")] == [11, 18]


def test_a_fault_of_a_weekly_step_is_said_once():
    terms = agreement(piece("lot", "10.00"), step("levy", "unknown", per="week"), hers(), pays="piece")
    found = pay(terms, month(tally="day operation good\n2026-10-05 lot 3\n2026-10-12 lot 3"))
    assert len(found.faults) == 1


def test_a_levy_on_a_week_of_september_never_leaves_october_below_nought():
    rich = before(tally="day operation good\n2026-09-30 lot 30")
    found = pay(LOTS, month(tally="day operation good\n2026-10-12 lot 1", carry=rich))
    assert figures(found, "own")["own"] >= 0


def test_a_given_amount_is_taken_once_and_not_every_week():
    terms = agreement(piece("lot", "10.00"), LEVY, step("tax", takes="given"), hers(), pays="piece")
    found = pay(
        terms, month(tally="day operation good\n2026-10-05 lot 3\n2026-10-12 lot 3", given={"tax": 100})
    )
    assert figures(found, "deduction:tax") == {"deduction:tax": 100}
