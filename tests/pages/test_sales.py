"""The page of sales: by month and channel, what waits for a name, papers to print, and what is recorded there."""

import pytest

import browsing
import stocked
from actions import test_settling
from jornal.facts.sales import Held, Refund, Sale

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


@pytest.mark.parametrize(("price", "minor"), [("200", 200), ("200.00", None)])
def test_amounts_are_read_with_the_decimals_of_their_currency(seller, price, minor):
    answer = seller.post(f"{ADDRESS}/do/sell", {**SALE, "currency": "JPY", "price": price})
    assert answer.status_code == (302 if minor else 422)
    assert list(Sale.objects.values_list("price", flat=True)) == ([minor] if minor else [])


def test_a_refund_says_where_its_goods_came_back_to_and_what_the_channel_gave_back(seller):
    seller.post(f"{ADDRESS}/do/sell", {**SALE, "fee": "12.00", "shipping": "5.00", "currency": "USD"})
    assert (Sale.objects.get().fee, Sale.objects.get().shipping) == (1200, 500)
    said = {
        "channel": "till",
        "order": "1",
        "line": "1",
        "amount": "200.00",
        "goods_back": "1",
        "quantity": "1",
    }
    more = {"place": "store", "fee": "6.00", "reference": "r-7", "day": "2026-10-21"}
    assert seller.post(f"{ADDRESS}/do/refund", {**said, **more}).status_code == 302
    found = Refund.objects.get()
    assert (found.place, found.fee, found.reference, found.amount) == ("store", 600, "r-7", 20000)


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
