"""`jornal lighten`."""

from functools import partial

import pytest
from django.conf import settings

import commanded
import hands
import lost
import offices
from jornal.actions import backupkey
from jornal.actions import lighten as lightening
from jornal.cli import register
from jornal.journal import chain, node
from jornal.journal.entry import Head
from jornal.journal.hand import Hand
from journal import aged


@pytest.fixture
def here(sqlite, monkeypatch):
    monkeypatch.setattr(settings, "HOME", sqlite.home)
    monkeypatch.setattr(register, "Hand", partial(Hand, clock=hands.at(aged.NOW.isoformat())))
    node.made(sqlite.home, seed=bytes(hands.LAPTOP.key))
    (sqlite.home / "desk.toml").write_text(commanded.DESK, encoding="utf-8")
    backupkey.keep(sqlite.home, lost.RECIPIENT)
    aged.book()
    offices.office()
    return sqlite


def test_it_says_which_texts_went_where_they_are_and_what_the_audit_makes_of_it(here, capsys, tmp_path):
    code, text = commanded.said(capsys, "lighten", "--to", str(tmp_path / "stick"), "--day=2026-10-01")
    (archive,) = (tmp_path / "stick").glob("jornal-*.archive")
    assert code == 0
    head = chain.shown(Head.objects.get(book="cusco", seq=15).code)
    assert f"{archive}: every text there is" in text
    assert f"cusco: 13 texts before entry 15, closed on 2024-10-01 with head {head}; each comes" in text
    assert "MB before" in text
    code, text = commanded.said(capsys, "audit", "--full", "--archive", str(archive))
    assert code == 0
    assert "13 of them by their rows" in text
    code, text = commanded.said(capsys, "audit", "--archive", str(here.home / "desk.toml"))
    assert code == 1
    assert "desk.toml is no archive of this register" in text


def test_where_nothing_is_old_enough_it_says_so(here, capsys):
    commanded.said(capsys, "lighten", "--day=2026-10-01")
    code, text = commanded.said(capsys, "lighten", "--day=2026-10-01")
    assert code == 0
    assert "Nothing was put away" in text


def test_a_file_that_could_not_be_made_smaller_is_told(here, capsys, monkeypatch):
    monkeypatch.setattr(lightening, "_smaller", lambda: "database is locked")
    code, text = commanded.said(capsys, "lighten", "--day=2026-10-01")
    assert code == 1
    assert "could not be made smaller (database is locked)" in text


@pytest.mark.usefixtures("here")
def test_an_archive_that_is_not_there_is_told(capsys):
    code, text = commanded.said(capsys, "audit", "--archive", "no.archive")
    assert code == 1
    assert "no.archive cannot be read: No such file" in text


def test_without_a_recovery_sheet_nothing_is_put_away(here, capsys):
    (here.home / backupkey.NAME).unlink()
    assert commanded.refused(capsys, "lighten", "--day=2026-10-01")
    assert aged.missing() == []
