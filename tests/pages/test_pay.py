"""Months of pay, as they are listed and looked at."""

from datetime import date

import pytest

import browsing
import payroll
import wagedesk
from jornal.facts.attendance import Shift
from jornal.facts.people import Enrolled
from jornal.pages.pay import paged
from wagedesk import OCTOBER, said

MONTHS, DRAFT, ISSUED = "/cusco/pay", "/cusco/pay/2026-10", "/cusco/pay/2026-09"
ROLES = ("site_manager", "hq_finance", "hq_operations", "auditor")
OTHERS = ("trainer", "quality", "seller", "authority", "representative")


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        payroll.month(found, OCTOBER)
        yield found


@pytest.mark.usefixtures("here")
def test_the_months_stand_with_what_was_promised_and_what_was_done():
    text = said(wagedesk.manager().get(MONTHS))
    assert "October 2026</h2>" in text
    assert "September 2026</a>" in text
    assert "waits for approval" in text
    assert ("7 Oct" in text, ">late<" in text) == (True, True)


@pytest.mark.usefixtures("here")
def test_a_draft_shows_each_worker_beside_her_floor_in_figures_and_in_words():
    text = said(wagedesk.manager().get(DRAFT))
    assert "Share of the prison authority (INPE)" in text
    assert "floor S/ 10.27" in text
    assert "above the floor for these hours." in text
    assert 'class="tick"' in text
    assert "DS 006-2024-TR" in text
    assert "Check and issue" in text


@pytest.mark.usefixtures("here")
def test_the_question_whether_everybody_is_above_the_floor_is_answered_first():
    text = said(wagedesk.manager().get(DRAFT))
    assert "1 person is topped up to the floor." in text
    answered = said(wagedesk.manager().get(f"{DRAFT}?show=topped"))
    assert ("Q21" in answered, ">Q01<" in answered) == (True, False)


@pytest.mark.usefixtures("here")
def test_an_issued_month_shows_its_days_and_sums_and_no_longer_changes():
    text = said(wagedesk.manager().get(ISSUED))
    assert ("by S1" in text, "by nobody yet" in text, "Check and issue" in text) == (True, True, False)


def test_what_came_in_since_she_looked_is_named_and_marked_until_she_has_seen_it(here):
    client = wagedesk.manager()
    assert "since you looked" not in said(client.get(DRAFT))
    payroll.mended(here, "Q01", date(2026, 10, 5), 360)
    text = said(client.get(DRAFT))
    assert "1 row changed since you looked" in text
    assert "attendance, 5 October 2026" in text
    assert text.count('class="changed"') == 1
    assert "1 row changed since you looked" in said(client.get(f"{DRAFT}?show=changed"))
    assert "since you looked" not in said(client.post(DRAFT, {"seen": "yes"}, follow=True))


@pytest.mark.usefixtures("here")
def test_a_worker_is_found_by_her_name_only_where_names_are_open():
    client = wagedesk.manager()
    assert "Nobody fits" in said(client.get(f"{DRAFT}?q=name+of+q02"))
    text = said(wagedesk.manager(names=True).get(f"{DRAFT}?q=name+of+q02"))
    assert ("name of Q02" in text, "name of Q01" in text) == (True, False)


def test_a_row_that_waits_for_something_says_what_and_leads_there(here):
    here.put([Shift(worker="Q01", day=date(2026, 10, 6), number=2, site="cusco", what="work", minutes=1300)])
    text = said(wagedesk.manager().get(f"{DRAFT}?show=open"))
    assert text.count("the shifts of this day overlap or pass 24 hours") == 1
    assert 'href="/cusco/attendance/2026-10-06"' in text


@pytest.mark.usefixtures("here")
def test_a_month_that_cannot_be_drafted_says_why_and_where_to_go():
    text = said(wagedesk.manager().get("/cusco/pay/2026-12"))
    assert "2026-10 is not issued yet" in text
    assert f'href="{DRAFT}"' in text


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("role", ROLES)
def test_who_may_read_pay_reads_it(role):
    client = browsing.member(f"R{role}", role)
    codes = [client.get(address).status_code for address in (MONTHS, DRAFT, ISSUED)]
    assert codes == [200, 200, 200]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_sees_any_of_it(role):
    client = browsing.member(f"R{role}", role)
    codes = [client.get(address).status_code for address in (MONTHS, DRAFT, ISSUED)]
    assert codes == [404, 404, 404]


@pytest.mark.usefixtures("here")
def test_an_auditor_sees_codes_while_the_names_are_open():
    wagedesk.manager(names=True)
    text = said(browsing.member("A1", "auditor").get(DRAFT))
    assert ("name of Q01" in text, "Q01" in text) == (False, True)


def test_it_asks_the_register_as_often_for_many_workers_as_for_few(here):
    client = wagedesk.manager()
    for address in (DRAFT, ISSUED, MONTHS):
        client.get(address)
    counts = [[browsing.queries(lambda at=at: client.get(at)) for at in (DRAFT, ISSUED, MONTHS)]]
    stays = [
        Enrolled(worker=f"R{number:02}", site="cusco", since=date(2026, 10, 1), language="es", reads="yes")
        for number in range(45)
    ]
    here.put(stays)
    client.post(DRAFT, {"seen": "yes"})
    client.get(DRAFT)
    counts.append([browsing.queries(lambda at=at: client.get(at)) for at in (DRAFT, ISSUED, MONTHS)])
    assert counts[0] == counts[1]


def test_many_rows_stand_on_several_pages():
    rows = list(range(120))
    assert paged(rows, "3") == (list(range(100, 120)), [(1, False), (2, False), (3, True)])
    assert [paged(rows, asked)[0][0] for asked in ("", "0", "9", "x")] == [0, 0, 100, 0]
    assert paged([1], "1") == ([1], [])


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, OCTOBER)
    wagedesk.opened(database, monkeypatch)
    assert "3 people" in said(wagedesk.manager().get(DRAFT))
    payroll.issued(here, OCTOBER)
    assert "waits for approval" in said(wagedesk.manager().get(DRAFT))
