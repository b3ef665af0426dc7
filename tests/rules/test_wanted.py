"""What one deduction asks for: base, threshold, share, bounds, given amounts, and what is held."""

from datetime import date

import pytest

from agreement import agreement, floor, hers, rate, step
from jornal.rules.rows import Adjustment
from rules.test_steps import taken
from tables import figures, month, pay, stopped


def officer(amount, kind="discretion"):
    return Adjustment(
        "a1", date(2026, 10, 20), "Figure", amount, "hardship", "authority", "officer", kind, "s"
    )


def test_net_is_gross_less_all_earlier_steps():
    assert taken(step("a", "10 %"), step("b", "10 %", base="net"))[1] == {"a": 1000, "b": 900}


def test_net_of_named_steps_is_less_those_alone():
    assert (
        taken(step("a", "10 %"), step("b", "20 %"), step("c", "10 %", base="net", net_of=("a",)))[1]["c"]
        == 900
    )


def test_only_what_exceeds_a_threshold_is_shared():
    assert taken(step("s", "40 %", over="20.00"))[1] == {"s": 3200}


def test_below_the_threshold_nothing_is_taken():
    assert taken(step("s", "40 %", over="120.00")) == (10000, {})


def test_only_what_exceeds_the_guarantee_of_a_floor_is_shared():
    terms = agreement(rate("8.00"), floor("6.00", plain_hours="1"), step("s", "50 %", over_floor="least"))
    assert figures(pay(terms, month("day hours\n2026-10-05 5")), "deduction") == {"deduction": 500}


def test_a_small_income_is_deemed_to_be_a_share_of_a_floor():
    rows = (
        floor("1130.00", "month", id="wage", plain_hours="240"),
        step("s", "10 %", least_base_share="40 %", least_base_floor="wage"),
    )
    assert taken(*rows)[1] == {"s": 4520}


def test_an_income_above_the_deemed_one_is_taken_as_it_is():
    rows = (
        floor("1130.00", "month", id="wage", plain_hours="240"),
        step("s", "10 %", least_base_share="40 %", least_base_floor="wage"),
    )
    assert taken(*rows, gross="500.00")[1] == {"s": 5000}


def test_a_deemed_income_of_a_floor_that_is_not_known_is_held_and_not_guessed():
    assert taken(step("s", "10 %", least_base_share="40 %", least_base_floor="nowhere")) == (10000, {})


@pytest.mark.parametrize(
    ("limits", "amount"),
    [
        ({"least": "15.00"}, 1500),
        ({"most": "5.00"}, 500),
        ({"least_of_gross": "20 %"}, 2000),
        ({"most_of_gross": "5 %"}, 500),
        ({"least": "15.00", "most": "12.00"}, 1200),
        ({"least": "3.00", "most": "30.00"}, 1000),
    ],
)
def test_a_step_stays_within_its_own_limits_and_the_most_wins(limits, amount):
    assert taken(step("s", "10 %", **limits))[1] == {"s": amount}


def test_a_step_has_the_share_of_the_last_day_of_the_period():
    assert taken(step("s", {"2026-01-01": "10 %", "2026-10-31": "20 %"}))[1] == {"s": 2000}


def test_a_step_that_begins_next_month_takes_nothing_yet():
    assert taken(step("s", {"2026-11-01": "10 %"})) == (10000, {})


def test_an_unknown_share_is_held_and_stays_in_her_own_portion():
    terms = agreement(rate("5.00"), step("s", "unknown"), hers())
    found = pay(terms, month("day hours\n2026-10-05 5"))
    assert (figures(found, "own"), stopped(found)) == ({"own": 2500}, ["deduction:s"])


def test_an_officer_may_take_less():
    assert taken(step("s", "40 %", discretion=True), adjustments=(officer(500),))[1] == {"s": 500}


def test_an_officer_may_never_take_more():
    assert taken(step("s", "40 %", discretion=True), adjustments=(officer(9000),))[1] == {"s": 4000}


def test_without_discretion_in_the_law_an_officers_figure_changes_nothing():
    assert taken(step("s", "40 %"), adjustments=(officer(500),))[1] == {"s": 4000}


def test_a_given_amount_is_taken_as_recorded():
    assert taken(step("tax", takes="given"), given={"tax": 1234})[1] == {"tax": 1234}


def test_a_given_amount_may_come_from_the_adjustments():
    assert taken(step("s", takes="given"), adjustments=(officer(300, "given"),))[1] == {"s": 300}


def test_nothing_recorded_is_nothing_taken():
    assert taken(step("tax", takes="given")) == (10000, {})


def test_a_given_amount_recorded_as_unknown_is_held():
    terms = agreement(rate("5.00"), step("tax", takes="given"))
    found = pay(terms, month("day hours\n2026-10-05 5", given={"tax": None}))
    assert (figures(found, "own"), stopped(found)) == ({"own": 2500}, ["deduction:tax"])


def test_a_given_amount_keeps_within_its_most():
    assert taken(step("tax", takes="given", most="10.00"), given={"tax": 1234})[1] == {"tax": 1000}


def test_a_given_amount_keeps_within_its_share_of_the_base():
    assert taken(step("tax", "5 %", takes="given"), given={"tax": 1234})[1] == {"tax": 500}
