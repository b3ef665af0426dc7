"""Lines are sorted before anything is recorded, whole orders at a time."""

import pytest

import stocked
from jornal.actions.goods import NotThatMany
from jornal.actions.selling import DoesNotSum, Sold, sorted_out
from jornal.facts.sales import Held, Sale
from stocked import LINE


def row(**more: str) -> Sold:
    return Sold(**{name: value for name, value in {**LINE, **more}.items() if value})


@pytest.fixture
def code(sqlite):
    found = stocked.begun()
    stocked.moved(found)
    return found


def test_good_lines_are_parted_from_held_and_refused_ones(code):
    rows = [
        row(order="1"), row(order="2", product="", goods="mystery"), row(order="3", country="US"),
        row(order="4", quantity="9"), row(order="5", total="1"),
    ]  # fmt: skip
    found = sorted_out(stocked.seller(), rows)
    assert [one.order for one in found.sales] == ["1"]
    assert [one.order for one in found.held] == ["2"]
    assert {one.order: type(fault) for one, fault in found.refused if one.order != "3"} == {
        "4": NotThatMany, "5": DoesNotSum,
    }  # fmt: skip
    assert (Sale.objects.count(), Held.objects.count()) == (0, 0)


def test_an_order_is_refused_whole(code):
    rows = [row(order="1"), row(order="1", line="2", country="CA"), row(order="2", quantity="5")]
    found = sorted_out(stocked.seller(), rows)
    assert ([one.order for one in found.sales], len(found.refused)) == (["2"], 2)


def test_earlier_orders_are_served_first_and_the_order_of_lines_stays(code):
    rows = [row(order="late", quantity="4", day="2026-10-21"), row(order="early", quantity="3")]
    found = sorted_out(stocked.seller(), rows)
    assert [one.order for one in found.sales] == ["early"]
    rows = [row(order="late", day="2026-10-21"), row(order="early")]
    assert [one.order for one in sorted_out(stocked.seller(), rows).sales] == ["late", "early"]
