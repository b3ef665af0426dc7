"""One row of a day with its past: corrected with a reason, by two people, and looked at by who may not."""

import re

import pytest

import browsing
import crew
import daily
from daily import DAY, SHEET, manager, opened, rows, sent
from jornal.facts.attendance import Shift
from jornal.facts.pay import Finding

ROW = f"{SHEET}/QC01/1"


@pytest.fixture
def client(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    found = manager()
    sent(found, w_QC01="planned")
    return found


def correct(client, upon: str = "", **fields: str):
    """The answer to a correction of the row as it is shown."""
    shown = re.search(r'name="upon" value="([^"]*)"', browsing.text(client.get(ROW)))
    told = {"what": "work", "time": "300", "why": "it was otherwise", "do": "correct", **fields}
    return client.post(ROW, {"upon": upon or shown[1], **told})


def test_a_correction_stands_with_who_when_and_why(database, monkeypatch):
    opened(database, monkeypatch)
    client = manager()
    sent(client, w_QC01="planned")
    assert correct(client, time="240", why="she left at noon").headers["Location"] == ROW
    text = browsing.text(client.get(ROW))
    assert rows() == [("QC01", 1, "work", 240, None, None)]
    assert ("she left at noon" in text, "4\u00a0h\u00a000\u00a0min" in text, "5\u00a0h\u00a000\u00a0min" in text) == (
        True, True, True,
    )  # fmt: skip
    assert "corrected" in browsing.text(client.get(SHEET))


@pytest.mark.parametrize(
    ("fields", "recorded"),
    [
        ({"time": "8-13"}, ("work", None, 480, 780)),
        ({"what": "sick", "time": ""}, ("sick", None, None, None)),
        ({"what": "court", "time": "2"}, ("court", 120, None, None)),
        ({"what": "training"}, ("training", 300, None, None)),
    ],
    ids=str,
)
def test_what_and_how_long_can_both_be_corrected(client, fields, recorded):
    correct(client, **fields)
    assert rows()[0][2:] == recorded


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"time": "240", "why": ""}, "Reason: Fill this in."),
        ({"time": ""}, "Time: Fill this in."),
        ({"time": "15"}, "can mean hours or minutes"),
        ({"time": "-"}, "This says that nothing happened."),
        ({"time": "8-10 11-12"}, "A row has one stretch."),
        ({"what": "sick", "time": "C 60"}, "This row says two things."),
        ({}, "it says so already"),
        ({"time": "240", "why": "her murder trial"}, "never kept here"),
        ({"what": ""}, "What happened: Fill this in."),
    ],
    ids=str,
)
def test_what_cannot_be_corrected_comes_back_as_it_was_typed(client, fields, says):
    answer = correct(client, **fields)
    text = browsing.text(answer)
    assert (answer.status_code, says in text, Shift.objects.filter(worker="QC01").count()) == (422, True, 1)
    assert fields.get("why", "it was otherwise") in text


def test_hours_that_overlap_another_row_are_told_beside_the_field(client):
    correct(client, time="8-13")
    sent(client, more="QC01", t_QC01="13-14")
    answer = correct(client, time="8-14")
    assert "Time: 2026-10-30: the shifts of this day overlap" in browsing.text(answer)


def test_who_corrects_what_another_corrected_meanwhile_sees_it_and_keeps_her_words(client):
    before = str(Shift.objects.get(worker="QC01").id)
    other = browsing.member("T1", "trainer")
    correct(other, time="200", why="her break")
    answer = correct(client, upon=before, time="240", why="she left early")
    text = browsing.text(answer)
    assert (answer.status_code, "Somebody corrected this meanwhile." in text) == (422, True)
    assert ("she left early" in text, "her break" in text, rows()[0][3]) == (True, True, 200)


def test_an_injury_that_a_correction_brings_is_followed_up(client):
    correct(client, what="injury", time="")
    assert [one.control for one in Finding.objects.all()] == ["OHS-04"]


def test_the_break_of_a_night_stays_where_only_the_kind_is_corrected(sqlite, monkeypatch):
    here = opened(sqlite, monkeypatch)
    night = {"worker": "QC01", "day": DAY, "start": "22:00", "end": "06:00", "pause": "30"}
    crew.do(here, "mark", night)
    assert correct(manager(), what="training", time="22:00–06:00").status_code == 302
    tip = Shift.objects.current().get(worker="QC01")
    assert (tip.what, tip.start, tip.end, tip.pause) == ("training", 1320, 360, 30)


def test_a_row_is_taken_back_with_a_reason_and_stands_again_when_it_is_corrected(client):
    assert client.post(ROW, {"do": "back", "why": ""}).status_code == 422
    assert client.post(ROW, {"do": "back", "why": "it was QC02"}).headers["Location"] == SHEET
    assert rows() == []
    text = browsing.text(client.get(ROW))
    assert ("This row was taken back." in text, "it was QC02" in text) == (True, True)
    correct(client, why="it was hers after all")
    assert len(rows()) == 1


def test_what_was_wanted_when_a_row_had_changed_stands_in_the_form(client):
    text = browsing.text(client.get(f"{ROW}?what=sick&time=120"))
    assert ('<option value="sick" selected>' in text, 'value="120"' in text) == (True, True)


def test_a_note_is_read_and_corrected_where_the_names_are_open(sqlite, monkeypatch):
    daily.named(sqlite, monkeypatch)
    client = manager()
    sent(client, w_QC01="visit", n_QC01="her son came")
    text = browsing.text(client.get(ROW))
    assert ("her son came" in text, "Zoila Ana" in text) == (True, True)
    correct(client, what="visit", note="her mother came")
    assert "her mother came" in browsing.text(client.get(ROW))


@pytest.mark.parametrize(
    "address",
    [f"{SHEET}/QC01/2", f"{SHEET}/QC99/1", f"{SHEET}/QC01/{10**30}", "/cusco/attendance/2026-10-29/QC01/1"],
)
def test_a_row_that_is_not_there_is_no_page(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("role", "sends"), [("auditor", 404), ("hq_operations", 404), ("trainer", 302)])
def test_who_may_only_look_corrects_nothing(client, role, sends):
    who = browsing.member("X1", role)
    text = browsing.text(who.get(ROW))
    assert ("Record the correction" in text) == (sends == 302)
    tip = str(Shift.objects.get(worker="QC01").id)
    told = {"what": "work", "time": "240", "why": "because", "upon": tip, "do": "correct"}
    assert who.post(ROW, told).status_code == sends
