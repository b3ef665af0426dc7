"""`jornal draft`."""

import pytest

import commanded
import monthly
from jornal.journal.entry import Entry


@pytest.fixture
def names(sqlite, monkeypatch, tmp_path):
    return monthly.at_home(sqlite, monkeypatch, tmp_path)[1]


def test_everybody_stands_beside_the_floor_and_nothing_is_recorded(names, capsys):
    before = Entry.objects.count()
    code, text = commanded.said(capsys, "draft", monthly.OCTOBER, monthly.DAY)
    assert (code, Entry.objects.count()) == (0, before)
    assert "a draft, nothing is recorded" in text
    assert [line.split()[0] for line in text.splitlines()[2:6]] == ["worker", "Q01", "Q02", "Q21"]


def test_a_month_that_is_none_is_refused_in_a_sentence(names, capsys):
    assert commanded.refused(capsys, "draft", "2026-13", monthly.DAY)
