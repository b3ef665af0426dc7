"""What is owed beside what was paid."""

from datetime import date

import pytest

import payroll
from jornal.facts.pay import Payment, PaymentReceived, PaymentReturned, Run, Slip
from jornal.journal.record import record
from jornal.reads.money import Owed, owed, together

OCTOBER = "2026-10"
DAY = date(2026, 11, 7)


@pytest.fixture(scope="module")
def october(tmp_path_factory):
    return payroll.built(
        tmp_path_factory.mktemp("october"), OCTOBER, workers={"Q01": ("cusco-hourly", "maker")}
    )


@pytest.fixture
def here(october, tmp_path):
    with payroll.copied(october, tmp_path) as found:
        yield found


def paid(
    here, amount: int, number: int, part: str = "in_hand", payee: str = "", book: str = "cusco"
) -> Payment:
    slip = Slip.objects.get()
    fact = Payment(
        slip=slip.root,
        part=part,
        payee=payee,
        number=number,
        amount=amount,
        day=DAY,
        way="cash",
        paper="list 10",
    )
    return record([fact], book, here.hand)[0]


def in_hand():
    (one,) = (one for one in owed(Run.objects.get()) if one.part == "in_hand")
    return one


def test_a_slip_owes_her_part_and_each_payee_of_a_deduction(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    done = payroll.issued(here, OCTOBER)
    sums = owed(done.run)
    assert sum(one.due for one in sums) == sum(one.open for one in sums) == done.whole.total
    assert {one.payee for one in sums if one.part == "deduction"} == {
        line.get("payee", "") or line["code"]
        for slip in Slip.objects.all()
        for line in slip.lines["lines"]
        if line["part"] == "deduction"
    }


def test_what_left_what_arrived_and_what_came_back_are_told_apart_over_both_books(here):
    due = in_hand().due
    record([PaymentReceived(payment=paid(here, 100, 1).root, day=DAY)], "cusco", here.hand)
    record([PaymentReturned(payment=paid(here, 200, 2).root, day=DAY, reason="refused")], "cusco", here.hand)
    paid(here, 400, 1, book="hq.cusco")
    one = in_hand()
    assert (one.received, one.in_transit, one.open, len(one.payments), len(one.returned)) == (
        100,
        400,
        due - 500,
        3,
        1,
    )


def test_a_payment_that_no_slip_owes_stands_apart(here):
    paid(here, 100, 1, "instruction", "B9")
    (one,) = (one for one in owed(Run.objects.get()) if not one.known)
    assert (one.worker, one.part, one.payee, one.due, one.open) == ("Q01", "instruction", "B9", 0, -100)


def test_as_the_books_stood_nothing_had_left_yet(here):
    before = {"cusco": Slip.objects.get().seq}
    paid(here, 100, 1)
    assert {one.in_transit for one in owed(Run.objects.get(), upto=before)} == {0}


def test_one_worker_alone(here):
    assert owed(Run.objects.get(), ["Q99"]) == []
    assert {one.worker for one in owed(Run.objects.get(), ["Q01"])} == {"Q01"}


def test_what_is_over_in_one_sum_lessens_no_other_that_waits():
    root = Slip(id=None).id
    some = [
        Owed(root, "Q01", "in_hand", "", 100, received=40, in_transit=10),
        Owed(root, "Q01", "deduction", "INPE", 20, received=30),
        Owed(root, "Q02", "in_hand", "", 5),
    ]  # fmt: skip
    found = together(some)
    assert (found.people, found.due, found.left, found.open, found.waiting) == (2, 125, 80, 45, 55)
