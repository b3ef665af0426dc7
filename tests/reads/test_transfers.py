"""Whom money goes to."""

import json
from dataclasses import replace
from datetime import date

import pytest

import crew
import vaulted
from crew import do
from jornal.facts.pay import Run
from jornal.reads.transfers import beneficiaries, own_accounts, reference
from papers import transfers


@pytest.fixture
def here(sqlite):
    return crew.begun(crew.names(sqlite.home))


MOTHER = {"worker": "QC01", "name": "María", "account": "0011", "bank_name": "MARIA", "language": "es"}


@pytest.mark.usefixtures("database")
def test_who_was_named_is_opened_with_account_and_what_they_read(tmp_path):
    here = crew.begun(crew.names(tmp_path))
    do(here, "name-beneficiary", MOTHER, {"worker": "QC02", "name": "Juan", "sender": "enterprise"})
    found = beneficiaries(["QC01", "QC02"], here.opened(), vaulted.READER)
    assert [(one.name, one.account, one.bank_name, one.language, one.sender) for one in found.values()] == [
        ("María", "0011", "MARIA", "es", ""),
        ("Juan", "", "", "", "enterprise"),
    ]


def test_who_was_forgotten_is_not_there(here):
    do(here, "name-beneficiary", MOTHER)
    here.opened().forget("QC01-1")
    assert beneficiaries(["QC01"], here.opened(), vaulted.READER) == {}


@pytest.mark.parametrize(("allowed", "account"), [("yes", "55"), ("no", ""), ("unknown", "")])
def test_her_own_account_is_used_where_she_may_have_one(here, allowed, account):
    do(here, "set-account", {"worker": "QC01", "allowed": allowed, "since": "2026-10-01", "account": "55"})
    found = own_accounts(["QC01"], date(2026, 10, 31), here.opened(), vaulted.READER)
    assert found["QC01"].account == account


def test_a_reference_is_the_same_until_a_payment_was_made():
    run, one = Run(root=vaulted.seeded, month="2026-10"), transfers.transfer().of
    again = reference(run, one)
    assert reference(run, one) == again
    assert reference(run, replace(one, payments=[json])) != again
    assert len(again) <= 35
