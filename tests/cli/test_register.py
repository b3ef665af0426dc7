"""The desk of the command line, and what the database says as a sentence."""

import argparse
import sqlite3

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from commanded import at_home, refused, said
from jornal.cli import register
from jornal.journal.guard import GuardMissing


def told(**more: object) -> argparse.Namespace:
    return argparse.Namespace(
        **{"by": None, "role": None, "site": None, "day": None, "passphrase": None, **more}
    )


def test_what_is_usual_at_the_desk_need_not_be_said(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    at = register.office(told())
    assert (at.hand.by, at.hand.role, at.site) == ("S1", "site_manager", "cusco")


def test_what_is_said_goes_before_what_is_usual(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    at = register.office(told(by="F1", role="hq-finance", site="hq"))
    assert (at.hand.by, at.hand.role, at.site) == ("F1", "hq_finance", "")


@pytest.mark.parametrize(("desk", "missing"), [("", "--by"), ('by = "S1"\n', "--role")])
def test_nobody_records_without_a_name_and_a_role(sqlite, monkeypatch, desk, missing):
    at_home(sqlite, monkeypatch)
    (sqlite.home / "desk.toml").write_text(desk, encoding="utf-8")
    with pytest.raises(register.NobodyAtTheDesk, match=missing):
        register.office(told())


def test_a_desk_that_cannot_be_read_is_told(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    (sqlite.home / "desk.toml").write_text("by =", encoding="utf-8")
    with pytest.raises(register.Unreachable, match="toml cannot be read"):
        register.office(told())


def test_a_computer_without_a_register_is_told_how_to_begin(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(settings, "HOME", tmp_path / "none")
    assert "jornal init" in refused(
        capsys, "correct", "shift", "worker=Q", "--why", "x", "--by", "S1", "--role", "trainer"
    )


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (OperationalError("no such table: jornal_entry"), "no tables yet"),
        (OperationalError('relation "jornal_entry" does not exist\nLINE 1'), "no tables yet"),
        (OperationalError("unable to open database file"), "jornal init"),
        (OperationalError("database is locked"), "Another program is writing"),
        (
            OperationalError("connection refused\nIs the server running?"),
            "refuses: connection refused. Nothing",
        ),
        (ImproperlyConfigured("Error loading psycopg2 or psycopg module\nDid you"), "pip install jornal[hq]"),
        (GuardMissing("the guard x is gone"), "Nothing was recorded: the guard x is gone"),
    ],
)
def test_what_the_database_says_is_one_sentence(fault, says):
    with pytest.raises(ValueError, match=r"^[^\n]*$") as told_, register.spoken():
        raise fault
    assert says in str(told_.value)


def test_a_full_disk_is_told_as_one():
    with pytest.raises(OSError, match="No space"), register.spoken():
        raise OperationalError("database or disk is full") from sqlite3.OperationalError(
            "database or disk is full"
        )


def test_the_day_is_that_of_the_site_and_can_be_given(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    assert said(capsys, "do", "--day", "tomorrow")[0] == 2
