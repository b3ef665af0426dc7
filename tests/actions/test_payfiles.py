"""Money out as a file: who is in it, who is not and why, the same file twice, and what has left is in no second one."""

from dataclasses import replace
from datetime import date

import pytest

import families
import payroll
from families import OCTOBER
from jornal.actions import instructions, payfiles, paying
from jornal.actions.payfiles import (
    DayGone,
    NoAccountToPayFrom,
    NobodyByBank,
    NotThatFile,
    made,
    to_fetch,
)
from jornal.actions.paying import NotApproved, NotYetOut
from jornal.actions.recompute import closes
from jornal.actions.verb import done
from jornal.facts.pay import Payment, Run
from jornal.facts.work import Beneficiary
from jornal.journal.keys import Locked
from jornal.journal.record import corrected
from jornal.reads.money import owed
from jornal.terms.accounts import Mistyped
from jornal.units.latin import NotLatin


@pytest.fixture
def here(sent_home, tmp_path):
    with payroll.copied(sent_home, tmp_path) as found:
        yield found
        assert not [one.says for run in Run.objects.all() for one in closes(run)]


def say(verb: str, here, **row) -> list:
    verbs = {**payfiles.VERBS, **paying.VERBS}
    return list(done(verb, verbs[verb], here, [{"month": OCTOBER, **row}]))


def renamed(here, worker: str, **told: str) -> None:
    """What is sealed of whom she named, otherwise."""
    row = instructions.Receiving(worker=worker, **{"name": families.NAMES[worker], **told})
    tip = Beneficiary.objects.current().get(worker=worker)
    text = here.opened().seal(f"{worker}-1", "told", instructions._told(row))
    here.put([corrected(tip, "it was mistyped", told=text)])


def whom(found) -> list[tuple[str, str, str]]:
    return [(one.of.worker, one.name, one.account.digits) for one in found.batch.transfers]


def test_a_file_holds_each_familys_share_whole_and_nothing_of_what_she_saves(here):
    found = made(here, OCTOBER)
    assert whom(found) == [
        ("Q01", "Maria Nahui Quispe", "01136600010003254221"), ("Q02", "Juan Quispe", "01124100019000658270"),
    ]  # fmt: skip
    shares = {one.worker: one.due for one in owed(Run.objects.get()) if one.payee == f"{one.worker}-1"}
    assert {one.of.worker: one.amount for one in found.batch.transfers} == shares
    assert (found.batch.total, found.left_out) == (sum(shares.values()), ())


def test_the_same_run_makes_the_same_file_on_another_day_too(here):
    assert made(here, OCTOBER) == made(replace(here, day=date(2026, 11, 5)), OCTOBER)


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({}, payfiles.NoAccount),
        ({"account": "011-366-000100032542-22"}, Mistyped),
        ({"account": families.ACCOUNTS["Q01"], "name": "สมศรี ใจดี"}, NotLatin),
        ({"account": families.ACCOUNTS["Q01"], "name": "/ /"}, payfiles.NobodyKnown),
    ],
)
def test_who_cannot_be_paid_by_bank_is_named_with_the_reason_and_delays_nobody(here, told, fault):
    renamed(here, "Q01", **told)
    found = made(here, OCTOBER)
    assert [(one.of.worker, type(one.why)) for one in found.left_out] == [("Q01", fault)]
    assert [one[0] for one in whom(found)] == ["Q02"]


def test_a_name_of_another_script_goes_by_the_one_the_bank_has(here):
    renamed(here, "Q01", account=families.ACCOUNTS["Q01"], name="สมศรี ใจดี", bank_name="SOMSRI JAIDEE")
    assert whom(made(here, OCTOBER))[0][1] == "SOMSRI JAIDEE"


def test_what_left_is_in_no_second_file_and_what_came_back_is_in_one_with_another_reference(here):
    first = made(here, OCTOBER).batch
    assert len(say("file-left", here, message=first.message, day="2026-11-03")) == 2
    with pytest.raises(NobodyByBank):
        made(here, OCTOBER)
    say(
        "came-back",
        here,
        worker="Q01",
        part="instruction",
        payee="Q01-1",
        day="2026-11-03",
        reason="account_closed",
    )
    second = made(here, OCTOBER).batch
    assert [one.of.worker for one in second.transfers] == ["Q01"]
    assert not {second.message, second.transfers[0].reference} & {first.message, first.transfers[0].reference}


def test_a_file_that_left_is_recorded_once_with_its_message_for_paper(here):
    message = made(here, OCTOBER).batch.message
    once = say("file-left", here, message=message, day="2026-11-03")
    assert say("file-left", here, message=message, day="2026-11-03") == once
    assert set(Payment.objects.values_list("paper", "way", "part")) == {(message, "bank", "instruction")}


def test_a_file_that_would_come_out_otherwise_is_not_recorded(here):
    message = made(here, OCTOBER).batch.message
    say(
        "pay",
        here,
        worker="Q02",
        part="instruction",
        payee="Q02-1",
        day="2026-11-03",
        way="cash",
        paper="list",
    )
    with pytest.raises(NotThatFile, match="changed since"):
        say("file-left", here, message=message, day="2026-11-03")


def test_what_leaves_tomorrow_is_recorded_tomorrow(here):
    with pytest.raises(NotYetOut):
        say("file-left", here, message=made(here, OCTOBER).batch.message, day="2026-11-04")


@pytest.mark.parametrize(("day", "on"), [(date(2026, 11, 3), date(2026, 11, 2)), (date(2026, 11, 8), None)])
def test_a_bank_is_not_asked_to_pay_on_a_day_that_is_over(here, day, on):
    with pytest.raises(DayGone, match="--on"):
        made(replace(here, day=day), OCTOBER, "family", on)


def test_workers_without_an_account_of_their_own_are_named_and_paid_by_hand(here):
    with pytest.raises(NobodyByBank):
        made(here, OCTOBER, "worker")


def test_the_names_have_to_be_open(here):
    with pytest.raises(Locked):
        made(replace(here, keys=None), OCTOBER)


def test_the_cash_list_holds_every_family_that_is_still_owed(here):
    say(
        "pay",
        here,
        worker="Q02",
        part="instruction",
        payee="Q02-1",
        day="2026-11-03",
        way="cash",
        paper="list",
    )
    ((worker, name, token, theirs, amount),) = to_fetch(here, OCTOBER)
    assert (worker, name, token, theirs) == ("Q01", "name of Q01", "Q01-1", "María Ñahui Quispe")
    assert amount > 0


def test_nothing_leaves_by_file_before_it_is_approved_or_without_an_account(database, tmp_path):
    here = families.begun(tmp_path)
    payroll.month(here)
    payroll.issued(here, OCTOBER)
    here = replace(here, day=date(2026, 11, 3))
    with pytest.raises(NotApproved):
        made(here, OCTOBER)
    families.approve()
    with pytest.raises(NoAccountToPayFrom, match="pays-from"):
        made(here, OCTOBER)
    families.pays_from(here)
    assert len(made(here, OCTOBER).batch.transfers) == 2


def test_an_account_that_is_mistyped_is_not_recorded_to_pay_from(here):
    row = {"holder": "Manos", "account": "002-215-002023417071-27"}
    with pytest.raises(Mistyped):
        done("pays-from", payfiles.VERBS["pays-from"], here, [row])
