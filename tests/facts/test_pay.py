"""What the tables of pay take and what they do not."""

import pytest

from jornal.facts.pay import Approval, Finding, Payment, PaymentReceived, Run, RunIssued, Slip, SlipAnswered
from jornal.journal.fact import kinds

FINAL = {
    "approval", "month_closed", "payment", "payment_received", "payment_returned", "run", "run_issued", "slip",
    "slip_answered", "slip_handed",
}  # fmt: skip


def test_what_was_issued_approved_paid_or_acknowledged_is_final():
    assert {
        name for name, kind in kinds().items() if kind.__module__ == "jornal.facts.pay" and kind.FINAL
    } == FINAL


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Run, ("site", "month", "number")),
        (Slip, ("run", "worker")),
        (RunIssued, ("run",)),
        (Approval, ("site", "month", "run_number", "way", "number")),
        (Payment, ("slip", "part", "payee", "number")),
        (PaymentReceived, ("payment",)),
        (SlipAnswered, ("slip", "number")),
        (Finding, ("site", "control", "about", "day")),
    ],
)
def test_no_two_of_a_book_share_their_key(kind, key):
    assert key == kind.KEY


def test_amounts_are_whole_and_what_she_says_is_sealed():
    columns = {field.name: type(field).__name__ for field in Slip.content()}
    assert {columns[name] for name in ("gross", "deductions", "instructions", "held", "in_hand")} == {
        "BigIntegerField"
    }
    assert columns["credit"] == "Sealed"
    assert {field.name for field in kinds()["pay_query"].content() if type(field).__name__ == "Sealed"} == {
        "told"
    }
