"""Sales: recorded once however often they are sent, held until named, given back within what was sold."""

import pytest

import stocked
from jornal.actions.given import NotYet
from jornal.actions.goods import NotThatMany
from jornal.actions.office import NotYourRole
from jornal.actions.sales import (
    BeforeTheSale,
    CameBackWhere,
    MoreThanSold,
    NoSuchSale,
    NotSold,
    StillThere,
    waiting,
)
from jornal.actions.selling import DoesNotSum, SoldTwice
from jornal.actions.verb import BadRows
from jornal.facts.sales import Held, Refund, Sale
from jornal.journal.record import AlreadyRecorded, record
from jornal.reads.stock import goods, nowhere
from peopled import do
from stocked import LINE, sold

REFUND = {"channel": "till", "order": "1", "line": "1", "day": "2026-10-22", "amount": "20000"}


def there(place: str = "shop") -> int:
    return sum(one.quantity for one in goods([place]))


@pytest.fixture
def code(sqlite):
    return stocked.in_the_shop()


def test_a_line_sent_twice_is_one_sale(database):
    code = stocked.in_the_shop()
    (first,), (again,) = sold({"lot": code, "quantity": "2"}), sold({"lot": code, "quantity": "2"})
    assert (first.id, first.book, there(), Sale.objects.count()) == (again.id, "hq", 3, 1)


def test_the_same_line_twice_in_one_sending_is_one_sale(code):
    assert len(sold({}, {})) == 1
    assert there() == 4


def test_a_line_that_says_something_else_is_refused(code):
    sold({})
    with pytest.raises(SoldTwice, match="says something else"):
        sold({"price": "19000"})
    with pytest.raises(SoldTwice):
        sold({"order": "2"}, {"order": "2", "quantity": "2"})
    assert there() == 4


def test_more_than_is_there_is_not_sold_and_nothing_of_it_is_recorded(code):
    with pytest.raises(NotThatMany, match="shop: of sweater 1 are there on 2026-10-20, and 2 would leave"):
        sold({"quantity": "4"}, {"order": "2", "quantity": "2"})
    assert (there(), Sale.objects.count()) == (5, 0)


def test_nothing_is_sold_before_it_came(code):
    with pytest.raises(NotThatMany, match="0 are there on 2026-10-11"):
        sold({"day": "2026-10-11"})


def test_goods_of_an_unknown_name_are_held_until_a_person_names_them(code):
    unknown = {"product": "", "goods": "SWTR-01", "order": "7"}
    for _ in range(2):
        (held,) = sold(unknown)
    assert (held.KIND, Held.objects.count(), there()) == ("held", 1, 5)
    named, sale = do(
        stocked.seller(), "name-goods", {"channel": "till", "goods": "SWTR-01", "product": "sweater"}
    )
    assert (named.product, sale.product, sale.goods, there(), waiting()) == (
        "sweater",
        "sweater",
        "SWTR-01",
        4,
        [],
    )
    sold(unknown)
    assert (Sale.objects.count(), Held.objects.count(), there()) == (1, 1, 4)


def test_what_is_named_and_not_there_stays_held(code):
    sold({"product": "", "goods": "S", "quantity": "9"})
    assert (
        len(do(stocked.seller(), "name-goods", {"channel": "till", "goods": "S", "product": "sweater"})) == 1
    )
    assert [row.quantity for row in waiting()] == [9]


def test_goods_are_named_once(code):
    do(stocked.seller(), "name-goods", {"channel": "till", "goods": "S", "product": "sweater"})
    do(stocked.hq(), "name-product", {"product": "hat", "label": "Hat", "since": "2026-09-01"})
    with pytest.raises(AlreadyRecorded):
        do(stocked.seller(), "name-goods", {"channel": "till", "goods": "S", "product": "hat"})


@pytest.mark.parametrize(
    ("lines", "total", "sums"),
    [
        ([{}], "20000", True),
        ([{"discount": "1500", "tax": "3330", "shipping": "1200"}], "23030", True),
        ([{"discount": "1500", "tax": "3330", "tax_included": "yes", "fee": "900"}], "18500", True),
        ([{}, {"line": "2", "price": "5000"}], "25000", True),
        ([{}, {"line": "2", "price": "5000"}], "20000", False),
        ([{"tax": "1"}], "20000", False),
    ],
)
def test_lines_come_to_the_total_of_their_order(code, lines, total, sums):
    rows = [{**one, "total": total} for one in lines]
    if sums:
        assert len(sold(*rows)) == len(lines)
    else:
        with pytest.raises(DoesNotSum, match=f"its total is {total[:-2]}[.]{total[-2:]} PEN"):
            sold(*rows)
        assert not Sale.objects.exists()


def test_lines_that_come_later_count_with_those_before(code):
    sold({})
    with pytest.raises(DoesNotSum, match=r"come to 250\.00 PEN"):
        sold({"line": "2", "price": "5000", "total": "24000"})
    sold({"line": "2", "price": "5000", "total": "25000", "product": "", "goods": "mystery"})
    assert (Sale.objects.count(), Held.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"price": "200.00"}, "not in minor units"),
        ({"quantity": "0"}, "quantity"),
        ({"product": ""}, "say which product it is"),
        ({"discount": "20001"}, "discount is more"),
        ({"tax": "20001", "tax_included": "yes"}, "tax is more"),
        ({"order": ""}, "order must be given"),
    ],
)
def test_a_line_that_cannot_be_is_refused(code, wrong, says):
    with pytest.raises(BadRows, match=says):
        sold(wrong)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"product": "hat"}, "no product hat"),
        ({"place": "kiosk"}, "no place kiosk"),
        ({"lot": "LQC099A"}, "no lot LQC099A"),
        ({"day": "2026-10-31"}, "has not come"),
        ({"place": ""}, "say which place the goods leave"),
        ({"country": "Nowhere at all"}, "is no place that is known"),
        ({"country": "New York"}, "19 U.S.C. 1307"),
        ({"country": "US", "place": ""}, "19 U.S.C. 1307"),
        ({"country": "Canada"}, "does not go there"),
        ({"country": "JP"}, "without an opinion of counsel"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(code, wrong, says):
    with pytest.raises(ValueError, match=says):
        sold(wrong)
    assert not Sale.objects.exists()


def test_several_faults_are_said_together(code):
    with pytest.raises(NotSold, match=r"no place kiosk.*has not come") as found:
        sold({"place": "kiosk"}, {"order": "2", "day": "2026-10-31"})
    assert isinstance(found.value.faults[1], NotYet)


def test_a_sale_abroad_that_may_go_is_recorded(code):
    (sale,) = sold({"country": "denmark"})
    assert sale.country == "DK"


def test_a_part_is_given_back_and_goods_come_into_stock_again(database):
    code = stocked.in_the_shop()
    sold({"lot": code, "quantity": "2", "tax": "6000"})
    row = {**REFUND, "quantity": "1", "amount": "23000", "tax": "3000", "goods_back": "1"}
    for _ in range(2):
        (back,) = do(stocked.seller(), "refund", row)
    assert (back.place, there(), Refund.objects.count()) == ("shop", 4, 1)
    assert [(one.lot, one.quantity) for one in goods(["shop"])] == [(code, 4)]


BACK = {**REFUND, "quantity": "1", "goods_back": "1"}


def test_goods_of_a_sale_without_a_place_come_back_to_one_that_is_said(code):
    sold({"place": "", "country": "PE"})
    with pytest.raises(CameBackWhere, match="where they came back to"):
        do(stocked.seller(), "refund", BACK)
    assert not Refund.objects.exists()
    for _ in range(2):
        do(stocked.seller(), "refund", {**BACK, "place": "shop"})
    assert (there(), Refund.objects.count(), nowhere()) == (6, 1, [])


def test_money_alone_goes_back_of_a_sale_without_a_place(code):
    sold({"place": "", "country": "PE"})
    (back,) = do(stocked.seller(), "refund", {**BACK, "goods_back": "0"})
    assert (back.place, there()) == ("", 5)


def test_no_refund_makes_pieces_of_a_lot_that_the_books_have_still(code):
    sold({"place": "", "country": "PE", "lot": code})
    with pytest.raises(StillThere, match="all 10 pieces"):
        do(stocked.seller(), "refund", {**BACK, "place": "shop"})
    assert there() == 5


def test_pieces_that_once_came_back_to_nowhere_are_told(code):
    (sale,) = sold({"place": "", "country": "PE"})
    old = Refund(
        sale=sale.root, reference="r", day=sale.day, quantity=1, amount=1, tax=0, fee=0, goods_back=1, place="",
    )  # fmt: skip
    record([old], "hq", stocked.seller().hand)
    assert [(one.order, back.goods_back) for one, back in nowhere()] == [("1", 1)]


@pytest.mark.parametrize(
    ("wrong", "fault", "says"),
    [
        (
            {"amount": "20001"},
            MoreThanSold,
            "an amount of 20001 would be given back in all, and the line has 20000",
        ),
        ({"tax": "1"}, MoreThanSold, "a tax of 1"),
        ({"fee": "1"}, MoreThanSold, "a fee"),
        ({"quantity": "2"}, MoreThanSold, "number of pieces of 2"),
        ({"quantity": "1", "goods_back": "2"}, MoreThanSold, "came back"),
        ({"line": "2"}, NoSuchSale, "No line 2 of 1"),
        ({"day": "2026-10-19"}, BeforeTheSale, "sold on 2026-10-20"),
        ({"day": "2026-10-31"}, NotYet, "has not come"),
    ],
)
def test_no_more_is_given_back_than_was_sold(code, wrong, fault, says):
    sold({})
    with pytest.raises(fault, match=says):
        do(stocked.seller(), "refund", {**REFUND, **wrong})
    assert not Refund.objects.exists()


def test_refunds_count_together(code):
    sold({})
    do(stocked.seller(), "refund", {**REFUND, "amount": "15000", "reference": "a"})
    with pytest.raises(MoreThanSold, match="25000"):
        do(stocked.seller(), "refund", {**REFUND, "amount": "10000", "reference": "b"})


def test_who_sells(code):
    with pytest.raises(NotYourRole):
        do(stocked.hq("hq_finance", "F1"), "sell", LINE)
