"""Runs and slips as they stand."""

from dataclasses import replace
from datetime import date

import pytest

import payroll
from jornal.actions.issuing import draft
from jornal.facts.pay import Slip
from jornal.reads import pay

SEPTEMBER, OCTOBER, NOVEMBER = "2026-09", "2026-10", "2026-11"


@pytest.fixture
def here(two_months, tmp_path):
    with payroll.copied(two_months, tmp_path) as found:
        yield replace(found, day=date(2026, 11, 30))


def test_runs_are_issued_begun_or_not_there(here):
    (run,) = here.put([draft(here, NOVEMBER)])
    assert [one.month for one in pay.runs_of("cusco")] == [SEPTEMBER, OCTOBER]
    assert [one.month for one in pay.runs_before(run)] == [SEPTEMBER, OCTOBER]
    assert [one.month for one in pay.runs_before(pay.begun("cusco", OCTOBER))] == [SEPTEMBER]
    assert (pay.begun("cusco", NOVEMBER), pay.issued(run), pay.unfinished("cusco")) == (run, None, [run])
    assert (pay.begun("cusco", "2026-12"), pay.runs_of("lima"), pay.unfinished("lima")) == (None, [], [])
    assert pay.issued(pay.begun("cusco", OCTOBER)).slips == 3


@pytest.mark.usefixtures("here")
def test_slips_come_by_worker_whole_one_by_one_or_with_what_they_carry_on():
    run = pay.begun("cusco", OCTOBER)
    assert pay.slip_workers(run) == [one.worker for one in pay.slips_of(run)] == ["Q01", "Q02", "Q21"]
    assert [one.worker for one in pay.slips_one_by_one(run)] == ["Q01", "Q02", "Q21"]
    assert [one.worker for one in pay.slips_of(run, ["Q21", "Q99"])] == ["Q21"]
    (carried,) = pay.carried(run, {"Q02"})
    assert carried.get_deferred_fields() == {"lines", "totals", "comparison", "faults"}
    assert carried.carry == Slip.objects.get(worker="Q02", run=run.root).carry


def test_they_are_read_alike_on_each_database(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    run = payroll.issued(here, OCTOBER).run
    assert [one.worker for one in pay.slips_one_by_one(run)] == ["Q01", "Q02", "Q21"]
