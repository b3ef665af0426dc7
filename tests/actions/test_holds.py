"""A correction is no way round what a verb refuses: stock, lots, promises and findings hold after it too."""

from datetime import date

import pytest

import making
from crew import TODAY
from jornal.actions.correcting import correct, take_back
from jornal.actions.gate import NotToLeave, may_leave
from jornal.actions.holds import ByItsVerb
from jornal.actions.lots import NotWhole
from jornal.actions.materialholds import RestsOnMore
from jornal.actions.materials import NotInStock, NotWithTheLot
from jornal.actions.onlot import LotNotKnown, MoreThanTheLot, NotOfThisLot
from jornal.facts.lots import LotFinished, LotJudged, MaterialIssued, MaterialLot
from jornal.facts.orders import CostSheet, OrderConfirmed, OrderLine
from jornal.facts.pay import Finding
from jornal.facts.pieces import Pieces
from jornal.journal.record import NotCorrectable, record
from making import COST, LINE, ORDER, at_three_quarters
from peopled import do

WHY = "it was read wrongly"


@pytest.fixture
def here(sqlite):
    return making.begun()


def key(fact, **more: str) -> dict[str, str]:
    """The key of a fact as it is typed, with what is otherwise now."""
    return {name: str(getattr(fact, name)) for name in fact.KEY} | more


def lot(here, issued: str = "4500", back: str = "500", number: str = "1") -> str:
    """A lot of ten with both operations, to which yarn was issued and from which some came back."""
    code = making.opened(here)
    making.made(here, code, number=number)
    material = MaterialLot.objects.get().code
    do(here, "issue-material", {"lot": code, "material": material, "quantity": issued})
    do(here, "return-material", {"lot": code, "material": material, "quantity": back})
    return code


def the(what: str) -> MaterialIssued:
    return MaterialIssued.objects.current().get(what=what)


@pytest.mark.parametrize(
    ("what", "quantity", "fault"),
    [
        ("issued", "5501", NotInStock),  # 5,000 were received, and 500 came back
        ("issued", "499", RestsOnMore),  # 500 came back of it
        ("returned", "4501", NotWithTheLot),
    ],
)
def test_no_correction_takes_stock_below_nought(what, quantity, fault, here):
    lot(here)
    with pytest.raises(fault):
        correct(here, "material_issued", key(the(what), quantity=quantity), WHY)
    correct(here, "material_issued", key(the(what), quantity="600"), WHY)
    assert the(what).quantity == 600


def test_neither_what_was_received_nor_what_was_issued_is_taken_from_under_what_rests_on_it(here):
    lot(here)
    received = MaterialLot.objects.get()
    with pytest.raises(RestsOnMore, match="cannot have 3999, because 4000 are recorded"):
        correct(here, "material_lot", key(received, quantity="3999"), WHY)
    with pytest.raises(RestsOnMore):
        take_back(here, "material_issued", key(the("issued")), WHY)
    correct(here, "material_lot", key(received, quantity="4000"), WHY)
    with pytest.raises(RestsOnMore):
        take_back(here, "material_issued", key(the("returned")), WHY)


def test_what_was_taken_back_stands_again_only_where_there_is_stock(here):
    code = lot(here, "4500", "4500")
    take_back(here, "material_issued", key(the("returned")), WHY)
    back = MaterialIssued.objects.filter(what="returned").first()
    do(here, "return-material", {"lot": code, "material": MaterialLot.objects.get().code, "quantity": "4000"})
    with pytest.raises(NotWithTheLot):
        correct(here, "material_issued", key(back, quantity="501"), WHY)
    correct(here, "material_issued", key(back, quantity="500"), WHY)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"lot": "LQC009X"}, LotNotKnown),
        ({"good": "11"}, MoreThanTheLot),
    ],
)
def test_a_count_is_corrected_onto_a_lot_as_it_is_counted_on_one(change, fault, here):
    lot(here)
    count = Pieces.objects.get(operation="knit")
    with pytest.raises(fault):
        correct(here, "pieces", key(count, **change), WHY)
    correct(here, "pieces", key(count, good="9"), WHY)


def test_a_count_is_not_moved_to_a_lot_that_has_no_such_operation(here):
    code = lot(here)
    row = {"worker": "QC02", "day": "2026-10-07", "operation": "wash", "good": "1"}
    rate = {"per": "piece", "since": making.SINCE, "layer": "house", "operation": "wash", "amount": "5.00"}
    do(making.crew.headquarters(), "set-rate", rate)
    do(here, "count", row)
    with pytest.raises(NotOfThisLot):
        correct(here, "pieces", key(Pieces.objects.get(operation="wash"), lot=code), WHY)


def test_a_lot_has_no_fewer_pieces_than_are_counted_and_ends_with_no_more(here):
    code = lot(here)
    do(here, "finish-lot", {"lot": code, "quantity": "9"})
    with pytest.raises(RestsOnMore):
        correct(here, "lot", {"code": code, "quantity": "9"}, WHY)
    finished = LotFinished.objects.get()
    with pytest.raises(NotWhole):
        correct(here, "lot_finished", key(finished, quantity="11"), WHY)
    correct(here, "lot_finished", key(finished, quantity="10"), WHY)
    do(making.judge(), "judge-lot", {"lot": code, "good": "10"})
    with pytest.raises(NotCorrectable, match="take the judgement back first"):
        correct(here, "lot_finished", key(finished, quantity="8"), WHY)


def test_a_lot_whose_count_was_corrected_below_its_end_does_not_leave(here):
    code = lot(here)
    do(here, "finish-lot", {"lot": code, "quantity": "10"})
    do(making.judge(), "judge-lot", {"lot": code, "good": "10"})
    correct(here, "pieces", key(Pieces.objects.get(operation="knit"), good="9"), WHY)
    with pytest.raises(NotToLeave, match="finished with 10 pieces, and 9 are counted"):
        may_leave(here, code)


def test_promises_prices_and_judgements_are_made_anew_and_never_by_hand(database):
    here, hq = making.begun(), making.headquarters()
    at_three_quarters(here)
    do(hq, "set-cost", COST)
    do(hq, "place-order", ORDER)
    do(hq, "add-line", LINE)
    do(hq, "confirm-order", {"order": "o1"})
    code = lot(here, number="2")
    do(here, "finish-lot", {"lot": code, "quantity": "10"})
    do(making.judge(), "judge-lot", {"lot": code, "good": "10"})
    by_hand = [
        (hq, OrderConfirmed, {"week": "2026-10-05"}, "confirm-order"),
        (hq, OrderLine, {"price": "1"}, "add-line"),
        (hq, CostSheet, {"cost": "1"}, "set-cost"),
        (here, LotJudged, {"rework": "0"}, "judge-lot"),
    ]
    for office, table, change, verb in by_hand:
        with pytest.raises(ByItsVerb, match=f"`jornal do {verb}`"):
            correct(office, table.KIND, key(table.objects.get(), **change), WHY)


@pytest.mark.parametrize(
    "change",
    [
        {"says": "nothing at all"},
        {"lies_with": "authority"},
        {"closed_on": "2099-01-01"},
        {"closed_on": "2026-01-01"},
    ],
)
def test_a_finding_is_closed_and_otherwise_stays_as_it_was_found(change, here):
    one = Finding(
        site="cusco", control="PAY-04", about="m", day=TODAY, lies_with="site", says="x", facts={}, closed_on=None,
    )  # fmt: skip
    record([one], here.site, here.hand)
    with pytest.raises(NotCorrectable, match="never taken back"):
        correct(here, "finding", key(one, **change), WHY)
    with pytest.raises(NotCorrectable, match="never taken back"):
        take_back(here, "finding", key(one), WHY)
    correct(here, "finding", key(one, closed_on=TODAY.isoformat()), "she was paid")
    assert Finding.objects.current().get().closed_on == date(2026, 10, 30)
