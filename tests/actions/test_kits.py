"""Kits in cells: counted once with every needle, paid on receipt, and never twice."""

from datetime import date

import pytest

import making
from jornal.actions.correcting import correct, take_back
from jornal.actions.given import NotYet
from jornal.actions.kits import (
    BeforeItWasGiven,
    KitAfterLeaving,
    KitBackAlready,
    KitOfAnotherSite,
    MoreThanTheKit,
    NoSuchKit,
    ToolsNotCounted,
)
from jornal.actions.lots import KitsOut, TooEarly
from jornal.actions.materialholds import RestsOnMore
from jornal.actions.materials import LotFinishedAlready
from jornal.actions.onlot import LotNotKnown, LotNotOpen, OutInKits
from jornal.actions.present import NotPresent
from jornal.facts.kits import Kit, KitReturned
from jornal.facts.lots import Lot
from jornal.facts.pieces import Pieces
from jornal.journal.record import AlreadyRecorded, NotCorrectable
from jornal.reads import pieces
from jornal.reads.kits import kits_out
from jornal.reads.lots import lots
from jornal.units.identifiers import is_whole
from jornal.units.periods import month
from offices import office
from peopled import do

TOOLS = "needles: 3; scissors: 1"


def given(here, lot: str, **more: str) -> str:
    row = {"worker": "QC01", "lot": lot, "pieces": "2", "tools": TOOLS, "day": "2026-10-05", **more}
    return str(do(here, "issue-kit", row)[0].code)  # type: ignore[attr-defined]


@pytest.mark.usefixtures("database")
def test_a_kit_is_counted_when_it_comes_back_and_its_pieces_pay_her():
    here = making.begun()
    lot = making.opened(here)
    kit = given(here, lot)
    assert [one.code for one in kits_out("cusco")] == [kit]
    do(here, "return-kit", {"kit": kit, "good": "1", "rework": "1", "tools": TOOLS, "day": "2026-10-09"})
    assert (kits_out("cusco"), is_whole(kit)) == ([], True)
    paid = pieces.pieces("cusco", month("2026-10"))["QC01"]
    assert [(one.day, one.operation, one.good) for one in paid] == [
        (date(2026, 10, 9), "knit", 1),
        (date(2026, 10, 9), "link", 1),
    ]
    assert {(one.lot, one.tally, one.rework) for one in Pieces.objects.all()} == {(lot, kit, 1)}
    assert lots("cusco")[0].whole == 1


@pytest.mark.usefixtures("sqlite")
def test_a_kit_returned_twice_is_refused_and_paid_once():
    here = making.begun()
    kit = given(here, making.opened(here))
    row = {"kit": kit, "good": "2", "tools": TOOLS, "day": "2026-10-09"}
    do(here, "return-kit", row)
    with pytest.raises(KitBackAlready, match="came back on 2026-10-09"):
        do(here, "return-kit", {**row, "day": "2026-10-10"})
    assert (KitReturned.objects.count(), Pieces.objects.count()) == (1, 2)


@pytest.mark.usefixtures("sqlite")
def test_a_kit_that_comes_back_after_she_left_is_counted_with_her_last_day():
    here = making.begun()
    kit = given(here, making.opened(here))
    do(here, "leave", {"worker": "QC01", "day": "2026-10-08", "reason": "transfer"})
    row = {"kit": kit, "good": "2", "tools": TOOLS}
    with pytest.raises(KitAfterLeaving, match="left here on 2026-10-08"):
        do(here, "return-kit", {**row, "day": "2026-10-09"})
    assert len(do(here, "return-kit", {**row, "day": "2026-10-08"})) == 3


@pytest.mark.usefixtures("sqlite")
def test_every_needle_is_counted_and_what_is_gone_is_written_down():
    here = making.begun()
    kit = given(here, making.opened(here))
    for tools in ("", "needles: 3", "needles: 3; scissors: 1; awl: 1", "needles: three; scissors: 1"):
        with pytest.raises(ToolsNotCounted, match="needles, scissors"):
            do(here, "return-kit", {"kit": kit, "good": "2", "tools": tools})
    back, *_ = do(here, "return-kit", {"kit": kit, "good": "0", "tools": "needles: 4; scissors: 0"})
    assert (back.missing, back.tools[1]) == (1, {"tool": "scissors", "out": 1, "back": 0})
    assert not Pieces.objects.exists()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"kit": "KQC999A"}, NoSuchKit),
        ({"day": "2026-10-04"}, BeforeItWasGiven),
        ({"day": "2026-10-31"}, NotYet),
        ({"good": "2", "rework": "1"}, MoreThanTheKit),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_return_that_cannot_be_is_refused(row, fault):
    here = making.begun()
    kit = given(here, making.opened(here))
    with pytest.raises(fault):
        do(here, "return-kit", {"kit": kit, "good": "2", "tools": TOOLS, **row})


@pytest.mark.usefixtures("sqlite")
def test_no_more_goes_out_than_the_lot_holds_and_what_was_not_made_goes_out_again():
    here = making.begun()
    lot = making.opened(here, quantity="3")
    kit = given(here, lot)
    with pytest.raises(MoreThanTheKit):
        given(here, lot)
    do(here, "return-kit", {"kit": kit, "good": "1", "tools": TOOLS})
    given(here, lot)
    with pytest.raises(MoreThanTheKit):
        given(here, lot, pieces="1")


@pytest.mark.usefixtures("sqlite")
def test_a_kit_is_for_somebody_here_and_of_a_lot_that_is_open():
    here = making.begun()
    lot = making.opened(here)
    with pytest.raises(NotPresent):
        given(here, lot, worker="QC09")
    with pytest.raises(LotNotKnown):
        given(here, "LQC999A")
    making.made(here, lot)
    do(here, "finish-lot", {"lot": lot, "quantity": "10"})
    with pytest.raises(LotFinishedAlready):
        given(here, lot)


@pytest.mark.usefixtures("sqlite")
def test_no_kit_goes_out_whose_return_could_not_be_paid():
    here = making.begun()
    lot = making.opened(here)
    making.made(here, lot, "8")
    with pytest.raises(MoreThanTheKit, match="holds 10 pieces, and these would be 11"):
        given(here, lot, pieces="3", worker="QC02", day="2026-10-07")
    with pytest.raises(LotNotOpen):
        given(here, lot, worker="QC02", day="2026-10-04")
    kit = given(here, lot, worker="QC02", day="2026-10-07")
    assert do(here, "return-kit", {"kit": kit, "good": "2", "tools": TOOLS, "day": "2026-10-09"})


@pytest.mark.usefixtures("sqlite")
def test_what_is_out_in_a_kit_is_not_counted_away_from_under_it_nor_its_lot_finished():
    here = making.begun()
    lot = making.opened(here)
    kit = given(here, lot, worker="QC02", pieces="5", day="2026-10-05")
    with pytest.raises(OutInKits, match="with these 6 of knit would be accepted, and 5 are out in kits"):
        making.made(here, lot, "6")
    making.made(here, lot, "5")
    with pytest.raises(KitsOut, match=f"while kits of it are out: {kit}"):
        do(here, "finish-lot", {"lot": lot, "quantity": "5", "day": "2026-10-08"})
    do(here, "return-kit", {"kit": kit, "good": "5", "tools": TOOLS, "day": "2026-10-09"})
    do(here, "finish-lot", {"lot": lot, "quantity": "10", "day": "2026-10-09"})


@pytest.mark.usefixtures("sqlite")
def test_a_kit_that_comes_back_at_another_site_is_sent_to_where_it_is_paid():
    here = making.begun()
    kit = given(here, making.opened(here))
    with pytest.raises(KitOfAnotherSite, match=r"was given out at cusco.*not at puno"):
        do(office(site="puno", day=here.day), "return-kit", {"kit": kit, "good": "2", "tools": TOOLS})
    assert not Pieces.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_a_kit_lost_by_somebody_who_left_holds_up_no_lot():
    here = making.begun()
    lot = making.opened(here, quantity="2")
    kit = given(here, lot)
    do(here, "leave", {"worker": "QC01", "day": "2026-10-08", "reason": "transfer"})
    do(here, "return-kit", {"kit": kit, "good": "0", "tools": "needles: 0; scissors: 0", "day": "2026-10-20"})
    assert (KitReturned.objects.get().missing, Pieces.objects.exists()) == (4, False)
    making.made(here, lot, "2", worker="QC02")
    do(here, "finish-lot", {"lot": lot, "quantity": "2", "day": "2026-10-20"})


@pytest.mark.usefixtures("sqlite")
def test_a_kit_of_somebody_who_had_left_before_it_was_given_is_told_so_in_words():
    here = making.begun()
    kit = given(here, making.opened(here))
    do(here, "leave", {"worker": "QC01", "day": "2026-10-02", "reason": "transfer"})
    with pytest.raises(NotPresent, match="QC01 on 2026-10-09"):
        do(here, "return-kit", {"kit": kit, "good": "2", "tools": TOOLS, "day": "2026-10-09"})
    assert do(here, "return-kit", {"kit": kit, "good": "0", "tools": TOOLS, "day": "2026-10-09"})


@pytest.mark.usefixtures("sqlite")
def test_a_kit_sent_again_after_it_came_back_is_one_kit():
    here = making.begun()
    lot = making.opened(here, quantity="2")
    for _ in range(2):
        given(here, lot, code="KQC900")
    do(here, "return-kit", {"kit": "KQC900", "good": "2", "tools": TOOLS})
    given(here, lot, code="KQC900")
    with pytest.raises(AlreadyRecorded):
        given(here, lot, code="KQC900", worker="QC02")
    assert Kit.objects.count() == 1


@pytest.mark.usefixtures("sqlite")
def test_no_correction_leaves_a_kit_that_is_out_without_its_pay():
    here = making.begun()
    lot = making.opened(here)
    making.made(here, lot, "5")
    do(here, "finish-lot", {"lot": lot, "quantity": "5", "day": "2026-10-06"})
    end = {"lot": str(Lot.objects.get().root)}
    take_back(here, "lot_finished", end, "more is made")
    kit = given(here, lot, worker="QC02", pieces="3", day="2026-10-07")
    with pytest.raises(KitsOut):
        correct(here, "lot_finished", {**end, "quantity": "5"}, "it was finished")
    with pytest.raises(RestsOnMore, match="cannot have 7, because 8"):
        correct(here, "lot", {"code": lot, "quantity": "7"}, "fewer")
    do(here, "return-kit", {"kit": kit, "good": "3", "tools": TOOLS, "day": "2026-10-09"})
    with pytest.raises(TooEarly, match="when the last of its pieces was counted"):
        correct(here, "lot_finished", {**end, "quantity": "5"}, "it was finished on the 6th")


@pytest.mark.usefixtures("sqlite")
def test_a_lot_is_not_opened_after_a_kit_of_it_was_given_out():
    here = making.begun()
    lot = making.opened(here)
    given(here, lot)
    with pytest.raises(NotCorrectable, match="given out before that day"):
        correct(here, "lot", {"code": lot, "opened_on": "2026-10-06"}, "later")


@pytest.mark.usefixtures("sqlite")
def test_a_count_of_a_kit_is_never_corrected_to_more_than_was_in_it():
    here = making.begun()
    kit = given(here, making.opened(here))
    do(here, "return-kit", {"kit": kit, "good": "2", "tools": TOOLS, "day": "2026-10-09"})
    count = {"worker": "QC01", "day": "2026-10-09", "operation": "knit", "number": "1"}
    with pytest.raises(MoreThanTheKit, match="holds 2 pieces, and these would be 3"):
        correct(here, "pieces", {**count, "good": "3"}, "one more")
    correct(here, "pieces", {**count, "good": "1"}, "one less")
