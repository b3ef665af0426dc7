"""Where goods come from and where they went, and what a recall is about."""

import pytest

import stocked
from jornal.facts.lots import MaterialLot
from jornal.reads.lineage import Gone, There, lineage, recall
from peopled import do


@pytest.fixture
def code(sqlite):
    return stocked.in_the_shop()


def test_a_lot_is_followed_to_where_it_is_and_went(database):
    code = stocked.in_the_shop()
    stocked.sold({"lot": code, "quantity": "2"})
    do(stocked.hq(), "move-goods", {"what": "lost", "lot": code, "quantity": "1", "from_place": "store"})
    found = lineage(code)
    assert [(one.material.origin, one.quantity) for one in found.materials] == [("Arequipa", 2000)]
    assert [(one.operation, one.good) for one in found.work] == [("knit", 10), ("link", 10)]
    assert set(found.there) == {There("shop", 3, 3), There("store", 4, 4)}
    assert [(one.what, one.quantity, one.sure) for one in found.gone] == [
        ("sold", 2, True),
        ("lost", 1, True),
    ]


def test_a_sale_without_its_lot_may_have_been_of_it(code):
    stocked.sold({"quantity": "2"})
    found = lineage(code)
    assert There("shop", 5, 3) in found.there
    assert [(one.order, one.sure) for one in found.gone] == [("1", False)]
    assert isinstance(found.gone[0], Gone)


def test_a_recall_is_about_the_lots_that_hold_some(code):
    material, found = recall(MaterialLot.objects.get().code)
    assert (material.material, [one.of.lot.code for one in found]) == ("yarn", [code])


def test_what_came_back_is_there_again(code):
    stocked.sold({"lot": code, "quantity": "2"})
    back = {
        "channel": "till",
        "order": "1",
        "line": "1",
        "amount": "20000",
        "quantity": "1",
        "goods_back": "1",
    }
    do(stocked.seller(), "refund", back)
    assert There("shop", 4, 4) in lineage(code).there


@pytest.mark.usefixtures("sqlite")
def test_what_is_not_there_has_no_lineage():
    assert (lineage("LQC001M"), recall("MQC001M")) == (None, None)
