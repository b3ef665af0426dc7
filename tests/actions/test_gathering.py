"""Who has a slip, and what it says where there is nothing to pay."""

from datetime import date

import pytest

import payroll
from jornal.actions.gathering import everybody, gathered
from jornal.actions.issuing import draft
from jornal.actions.recompute import computed_again
from jornal.actions.registered import Asked
from jornal.facts.attendance import Shift
from jornal.facts.pay import Run
from jornal.facts.people import Enrolled
from jornal.reads import pay
from jornal.reads.changed import past_of
from payroll import gone, issued, lines, signed, slip, taken_on

OCTOBER, NOVEMBER = "2026-10", "2026-11"


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    return payroll.built(tmp_path_factory.mktemp("begun"), workers={"Q01": ("cusco-hourly", "maker")})


@pytest.fixture
def here(begun, tmp_path):
    with payroll.copied(begun, tmp_path) as found:
        payroll.days(found, date(2026, 10, 1), date(2026, 10, 2), workers=("Q01",))
        yield found
        assert not [one.says for run in Run.objects.all() for one in computed_again(run)]


def faults(worker: str, month: str = OCTOBER) -> str:
    return " ".join(one["key"] for one in slip(worker, month).faults["faults"])


@pytest.mark.parametrize(
    ("contract", "grade", "status", "says"),
    [
        ("", "", "none", "No contract is recorded"),
        ("no-such-contract", "", "none", "There is no contract"),
        ("cusco-hourly", "grandmaster", "on_account", "No rate"),
        ("cusco-hourly", "maker", "ready", ""),
    ],
)
def test_everybody_enrolled_has_a_slip_that_says_why_there_is_nothing(contract, grade, status, says, here):
    taken_on(here, "Q30", contract, grade)
    payroll.days(here, date(2026, 10, 1), date(2026, 10, 2), workers=("Q30",))
    issued(here, OCTOBER)
    found = slip("Q30", OCTOBER)
    assert (found.status, found.gross > 0) == (status, status == "ready")
    assert says in faults("Q30")


def test_who_comes_and_goes_within_the_month_is_paid_for_her_days(here):
    taken_on(here, "Q30", since=date(2026, 10, 12))
    payroll.days(here, date(2026, 10, 12), date(2026, 10, 16), workers=("Q30",))
    gone(here, "Q30", date(2026, 10, 16))
    issued(here, OCTOBER)
    assert slip("Q30", OCTOBER).gross == 5 * 5900
    assert [one.worker for one in pay.slips_of(issued(here, NOVEMBER).run)] == ["Q01"]


def test_who_leaves_and_comes_back_in_a_month_has_one_slip(here):
    gone(here, "Q01", date(2026, 10, 5))
    here.put([Enrolled(worker="Q01", site="cusco", since=date(2026, 10, 19), language="es", reads="yes")])
    payroll.days(here, date(2026, 10, 19), date(2026, 10, 20), workers=("Q01",))
    assert issued(here, OCTOBER).whole.slips == 1
    assert ("earning", "hourly", 4 * 5900) in lines("Q01", OCTOBER)


def test_rows_of_somebody_whom_nobody_enrolled_are_on_a_slip(here):
    here.put([Shift(worker="Q99", day=date(2026, 10, 6), number=1, site="cusco", what="work", minutes=300)])
    issued(here, OCTOBER)
    assert (slip("Q99", OCTOBER).status, "No contract" in faults("Q99")) == ("none", True)


def test_rows_of_somebody_who_left_before_the_month_are_paid_as_written_and_remarked_on(here):
    gone(here, "Q01", date(2026, 9, 30))
    issued(here, OCTOBER)
    assert (slip("Q01", OCTOBER).gross, "after she left" in faults("Q01")) == (2 * 5900, True)


def test_a_contract_changes_with_the_month_that_follows_its_day(here):
    here.put([signed("Q01", "cusco-hourly", "senior", date(2026, 11, 1))])
    payroll.days(here, date(2026, 11, 2), date(2026, 11, 2), workers=("Q01",))
    issued(here, OCTOBER)
    issued(here, NOVEMBER)
    rates = [line["rate"] for line in slip("Q01", NOVEMBER).lines["lines"] if line["kind"] == "hourly"]
    assert (rates, lines("Q01", NOVEMBER, OCTOBER)) == (["1320"], [])


def test_rows_before_the_first_month_are_named_on_a_slip_and_in_no_pay(here):
    here.put([Shift(worker="Q01", day=date(2026, 8, 28), number=1, site="cusco", what="work", minutes=300)])
    issued(here, OCTOBER)
    assert ("earning", "hourly", 2 * 5900) in lines("Q01", OCTOBER)
    assert "before the first month" in faults("Q01")


def test_the_same_cursor_gives_the_same_inputs_whatever_comes_after(here):
    run = draft(here, OCTOBER)
    before = everybody(run, past_of(run)), gathered(Asked(run, ("Q01",))).entries
    payroll.days(here, date(2026, 10, 5), date(2026, 10, 9), workers=("Q01",))
    taken_on(here, "Q30")
    assert (everybody(run, past_of(run)), gathered(Asked(run, ("Q01",))).entries) == before
