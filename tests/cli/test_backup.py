"""`jornal backup` as it is typed."""

import argparse

import pytest
from django.conf import settings

from jornal.actions.parcel import NotOpened
from jornal.cli import backup
from jornal.cli.backup import SecretWanted
from jornal.journal import chain, place
from lost import SECRET, laptop, shifts


@pytest.fixture(autouse=True)
def _home(database, monkeypatch):
    monkeypatch.setattr(settings, "HOME", database.home)
    laptop(database)
    shifts(1, 3)


def typed(*words):
    parser = argparse.ArgumentParser()
    backup.arguments(parser)
    return backup.run(parser.parse_args([str(word) for word in words]))


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "sheet.txt"
    path.write_text(f"{SECRET}\n", encoding="utf-8")
    return path


def test_it_says_where_it_lies_how_far_it_reaches_and_the_head_to_compare(database, capsys):
    assert typed() == 0
    said = capsys.readouterr().out
    (made,) = (database.home / "backups").glob("jornal-cusco-*.backup")
    head = chain.shown(chain.code(place.found("cusco").digest))
    assert f"{made}: written, opened again and read through." in said
    assert f"cusco: 4 entries, head {head}, recorded 2026-10-01" in said
    assert "no names on this computer" in said


def test_a_backup_is_opened_with_the_sheet_to_check_it(tmp_path, sheet, capsys):
    typed("--to", tmp_path / "stick")
    (made,) = (tmp_path / "stick").iterdir()
    capsys.readouterr()
    assert typed("--check", made, "--secret-file", sheet) == 0
    said = capsys.readouterr().out
    assert f"{made}: whole, made 20" in said
    assert "cusco: 4 entries" in said


def test_another_sheet_opens_nothing(tmp_path, sheet):
    typed("--to", tmp_path / "stick")
    (made,) = (tmp_path / "stick").iterdir()
    sheet.write_text(
        "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33", encoding="utf-8"
    )
    with pytest.raises(NotOpened, match="not the one for names"):
        typed("--check", made, "--secret-file", sheet)


def test_where_nobody_can_be_asked_the_secret_comes_from_a_file(tmp_path):
    with pytest.raises(SecretWanted, match="--secret-file"):
        typed("--check", tmp_path / "any")


def test_a_broken_chain_is_said_and_gives_one(capsys, monkeypatch):
    whole = chain.after
    monkeypatch.setattr(
        chain, "after", lambda digest, body: whole(digest, body + ("!" if '"seq":3' in body else ""))
    )
    assert typed() == 1
    assert "Book cusco, entry 3: it does not follow from the one before." in capsys.readouterr().out
