"""Which days and minutes count for sentence credit."""

from dataclasses import replace
from datetime import date

import pytest

from agreement import agreement, credit, holiday
from cast import ANA
from rules.test_credit import BY_CODE, DAYS, FOUR_HOURS, SHORT, counts, tally
from tables import month, pay


def test_a_day_counts_once_it_is_long_enough():
    assert counts(tally(credit("ratio", 1, 5, **FOUR_HOURS), DAYS)) == (8, 1, 3, 0)


@pytest.mark.parametrize(
    ("pooling", "days", "left"), [("none", 1, 0), ("short_days", 2, 90), ("hours", 2, 150)]
)
def test_short_days_join_as_the_rule_says(pooling, days, left):
    found = tally(credit(pooling=pooling, **FOUR_HOURS), SHORT)
    assert (found.days, found.minutes_carried) == (days, left)


def test_short_minutes_of_the_month_before_make_up_a_day():
    assert counts(tally(credit(pooling="short_days", **FOUR_HOURS), SHORT, carried=(0, 150, 0))) == (
        3,
        3,
        0,
        0,
    )


def test_a_day_too_short_to_count_is_shown_with_its_reason_and_not_dropped():
    found = tally(credit(**FOUR_HOURS), SHORT)
    assert [(left.day.day, left.why) for left in found.left_out] == [(5, "short_day"), (6, "short_day")]


def test_no_more_than_the_most_of_a_day_is_counted():
    found = tally(credit(pooling="hours", **FOUR_HOURS), "day hours\n2026-10-05 12")
    assert (found.days, found.minutes_carried) == (2, 0)


def test_hours_of_study_are_counted_in_hours():
    rule = credit("ratio", 1, 12, unit="hours", of="study")
    found = tally(rule, "day hours kind\n2026-10-05..09 5 training\n2026-10-12 5 work")
    assert (found.credited, found.minutes_carried) == (2, 60)


def test_study_does_not_count_on_a_day_that_work_has_counted():
    rules = credit(code="W"), credit("ratio", 1, 12, code="S", unit="hours", of="study", stacking="exclusive")
    terms = agreement(*rules)
    text = "day hours kind\n2026-10-05 6 work\n2026-10-05 6 training\n2026-10-06 12 training"
    period = month(text, worker=replace(ANA, ratio_code="W S"))
    # Training is work of the workshop and a class at once; only where it was no day of work may it be study.
    assert [left.why for left in pay(terms, period).credit[1].left_out][:1] == ["work_counted_that_day"]


def test_study_beside_work_adds_up_where_the_law_lets_it():
    rules = credit(code="W"), credit("ratio", 1, 12, code="S", unit="hours", of="study", stacking="additive")
    period = month(
        "day hours kind\n2026-10-05 6 work\n2026-10-05 6 training\n2026-10-06 6 class",
        worker=replace(ANA, ratio_code="W S"),
    )
    assert [one.credited for one in pay(agreement(*rules), period).credit] == [1, 1]


@pytest.mark.parametrize("place", ["cell", "corridor"])
def test_work_in_an_excluded_place_is_listed_with_its_reason(place):
    found = tally(
        credit(places_excluded=("cell", "corridor")), f"day hours place\n2026-10-05 5 {place}\n2026-10-06 5 -"
    )
    assert (found.days, [left.why for left in found.left_out]) == (1, ["place_excluded"])


def test_where_only_some_places_count_the_others_do_not():
    found = tally(credit(places_only=("farm",)), "day hours place\n2026-10-05 5 farm\n2026-10-06 5 -")
    assert (found.days, [left.why for left in found.left_out]) == (1, ["place_not_counted"])


def test_work_as_discipline_never_counts():
    found = tally(
        credit(kinds_excluded=("cleaning",)), "day hours kind\n2026-10-05 5 cleaning\n2026-10-06 5 work"
    )
    assert (found.days, [left.why for left in found.left_out]) == (1, ["kind_excluded"])


def test_absence_is_no_day_of_work():
    assert tally(credit(), "day hours kind\n2026-10-05 5 sick\n2026-10-06 5 work").days == 1


@pytest.mark.parametrize(("says", "days"), [("yes", 3), ("no", 1), ("if_authorised", 2)])
def test_sundays_and_holidays_count_as_the_rule_says(says, days):
    worker = replace(BY_CODE, authorised_rest_days=frozenset({date(2026, 10, 11)}))
    rule = credit(rest_days_count=says)
    found = tally(
        rule, "day hours\n2026-10-08 5\n2026-10-11..12 5", worker=worker, rows=(holiday("2026-10-08"),)
    )
    assert found.days == days
