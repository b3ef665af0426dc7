"""What the tables of kits and tools take, and that a kit comes back once."""

from datetime import date

import pytest

import crew
from jornal.facts.kits import Kit, KitReturned, ToolCount, ToolList
from jornal.facts.lots import Lot
from jornal.facts.products import Recipe
from jornal.journal.record import AlreadyRecorded, NotCorrectable, StillNeeded, corrected, record, voided

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


@pytest.fixture
def kit(hand):
    (recipe,) = record([Recipe(product="cushion", since=DAY)], "cusco", hand)
    said = {"site": "cusco", "product": "cushion", "quantity": 9, "opened_on": DAY, "recipe": recipe.root}
    (lot,) = record([Lot(code="LQC001A", **said)], "cusco", hand)
    said = {"code": "KQC001A", "site": "cusco", "worker": "QC01", "pieces": 1, "day": DAY}
    return record([Kit(**said, lot=lot.root, tools=[{"tool": "needles", "count": 3}])], "cusco", hand)[0]


def test_a_kit_comes_back_once_and_that_is_final(hand, kit):
    said = {"kit": kit.root, "day": DAY, "good": 1, "rework": 0, "missing": 0, "counted_by": "S1"}
    (back,) = record([KitReturned(**said)], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([KitReturned(**said)], "cusco", hand)
    with pytest.raises(NotCorrectable):
        record([corrected(back, "one more", good=2)], "cusco", hand)
    with pytest.raises(StillNeeded):
        record([voided(kit, "never given")], "cusco", hand)


@pytest.mark.parametrize(
    "fact",
    [
        ToolList(site="cusco", workshop="knitting", since=DAY, tools=[{"tool": "scissors", "count": 3}]),
        ToolCount(site="cusco", workshop="knitting", day=DAY, number=1, missing=0, counted_by="S1"),
    ],
    ids=lambda fact: fact.KIND,
)
def test_a_workshop_has_one_list_and_one_count_of_a_day(hand, fact):
    again = type(fact)(**{one.name: getattr(fact, one.name) for one in fact.content()})
    record([fact], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([again], "cusco", hand)
