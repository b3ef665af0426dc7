import pytest

import databases
from jornal.demo.cast import turns
from jornal.demo.founding import begun
from jornal.demo.homes import ANSWERS, PRODUCTS
from jornal.demo.orders import NotAnsweredSo, answered_no
from jornal.demo.world import place
from jornal.facts.orders import CostSheet, Order, OrderConfirmed


def test_the_first_ten_are_promised_once_their_pace_is_measured(register):
    (promise,) = OrderConfirmed.objects.current()
    order = Order.objects.current().get(order="nordlys-10")
    assert promise.order == order.root
    assert order.placed_on < promise.day < promise.week < order.wanted_on


def test_what_was_answered_with_no_is_kept_word_for_word(cusco):
    first, second = (cusco.home / PRODUCTS / ANSWERS).read_text(encoding="utf-8").splitlines()
    assert "no, because how fast this workshop works has not been measured yet" in first
    assert "no, because it takes 1500 h" in second
    assert "nobody works longer for an order" in second


def test_labour_comes_first_and_the_price_bears_it(register):
    sheet = CostSheet.objects.current().get()
    assert [line["head"] for line in sheet.lines][:2] == ["labour", "labour"]
    assert sheet.cost < sheet.price


def test_a_story_that_is_answered_otherwise_than_it_tells_ends_there(tmp_path):
    turn = next(one for one in turns("qori/cusco") if one.refused)
    with databases.fresh("sqlite", tmp_path):
        stage = begun([place("qori/cusco")], tmp_path)
        stage.day = turn.day
        with pytest.raises(NotAnsweredSo, match="NoBecause, not NoSuchOrder"):
            answered_no(stage, place("qori/cusco"), turn, turn.rows)
