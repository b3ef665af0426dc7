"""What is sent of a day's rows: read, set against what is recorded by then, and given back where it cannot be."""

from datetime import date

import pytest

import browsing
import daily
from daily import SHEET, manager, opened, rows, sent
from jornal.facts.people import Enrolled, Left


@pytest.fixture
def client(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    return manager()


@pytest.mark.parametrize(
    ("fields", "recorded"),
    [
        ({"w_QC01": "planned"}, ("QC01", 1, "work", 300, None, None)),
        ({"w_QC01": "sick"}, ("QC01", 1, "sick", 300, None, None)),
        ({"o_QC01": "training"}, ("QC01", 1, "training", 300, None, None)),
        ({"w_QC01": "", "o_QC01": "class", "t_QC01": "60"}, ("QC01", 1, "class", 60, None, None)),
        ({"t_QC01": "240"}, ("QC01", 1, "work", 240, None, None)),
        ({"t_QC01": "5:30"}, ("QC01", 1, "work", 330, None, None)),
        ({"t_QC01": "C 120"}, ("QC01", 1, "court", 120, None, None)),
        ({"t_QC01": "22:00-06:00"}, ("QC01", 1, "work", None, 1320, 360)),
        ({"t_QC01": "8-10 11-12"}, ("QC01", 1, "work", None, 480, 600)),
    ],
    ids=str,
)
def test_only_the_rows_that_were_set_are_recorded(client, fields, recorded):
    sent(client, **fields)
    assert (rows()[0], {row[0] for row in rows()}) == (recorded, {"QC01"})


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"t_QC01": "15"}, "can mean hours or minutes"),
        ({"t_QC01": "yes"}, "neither hours"),
        ({"t_QC01": "0"}, "This says that nothing happened."),
        ({"n_QC01": "late"}, "Choose what happened, too."),
        ({"w_QC01": "sick", "o_QC01": "court"}, "This row says two things."),
        ({"w_QC01": "sick", "t_QC01": "C 60"}, "This row says two things."),
        ({"w_QC01": "planned", "n_QC01": "late"}, "Open the names first"),
        ({"t_QC01": "8-12 11-13"}, "overlap"),
    ],
    ids=str,
)
def test_what_cannot_be_read_comes_back_with_everything_that_was_typed(client, fields, says):
    answer = sent(client, "rest", w_QC02="visit", t_QC02="77", **fields)
    text = browsing.text(answer)
    typed = fields.get("t_QC01", "")
    assert (answer.status_code, rows()) == (422, [])
    assert says in text
    assert ('value="77"' in text, f'name="t-QC01" size="6" value="{typed}"' in text) == (True, True)
    assert 'name="w-QC02" value="visit" checked' in text


def test_the_ticked_rows_are_set_together(client):
    sent(client, "sel-lockdown", sel=["QC01", "QC02"])
    sent(client, "sel-other", sel=["QC03"], bulk="training", **{"bulk-time": "120"})
    assert [row[:4] for row in rows()] == [
        ("QC01", 1, "lockdown", 300), ("QC02", 1, "lockdown", 300), ("QC03", 1, "training", 120),
    ]  # fmt: skip


def test_nothing_set_is_nothing_recorded_and_it_says_so(client):
    sent(client)
    assert (rows(), "There was nothing to record." in browsing.text(client.get(SHEET))) == ([], True)


def test_two_people_on_one_sheet_overwrite_nothing_and_lose_nothing(client):
    other = browsing.member("T1", "trainer")
    shown = daily.seen(client)
    sent(other, w_QC01="sick")
    answer = sent(client, "rest", shown=shown, w_QC01="planned", t_QC01="200", w_QC02="visit")
    text = browsing.text(answer)
    assert answer.status_code == 422
    assert [row[2:4] for row in rows()] == [("sick", 300), ("visit", 300), ("work", 300), ("work", 300)]
    assert "T1 recorded this on" in text
    assert "You had set: present, 200." in text
    assert f"{SHEET}/QC01/1?what=work&amp;time=200" in text
    assert "3 rows recorded." in text


def test_two_people_who_say_the_same_hear_nothing_of_it(client):
    shown = daily.seen(client)
    sent(browsing.member("T1", "trainer"), "rest", w_QC01="sick")
    answer = sent(client, "rest", shown=shown, w_QC01="sick")
    assert (answer.status_code, len(rows())) == (302, 4)


def test_a_stoppage_meanwhile_is_not_marked_over(client):
    shown = daily.seen(client)
    sent(client, "stop", what="lockdown", ordered_by="head of security")
    text = browsing.text(sent(client, shown=shown, w_QC01="planned"))
    assert (rows(), "This row changed after you had opened the sheet. You had set: present." in text) == (
        [],
        True,
    )


def test_a_second_row_of_a_day_is_opened_without_losing_what_is_set(client):
    sent(client, t_QC01="240")
    answer = sent(client, "more-QC01", w_QC02="sick")
    text = browsing.text(answer)
    assert (answer.status_code, 'id="more-QC01"' in text) == (200, True)
    assert 'name="w-QC02" value="sick" checked' in text
    sent(client, more="QC01", w_QC01="court", t_QC01="60")
    assert [row[:4] for row in rows()] == [("QC01", 1, "work", 240), ("QC01", 2, "court", 60)]


def test_hours_that_overlap_are_told_beside_the_row(client):
    sent(client, t_QC01="8-12")
    text = browsing.text(sent(client, more="QC01", t_QC01="11-13"))
    assert ("the shifts of this day overlap" in text, len(rows())) == (True, 1)


def test_a_row_that_was_shown_of_somebody_who_left_meanwhile_is_told(sqlite, monkeypatch):
    here = opened(sqlite, monkeypatch)
    client = manager()
    shown = daily.seen(client)
    stay = Enrolled.objects.get(worker="QC01")
    here.put(
        [Left(enrolled=stay.root, worker="QC01", site="cusco", day=date(2026, 10, 29), reason="release")]
    )
    answer = sent(client, shown=shown, w_QC01="planned")
    assert "QC01</a>: Not enrolled here on this day any more." in browsing.text(answer)


def test_a_sheet_of_many_hundred_rows_can_be_sent(client):
    shown = " ".join([daily.seen(client), *(f"QX{n}:0" for n in range(1000))])
    fields = {f"{name}_QX{n}": "" for n in range(1000) for name in "wotn"}
    assert sent(client, shown=shown, t_QC01="240", **fields).status_code == 302
