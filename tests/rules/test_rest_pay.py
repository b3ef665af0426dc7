"""The paid weekly rest as a line of its own."""

from agreement import agreement, floor, piece, rate, rest_pay
from cast import BY_THE_PIECE, LUCIA
from tables import amounts, before, figures, lines, month, pay

BY_DAY = agreement(rate("300.00", "day"), rest_pay(6))
WEEK = """
    day             operation  good
    2026-10-05..10  sole       12
"""
AT_WORK = "day hours\n2026-10-05..10 6"


def test_six_days_of_pieces_give_one_average_day():
    found = pay(BY_THE_PIECE, month(AT_WORK, tally=WEEK, worker=LUCIA))
    assert amounts(found, "rest_pay") == [4800]


def test_three_days_give_half_an_average_day():
    found = pay(BY_DAY, month("day hours\n2026-10-05..07 6"))
    assert amounts(found, "rest_pay") == [15000]


def test_where_the_law_says_whole_days_any_week_gives_one():
    terms = agreement(rate("300.00", "day"), rest_pay(6, part_weeks="whole"))
    assert amounts(pay(terms, month("day hours\n2026-10-05..07 6")), "rest_pay") == [30000]


def test_each_week_has_its_own_average():
    found = pay(agreement(rate("6.00"), rest_pay(6)), month("day hours\n2026-10-05 6\n2026-10-12 3"))
    assert amounts(found, "rest_pay") == [600, 300]


def test_a_week_that_ends_in_november_is_not_paid_in_october():
    assert amounts(pay(BY_DAY, month("day hours\n2026-10-26..31 6")), "rest_pay") == []


def test_a_week_that_began_in_september_is_whole_in_october():
    carry = before("day hours\n2026-09-28..30 6")
    found = pay(BY_DAY, month("day hours\n2026-10-01..03 6", carry=carry))
    assert amounts(found, "rest_pay") == [30000]


def test_a_rule_that_is_not_for_pieces_gives_piece_workers_nothing():
    terms = agreement(piece("sole", "4.00"), rest_pay(6, on_pieces=False), pays="piece")
    assert amounts(pay(terms, month(AT_WORK, tally=WEEK)), "rest_pay") == []


def test_rest_pay_counts_towards_the_floor():
    terms = agreement(rate("6.00"), rest_pay(6), floor("7.00", plain_hours="1"), measure="plain_hour")
    found = pay(terms, month("day hours\n2026-10-05..10 6"))
    assert figures(found, "rest_pay", "top_up") == {"rest_pay": 3600, "top_up": 0}


def test_a_rest_line_can_be_priced_again_from_its_days():
    line = lines(pay(BY_DAY, month("day hours\n2026-10-05..07 6")), "rest_pay")[0]
    assert (line.quantity, line.unit, line.rate, line.rests_on) == (3, "day", "5000", ("r1", "r2", "r3"))
