"""A family of sweaters ordered at Cusco, whose pairs and sweaters are made at Puno, which has no line of any order."""

import making
from jornal.facts.orders import CostSheet, Order, OrderConfirmed
from jornal.facts.organisation import Site
from jornal.journal.record import record
from offices import office
from peopled import do

SHEET = {
    "since": making.crew.TODAY, "currency": "PEN", "factor": "1", "floor_minute": "", "lines": [], "price": 1,
}  # fmt: skip


def begun(quantity: int = 2):
    """The manager's office at Puno: a family is three pairs and a sweater, a pair two sweaters."""
    making.begun()
    hq = making.headquarters()
    for product, parts in (("pair", "sweater: 2"), ("family", "pair: 3; sweater: 1")):
        do(hq, "name-product", {"product": product, "label": product.title(), "since": making.SINCE})
        recipe = {"since": making.SINCE, "operations": "link: 5", "product": product, "parts": parts}
        do(hq, "set-recipe", recipe)
    site = Site.objects.current().get(site="cusco")
    said = {field.name: getattr(site, field.name) for field in Site.content()}
    record([Site(**{**said, "site": "puno", "letters": "PN", "label": "Puno"})], "hq", hq.hand)
    sheets = [CostSheet(**SHEET, product=of, site="puno", cost=1) for of in ("sweater", "pair")]
    record([*sheets, CostSheet(**SHEET, product="family", site="cusco", cost=1)], "hq", hq.hand)
    do(hq, "place-order", {**making.ORDER, "order": "o7"})
    do(
        hq,
        "add-line",
        {**making.LINE, "order": "o7", "product": "family", "quantity": str(quantity), "price": "900000"},
    )
    return office(site="puno", day=hq.day)


def promised(week):
    """The order is promised for a week."""
    hq = making.headquarters()
    order = Order.objects.current().get(order="o7")
    record([OrderConfirmed(order=order.root, day=hq.day, week=week, sums={})], "hq", hq.hand)
