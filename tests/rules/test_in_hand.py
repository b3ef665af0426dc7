"""From her own portion to what she gets in hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from agreement import agreement, floor, rate
from cast import ANA, HALF_TO_HER_FAMILY
from jornal.rules.rows import Adjustment
from tables import figures, lines, month, pay

AGREED = date(2026, 10, 1)
PLAIN = agreement(rate("5.00"))
AT_THE_FLOOR = agreement(rate("5.00"), floor("6.00", plain_hours="1"), measure="plain_hour")
ABOVE_IT = agreement(rate("7.00"), floor("6.00", plain_hours="1"), measure="plain_hour")


def decided(kind, amount, name="a1", agreed_on=None):
    return Adjustment(
        name, date(2026, 10, 20), name, amount, "reason", "house", "manager", kind, "", agreed_on
    )


def in_hand(terms, *adjustments, worker=ANA, attendance="day hours\n2026-10-05 5"):
    """What she gets of a month with these sums, and what is held."""
    found = pay(terms, month(attendance, worker=worker, adjustments=adjustments))
    return found.totals["in_hand"], found.totals["held"]


def test_a_refund_is_added_outside_the_gross():
    found = pay(PLAIN, month("day hours\n2026-10-05 5", adjustments=(decided("refund", 300),)))
    assert figures(found, "gross", "in_hand") == {"gross": 2500, "in_hand": 2800}


def test_a_bonus_is_gross():
    found = pay(PLAIN, month("day hours\n2026-10-05 5", adjustments=(decided("bonus", 300),)))
    assert figures(found, "gross", "in_hand") == {"gross": 2800, "in_hand": 2800}


def test_an_advance_is_taken_from_what_is_in_hand_and_never_beyond_it():
    assert [in_hand(PLAIN, decided("advance", amount))[0] for amount in (1000, 9000)] == [1500, 0]


def test_an_advance_written_as_a_negative_sum_is_the_same_advance():
    assert in_hand(PLAIN, decided("advance", -1000))[0] == 1500


@pytest.mark.parametrize("agreed_on", [None, date(2026, 11, 1)])
def test_a_repayment_she_has_not_agreed_to_is_held_and_not_taken(agreed_on):
    assert in_hand(PLAIN, decided("repayment", 1000, agreed_on=agreed_on)) == (2500, 1000)


def test_a_repayment_she_agreed_to_is_taken():
    assert in_hand(PLAIN, decided("repayment", 1000, agreed_on=AGREED)) == (1500, 0)


def test_a_repayment_takes_only_what_stands_above_the_floor():
    assert in_hand(ABOVE_IT, decided("repayment", 2000, agreed_on=AGREED))[0] == 3000


def test_a_repayment_is_never_taken_from_a_top_up():
    assert in_hand(AT_THE_FLOOR, decided("repayment", 2000, agreed_on=AGREED))[0] == 3000


def test_two_repayments_together_never_reach_below_the_floor():
    sums = (decided("repayment", 500, "a1", AGREED), decided("repayment", 500, "a2", AGREED))
    assert in_hand(ABOVE_IT, *sums)[0] == 3000


def test_her_instructions_come_before_an_advance():
    worker = replace(ANA, instructions=(HALF_TO_HER_FAMILY,))
    assert in_hand(PLAIN, decided("advance", 9000), worker=worker) == (0, 0)


def test_the_order_of_the_sheet_does_not_change_what_she_gets():
    sums = decided("refund", 300), decided("repayment", 2600, "a2", AGREED)
    assert in_hand(PLAIN, *sums) == in_hand(PLAIN, *sums[::-1])


def test_her_instructions_leave_the_spendable_least_of_the_gross():
    terms = agreement(rate("5.00"), spendable_least=Fraction(3, 5))
    assert in_hand(terms, worker=replace(ANA, instructions=(HALF_TO_HER_FAMILY,)))[0] == 1500


@pytest.mark.parametrize(("rounding", "cash"), [("up", 2510), ("down", 2500), ("half_up", 2500)])
def test_cash_is_paid_in_coins_that_exist_and_the_difference_is_booked(rounding, cash):
    terms = agreement(rate("5.00"), site={"cash_step": Fraction(1, 10), "cash_rounding": rounding})
    found = pay(terms, month("day hours\n2026-10-05 5", adjustments=(decided("refund", 4),)))
    assert figures(found, "in_hand", "cash_rounding") == {"in_hand": cash, "cash_rounding": cash - 2504}


def test_nothing_in_hand_is_not_rounded():
    terms = agreement(rate("5.00"), site={"cash_step": Fraction(1, 10)})
    found = pay(terms, month("day hours kind\n2026-10-05 5 sick"))
    assert figures(found, "in_hand", "cash_rounding") == {"in_hand": 0, "cash_rounding": 0}


def test_a_sum_decided_by_a_person_names_reason_payer_and_approver():
    found = pay(PLAIN, month("day hours\n2026-10-05 5", adjustments=(decided("refund", 300),)))
    facts = dict(lines(found, "refund")[0].facts)
    assert (facts["reason"], facts["payer"], facts["approver"]) == ("reason", "house", "manager")
