"""The audit on the screen."""

from datetime import date

import pytest
from django.conf import settings
from django.db import connection

from commanded import at_home, refused, said
from hands import hand
from jornal.facts.attendance import Shift
from jornal.journal import books
from jornal.journal.record import record


@pytest.fixture
def printed(sqlite, monkeypatch):
    """A register with a day of work, and the code of its head as it was printed that evening."""
    at_home(sqlite, monkeypatch)
    record(
        [Shift(worker="QC01", day=date(2026, 10, 1), number=1, site="cusco", what="work", minutes=300)],
        "cusco",
        hand(),
    )
    return books.signed("cusco", "day", hand()).code


def dropped_guards():
    with connection.cursor() as cursor:
        for (name,) in cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


@pytest.mark.usefixtures("printed")
def test_a_sound_register_stands_line_by_line(capsys):
    code, out = said(capsys, "audit")
    checks = [line.split(":")[0] for line in out.splitlines()]
    assert (code, checks[0], checks[-1]) == (0, "ok     guards", "Everything that was looked at stands.")
    assert all(line.startswith("ok ") for line in checks[:-1])
    assert "witness of cusco: 2 entries of 2026-10-01 not witnessed by any code given." in out


def test_a_printed_code_proves_what_stands_before_it(printed, capsys):
    record(
        [Shift(worker="QC02", day=date(2026, 10, 1), number=1, site="cusco", what="work", minutes=300)],
        "cusco",
        hand(),
    )
    code, out = said(capsys, "audit", "--full", "--head", f"{printed[:5].lower()} {printed[5:]}")
    assert code == 0
    assert f"entries 1 to 2 are as they were when {printed[:5]} {printed[5:]} was printed; 1 entry of" in out
    assert "ok     replay" in out


def test_a_row_changed_behind_dropped_guards_is_a_fault(printed, capsys):
    dropped_guards()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE jornal_entry SET body = replace(body, '300', '200') WHERE seq = 2")
    code, out = said(capsys, "audit", "--head", printed)
    faults = [line.split("  ")[1] for line in out.splitlines() if line.startswith("FAULT")]
    assert (code, faults) == (1, ["guards", "chain of cusco", "witness of cusco"])


@pytest.mark.usefixtures("printed")
def test_a_row_of_the_tables_that_was_changed_is_found_by_the_full_audit(capsys):
    dropped_guards()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE jornal_shift SET minutes = 200")
    assert "FAULT  replay" in said(capsys, "audit", "--full")[1]


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("7K2Q9XM4TD", "book cusco or hq or hq.cusco holds no such head"),
        ("7K2Q9", "a head has ten letters and figures"),
    ],
)
def test_a_code_of_no_head_is_a_fault(capsys, typed, says):
    code, out = said(capsys, "audit", "--head", typed)
    assert (code, says in out) == (1, True)


def test_where_no_register_is_nothing_can_be_proved(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(settings, "HOME", tmp_path / "none")
    assert "holds no register" in refused(capsys, "audit")


def test_it_stands_on_each_kind_of_database(database, monkeypatch, capsys):
    at_home(database, monkeypatch)
    assert said(capsys, "audit", "--full")[0] == 0
