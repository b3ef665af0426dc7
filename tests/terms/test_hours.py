from datetime import date
from fractions import Fraction

import pytest

from jornal.terms.dated import in_force
from jornal.terms.load import enterprise, pack
from terms.text import SHAPE_CASES


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("2026-12-31", 48),
        ("2027-01-01", 46),
        ("2028-06-01", 44),
        ("2029-12-31", 42),
        ("2030-01-01", 40),
        ("2040-01-01", 40),
    ],
)
def test_a_weekly_most_is_a_schedule_of_dates_to_come(day: str, hours: int):
    law = pack("mx").rules
    limit = in_force(law.limit[0].value, date.fromisoformat(day))
    overtime = in_force(law.overtime[0].value, date.fromisoformat(day))
    assert limit is not None
    assert overtime is not None
    assert limit.week_most_minutes == overtime.over_week_minutes == hours * 60


def test_an_enterprise_may_set_a_cap_of_its_own():
    (limit,) = enterprise("qori").rules.limit
    assert limit.value[0].week_most_minutes == 30 * 60
    assert limit.layer == "authority"


def test_night_is_a_floor_in_one_place_and_a_premium_with_a_short_hour_in_another():
    (peru,) = pack("pe").rules.night
    (brazil,) = pack("br", SHAPE_CASES).rules.night
    assert (peru.value[0].works_as, peru.value[0].premium) == ("floor", Fraction(35, 100))
    assert (brazil.value[0].works_as, brazil.value[0].hour_minutes) == ("premium", Fraction(105, 2))


def test_overtime_is_tiered_by_day_in_one_place_and_by_week_in_another():
    by_day = pack("pe").rules.overtime[0].value[0]
    by_week = pack("mx").rules.overtime[0].value[0]
    assert (by_day.tiers_per, [tier.minutes for tier in by_day.tiers]) == ("day", [120, None])
    assert (by_week.tiers_per, [tier.minutes for tier in by_week.tiers]) == ("week", [540, None])


def test_a_day_may_have_a_least_and_other_mosts_at_night():
    least = pack("br", SHAPE_CASES).rules.limit[0].value[0]
    night = pack("mx").rules.limit[0].value[0]
    assert (least.day_least_minutes, least.day_most_minutes) == (360, 480)
    assert (night.night_day_most_minutes, night.mixed_day_most_minutes) == (420, 450)
