"""Pieces counted on a lot: it is open, it has that operation and room; and they are the pieces that pay."""

import pytest

import making
from jornal.actions.onlot import LotNotKnown, LotNotOpen, MoreThanTheLot, NotOfThisLot
from jornal.facts.pieces import Pieces
from jornal.reads import pieces
from jornal.reads.lots import lots
from jornal.units.periods import month
from peopled import do

COUNT = {"worker": "QC01", "day": "2026-10-06", "operation": "knit", "good": "4"}


@pytest.mark.usefixtures("database")
def test_pieces_of_a_lot_are_counted_once_and_pay_her():
    here = making.begun()
    code = making.opened(here)
    for _ in range(2):
        do(here, "count", {**COUNT, "lot": code.lower()})
    do(here, "count", {**COUNT, "worker": "QC02", "good": "6", "rework": "1", "lot": code})
    (found,) = lots("cusco")
    assert [(step.operation, step.good, step.rework) for step in found.steps] == [
        ("knit", 10, 1),
        ("link", 0, 0),
    ]
    paid = pieces.pieces("cusco", month("2026-10"))
    assert {worker: [one.good for one in rows] for worker, rows in paid.items()} == {"QC01": [4], "QC02": [6]}


@pytest.mark.usefixtures("sqlite")
def test_an_operation_recorded_before_its_lot_is_known_is_refused_with_what_to_do():
    here = making.begun()
    with pytest.raises(LotNotKnown, match=r"no lot LQC001A at cusco.*jornal do open-lot"):
        do(here, "count", {**COUNT, "lot": "LQC001A"})
    assert not Pieces.objects.exists()


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"day": "2026-10-02"}, LotNotOpen),
        ({"day": "2026-10-09"}, LotNotOpen),
        ({"operation": "weave"}, NotOfThisLot),
        ({"good": "1", "number": "2"}, MoreThanTheLot),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_what_a_lot_cannot_hold_is_refused(more, fault):
    here = making.begun()
    code = making.opened(here)
    making.made(here, code)
    do(here, "finish-lot", {"lot": code, "quantity": "10", "day": "2026-10-08"})
    with pytest.raises(fault):
        do(here, "count", {**COUNT, "lot": code, **more})


@pytest.mark.usefixtures("sqlite")
def test_two_rows_of_one_set_share_the_room_of_their_lot():
    here = making.begun()
    code = making.opened(here)
    row = {**COUNT, "good": "6", "lot": code}
    with pytest.raises(MoreThanTheLot, match="12 of knit"):
        do(here, "count", row, {**row, "worker": "QC02"})


@pytest.mark.usefixtures("sqlite")
def test_a_note_of_a_bundle_is_no_code_of_a_lot():
    here = making.begun()
    do(here, "count", {**COUNT, "lot": "bundle 7"})
    assert Pieces.objects.get().lot == "bundle 7"
