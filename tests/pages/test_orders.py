"""Orders in the browser: placed, quoted with the whole sum, promised or refused in words, read by the site."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import hands
import making
import setparts
from jornal.facts.lots import Lot
from jornal.facts.orders import Order, OrderConfirmed, OrderLine
from jornal.journal.record import corrected, record
from peopled import do

HQ = "/hq/orders"
PLACED = {
    "order": "o1", "customer": "A shop", "country": "DK", "currency": "PEN", "wanted_on": "2026-12-31",
    "cutoff_on": "2026-11-06",
}  # fmt: skip
LINE = {"order": "o1", "line": "1", "product": "sweater", "at": "cusco", "quantity": "5", "price": "200.00"}


@pytest.fixture
def here(sqlite, monkeypatch):
    found = making.begun()
    making.at_three_quarters(found)
    do(making.headquarters(), "set-cost", making.COST)
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    for who, role, at in (("H1", "hq_operations", ""), ("V1", "seller", ""), ("S1", "site_manager", "cusco")):
        browsing.member(who, role, at)
    return found


@pytest.fixture
def hq(here):
    return browsing.member("H1", "hq_operations", "")


@pytest.fixture
def seller(here):
    return browsing.member("V1", "seller", "")


def sent(client, verb, **said):
    return client.post(f"{HQ}/do/{verb}", said)


def placed(client, **more):
    assert sent(client, "place-order", **{**PLACED, **more}).status_code == 302
    assert sent(client, "add-line", **{**LINE, "order": more.get("order", "o1")}).status_code == 302


def test_before_any_order_the_page_says_the_next_step(seller):
    assert "No order is placed yet" in browsing.text(seller.get(HQ))


@pytest.mark.usefixtures("database")
def test_an_order_is_quoted_with_its_sum_promised_and_seen_by_its_site(seller, hq):
    placed(seller)
    assert OrderLine.objects.get().price == 20000
    text = browsing.text(seller.get(f"{HQ}/o1/quote")).replace("\u00a0", " ")
    wanted = ("Monday 9 November 2026", "32 h 33 min", "75%", "Denmark: may go", "garrigues.com")
    assert [one in text for one in wanted] == [True] * 5
    assert not OrderConfirmed.objects.exists()
    assert seller.get(f"{HQ}/do/confirm-order").status_code == 404
    assert sent(hq, "confirm-order", order="o1").status_code == 302
    text = browsing.text(hq.get(f"{HQ}/o1"))
    assert ("Promised for the week of Monday 9 November 2026" in text, "Promise an order" in text) == (
        True,
        False,
    )
    manager = browsing.member("S1", "site_manager")
    assert "promised" in browsing.text(manager.get("/cusco/orders"))
    assert "32 h 33 min" in browsing.text(manager.get("/cusco/orders/o1")).replace("\u00a0", " ")


def test_beyond_the_honest_week_the_answer_is_no_because(seller, hq):
    placed(seller, wanted_on="2026-11-14")
    text = browsing.text(hq.get(f"{HQ}/o1/quote"))
    assert ("no, because it takes 33 h" in text, "Promise an order</a>" in text) == (True, False)
    answer = sent(hq, "confirm-order", order="o1")
    assert (answer.status_code, "nobody works longer for an order" in browsing.text(answer)) == (422, True)


def test_where_the_law_refuses_it_is_said_at_the_quote_and_nothing_is_promised(seller, hq):
    placed(seller, country="US")
    for address in (f"{HQ}/o1/quote", f"{HQ}/o1"):
        text = browsing.text(hq.get(address))
        assert "The United States refuses goods made in prison: Tariff Act of 1930" in text
    assert sent(hq, "confirm-order", order="o1").status_code == 422


def test_where_counsel_decides_the_quote_says_what_is_missing_and_the_order_is_promised_once_it_is_there(
    seller, hq
):
    placed(seller, country="GB")
    text = browsing.text(hq.get(f"{HQ}/o1/quote"))
    told = (
        "The earliest honest week begins on Monday 9 November 2026",
        "without an opinion of counsel that holds until",
    )
    assert [one in text for one in told] == [True, True]
    assert ("Promise an order</a>" in text, "jornal do" in text) == (False, False)
    answer = sent(hq, "confirm-order", order="o1")
    assert (answer.status_code, "not promised yet" in browsing.text(answer)) == (422, True)
    said = {"opinion": "a", "place": "GB", "counsel": "C", "given_on": "2026-10-01", "ends_on": "2026-12-31"}
    assert hq.post("/hq/markets/do/file-opinion", said).status_code == 302
    assert "Promise an order</a>" in browsing.text(hq.get(f"{HQ}/o1/quote"))
    assert sent(hq, "confirm-order", order="o1").status_code == 302


def test_a_set_is_quoted_and_promised_line_by_line_with_its_parts(here, seller, hq):
    headquarters = making.headquarters()
    do(headquarters, "name-product", {"product": "pair", "label": "Pair", "since": making.SINCE})
    recipe = {"product": "pair", "since": making.SINCE, "parts": "sweater: 2", "operations": "link: 5"}
    do(headquarters, "set-recipe", recipe)
    do(headquarters, "set-cost", {**making.COST, "product": "pair", "price": "40000", "materials": ""})
    sent(seller, "place-order", **PLACED)
    sent(seller, "add-line", **{**LINE, "product": "pair", "quantity": "2", "price": "400.00"})
    told = (
        "Pair",
        "Sweater",
        "390.5",
        "26 h 02 min",
        "10 min",
        "26 h 12 min",
        "no stock is held back for an order",
    )
    text = browsing.text(hq.get(f"{HQ}/o1/quote")).replace("\u00a0", " ")
    assert [one for one in told if one not in text] == []
    assert sent(hq, "confirm-order", order="o1").status_code == 302
    text = browsing.text(hq.get(f"{HQ}/o1")).replace("\u00a0", " ")
    assert [one for one in told if one not in text] == []


def test_a_promise_of_before_its_lines_were_kept_is_still_shown(seller, hq):
    placed(seller)
    sent(hq, "confirm-order", order="o1")
    old = OrderConfirmed.objects.get()
    sums = {site: {name: one for name, one in of.items() if name != "lines"} for site, of in old.sums.items()}
    record(
        [corrected(old, "as it was kept", sums=sums)],
        "hq",
        hands.hand("H1", "hq_operations", begin=datetime(2099, 1, 1, tzinfo=UTC)),
    )
    assert "32 h 33 min" in browsing.text(hq.get(f"{HQ}/o1")).replace("\u00a0", " ")


def test_a_line_is_changed_until_the_cut_off_and_never_below_its_cost(seller):
    placed(seller)
    assert sent(seller, "add-line", **{**LINE, "quantity": "6"}).status_code == 302
    assert OrderLine.objects.current().get().quantity == 6
    answer = sent(seller, "add-line", **{**LINE, "price": "157.07"})
    assert (answer.status_code, 'value="157.07"' in browsing.text(answer)) == (422, True)


def test_after_its_last_day_the_order_says_so_and_refuses(seller, monkeypatch):
    placed(seller)
    monkeypatch.setattr("django.conf.settings.DAY", "2026-11-07")
    assert "It could be changed until 6 November 2026" in browsing.text(seller.get(f"{HQ}/o1"))
    answer = sent(seller, "add-line", **{**LINE, "quantity": "7"})
    assert (answer.status_code, "no, because it could be changed until" in browsing.text(answer)) == (
        422,
        True,
    )


def test_an_order_without_lines_has_no_quote_and_one_that_is_not_there_no_page(seller):
    sent(seller, "place-order", **PLACED)
    assert "No line yet" in browsing.text(seller.get(f"{HQ}/o1"))
    assert [seller.get(f"{HQ}/{one}").status_code for one in ("o1/quote", "o2", "o2/quote")] == [404] * 3
    manager = browsing.member("S1", "site_manager")
    assert manager.get("/cusco/orders/o1").status_code == 404
    assert "No order is made here" in browsing.text(manager.get("/cusco/orders"))


def test_who_may_not_ask_for_a_week_is_not_led_to_it(seller):
    finance = browsing.member("H8", "hq_finance", "")
    placed(seller)
    assert (finance.get(f"{HQ}/o1").status_code, finance.get(f"{HQ}/o1/quote").status_code) == (200, 404)
    assert "/o1/quote" not in browsing.text(finance.get(f"{HQ}/o1"))
    assert "/o1/quote" in browsing.text(seller.get(f"{HQ}/o1"))


def test_the_lots_that_serve_an_order_stand_on_its_page(here, seller, hq):
    placed(seller)
    code = making.opened(here, order="o1")
    assert f'href="/cusco/lots/{code}"' in browsing.text(hq.get(f"{HQ}/o1"))
    text = browsing.text(seller.get(f"{HQ}/o1"))
    assert (code in text, f'href="/cusco/lots/{code}"' in text) == (True, False)


def test_many_orders_take_as_many_queries_as_one(seller):
    counts = []
    for number in (1, 10):
        for _ in range(number):
            placed(seller, order=f"n{Order.objects.count()}")
        seller.get(HQ)
        with CaptureQueriesContext(connection) as told:
            seller.get(HQ)
        counts.append(len(told))
    assert counts[0] == counts[1]


def test_a_price_in_another_currency_stands_beside_its_cost_with_the_rate_and_its_day(seller):
    finance = browsing.member("K1", "hq_finance", "")
    sent(seller, "place-order", **{**PLACED, "currency": "DKK"})
    answer = sent(seller, "add-line", **LINE)
    assert (answer.status_code, "without a rate up to" in browsing.text(answer)) == (422, True)
    rate = {"base": "DKK", "quote": "PEN", "day": "2026-10-01", "rate": "0.5312", "source": "A bank"}
    assert finance.post("/hq/money/do/set-exchange-rate", rate).status_code == 302
    text = browsing.text(sent(seller, "add-line", **LINE)).replace("\u00a0", " ")
    assert "Ask DKK 295.71 or more: labour is not what gives way." in text
    assert sent(seller, "add-line", **{**LINE, "price": "300.00"}).status_code == 302
    for address in (f"{HQ}/o1", f"{HQ}/o1/quote"):
        text = browsing.text(seller.get(address)).replace("\u00a0", " ")
        assert "Line 1: a piece costs S/ 157.08, which is" in text
        assert "by the rate of 1 October 2026: 1 DKK was 0.5312 PEN (A bank)." in text


def test_a_pace_that_nobody_measured_is_not_shown_as_nought(sqlite, monkeypatch):
    making.begun()
    do(making.headquarters(), "set-cost", making.COST)
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    seller = browsing.member("V1", "seller", "")
    placed(seller)
    text = browsing.text(seller.get(f"{HQ}/o1/quote"))
    assert ("not measured yet" in text, "has not been measured yet" in text) == (True, True)
    assert ("0.0 %</dd><dt>Lost" in text, "Contract hours" in text) == (False, False)


def test_a_site_that_only_makes_parts_sees_what_it_owes_by_when_and_names_the_order_on_its_lot(
    sqlite, monkeypatch
):
    here = setparts.begun(2)
    setparts.promised(date(2026, 11, 9))
    browsing.opened(sqlite, monkeypatch, day="2026-10-30")
    manager = browsing.member("S2", "site_manager", "puno")
    page = browsing.text(manager.get("/puno/orders"))
    assert all(word in page for word in ("o7", "A shop", "parts", "0 of 20"))
    page = browsing.text(manager.get("/puno/orders/o7"))
    wanted = ("Parts made for it", "done by 15 November 2026", "Family, Pair", ">14<", ">6<")
    assert [one for one in wanted if one not in page] == []
    assert "1,800" not in page, "the price of what others deliver is not this site's"
    assert 'value="o7"' in browsing.text(manager.get("/puno/lots/do/open-lot"))
    row = {"product": "sweater", "quantity": "14", "order": "o7", "opened_on": "2026-10-05"}
    assert manager.post("/puno/lots/do/open-lot", row).status_code == 302
    code = Lot.objects.get().code
    assert "/puno/orders/o7" in browsing.text(manager.get(f"/puno/lots/{code}"))
    assert f"/puno/lots/{code}" in browsing.text(manager.get("/puno/orders/o7"))
    assert here.site == "puno"
