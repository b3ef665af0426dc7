"""What an order takes: a set is made of its parts, and their minutes are work like any other."""

from fractions import Fraction

import pytest

import making
from jornal.actions.needed import Bills, Need
from jornal.facts.orders import CostSheet, OrderLine
from jornal.facts.organisation import Site
from jornal.facts.products import Recipe
from jornal.journal.record import record
from peopled import do

PIECE = Fraction("390.5")
SHEET = {
    "since": making.crew.TODAY, "currency": "PEN", "factor": "1", "floor_minute": "", "lines": [], "price": 1,
}  # fmt: skip


@pytest.fixture
def hq(sqlite):
    making.begun()
    hq = making.headquarters()
    recipe = {"since": making.SINCE, "operations": "link: 5"}
    for product, parts in (("pair", "sweater: 2"), ("family", "pair: 3; sweater: 1")):
        do(hq, "name-product", {"product": product, "label": product.title(), "since": making.SINCE})
        do(hq, "set-recipe", {**recipe, "product": product, "parts": parts})
    return hq


def needs(product: str, quantity: int = 1, site: str = "cusco", **more: int) -> list[Need]:
    lines = [OrderLine(order="o", line=1, product=product, site=site, quantity=quantity, price=1)]
    lines += [
        OrderLine(order="o", line=2, product=of, site=site, quantity=count, price=1)
        for of, count in more.items()
    ]
    return Bills(making.crew.TODAY).needs(lines)


@pytest.mark.usefixtures("hq")
def test_a_set_takes_its_own_minutes_and_those_of_everything_that_goes_into_it():
    assert needs("family", 2) == [
        Need("cusco", "family", 2, Fraction(5)),
        Need("cusco", "pair", 6, Fraction(5), True),
        Need("cusco", "sweater", 14, PIECE, True),  # 2 × (3 × 2 + 1)
    ]


@pytest.mark.usefixtures("hq")
def test_what_is_ordered_beside_its_set_is_counted_for_both():
    assert needs("pair", 1, sweater=4) == [
        Need("cusco", "pair", 1, Fraction(5)),
        Need("cusco", "sweater", 4, PIECE),
        Need("cusco", "sweater", 2, PIECE, True),
    ]


def test_a_part_takes_the_minutes_of_whoever_makes_it(hq):
    site = Site.objects.current().get(site="cusco")
    said = {field.name: getattr(site, field.name) for field in Site.content()}
    others = [Site(**{**said, "site": name, "letters": name[:2].upper()}) for name in ("puno", "tacna")]
    record(others, "hq", hq.hand)
    sheets = [
        CostSheet(**SHEET, product="sweater", site=name, cost=cost)
        for name, cost in (("puno", 9), ("tacna", 8))
    ]
    record(sheets, "hq", hq.hand)
    assert [(one.site, one.product) for one in needs("pair")] == [("cusco", "pair"), ("puno", "sweater")]
    record([CostSheet(**SHEET, product="sweater", site="cusco", cost=1)], "hq", hq.hand)
    assert [(one.site, one.product) for one in needs("pair")] == [("cusco", "pair"), ("cusco", "sweater")]


def test_a_product_without_a_recipe_has_minutes_that_nobody_knows(hq):
    assert needs("scarf") == [Need("cusco", "scarf", 1, None)]
    assert needs("scarf")[0].minutes == 0


def test_a_ring_that_stands_in_the_book_does_not_turn_for_ever(hq):
    ring = [{"product": "pair", "count": 1}]
    record([Recipe(product="sweater", since=making.crew.TODAY, parts=ring, operations=[], materials=[], techniques=[])],
           "hq", hq.hand)  # fmt: skip
    assert [one.product for one in needs("pair")] == ["pair", "pair", "sweater"]
