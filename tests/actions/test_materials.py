"""Material: where it comes from, which lot it went to, and never more of it than there is."""

import pytest

import making
from jornal.actions.given import NotYet
from jornal.actions.materials import (
    LotFinishedAlready,
    MaterialNotKnown,
    NotInStock,
    NotReceivedYet,
    NotWithTheLot,
)
from jornal.actions.onlot import LotNotKnown
from jornal.actions.products import NoSuchMaterial
from jornal.actions.verb import BadRows
from jornal.facts.lots import Lot, MaterialIssued, MaterialLot
from jornal.reads.lots import lots_with, stock, used
from jornal.units.identifiers import is_whole
from making import YARN
from peopled import do


def yarn() -> str:
    return str(MaterialLot.objects.order_by("code").values_list("code", flat=True)[0])


def left() -> list[int]:
    return [quantity for _, quantity in stock("cusco")]


@pytest.mark.usefixtures("database")
def test_what_is_issued_and_brought_back_is_what_the_stock_says():
    here = making.begun()
    lot = making.opened(here)
    row = {"lot": lot, "material": yarn(), "day": "2026-10-05"}
    do(here, "issue-material", {**row, "quantity": "4500"})
    do(here, "return-material", {**row, "quantity": "300"})
    (held,) = used(Lot.objects.get())
    assert (left(), held.quantity, held.material.origin, held.material.country) == (
        [800],
        4200,
        "Arequipa",
        "PE",
    )


@pytest.mark.usefixtures("sqlite")
def test_stock_is_never_less_than_nothing_even_within_one_set():
    here = making.begun()
    row = {"lot": making.opened(here), "material": yarn(), "quantity": "2600"}
    with pytest.raises(NotInStock, match="2400 are left on 2026-10-30, and 2600"):
        do(here, "issue-material", row, row)
    assert (left(), MaterialIssued.objects.count()) == ([5000], 0)


@pytest.mark.usefixtures("sqlite")
def test_a_lot_gives_back_no_more_than_it_holds():
    here = making.begun()
    row = {"lot": making.opened(here), "material": yarn()}
    do(here, "issue-material", {**row, "quantity": "100"})
    with pytest.raises(NotWithTheLot):
        do(here, "return-material", {**row, "quantity": "101"})


@pytest.mark.usefixtures("sqlite")
def test_the_same_number_sent_twice_is_issued_once():
    here = making.begun()
    row = {"lot": making.opened(here), "material": yarn(), "quantity": "3000", "number": "1"}
    first, second = (do(here, "issue-material", row)[0] for _ in range(2))
    assert (first.id, left()) == (second.id, [2000])


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"lot": "LQC999A"}, LotNotKnown),
        ({"material": "MQC999A"}, MaterialNotKnown),
        ({"day": "2026-08-31"}, NotReceivedYet),
        ({"day": "2026-10-31"}, NotYet),
        ({"quantity": "0"}, BadRows),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_what_cannot_be_issued_is_refused(more, fault):
    here = making.begun()
    row = {"lot": making.opened(here), "material": yarn(), "quantity": "10", **more}
    with pytest.raises(fault):
        do(here, "issue-material", row)


@pytest.mark.usefixtures("sqlite")
def test_nothing_goes_to_a_finished_lot():
    here = making.begun()
    lot = making.opened(here)
    making.made(here, lot)
    do(here, "finish-lot", {"lot": lot, "quantity": "10"})
    with pytest.raises(LotFinishedAlready):
        do(here, "issue-material", {"lot": lot, "material": yarn(), "quantity": "10"})


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**YARN, "material": "leather"}, NoSuchMaterial),
        ({**YARN, "country": "Peru"}, BadRows),
        ({**YARN, "country": ""}, BadRows),
        ({**YARN, "quantity": "-5"}, BadRows),
        ({**YARN, "cost": "12.50"}, BadRows),
        ({**YARN, "received_on": "2026-10-31"}, NotYet),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_material_is_received_with_its_country_or_not_at_all(row, fault):
    with pytest.raises(fault):
        do(making.begun(), "receive-material", row)


@pytest.mark.usefixtures("sqlite")
def test_each_lot_has_a_code_of_its_own_with_a_check_letter():
    here = making.begun()
    (second,) = do(here, "receive-material", {**YARN, "country": "unknown"})
    assert (second.code[:6], is_whole(second.code)) == ("MQC002", True)


@pytest.mark.usefixtures("sqlite")
def test_a_recall_finds_the_lots_that_hold_some_of_it():
    here = making.begun()
    lots = [making.opened(here) for _ in range(3)]
    for lot in lots[:2]:
        do(here, "issue-material", {"lot": lot, "material": yarn(), "quantity": "450"})
    do(here, "return-material", {"lot": lots[0], "material": yarn(), "quantity": "450"})
    assert [one.code for one in lots_with(MaterialLot.objects.get())] == [lots[1]]
