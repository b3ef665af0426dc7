"""May this go there, asked at the command line."""

from datetime import date

import pytest

from commanded import at_home, refused, said
from jornal.facts.pay import Finding
from jornal.journal.entry import Entry
from jornal.journal.record import record
from offices import office
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
        "Los Estados Unidos", "Japón",
    ]  # fmt: skip


def test_a_critical_finding_where_it_was_made_is_said_after_the_law_and_gives_one(home, capsys):
    here = office(day=date(2026, 11, 13))
    row = {
        "about": "m",
        "day": date(2026, 11, 1),
        "lies_with": "site",
        "says": "x",
        "facts": {},
        "closed_on": None,
    }
    record([Finding(site="cusco", control="PAY-04", **row)], "cusco", here.hand)
    code, out = said(capsys, "market", "MX", "--site", "cusco", "--day", "2026-11-13")
    assert (code, "a critical finding is open: PAY-04 at cusco since 1 November 2026" in out) == (1, True)


def test_a_place_that_is_none_is_said(home, capsys):
    assert "is no place that is known here" in refused(capsys, "market", "somewhere")
