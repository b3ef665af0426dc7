"""Her instructions: who receives stays sealed, what she says runs with her consent, and ends on her word."""

import json
from datetime import date
from fractions import Fraction

import pytest

import crew
import vaulted
from crew import do
from jornal.actions.given import NotKnownHere
from jornal.actions.instructions import NotHers, NothingRuns
from jornal.actions.verb import BadRows
from jornal.facts.work import Beneficiary, Instruction
from jornal.journal.keys import Locked
from jornal.reads.instructions import instructions
from jornal.units.listed import ListedTerm

MOTHER = {"worker": "QC01", "name": "María Quispe", "account": "0011-0220-4411", "relation": "mother"}
HALF = {"worker": "QC01", "purpose": "family", "share": "50 %", "since": "2026-10-01"}
END = date(2026, 10, 31)


@pytest.fixture
def here(sqlite):
    return crew.begun(crew.names(sqlite.home))


def told(here, token: str = "QC01-1") -> dict[str, str]:
    text = Beneficiary.objects.get(beneficiary=token).told
    return json.loads(here.opened().opened(token, "told", text, reader=vaulted.READER))


@pytest.mark.usefixtures("database")
def test_who_receives_is_sealed_under_a_key_of_their_own(tmp_path):
    here = crew.begun(crew.names(tmp_path))
    do(
        here,
        "name-beneficiary",
        MOTHER,
        {**MOTHER, "name": "Juan Quispe Mamani", "number": "2", "account": ""},
    )
    assert [told(here, token)["initials"] for token in ("QC01-1", "QC01-2")] == ["MQ", "JQM"]
    assert told(here)["last_four"] == "4411"
    assert not Beneficiary.objects.filter(told__contains="Quispe").exists()
    assert "QC01-1" in here.opened().tokens()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**MOTHER, "initials": "M.Q."}, BadRows),
        ({**MOTHER, "name": ""}, BadRows),
        ({**MOTHER, "relation": "widow of the victim"}, ListedTerm),
        ({**MOTHER, "worker": "QC09"}, NotKnownHere),
    ],
    ids=str,
)
def test_a_beneficiary_that_cannot_be_is_refused(here, row, fault):
    with pytest.raises(fault):
        do(here, "name-beneficiary", row)
    assert Beneficiary.objects.count() == 0


@pytest.mark.usefixtures("sqlite")
def test_while_the_names_are_locked_nobody_is_named():
    with pytest.raises(Locked):
        do(crew.begun(), "name-beneficiary", MOTHER)


def test_an_instruction_rests_on_her_consent_and_names_nobody(here):
    crew.consented(here, "QC01", "family")
    do(here, "name-beneficiary", MOTHER, {**MOTHER, "number": "2"})
    do(here, "instruct", {**HALF, "to": "QC01-1; QC01-2: 2"})
    (found,) = instructions(END)["QC01"]
    assert (found.id, found.share, found.consent_on) == ("family", Fraction(1, 2), date(2026, 9, 2))
    assert [(one.id, one.initials, one.last_four, one.weight) for one in found.beneficiaries] == [
        ("QC01-1", "QC01-1", "", 1),
        ("QC01-2", "QC01-2", "", 2),
    ]


def test_without_her_consent_it_is_recorded_and_held(here):
    do(here, "instruct", HALF)
    assert instructions(END)["QC01"][0].consent_on is None


def test_once_she_consents_what_was_held_runs_when_it_is_said_again(here):
    do(here, "instruct", HALF)
    crew.consented(here, "QC01", "family")
    do(here, "instruct", HALF)
    assert instructions(END)["QC01"][0].consent_on is not None
    do(here, "instruct", HALF)
    assert Instruction.objects.count() == 2


def test_nobody_receives_whom_she_did_not_name(here):
    do(here, "name-beneficiary", MOTHER)
    for worker, to in (("QC01", "QC01-2"), ("QC02", "QC01-1")):
        with pytest.raises(NotHers, match="jornal do name-beneficiary"):
            do(here, "instruct", {**HALF, "worker": worker, "to": to})


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"share": ""}, "a share or an amount"),
        ({"amount": "500"}, "a share or an amount"),
        ({"share": "", "amount": "0"}, "amount"),
        ({"share": "120 %"}, "not a share of her portion"),
        ({"share": "0 %"}, "not a share of her portion"),
        ({"to": "QC01-1: 0"}, "a weight is above zero"),
        ({"to": "QC01-1: much"}, "not a share"),
        ({"purpose": "church"}, "purpose"),
    ],
    ids=str,
)
def test_an_instruction_that_cannot_be_is_refused(here, said, why):
    do(here, "name-beneficiary", MOTHER)
    with pytest.raises(BadRows, match=why):
        do(here, "instruct", {**HALF, **said})


def test_what_she_says_later_takes_its_place(here):
    do(here, "instruct", HALF)
    do(here, "instruct", {"worker": "QC01", "purpose": "family", "amount": "20000", "since": "2026-10-15"})
    assert [(one.share, one.amount) for one in instructions(END)["QC01"]] == [(None, 20_000)]


def test_it_ends_on_her_word_and_once(here):
    do(here, "instruct", HALF)
    for _ in range(2):
        do(here, "end-instruction", {"worker": "QC01", "instruction": "family", "ends_on": "2026-10-15"})
    assert (instructions(END)["QC01"][0].withdrawn_on, Instruction.objects.count()) == (date(2026, 10, 16), 2)


@pytest.mark.parametrize(("name", "day"), [("savings", "2026-10-15"), ("family", "2026-09-30")])
def test_what_does_not_run_does_not_end(here, name, day):
    do(here, "instruct", HALF)
    with pytest.raises(NothingRuns):
        do(here, "end-instruction", {"worker": "QC01", "instruction": name, "ends_on": day})
