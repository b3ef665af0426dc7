"""Sums decided by a person."""

from datetime import date

import pytest

import payroll
from jornal.actions import decided
from jornal.actions.decided import MonthIssued, MoreThanOwedBack, NotASum, OwnApproval
from jornal.actions.verb import done
from jornal.facts.pay import Adjustment
from jornal.units.listed import ListedTerm

SEPTEMBER, OCTOBER = "2026-09", "2026-10"
SUM = {
    "worker": "Q01", "day": "2026-10-05", "what": "bonus", "amount": "1500", "label": "care", "reason": "mended ten",
    "payer": "qori", "approver": "F1",
}  # fmt: skip


@pytest.fixture
def here(september, tmp_path):
    with payroll.copied(september, tmp_path) as found:
        yield found


def say(here, **row) -> list:
    return done("decide-sum", decided.VERBS["decide-sum"], here, [{**SUM, **row}])


def test_a_sum_is_its_own_line_of_the_slip_and_never_counts_towards_the_floor(database, tmp_path):
    here = payroll.begun(tmp_path)
    say(here)
    say(here, what="refund", amount="700")
    payroll.month(here)
    payroll.issued(here, OCTOBER)
    assert payroll.lines("Q01", OCTOBER, "", "bonus") == [("bonus", "bonus", 1500)]
    assert ("in_hand", "refund", 700) in payroll.lines("Q01", OCTOBER, "", "in_hand")


@pytest.mark.parametrize(
    ("row", "fault", "says"),
    [
        ({"approver": "S1"}, OwnApproval, "S1 records this sum"),
        ({"amount": "-100"}, NotASum, "above nought"),
        ({"amount": "0"}, NotASum, "above nought"),
        ({"what": "advance", "amount": "-100"}, NotASum, "above nought"),
        ({"what": "given", "amount": "-1"}, NotASum, "above nought"),
        ({"what": "refund", "day": "2026-09-30"}, MonthIssued, "after 2026-09"),
        ({"what": "repayment", "day": "2026-09-01"}, MonthIssued, "next slip"),
        ({"what": "repayment", "step": "owed_back"}, MoreThanOwedBack, "0 is shown as owed back"),
        ({"reason": "she is in for theft"}, ListedTerm, "reason"),
        ({"label": "victim"}, ListedTerm, "label"),
    ],
)
def test_what_may_not_be_decided_is_refused(row, fault, says, here):
    with pytest.raises(fault, match=says):
        say(here, **row)
    assert not Adjustment.objects.exists()


@pytest.mark.parametrize("row", [{"day": "2026-09-30"}, {"what": "given", "amount": "0"}])
def test_what_a_correction_brings_or_a_figure_of_nought_may_be(row, here):
    assert len(say(here, **row)) == 1


def test_no_more_is_repaid_than_her_slip_shows_as_owed_back(here):
    payroll.mended(here, "Q01", date(2026, 9, 10), 0)
    payroll.issued(here, OCTOBER)
    shown = payroll.slip("Q01", OCTOBER).totals["owed_back"]
    back = {"what": "repayment", "step": "owed_back", "agreed_on": "2026-11-02", "day": "2026-11-02"}
    with pytest.raises(MoreThanOwedBack, match=f"and {shown} is shown"):
        say(here, **back, amount=str(shown + 1))
    assert say(here, **back, amount=str(shown))
