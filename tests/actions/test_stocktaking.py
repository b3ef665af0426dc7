"""What a count finds beside the books becomes a movement; nothing is edited."""

import pytest

import stocked
from jornal.actions.goods import NotThatMany
from jornal.actions.stocktaking import OtherProduct
from jornal.facts.stock import Movement, StockCount
from jornal.reads.stock import goods
from peopled import do

COUNT = {"place": "shop", "product": "sweater", "day": "2026-10-25"}


def counted(found: int, **more: str):
    return do(stocked.seller(), "count-stock", {**COUNT, "found": str(found), **more})


def there() -> dict[str, int]:
    return {one.lot: one.quantity for one in goods(["shop"])}


@pytest.fixture
def code(sqlite):
    found = stocked.begun()
    stocked.moved(found)
    return found


def test_a_difference_is_a_movement_and_counted_again_it_is_nothing(database):
    code = stocked.begun()
    stocked.moved(code)
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
