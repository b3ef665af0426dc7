from datetime import date

import pytest

from jornal.demo.people import day_text, money, people, sheet
from jornal.demo.world import place, places
from jornal.units.identifiers import is_whole


@pytest.mark.parametrize("at", ["qori/cusco", "qori/chiang-mai", "trazo/jalisco-1", "thimble/yarrow"])
def test_everyone_has_a_name_and_a_code_of_her_own(at: str):
    everyone = people(place(at))
    assert len({one.cells["name"] for one in everyone}) == len(everyone)
    assert all(is_whole(one.code) for one in everyone)


def test_nobody_in_the_world_shares_a_code():
    codes = [one.code for here in places() for one in people(here)]
    assert len(set(codes)) == len(codes)


def test_names_of_thailand_are_in_thai_letters():
    assert all("ก" <= one.cells["name"][0] <= "๛" for one in people(place("qori/chiang-mai")))


def test_some_in_cusco_have_been_there_for_more_than_two_years():
    assert sum(one.since < date(2024, 10, 1) for one in people(place("qori/cusco"))) >= 3


def test_most_of_trazo_send_half_to_their_families():
    shares = [one.cells.get("family_share") for one in people(place("trazo/mexico-1"))]
    assert shares.count("50 %") > 30


def test_the_year_so_far_adds_up():
    here = place("qori/cusco")
    for row in sheet(here, "2026-09", people(here)):
        if "gross_so_far" in row:
            gross, taken, own = (float(row[f"{name}_so_far"]) for name in ("gross", "deductions", "own"))
            assert gross == pytest.approx(taken + own)


def test_only_the_first_month_says_the_year_so_far():
    here = place("qori/cusco")
    assert not any("gross_so_far" in row for row in sheet(here, "2026-10", people(here)))


def test_thai_managers_write_buddhist_years():
    assert day_text(place("qori/chiang-mai"), date(2026, 10, 5)) == "05/10/2569"
    assert day_text(place("qori/cusco"), None) == ""


def test_money_is_typed_with_a_point():
    assert money(123405) == "1234.05"
