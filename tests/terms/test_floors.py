from datetime import date
from fractions import Fraction

import pytest

from jornal.terms.dated import in_force
from jornal.terms.floors import Floor
from jornal.terms.load import pack
from terms.text import SHAPE_CASES


def floors(country: str, name: str) -> list[Floor]:
    return [row for row in pack(country, SHAPE_CASES).rules.floor if row.id == name]


def amount(floor: Floor, day: str) -> Fraction | None:
    value = in_force(floor.value, date.fromisoformat(day))
    return value and value.amount


@pytest.mark.parametrize(
    ("country", "name", "unit", "threshold", "plain", "with_rest"),
    [
        ("pe", "pe-rmv", "month", 240, "240", "208"),
        ("th", "th-minimum", "day", 1, "8", None),
        ("mx", "mx-minimum", "day", 1, "8", "48/7"),
        ("uk", "uk-minimum", "hour", None, "1", None),
        ("es", "es-smi", "pays_14", 480, "165", None),
        ("br", "br-prison", "share", 360, "220", None),
    ],
)
def test_a_minimum_wage_is_a_guarantee_with_a_unit_and_a_threshold(
    country: str, name: str, unit: str, threshold: int | None, plain: str, with_rest: str | None
):
    for floor in floors(country, name):
        assert (floor.unit, floor.full_from_minutes, floor.plain_hours) == (unit, threshold, Fraction(plain))
        assert floor.rest_hours == (with_rest and Fraction(with_rest))


@pytest.mark.parametrize(
    ("region", "district", "sector", "day", "due"),
    [
        ("chiang-mai", "", "", "2024-12-31", "350"),
        ("chiang-mai", "", "", "2025-01-01", "357"),
        ("chiang-mai", "mueang-chiang-mai", "", "2024-12-31", "350"),
        ("chiang-mai", "mueang-chiang-mai", "", "2025-01-01", "380"),
        ("", "", "hotel", "2025-07-01", "400"),
        ("bangkok", "", "", "2025-06-30", "372"),
        ("bangkok", "", "", "2025-07-01", "400"),
    ],
)
def test_a_floor_is_found_by_province_district_sector_and_day(
    region: str, district: str, sector: str, day: str, due: str
):
    (floor,) = [
        row
        for row in floors("th", "th-minimum")
        if (row.where.region, row.where.district, row.where.sector) == (region, district, sector)
    ]
    assert amount(floor, day) == Fraction(due)


def test_the_bands_of_age_move_from_year_to_year():
    (floor,) = floors("uk", "uk-minimum")
    tops = {value.since.year: value.bands[0].age_from for value in floor.value if value.since.month == 4}
    assert (tops[2016], tops[2021], tops[2024]) == (25, 23, 21)
    assert floor.change == "by_period_start"


def test_each_band_holds_the_amount_of_the_table():
    (floor,) = floors("uk", "uk-minimum")
    value = in_force(floor.value, date(2020, 6, 1))
    assert value is not None
    assert {band.age_from: band.amount for band in value.bands} == {
        25: Fraction("8.72"),
        21: Fraction("8.20"),
        18: Fraction("6.45"),
        16: Fraction("4.55"),
    }


def test_the_border_zone_has_its_own_amount():
    general, border = floors("mx", "mx-minimum")
    assert (amount(general, "2026-01-01"), amount(border, "2026-01-01")) == (
        Fraction("315.04"),
        Fraction("440.87"),
    )
    assert (amount(general, "2017-11-30"), amount(general, "2017-12-01")) == (
        Fraction("80.04"),
        Fraction("88.36"),
    )
    assert amount(border, "2018-12-31") is None


def test_a_decree_may_reach_back():
    (floor,) = floors("es", "es-smi")
    last = floor.value[-1]
    assert (last.since, last.published) == (date(2026, 1, 1), date(2026, 2, 18))


def test_a_country_without_a_minimum_wage_has_an_unknown_one():
    (floor,) = floors("it", "it-ccnl")
    assert amount(floor, "2026-01-01") is None
