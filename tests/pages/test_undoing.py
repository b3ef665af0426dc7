"""Undo: what somebody has just recorded, and a stoppage, taken back with a reason."""

import pytest

import browsing
from daily import SHEET, manager, opened, rows, sent
from jornal.facts.attendance import Shift, Stoppage


@pytest.fixture
def client(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    return manager()


def way(client) -> str:
    """The address behind Undo on the page after something was recorded."""
    text = browsing.text(client.get(SHEET))
    return text.partition('role="status">')[2].partition('href="')[2].partition('"')[0].replace("&amp;", "&")


def test_a_day_marked_by_mistake_is_taken_back_in_one_go(client):
    sent(client, w_QC04="sick")
    client.get(SHEET)
    sent(client, "rest")
    address = way(client)
    text = browsing.text(client.get(address))
    assert (text.count('name="row"'), text.count(" checked")) == (3, 3)
    told = {"row": ["QC01 1", "QC02 1"], "why": "it was the wrong day"}
    assert client.post(address, told).headers["Location"] == SHEET
    assert [row[0] for row in rows()] == ["QC03", "QC04"]
    assert Shift.objects.filter(void=True).values_list("why", flat=True)[0] == "it was the wrong day"


def test_the_day_can_be_marked_again_after_that(client):
    sent(client, "rest")
    client.post(way(client), {"row": [f"QC0{n} 1" for n in range(1, 5)], "why": "too early"})
    sent(client, "rest", w_QC01="visit")
    assert [row[:3] for row in rows()] == [
        ("QC01", 2, "visit"), ("QC02", 2, "work"), ("QC03", 2, "work"), ("QC04", 2, "work"),
    ]  # fmt: skip


def test_one_row_leads_to_its_own_page(client):
    sent(client, w_QC02="sick")
    assert client.get(way(client)).headers["Location"] == f"{SHEET}/QC02/1"


def test_nothing_is_taken_back_without_a_reason(client):
    sent(client, "rest")
    answer = client.post(way(client), {"row": ["QC01 1"], "why": " "})
    assert (answer.status_code, len(rows())) == (422, 4)
    assert browsing.text(answer).count(" checked") == 1


@pytest.mark.parametrize(
    "query", ["", "?since=1&until=2", "?since=x&until=-1", "?since=&until=5", f"?since=1&until={10**30}"]
)
def test_what_is_not_there_is_told(client, query):
    assert "Nothing of this stands any more." in browsing.text(client.get(f"{SHEET}/undo{query}"))


def test_nobody_takes_back_what_another_recorded(client):
    sent(client, "rest")
    address = way(client)
    other = browsing.member("T1", "trainer")
    assert "Nothing of this stands any more." in browsing.text(other.get(address))
    other.post(address, {"row": ["QC01 1"], "why": "because"})
    assert len(rows()) == 4


def test_a_stoppage_is_taken_back_with_a_reason(client):
    sent(client, "stop", what="lockdown", ordered_by="head of security")
    address = f"{SHEET}/stoppage-1?workshop="
    assert address in browsing.text(client.get(SHEET)).replace("&amp;", "&")
    assert "head of security" in browsing.text(client.get(address))
    assert client.post(address, {"why": ""}).status_code == 422
    client.post(address, {"why": "it was the day before"})
    assert not Stoppage.objects.current().exists()
    assert "it was the day before" in browsing.text(client.get(address))
    sent(client, "stop", what="lockdown", ordered_by="head of security")
    assert Stoppage.objects.current().get().number == 2
    assert client.get(f"{SHEET}/stoppage-9?workshop=").status_code == 404
