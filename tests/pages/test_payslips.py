"""Payslips handed over, and what each worker says of hers."""

import pytest

import browsing
import payroll
import wagedesk
from jornal.facts.pay import SlipAnswered, SlipHanded
from jornal.journal.entry import Head
from wagedesk import SEPTEMBER, said

ADDRESS = "/cusco/pay/2026-09/slips"
HANDED = {"do": "hand", "day": "2026-10-05", "worker": ["Q01", "Q02"]}


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        yield found


@pytest.mark.usefixtures("here")
def test_several_are_handed_over_at_once_and_the_others_wait():
    client = wagedesk.manager()
    assert said(client.get(ADDRESS)).count('name="worker"') == 3
    head = Head.objects.get(book="cusco", why="issue").code.lower()
    text = said(client.post(ADDRESS, HANDED | {"head": head, "read_aloud_by": "the teacher"}, follow=True))
    assert ("2 payslips are recorded." in text, "Q21" in text, ">Q01<" in text) == (True, True, False)
    assert {one.read_aloud_by for one in SlipHanded.objects.all()} == {"the teacher"}


@pytest.mark.usefixtures("here")
def test_what_several_say_is_recorded_at_once_and_who_says_nothing_is_left():
    client = wagedesk.manager()
    client.post(ADDRESS, HANDED)
    said_of_it = {"do": "say", "day": "2026-10-06", "say-Q01": "agreed", "say-Q02": ""}
    assert "1 payslip is recorded." in said(client.post(ADDRESS, said_of_it, follow=True))
    assert SlipAnswered.objects.get().answer == "agreed"
    waits = said(client.get(f"{ADDRESS}?do=say"))
    assert ('name="say-Q02"' in waits, 'name="say-Q01"' in waits) == (True, False)
    assert "She agrees" in said(client.get(f"{ADDRESS}?do=all"))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "wrong", [{"worker": []}, {"head": "AAAAA AAAAA"}, {"day": ""}, {"worker": ["Q99"]}, {"do": "say"}]
)
def test_what_cannot_be_recorded_is_refused(wrong):
    answer = wagedesk.manager().post(ADDRESS, HANDED | wrong)
    assert answer.status_code == 422
    assert not SlipHanded.objects.exists()


@pytest.mark.usefixtures("here")
def test_when_all_is_done_the_page_says_so():
    client = wagedesk.manager()
    client.post(ADDRESS, HANDED | {"worker": ["Q01", "Q02", "Q21"]})
    assert "Every payslip is handed over." in said(client.get(f"{ADDRESS}?do=hand"))
    silent = {f"say-{one}": "declined" for one in ("Q01", "Q02", "Q21")}
    client.post(ADDRESS, {"do": "say", "day": "2026-10-06", **silent})
    assert "Nobody is left to ask." in said(client.get(f"{ADDRESS}?do=say"))
    assert "She will not say" in said(client.get(ADDRESS))


@pytest.mark.usefixtures("here")
def test_others_read_and_record_nothing():
    assert wagedesk.finance().get(ADDRESS).status_code == 200
    assert wagedesk.finance().post(ADDRESS, HANDED).status_code == 404
    assert browsing.member("T1", "trainer").get(ADDRESS).status_code == 404
    assert wagedesk.manager().get("/cusco/pay/2026-10/slips").status_code == 404


@pytest.mark.usefixtures("here")
def test_it_asks_the_register_as_often_for_all_as_for_none():
    client = wagedesk.manager()
    client.get(ADDRESS)
    before = browsing.queries(lambda: client.get(f"{ADDRESS}?do=all"))
    client.post(ADDRESS, HANDED)
    client.get(ADDRESS)
    assert browsing.queries(lambda: client.get(f"{ADDRESS}?do=all")) == before


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, SEPTEMBER)
    payroll.issued(here, SEPTEMBER)
    wagedesk.opened(database, monkeypatch)
    wagedesk.manager().post(ADDRESS, HANDED)
    assert SlipHanded.objects.count() == 2
