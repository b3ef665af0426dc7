"""Standing instructions on her own portion: family and savings, consent, several beneficiaries."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from cast import HALF_TO_HER_FAMILY, MOTHER, SON
from jornal.rules.rows import Beneficiary, Instruction
from jornal.rules.split import shared

UNTIL = date(2026, 10, 31)
CONSENT = date(2026, 1, 2)
TENTH_SAVED = Instruction("savings", "savings", share=Fraction(1, 10), consent_on=CONSENT)


def sent(own, *instructions, least=0):
    """What each receives, and what is left in hand."""
    found = shared(own, instructions, UNTIL, least=least)
    return {line.code: line.amount for line in found.lines if line.part == "instruction"}, found.left


def held(own, *instructions):
    """What is held, why, and what is left in hand."""
    found = shared(own, instructions, UNTIL)
    return [(line.amount, line.why) for line in found.lines if line.part == "held"], found.left


def test_half_of_her_own_portion_goes_to_her_mother():
    assert sent(10000, HALF_TO_HER_FAMILY) == ({"family:mother": 5000}, 5000)


def test_half_a_cent_goes_to_the_family():
    assert sent(10001, HALF_TO_HER_FAMILY) == ({"family:mother": 5001}, 5000)


def test_every_instruction_is_on_the_whole_of_her_own_portion():
    assert sent(10000, HALF_TO_HER_FAMILY, TENTH_SAVED) == ({"family:mother": 5000, "savings": 1000}, 4000)


def test_a_fixed_amount_is_at_most_what_is_left():
    fixed = replace(HALF_TO_HER_FAMILY, share=None, amount=8000)
    assert sent(5000, fixed) == ({"family:mother": 5000}, 0)


def test_instructions_never_leave_her_less_than_the_spendable_least():
    assert sent(10000, replace(HALF_TO_HER_FAMILY, share=Fraction(9, 10)), TENTH_SAVED, least=2500) == (
        {"family:mother": 7500, "savings": 0},
        2500,
    )


def test_where_her_own_is_below_the_spendable_least_nothing_is_sent():
    assert sent(2000, HALF_TO_HER_FAMILY, least=2500) == ({"family:mother": 0}, 2000)


def test_two_beneficiaries_share_by_weight_and_the_first_listed_has_the_odd_cent():
    both = replace(HALF_TO_HER_FAMILY, beneficiaries=(MOTHER, SON))
    assert sent(10001, both)[0] == {"family:mother": 2501, "family:son": 2500}


def test_weights_are_kept_to_the_cent():
    both = replace(
        HALF_TO_HER_FAMILY, share=Fraction(1), beneficiaries=(MOTHER, SON._replace(weight=Fraction(2)))
    )
    assert sent(100, both)[0] == {"family:mother": 33, "family:son": 67}


def test_only_initials_and_four_digits_of_a_beneficiary_reach_the_line():
    both = replace(HALF_TO_HER_FAMILY, beneficiaries=(MOTHER, SON))
    assert [line.payee for line in shared(100, (both,), UNTIL).lines] == ["M. Q. …4411", "J. Q."]


@pytest.mark.parametrize("consent", [None, date(2026, 11, 1)])
def test_without_her_consent_nothing_is_sent_away_and_the_sum_is_shown_as_held(consent):
    assert held(10000, replace(HALF_TO_HER_FAMILY, consent_on=consent)) == ([(5000, "no_consent")], 10000)


def test_consent_on_the_last_day_of_the_period_counts():
    assert sent(10000, replace(HALF_TO_HER_FAMILY, consent_on=UNTIL))[1] == 5000


@pytest.mark.parametrize(("withdrawn", "left"), [(date(2026, 10, 31), 10000), (date(2026, 11, 1), 5000)])
def test_an_instruction_withdrawn_by_the_end_of_the_period_no_longer_runs(withdrawn, left):
    assert sent(10000, replace(HALF_TO_HER_FAMILY, withdrawn_on=withdrawn))[1] == left


def test_a_missing_consent_is_a_fault_that_names_the_instruction():
    found = shared(100, (replace(HALF_TO_HER_FAMILY, consent_on=None),), UNTIL, worker="Q01")
    assert [(fault.worker, fault.stops) for fault in found.faults] == [("Q01", "instruction:family")]


def test_nothing_earned_sends_nothing():
    assert sent(0, HALF_TO_HER_FAMILY) == ({"family:mother": 0}, 0)


def test_three_equal_beneficiaries_of_a_cent_too_few():
    three = tuple(Beneficiary(name, name) for name in "abc")
    assert sent(200, replace(HALF_TO_HER_FAMILY, beneficiaries=three))[0] == {
        "family:a": 34,
        "family:b": 33,
        "family:c": 33,
    }
