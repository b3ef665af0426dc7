"""What she owes, asks for, and where her own is paid."""

import json
from datetime import date

import pytest

import crew
import vaulted
from crew import do
from jornal.actions.deductions import NoSuchStep, NotRequested
from jornal.actions.given import NotKnownHere, NotYet
from jornal.actions.verb import BadRows
from jornal.facts.work import Account, Request
from jornal.journal.keys import Locked
from jornal.reads.work import workers
from jornal.units.periods import month

OWED = {
    "worker": "QC01",
    "step": "pe-reparation",
    "amount": "500000",
    "day": "2026-10-01",
    "paper": "order 12",
}


def worker(label: str = "2026-10"):
    return next(one for one in workers("cusco", month(label)) if one.code == "QC01")


@pytest.mark.usefixtures("database")
def test_what_she_owes_is_what_her_paper_says():
    do(crew.begun(), "owe", OWED, {**OWED, "step": "gating_debt", "amount": "unknown"})
    assert (worker().balances, worker().gating_debt) == (
        {"pe-reparation": 500_000, "gating_debt": None},
        None,
    )


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"amount": "-1"}, BadRows),
        ({"amount": "5000.00"}, BadRows),
        ({"step": "pe-fine"}, NoSuchStep),
        ({"day": "2026-11-01"}, NotYet),
        ({"worker": "QC09"}, NotKnownHere),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_debt_that_cannot_be_is_refused(said, fault):
    here = crew.begun()
    crew.adopted()
    with pytest.raises(fault):
        do(here, "owe", {**OWED, **said})


@pytest.mark.usefixtures("sqlite")
def test_a_deduction_of_the_law_or_the_house_is_known():
    here = crew.begun()
    crew.adopted()
    assert len(do(here, "owe", OWED)) == 1


@pytest.mark.usefixtures("sqlite")
def test_a_request_runs_until_she_ends_it():
    here = crew.begun()
    asked = {"worker": "QC01", "step": "school", "since": "2026-09-15"}
    do(here, "request-deduction", asked)
    assert [worker(label).requests for label in ("2026-09", "2026-10")] == [{"school"}, {"school"}]
    for _ in range(2):
        do(here, "end-request", {**asked, "since": "", "until": "2026-10-15"} | {"since": ""})
    assert [worker(label).requests for label in ("2026-09", "2026-10")] == [{"school"}, set()]
    assert Request.objects.count() == 2


@pytest.mark.usefixtures("sqlite")
def test_what_was_not_asked_for_does_not_end():
    with pytest.raises(NotRequested):
        do(crew.begun(), "end-request", {"worker": "QC01", "step": "school"})


@pytest.mark.parametrize(("said", "allowed"), [("yes", True), ("no", False), ("unknown", None)])
@pytest.mark.usefixtures("sqlite")
def test_whether_she_may_have_an_account(said, allowed):
    do(crew.begun(), "set-account", {"worker": "QC01", "allowed": said, "since": "2026-10-01"})
    assert worker().account_allowed is allowed


@pytest.mark.usefixtures("sqlite")
def test_of_whom_nothing_is_recorded_it_is_not_known():
    crew.begun()
    assert worker().account_allowed is None


@pytest.mark.usefixtures("sqlite")
def test_an_account_is_sealed(tmp_path):
    keys = crew.names(tmp_path)
    row = {"worker": "QC01", "allowed": "yes", "account": "4411220099", "bank": "Banco de la Plaza"}
    do(crew.begun(keys), "set-account", row)
    sealed = Account.objects.get().told
    assert "4411220099" not in sealed
    assert json.loads(keys.opened("QC01", "told", sealed, reader=vaulted.READER))["account"] == "4411220099"


@pytest.mark.usefixtures("sqlite")
def test_an_account_waits_until_the_names_are_open():
    with pytest.raises(Locked):
        do(crew.begun(), "set-account", {"worker": "QC01", "allowed": "yes", "account": "44"})


@pytest.mark.usefixtures("sqlite")
def test_a_rest_day_that_the_authority_allowed_is_known():
    do(
        crew.begun(),
        "authorise-rest-day",
        {"worker": "QC01", "day": "2026-10-11", "substitute_on": "2026-10-13"},
    )
    assert worker().authorised_rest_days == {date(2026, 10, 11)}
