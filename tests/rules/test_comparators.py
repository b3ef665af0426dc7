"""The three comparators that stand beside pay."""

from dataclasses import replace
from fractions import Fraction

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, floor, rate
from rules.test_floors import A_DAY, A_MONTH, CUSCO, average, compared
from tables import month


def test_cusco_five_hours_on_five_days_are_guaranteed_the_whole_month():
    rest = replace(A_MONTH, rest_hours=Fraction(208))
    whole = agreement(rate("1.00"), rest, timetable=FIVE_HOURS_FIVE_DAYS)
    assert {name: average(whole)[name] for name in ("guarantee", "plain_hour")} == {
        "guarantee": 113000,
        "plain_hour": 51147,
    }


def test_no_comparator_with_paid_rest_where_the_law_has_no_such_hour():
    assert (
        compared(agreement(rate("1.00"), A_DAY), month("day hours\n2026-10-05 6"), "paid_rest_hour") is None
    )


def test_the_hour_with_paid_rest_stands_above_the_plain_one():
    period = month("day hours\n2026-10-05 6")
    assert [compared(CUSCO, period, name) for name in ("paid_rest_hour", "plain_hour")] == [3260, 2825]


def test_the_comparators_may_be_of_another_floor_than_the_one_that_is_paid():
    terms = agreement(
        rate("1.00"),
        floor("5.00", plain_hours="1", id="house"),
        floor("9.00", plain_hours="1"),
        compare_with="least",
    )
    assert compared(terms, month("day hours\n2026-10-05 1")) == 900


def test_a_contract_without_a_floor_has_no_comparators():
    assert compared(agreement(rate("1.00")), month("day hours\n2026-10-05 1")) is None
