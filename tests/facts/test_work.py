"""What the tables of what is worked under take, and what no hand and no program gets into them."""

import uuid
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

import crew
from jornal.facts.work import (
    Account,
    Balance,
    Beneficiary,
    ContractVersion,
    Graded,
    Instruction,
    Job,
    RateCard,
    Request,
    RestDayAuthorised,
    TrainingPlanned,
)
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, NotThere, StillNeeded, record, voided

DAY = date(2026, 10, 1)
pytestmark = pytest.mark.usefixtures("sqlite")
HER = {"worker": "QC01", "since": DAY}
EVERY = [
    (Job, {"site": "cusco", "job": "knitter"}, {}),
    (Graded, {**HER, "trade": "knitting"}, {"grade": "maker"}),
    (
        RateCard,
        {"site": "cusco", "per": "piece", "operation": "sole", "grade": "", "since": DAY},
        {"amount": "4.00", "layer": "contract"},
    ),
    (ContractVersion, HER, {"site": "cusco", "contract": "knit"}),
    (Account, HER, {"allowed": "yes"}),
    (Beneficiary, {"beneficiary": "QC01-1"}, {"worker": "QC01"}),
    (Instruction, {**HER, "instruction": "family"}, {"purpose": "family", "share": "1/2"}),
    (Balance, {"worker": "QC01", "step": "levy", "day": DAY}, {"amount": 5}),
    (Request, {**HER, "step": "school"}, {}),
    (RestDayAuthorised, {"worker": "QC01", "day": DAY}, {}),
    (
        TrainingPlanned,
        {"site": "cusco", "course": "linking", "day": DAY},
        {"minutes": 60, "state": "planned"},
    ),
]
KIND = pytest.mark.parametrize(("kind", "key", "rest"), EVERY, ids=lambda one: getattr(one, "KIND", ""))


@pytest.fixture
def hand():
    return crew.office().hand


@KIND
def test_one_of_a_kind_stands_under_its_key_and_no_second(hand, kind, key, rest):
    record([kind(**key, **rest)], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([kind(**key, **rest)], "cusco", hand)
    assert set(key) == set(kind.KEY)


@KIND
def test_another_key_is_another_fact(hand, kind, key, rest):
    last = kind.KEY[-1]
    other = {**key, last: date(2026, 11, 1) if isinstance(key[last], date) else "another"}
    record([kind(**key, **rest), kind(**other, **rest)], "cusco", hand)
    assert kind.objects.current().count() == 2


@pytest.mark.parametrize(
    "fact",
    [
        RateCard(site="cusco", per="week", operation="", grade="", since=DAY, amount="4", layer="contract"),
        RateCard(site="cusco", per="hour", operation="", grade="", since=DAY, amount="4", layer="law"),
        RateCard(site="cusco", per="hour", operation="", grade="", since=DAY, amount=4, layer="contract"),
        Account(**HER, allowed="perhaps"),
        Instruction(**HER, instruction="church", purpose="church"),
        Instruction(**HER, instruction="family", purpose="family", amount=12.5),
        TrainingPlanned(site="cusco", course="linking", day=DAY, minutes=60, state="postponed"),
        Balance(worker="", step="levy", day=DAY),
    ],
    ids=str,
)
def test_a_value_that_does_not_fit_is_refused_before_it_is_written(hand, fact):
    with pytest.raises(NotCanonical):
        record([fact], "cusco", hand)


def test_the_database_itself_refuses_a_word_it_does_not_know(hand):
    record([Account(**HER, allowed="yes")], "cusco", hand)
    columns = "id, root, void, book, seq, by, role, recorded_at, done_by, why, worker, since, allowed, told"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO jornal_account ({columns}) VALUES "
            "('a', 'a', false, 'cusco', 99, 's', 'r', '2026-10-01', '', '', 'QC02', '2026-10-01', 'perhaps', '')"
        )


def test_an_instruction_rests_on_a_consent_that_is_there(hand):
    nowhere = uuid.UUID(int=7)
    with pytest.raises(NotThere, match="names no consent"):
        record([Instruction(**HER, instruction="family", purpose="family", consent=nowhere)], "cusco", hand)


def test_a_consent_that_an_instruction_rests_on_is_withdrawn_and_never_voided(hand):
    here = crew.office()
    consent = crew.consented(here, "QC01", "family")
    here.put([Instruction(**HER, instruction="family", purpose="family", consent=consent.root)])
    with pytest.raises(StillNeeded, match="instruction QC01, family"):
        record([voided(consent, "a mistake")], "cusco", hand)
