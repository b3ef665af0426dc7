"""What the tables of markets take, and what no hand and no program gets into them."""

from datetime import date

import pytest

from jornal.facts.markets import OpinionFiled, ShipmentChecked
from jornal.journal.canon import NotCanonical
from jornal.journal.record import AlreadyRecorded, NotCorrectable, record, voided
from offices import office

DAY = date(2026, 11, 13)
pytestmark = pytest.mark.usefixtures("sqlite")


def checked(**more):
    said = {
        "shipment": "s-1", "number": 1, "day": DAY, "origin": "MX", "destination": "US-NY", "consignment": "gift",
        "decision": "refuse", "goes": False, "stops": {"stops": []}, "transit": {"places": []}, "rules": "0" * 64,
    }  # fmt: skip
    return ShipmentChecked(**{**said, **more})


def test_a_check_is_never_taken_back_or_made_again_under_its_number():
    hand = office().hand
    (kept,) = record([checked()], "hq", hand)
    with pytest.raises(NotCorrectable):
        record([voided(kept, "it would have been fine")], "hq", hand)
    with pytest.raises(AlreadyRecorded):
        record([checked(decision="clear", goes=True)], "hq", hand)


@pytest.mark.parametrize(
    ("column", "value"), [("decision", "perhaps"), ("consignment", "smuggled"), ("goes", 1)]
)
def test_what_is_no_answer_is_not_recorded(column: str, value: object):
    with pytest.raises(NotCanonical):
        record([checked(**{column: value})], "hq", office().hand)


def test_an_opinion_has_an_end():
    with pytest.raises(NotCanonical, match="it must be given"):
        record(
            [OpinionFiled(opinion="o-1", place="GB", counsel="A. Counsel", given_on=DAY, ends_on=None)],
            "hq", office().hand,
        )  # fmt: skip
