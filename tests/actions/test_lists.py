"""Lists of what a site recorded."""

import pytest

import payroll
from jornal.actions import lists
from jornal.actions.approving import NothingToApprove


@pytest.fixture
def here(database):
    found = payroll.begun(database.home)
    payroll.month(found, "2026-10")
    return found


def column(of: lists.List, name: str) -> list:
    """The values under one head."""
    return [row[of.heads.index(name)] for row in of.rows]


def test_a_list_of_days_has_each_row_as_it_stands_now(here):
    before = lists.attendance(here, "2026-10")
    payroll.mended(here, "Q01", before.rows[0][before.heads.index("day")], 60)
    now = lists.attendance(here, "2026-10")
    assert len(now.rows) == len(before.rows)
    assert 60 in column(now, "minutes")
    assert {row[now.heads.index("day")].month for row in now.rows} == {10}


def test_everybody_is_on_the_list_of_people_by_code(here):
    assert column(lists.people(here), "worker") == sorted(column(lists.people(here), "worker"))
    assert set(column(lists.people(here), "standing")) == {"here"}


def test_a_month_that_is_not_issued_has_no_list_of_pay(here):
    with pytest.raises(NothingToApprove):
        lists.pay(here, "2026-10")


def test_the_list_of_pay_says_what_each_slip_came_to(here):
    payroll.issued(here, "2026-10")
    of = lists.pay(here, "2026-10")
    for worker, gross, in_hand in zip(
        column(of, "worker"), column(of, "gross"), column(of, "in_hand"), strict=True
    ):
        totals = payroll.slip(worker, "2026-10").totals
        assert (gross * 100, in_hand * 100) == (totals["gross"], totals["in_hand"])
