"""What a count finds beside the books becomes a movement; nothing is edited."""

import pytest

import crew
import making
import stocked
from jornal.actions.border import NotToGoThere
from jornal.actions.goods import NotThatMany
from jornal.actions.stocktaking import NeverCameIn, OtherProduct
from jornal.facts.stock import Movement, StockCount
from jornal.reads.stock import goods
from offices import office
from peopled import do

COUNT = {"place": "shop", "product": "sweater", "day": "2026-10-25"}


def counted(found: int, **more: str):
    return do(stocked.seller(), "count-stock", {**COUNT, "found": str(found), **more})


def there() -> dict[str, int]:
    return {one.lot: one.quantity for one in goods(["shop"])}


@pytest.fixture
def code(sqlite):
    return stocked.in_the_shop()


def test_a_difference_is_a_movement_and_counted_again_it_is_nothing(database):
    code = stocked.in_the_shop()
    count, moved = counted(3, lot=code)
    assert (count.books, count.found, moved.quantity, moved.from_place, there()) == (
        5,
        3,
        2,
        "shop",
        {code: 3},
    )
    assert [one.id for one in counted(3, lot=code)] == [count.id]
    (later,) = counted(3, lot=code, day="2026-10-26")
    assert (later.number, later.movements) == (2, {"movements": []})


def test_what_agrees_moves_nothing(code):
    assert len(counted(5)) == 1
    assert StockCount.objects.get().movements == {"movements": []}


def test_more_than_the_books_say_comes_in(code):
    counted(6)
    assert there() == {code: 5, "": 1}


def test_pieces_of_a_lot_that_are_gone_are_those_sold_without_their_lot(code):
    stocked.sold({"quantity": "2"})
    assert there() == {code: 5, "": -2}
    counted(3, lot=code)
    assert there() == {code: 3}
    assert {one.what for one in Movement.objects.filter(lot="")} == {"counted"}


def test_what_was_sold_later_was_there(code):
    stocked.sold({"quantity": "4", "day": "2026-10-28"})
    with pytest.raises(NotThatMany):
        counted(3, lot=code)


def test_a_lot_is_counted_as_what_it_is(code):
    do(stocked.hq(), "name-product", {"product": "hat", "label": "Hat", "since": "2026-09-01"})
    with pytest.raises(OtherProduct):
        counted(1, lot=code, product="hat")


def test_no_count_makes_goods_of_a_lot_that_never_passed_its_gate(code):
    lot = making.opened(office(day=crew.TODAY))
    with pytest.raises(NeverCameIn, match="0 came into stock"):
        counted(1, lot=lot)
    with pytest.raises(
        NeverCameIn, match="10 came into stock from lots that passed their gate, and 5 are elsewhere"
    ):
        counted(6, lot=code)
    stocked.sold({"quantity": "2", "lot": code})
    with pytest.raises(NeverCameIn, match="7 are elsewhere or sold"):
        counted(4, lot=code)
    with pytest.raises(NeverCameIn):
        counted(11)
    assert there() == {code: 3}


@pytest.mark.parametrize("country", ["US", "CA", "PR", "GU", "VI"])
def test_no_count_brings_goods_into_a_market_that_refuses_them(code, country):
    do(stocked.hq(), "name-place", {**stocked.SHOP, "place": "abroad", "country": country})
    with pytest.raises(NotToGoThere, match="refuses goods made in prison"):
        counted(1, lot=code, place="abroad")
    counted(0, lot=code, place="abroad")
