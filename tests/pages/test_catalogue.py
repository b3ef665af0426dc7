"""The catalogue in the browser: from a brief to a cost sheet, for headquarters and for the sites."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import drawn
import making
from jornal.actions import filed
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
    file = SimpleUploadedFile("wave.png", drawn.png())
    assert sent(hq, "add-version", **version, picture=file).status_code == 302
    named = {"product": "hat", "label": "Hat", "since": "2026-10-01", "design": "wave"}
    assert sent(hq, "name-product", **named).status_code == 302
    text, kept = browsing.text(hq.get(f"{HQ}/design/wave")), DesignVersion.objects.get()
    assert [
        one in text for one in ("For winter", "QC01, QC02", "PNG", f"{kept.file_digest[:16]}…", "Hat")
    ] == [True] * 5
    assert (Design.objects.get().book, kept.file_size) == ("hq", len(drawn.png(said=False)))
    assert "no recipe" in browsing.text(hq.get(HQ))


def begun(here):
    do(here, "begin-design", {"design": "wave", "label": "Wave", "day": "2026-09-01"})
    return {"design": "wave", "what": "sample", "made_by": "QC01", "day": "2026-10-02"}


def test_the_picture_of_a_version_is_shown_without_where_it_was_taken(here, hq):
    said = begun(here)
    manager = browsing.member("S1", "site_manager")
    file = SimpleUploadedFile("wave.jpg", drawn.jpeg())
    assert manager.post("/cusco/catalogue/do/add-version", {**said, "picture": file}).status_code == 302
    for client, home in ((hq, HQ), (manager, "/cusco/catalogue")):
        address = f"{home}/design/wave/1/picture"
        assert f'src="{address}"' in client.get(f"{home}/design/wave").content.decode()
        answer = client.get(address)
        assert (answer["Content-Type"], drawn.PLACE in answer.content) == ("image/jpeg", False)
    assert hq.get(f"{HQ}/design/wave/2/picture").status_code == 404
    assert (
        browsing.member("N1", "representative").get("/cusco/catalogue/design/wave/1/picture").status_code
        == 404
    )


def test_a_version_whose_file_lies_elsewhere_says_so(here, hq):
    elsewhere = {"file_digest": "a1" * 32, "file_type": "image/png", "file_size": "40000"}
    do(here, "add-version", {**begun(here), **elsewhere})
    page = hq.get(f"{HQ}/design/wave").content.decode()
    assert ("kept at another computer" in page, "<img" in page) == (True, False)


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (lambda: SimpleUploadedFile("a.png", drawn.jpeg()), "its bytes say image/jpeg"),
        (lambda: SimpleUploadedFile("plan.pdf", b"%PDF-1.7"), "Give it as PNG, JPEG or WebP"),
        (lambda: SimpleUploadedFile("a.png", drawn.png() + bytes(10_000_000)), "Make it smaller"),
    ],
)
def test_a_file_that_is_no_picture_is_refused_beside_its_field_and_what_was_typed_stays(here, hq, file, says):
    answer = sent(hq, "add-version", **begun(here), note="the second sleeve", picture=file())
    text = browsing.text(answer)
    assert (answer.status_code, says in text, "the second sleeve" in text) == (422, True, True)
    assert not DesignVersion.objects.exists()


def test_a_picture_is_chosen_once_though_the_form_comes_twice(here, hq):
    said = begun(here)
    wrong = sent(
        hq, "add-version", **{**said, "made_by": "QC99"}, picture=SimpleUploadedFile("a.png", drawn.png())
    )
    ticket = re.search('name="picture" value="([^"]+)"', wrong.content.decode())[1]
    assert (wrong.status_code, "Chosen: a.png" in browsing.text(wrong)) == (422, True)
    assert sent(hq, "add-version", **said, picture=ticket).status_code == 302
    assert filed.read(Path(settings.HOME), DesignVersion.objects.get().file_digest) == drawn.png(said=False)


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
