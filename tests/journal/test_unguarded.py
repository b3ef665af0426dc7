"""Registers whose guards are gone: nothing is recorded in them, and who records can take none away."""

import sqlite3
from contextlib import closing

import psycopg
import pytest
from django.db import connection

import databases
from hands import hand
from jornal.journal import books, guard
from jornal.journal.entry import Entry
from jornal.journal.guard import GuardMissing
from jornal.journal.record import record
from journal.registers import shift
from journal.tampering import refused

EMPTY = "CREATE OR REPLACE FUNCTION jornal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"


@pytest.fixture
def opened(database):
    books.opened("cusco", "hq", hand())
    return database


def file(database) -> sqlite3.Connection:
    return sqlite3.connect(database.home / "register.sqlite3", isolation_level=None)


def as_owner(database, *said: str) -> None:
    with psycopg.connect(database.owner_url, autocommit=True) as other:
        for statement in said:
            other.execute(statement)


def not_recorded(why: str) -> None:
    connection.close()  # as at the next start
    with pytest.raises(GuardMissing, match=why):
        record([shift()], "cusco", hand())
    assert Entry.objects.count() == 1


SQLITE = {
    "gone": 'DROP TRIGGER "jornal_shift_delete"',
    "altered": 'DROP TRIGGER "jornal_shift_delete"; '
    'CREATE TRIGGER "jornal_shift_delete" BEFORE DELETE ON "jornal_shift" BEGIN SELECT 1; END',
    "table remade": "CREATE TABLE remade AS SELECT * FROM jornal_shift; DROP TABLE jornal_shift; "
    "ALTER TABLE remade RENAME TO jornal_shift",
    "swallows": "CREATE TRIGGER more BEFORE INSERT ON jornal_shift BEGIN SELECT RAISE(IGNORE); END",
    "schema": "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'jornal_entry_update'",
}


@pytest.mark.parametrize("how", SQLITE)
def test_nothing_is_recorded_in_a_file_whose_guards_were_tampered_with(sqlite, how):
    books.opened("cusco", "hq", hand())
    connection.close()
    with closing(file(sqlite)) as other:
        other.executescript(SQLITE[how])
    not_recorded("was put on a table" if how == "swallows" else "is gone or was altered")


def test_a_guard_dropped_while_a_program_works_stops_it_at_once(sqlite):
    books.opened("cusco", "hq", hand())
    with closing(file(sqlite)) as other:
        other.execute(SQLITE["gone"])
    with pytest.raises(GuardMissing, match="jornal_shift_delete"):
        record([shift()], "cusco", hand())


@pytest.mark.usefixtures("sqlite")
def test_nothing_is_recorded_where_a_power_cut_could_take_it():
    books.opened("cusco", "hq", hand())
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = NORMAL")
    with pytest.raises(GuardMissing, match="does not wait until"):
        record([shift()], "cusco", hand())


DROPPED = "DROP TRIGGER jornal_shift_rows ON jornal_shift"
AGAIN = "CREATE TRIGGER jornal_shift_rows {} ON jornal_shift FOR EACH ROW {} EXECUTE FUNCTION jornal_refuse()"
POSTGRES = {
    "gone": [DROPPED],
    "switched off": ["ALTER TABLE jornal_shift DISABLE TRIGGER jornal_shift_rows"],
    "all switched off": ["ALTER TABLE jornal_entry DISABLE TRIGGER USER"],
    "replica only": ["ALTER TABLE jornal_shift ENABLE REPLICA TRIGGER jornal_shift_table"],
    "emptied": [EMPTY],
    "on a condition": [DROPPED, AGAIN.format("BEFORE UPDATE OR DELETE", "WHEN (OLD.seq < 0)")],
    "of one column": [DROPPED, AGAIN.format("BEFORE UPDATE OF seq OR DELETE", "")],
    "afterwards": [DROPPED, AGAIN.format("AFTER UPDATE OR DELETE", "")],
    "not of updates": [DROPPED, AGAIN.format("BEFORE DELETE", "")],
}


@pytest.fixture
def postgres(tmp_path):
    with databases.fresh("postgresql", tmp_path / "home") as found:
        books.opened("cusco", "hq", hand())
        yield found


@pytest.mark.parametrize("how", POSTGRES)
def test_nothing_is_recorded_in_a_server_whose_guards_were_tampered_with(postgres, how):
    as_owner(postgres, *POSTGRES[how])
    not_recorded("gone, was altered or was switched off")


@pytest.mark.parametrize(
    "said",
    [
        "CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$",
        "CREATE RULE swallow AS ON INSERT TO jornal_shift DO INSTEAD NOTHING",
    ],
)
def test_nothing_is_recorded_where_something_may_swallow_it(postgres, said):
    as_owner(postgres, said)
    if "FUNCTION" in said:
        as_owner(
            postgres,
            "CREATE TRIGGER more BEFORE INSERT ON jornal_shift FOR EACH ROW EXECUTE FUNCTION swallow()",
        )
    not_recorded("may swallow what is recorded")


@pytest.mark.parametrize("said", ["GRANT UPDATE ON jornal_entry TO jornal", "GRANT jornal_owner TO jornal"])
def test_a_user_who_may_change_rows_records_nothing(postgres, said):
    as_owner(postgres, said) if "jornal_entry" in said else databases._server_says(said)
    try:
        not_recorded("owns the tables or may change rows")
    finally:
        if "jornal_owner" in said:
            databases._server_says("REVOKE jornal_owner FROM jornal")


def test_the_owner_of_the_tables_records_nothing(postgres):
    as_the_owner = databases.Database("postgresql", postgres.home, postgres.owner_url)
    with databases.used(as_the_owner):
        not_recorded("owns the tables")


@pytest.mark.usefixtures("postgres")
def test_a_session_that_does_not_wait_for_the_disk_records_nothing():
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    with pytest.raises(GuardMissing, match="does not wait"):
        record([shift()], "cusco", hand())


@pytest.mark.parametrize(
    "said",
    [
        "ALTER TABLE jornal_shift DISABLE TRIGGER ALL",
        "DROP TRIGGER jornal_shift_rows ON jornal_shift",
        "DROP TABLE jornal_shift",
        "ALTER TABLE jornal_shift RENAME TO other",
        "CREATE TRIGGER more BEFORE INSERT ON jornal_shift FOR EACH ROW EXECUTE FUNCTION jornal_refuse()",
        EMPTY,
        "SET session_replication_role = replica",
        "ALTER TABLE jornal_entry OWNER TO jornal",
    ],
)
@pytest.mark.usefixtures("postgres")
def test_who_records_can_take_no_guard_away(said):
    assert refused(said)
    record([shift()], "cusco", hand())


def test_guards_that_are_installed_again_stand(opened):
    if opened.vendor == "sqlite":
        with closing(file(opened)) as other:
            other.executescript(SQLITE["altered"])
        guard.install(connection)
    else:
        as_owner(opened, EMPTY)
        with databases.used(databases.Database("postgresql", opened.home, opened.owner_url)):
            guard.install(connection)
    assert record([shift()], "cusco", hand())[0].seq == 2
