"""The page of goods, the way of a lot, and what is recorded there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import stocked
from jornal.facts.stock import Movement, StockPlace

ADDRESS = "/hq/stock"


@pytest.fixture
def code(sqlite, monkeypatch):
    found = stocked.begun()
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    return found


@pytest.fixture
def operations(code):
    return browsing.member("H1", "hq_operations", "")


def test_nothing_yet_says_the_next_step(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    text = browsing.text(browsing.member("H1", "hq_operations", "").get(ADDRESS))
    assert "Name a store first" in text


def test_goods_are_shown_where_they_are_and_moved_from_there(operations, code):
    said = {"what": "moved", "lot": code, "quantity": "4", "from_place": "store", "to_place": "shop"}
    assert operations.get(f"{ADDRESS}/do/move-goods").status_code == 200
    assert operations.post(f"{ADDRESS}/do/move-goods", {**said, "day": "2026-10-20"}).status_code == 302
    assert Movement.objects.filter(to_place="shop").count() == 1
    text = browsing.text(operations.get(ADDRESS))
    assert [one in text for one in ("Shop of the square", "4 pieces", "6 pieces", code)] == [True] * 4


def test_more_than_is_there_is_refused_with_what_was_typed(operations, code):
    said = {"what": "lost", "lot": code, "quantity": "11", "from_place": "store", "day": "2026-10-20"}
    answer = operations.post(f"{ADDRESS}/do/move-goods", said)
    assert (answer.status_code, "10 are there" in browsing.text(answer)) == (422, True)


def test_a_place_is_named_and_goods_are_counted_on_the_page(operations):
    said = {"place": "attic", "label": "Attic", "sort": "store", "country": "PE", "currency": "PEN"}
    assert operations.post(f"{ADDRESS}/do/name-place", {**said, "since": "2026-10-01"}).status_code == 302
    assert StockPlace.objects.filter(place="attic").exists()
    said = {"place": "store", "product": "sweater", "found": "9", "day": "2026-10-25"}
    assert operations.post(f"{ADDRESS}/do/count-stock", said).status_code == 302
    assert "9 pieces" in browsing.text(operations.get(ADDRESS))


def test_a_lot_is_followed_without_naming_anybody(operations, code):
    text = browsing.text(operations.get(f"{ADDRESS}/lots/{code}"))
    assert ("Arequipa" in text, "QC01" in text) == (True, False)
    assert operations.get(f"{ADDRESS}/lots/LQC099A").status_code == 404


def test_a_site_does_not_open_it(code):
    assert browsing.member("S1", "site_manager").get(ADDRESS).status_code == 404


def test_queries_do_not_grow_with_the_goods(operations, code):
    stocked.moved(code, "shop", "2")
    before = queries(operations)
    stocked.sold(*({"order": f"q{number}"} for number in range(2)))
    stocked.moved(code, "shop", "3", day="2026-10-14")
    assert queries(operations) == before


def queries(client) -> int:
    with CaptureQueriesContext(connection) as seen:
        client.get(ADDRESS)
    return len(seen)
