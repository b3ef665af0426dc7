"""A month issued from the pages."""

from datetime import date

import pytest
from django.conf import settings

import browsing
import payroll
import wagedesk
from jornal.actions import issuing
from jornal.actions.issuing import issue
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.pages import jobs
from wagedesk import OCTOBER, said

CHECK, ISSUING, MONTH = "/cusco/pay/2026-10/issue", "/cusco/pay/2026-10/issuing", "/cusco/pay/2026-10"
DUE = {"due_on": "2026-11-05"}


@pytest.fixture
def here(begun, tmp_path, monkeypatch):
    with wagedesk.copied(begun, tmp_path, monkeypatch) as found:
        payroll.month(found, OCTOBER)
        yield found


@pytest.mark.usefixtures("here")
def test_what_is_fixed_what_it_comes_to_and_who_approves_is_looked_at_first():
    text = said(wagedesk.manager(names=True).get(CHECK))
    assert "It is owed from then on, and is never changed." in text
    assert "A second person at headquarters: F1." in text
    assert "You manage this site alone" in text
    assert 'value="2026-11-07"' in text
    assert not Run.objects.exists()


@pytest.mark.usefixtures("here")
def test_without_the_names_it_says_how_to_open_them_and_offers_no_button():
    client = wagedesk.manager()
    text = said(client.get(CHECK))
    assert ("The names are locked" in text, "Issue the pay" in text) == (True, False)
    assert client.post(CHECK, DUE).status_code == 422
    assert not RunIssued.objects.exists()


@pytest.mark.usefixtures("here")
def test_it_is_issued_once_however_often_it_is_asked_for():
    client = wagedesk.manager(names=True)
    answer = client.post(CHECK, DUE)
    assert answer.url == MONTH
    assert "The pay is issued: from now on it is owed." in said(client.get(MONTH))
    assert client.post(CHECK, DUE).url == MONTH
    assert client.get(CHECK).url == MONTH
    assert (Run.objects.get().due_on, Slip.objects.count()) == (date(2026, 11, 5), 3)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("due", ["", "2026-11-08", "soon"])
def test_a_day_that_is_too_late_or_none_is_refused_and_kept(due):
    answer = wagedesk.manager(names=True).post(CHECK, {"due_on": due})
    assert answer.status_code == 422
    assert not Run.objects.exists()


@pytest.mark.usefixtures("here")
def test_long_work_is_told_as_it_goes_on_and_needs_no_script(monkeypatch):
    client = wagedesk.manager(names=True)
    monkeypatch.setattr(jobs, "A_CLICK", 0)
    monkeypatch.setattr(issuing, "AT_ONCE", 1)
    assert client.post(CHECK, DUE).url == ISSUING
    job = jobs.going(("issue", str(settings.HOME), "cusco", OCTOBER))
    seen = [client.get(ISSUING)]
    if seen[0].status_code == 202:
        assert 'http-equiv="refresh"' in said(seen[0])
    assert job.ended(120)
    assert (job.done, job.of) == (3, 3)
    while seen[-1].status_code == 202:
        seen.append(client.get(ISSUING))
    assert seen[-1].url == MONTH
    assert client.get(ISSUING).url == MONTH


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(here, monkeypatch):
    def lights_out(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(issuing, "AT_ONCE", 1)
    with pytest.raises(KeyboardInterrupt):
        issue(here, OCTOBER, progress=lights_out)
    client = wagedesk.manager(names=True)
    assert "1 slip is recorded already." in said(client.get(CHECK))
    assert "cut off" in said(client.get("/cusco/pay"))
    assert client.post(CHECK, DUE).url == MONTH
    assert Run.objects.count() == 1


@pytest.mark.usefixtures("here")
def test_nobody_issues_but_the_site_manager():
    for client in (wagedesk.finance(), browsing.member("H1", "hq_operations", at="")):
        assert client.get(CHECK).status_code == 404
        assert client.post(CHECK, DUE).status_code == 404


@pytest.mark.usefixtures("here")
def test_a_month_that_is_not_next_is_not_issued():
    assert "2027-02 has not begun" in said(wagedesk.manager(names=True).get("/cusco/pay/2027-02/issue"))


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, OCTOBER)
    wagedesk.opened(database, monkeypatch)
    assert wagedesk.manager(names=True).post(CHECK, DUE).url == MONTH
    assert RunIssued.objects.get().slips == 3
