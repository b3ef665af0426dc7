"""One worker's pay of a month, explained."""

import pytest

import payroll
import wagedesk
from jornal.facts.pay import SlipAnswered
from jornal.facts.people import Ratio
from wagedesk import OCTOBER, said

SEPTEMBER = "/cusco/pay/2026-09/of/Q01"
DRAFT = "/cusco/pay/2026-10/of/Q01"


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        payroll.month(found, OCTOBER)
        yield found


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("address", [SEPTEMBER, DRAFT])
def test_each_line_says_how_it_was_counted_who_decided_it_and_the_days_it_rests_on(address):
    text = said(wagedesk.manager().get(address))
    assert "× S/ 11.80 · contract · rate card 2026 (invented)" in text
    assert "goes to account of the prison authority (INPE)" in text
    assert f'href="/cusco/attendance/{address[11:18]}-01"' in text
    assert "Rests on 22 days" in text


@pytest.mark.usefixtures("here")
def test_three_comparators_stand_beside_her_pay_and_never_one():
    text = said(wagedesk.manager().get(SEPTEMBER))
    told = ("The guarantee for this timetable", "By the hour, with the paid rest day", "By the hour, plain")
    assert all(one in text for one in told)


def test_her_tally_is_shown_where_the_names_are_open(here):
    client = wagedesk.manager()
    assert "The tally is sealed like a name." in said(client.get(DRAFT))
    told = here.keys.seal("Q01", "told", '{"code": "PE-R5", "paper_on": "2026-09-01", "digest": ""}')
    here.put([Ratio(worker="Q01", since=payroll.FIRST, told=told)])
    text = said(wagedesk.manager(names=True).get(DRAFT))
    assert ("name of Q01" in text, "is not an entitlement" in text) == (True, True)
    assert "The tally is sealed" not in text


@pytest.mark.usefixtures("here")
def test_what_she_disputes_is_recorded_line_by_line_and_read_back():
    client = wagedesk.manager()
    answer = client.post(
        SEPTEMBER, {"answer": "disputed", "line": ["1", "2"], "day": "2026-10-08"}, follow=True
    )
    assert "She disputes it" in said(answer)
    assert SlipAnswered.objects.get().disputed_lines == {"lines": [1, 2]}


@pytest.mark.usefixtures("here")
def test_an_answer_that_cannot_be_kept_is_refused():
    answer = wagedesk.manager().post(SEPTEMBER, {"answer": "disputed", "line": ["99"], "day": "2026-10-08"})
    assert answer.status_code == 422
    assert not SlipAnswered.objects.exists()


@pytest.mark.usefixtures("here")
def test_headquarters_reads_it_and_does_not_answer_for_her():
    client = wagedesk.finance()
    assert client.get(SEPTEMBER).status_code == 200
    assert client.post(SEPTEMBER, {"answer": "agreed", "day": "2026-10-08"}).status_code == 404


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("address", ["/cusco/pay/2026-09/of/Q99", "/cusco/pay/2026-10/of/Q99"])
def test_who_has_no_pay_there_has_no_page(address):
    assert wagedesk.manager().get(address).status_code == 404


@pytest.mark.usefixtures("here")
def test_a_month_that_cannot_be_drafted_is_said():
    assert "2026-10 is not issued yet" in said(wagedesk.manager().get("/cusco/pay/2026-12/of/Q01"))


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, OCTOBER)
    wagedesk.opened(database, monkeypatch)
    assert "Hours worked" in said(wagedesk.manager().get(DRAFT))
    payroll.issued(here, OCTOBER)
    assert "Where the money is" in said(wagedesk.manager().get(DRAFT))
