"""Pay that was due for work on a lot and did not leave."""

from datetime import date, timedelta
from uuid import UUID

import pytest

import making
import paidbefore
from jornal.facts.pay import Payment, PaymentReturned
from jornal.reads.unpaid import Unpaid, unpaid
from offices import office

OCTOBER = Unpaid("2026-10", date(2026, 12, 31), 1)
NO_RUN = Unpaid("2026-10", date(2026, 11, 7), 1)
WEEK = timedelta(days=7)


def lot() -> str:
    """A lot that one person made in October."""
    here = making.begun()
    code = making.opened(here)
    making.made(here, code)
    return code


def left(slip: UUID, amount: int) -> Payment:
    """So much of a slip left."""
    row = {"part": "in_hand", "payee": "", "number": 1, "amount": amount, "day": date(2026, 11, 7)}
    return office().put([Payment(slip=slip, **row, way="cash", paper="list 10", late=False)])[0]


@pytest.mark.parametrize(
    ("paid", "came_back", "day", "found"),
    [
        (0, False, date(2026, 12, 31), []),
        (0, False, date(2027, 1, 1), [OCTOBER]),
        (2000, False, date(2027, 1, 1), [OCTOBER]),
        (5000, False, date(2027, 1, 1), []),
        (5000, True, date(2027, 1, 1), []),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_goods_are_known_whose_maker_waits_for_wages_that_were_due(paid, came_back, day, found):
    code = lot()
    run = paidbefore.run("2026-10")
    slip = paidbefore.slip(run, "QC01", in_hand=5000)
    paidbefore.slip(run, "QC02", in_hand=9000)
    paidbefore.issued(run)
    if paid:
        payment = left(slip.root, paid)
        if came_back:
            office().put([PaymentReturned(payment=payment.root, day=date(2026, 11, 9), reason="refused")])
    assert list(unpaid("cusco", code, day, WEEK)) == found


@pytest.mark.parametrize(("day", "found"), [(date(2026, 11, 7), []), (date(2026, 11, 8), [NO_RUN])], ids=str)
@pytest.mark.usefixtures("sqlite")
def test_a_month_that_nobody_issued_pay_for_is_no_month_that_was_paid(day, found):
    code = lot()
    assert list(unpaid("cusco", code, day, WEEK)) == []  # pay was never issued in this register
    paidbefore.issued(paidbefore.run("2026-09"))
    assert list(unpaid("cusco", code, day, WEEK)) == found
