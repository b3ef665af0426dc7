"""What was sent home, the family's answer, and what it cost whom."""

from dataclasses import replace
from datetime import date

import pytest

import families
import payroll
from families import OCTOBER
from jornal.actions import payfiles, paying, sending
from jornal.actions.paying import NotYetOut
from jornal.actions.sending import CameBack, NoSuchCode, fees, home
from jornal.actions.verb import BadRows, done
from jornal.facts.family import TransferFee
from jornal.facts.pay import Payment, PaymentReceived, Run
from jornal.journal.canon import NotCanonical
from jornal.journal.keys import Locked
from jornal.reads.money import owed
from offices import granted

VERBS = {**payfiles.VERBS, **paying.VERBS, **sending.VERBS}


@pytest.fixture
def here(sent_home, tmp_path):
    """The bank's file of October has left on the 3rd of November; today is the 5th."""
    with payroll.copied(sent_home, tmp_path) as found:
        left(found)
        yield replace(found, day=date(2026, 11, 5))


def left(here) -> None:
    message = payfiles.made(here, OCTOBER).batch.message
    say("file-left", here, month=OCTOBER, message=message, day="2026-11-03")


def say(verb: str, here, **row) -> list:
    return list(done(verb, VERBS[verb], here, [row]))


def test_a_family_reads_from_whom_how_much_of_which_month_and_when(database, tmp_path):
    here = families.issued(tmp_path)
    left(here)
    shares = {one.worker: one.due for one in owed(Run.objects.get()) if one.payee == f"{one.worker}-1"}
    told = home(here, OCTOBER)
    assert [(one.name, one.to, one.amount, one.day, one.way) for one in told] == [
        (f"name of {worker}", families.NAMES[worker], amount, date(2026, 11, 3), "bank")
        for worker, amount in shares.items()
    ]
    assert {(one.language, one.sender) for one in told} == {("es", "")}


def test_one_worker_alone_and_never_what_came_back(here):
    assert [one.worker for one in home(here, OCTOBER, ["Q02"])] == ["Q02"]
    row = {"month": OCTOBER, "part": "instruction", "worker": "Q02", "payee": "Q02-1", "day": "2026-11-04"}
    say("came-back", here, **row, reason="account_closed")
    assert [one.worker for one in home(here, OCTOBER)] == ["Q01"]


def test_the_names_have_to_be_open(here):
    with pytest.raises(Locked):
        home(replace(here, keys=None), OCTOBER)


def test_a_family_says_by_its_code_that_the_money_arrived(here):
    code = home(here, OCTOBER, ["Q01"])[0].code
    (one,) = say("arrived-by-code", here, code=code.lower().replace(" ", "-"), day="2026-11-05")
    assert one.proof == f"code {code}"
    assert say("arrived-by-code", here, code=code, day="2026-11-05") == [one]
    received = {one.worker: one.received for one in owed(Run.objects.get()) if one.payee == f"{one.worker}-1"}
    assert (received["Q01"] > 0, received["Q02"]) == (True, 0)


@pytest.mark.parametrize(
    ("code", "day", "fault"), [("0000 0000", "2026-11-05", NoSuchCode), (None, "2026-11-06", NotYetOut)]
)
def test_a_code_that_cannot_be_is_refused(here, code, day, fault):
    told = code or home(here, OCTOBER)[0].code
    with pytest.raises(fault):
        say("arrived-by-code", here, code=told, day=day)
    assert not PaymentReceived.objects.exists()


def test_what_came_back_cannot_be_said_to_have_arrived(here):
    code = home(here, OCTOBER, ["Q02"])[0].code
    row = {"month": OCTOBER, "part": "instruction", "worker": "Q02", "payee": "Q02-1", "day": "2026-11-04"}
    say("came-back", here, **row, reason="account_closed")
    with pytest.raises(CameBack, match="owed again"):
        say("arrived-by-code", here, code=code, day="2026-11-05")


def test_a_fee_is_a_record_of_its_own_and_the_enterprise_bears_it(here):
    fee = {"day": "2026-11-03", "amount": "350", "paper": "statement 11"}
    say("transfer-fee", here, **fee)
    say("transfer-fee", here, **fee)
    say("transfer-fee", here, **{**fee, "paper": "statement 12"})
    assert (
        list(TransferFee.objects.values_list("amount", "currency", "borne_by"))
        == [(350, "PEN", "enterprise")] * 2
    )
    assert fees(Run.objects.get()) == 700
    shares = {one.worker: one.due for one in owed(Run.objects.get()) if one.payee == f"{one.worker}-1"}
    assert {one.amount for one in Payment.objects.all()} == set(shares.values())


def test_no_register_holds_a_fee_that_somebody_else_bears(here):
    bad = TransferFee(
        site="cusco", day=date(2026, 11, 3), number=1, amount=1, currency="PEN", paper="x", borne_by="worker"
    )
    with pytest.raises(NotCanonical, match="one of enterprise"):
        here.put([bad])


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"day": "2026-11-09", "amount": "350", "paper": "x"}, NotYetOut),
        ({"day": "2026-11-03", "amount": "0", "paper": "x"}, BadRows),
        ({"day": "2026-11-03", "amount": "350", "paper": ""}, BadRows),
    ],
)
def test_a_fee_that_cannot_be_is_refused(here, row, fault):
    with pytest.raises(fault):
        say("transfer-fee", here, **row)


def test_the_fees_of_a_month_end_with_the_next(here):
    say("transfer-fee", here, day="2026-11-03", amount="350", paper="a")
    granted("S1", "site_manager")
    payroll.issued(here, "2026-11")
    after = replace(here, day=date(2026, 12, 3))
    say("transfer-fee", after, day="2026-12-02", amount="100", paper="b")
    assert [fees(run) for run in Run.objects.order_by("month")] == [350, 100]
