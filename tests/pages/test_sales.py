"""The page of sales: by month and channel, what waits for a name, papers to print, and what is recorded there."""

import pytest

import browsing
import stocked
from actions import test_settling
from jornal.facts.sales import Held, Sale

ADDRESS = "/hq/sales"
SALE = {
    "channel": "till", "order": "1", "line": "1", "place": "shop", "product": "sweater", "quantity": "2",
    "price": "200.00", "currency": "PEN", "day": "2026-10-20",
}  # fmt: skip


@pytest.fixture
def code(sqlite, monkeypatch):
    found = stocked.begun()
    stocked.moved(found)
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    return found


@pytest.fixture
def seller(code):
    return browsing.member("V1", "seller", "")


def test_nothing_yet_says_the_next_step(seller):
    assert "Nothing is sold yet" in browsing.text(seller.get(ADDRESS))


def test_a_sale_is_recorded_on_the_page_and_summed(seller):
    assert seller.get(f"{ADDRESS}/do/sell").status_code == 200
    assert seller.post(f"{ADDRESS}/do/sell", SALE).status_code == 302
    assert Sale.objects.get().price == 20000
    text = browsing.text(seller.get(ADDRESS))
    assert [one in text for one in ("October 2026", "Shop of the square", "400.00")] == [True] * 3


def test_a_sale_to_a_market_that_refuses_is_refused_with_its_law(seller):
    answer = seller.post(f"{ADDRESS}/do/sell", {**SALE, "country": "New York"})
    assert (answer.status_code, "19 U.S.C. 1307" in browsing.text(answer)) == (422, True)


def test_a_currency_with_other_decimals_is_not_misread(seller):
    answer = seller.post(f"{ADDRESS}/do/sell", {**SALE, "currency": "JPY"})
    assert (answer.status_code, "other decimals" in browsing.text(answer)) == (422, True)


def test_held_lines_are_named_on_the_page(seller):
    stocked.sold({"product": "", "goods": "SWTR-01"})
    text = browsing.text(seller.get(ADDRESS))
    assert ("SWTR-01" in text, "1 line is of goods that nobody here has named" in text) == (True, True)
    said = {"channel": "till", "goods": "SWTR-01", "product": "sweater"}
    assert seller.post(f"{ADDRESS}/do/name-goods", said).status_code == 302
    assert (Held.objects.count(), Sale.objects.count()) == (1, 1)
    assert "SWTR-01" not in browsing.text(seller.get(ADDRESS))


def test_a_settlement_is_printed(sqlite, monkeypatch):
    code = test_settling.consigned()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    finance = browsing.member("F1", "hq_finance", "")
    said = {
        "settlement": "s-1",
        "place": "gallery",
        "since": "2026-10-11",
        "until": "2026-10-25",
    }
    row = {"goods-1": f"sweater {code}", "sold-1": "2", "left-1": "2", "price-1": "249.99"}
    sent = {**said, **row, "lines": "1", "do": "record"}
    assert finance.post(f"{ADDRESS}/settle", sent).status_code == 302
    assert "349.99" in browsing.text(finance.get(ADDRESS))
    paper = finance.get(f"{ADDRESS}/settlement/s-1")
    assert (paper.status_code, paper.content[:5]) == (200, b"%PDF-")
    for none in ("settlement/s-9", "invoice/d-9", "gossip/s-1"):
        assert finance.get(f"{ADDRESS}/{none}").status_code == 404


def test_who_sells_does_not_settle(seller):
    assert seller.get(f"{ADDRESS}/do/settle").status_code == 404
