"""A kind's table held against the same table entered again."""

import uuid
from collections.abc import Collection
from datetime import date

import pytest

from jornal.facts.attendance import Shift
from jornal.facts.people import Enrolled
from jornal.journal import insert
from jornal.journal.fact import Fact, kinds
from jornal.journal.faults import NO_ENTRY, NO_ROW, OTHER_VALUE
from jornal.journal.replay import empty
from jornal.journal.tables import table_faults
from journal.goldens import sample
from journal.tampering import unguarded

UPTO = {"cusco": 10}


def two() -> list[Shift]:
    return [_of("QC03", 3), _of("QC04", 4)]


def _of(worker: str, seq: int) -> Shift:
    fact = sample(Shift, seq)
    fact.worker = worker
    return fact


@pytest.fixture(scope="module", autouse=True)
def _again():
    """One empty database for all tests; it has no guards, so that each may empty it."""
    with empty() as using:
        AGAIN.append(using)
        yield
    AGAIN.clear()


AGAIN: list[str] = []


def again(*facts: Fact) -> str:
    """The database with these facts entered again."""
    for kind in {type(fact) for fact in facts}:
        kind.objects.using(AGAIN[0]).delete()
    insert.rows(facts, AGAIN[0])
    return AGAIN[0]


def told(*facts: Fact, refused: Collection[uuid.UUID] = ()) -> list[tuple[str, int | None, str | None]]:
    """What differs from these facts, or from the two, entered again."""
    using = again(*(facts or two()))
    found = table_faults(type((facts or two())[0]), using, UPTO, refused)
    return [(fault.key, fault.named.get("seq"), fault.named.get("column")) for fault in found]


@pytest.mark.usefixtures("database")
def test_every_kinds_table_is_equal_to_the_same_facts_entered_again():
    for kind in kinds().values():
        insert.rows([sample(kind, 3)])
    using = again(*(sample(kind, 3) for kind in kinds().values()))
    assert [fault for kind in kinds().values() for fault in table_faults(kind, using, UPTO)] == []


def test_rows_altered_gone_and_added_are_named_by_what_they_are(database):
    insert.rows(two())
    insert.rows([_of("QC05", 5)])
    with unguarded(database) as run:
        run("UPDATE jornal_shift SET minutes = 7, note = 'x' WHERE seq = 3")
        run("DELETE FROM jornal_shift WHERE seq = 4")
    assert told() == [
        (OTHER_VALUE, 3, "minutes"),
        (OTHER_VALUE, 3, "note"),
        (NO_ROW, 4, None),
        (NO_ENTRY, "5", None),
    ]


def test_what_is_sealed_is_not_shown(database):
    insert.rows(two())
    with unguarded(database) as run:
        run("UPDATE jornal_shift SET note = 'secret' WHERE seq = 3")
    (fault,) = table_faults(Shift, again(*two()), UPTO)
    assert "secret" not in str(fault)
    assert "shift QC03, 2026-09-30" in str(fault)


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("root", "01a0f7a4fc60710c9e436d5851a40000", "root"),
        ("corrects", "01a0f7a4fc60710c9e436d5851a40000", "corrects"),
        ("day", "2026-09-29", "day"),
        ("recorded_at", "2026-10-01 12:00:00.251", "recorded at"),
        ("done_on", None, "done on"),
        ("worker", "QC09", "worker"),
        ("by", "S9", "by"),
        ("book", "lima", "book"),
        ("seq", 9, "seq"),
        ("place", "", "place"),
    ],
)
def test_any_column_that_was_altered_is_named(sqlite, column, value, shown):
    insert.rows(two())
    with unguarded(sqlite) as run:
        run("PRAGMA ignore_check_constraints = ON")
        run(f'UPDATE jornal_shift SET "{column}" = %s WHERE seq = 3', value)
    assert told() == [(OTHER_VALUE, 3, shown)]


@pytest.mark.parametrize("value", [b"\x00", "2026-99-99", 7, ""], ids=repr)
def test_what_is_no_day_at_all_is_told_and_stops_nothing(sqlite, value):
    insert.rows(two())
    with unguarded(sqlite) as run:
        run("UPDATE jornal_shift SET day = %s WHERE seq = 3", value)
    assert told() == [(OTHER_VALUE, 3, "day")]


def test_an_id_of_another_type_is_a_row_that_was_never_recorded(sqlite):
    insert.rows(two())
    with unguarded(sqlite) as run:
        run("PRAGMA ignore_check_constraints = ON")
        run("UPDATE jornal_shift SET id = CAST('x' AS BLOB) WHERE seq = 3")
    assert sorted(told()) == sorted([(NO_ROW, 3, None), (NO_ENTRY, "3", None)])


@pytest.mark.usefixtures("database")
def test_a_table_in_a_column_is_compared_by_what_it_says_and_not_by_its_order():
    insert.rows([sample(Enrolled, 3)])
    same = sample(Enrolled, 3)
    same.languages = dict(reversed(same.languages.items()))
    assert told(same) == []
    other = sample(Enrolled, 3)
    other.languages = {**other.languages, "a": None}
    assert told(other) == [(OTHER_VALUE, 3, "languages")]


@pytest.mark.usefixtures("sqlite")
def test_a_fact_that_could_not_be_entered_again_is_not_told_of_twice():
    insert.rows(two())
    refused = [two()[1].id]
    assert told(two()[0], refused=refused) == []
    assert told(two()[0], refused=[uuid.UUID(int=1)]) == [(NO_ENTRY, "4", None)]


@pytest.mark.usefixtures("database")
def test_a_row_beyond_what_was_entered_again_needs_its_entry():
    late = _of("QC20", 20)
    late.day = date(2026, 10, 2)
    insert.rows([*two(), late])
    assert told() == [(NO_ENTRY, "20", None)]
