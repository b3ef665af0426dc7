"""The rows of a day as the screen shows them: their order, the names, notes and nights."""

from datetime import date

import pytest

import browsing
import crew
import daily
from daily import SHEET, manager, opened, rows, sent
from jornal.actions.sites import Workshop
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Timetable
from jornal.facts.people import Enrolled, MarkChosen


@pytest.fixture
def client(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    return manager()


def test_a_night_as_planned_is_recorded_from_when_to_when(sqlite, monkeypatch):
    here = opened(sqlite, monkeypatch)
    week = {**crew.WEEK, "friday": 480}
    here.put(
        [Timetable(site="cusco", workshop="knitting", since=date(2026, 10, 12), week=week, starts="22:00")]
    )
    client = manager()
    assert "22:00–06:00" in browsing.text(client.get(SHEET))
    sent(client, "rest", w_QC01="planned")
    assert {row[2:] for row in rows()} == {("work", None, 1320, 360)}


def test_one_workshop_alone_is_shown_and_marked_and_the_filter_stays(sqlite, monkeypatch):
    here = opened(sqlite, monkeypatch)
    here.put(
        [
            Workshop(site="cusco", workshop=one, label=f"{one} room", place="workshop")
            for one in ("knitting", "weaving")
        ]
    )
    new = {"site": "cusco", "workshop": "weaving", "language": "es", "reads": "yes"}
    here.put([Enrolled(worker="QC09", since=date(2026, 10, 1), **new)])
    here.put(
        [Timetable(site="cusco", workshop="weaving", since=date(2026, 10, 1), week=crew.WEEK, starts="08:00")]
    )
    client, address = manager(), f"{SHEET}?workshop=weaving&order=open"
    text = browsing.text(client.get(address))
    assert ('id="r-QC09"' in text, 'id="r-QC01"' in text) == (True, False)
    assert sent(client, "rest", address).headers["Location"] == address
    assert [row[0] for row in rows()] == ["QC09"]
    assert "weaving room" in browsing.text(client.get(SHEET))


def test_names_stand_where_they_are_open_and_notes_are_sealed(sqlite, monkeypatch):
    daily.named(sqlite, monkeypatch)
    client = manager()
    text = browsing.text(client.get(f"{SHEET}?order=name"))
    assert [text.index(name) for name in ("Ana Dora", "Berta Bea", "Carla Cea", "Zoila Ana")] == sorted(
        text.index(name) for name in daily.NAMES.values()
    )
    sent(client, w_QC01="visit", n_QC01="her son <came>")
    assert "her son" not in Shift.objects.get(worker="QC01").note
    assert "her son &lt;came&gt;" in browsing.text(client.get(SHEET))
    assert "Zoila Ana" not in browsing.text(browsing.member("A1", "auditor").get(SHEET))


def test_a_note_that_says_what_is_never_kept_is_refused_beside_its_row(sqlite, monkeypatch):
    daily.named(sqlite, monkeypatch)
    answer = sent(manager(), w_QC01="visit", n_QC01="about her murder")
    assert ("never kept here" in browsing.text(answer), rows()) == (True, [])


def test_a_mark_that_somebody_chose_stands_beside_her_row(sqlite, monkeypatch):
    here = opened(sqlite, monkeypatch)
    here.put([MarkChosen(worker="QC02", pattern=7, day=date(2026, 10, 1))])
    text = browsing.text(manager().get(SHEET))
    assert (text.count("Stitch mark of"), "Stitch mark of QC02" in text) == (1, True)
