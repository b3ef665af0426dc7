"""A second person lets the money out."""

import pytest

import browsing
import payroll
import wagedesk
from jornal.actions import approving, months
from jornal.actions.approving import head_of, printed
from jornal.facts.pay import Approval
from jornal.journal.node import Node
from wagedesk import SEPTEMBER, said

APPROVE, TOTALS, WAITING = "/cusco/pay/2026-09/approve", "/cusco/totals", "/hq/approve"
ROSTER = {f"Q{number:02}": ("cusco-hourly", "maker") for number in range(1, 6)}


@pytest.fixture(scope="module")
def september(tmp_path_factory):
    return payroll.built(tmp_path_factory.mktemp("september"), SEPTEMBER, workers=ROSTER)


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        yield found


def shown() -> dict[str, str]:
    """The figures as a form sends them."""
    _, whole = approving.found("cusco", SEPTEMBER)
    return {"do": "approve", "head": head_of(whole), "total": str(whole.total), "month": SEPTEMBER}


@pytest.mark.usefixtures("here")
def test_headquarters_approves_what_stands_on_the_page_and_gets_a_code_to_print():
    client = wagedesk.finance()
    assert shown()["head"][:5] in said(client.get(APPROVE))
    text = said(client.post(APPROVE, shown(), follow=True))
    assert "By F1 at headquarters" in text
    assert all(group in text for group in printed(Approval.objects.get()).split())


@pytest.mark.usefixtures("here")
def test_an_approval_of_other_figures_is_refused():
    answer = wagedesk.finance().post(APPROVE, shown() | {"total": "1"})
    assert answer.status_code == 422
    assert not Approval.objects.exists()


@pytest.mark.usefixtures("here")
def test_who_issued_it_cannot_approve_it_and_reads_why():
    browsing.member("S1", "hq_finance", at="")
    client = wagedesk.manager()
    text = said(client.get(APPROVE))
    assert ("You issued this pay." in text, "Approve S/" in text) == (True, False)
    assert client.post(APPROVE, shown()).status_code == 422
    assert not Approval.objects.exists()


@pytest.fixture
def code(here, monkeypatch) -> list[str]:
    """The groups of headquarters' printed code, which no book of this computer holds yet."""
    del here
    fact = Approval(
        site="cusco", month=SEPTEMBER, run_number=1, way="headquarters", number=1, approver="F1",
        code=shown()["head"], total=int(shown()["total"]),
    )  # fmt: skip
    node: Node = payroll.office().hand.node
    fact.signature = node.sign(approving.text_of(fact))
    return printed(fact).split()


def typed(groups: list[str]) -> dict[str, str]:
    return {"do": "code", "approver": "F1"} | {
        f"g{number}": text for number, text in enumerate(groups, start=1)
    }


def test_a_printed_code_lets_the_money_out_at_a_site_without_a_line(code):
    text = said(wagedesk.manager().post(APPROVE, typed([group.lower() for group in code]), follow=True))
    assert "with a printed code typed here" in text
    assert Approval.objects.get().way == "code"


def test_a_group_that_is_wrong_says_so_beside_itself_and_nothing_typed_is_lost(code):
    wrong = [*code[:4], "0" * 8 + "1", *code[5:]]
    answer = wagedesk.manager().post(APPROVE, typed(wrong))
    text = said(answer)
    assert (answer.status_code, text.count('aria-invalid="true"')) == (422, 1)
    assert 'id="g5" name="g5" value="000000001"' in text
    assert "Read this group again" in text
    assert all(f'value="{group}"' in text for group in code[5:])


def test_a_group_that_is_missing_or_too_short_says_so(code):
    client = wagedesk.manager()
    empty = said(client.post(APPROVE, typed(["", *code[1:]])))
    short = said(client.post(APPROVE, typed([*code[:12], code[12][:5]])))
    assert ("Fill this in." in empty, "Read this group again" in short) == (True, True)


def test_a_code_of_another_person_is_refused(code):
    answer = wagedesk.manager().post(APPROVE, typed(code) | {"approver": "F9"})
    assert answer.status_code == 422
    assert "is not headquarters&#x27; signature" in said(answer)


@pytest.mark.usefixtures("here")
def test_the_representative_sees_totals_alone_and_approves_them_where_one_manager_is_alone():
    client = browsing.member("N1", "representative")
    text = said(client.get(TOTALS))
    assert ("Q01" in text, shown()["head"][:5] in text) == (False, True)
    assert client.get("/cusco/pay").status_code == 404
    assert client.get("/cusco/pay/2026-09/of/Q01").status_code == 404
    assert "approved" in said(client.post(TOTALS, shown(), follow=True)).lower()
    assert Approval.objects.get().way == "representative"


@pytest.mark.usefixtures("here")
def test_where_two_manage_a_site_the_representative_approves_nothing():
    browsing.member("S2", "site_manager")
    client = browsing.member("N1", "representative")
    assert "headquarters finance approves" in said(client.get(TOTALS))
    assert client.post(TOTALS, shown()).status_code == 422
    assert not Approval.objects.exists()


@pytest.mark.usefixtures("here")
def test_sums_of_fewer_than_five_are_neither_shown_nor_approved(monkeypatch):
    monkeypatch.setattr(months, "FEWEST", 6)
    client = browsing.member("N1", "representative")
    text = said(client.get(TOTALS))
    assert ("Its sums are not shown" in text, shown()["head"][:5] in text) == (True, False)
    assert client.post(TOTALS, shown()).status_code == 404


@pytest.mark.usefixtures("here")
def test_headquarters_sees_what_waits_at_every_site_in_its_own_currency():
    client = wagedesk.finance()
    text = said(client.get(WAITING))
    assert ("Workshop cusco" in text, "late" in text, f'href="{APPROVE}"' in text) == (True, True, True)
    wagedesk.approved()
    assert "Nothing waits." in said(client.get(WAITING))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("role", ["trainer", "quality", "seller", "authority", "representative"])
def test_nobody_else_comes_near(role):
    client = browsing.member(f"R{role}", role)
    assert [client.get(one).status_code for one in (APPROVE, WAITING)] == [404, 404]


@pytest.mark.usefixtures("here")
def test_a_month_that_is_not_issued_has_nothing_to_approve():
    assert wagedesk.finance().get("/cusco/pay/2026-10/approve").status_code == 404


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, SEPTEMBER)
    payroll.issued(here, SEPTEMBER)
    wagedesk.opened(database, monkeypatch)
    wagedesk.finance().post(APPROVE, shown())
    assert Approval.objects.get().way == "headquarters"
