"""What the tables of people take, and what no hand and no program gets into them."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from jornal.facts import people
from jornal.facts.people import (
    Consent,
    ConsentWithdrawn,
    Custody,
    Enrolled,
    Forgotten,
    Left,
    Offer,
    OfferAnswered,
    Worker,
)
from jornal.journal.canon import NotCanonical
from jornal.journal.columns import Sealed
from jornal.journal.fact import kinds
from jornal.journal.record import (
    AlreadyRecorded,
    NotCorrectable,
    NotThere,
    StillNeeded,
    corrected,
    record,
    voided,
)
from offices import DAY, office

KINDS = [kind for kind in kinds().values() if kind.__module__ == people.__name__]


@pytest.fixture
def at(sqlite):
    return office().hand


def put(at, *facts, book="cusco"):
    return record(facts, book, at)


def offer(number=1, **more):
    return Offer(**{"worker": "QC1", "number": number, "site": "cusco", "day": DAY, "language": "es", **more})


def consent(number=1, **more):
    said = {
        "worker": "QC1",
        "purpose": "work",
        "number": number,
        "language": "es",
        "witness_of": "ngo",
        "given_on": DAY,
    }
    return Consent(**{**said, **more})


def enrolled(**more):
    return Enrolled(**{"worker": "QC1", "site": "cusco", "since": DAY, "reads": "not_asked", **more})


def test_a_code_is_one_workers(at):
    put(at, Worker(worker="QC1"))
    with pytest.raises(AlreadyRecorded):
        put(at, Worker(worker="QC1"))


@pytest.mark.parametrize(
    "fact",
    [
        lambda: Worker(worker=""),
        lambda: Worker(worker="QC1", birth_year="1990"),
        lambda: consent(purpose="everything"),
        lambda: consent(witness_of="nobody"),
        lambda: consent(given_on=None),
        lambda: enrolled(reads="maybe"),
        lambda: enrolled(since="2026-10-01"),
        lambda: Custody(worker="QC1", since=DAY, status="unknown"),
        lambda: offer(alternatives={"school": 1.5}),
    ],
)
def test_a_value_that_is_none_of_those_there_are_is_refused(at, fact):
    with pytest.raises(NotCanonical):
        put(at, fact())


@pytest.mark.parametrize(
    ("table", "column"), [("custody", "status"), ("consent", "purpose"), ("left", "reason")]
)
def test_nor_does_the_database_itself_take_it(database, table, column):
    hand = office().hand
    (kept,) = put(hand, enrolled())
    put(hand, Custody(worker="QC1", since=DAY, status="remand"))
    put(hand, consent())
    put(hand, Left(enrolled=kept.root, worker="QC1", site="cusco", day=DAY, reason="release"))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM jornal_{table}")
        names = [one[0] for one in cursor.description]
        row = dict(zip(names, cursor.fetchone(), strict=True))
        row[column] = "for_theft"
        row["id"] = row["root"] = row["enrolled" if "enrolled" in row else "id"] = "0" * 31 + "7"
        row["worker"] = "QC2"
        columns = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join(["%s"] * len(row))
        broken = pytest.raises(IntegrityError, match=f"(?i)check constraint.*{table}_{column}")
        with broken, transaction.atomic():
            cursor.execute(f"INSERT INTO jornal_{table} ({columns}) VALUES ({marks})", list(row.values()))


def test_each_answer_to_an_offer_is_final_and_names_an_offer(at):
    (kept,) = put(at, offer())
    (said,) = put(at, OfferAnswered(offer=kept.root, number=1, answer="later", day=DAY))
    put(at, OfferAnswered(offer=kept.root, number=2, answer="accepted", day=DAY))
    with pytest.raises(NotCorrectable):
        put(at, corrected(said, "she said no", answer="refused"))
    with pytest.raises(NotThere):
        put(at, OfferAnswered(offer=said.root, number=1, answer="later", day=DAY))


def test_a_consent_is_taken_back_once_and_for_good(at):
    (kept,) = put(at, consent())
    (gone,) = put(at, ConsentWithdrawn(consent=kept.root, day=DAY))
    with pytest.raises(AlreadyRecorded):
        put(at, ConsentWithdrawn(consent=kept.root, day=date(2026, 10, 5)))
    with pytest.raises(NotCorrectable):
        put(at, voided(gone, "a mistake"))


def test_a_consent_that_was_taken_back_is_not_made_void(at):
    (kept,) = put(at, consent())
    put(at, ConsentWithdrawn(consent=kept.root, day=DAY))
    with pytest.raises(StillNeeded, match="consent withdrawn"):
        put(at, voided(kept, "a mistake"))


def test_each_purpose_and_scope_is_counted_for_itself(at):
    put(at, consent(), consent(2), consent(purpose="image"), consent(scope="press"))
    with pytest.raises(AlreadyRecorded):
        put(at, consent(2))


def test_nobody_leaves_without_having_been_there(at):
    (kept,) = put(at, enrolled())
    with pytest.raises(NotThere, match="names no enrolled"):
        put(
            at, Left(enrolled=kept.id.__class__(int=1), worker="QC1", site="cusco", day=DAY, reason="release")
        )


def test_she_leaves_once(at):
    (kept,) = put(at, enrolled())
    left = {"enrolled": kept.root, "worker": "QC1", "site": "cusco", "reason": "release"}
    put(at, Left(**left, day=DAY))
    with pytest.raises(AlreadyRecorded):
        put(at, Left(**left, day=date(2026, 10, 5)))


def test_being_forgotten_is_not_taken_back(at):
    (kept,) = put(at, Forgotten(who="QC1", asked_on=DAY, retention_ended_on=DAY), book="hq")
    with pytest.raises(NotCorrectable):
        put(at, voided(kept, "a mistake"), book="hq")


def test_names_births_and_what_somebody_told_are_sealed():
    sealed = {
        f"{kind.KIND}.{field.name}" for kind in KINDS for field in kind.content() if isinstance(field, Sealed)
    }
    assert sealed == {
        "worker.name", "worker.born_on", "dependants.told", "ratio.told", "carried_over.name",
        "carried_over.born_on", "carried_over.credit", "opening_balance.credit",
    }  # fmt: skip


def test_a_refusal_has_no_column_for_a_reason():
    assert [field.name for field in OfferAnswered.content()] == ["offer", "number", "answer", "day"]
