"""The milestones of an order on its page: added up before they are recorded, and set anew while nothing is met."""

import re

import pytest

import browsing
from actions.test_milestones import commissioned
from jornal.facts.sales import Milestone
from jornal.reads.milestones import due
from pages.test_several import ADDRESS, line

THREE = {
    "lines": "3", **line(1, what="deposit", amount="200.00", days="7"),
    **line(2, what="sample_approved", amount="100"), **line(3, what="delivered", amount="100.00", days="30"),
}  # fmt: skip


@pytest.fixture
def seller(sqlite, monkeypatch):
    return opened(sqlite, monkeypatch)


def opened(database, monkeypatch):
    commissioned()
    browsing.opened(database, monkeypatch, day="2026-10-30")
    return browsing.member("V1", "seller", "")


def test_the_whole_is_shown_before_it_is_recorded_and_stands_on_the_order(database, monkeypatch):
    seller = opened(database, monkeypatch)
    assert ADDRESS in seller.get("/hq/orders/c-1").content.decode()
    looked = seller.post(ADDRESS, {**THREE, "do": "check"})
    text = looked.content.decode().replace("\u00a0", " ")
    assert (looked.status_code, "Milestones together</dt><dd><b>S/ 400.00" in text, Milestone.objects.exists()) == (
        200, True, False,
    )  # fmt: skip
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', looked.content.decode()))
    assert seller.post(ADDRESS, {**hidden, "do": "record"}).status_code == 302
    assert [(one.number, one.amount) for one in due("c-1")] == [(1, 20000), (2, 10000), (3, 10000)]
    text = browsing.text(seller.get("/hq/orders/c-1")).replace("\u00a0", " ")
    assert ("2 · Sample approved" in text, "S/ 200.00" in text) == (True, True)


def test_parts_that_miss_the_sum_are_told_in_money_and_nothing_is_lost(seller):
    answer = seller.post(ADDRESS, {**THREE, **line(3, what="delivered", amount="99.00"), "do": "check"})
    text = browsing.text(answer).replace("\u00a0", " ")
    assert (answer.status_code, "comes to S/ 400.00, and its milestones to S/ 399.00" in text) == (
        422,
        True,
    )
    assert 'value="99.00"' in answer.content.decode()


def test_what_stands_is_in_the_form_and_is_set_anew(seller):
    seller.post(ADDRESS, {**THREE, "do": "record"})
    page = seller.get(ADDRESS).content.decode()
    assert [f'value="{one}"' in page for one in ("200.00", "7", "4")] == [True] * 3
    less = {
        **line(2, what="sample_approved", amount="0"),
        **line(3, what="delivered", amount="200", days="30"),
    }
    assert seller.post(ADDRESS, {**THREE, **less, "do": "record"}).status_code == 302
    assert [(one.number, one.amount) for one in due("c-1")] == [(1, 20000), (3, 20000)]


def test_what_was_typed_comes_back_from_the_second_look(seller):
    page = seller.post(ADDRESS, {**THREE, "do": "change"}).content.decode()
    assert ('value="100.00"' in page, "Check your answers" in page) == (True, False)


def test_an_order_changed_after_its_milestones_were_set_says_so_with_the_next_step(seller):
    seller.post(ADDRESS, {**THREE, "do": "record"})
    assert "Changed since" not in browsing.text(seller.get("/hq/orders/c-1"))
    more = {
        "order": "c-1",
        "line": "1",
        "product": "sweater",
        "at": "cusco",
        "quantity": "3",
        "price": "200.00",
    }
    assert seller.post("/hq/orders/do/add-line", more).status_code == 302
    assert "Part what is left anew" in browsing.text(seller.get("/hq/orders/c-1"))
    assert "Orders changed since" in browsing.text(seller.get("/hq/sales"))
