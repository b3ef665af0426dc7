"""Money back in the browser: the year, the promise and the fund; advances at a site; and who sees none of it."""

import pytest

import browsing
from funded import case, issued, recorded
from jornal.facts.funding import Cost, Grant, ProfitPromised, YearStated
from jornal.facts.organisation import Authority, Staff, Workshop
from jornal.journal.record import record
from offices import office
from papers.reading import words

DAY = "2027-01-31"
PAGE = "/hq/money"


def here(database, monkeypatch):
    """The worked example of knitters in a register with a browser."""
    browsing.opened(database, monkeypatch, day=DAY)
    hand = office("hq_operations", "H1", "").hand
    record([Authority(authority="inpe", label="INPE")], "hq", hand)
    people = (("S1", "enterprise"), ("R1", "workers"))
    record([Staff(staff=token, of=of, languages=["es"]) for token, of in people], "hq", hand)
    record([Workshop(site="cusco", workshop="knitting", label="Knitting", place="workshop")], "cusco", hand)
    told = case("knitters")
    recorded(told, told["day"])


def finance():
    return browsing.member("K1", "hq_finance", "")


def test_finance_reads_the_year_with_the_promise_and_what_is_not_known(database, monkeypatch):
    here(database, monkeypatch)
    text = browsing.text(finance().get(PAGE, {"year": "2026"})).replace("\u00a0", " ")
    for wanted in (
        "Statement of 2026", "Grant: looms", "−1,450.00", "At the end", "No sale of this year is recorded",
        "Half of our profit goes into training and shops.",
    ):  # fmt: skip
        assert wanted in text


def test_the_rules_stand_under_the_figures_where_they_are_asked_for(sqlite, monkeypatch):
    here(sqlite, monkeypatch)
    client = finance()
    rule = "Received of this grant, on the day it came. (received r-1)"
    assert rule in browsing.text(client.get(PAGE, {"year": "2026", "lines": "yes"}))
    assert rule not in browsing.text(client.get(PAGE, {"year": "2026"}))


def test_statement_reports_and_ledger_are_printed(sqlite, monkeypatch):
    here(sqlite, monkeypatch)
    client = finance()
    for path, wanted in (
        ("statement.pdf?year=2026", "Statement of 2026"),
        ("grant/looms.pdf", "Report on a grant to A trust"),
        ("budget/room.pdf", "Report on the workshop to INPE"),
    ):
        assert wanted in words(client.get(f"{PAGE}/{path}").content)
    ledger = client.get(f"{PAGE}/ledger", {"year": "2026"}).content.decode()
    assert "2026-01-01 open Assets:Fund" in ledger


@pytest.mark.parametrize(
    "path", ["?year=1200", "?year=x", "?year=2028", "/grant/other.pdf", "/budget/other.pdf"]
)
def test_what_is_not_there_has_no_page(sqlite, monkeypatch, path: str):
    here(sqlite, monkeypatch)
    assert finance().get(PAGE + path).status_code == 404


def test_a_grant_is_recorded_through_its_form_and_refused_with_everything_kept(sqlite, monkeypatch):
    here(sqlite, monkeypatch)
    client, form = finance(), f"{PAGE}/do/record-grant"
    row = {
        "grant": "wool", "funder": "A fund", "amount": "500.00", "currency": "PEN", "purpose": "Wool",
        "heads": "materials", "since": "2027-01-01", "until": "2027-12-31",
    }  # fmt: skip
    wrong = client.post(form, {**row, "until": "2026-12-31"})
    assert wrong.status_code == 422
    assert 'value="A fund"' in wrong.content.decode()
    assert client.post(form, row).status_code == 302
    kept = Grant.objects.get(grant="wool")
    assert (kept.amount, kept.restricted, kept.heads) == (50000, True, ["materials"])


def test_a_promise_is_looked_at_once_more_before_it_is_made(sqlite, monkeypatch):
    here(sqlite, monkeypatch)
    row = {"since": "2027-01-01", "of_10000": "100", "purposes": "training", "says": "All of it."}
    client, form = finance(), f"{PAGE}/do/promise-profit"
    assert client.post(form, row).status_code == 200
    assert ProfitPromised.objects.count() == 1
    assert client.post(form, {**row, "sure": "yes"}).status_code == 302
    assert ProfitPromised.objects.count() == 2


def test_the_statement_of_a_year_is_given_out_after_a_second_look(sqlite, monkeypatch):
    here(sqlite, monkeypatch)
    client, form = finance(), f"{PAGE}/do/state-year"
    assert 'value="2026"' in client.get(form).content.decode()
    row = {"year": "2026", "signed_by": "A. Auditor, outside"}
    assert (client.post(form, row).status_code, YearStated.objects.exists()) == (200, False)
    assert client.post(form, {**row, "year": "2027", "sure": "yes"}).status_code == 422  # it is not over
    assert client.post(form, {**row, "sure": "yes"}).status_code == 302
    assert YearStated.objects.get().signed_by == "A. Auditor, outside"


def test_a_manager_sees_her_advances_and_hands_in_a_receipt(sqlite, monkeypatch):
    here(sqlite, monkeypatch)
    client = browsing.member("S1", "site_manager")
    text = browsing.text(client.get("/cusco/advances")).replace("\u00a0", " ")
    assert "Buttons, A stall" in text
    assert "S/ 30.00" in text
    row = {
        "advance": "a-1", "cost": "c-30", "head": "materials", "label": "Thread", "supplier": "A stall",
        "amount": "30.00", "day": "2026-06-01", "paper": "3" * 64,
    }  # fmt: skip
    assert client.post("/cusco/advances/do/hand-in-receipt", row).status_code == 302
    assert Cost.objects.get(cost="c-30").book == "cusco"
    assert "Settled" in browsing.text(client.get("/cusco/advances"))
    assert client.post("/cusco/advances/do/hand-in-receipt", {**row, "cost": "c-31"}).status_code == 422


def test_where_nothing_was_given_the_page_says_who_gives(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    text = browsing.text(browsing.member("S1", "site_manager").get("/cusco/advances"))
    assert "No advance was given to this site." in text


@pytest.mark.parametrize("role", ["site_manager", "seller", "trainer", "representative"])
def test_the_money_of_the_enterprise_is_read_at_headquarters_alone(sqlite, monkeypatch, role: str):
    here(sqlite, monkeypatch)
    client = browsing.member("X1", role)
    for path in (PAGE, f"{PAGE}/ledger", f"{PAGE}/statement.pdf", f"{PAGE}/do/record-cost"):
        assert client.get(path).status_code == 404


def test_as_many_queries_for_a_year_of_many_people_as_of_few(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, day=DAY)
    issued("cusco", "2026-01", [100] * 5, [])
    client = finance()
    few = browsing.queries(lambda: client.get(PAGE, {"year": "2026"}))
    for month in range(2, 12):
        issued("cusco", f"2026-{month:02}", [100] * 50, [])
    assert browsing.queries(lambda: client.get(PAGE, {"year": "2026"})) == few
