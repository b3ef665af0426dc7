"""What the tables of sales take: a line once, a refund of a line that is there, a settlement never altered."""

import uuid

import pytest

import stocked
from jornal.facts.sales import Refund, Sale, Settlement
from jornal.journal.record import AlreadyRecorded, NotCorrectable, NotThere, corrected, record

pytestmark = pytest.mark.usefixtures("sqlite")
DAY = stocked.making.crew.TODAY
LINE = {
    "channel": "till", "order": "1", "line": 1, "day": DAY, "product": "sweater", "quantity": 1, "price": 1,
    "discount": 0, "tax": 0, "shipping": 0, "fee": 0,
}  # fmt: skip


def test_a_line_is_there_once():
    hand = stocked.hq().hand
    record([Sale(**LINE)], "hq", hand)
    with pytest.raises(AlreadyRecorded):
        record([Sale(**{**LINE, "price": 2})], "hq", hand)


def test_a_refund_is_of_a_line_that_is_there():
    nought = {"quantity": 0, "amount": 0, "tax": 0, "fee": 0, "goods_back": 0}
    with pytest.raises(NotThere):
        record([Refund(sale=uuid.uuid4(), reference="r", day=DAY, **nought)], "hq", stocked.hq().hand)


def test_a_settlement_is_never_altered():
    hand = stocked.hq().hand
    sums = {"commission": 0, "sold": 0, "kept": 0, "owed": 0}
    one = Settlement(settlement="s", place="gallery", since=DAY, until=DAY, day=DAY, currency="PEN", **sums)
    (found,) = record([one], "hq", hand)
    with pytest.raises(NotCorrectable):
        record([corrected(found, "it looks better so", owed=1)], "hq", hand)
