"""Sales brought in on a page: looked at first, recorded once."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import browsing
import stocked
from exported import BALANCE, ITEMS, SHOPIFY, item, shopify, written
from jornal.facts.sales import Held, Sale
from peopled import do

ADDRESS = "/hq/sales-in"
TWO = [("SHAWL", 2, "45.00"), ("CAP", 1, "19.90")]


@pytest.fixture
def seller(sqlite, monkeypatch):
    stocked.begun()
    do(stocked.seller(), "name-goods", {"channel": "shopify", "goods": "SHAWL", "product": "sweater"})
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    return browsing.member("V1", "seller", "")


def sent(client, text: str, **more):
    file = SimpleUploadedFile("orders.csv", text.encode(), "text/csv")
    return client.post(ADDRESS, {"file": file, **more})


def test_an_export_is_looked_at_and_then_recorded_once(seller):
    assert "known by its headers" in browsing.text(seller.get(ADDRESS))
    rows = [*shopify("#1", TWO, **{"Shipping Country": "US"}), *shopify("#2", TWO, Total="1.00")]
    answer = sent(seller, written(SHOPIFY, rows))
    assert (answer.status_code, Sale.objects.count()) == (302, 0)
    text = browsing.text(seller.get(answer.url))
    assert "Record 1 lines, and keep 1 until their goods are named" in text
    assert all(one in text for one in ("CAP", "the order says 1.00 EUR", "Sold where they may not go"))
    assert seller.post(answer.url).status_code == 302
    assert (Sale.objects.count(), Held.objects.count()) == (1, 1)
    assert "All of it that can be is recorded" in browsing.text(seller.get(answer.url))


def test_a_file_that_is_refused_says_why_and_nothing_typed_is_lost(seller):
    answer = sent(seller, written(ITEMS, [item("T1", "Mug", 1, "18.00")]), country="DK")
    assert answer.status_code == 422
    assert "--currency" in browsing.text(answer)
    assert 'value="DK"' in answer.content.decode()
    assert seller.post(ADDRESS, {}).status_code == 422
    assert sent(seller, "a,b\n1,2\n", source="shopify").status_code == 422


def test_a_balance_is_shown_beside_what_is_recorded(seller):
    row = dict.fromkeys(BALANCE, "") | {
        "balance_transaction_id": "t1", "currency": "eur", "gross": "9.00", "fee": "0.50", "net": "8.50",
        "reporting_category": "charge", "source_id": "ch_1", "automatic_payout_id": "po_1",
    }  # fmt: skip
    answer = sent(seller, written(BALANCE, [row]))
    assert "1 are not recorded" in browsing.text(seller.get(answer.url))


def test_who_does_not_sell_has_no_such_page(seller):
    assert browsing.member("S1", "site_manager").get(ADDRESS).status_code == 404


def test_what_somebody_else_looked_at_is_nobody_elses(seller):
    answer = sent(seller, written(SHOPIFY, shopify("#1", TWO)))
    assert browsing.member("H1", "hq_operations", "").get(answer.url).status_code == 404


def test_a_mapping_of_ones_own(seller, tmp_path: Path):
    text = """
channel = "stall"
title = "Stall"
recognised_by = ["Ticket", "Importe"]
currency = "PEN"
[order]
number = ["Ticket"]
day = ["Fecha"]
[line]
name = ["Articulo"]
gross = ["Importe"]
"""
    own = SimpleUploadedFile("my.toml", text.encode(), "text/plain")
    answer = sent(seller, "Ticket;Fecha;Articulo;Importe\n1;07/10/2026;Chal;90,00\n", mapping=own)
    assert "Chal" in browsing.text(seller.get(answer.url))
