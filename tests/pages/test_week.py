"""A week keyed in from paper, cell by cell as a file's grid is read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import crew
import daily
from daily import manager, opened, rows, sent
from jornal.facts.attendance import Shift
from jornal.facts.people import Enrolled

WEEK = "/cusco/attendance/week/2026-10-28"
MONDAY = "2026-10-26"


@pytest.fixture
def client(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    return manager()


def keyed(client, **cells: str):
    """The answer to a week in which these cells were typed, such as QC01_26="5"."""
    told = {f"c-{name[:4]}-2026-10-{name[5:]}": text for name, text in cells.items()}
    return client.post(WEEK, told)


def test_a_week_is_keyed_in_row_by_row_and_recorded_at_once(database, monkeypatch):
    opened(database, monkeypatch)
    client = manager()
    answer = keyed(
        client, QC01_26="5", QC01_27="8-13", QC01_28="X", QC01_29="S", QC01_30="330", QC02_26="5 T", QC02_27="-",
        QC02_28="8-10 11-13", QC03_26="ก",
    )  # fmt: skip
    assert answer.status_code == 422
    answer = keyed(
        client, QC01_26="5", QC01_27="8-13", QC01_28="x", QC01_29="S", QC01_30="330", QC02_26="5 T", QC02_27="-",
        QC02_28="8-10 11-13",
    )  # fmt: skip
    assert answer.headers["Location"] == f"/cusco/attendance/week/{MONDAY}"
    found = Shift.objects.order_by("worker", "day", "number").values_list(
        "day", "number", "what", "minutes", "start"
    )
    assert [(f"{day:%d}", *rest) for day, *rest in found] == [
        ("26", 1, "work", 300, None), ("27", 1, "work", None, 480), ("28", 1, "work", 300, None),
        ("29", 1, "sick", 300, None), ("30", 1, "work", 330, None), ("26", 1, "training", 300, None),
        ("28", 1, "work", None, 480), ("28", 2, "work", None, 660),
    ]  # fmt: skip
    text = browsing.text(client.get(WEEK))
    assert ("8 rows recorded." in text, "08:00–13:00" in text, "29\u00a0h\u00a030\u00a0min" in text) == (
        True, True, True,
    )  # fmt: skip


def test_the_people_and_days_are_those_of_the_printed_week(client):
    text = browsing.text(client.get(WEEK))
    assert [text.index(f'id="p-{worker}"') for worker in crew.CREW] == sorted(
        text.index(f'id="p-{worker}"') for worker in crew.CREW
    )
    assert ("Friday" in text, "Saturday" in text, text.count('name="c-')) == (True, False, 20)


@pytest.mark.parametrize(
    ("cell", "says"),
    [("15", "can mean hours or minutes"), ("what", "neither hours"), ("8-12 11-13", "overlap"), ("26", "")],
)
def test_a_cell_that_cannot_be_read_holds_back_the_week_and_keeps_every_word(client, cell, says):
    answer = keyed(client, QC01_26=cell, QC02_26="5")
    text = browsing.text(answer)
    if not says:
        assert (answer.status_code, len(rows(MONDAY))) == (302, 2)
        return
    assert (answer.status_code, rows(MONDAY), says in text) == (422, [], True)
    assert (f'value="{cell}"' in text, 'value="5"' in text, 'href="#c-QC01-2026-10-26"' in text) == (
        True,
        True,
        True,
    )


def test_a_cell_that_somebody_marked_meanwhile_stays_and_the_others_are_recorded(client):
    sent(browsing.member("T1", "trainer"), "record", f"/cusco/attendance/{MONDAY}", w_QC01="sick")
    answer = keyed(client, QC01_26="5", QC02_26="4")
    assert (answer.status_code, [row[2:4] for row in rows(MONDAY)]) == (422, [("sick", 300), ("work", 240)])
    assert "You had typed “5”." in browsing.text(answer)


def test_hours_that_do_not_fit_are_told_in_their_cell(client):
    sent(client, "record", "/cusco/attendance/2026-10-25?everybody=yes", t_QC01="22:00-06:00")
    text = browsing.text(keyed(client, QC01_26="5-10"))
    assert ("the shifts of this day overlap" in text, rows(MONDAY)) == (True, [])


def test_a_day_that_has_not_come_has_no_field_and_takes_nothing(client):
    later = "/cusco/attendance/week/2026-11-04"
    assert "c-QC01" not in browsing.text(client.get(later))
    answer = client.post(later, {"c-QC01-2026-11-02": "5"})
    assert "This day has not come yet." in browsing.text(answer)


def test_x_without_a_plan_asks_for_the_hours(sqlite, monkeypatch):
    crew.begun(timetable=False)
    browsing.opened(sqlite, monkeypatch, day=daily.DAY)
    assert "No hours are planned here." in browsing.text(keyed(manager(), QC01_26="X"))


def test_a_week_without_anybody_says_so(client):
    assert "Nobody is planned in this week" in browsing.text(client.get("/cusco/attendance/week/2026-08-05"))


@pytest.mark.parametrize(
    ("role", "opens", "sends"), [("auditor", 200, 404), ("trainer", 200, 302), ("quality", 404, 404)]
)
def test_who_may_key_in(client, role, opens, sends):
    who = browsing.member("X1", role)
    assert (who.get(WEEK).status_code, keyed(who, QC01_26="5").status_code) == (opens, sends)


def test_it_asks_the_register_as_often_for_many_workers_as_for_few(sqlite, monkeypatch):
    here = opened(sqlite, monkeypatch)
    client, counts = manager(), []
    for start in (10, 60):
        new = {"site": "cusco", "since": crew.FIRST, "workshop": "knitting", "language": "es", "reads": "yes"}
        here.put([Enrolled(worker=f"QD{n}", **new) for n in range(start, start + 40)])
        client.get(WEEK)
        with CaptureQueriesContext(connection) as asked:
            client.get(WEEK)
        counts.append(len(asked))
    assert counts[0] == counts[1]
