"""What the tables of goods take, and that a movement and a place have their name once."""

import pytest

import stocked
from jornal.facts.stock import Movement, StockPlace
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, record

pytestmark = pytest.mark.usefixtures("sqlite")
MOVED = {
    "movement": "MV1", "product": "sweater", "lot": "LQC001M", "quantity": 1, "from_place": "a", "to_place": "b",
    "day": stocked.making.crew.TODAY,
}  # fmt: skip


def test_a_movement_has_its_code_once():
    hand = stocked.hq().hand
    record([Movement(**MOVED, what="moved")], "hq", hand)
    with pytest.raises(AlreadyRecorded):
        record([Movement(**{**MOVED, "quantity": 2}, what="moved")], "hq", hand)


def test_goods_move_for_a_reason_that_is_known_and_lie_in_a_place_of_a_known_sort():
    hand, day = stocked.hq().hand, stocked.making.crew.TODAY
    with pytest.raises(NotCanonical):
        record([Movement(**MOVED, what="sold")], "hq", hand)
    with pytest.raises(NotCanonical):
        record([StockPlace(place="a", label="A", sort="attic", since=day, commission=0)], "hq", hand)
