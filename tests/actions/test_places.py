"""Places for goods: what they are, where, and what a consignee keeps."""

import pytest

import making
import stocked
from jornal.actions.places import NoSuchStockPlace, basis, place_of
from jornal.actions.products import NoSuchProduct
from jornal.actions.verb import BadRows
from jornal.terms.markets import NoSuchPlace
from peopled import do
from stocked import CONSIGNEE, STORE


@pytest.mark.usefixtures("database")
def test_a_place_is_where_it_is():
    making.begun()
    for _ in range(2):
        (found,) = do(stocked.hq(), "name-place", {**CONSIGNEE, "country": "Mexico", "commission": "33.33 %"})
    assert (found.country, found.commission, place_of("gallery").id) == ("MX", 3333, found.id)
    with pytest.raises(NoSuchStockPlace):
        place_of("attic")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"sort": "workshop"}, "names its site"),
        ({"at": "cusco"}, "names its site"),
        ({"commission": "30 %"}, "only a consignee"),
        ({"sort": "consignee", "commission": "1/3"}, "no commission"),
        ({"sort": "consignee", "commission": "130 %"}, "no commission"),
        ({"sort": "attic"}, "sort"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_place_that_cannot_be_is_refused(wrong, says):
    making.begun()
    with pytest.raises(BadRows, match=says):
        do(stocked.hq(), "name-place", {**STORE, **wrong})


@pytest.mark.usefixtures("sqlite")
def test_a_country_that_is_none_is_said():
    making.begun()
    with pytest.raises(NoSuchPlace):
        do(stocked.hq(), "name-place", {**STORE, "country": "Atlantis"})


@pytest.mark.usefixtures("sqlite")
def test_customs_are_told_of_products_there_are():
    making.begun()
    row = {"product": "sweater", "since": "2026-09-01", "goods_code": "611012", "grams": "450"}
    (found,) = do(stocked.hq(), "set-customs", row)
    assert (found.goods_code, found.grams, basis("30 %")) == ("611012", 450, 3000)
    with pytest.raises(NoSuchProduct):
        do(stocked.hq(), "set-customs", {**row, "product": "hat"})
    with pytest.raises(BadRows):
        do(stocked.hq(), "set-customs", {**row, "goods_code": "61.10"})
