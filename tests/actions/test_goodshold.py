"""No correction is a way round what selling and moving refuse."""

import pytest

import crew
import hands
import stocked
from actions import test_deliveries
from jornal.actions.correcting import correct, take_back
from jornal.actions.goods import NotThatMany
from jornal.actions.rights import RightsFirst
from jornal.actions.sales import BeforeTheSale, MoreThanSold
from jornal.facts.pay import Finding
from jornal.facts.sales import Refund
from jornal.journal.record import NotCorrectable, StillNeeded, record
from jornal.reads.stock import goods
from peopled import do

SALE = {"channel": "till", "order": "1", "line": "1"}
WHY = "it was typed wrongly"


def there() -> int:
    return sum(one.quantity for one in goods(["shop"]))


@pytest.fixture
def code(sqlite):
    found = stocked.begun()
    stocked.moved(found, movement="MV900")
    stocked.sold({"lot": found, "quantity": "2"})
    return found


def test_a_sale_is_corrected_while_goods_are_there_and_taken_back(code):
    correct(stocked.hq(), "sale", {**SALE, "quantity": "5"}, WHY)
    assert there() == 0
    with pytest.raises(NotThatMany):
        correct(stocked.hq(), "sale", {**SALE, "quantity": "6"}, WHY)
    take_back(stocked.hq(), "sale", SALE, WHY)
    assert there() == 5
    correct(stocked.hq(), "sale", {**SALE, "quantity": "4"}, WHY)
    assert there() == 1


@pytest.mark.parametrize(("channel", "stands"), [("till", False), ("shopify", True)])
def test_a_sale_taken_back_does_not_stand_again_past_a_finding_that_is_open(code, channel, stands):
    stocked.sold({"place": "store", "lot": code, "channel": channel, "order": "7"})
    key = {**SALE, "channel": channel, "order": "7"}
    take_back(stocked.hq(), "sale", key, WHY)
    found = Finding(
        site="cusco", control="PAY-01", about="m", day=crew.TODAY, lies_with="site", says="", facts={}
    )
    record([found], "cusco", hands.hand("S1", "site_manager"))
    if stands:  # a shop sold it before it came here; that it is told stops nothing
        assert correct(stocked.hq(), "sale", {**key, "fee": "0"}, WHY).void is False
    else:
        with pytest.raises(RightsFirst):
            correct(stocked.hq(), "sale", {**key, "fee": "0"}, WHY)


@pytest.mark.parametrize(
    "changed", [{"country": "US"}, {"place": "store"}, {"lot": ""}, {"currency": "USD"}], ids=str
)
def test_a_sale_does_not_go_elsewhere_by_a_correction(code, changed):
    with pytest.raises(NotCorrectable):
        correct(stocked.hq(), "sale", {**SALE, **changed}, WHY)


def test_a_sale_is_not_less_than_what_was_given_back(code):
    do(stocked.seller(), "refund", {**SALE, "amount": "30000", "quantity": "1"})
    with pytest.raises(MoreThanSold):
        correct(stocked.hq(), "sale", {**SALE, "price": "10000"}, WHY)
    with pytest.raises(StillNeeded):
        take_back(stocked.hq(), "sale", SALE, WHY)


def test_a_sale_is_not_moved_to_a_day_after_its_goods_came_back(code):
    back = {"amount": "20000", "quantity": "1", "goods_back": "1", "day": "2026-10-22"}
    do(stocked.seller(), "refund", {**SALE, **back})
    with pytest.raises(BeforeTheSale):
        correct(stocked.hq(), "sale", {**SALE, "day": "2026-10-25"}, WHY)
    correct(stocked.hq(), "sale", {**SALE, "day": "2026-10-22"}, WHY)
    assert there() == 4


def test_a_refund_taken_back_twice_takes_its_goods_once(code):
    do(
        stocked.seller(),
        "refund",
        {**SALE, "amount": "20000", "quantity": "1", "goods_back": "1", "reference": "r-1"},
    )
    (refund,) = Refund.objects.all()
    key = {"sale": str(refund.sale), "reference": "r-1"}
    take_back(stocked.hq(), "refund", key, WHY)
    with pytest.raises(NotCorrectable):
        take_back(stocked.hq(), "refund", key, WHY)
    assert there() == 3


def test_a_movement_is_taken_back_only_while_its_goods_are_there(code):
    with pytest.raises(NotThatMany):
        take_back(stocked.hq(), "movement", {"movement": "MV900"}, WHY)
    with pytest.raises(NotCorrectable):
        correct(stocked.hq(), "movement", {"movement": "MV900", "quantity": "9"}, WHY)
    take_back(stocked.hq(), "sale", SALE, WHY)
    take_back(stocked.hq(), "movement", {"movement": "MV900"}, WHY)
    assert there() == 0


def test_goods_that_came_back_and_were_sold_again_came_back(code):
    row = {**SALE, "amount": "1", "quantity": "2", "goods_back": "2", "reference": "r"}
    (found,) = do(stocked.seller(), "refund", row)
    stocked.sold({"order": "2", "quantity": "5", "day": "2026-10-30"})
    with pytest.raises(NotThatMany):
        take_back(stocked.hq(), "refund", {"sale": str(found.sale), "reference": "r"}, WHY)


def test_a_count_and_a_place_stay_what_they_are(code):
    do(stocked.seller(), "count-stock", {"place": "shop", "product": "sweater", "found": "3"})
    key = {"place": "shop", "product": "sweater", "lot": "", "number": "1"}
    with pytest.raises(NotCorrectable):
        take_back(stocked.hq(), "stock_count", key, WHY)
    with pytest.raises(NotCorrectable):
        correct(stocked.hq(), "stock_place", {"place": "shop", "country": "US"}, WHY)
    assert correct(stocked.hq(), "stock_place", {"place": "shop", "label": "Corner"}, WHY).label == "Corner"


@pytest.mark.usefixtures("sqlite")
def test_what_stands_on_a_paper_is_not_corrected():
    test_deliveries.delivered(test_deliveries.ordered())
    with pytest.raises(NotCorrectable):
        take_back(stocked.hq(), "sale", {"channel": "wholesale", "order": "o-1", "line": "1"}, WHY)


@pytest.mark.parametrize(
    "change",
    [
        {"day": "2099-01-01"}, {"price": "-1"}, {"quantity": "0"}, {"discount": "900000"}, {"fee": "-1"},
        {"tax": "900000", "tax_included": "True"},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.usefixtures("code")
def test_no_correction_makes_a_sale_that_could_not_have_been_sold(change):
    with pytest.raises(NotCorrectable, match="so it would be no sale"):
        correct(stocked.hq(), "sale", {**SALE, **change}, WHY)
