"""`jornal statement`."""

import pytest

import commanded
import monthly


@pytest.fixture
def issued(sqlite, monkeypatch, tmp_path, capsys):
    monthly.issued(sqlite, monkeypatch, tmp_path, capsys)


def test_what_was_issued_and_is_owed(issued, capsys):
    code, text = commanded.said(capsys, "statement", "Q01")
    assert code == 0
    assert "2026-10" in text
    assert "issued" in text


def test_who_was_never_issued_anything_is_told_so(issued, capsys):
    code, text = commanded.said(capsys, "statement", "Q99")
    assert code == 1
    assert "Nothing was issued to Q99 yet" in text
