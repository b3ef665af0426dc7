"""`jornal restore` as it is typed, on a machine that has nothing."""

import argparse

import pytest
from django.conf import settings

import vaulted
from databases import used
from jornal.cli import restore
from jornal.journal import chain, node, place, vault
from lost import AT, SECRET, backed_up, bare, forgotten, laptop, shifts


def typed(*words):
    parser = argparse.ArgumentParser()
    restore.arguments(parser)
    return restore.run(parser.parse_args([str(word) for word in words]))


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "sheet.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path


def test_it_says_what_it_reaches_what_may_be_missing_and_what_headquarters_has_to_know(
    sqlite, tmp_path, sheet, capsys
):
    laptop(sqlite)
    shifts(1, 3)
    head = chain.shown(chain.code(place.found("cusco").digest))
    made = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine:
        assert typed(made.path, "--to", machine.home, "--by", "S1", "--secret-file", sheet) == 0
    said = capsys.readouterr().out
    code = chain.shown(chain.code(node.kept(tmp_path / "new").public))
    assert f"cusco: 4 entries, head {head}" in said
    assert f"recorded after {AT.astimezone():%Y-%m-%d %H:%M} (17:05 UTC) is not in it" in said
    assert f"a new key, {code}, and writes cusco from now on" in said
    assert "The names are not here." in said


def test_the_names_beside_the_backup_come_along_and_who_was_forgotten_since_does_not(
    sqlite, tmp_path, sheet, capsys, monkeypatch
):
    laptop(sqlite, names=True)
    vaulted.unlocked(sqlite.home / "vault.sqlite3").mint(vaulted.ROSA, vaulted.NOK)
    made = backed_up(sqlite)
    (tmp_path / "gone.txt").write_text(vaulted.NOK, encoding="utf-8")
    with bare("sqlite", tmp_path / "new") as machine:
        monkeypatch.setattr(settings, "HOME", machine.home)
        typed(made.path, "--by", "S1", "--secret-file", sheet, "--also", tmp_path / "gone.txt")
    assert vault.tokens(tmp_path / "new" / "vault.sqlite3") == [vaulted.ROSA]
    assert "Forgotten stays forgotten: 1 people." in capsys.readouterr().out


def test_a_later_backup_also_tells_who_was_forgotten(sqlite, tmp_path, sheet):
    laptop(sqlite, names=True)
    vaulted.unlocked(sqlite.home / "vault.sqlite3").mint(vaulted.ROSA, vaulted.NOK)
    forgotten(vaulted.ROSA)
    later = backed_up(sqlite)
    with bare("sqlite", tmp_path / "new") as machine:
        typed(later.path, "--to", machine.home, "--by", "S1", "--secret-file", sheet, "--also", later.path)
    assert vault.tokens(tmp_path / "new" / "vault.sqlite3") == [vaulted.NOK]


def test_a_person_restores_and_is_named_in_the_book(sqlite, tmp_path, sheet, capsys):
    laptop(sqlite)
    made = backed_up(sqlite)
    with pytest.raises(SystemExit):
        typed(made.path, "--to", tmp_path / "new", "--secret-file", sheet)
    assert "--by" in capsys.readouterr().err
    with bare("sqlite", tmp_path / "new") as machine:
        typed(
            made.path, "--to", machine.home, "--by", "S7", "--role", "hq-operations", "--secret-file", sheet
        )
        with used(machine):
            opening = place.openings("cusco")[-1]
    assert (opening.by, opening.role) == ("S7", "hq_operations")
