"""`jornal slips`."""

import stat

import pytest
from pypdf import PdfReader

import commanded
import monthly
from jornal.facts.pay import SlipHanded
from jornal.journal import chain
from jornal.journal.entry import Head


@pytest.fixture
def home(sqlite, monkeypatch, tmp_path, capsys):
    names = monthly.at_home(sqlite, monkeypatch, tmp_path)[1]
    commanded.said(capsys, "issue", monthly.OCTOBER, monthly.DAY, names)
    return sqlite.home, names


def test_a_payslip_bears_her_name_and_the_head_that_proves_the_book(home, capsys):
    folder, names = home
    code, text = commanded.said(capsys, "slips", monthly.OCTOBER, "--worker=Q01", monthly.DAY, names)
    assert code == 0
    path = folder / "papers" / "cusco-2026-10"
    assert str(path / "index.html") in text
    page = PdfReader(path / "slips" / "Q01.pdf").pages[0].extract_text().replace("\u00a0", " ")
    assert "name of Q01" in page
    assert chain.shown(Head.objects.get(why="issue").code) in page
    assert not (path / "slips" / "Q02.pdf").exists()


def test_the_folder_is_for_its_owner_alone(home, capsys):
    folder, names = home
    commanded.said(capsys, "slips", monthly.OCTOBER, "--worker=Q01", monthly.DAY, names)
    assert stat.S_IMODE((folder / "papers" / "cusco-2026-10").stat().st_mode) == 0o700
    assert not SlipHanded.objects.exists()


def test_a_month_that_is_not_issued_has_no_papers(home, capsys):
    assert "not issued" in commanded.refused(capsys, "slips", "2026-11", monthly.DAY, home[1])
