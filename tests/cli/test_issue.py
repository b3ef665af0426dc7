"""`jornal issue`."""

import pytest

import commanded
import monthly
from jornal.facts.pay import RunIssued, Slip


@pytest.fixture
def names(sqlite, monkeypatch, tmp_path):
    return monthly.at_home(sqlite, monkeypatch, tmp_path)[1]


def test_it_tells_what_is_owed_what_to_approve_and_what_comes_next(names, capsys):
    code, text = commanded.said(capsys, "issue", monthly.OCTOBER, monthly.DAY, names)
    assert code == 0
    assert "3 slips" in text
    assert "approved by headquarters finance" in text
    assert "`jornal slips 2026-10`" in text


def test_issuing_again_issues_nothing_more(names, capsys):
    commanded.said(capsys, "issue", monthly.OCTOBER, monthly.DAY, names)
    code, text = commanded.said(capsys, "issue", monthly.OCTOBER, monthly.DAY, names)
    assert (code, Slip.objects.count(), RunIssued.objects.count()) == (0, 3, 1)
    assert "3 slips" in text


def test_without_the_passphrase_nothing_is_issued(names, capsys):
    assert "passphrase" in commanded.refused(capsys, "issue", monthly.OCTOBER, monthly.DAY)
    assert Slip.objects.count() == 0
