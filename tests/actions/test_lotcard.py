"""The card of a lot as a table: the lot, and nobody."""

import pytest

import crew
import making
from jornal.actions.lotcard import card
from jornal.actions.onlot import LotNotKnown
from jornal.facts.lots import MaterialLot
from peopled import do


@pytest.mark.usefixtures("sqlite")
def test_it_tells_the_lot_and_no_person():
    here = making.begun()
    do(making.headquarters(), "place-order", making.ORDER)
    code = making.opened(here, due_on="2026-10-30", order="o1")
    material = MaterialLot.objects.get().code
    do(here, "issue-material", {"lot": code, "material": material, "quantity": "450"})
    making.made(here, code)
    table = card(here, code)
    assert table["steps"] == [["knit", "300"], ["link", "90.5"]]
    assert table["material"] == [[material, "Alpaca yarn", 450, "g"]]
    assert (table["quantity"], table["due_on"], table["order"]) == (10, "2026-10-30", "o1")
    assert "QC01" not in str(table)


@pytest.mark.usefixtures("sqlite")
def test_a_lot_of_elsewhere_has_none():
    with pytest.raises(LotNotKnown):
        card(making.begun(), "LQC999A")


@pytest.mark.usefixtures("sqlite")
def test_an_operation_stands_on_the_card_by_its_name_and_not_by_its_code():
    here = making.begun()
    rate = {
        "per": "piece",
        "operation": "knit",
        "label": "A whole sweater",
        "amount": "61.00",
        "layer": "house",
    }
    crew.do(crew.headquarters(), "set-rate", {**rate, "since": "2026-09-02"})
    assert [name for name, _ in card(here, making.opened(here))["steps"]] == ["A whole sweater", "link"]
