"""A month issued from the facts of the register."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

import databases
import payroll
from jornal.actions import issuing
from jornal.actions.inputs import NoSuchSite
from jornal.actions.issuing import (
    DueTooLate,
    IssuedOtherwise,
    NotBegun,
    NotNext,
    OtherRelease,
    Unfinished,
    draft,
    issue,
)
from jornal.actions.office import NotYourRole
from jornal.actions.recompute import closes, computed_again
from jornal.facts.attendance import Shift
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.people import Enrolled
from jornal.journal.keys import Locked
from jornal.journal.record import corrected, record, voided
from jornal.reads import pay
from offices import office
from payroll import issued, lines, on

SEPTEMBER, OCTOBER, NOVEMBER = "2026-09", "2026-10", "2026-11"


@pytest.fixture
def here(begun, tmp_path):
    with payroll.copied(begun, tmp_path) as found:
        yield found


@pytest.fixture
def october(here):
    payroll.month(here)
    return here


def longer(here, day: date, minutes: int = 360, worker: str = "Q01"):
    tip = Shift.objects.current().get(worker=worker, day=day)
    return record([corrected(tip, "she stayed for the fitting", minutes=minutes)], "cusco", here.hand)[0]


class Cut(BaseException):
    """Somebody pulls the plug."""


def test_everybody_has_a_slip_whose_lines_sum_to_what_is_issued(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    run, whole = (done := issued(here, OCTOBER)).run, done.whole
    slips = pay.slips_of(run)
    assert [one.worker for one in slips] == ["Q01", "Q02", "Q21"]
    assert (whole.slips, whole.gross) == (3, sum(one.gross for one in slips))
    assert [
        sum(line["amount"] for line in one.lines["lines"] if line["part"] in ("earning", "top_up", "bonus"))
        for one in slips
    ] == [one.gross for one in slips]
    assert all(one.status == "ready" for one in slips)
    assert not list(computed_again(run)) + list(closes(run))


def test_an_issued_month_is_given_back_as_it_is(october):
    first = issued(october, OCTOBER)
    again = issued(october, OCTOBER)
    assert (again.whole.root, again.head.code, Slip.objects.count()) == (first.whole.root, first.head.code, 3)


@pytest.mark.parametrize("at", range(6))
def test_a_run_that_is_cut_off_anywhere_and_taken_up_again_comes_to_the_same(
    at, october, tmp_path, monkeypatch
):
    """Of a copy of the register one run goes through and one is cut before its `at`-th write."""
    other = tmp_path / "other"
    other.mkdir()
    shutil.copytree(tmp_path / "home", other / "home")
    monkeypatch.setattr(issuing, "AT_ONCE", 1)
    whole = issued(october, OCTOBER).whole
    with databases.used(databases.Database("sqlite", other / "home")):
        writes = iter(range(99))
        real = type(october).put

        def put(self, facts, where="site"):
            if next(writes) == at:
                raise Cut
            return real(self, facts, where)

        monkeypatch.setattr(type(october), "put", put)
        if at < 5:  # the run, three slips, the whole
            with pytest.raises(Cut):
                issued(october, OCTOBER)
        again = issued(october, OCTOBER)
        assert (again.whole.digest, again.whole.total) == (whole.digest, whole.total)
        assert (Run.objects.count(), Slip.objects.count(), RunIssued.objects.count()) == (1, 3, 1)
        assert not list(computed_again(again.run))


def test_facts_that_come_while_a_run_is_cut_off_belong_to_the_next(october):
    (run,) = october.put([draft(october, OCTOBER)])
    longer(october, date(2026, 10, 6))
    done = issued(october, OCTOBER)
    assert done.run.root == run.root
    assert not lines("Q01", OCTOBER, SEPTEMBER)
    assert not list(computed_again(done.run))
    issued(october, NOVEMBER)
    assert lines("Q01", NOVEMBER, OCTOBER, "earning")


def test_a_slip_that_comes_out_otherwise_while_a_run_is_taken_up_stops_it(october, monkeypatch):
    (run,) = october.put([draft(october, OCTOBER)])
    asked = issuing.Asked(run, ("Q01",), october.keys)
    (slip,) = issuing.slips_for(asked)
    slip.totals = {**slip.totals, "gross": 1}
    october.put([slip])
    with pytest.raises(IssuedOtherwise, match="Q01's slip"):
        issued(october, OCTOBER)


def test_a_run_of_another_release_is_not_finished_with_this_one(october, monkeypatch):
    october.put([draft(october, OCTOBER)])
    monkeypatch.setattr(issuing, "__version__", "99")
    with pytest.raises(OtherRelease, match="this is 99"):
        issued(october, OCTOBER)


@pytest.mark.parametrize(
    ("month", "fault", "says"),
    [
        (SEPTEMBER, NotNext, "comes as lines of the next run"),
        ("2026-12", NotNext, "2026-11 is not issued yet"),
        ("2026-13", ValueError, "2026-13"),
    ],
)
def test_only_the_next_month_is_issued_so_that_none_is_passed_over(month, fault, says, october):
    issued(october, OCTOBER)
    with pytest.raises(fault, match=says):
        issue(on(october, "2027-01-31"), month)


def test_a_month_that_has_not_begun_is_not_issued(october):
    with pytest.raises(NotBegun, match="2027-10 has not begun on 2026-10-31"):
        issue(october, "2027-10")


def test_a_run_that_was_cut_off_is_finished_before_another_begins(october):
    october.put([draft(on(october, "2026-09-30"), SEPTEMBER)])
    with pytest.raises(Unfinished, match="2026-09 was cut off"):
        issue(october, OCTOBER)
    assert issue(october, SEPTEMBER).whole.slips == 3


def test_pay_is_due_seven_days_after_its_month_at_the_latest(october):
    with pytest.raises(DueTooLate, match="by 2026-11-07"):
        issue(october, OCTOBER, due_on=date(2026, 11, 8))
    assert issue(october, OCTOBER, due_on=date(2026, 11, 5)).run.due_on == date(2026, 11, 5)


def test_a_site_that_the_terms_do_not_have_is_named(october):
    with pytest.raises(NoSuchSite, match='no site "lima"'):
        draft(replace(october, site="lima"), OCTOBER)


def test_pay_is_not_issued_while_the_names_are_locked_nor_by_a_trainer(october):
    with pytest.raises(Locked):
        issue(office(day=date(2026, 10, 31)), OCTOBER)
    with pytest.raises(NotYourRole):
        issue(office("trainer", "T1", day=date(2026, 10, 31)), OCTOBER)


def test_a_month_in_which_nobody_worked_has_slips_all_the_same_and_pays_the_holiday(here):
    slips = pay.slips_of(issued(here, OCTOBER).run)
    earned = [{line["kind"] for line in one.lines["lines"] if line["part"] == "earning"} for one in slips]
    assert [one.status for one in slips] == ["ready", "ready", "idle"]
    assert earned == [{"holiday_pay"}, {"holiday_pay"}, set()]


def test_a_site_without_anybody_is_issued_too(here):
    for one in Enrolled.objects.current():
        record([voided(one, "never began")], "cusco", here.hand)
    assert issued(here, OCTOBER).whole.slips == 0
