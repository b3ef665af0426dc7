"""What fields suggest of trade."""

from datetime import date

import pytest

import browsing
import offices
from jornal.facts.organisation import Workshop
from jornal.facts.products import Product
from jornal.pages import tradechoices
from jornal.pages.access import desk_of


@pytest.fixture
def desk(sqlite, monkeypatch):
    """The desk of a site where nothing was sold yet."""
    browsing.opened(sqlite, monkeypatch)
    return desk_of(browsing.member("S3", "trainer").get("/cusco/people").wsgi_request, "cusco")


def test_countries_are_suggested_by_what_they_are_called(desk):
    found = tradechoices.countries(desk)
    assert dict(found)["DK"] == "Denmark"
    assert [label for _, label in found] == sorted(label for _, label in found)
    assert all(len(code) == 2 for code, _ in found)


def test_what_is_paid_and_sold_in_here_is_suggested(desk):
    assert tradechoices.currencies(desk) == [("PEN", "PEN")]
    assert (tradechoices.channels(desk), tradechoices.orders(desk)) == ([], [])


def test_a_site_is_opened_under_a_law_that_lies_here_in_a_zone_that_there_is(desk):
    assert {"pe", "th"} <= dict(tradechoices.laws(desk)).keys()
    assert "America/Lima" in dict(tradechoices.zones(desk))


def test_workshops_and_products_are_suggested_by_what_they_are_called(desk):
    offices.office().put([Workshop(site="cusco", workshop="a", label="Sewing", place="workshop")])
    offices.office().put([Workshop(site="cusco", workshop="b", label="Knitting", place="workshop")])
    offices.office("hq_operations", "HQ1", site="hq").put(
        [Product(product="p", label="Sweater", since=date(2026, 9, 1))]
    )
    assert tradechoices.workshops(desk) == [("b", "Knitting"), ("a", "Sewing")]
    assert tradechoices.products(desk) == [("p", "Sweater")]
