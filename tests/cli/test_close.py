"""`jornal close`."""

import pytest
from pypdf import PdfReader

import commanded
import monthly
import offices
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


def test_the_day_sheet_bears_the_characters_that_were_signed(names, sqlite, tmp_path, capsys):
    commanded.said(capsys, "close", "day", "--day=2026-10-30", "--language=en", f"--paper={tmp_path}")
    page = (
        PdfReader(tmp_path / "cusco-2026-10-30-recorded.pdf").pages[0].extract_text().replace("\u00a0", " ")
    )
    assert all(chain.shown(head.code) in page for head in Head.objects.filter(why="day"))
    assert "Names are locked" in page
    assert "Q01" in page


def test_a_day_sheet_that_cannot_be_made_holds_no_close_up(names, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    code, text = commanded.said(capsys, "close", "day", monthly.DAY, f"--paper={tmp_path / 'file'}")
    assert (code, "No day sheet was made" in text) == (1, True)
    assert all(chain.shown(head.code) in text for head in Head.objects.filter(why="day"))


def test_headquarters_closes_its_day_without_a_sheet(names, sqlite, capsys):
    offices.office("hq_finance", "F1", site="")
    told = ("--by=F1", "--role=hq_finance", "--site=hq")
    _, text = commanded.said(capsys, "close", "day", monthly.DAY, *told)
    assert "hq " in text
    assert "day sheet" not in text
    assert not (sqlite.home / "papers").exists()


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
