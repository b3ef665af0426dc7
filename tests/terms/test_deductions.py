from fractions import Fraction

import pytest

from jornal.terms.deductions import Step
from jornal.terms.load import pack, packs
from terms.text import SHAPE_CASES


def step(country: str, name: str) -> Step:
    return next(row for row in pack(country, SHAPE_CASES).rules.step if row.id == name)


@pytest.mark.parametrize("country", ["pe", "th", "mx", "uk", "br", "it", "us", "in", "ph"])
def test_every_waterfall_has_one_remainder_and_every_share_its_rounding(country: str):
    law = pack(country, SHAPE_CASES).rules
    steps = {row.id: row for row in law.step}
    for fall in law.waterfall:
        assert [steps[name].takes for name in fall.steps].count("remainder") == 1
    assert not [row.id for row in law.step if row.takes == "share" and row.rounding is None]


def test_a_levy_takes_a_share_of_the_weekly_excess_and_is_rounded_down():
    levy = step("uk", "uk-pea-levy")
    assert (levy.per, levy.base, levy.rounding, levy.discretion) == ("week", "net", "down", True)
    assert (levy.value[0].share, levy.value[0].over) == (Fraction(2, 5), 20)
    assert levy.net_of == ("uk-tax", "uk-ni", "uk-court", "uk-maintenance")


def test_reparation_needs_a_balance_and_passes_on_to_her():
    found = step("pe", "pe-reparation")
    assert (found.needs, found.if_none, found.value[0].share) == ("balance", "remainder", Fraction(1, 5))


def test_a_share_may_have_a_deemed_base():
    value = step("pe", "pe-inpe-own-account").value[0]
    assert (value.least_base_share, value.least_base_floor) == (Fraction(2, 5), "pe-rmv")


def test_a_table_of_a_state_that_nobody_entered_is_unknown():
    assert step("br", "br-family").value[0].share is None


def test_nothing_leaves_an_account_without_a_request_where_the_law_says_so():
    assert step("mx", "mx-reparation-on-request").needs == "request"


def test_every_share_that_ships_cites_its_law():
    for law in packs().values():
        assert not [row.id for row in law.rules.step for value in row.value if not value.source]
