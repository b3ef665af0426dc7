"""May this go there, asked at the command line."""

import pytest

from commanded import at_home, refused, said
from jornal.journal.entry import Entry
from peopled import opened


@pytest.fixture
def home(sqlite, monkeypatch):
    at_home(sqlite, monkeypatch)
    opened()


def test_what_is_refused_names_the_law_and_its_source_and_gives_one(home, capsys):
    code, out = said(capsys, "market", "New York")
    assert code == 1
    assert out.startswith(
        "New York (United States) refuses goods made in prison: Tariff Act of 1930, section 307"
    )
    assert "govinfo.gov" in out


def test_what_may_go_gives_nought_and_nothing_is_recorded(home, capsys):
    before = Entry.objects.count()
    code, out = said(capsys, "market", "DK", "--day", "2026-11-13")
    assert (code, out.splitlines()[0][:15]) == (0, "Denmark: may go")
    assert Entry.objects.count() == before


def test_each_place_on_the_way_has_its_sentence(home, capsys):
    code, out = said(capsys, "market", "DK", "--transit", "US", "--transit", "JP", "--language", "es")
    assert code == 1
    assert [line.split(",")[0] for line in out.splitlines() if not line.startswith("  ")][1:] == [
        "los Estados Unidos", "JP",
    ]  # fmt: skip


def test_a_place_that_is_none_is_said(home, capsys):
    assert "is no place that is known here" in refused(capsys, "market", "somewhere")
