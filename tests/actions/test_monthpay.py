"""A month of pay as it is looked at."""

from dataclasses import replace
from datetime import date

import pytest

import payroll
from jornal.actions.approving import NothingToApprove
from jornal.actions.briefs import deductions, sums, taken
from jornal.actions.issuing import NotBegun
from jornal.actions.monthpay import drafted, issued, one
from jornal.facts.pay import Run

SEPTEMBER, OCTOBER = "2026-09", "2026-10"
FIGURES = ("code", "status", "lines", "totals", "comparison", "faults")


@pytest.fixture
def here(september, tmp_path):
    with payroll.copied(september, tmp_path) as found:
        yield replace(found, day=date(2026, 10, 31))


ALL = ("Q01", "Q02", "Q21")


def same(rows) -> list[dict]:
    return [{name: row[name] for name in FIGURES} for row in rows]


def test_a_draft_and_what_is_issued_of_it_show_the_same_rows(here):
    payroll.month(here, OCTOBER)
    told = []
    found = drafted(here, OCTOBER, lambda done, of: told.append((done, of)))
    assert not Run.objects.filter(month=OCTOBER).exists()
    assert told[-1] == (3, 3)
    payroll.issued(here, OCTOBER)
    after = issued("cusco", OCTOBER)
    assert (found.whole, after.whole.slips) == (None, 3)
    assert same(after.rows(ALL)) == same(found.rows(ALL))
    assert [one._replace(slip=None) for one in after.briefs] == list(found.briefs)


def test_one_worker_has_the_row_that_the_month_has_with_her_tally_while_names_are_open(here):
    payroll.month(here, OCTOBER)
    (whole,) = drafted(here, OCTOBER).rows(["Q01"])
    drawn, locked = one(here, OCTOBER, "Q01"), one(replace(here, keys=None), OCTOBER, "Q01")
    assert same([drawn]) == same([locked]) == same([whole])
    assert (drawn["private"], locked["private"]) == (True, False)
    payroll.issued(here, OCTOBER)
    kept, sealed = one(here, OCTOBER, "Q01"), one(replace(here, keys=None), OCTOBER, "Q01")
    assert (kept["credit"], sealed["credit"], sealed["private"]) == (drawn["credit"], [], False)


def test_who_has_no_slip_has_no_row(here):
    assert (one(here, OCTOBER, "Q99"), one(here, SEPTEMBER, "Q99")) == (None, None)


def test_a_month_that_has_not_begun_or_is_not_issued_is_said(here):
    with pytest.raises(NotBegun):
        drafted(replace(here, day=date(2026, 9, 30)), OCTOBER)
    with pytest.raises(NothingToApprove):
        issued("cusco", OCTOBER)


def test_sums_are_those_of_the_slips_and_each_deduction_bears_the_name_of_the_terms(here):
    found = issued("cusco", SEPTEMBER)
    whole = sums(found.briefs)
    assert whole["gross"] == found.whole.gross
    assert whole["in_hand"] == found.whole.in_hand
    assert deductions(found.briefs) == {"pe-inpe": "Share of the prison authority (INPE)"}
    assert (
        whole["deduction:pe-inpe"]
        == whole["deductions"]
        == sum(sum(taken(one).values()) for one in found.briefs)
    )
    assert sums([one._replace(status="none") for one in found.briefs])["gross"] == 0
