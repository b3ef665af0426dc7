"""The tally of sentence credit: what counts, what it gives, what is carried, and what nobody knows."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from agreement import agreement, credit
from cast import ANA, ROSA
from jornal.rules.credit import forfeited, reckoned
from jornal.rules.rows import Carry, CreditCarry
from jornal.terms.credit import ClassDays, YearsTier
from tables import month, pay

BY_CODE = replace(ANA, ratio_code="R1")
FOUR_HOURS = {"day_least_minutes": 240, "day_most_minutes": 480}


def tally(rule, attendance, *, worker=BY_CODE, carried=None, rows=(), of="2026-10", **site):
    """The first tally of a month under one rule."""
    carry = Carry(credit=(CreditCarry("R1", *carried),)) if carried else Carry()
    terms = agreement(rule, *rows, site=site or None)
    return pay(terms, month(attendance, of, worker=worker, carry=carry)).credit[0]


def counts(found):
    """Days counted, days credited, days carried, minutes carried."""
    return found.days, found.credited, found.days_carried, found.minutes_carried


@pytest.mark.parametrize(
    ("rule", "given", "gives"),
    [
        (credit("ratio", 1, 2), {"days": 129}, (64, 1)),
        (credit("ratio", 1, 1), {"days": 21}, (21, 0)),
        (credit("ratio", 3, 4), {"days": 21}, (15, 3)),
        (credit("ratio", 1, 5), {"days": 4, "carried": 1}, (1, 0)),
        (credit("ratio", 1, 12, unit="hours"), {"minutes": 25 * 60}, (2, 0)),
        (credit("batch", 5, 10), {"days": 29}, (10, 9)),
        (credit("batch", 5, 10), {"days": 1, "carried": 9}, (5, 0)),
        (credit("batch", 2, 3, unit="months"), {"months": 7}, (4, 1)),
        (credit("per_semester", 45, 6), {"months": 13}, (90, 1)),
        (credit("per_semester", 45, 6), {"months": 1, "carried": 5}, (45, 0)),
        (credit("none"), {"days": 100}, (0, 0)),
        (credit("undefined"), {"days": 100, "carried": 3}, (0, 3)),
    ],
)
def test_every_form_gives_what_its_law_says(rule, given, gives):
    assert reckoned(rule, **given) == gives


def test_a_month_gives_the_days_of_her_class_of_conduct():
    rule = credit(
        "per_month", classes=(ClassDays(named="good", days=3), ClassDays(named="very good", days=5))
    )
    assert reckoned(rule, months=2, conduct_class="very good") == (10, 0)


def test_each_month_is_in_the_tier_of_its_own_year_served():
    rule = credit("tiers", tiers=(YearsTier(from_month=1, days=20), YearsTier(from_month=25, days=23)))
    assert reckoned(rule, months=3, months_served=26) == (66, 0)  # month 24, then 25 and 26


DAYS = """
    day             hours
    2026-10-05..09  5
    2026-10-12..14  5
"""


def test_the_remainder_of_the_month_before_is_not_lost():
    assert counts(tally(credit("ratio", 1, 5, **FOUR_HOURS), DAYS, carried=(2, 0, 7))) == (8, 2, 0, 0)


def test_what_was_credited_before_stands_beside_what_is_credited_now():
    found = tally(credit("ratio", 1, 5, **FOUR_HOURS), DAYS, carried=(2, 0, 7))
    assert (found.credited_before, found.credited) == (7, 2)


def test_what_a_month_leaves_is_what_the_next_one_needs():
    terms = agreement(credit("ratio", 1, 5, **FOUR_HOURS))
    carry = pay(terms, month(DAYS, worker=BY_CODE)).carry
    november = pay(
        terms, month("day hours\n2026-11-02..03 5", "2026-11", worker=BY_CODE, carry=carry)
    ).credit[0]
    assert (november.credited_before, november.credited, november.days_carried) == (1, 1, 0)


SHORT = """
    day         hours
    2026-10-05  3
    2026-10-06  2:30
    2026-10-07  5
"""


def test_custody_that_the_law_leaves_out_gets_no_credit_and_is_told_so():
    found = tally(credit(custody_excluded=("remand",)), DAYS, worker=replace(ROSA, ratio_code="R1"))
    assert (found.status, found.why, found.credited) == ("none", "custody_excluded", 0)


def test_custody_that_is_not_known_is_unknown_and_not_refused():
    found = tally(credit(custody_excluded=("remand",)), DAYS, worker=replace(BY_CODE, custody=""))
    assert (found.status, found.why) == ("unknown", "custody_unknown")


@pytest.mark.parametrize(("debt", "status"), [(0, "counted"), (100, "gated"), (None, "unknown")])
def test_a_debt_to_the_authority_gates_the_credit_and_says_so(debt, status):
    assert (
        tally(credit(gated_by="authority"), DAYS, worker=replace(BY_CODE, gating_debt=debt)).status == status
    )


def test_days_behind_a_debt_are_still_counted_so_that_they_are_hers_once_it_is_paid():
    assert tally(credit(gated_by="authority"), DAYS, worker=replace(BY_CODE, gating_debt=100)).credited == 8


def test_no_paper_from_the_authority_is_no_rule_and_the_hours_are_still_counted():
    found = tally(credit(), DAYS, worker=ANA)
    assert (found.status, found.why, found.minutes) == ("unknown", "no_code", 2400)


def test_a_code_that_no_law_here_knows_is_unknown():
    found = tally(credit(), DAYS, worker=replace(ANA, ratio_code="R9"))
    assert (found.status, found.why, found.code) == ("unknown", "no_rule", "R9")


def test_a_rule_of_low_confidence_gives_a_tally_that_says_unknown():
    found = tally(credit(confidence="K-low"), DAYS)
    assert (found.status, found.credited, found.days) == ("unknown", 0, 8)


def test_the_sites_own_agreement_stands_in_where_she_has_no_code():
    assert tally(credit(), DAYS, worker=ANA, credit="R1").credited == 8


def test_a_rule_that_changes_within_the_month_has_a_segment_each_with_its_own_remainder():
    rules = credit("ratio", 1, 2, until=date(2026, 10, 9)), credit("ratio", 1, 5, since=date(2026, 10, 10))
    period = month(DAYS, worker=BY_CODE)
    assert [counts(one)[:3] for one in pay(agreement(*rules), period).credit] == [(5, 2, 1), (3, 0, 3)]


def test_each_segment_takes_up_its_own_remainder_next_month():
    rules = credit("ratio", 1, 2, until=date(2026, 10, 9)), credit("ratio", 1, 5, since=date(2026, 10, 10))
    terms = agreement(*rules)
    carry = pay(terms, month(DAYS, worker=BY_CODE)).carry
    found = pay(terms, month("day hours\n2026-11-02..03 5", "2026-11", worker=BY_CODE, carry=carry)).credit
    assert [counts(one)[:3] for one in found] == [(2, 1, 0)]


def test_credit_never_passes_the_most_in_all():
    assert tally(credit(most_days=10), DAYS, carried=(0, 0, 6)).credited == 4


def test_a_month_by_class_needs_the_class_of_the_authoritys_order():
    rule = credit("per_month", classes=(ClassDays(named="good", days=3),))
    found = [tally(rule, DAYS, worker=replace(BY_CODE, conduct_class=one)) for one in ("good", "fair", "")]
    assert [(one.status, one.credited) for one in found] == [("counted", 3), ("unknown", 0), ("unknown", 0)]


def test_a_month_she_was_not_there_for_as_a_whole_is_not_counted():
    rule = credit("per_month", classes=(ClassDays(named="good", days=3),))
    worker = replace(BY_CODE, conduct_class="good", left_on=date(2026, 10, 20))
    assert tally(rule, DAYS, worker=worker).credited == 0


def test_tiers_need_the_months_served():
    rule = credit("tiers", tiers=(YearsTier(from_month=1, days=20),))
    found = [tally(rule, DAYS, worker=replace(BY_CODE, months_served=served)) for served in (12, None)]
    assert [(one.status, one.credited) for one in found] == [("counted", 20), ("unknown", 0)]


def test_at_most_the_lawful_share_can_be_forfeited_rounded_down():
    assert [forfeited(10, credit(forfeit_at_most=Fraction(1, 3))), forfeited(10, credit())] == [3, 0]


def test_two_days_for_seventeen_hours_are_reckoned_on_all_hours_and_not_on_full_batches_of_them():
    rule = credit("ratio", 2, 17, unit="hours")
    assert reckoned(rule, minutes=26 * 60) == (3, 0)
