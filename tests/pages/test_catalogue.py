"""The catalogue in the browser: from a brief to a cost sheet, for headquarters and for the sites."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import making
from jornal.facts.orders import CostSheet
from jornal.facts.products import Design, DesignVersion, Product
from peopled import do

HQ = "/hq/catalogue"


@pytest.fixture
def here(sqlite, monkeypatch):
    found = making.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    for who, role, at in (("H1", "hq_operations", ""), ("V1", "seller", ""), ("S1", "site_manager", "cusco")):
        browsing.member(who, role, at)
    return found


@pytest.fixture
def hq(here):
    return browsing.member("H1", "hq_operations", "")


def sent(client, verb, **said):
    address = f"{HQ}/do/{verb}"
    assert client.get(address).status_code == 200
    return client.post(address, said)


def test_before_anything_is_named_the_page_says_the_next_step(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    text = browsing.text(browsing.member("H1", "hq_operations", "").get(HQ))
    assert ("No product is named yet" in text, "No design is begun yet" in text) == (True, True)


@pytest.mark.usefixtures("database")
def test_a_design_becomes_a_product_with_its_cost_labour_first(hq):
    said = {
        "design": "wave",
        "label": "Wave",
        "brief": "For winter",
        "proposed_by": "QC01",
        "day": "2026-10-01",
    }
    assert sent(hq, "begin-design", **said).status_code == 302
    version = {"design": "wave", "what": "sketch", "made_by": "QC01 QC02", "day": "2026-10-02"}
    assert (
        sent(hq, "add-version", **version, file_digest="a" * 64).status_code == 422
    )  # a file is whole or none
    said = {**version, "file_digest": "a" * 64, "file_type": "image/png", "file_size": "2048"}
    assert sent(hq, "add-version", **said).status_code == 302
    named = {"product": "hat", "label": "Hat", "since": "2026-10-01", "design": "wave"}
    assert sent(hq, "name-product", **named).status_code == 302
    text = browsing.text(hq.get(f"{HQ}/design/wave"))
    assert [one in text for one in ("For winter", "QC01, QC02", "PNG", "aaaaaaaaaaaaaaaa…", "Hat")] == [
        True
    ] * 5
    assert (Design.objects.get().book, DesignVersion.objects.get().file_size) == ("hq", 2048)
    assert "no recipe" in browsing.text(hq.get(HQ))


def test_what_costs_is_typed_in_the_currency_of_the_site_and_shown_beside_the_floor(hq):
    said = {**making.COST, "price": "200.00"}
    assert sent(hq, "set-cost", **{**said, "price": "100.00"}).status_code == 422  # below what it costs
    assert sent(hq, "set-cost", **said).status_code == 302
    assert CostSheet.objects.get().price == 20000
    text = browsing.text(hq.get(f"{HQ}/product/sweater")).replace("\u00a0", " ")
    assert [
        one in text for one in ("S/ 60.00", "S/ 157.08", "39.0 % of it is wages", "90.5 min", "450 grams")
    ] == [True] * 5


def test_a_seller_sees_the_price_and_not_what_it_costs(hq):
    sent(hq, "set-cost", **{**making.COST, "price": "200.00"})
    seller = browsing.member("V1", "seller", "")
    for address in (HQ, f"{HQ}/product/sweater"):
        assert "157.08" not in browsing.text(seller.get(address))
    assert "200.00" in browsing.text(seller.get(HQ))
    assert seller.get(f"{HQ}/do/set-cost").status_code == 404


def test_a_site_reads_the_catalogue_and_begins_designs_of_its_own(here, hq):
    manager = browsing.member("S1", "site_manager")
    text = browsing.text(manager.get("/cusco/catalogue"))
    assert ("Sweater" in text, "Begin a design" in text, "Set a recipe" in text) == (True, True, False)
    said = {"design": "leaf", "label": "Leaf", "day": "2026-10-01"}
    assert manager.post("/cusco/catalogue/do/begin-design", said).status_code == 302
    assert Design.objects.get().book == "cusco"
    assert manager.get("/cusco/catalogue/product/nothing").status_code == 404
    assert manager.get("/cusco/catalogue/design/nothing").status_code == 404
    assert manager.get("/cusco/catalogue/do/set-recipe").status_code == 404


def test_a_maker_is_credited_as_she_chose(here, hq):
    do(here, "begin-design", {"design": "wave", "label": "Wave", "day": "2026-09-01"})
    do(here, "add-version", {"design": "wave", "what": "sketch", "made_by": "QC01 QC02", "day": "2026-09-03"})
    do(here, "credit-design", {"design": "wave", "worker": "QC02", "shown": "nothing"})
    text = browsing.text(hq.get(f"{HQ}/design/wave"))
    assert ("QC02: Not at all" in text, "QC01:" in text) == (True, False)


def test_many_products_and_designs_take_as_many_queries_as_few(here, hq):
    counts = []
    for number in (1, 12):
        for _ in range(number):
            token = f"p{Product.objects.count()}"
            do(making.headquarters(), "begin-design", {"design": token, "label": token, "day": "2026-09-01"})
            do(making.headquarters(), "add-version", {"design": token, "what": "sketch", "made_by": "QC01"})
            do(
                making.headquarters(),
                "name-product",
                {"product": token, "label": token, "since": "2026-09-01"},
            )
        hq.get(HQ)
        with CaptureQueriesContext(connection) as told:
            hq.get(HQ)
        counts.append(len(told))
    assert counts[0] == counts[1]
