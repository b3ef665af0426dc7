"""Deliveries of orders: no more than was ordered, nowhere that refuses them, once however often they are sent."""

import pytest

import making
import stocked
from jornal.actions.border import NotToGoThere
from jornal.actions.deliveries import MoreThanOrdered, OtherDelivery
from jornal.actions.goods import NotThatMany
from jornal.actions.quoting import NoSuchOrder
from jornal.facts.markets import ShipmentChecked
from jornal.facts.sales import Sale
from jornal.units.said import Said
from peopled import do

ORDER = {
    "order": "o-1", "customer": "Nordlys ApS", "placed_on": "2026-10-12", "cutoff_on": "2026-10-30", "currency": "PEN",
    "country": "DK",
}  # fmt: skip
LINE = {"order": "o-1", "line": "1", "product": "sweater", "at": "cusco", "quantity": "6", "price": "90000"}
ROW = {"delivery": "d-1", "order": "o-1", "line": "1", "place": "store", "quantity": "4", "day": "2026-10-20"}


def ordered(*places: dict[str, str], **more: str) -> str:
    code = stocked.begun(*places)
    do(making.headquarters(), "set-cost", making.COST)
    do(stocked.seller(), "place-order", {**ORDER, **more})
    do(stocked.seller(), "add-line", LINE)
    return code


def delivered(code: str, **more: str):
    return do(stocked.seller(), "deliver", {**ROW, "lot": code, **more})


@pytest.mark.usefixtures("database")
def test_a_delivery_is_sold_at_the_price_of_its_line_and_its_check_is_on_file():
    code = ordered()
    (first,), (again,) = delivered(code), delivered(code)
    assert (first.id, first.price, first.country, first.paper) == (again.id, 90000, "DK", "d-1")
    assert (Sale.objects.count(), ShipmentChecked.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"delivery": "d-2", "quantity": "3"}, MoreThanOrdered),
        ({"day": "2026-10-21"}, OtherDelivery),
        ({"delivery": "d-2", "line": "2"}, NoSuchOrder),
        ({"delivery": "d-2", "order": "o-9"}, NoSuchOrder),
        ({"delivery": "d-2", "quantity": "1", "day": "2026-10-09"}, NotThatMany),
        ({"delivery": "d-2", "lot": "LQC050A"}, Said),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_what_cannot_be_delivered_is_not(wrong, fault):
    code = ordered()
    delivered(code)
    with pytest.raises(fault):
        delivered(
            **{"code": code, **{"lot" if name == "lot" else name: value for name, value in wrong.items()}}
        )
    assert Sale.objects.count() == 1


@pytest.mark.usefixtures("sqlite")
def test_two_deliveries_of_a_line_are_two_lines_of_its_sale():
    code = ordered()
    delivered(code)
    (second,) = delivered(code, delivery="d-2", quantity="2")
    assert (second.line, second.order_line, second.paper) == (2, 1, "d-2")


@pytest.mark.usefixtures("sqlite")
def test_an_order_for_new_york_is_not_delivered_and_the_refusal_is_kept():
    code = ordered(country="US")
    with pytest.raises(NotToGoThere, match=r"19 U\.S\.C\. 1307"):
        delivered(code)
    assert [one.goes for one in ShipmentChecked.objects.all()] == [False]
    assert not Sale.objects.exists()


@pytest.mark.usefixtures("sqlite")
def test_a_delivery_that_crosses_a_place_that_refuses_does_not_leave_by_saying_less_the_next_time():
    code = ordered()
    for more in ({"transit": "US"}, {}, {"transit": "MX"}):
        with pytest.raises(NotToGoThere, match="on the way"):
            delivered(code, **more)
    assert not Sale.objects.exists()
    assert {tuple(one.transit["places"]) for one in ShipmentChecked.objects.all()} == {("US",), ("MX", "US")}


@pytest.mark.usefixtures("sqlite")
def test_part_of_an_order_waits_for_its_opinion_as_all_of_it_does():
    code = ordered(country="GB")
    for quantity in ("6", "1"):
        with pytest.raises(NotToGoThere, match="opinion of counsel"):
            delivered(code, quantity=quantity)
    assert not Sale.objects.exists()
