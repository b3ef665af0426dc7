"""Months that were issued, and what became known of them later."""

from datetime import date

import pytest

import payroll
from jornal.actions.recompute import computed_again
from jornal.facts.pay import Adjustment
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.facts.work import Balance, Instruction
from jornal.reads import pay
from payroll import GROSS, gone, issued, late, lines, mended, owed_back, signed, slip, taken_on

SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = "2026-09", "2026-10", "2026-11", "2026-12"
TENTH = date(2026, 9, 10)


@pytest.fixture
def here(september, tmp_path):
    with payroll.checked(september, tmp_path) as found:
        yield found


def test_a_day_mended_after_the_issue_is_paid_as_a_line_of_the_next_month(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here, SEPTEMBER)
    issued(here, SEPTEMBER)
    mended(here, "Q01", TENTH, 360)
    done = issued(here, OCTOBER)
    assert late("Q01", OCTOBER) > 0
    assert not lines("Q02", OCTOBER, SEPTEMBER)
    assert not list(computed_again(done.run)) + list(computed_again(pay.begun("cusco", SEPTEMBER)))


def test_what_was_paid_too_much_is_shown_as_owed_back_and_never_taken(here):
    mended(here, "Q01", TENTH, 0)
    for month in (OCTOBER, NOVEMBER, DECEMBER):
        issued(here, month)
        assert owed_back("Q01", month) == owed_back("Q01", OCTOBER) > 0
        assert not lines("Q01", month, SEPTEMBER, *GROSS, "deduction")


def test_a_fall_that_turns_out_a_rise_is_owed_back_no_more_and_pays_the_rise(here):
    mended(here, "Q01", TENTH, 0)
    issued(here, OCTOBER)
    mended(here, "Q01", TENTH, 360)
    issued(here, NOVEMBER)
    assert (owed_back("Q01", OCTOBER) > 0, owed_back("Q01", NOVEMBER), late("Q01", NOVEMBER) > 0) == (
        True,
        0,
        True,
    )


def test_a_kind_of_pay_that_is_not_due_any_more_is_set_off_within_its_month(here):
    """Overtime that turns out ordinary days: issued under one head, due under another."""
    mended(here, "Q01", date(2026, 10, 6), 660)
    issued(here, OCTOBER)
    mended(here, "Q01", date(2026, 10, 6), 300)
    for day in (7, 9, 12):
        mended(here, "Q01", date(2026, 10, day), 300)
    issued(here, NOVEMBER)
    kinds = {kind: amount for _, kind, amount in lines("Q01", NOVEMBER, OCTOBER, *GROSS)}
    assert kinds["overtime"] < 0 < sum(kinds.values())


def test_two_falls_are_owed_back_together(here):
    mended(here, "Q01", TENTH, 0)
    payroll.month(here, OCTOBER)
    issued(here, OCTOBER)
    one = owed_back("Q01", OCTOBER)
    mended(here, "Q01", date(2026, 10, 13), 0)
    issued(here, NOVEMBER)
    assert owed_back("Q01", NOVEMBER) == 2 * one


def test_nobody_is_paid_a_correction_twice(here):
    mended(here, "Q01", TENTH, 360)
    issued(here, OCTOBER)
    mended(here, "Q01", TENTH, 420)
    issued(here, NOVEMBER)
    issued(here, DECEMBER)
    assert [late("Q01", month) for month in (OCTOBER, NOVEMBER, DECEMBER)] == [late("Q01", OCTOBER)] * 2 + [0]


def test_a_month_before_the_last_is_mended_too(here):
    payroll.month(here, OCTOBER)
    issued(here, OCTOBER)
    mended(here, "Q01", TENTH, 360)
    issued(here, NOVEMBER)
    assert late("Q01", NOVEMBER) > 0
    assert not lines("Q01", NOVEMBER, OCTOBER)


def test_a_day_of_somebody_who_has_left_is_paid_all_the_same(here):
    gone(here, "Q01", date(2026, 9, 30))
    issued(here, OCTOBER)
    issued(here, NOVEMBER)
    mended(here, "Q01", TENTH, 360)
    issued(here, DECEMBER)
    found = slip("Q01", DECEMBER)
    assert found.gross == late("Q01", DECEMBER) > 0
    assert found.in_hand >= found.gross - found.deductions


def test_who_has_left_and_is_owed_nothing_more_has_no_slip(here):
    gone(here, "Q01", date(2026, 9, 25))
    assert [one.worker for one in pay.slips_of(issued(here, OCTOBER).run)] == ["Q01", "Q02", "Q21"]
    assert [one.worker for one in pay.slips_of(issued(here, NOVEMBER).run)] == ["Q02", "Q21"]


def test_what_somebody_carried_on_is_there_when_she_comes_back(here):
    mended(here, "Q01", TENTH, 0)
    gone(here, "Q01", date(2026, 10, 2))
    issued(here, OCTOBER)
    issued(here, NOVEMBER)
    before = slip("Q01", OCTOBER)
    taken = {"worker": "Q01", "site": "cusco", "since": date(2026, 12, 1), "language": "es", "reads": "yes"}
    here.put([payroll.Enrolled(**taken), signed("Q01", "cusco-hourly", since=date(2026, 12, 1))])
    payroll.days(here, date(2026, 12, 1), date(2026, 12, 4), workers=("Q01",))
    issued(here, DECEMBER)
    now = slip("Q01", DECEMBER)
    assert now.totals["owed_back"] == before.totals["owed_back"] > 0
    assert now.carry["year_to_date"]["gross"] == before.carry["year_to_date"]["gross"] + now.gross


def test_who_was_enrolled_late_is_paid_her_days_of_the_month_before(here):
    taken_on(here, "Q30", since=date(2026, 9, 21))
    payroll.days(here, date(2026, 9, 21), date(2026, 9, 25), workers=("Q30",))
    issued(here, OCTOBER)
    assert late("Q30", OCTOBER) > 0
    issued(here, NOVEMBER)
    assert late("Q30", NOVEMBER) == 0


def test_who_came_and_went_before_anybody_recorded_it_is_paid(here):
    taken_on(here, "Q30", since=date(2026, 9, 21))
    payroll.days(here, date(2026, 9, 21), date(2026, 9, 25), workers=("Q30",))
    gone(here, "Q30", date(2026, 9, 25))
    issued(here, OCTOBER)
    assert late("Q30", OCTOBER) == slip("Q30", OCTOBER).gross > 0


def test_a_contract_recorded_late_pays_the_months_that_waited_for_it(here):
    taken_on(here, "Q30", contract="", since=date(2026, 10, 1))
    payroll.days(here, date(2026, 10, 1), date(2026, 10, 30), workers=("Q30",))
    issued(here, OCTOBER)
    assert (slip("Q30", OCTOBER).status, slip("Q30", OCTOBER).gross) == ("none", 0)
    here.put([signed("Q30", "cusco-hourly", since=date(2026, 10, 1))])
    issued(here, NOVEMBER)
    assert late("Q30", NOVEMBER, OCTOBER) > 0


def test_a_correction_is_not_lost_in_a_month_in_which_her_contract_is_missing(here):
    here.put([signed("Q01", "no-such-contract", since=date(2026, 10, 1))])
    mended(here, "Q01", TENTH, 360)
    issued(here, OCTOBER)
    here.put([signed("Q01", "cusco-hourly", since=date(2026, 11, 1))])
    issued(here, NOVEMBER)
    assert (slip("Q01", OCTOBER).gross, late("Q01", NOVEMBER) > 0) == (0, True)


def test_a_bonus_decided_late_for_an_issued_month_is_paid(here):
    sums = {"label": "care", "reason": "mended ten", "payer": "qori", "approver": "F1"}
    here.put([Adjustment(worker="Q01", day=TENTH, what="bonus", number=1, site="cusco", amount=1500, **sums)])
    issued(here, OCTOBER)
    assert lines("Q01", OCTOBER, SEPTEMBER, "bonus") == [("bonus", "bonus", 1500)]


def test_what_she_sent_on_of_an_issued_month_is_neither_sent_twice_nor_fetched_back(here):
    consent = {
        "purpose": "family",
        "scope": "",
        "language": "es",
        "witness_of": "none",
        "given_on": date(2026, 9, 1),
    }
    (given,) = here.put([Consent(worker="Q01", number=1, **consent)])
    sends = {"instruction": "mother", "purpose": "family", "share": "1/2", "to": [{"beneficiary": "B1"}]}
    here.put([Instruction(worker="Q01", since=date(2026, 9, 1), consent=given.root, **sends)])
    issued(here, OCTOBER)
    assert not lines("Q01", OCTOBER, SEPTEMBER)
    here.put([ConsentWithdrawn(consent=given.root, day=date(2026, 10, 15))])
    mended(here, "Q01", date(2026, 10, 13), 300)
    issued(here, NOVEMBER)
    assert lines("Q01", NOVEMBER, OCTOBER, "instruction")
    assert slip("Q01", NOVEMBER).in_hand > 0


def test_a_balance_that_turns_out_higher_takes_nothing_of_a_month_that_was_paid(here):
    here.put([Balance(worker="Q01", step="pe-reparation", day=date(2026, 9, 2), amount=10_000)])
    payroll.month(here, OCTOBER)
    issued(here, OCTOBER)
    found = slip("Q01", OCTOBER)
    assert not lines("Q01", OCTOBER, SEPTEMBER, "deduction")
    assert found.in_hand + found.deductions == found.gross


def test_an_agreed_repayment_lowers_what_is_owed_back_and_no_more(here):
    mended(here, "Q01", TENTH, 0)
    issued(here, OCTOBER)
    shown = owed_back("Q01", OCTOBER)
    payroll.month(here, NOVEMBER)
    sums = {
        "label": "back",
        "reason": "agreed",
        "payer": "Q01",
        "approver": "F1",
        "agreed_on": date(2026, 11, 2),
    }
    repaid = {
        "what": "repayment",
        "step": "owed_back",
        "number": 1,
        "site": "cusco",
        "day": date(2026, 11, 2),
    }
    here.put([Adjustment(worker="Q01", amount=min(100, shown), **repaid, **sums)])
    issued(here, NOVEMBER)
    took = -sum(line[2] for line in lines("Q01", NOVEMBER, "", "in_hand") if line[1] == "repayment")
    assert (took > 0, owed_back("Q01", NOVEMBER)) == (True, shown - took)
    mended(here, "Q01", date(2026, 9, 11), 360)  # everything of hers is computed again
    issued(here, DECEMBER)
    rise = late("Q01", OCTOBER)
    assert owed_back("Q01", DECEMBER) + rise < shown - took
