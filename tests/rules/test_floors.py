"""The floor of each day by its measure, and the three comparators."""

from dataclasses import replace

import pytest

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, by_age, floor, rate
from cast import ANA, MAY, NOK
from jornal.rules.comparators import average_month
from jornal.rules.plan import laid_out
from jornal.terms.floors import Where
from tables import month, pay, span

A_MONTH = floor("1130.00", "month", full_from_minutes=240, plain_hours="240", rest_hours="208")
A_DAY = floor("380.00", "day", full_from_minutes=1, plain_hours="8")
CUSCO = agreement(rate("1.00"), A_MONTH, timetable=FIVE_HOURS_FIVE_DAYS)


def compared(terms, period, name="guarantee"):
    """A comparator of the month, in minor units."""
    return pay(terms, period).comparison[name]


def average(terms, birth_year=1990):
    """The comparators of an average month, to the cent."""
    found = average_month(laid_out(terms, span("2025-01")), birth_year, span("2025-01").start)
    return {name: None if due is None else round(due) for name, due in found.items()}


def test_chiang_mai_a_six_hour_day_is_guaranteed_the_day_and_not_six_eighths():
    terms = agreement(rate("1.00"), A_DAY)
    period = month("day hours\n2026-10-05 6", worker=NOK)
    assert [compared(terms, period, name) for name in ("guarantee", "plain_hour")] == [38000, 28500]


@pytest.mark.parametrize(("hours", "due"), [("5", 5136), ("4", 5136), ("2", 2568), ("8", 5136)])
def test_from_four_hours_the_day_is_due_in_full_and_below_in_proportion(hours, due):
    assert compared(CUSCO, month(f"day hours\n2026-10-05 {hours}")) == due  # 1130.00 over 22 planned days


def test_a_month_has_as_many_parts_as_its_timetable_plans_days():
    assert compared(CUSCO, month("day hours\n2026-02-02 5", "2026-02")) == 5650  # 20 days


def test_a_whole_month_worked_is_the_whole_guarantee_and_not_a_cent_less():
    everyday = "day hours\n" + "\n".join(
        f"2026-10-{day:02} 5" for day in range(1, 32) if span("2026-10").start.replace(day=day).weekday() < 5
    )
    assert compared(CUSCO, month(everyday)) == 113000


def test_a_guarantee_of_the_month_without_a_timetable_is_not_known():
    assert compared(agreement(rate("1.00"), A_MONTH), month("day hours\n2026-10-05 5")) is None


@pytest.mark.parametrize(("unit", "due"), [("pays_12", 5136), ("pays_13", 5564), ("pays_14", 5992)])
def test_a_floor_paid_more_often_than_the_year_has_months_is_that_much_more(unit, due):
    terms = agreement(rate("1.00"), replace(A_MONTH, unit=unit), timetable=FIVE_HOURS_FIVE_DAYS)
    assert compared(terms, month("day hours\n2026-10-05 5")) == due


def test_a_floor_of_the_week_is_shared_by_its_planned_days():
    terms = agreement(
        rate("1.00"), floor("500.00", "week", full_from_minutes=300), timetable=FIVE_HOURS_FIVE_DAYS
    )
    assert compared(terms, month("day hours\n2026-10-05 5")) == 10000


def test_a_threshold_of_the_week_looks_at_the_whole_week():
    week = floor("500.00", "week", full_from_minutes=1500, per="week")
    terms = agreement(rate("1.00"), week, timetable=FIVE_HOURS_FIVE_DAYS)
    assert compared(terms, month("day hours\n2026-10-05..09 3")) == 30000  # 15 h of 25


def test_three_quarters_of_another_floor():
    whole = floor("12.00", id="whole", plain_hours="1")
    part = replace(floor("1.00", "share", share_of="whole", share="3/4"), value=())
    terms = agreement(rate("1.00"), part, whole)
    assert compared(terms, month("day hours\n2026-10-05 4")) == 3600


def test_a_floor_changes_on_its_day():
    terms = agreement(rate("1.00"), floor({"2026-01-01": "10.00", "2026-10-16": "12.00"}, plain_hours="1"))
    assert compared(terms, month("day hours\n2026-10-15..16 1")) == 2200


def test_a_floor_that_changes_with_the_period_does_not_change_within():
    values = {"2026-01-01": "10.00", "2026-10-16": "12.00"}
    terms = agreement(rate("1.00"), floor(values, plain_hours="1", change="by_period_start"))
    assert compared(terms, month("day hours\n2026-10-15..16 1")) == 2000


@pytest.mark.parametrize(("born", "due"), [(1990, 1200), (2006, 1000), (2005, 1200), (2010, 700)])
def test_age_bands_give_the_higher_band_from_the_first_of_january_of_that_age(born, due):
    terms = agreement(rate("1.00"), by_age({0: "7.00", 18: "10.00", 21: "12.00"}, plain_hours="1"))
    worker = replace(ANA, birth_year=born)
    assert compared(terms, month("day hours\n2026-01-05 1", "2026-01", worker=worker)) == due


def test_a_band_needs_the_year_of_birth_and_takes_none_for_granted():
    terms = agreement(rate("1.00"), by_age({0: "7.00", 21: "12.00"}, plain_hours="1"))
    assert compared(terms, month("day hours\n2026-10-05 1", worker=MAY)) is None


def test_the_row_that_asks_most_of_the_place_is_hers():
    rows = (
        floor("10.00", plain_hours="1"),
        floor("11.00", plain_hours="1", where=Where(region="north")),
        floor("12.00", plain_hours="1", where=Where(region="north", district="hills")),
        floor("13.00", plain_hours="1", where=Where(region="south")),
    )
    terms = agreement(rate("1.00"), *rows, site={"where": Where(region="north", district="coast")})
    assert compared(terms, month("day hours\n2026-10-05 1")) == 1100


def test_a_floor_for_no_place_like_this_is_not_known():
    terms = agreement(rate("1.00"), floor("13.00", plain_hours="1", where=Where(region="south")))
    assert compared(terms, month("day hours\n2026-10-05 1")) is None
