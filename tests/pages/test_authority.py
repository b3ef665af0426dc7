"""What the prison authority sees."""

from datetime import date

import pytest

import browsing
import crew
import making
from peopled import do

ADDRESS = "/cusco/authority"


@pytest.fixture
def official(sqlite, monkeypatch):
    here = crew.begun()
    crew.do(here, "mark-all", {"day": "2026-10-29", "but": "QC02: sick"})
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    return browsing.member("G1", "authority", until=date(2026, 12, 31))


def test_it_shows_timetable_headcount_and_hours_by_code(official):
    text = browsing.text(official.get(ADDRESS))
    assert ("<b>4</b>" in text, "5\u00a0h\u00a000" in text, "QC01" in text, "QC02" in text) == (
        True, True, True, False,
    )  # fmt: skip


@pytest.mark.parametrize("month", ["2026-09", "x", "", "2026-13"])
def test_a_month_without_days_or_without_sense_shows_no_worker(official, month):
    text = browsing.text(official.get(ADDRESS, {"month": month}))
    assert ("QC01" in text) == (month != "2026-09")


@pytest.mark.parametrize("path", ["findings", "register", "exchange"])
def test_an_official_opens_nothing_else(official, path):
    assert official.get(f"/cusco/{path}").status_code == 404


def test_it_shows_the_last_count_of_tools_and_the_kits_that_are_out(sqlite, monkeypatch):
    here = making.begun()
    do(here, "open-workshop", {"workshop": "knitting", "label": "Knitting", "place": "workshop"})
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    official = browsing.member("G1", "authority", until=date(2026, 12, 31))
    assert "not counted here yet" in browsing.text(official.get(ADDRESS))
    do(here, "list-tools", {"workshop": "knitting", "tools": "needles: 40", "since": "2026-09-01"})
    assert "Knitting: not counted yet" in browsing.text(official.get(ADDRESS))
    do(here, "count-tools", {"workshop": "knitting", "tools": "needles: 38", "day": "2026-10-29"})
    do(here, "issue-kit", {"worker": "QC01", "lot": making.opened(here), "pieces": "1", "day": "2026-10-05"})
    text = browsing.text(official.get(ADDRESS))
    assert ("<b>2</b>" in text, "missing 2" in text, "Kits out" in text) == (True, True, True)
