"""What is owed on her last day is reckoned before it is recorded, and comes out the same when it is issued."""

from datetime import date

import pytest

import payroll
from jornal.actions.issuing import NotNext, issue
from jornal.actions.lastpay import GROWN, last_pay
from jornal.facts.pay import Slip
from jornal.facts.people import Enrolled, Left

LAST = date(2026, 10, 30)


def grown(row):
    return [
        (line["kind"], line["quantity"], line["amount"]) for line in row["lines"] if line["kind"] in GROWN
    ]


def test_what_is_told_before_is_what_is_issued_after(database):
    here = payroll.begun(database.home)
    payroll.month(here)
    told = last_pay(here, "Q01", LAST)
    (stay,) = Enrolled.objects.current().filter(worker="Q01")
    assert not Left.objects.exists()
    here.put([Left(enrolled=stay.root, worker="Q01", site="cusco", day=LAST, reason="release")])
    assert last_pay(here, "Q01", LAST)["totals"] == told["totals"]
    issue(here, "2026-10")
    slip = Slip.objects.get(worker="Q01")
    assert (slip.totals, slip.in_hand) == (told["totals"], told["totals"]["in_hand"])
    assert grown(told) == [
        (line["kind"], line["quantity"], line["amount"]) for line in slip.lines["lines"] if line["kind"] in GROWN
    ] != []  # fmt: skip


def test_a_month_that_is_not_next_is_not_reckoned_and_says_what_to_issue_first(sqlite):
    here = payroll.begun(sqlite.home)
    payroll.month(here)
    issue(here, "2026-10")
    with pytest.raises(NotNext, match="2026-11"):
        last_pay(here, "Q01", date(2026, 12, 4))


def test_somebody_who_is_not_there_has_nothing(sqlite):
    here = payroll.begun(sqlite.home)
    payroll.month(here)
    assert last_pay(here, "Q77", LAST) is None
