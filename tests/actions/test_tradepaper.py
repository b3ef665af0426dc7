"""What papers of trade are made of: what is recorded, and what is missing."""

import pytest

import stocked
from actions import test_deliveries, test_settling
from jornal.actions.border import NotToGoThere
from jornal.actions.tradepaper import NoSuchPaper, delivery, refusal, settlement


@pytest.mark.usefixtures("database")
def test_a_delivery_is_told_with_its_lots_origin_and_what_is_missing():
    code = test_deliveries.ordered()
    test_deliveries.delivered(code, shipping="5000", tax="100")
    told = delivery(stocked.hq(), "d-1")
    assert (told["total"], told["origins"], told["credits"]) == (365100, [("Cusco", "PE")], [])
    assert told["missing"] == [{"product": "Sweater", "what": ["goods_code", "grams"]}]
    assert (told["site"]["currency"], told["lines"][0]["lot"]) == ("PEN", code)


@pytest.mark.usefixtures("sqlite")
def test_a_settlement_is_told_with_goods_that_tie():
    test_settling.settled(test_settling.consigned())
    told = settlement("s-1")
    assert (told["owed"], told["goods"][0]["left"], told["consignee"]) == (34999, 2, "Gallery")


@pytest.mark.usefixtures("sqlite")
def test_a_refusal_is_told_with_each_law():
    code = test_deliveries.ordered(country="CA")
    with pytest.raises(NotToGoThere):
        test_deliveries.delivered(code)
    (stop,) = refusal("d-1")["stops"]
    assert (stop["place"], stop["decision"], bool(stop["law"]), bool(stop["source"])) == (
        "Canada",
        "refuse",
        True,
        True,
    )


@pytest.mark.usefixtures("sqlite")
def test_what_is_not_recorded_has_no_paper():
    for told in (lambda: delivery(stocked.hq(), "x"), lambda: settlement("x"), lambda: refusal("x")):
        with pytest.raises(NoSuchPaper):
            told()
