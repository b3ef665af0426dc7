"""Every entry entered again into an empty database."""

import pytest
from django.db import connections

from hands import STRANGER, hand
from jornal.facts.attendance import Shift
from jornal.journal import books, replay
from jornal.journal.entry import Entry
from jornal.journal.faults import COUNT, NO_ENTRY, NO_ROW, NOT_REPLAYED, OTHER_VALUE, UNKNOWN_KIND, UNREADABLE
from jornal.journal.record import record
from jornal.journal.replay import counts_faults, empty, replayed_faults
from journal.registers import register, shift, worked
from journal.tampering import reworded, unguarded

both = pytest.mark.usefixtures("database")
FORGED = (
    "INSERT INTO jornal_shift SELECT {columns} FROM jornal_shift WHERE seq = 6",
    {
        "id": "'01a0f7a4fc60710c9e436d5851a40000'",
        "root": "'01a0f7a4fc60710c9e436d5851a40000'",
        "number": "9",
        "seq": "8",
    },
)


def found() -> list[tuple[str, int | None]]:
    return [(fault.key, fault.seq) for fault in replayed_faults()]


@both
def test_books_that_nobody_touched_give_the_tables_that_stand():
    register()
    books.opened("lima", "hq", hand(node=STRANGER))
    assert (replayed_faults(), counts_faults(), counts_faults(each=True)) == ([], [], [])


@both
def test_an_empty_register_has_nothing_to_replay():
    assert (replayed_faults(), counts_faults()) == ([], [])


def test_a_row_altered_without_an_entry_is_named_with_both_values(database):
    register()
    with unguarded(database) as run:
        run("UPDATE jornal_shift SET minutes = 600 WHERE seq = 2")
    (fault,) = replayed_faults()
    assert (fault.key, fault.seq) == (OTHER_VALUE, 2)
    assert "shift QC01, 2026-10-01, 1 says 600 for minutes, but 300 was recorded" in str(fault)


def test_a_row_put_in_without_an_entry_is_named(database):
    register()
    _forge(database)
    (fault,) = replayed_faults()
    assert fault.key == NO_ENTRY
    assert "shift QC01, 2026-10-03, 9 stands in the tables at place 8" in str(fault)


def _forge(database) -> None:
    statement, values = FORGED
    with unguarded(database) as run:
        columns = [field.column for field in Shift._meta.concrete_fields]
        cast = "::uuid" if database.vendor == "postgresql" else ""
        given = {name: value + (cast if name in ("id", "root") else "") for name, value in values.items()}
        run(statement.format(columns=", ".join(given.get(name, f'"{name}"') for name in columns)))


def test_a_row_taken_out_is_named(database):
    register()
    with unguarded(database) as run:
        run("DELETE FROM jornal_shift WHERE seq = 6")
    assert found() == [(NO_ROW, 6)]


def test_an_entry_rewritten_without_its_row_is_named(database):
    register()
    with unguarded(database) as run:
        run(
            "UPDATE jornal_entry SET body = %s WHERE seq = 6",
            reworded(Entry.objects.get(seq=6).body, minutes=1),
        )
    assert found() == [(OTHER_VALUE, 6)]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"corrects": None, "root": None}, UNREADABLE),
        ({"worker": "QC01", "number": 1, "day": "2026-10-02"}, NOT_REPLAYED),
        ({"what": None}, NOT_REPLAYED),
        ({"kind": "lottery"}, UNKNOWN_KIND),
        ({"v": 99}, UNKNOWN_KIND),
        ({"day": "someday"}, UNREADABLE),
    ],
    ids=str,
)
def test_an_entry_that_the_constraints_or_this_release_refuse_is_named_and_stops_nothing(sqlite, change, key):
    register()
    with unguarded(sqlite) as run:
        run(
            "UPDATE jornal_entry SET body = %s WHERE seq = 6",
            reworded(Entry.objects.get(seq=6).body, **change),
        )
    assert found()[0] == (key, 6)
    assert {seq for _, seq in found()} <= {6, None}


def test_a_text_that_is_none_is_named(sqlite):
    register()
    with unguarded(sqlite) as run:
        run("UPDATE jornal_entry SET body = '{' WHERE seq = 6")
    assert found()[0] == (UNREADABLE, 6)


@both
def test_what_is_recorded_while_the_audit_runs_is_no_fault(monkeypatch):
    register()
    ends = replay._ends

    def and_then_somebody_records() -> dict[str, int]:
        before = ends()
        worked(hand(), days=1, since=20)
        return before

    monkeypatch.setattr(replay, "_ends", and_then_somebody_records)
    assert replayed_faults() == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("DELETE FROM jornal_shift WHERE seq = 6", [("cusco", "shift", 9, 8)]),
        ("DELETE FROM jornal_entry WHERE kind = 'opening'", [("cusco", "opening", 0, 1)]),
    ],
)
def test_a_book_whose_rows_and_entries_differ_in_number_is_named_by_kind(database, statement, expected):
    register()
    with unguarded(database) as run:
        run(statement)
    faults = counts_faults()
    assert [fault.key for fault in faults] == [COUNT]
    assert [(f.book, f.named["kind"], f.named["entries"], f.named["rows"]) for f in faults] == expected


def test_rows_taken_from_one_kind_and_put_into_another_are_found_when_each_is_counted(sqlite):
    register()
    with unguarded(sqlite) as run:
        run("UPDATE jornal_entry SET kind = 'pieces' WHERE seq = 6")
    assert counts_faults() == []
    assert {fault.named["kind"] for fault in counts_faults(each=True)} == {"pieces", "shift"}


@pytest.mark.usefixtures("sqlite")
def test_the_empty_database_is_gone_afterwards():
    with empty() as using:
        name = connections[using].settings_dict["NAME"]
        assert name.exists()
    assert not name.parent.exists()
    assert using not in connections.settings


@both
def test_a_replay_goes_by_sets_and_none_is_left_out(monkeypatch):
    books.opened("cusco", "hq", hand())
    record([shift(f"Q{n}") for n in range(23)], "cusco", hand())
    monkeypatch.setattr(replay, "AT_ONCE", 5)
    assert replayed_faults() == []
