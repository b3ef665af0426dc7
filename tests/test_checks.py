"""Django's checks of this node, each with its number."""

import os
import time
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import DatabaseError, connection

from commanded import at_home
from jornal import checks


def ids(found):
    return [one.id for one in found]


@pytest.fixture
def home(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    sqlite.home.chmod(0o700)
    return sqlite.home


def backup(home, age_days):
    (home / "backups").mkdir()
    path = home / "backups" / "jornal-cusco.backup"
    path.write_bytes(b"x")
    at = time.time() - age_days * 86400
    os.utime(path, (at, at))


def test_a_register_in_order_passes(home):
    backup(home, 1)
    assert ids([*checks.folder(), *checks.hosts(), *checks.tables(databases=["default"])]) == []


def test_a_folder_without_a_register_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "HOME", tmp_path)
    assert ids(checks.folder()) == ["jornal.E001"]


def test_a_folder_that_others_may_read_is_told(home):
    backup(home, 1)
    home.chmod(0o750)
    assert ids(checks.folder()) == (["jornal.E002"] if os.name == "posix" else [])


@pytest.mark.parametrize("name", ["accounts.sqlite3", "secret.key"])
@pytest.mark.parametrize(
    ("rights", "told"), [(0o600, []), (0o640, ["jornal.E006"]), (0o604, ["jornal.E006"])]
)
def test_secrets_of_the_sign_in_that_others_may_read_are_told(home, name, rights, told):
    backup(home, 1)
    (home / name).write_bytes(b"x")
    (home / name).chmod(rights)
    assert ids(checks.folder()) == (told if os.name == "posix" else [])


@pytest.mark.parametrize(
    ("demo", "invented", "told"), [(False, False, []), (True, True, []), (True, False, ["jornal.W003"])]
)
def test_the_setting_of_the_demo_in_a_real_register_is_told(home, monkeypatch, demo, invented, told):
    monkeypatch.setattr(settings, "DEMO", demo)
    monkeypatch.setattr(checks.invented, "wholly", lambda _: invented)
    assert ids(checks.demo(databases=["default"])) == told
    assert checks.demo(databases=None) == []


@pytest.mark.parametrize(("age", "told"), [(6, []), (8, ["jornal.W002"])])
def test_an_old_backup_is_told(home, age, told):
    backup(home, age)
    assert ids(checks.folder()) == told


@pytest.mark.usefixtures("home")
def test_a_register_that_was_never_backed_up_is_told():
    assert ids(checks.folder()) == ["jornal.W002"]


def test_pages_under_any_name_are_told(monkeypatch):
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["*"])
    assert ids(checks.hosts()) == ["jornal.W001"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("DELETE FROM django_migrations WHERE app = 'jornal'", ["jornal.E004"]),
        ('DROP TRIGGER "jornal_entry_delete"', ["jornal.E005"]),
    ],
)
def test_tables_that_are_not_as_they_should_be_are_told(harm, told):
    with connection.cursor() as cursor:
        cursor.execute(harm)
    assert ids(checks.tables(databases=["default"])) == told


def test_a_database_that_does_not_answer_is_told(monkeypatch):
    def refuses(_):
        raise DatabaseError("connection refused\nIs it running?")

    monkeypatch.setattr(checks, "MigrationExecutor", refuses)
    (found,) = checks.tables(databases=["default"])
    assert (found.id, found.hint) == (
        "jornal.E003",
        "connection refused. See that it runs, and DATABASE_URL.",
    )


def test_without_being_asked_the_database_is_left_alone(monkeypatch):
    monkeypatch.setattr(checks, "connections", SimpleNamespace())
    assert checks.tables(databases=None) == []
