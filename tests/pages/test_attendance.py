"""The sheet of a day: a whole workshop marked at once, row by row, by two people, on days of every kind."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import crew
import daily
import payroll
from daily import DAY, SHEET, manager, opened, rows, sent
from jornal.facts.attendance import Shift
from jornal.facts.people import Enrolled, Left


def test_a_workshop_is_marked_with_its_exceptions_by_one_button(database, monkeypatch):
    opened(database, monkeypatch)
    client = manager()
    answer = sent(client, "rest", w_QC02="sick", t_QC03="240")
    assert answer.headers["Location"] == SHEET
    assert rows() == [
        ("QC01", 1, "work", 300, None, None),
        ("QC02", 1, "sick", 300, None, None),
        ("QC03", 1, "work", 240, None, None),
        ("QC04", 1, "work", 300, None, None),
    ]
    text = browsing.text(client.get(SHEET))
    assert ("4 rows recorded." in text, "4 of 4 are marked" in text, "14\u00a0h\u00a000\u00a0min" in text) == (
        True, True, True,
    )  # fmt: skip


@pytest.fixture
def client(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    return manager()


def test_a_day_that_has_not_come_can_be_looked_at_and_not_marked(client):
    later = "/cusco/attendance/2026-11-02"
    text = browsing.text(client.get(later))
    assert ("This day has not come yet." in text, 'name="sel"' in text) == (True, False)
    assert sent(client, "rest", later).status_code == 422
    assert rows("2026-11-02") == []


def test_a_day_on_which_nobody_is_planned_says_so_and_can_be_marked_anyway(client):
    sunday = "/cusco/attendance/2026-10-25"
    text = browsing.text(client.get(sunday))
    assert ("Nobody is planned on this day" in text, f"{sunday}?everybody=yes" in text) == (True, True)
    answer = sent(client, "record", f"{sunday}?everybody=yes", w_QC01="planned")
    assert "No hours are planned here. Write the minutes." in browsing.text(answer)
    sent(client, "record", f"{sunday}?everybody=yes", t_QC01="240")
    assert rows("2026-10-25") == [("QC01", 1, "work", 240, None, None)]


def test_everybody_else_on_a_day_without_a_plan_is_refused_with_a_sentence(client):
    answer = sent(client, "rest", "/cusco/attendance/2026-10-25?everybody=yes")
    assert "the timetable plans nothing on 25 October 2026" in browsing.text(answer)


def test_without_a_timetable_the_minutes_are_asked_for_beside_each_row(sqlite, monkeypatch):
    crew.begun(timetable=False)
    browsing.opened(sqlite, monkeypatch, day=DAY)
    answer = sent(manager(), "rest", t_QC01="100")
    assert (browsing.text(answer).count("No hours are planned here."), rows()) == (6, [])


def test_who_left_has_no_row_and_who_came_has_one_from_the_day(sqlite, monkeypatch):
    here = opened(sqlite, monkeypatch)
    stay = Enrolled.objects.get(worker="QC01")
    here.put(
        [Left(enrolled=stay.root, worker="QC01", site="cusco", day=date(2026, 10, 29), reason="release")]
    )
    new = {"site": "cusco", "workshop": "knitting", "language": "es", "reads": "yes"}
    here.put([Enrolled(worker="QC09", since=date(2026, 10, 30), **new)])
    sent(manager(), "rest")
    assert [row[0] for row in rows()] == ["QC02", "QC03", "QC04", "QC09"]


def test_a_day_of_an_issued_month_says_where_its_corrections_come(sqlite, monkeypatch, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here, "2026-09")
    payroll.issued(here, "2026-09")
    browsing.opened(sqlite, monkeypatch, day=DAY)
    client = manager()
    texts = [
        browsing.text(client.get(f"/cusco/attendance/{day}"))
        for day in ("2026-09-30", "2026-10-01", "2026-10-08")
    ]
    assert ["comes in the next run" in text for text in texts] == [True, False, False]
    assert ["Public holiday" in text for text in texts] == [False, False, True]


@pytest.mark.parametrize(
    ("role", "may_open", "may_send"),
    [
        ("trainer", 200, 302), ("hq_operations", 200, 404), ("auditor", 200, 404), ("quality", 404, 404),
        ("representative", 404, 404), ("seller", 404, 404),
    ],
)  # fmt: skip
def test_who_may_look_and_who_may_mark(client, role, may_open, may_send):
    who = browsing.member("X1", role)
    text = browsing.text(who.get(SHEET))
    assert (who.get(SHEET).status_code, 'name="sel"' in text) == (may_open, may_send == 302)
    assert sent(who, "rest", shown=daily.seen(client)).status_code == may_send


def test_a_form_sent_twice_is_recorded_once(client):
    shown = daily.seen(client)
    answers = [sent(client, "rest", shown=shown, once="one") for _ in range(2)]
    assert ([one.status_code for one in answers], Shift.objects.filter(day=DAY).count()) == ([302, 302], 4)


@pytest.mark.parametrize("day", ["2026-10-29", DAY], ids=["recorded", "open"])
def test_it_asks_the_register_as_often_for_many_workers_as_for_few(sqlite, monkeypatch, day):
    here = opened(sqlite, monkeypatch)
    client, counts = manager(), []
    for start in (10, 60):
        new = {"site": "cusco", "since": crew.FIRST, "workshop": "knitting", "language": "es", "reads": "yes"}
        workers = [f"QD{number}" for number in range(start, start + 5 * (start // 10))]
        here.put([Enrolled(worker=worker, **new) for worker in workers])
        crew.do(here, "mark-all", {"day": "2026-10-29"})
        client.get(SHEET)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/cusco/attendance/{day}").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
