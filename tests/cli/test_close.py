"""`jornal close`."""

import pytest

import commanded
import monthly
from jornal.actions import backupkey
from jornal.facts.pay import MonthClosed
from jornal.journal import chain
from jornal.journal.entry import Head


@pytest.fixture
def names(sqlite, monkeypatch, tmp_path):
    return monthly.at_home(sqlite, monkeypatch, tmp_path)[1]


def test_the_day_ends_with_heads_for_the_day_sheet_and_a_backup(names, sqlite, capsys):
    backupkey.keep(sqlite.home, backupkey.new_identity()[0])
    code, text = commanded.said(capsys, "close", "day", monthly.DAY)
    assert code == 0
    assert all(chain.shown(head.code) in text for head in Head.objects.filter(why="day"))
    assert len(list((sqlite.home / "backups").glob("*.backup"))) == 1


def test_without_a_recovery_sheet_the_day_is_closed_and_the_missing_backup_told(names, capsys):
    code, text = commanded.said(capsys, "close", "day", monthly.DAY)
    assert code == 1
    assert "No backup was made" in text
    assert Head.objects.filter(why="day").exists()


def test_a_month_is_closed_with_what_is_open_and_the_characters_to_keep(names, capsys):
    commanded.said(capsys, "issue", monthly.OCTOBER, monthly.DAY, names)
    code, text = commanded.said(capsys, "close", "month", monthly.OCTOBER, monthly.DAY)
    assert code == 0
    assert "not yet out" in text
    assert chain.shown(Head.objects.get(why="month", book="cusco").code) in text
    assert MonthClosed.objects.count() == 1
