"""The close of a month and of a day, from the pages."""

import pytest

import browsing
import payroll
import wagedesk
from jornal.actions import backupkey
from jornal.facts.pay import MonthClosed
from jornal.journal import chain
from jornal.journal.entry import Head
from jornal.pages import jobs
from wagedesk import SEPTEMBER, said

MONTH, DAY = "/cusco/pay/2026-09/close", "/cusco/close"


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        yield found


@pytest.mark.usefixtures("here")
def test_a_month_is_closed_with_what_is_open_and_its_ten_characters_on_the_page():
    client = wagedesk.manager()
    assert "What is still open" in said(client.get(MONTH))
    text = said(client.post(MONTH, {}, follow=True))
    fact, head = MonthClosed.objects.get(), Head.objects.filter(book="cusco", why="month").get()
    assert (chain.shown(head.code) in text, fact.unpaid > 0) == (True, True)
    assert "What was open when it was closed on 31 October 2026" in text
    client.post(MONTH, {})
    assert MonthClosed.objects.count() == 1


@pytest.mark.usefixtures("here")
def test_a_day_is_closed_and_backed_up(tmp_path):
    backupkey.keep(tmp_path / "home", backupkey.new_identity()[0])
    client = wagedesk.manager()
    text = said(client.post(DAY, {}, follow=True))
    assert "is written, opened again and read through." in text
    assert len(list((tmp_path / "home" / "backups").glob("*.backup"))) == 1
    assert Head.objects.filter(book="cusco", why="day").exists()


@pytest.mark.usefixtures("here")
def test_a_day_is_closed_although_no_backup_can_be_made():
    text = said(wagedesk.manager().post(DAY, {}, follow=True))
    assert ("The day is closed." in text, "No backup was made:" in text) == (True, True)


@pytest.mark.usefixtures("here")
def test_a_backup_that_takes_long_is_told_as_it_goes_on(monkeypatch):
    monkeypatch.setattr(jobs, "A_CLICK", 0)
    client = wagedesk.manager()
    answer = client.post(DAY, {})
    while answer.url == f"{DAY}/backup":
        answer = client.get(f"{DAY}/backup")
        if answer.status_code == 202:
            answer = client.post(DAY, {})
    assert answer.url == DAY
    assert client.get(f"{DAY}/backup").url == DAY


@pytest.mark.usefixtures("here")
def test_who_reads_pay_sees_the_close_and_does_not_close():
    client = browsing.member("A1", "auditor")
    assert "Close the month" not in said(client.get(MONTH))
    assert client.post(MONTH, {}).status_code == 404
    assert client.get(DAY).status_code == 404
    assert browsing.member("T1", "trainer").get(MONTH).status_code == 404
    assert wagedesk.manager().get("/cusco/pay/2026-10/close").status_code == 404


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, SEPTEMBER)
    payroll.issued(here, SEPTEMBER)
    wagedesk.opened(database, monkeypatch)
    wagedesk.manager().post(MONTH, {})
    assert MonthClosed.objects.count() == 1
