"""The plans of one run, made once."""

import pytest

from jornal.actions.inputs import Asked, gathered
from jornal.actions.plans import Plans
from tables import span


@pytest.fixture
def plans(desk):
    asked = Asked(desk.folder / "people.csv", (desk.folder / "shifts.csv",), (), "qori", "cusco", "2026-10")
    return Plans(gathered(asked))


def test_a_contract_is_laid_out_once_for_all_its_workers(plans):
    assert plans.plan("cusco-hourly", span("2026-10")) is plans.plan("cusco-hourly", span("2026-10"))


def test_each_month_has_a_plan_of_its_own(plans):
    assert plans.plan("cusco-hourly", span("2026-09")) is not plans.plan("cusco-hourly", span("2026-10"))


def test_a_contract_that_is_not_there_has_none(plans):
    assert (plans.agreed("kite"), plans.plan("kite", span("2026-10"))) == (None, None)


def test_rates_of_the_sheet_are_in_the_plan(desk, plans):
    sheet = desk.sheet("rates.csv", "per,grade,amount,since\nhour,maker,20.00,2026-01-01\n")
    asked = Asked(
        desk.folder / "people.csv", (desk.folder / "shifts.csv",), (), "qori", "cusco", "2026-10", rates=sheet
    )
    texts = [
        one.plan("cusco-hourly", span("2026-10")).hourly["maker"] for one in (plans, Plans(gathered(asked)))
    ]
    assert [by_day[span("2026-10").start].text for by_day in texts] == ["1180", "2000"]
