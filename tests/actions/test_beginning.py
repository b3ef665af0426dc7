"""A register begun, and begun again after it was cut off."""

import os
import stat
from datetime import UTC, datetime

import pytest
from django.db import connection

from founding import SECRETS, answers, begun
from jornal.actions import adopt, beginning
from jornal.actions.audit import Asked, audited
from jornal.actions.beginning import begin, finish, is_finished, short
from jornal.actions.intake import keep
from jornal.facts.organisation import (
    Authority,
    Employer,
    Enterprise,
    RoleGranted,
    Site,
    Staff,
    Timetable,
    Workshop,
)
from jornal.journal import guard, place, vault
from jornal.journal.entry import Entry
from jornal.journal.vaultlock import WrongPassphrase
from jornal.terms import load
from vaulted import CHEAP, PASSPHRASE


def new(**more: str) -> dict[str, str]:
    told = {
        "terms": "new", "enterprise": "hilo", "enterprise_label": 'Hilo "Abierto"', "site": "lima",
        "site_label": "Workshop in Lima", "country": "pe", "employer": "Hilo", "authority": "Prison authority of Lima",
    }  # fmt: skip
    return answers(**{**told, **more})


def test_the_first_facts_stand_in_their_books_and_the_audit_passes(database):
    begun(database.home, answers())
    facts = (Enterprise, Authority, Site, Employer, Staff, RoleGranted, Workshop, Timetable)
    assert {kind.KIND: set(kind.objects.values_list("book", flat=True)) for kind in facts} == {
        "enterprise": {"hq"}, "authority": {"hq"}, "site": {"hq"}, "employer": {"hq"}, "staff": {"hq"},
        "role_granted": {"hq"}, "workshop": {"cusco"}, "timetable": {"cusco"},
    }  # fmt: skip
    assert place.books() == ["cusco", "hq", "hq.cusco"]
    assert adopt.adopted().enterprise == "qori"
    assert [found for found in audited(Asked(full=True)) if found.faults] == []


def test_names_lie_in_the_vault_and_nowhere_else(sqlite):
    codes = begun(sqlite.home, answers())
    keys = vault.unlocked(sqlite.home / "vault.sqlite3", codes.names)
    assert keys.tokens() == sorted(Staff.objects.values_list("staff", flat=True))
    finish(sqlite.home, answers())
    held = b"".join(path.read_bytes() for path in sqlite.home.iterdir() if path.is_file())
    assert [name for name in (b"Quispe", b"Flores", PASSPHRASE.encode()) if name in held] == []


def test_the_folder_and_its_keys_are_their_owners_alone(sqlite):
    begun(sqlite.home, answers())
    modes = {
        name: stat.S_IMODE((sqlite.home / name).stat().st_mode) for name in (".", "node.key", "secret.key")
    }
    assert modes == {".": 0o700, "node.key": 0o600, "secret.key": 0o600} or os.name != "posix"


STEPS = (
    "private",
    "tables",
    "_vault",
    "_backups",
    "_books",
    "_people",
    "_organisation",
    "_timetable",
    "_terms",
)


@pytest.mark.parametrize("step", STEPS)
def test_cut_off_before_any_step_it_is_begun_the_next_day_and_nothing_stands_twice(sqlite, monkeypatch, step):
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(beginning, step, cut)
        with pytest.raises(KeyboardInterrupt):
            begun(sqlite.home, answers())
    codes = begun(sqlite.home, answers(), clock=lambda: datetime(2026, 10, 2, 12, tzinfo=UTC))
    assert vault.unlocked(sqlite.home / "vault.sqlite3", codes.names).tokens() != []
    kinds = list(
        Entry.objects.exclude(kind__in=["opening", "staff", "role_granted"]).values_list("kind", flat=True)
    )
    assert sorted(kinds) == [
        "authority",
        "employer",
        "enterprise",
        "site",
        "terms_adopted",
        "timetable",
        "workshop",
    ]


def test_begun_twice_nothing_is_recorded_twice(sqlite):
    begun(sqlite.home, answers())
    before = Entry.objects.count()
    begun(sqlite.home, answers())
    assert Entry.objects.count() == before


def test_a_vault_that_was_cut_off_while_it_was_made_is_made_again(sqlite):
    (sqlite.home / "vault.sqlite3").write_bytes(b"")
    codes = begun(sqlite.home, answers())
    assert len(vault.unlocked(sqlite.home / "vault.sqlite3", codes.names).tokens()) == 2


def test_another_passphrase_than_the_first_time_is_refused(sqlite):
    begun(sqlite.home, answers())
    with pytest.raises(WrongPassphrase):
        begin(sqlite.home, answers(), SECRETS._replace(passphrase="other quiet looms at noon"), cost=CHEAP)


def test_without_terms_there_is_a_first_file_that_can_be_read(sqlite):
    said = begun(sqlite.home, new())
    path = sqlite.home / "terms" / "enterprises" / "hilo.toml"
    found = load.enterprise(path, sqlite.home / "terms")
    assert (found.label, found.site[0].id, adopt.latest()) == ('Hilo "Abierto"', "lima", None)
    assert f"jornal terms adopt {path}" in said.says[-1]


def test_a_first_file_that_was_filled_in_is_left_alone(sqlite):
    path = sqlite.home / "terms" / "enterprises" / "hilo.toml"
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    begun(sqlite.home, new())
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("model", "where", "week", "tables"),
    [("employment", "workshop", "5h x5", 1), ("craft", "cell", "", 0)],
)
def test_where_nobody_sets_hours_there_is_no_timetable(sqlite, model, where, week, tables):
    begun(sqlite.home, new(model=model, timetable=week))
    assert (Workshop.objects.get().place, Timetable.objects.count()) == (where, tables)


def test_it_is_finished_when_that_is_noted(sqlite):
    keep(sqlite.home, answers())
    begun(sqlite.home, answers())
    assert not is_finished(sqlite.home)
    finish(sqlite.home, answers())
    assert is_finished(sqlite.home)


def test_a_register_that_was_restored_here_is_not_begun_over(sqlite):
    (sqlite.home / "node.key").write_bytes(b"x" * 32)
    assert is_finished(sqlite.home)


@pytest.mark.usefixtures("sqlite")
def test_guards_are_put_on_again():
    with connection.cursor() as cursor:
        cursor.execute('DROP TRIGGER "jornal_entry_delete"')
    beginning.guards()
    guard.check(connection)
    assert beginning.tables() is False


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Prison authority of Lima", "prison-authority-of-lima"),
        ("กรมราชทัณฑ์", "authority"),
        ("A" * 50, "a" * 38),
    ],
)
def test_an_authority_gets_a_short_name(label, name):
    assert short(label) == name
