"""Settings from the environment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jornal.settings import BadSetting, database, home

AT = "postgresql://jornal:p%40ss@db.example:5433/jor%20nal?sslmode=require"


def test_without_an_address_it_is_a_file_that_keeps_what_it_acknowledged():
    found = database("", Path("/srv/jornal"))
    assert found["NAME"] == Path("/srv/jornal/register.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]


def test_an_address_of_postgresql_is_taken_apart():
    found = database(AT, Path("/srv/jornal"))
    assert {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "jor nal", "USER": "jornal", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }  # fmt: skip


def test_a_socket_may_be_named_as_the_host():
    assert database("postgresql:///jornal?host=/run/pg", Path("/srv"))["HOST"] == "/run/pg"


@pytest.mark.parametrize("url", ["mysql://x/y", "jornal", "http://example.org"])
def test_no_other_kind_of_database_is_taken(url):
    with pytest.raises(BadSetting, match=r"The setting DATABASE_URL cannot be used"):
        database(url, Path("/srv"))


@pytest.mark.parametrize(("said", "there"), [("", Path.home() / "jornal"), ("/srv/x", Path("/srv/x"))])
def test_the_folder_is_said_or_lies_in_the_home_folder(monkeypatch, said, there):
    monkeypatch.setenv("JORNAL_HOME", said)
    assert home() == there


def test_a_setting_that_cannot_be_used_is_one_sentence_on_the_screen(tmp_path):
    bad = {**os.environ, "JORNAL_HOME": str(tmp_path), "DATABASE_URL": "mysql://x/y"}
    program = [sys.executable, "-m", "jornal.cli.main", "status"]
    run = subprocess.run(program, env=bad, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr.count("\n"), run.stderr[:40]) == (
        2,
        1,
        "jornal: The setting DATABASE_URL cannot ",
    )
