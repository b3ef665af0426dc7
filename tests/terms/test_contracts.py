from datetime import date
from fractions import Fraction

import pytest

from jornal.terms.contracts import Rate, Timetable
from jornal.terms.dated import in_force
from jornal.terms.load import enterprise


def test_a_timetable_gives_the_minutes_of_a_weekday():
    table = Timetable(monday=300, friday=240)
    assert [table.minutes(day) for day in range(7)] == [300, 0, 0, 0, 240, 0, 0]


def rate_on(rate: Rate, day: date) -> Fraction:
    value = in_force(rate.value, day)
    assert value is not None
    assert value.amount is not None
    return value.amount


@pytest.mark.parametrize(("name", "sites"), [("qori", 2), ("trazo", 6), ("paso", 1), ("thimble", 29)])
def test_an_enterprise_has_as_many_sites_as_its_example(name: str, sites: int):
    assert len(enterprise(name).site) == sites


def test_seven_tenths_of_a_six_hour_day_exceed_the_minimum_of_the_district():
    weavers = next(row for row in enterprise("qori").contract if row.id == "chiang-mai-hourly")
    assert rate_on(weavers.rate[0], date(2026, 10, 1)) * 6 * Fraction(7, 10) > 380


def test_craft_declares_its_gap_and_pays_no_floor_of_law():
    (kit,) = enterprise("thimble").contract
    assert [(use.layer, bool(use.declared_gap)) for use in kit.floor] == [("standard", True)]
    assert (enterprise("thimble").model, kit.hours) == ("craft", "information")


def test_half_of_pay_to_the_family_is_a_proposal_of_the_house_not_a_deduction():
    makers = enterprise("trazo").contract[0]
    assert [(each.share, each.layer) for each in makers.proposal] == [(Fraction(1, 2), "house")]
    assert makers.waterfall == "mx-on-request"
