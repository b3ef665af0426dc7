"""The calendar of a site."""

from datetime import date

import pytest

import browsing
import crew
import payroll
from daily import manager, opened, sent
from jornal.facts.courses import Course

MONTH = "/cusco/calendar/2026-10"


def test_a_month_says_what_is_marked_and_what_is_not(database, monkeypatch):
    opened(database, monkeypatch)
    client = manager()
    sent(client, "rest")
    sent(client, "record", "/cusco/attendance/2026-10-29", w_QC01="sick")
    sent(client, "stop", "/cusco/attendance/2026-10-28", what="lockdown", ordered_by="head of security")
    text = browsing.text(client.get(MONTH))
    assert ("3 days with work" in text, "20 days are not marked whole" in text) == (True, True)
    assert ("4 marked" in text, "1 of 4" in text, "3 not marked" in text, "lockdown" in text) == (
        True, True, True, True,
    )  # fmt: skip
    assert ('href="/cusco/attendance/2026-10-30"' in text, "/calendar/2026-09" in text) == (True, True)


@pytest.fixture
def here(sqlite, monkeypatch):
    return opened(sqlite, monkeypatch)


def test_today_is_the_month_it_opens_with(here):
    text = browsing.text(manager().get("/cusco/calendar"))
    assert ("<h1>October 2026</h1>" in text, 'aria-current="date"' in text) == (True, True)


def test_training_and_visits_stand_on_their_day(here):
    crew.do(
        here, "plan-training", {"course": "linking", "day": "2026-10-31", "minutes": "60", "workers": "QC01"}
    )
    text = browsing.text(manager().get(MONTH))
    assert "training linking: it is planned" in text
    told = {"given_by": "us", "partner": "", "minutes": 60, "about": ""}
    here.put([Course(course="linking", label="Linking by hand", **told)])
    assert "training Linking by hand: it is planned" in browsing.text(manager().get(MONTH))


@pytest.mark.usefixtures("here")
def test_a_month_before_anybody_came_is_drawn_empty():
    text = browsing.text(manager().get("/cusco/calendar/2026-07"))
    assert ("Nobody is planned in this month." in text, "<svg" in text) == (True, True)


def test_holidays_rest_days_and_pay_come_from_the_terms_and_runs(sqlite, monkeypatch, tmp_path):
    register = payroll.begun(tmp_path)
    payroll.month(register, "2026-09")
    payroll.issued(register, "2026-09")
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    text = browsing.text(manager().get(MONTH))
    assert ("holiday" in text, "rest day" in text, "pay of September 2026 is due" in text) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("role", "status"), [("auditor", 200), ("quality", 200), ("seller", 404), ("hq_finance", 404)]
)
@pytest.mark.usefixtures("here")
def test_who_may_look(role, status):
    assert browsing.member("X1", role).get(MONTH).status_code == status


@pytest.mark.usefixtures("here")
def test_a_year_that_nobody_keeps_is_no_page():
    client = manager()
    found = [
        client.get(f"/cusco/calendar/{month}").status_code for month in ("1900-01", "2199-12", "0001-01")
    ]
    assert found == [200, 200, 404]


def test_it_speaks_thai_with_buddhist_years(here):
    assert here.day == date(2026, 10, 30)
    client = manager()
    client.post("/language", {"language": "th", "back": MONTH})
    assert "ตุลาคม พ.ศ. 2569" in browsing.text(client.get(MONTH))
