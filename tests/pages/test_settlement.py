"""A settlement of several lots on its page: each lot has its line, and the sums are looked at first."""

import re

import pytest

import browsing
import making
import stocked
from actions.test_settling import consigned
from jornal.facts.sales import Sale, Settlement
from offices import office
from peopled import do

ADDRESS = "/hq/sales/settle"
HEAD = {"settlement": "s-1", "place": "gallery", "since": "2026-10-11", "until": "2026-10-25"}


def opened(database, monkeypatch):
    code = consigned()
    browsing.opened(database, monkeypatch, day="2026-10-30")
    return code, browsing.member("F1", "hq_finance", "")


@pytest.fixture
def here(sqlite, monkeypatch):
    return opened(sqlite, monkeypatch)


def line(at, code, **said):
    return {f"{name}-{at}": value for name, value in {"goods": f"sweater {code}", **said}.items()}


def hidden(answer):
    return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', answer.content.decode()))


def test_every_lot_has_its_line_and_the_sums_are_shown_before_they_are_recorded(database, monkeypatch):
    code, finance = opened(database, monkeypatch)
    assert ADDRESS in finance.get("/hq/sales").content.decode()
    text = browsing.text(finance.post(ADDRESS, {**HEAD, "do": "lots"}))
    assert (code in text, "0 were there, 5 came, 1 went back." in text) == (True, True)
    sent = {**HEAD, "lines": "1", **line(1, code, sold="2", left="2", price="249.99")}
    looked = finance.post(ADDRESS, {**sent, "do": "check"})
    text = looked.content.decode().replace("\u00a0", " ")
    assert [one in text for one in ("S/ 499.98", "S/ 149.99", "<dt>Owed to us</dt><dd><b>S/ 349.99")] == [
        True
    ] * 3
    assert not Settlement.objects.exists()
    assert finance.post(ADDRESS, {**hidden(looked), "do": "record"}).status_code == 302
    assert (Settlement.objects.get().owed, Sale.objects.get().quantity) == (34999, 2)


def test_two_lots_and_a_second_price_are_settled_at_once(here):
    code, finance = here
    other = stocked.judged(office(day=making.crew.TODAY))
    stocked.finished(other)
    stocked.moved(other, "gallery", "4", day="2026-10-14")
    more = finance.post(ADDRESS, {**HEAD, "lines": "2", "do": "more"})
    assert 'name="goods-3"' in more.content.decode()
    sent = {
        **HEAD, "lines": "3", **line(1, code, sold="1", left="2", price="250"),
        **line(2, other, sold="0", left="4"), **line(3, code, sold="1", left="2", price="200"),
    }  # fmt: skip
    assert finance.post(ADDRESS, {**sent, "do": "record"}).status_code == 302
    assert Settlement.objects.get().sold == 45000
    assert [one["left"] for one in Settlement.objects.get().goods["goods"]] == [2, 4]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"left-1": "3"}, "so 2 are left, and 3 are told"),
        ({"left-1": ""}, "Pieces left: Fill this in."),
        ({"price-1": ""}, "Price of one piece: Fill this in."),
        ({"sold-1": "two"}, "Write a whole number."),
        ({"until": "2026-10-01"}, "the last day is before the first"),
        ({"place": "shop"}, "keeps no goods of ours"),
    ],
    ids=str,
)
def test_what_does_not_hold_is_refused_and_everything_typed_stays(here, wrong, says):
    code, finance = here
    sent = {**HEAD, "lines": "1", **line(1, code, sold="2", left="2", price="249.99"), **wrong}
    answer = finance.post(ADDRESS, {**sent, "do": "check"})
    page = answer.content.decode()
    assert (answer.status_code, Settlement.objects.exists()) == (422, False)
    assert says in browsing.text(answer)
    assert 'value="s-1"' in page


def test_days_without_goods_say_so(here):
    _, finance = here
    answer = finance.post(ADDRESS, {**HEAD, "since": "2026-09-01", "until": "2026-09-02", "do": "lots"})
    assert (answer.status_code, "Nothing of ours was there" in browsing.text(answer)) == (422, True)


def test_it_belongs_to_finance(here):
    assert browsing.member("V1", "seller", "").get(ADDRESS).status_code == 404


def test_a_lot_told_with_two_numbers_of_what_is_left_is_asked_again(here):
    code, finance = here
    sent = {
        **HEAD, "lines": "2", **line(1, code, sold="1", left="2", price="250"),
        **line(2, code, sold="1", left="3", price="200"),
    }  # fmt: skip
    answer = finance.post(ADDRESS, {**sent, "do": "check"})
    assert (answer.status_code, "stands twice" in browsing.text(answer)) == (422, True)


def test_the_command_line_settles_the_same(here):
    code, _ = here
    row = {**HEAD, "product": "sweater", "lot": code, "sold": "2", "left": "2", "price": "24999"}
    assert do(stocked.hq("hq_finance", "F1"), "settle", row)[0].owed == 34999


def test_without_a_consignee_nothing_is_wrong_and_the_page_says_the_next_step(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch)
    text = browsing.text(browsing.member("F1", "hq_finance", "").get(ADDRESS))
    seen = [
        "Headquarters names it first" in text,
        "Something is missing" in text,
        "Show what was there" in text,
    ]
    assert seen == [True, False, False]
