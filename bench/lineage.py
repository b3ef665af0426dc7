"""Where goods come from and went: a lot and a recall among 100,000 movements and 20,000 sales; orders sold."""

import sys
from datetime import date, timedelta

from clock import report, seconds
from registers import begun, removed

from jornal.actions.office import Office
from jornal.actions.sales import sell
from jornal.actions.selling import Sold
from jornal.facts.lots import Lot, MaterialIssued, MaterialLot
from jornal.facts.organisation import Site
from jornal.facts.products import Product, Recipe
from jornal.facts.sales import Sale
from jornal.facts.stock import Movement, StockPlace
from jornal.journal.fact import Fact
from jornal.journal.hand import Hand
from jornal.journal.record import record
from jornal.reads.lineage import lineage, recall

LOTS, MOVEMENTS, SALES, LINES = 1000, 100_000, 20_000, 10_000
FIRST, DAY = date(2026, 1, 1), date(2026, 10, 30)
PLACES = [f"shop{number}" for number in range(20)]


def place(token: str) -> StockPlace:
    return StockPlace(
        place=token,
        label=token,
        sort="shop",
        site="",
        country="PE",
        currency="PEN",
        commission=0,
        since=FIRST,
    )


def movement(number: int) -> Movement:
    """A thousand lots come in, then go from shop to shop, a piece at a time."""
    lot, step = f"LQC{number % LOTS:06}", number // LOTS
    ends = ("", PLACES[0]) if not step else (PLACES[0], PLACES[1 + step % 19])
    return Movement(
        movement=f"MV{number}", product="sweater", lot=lot, quantity=1000 if not step else 1, from_place=ends[0],
        to_place=ends[1], day=FIRST + timedelta(days=step), what="moved" if step else "finished", country="",
        shipment="", note="",
    )  # fmt: skip


def sale(number: int) -> Sale:
    return Sale(
        channel="web", order=f"o{number}", line=1, day=DAY, place=PLACES[0], goods="", product="sweater",
        lot=f"LQC{number % LOTS:06}" if number % 10 else "", quantity=1, price=20000, discount=0, tax=0, shipping=0,
        fee=0, currency="PEN", country="PE", total=None, paper="", order_line=None,
    )  # fmt: skip


def told(hand: Hand) -> None:
    """The register: lots of one material, their movements, their sales."""
    product = Product(product="sweater", label="Sweater", design="", gtin="", since=FIRST)
    recipe = Recipe(product="sweater", since=FIRST, materials=[], parts=[], operations=[], techniques=[])
    facts: list[Fact] = [product, recipe, *map(place, PLACES)]
    recipe = record(facts, "hq", hand)[1]
    material = MaterialLot(
        code="MQC001K", site="cusco", material="yarn", received_on=FIRST, quantity=10**6, country="PE"
    )
    (material,) = record([material], "cusco", hand)
    lots = record(
        [
            Lot(
                code=f"LQC{n:06}",
                site="cusco",
                product="sweater",
                recipe=recipe.root,
                quantity=1000,
                opened_on=FIRST,
            )
            for n in range(LOTS)
        ],
        "cusco",
        hand,
    )
    issued = [
        MaterialIssued(lot=lot.root, material=material.root, number=1, what="issued", day=FIRST, quantity=450)
        for lot in lots[:20]
    ]
    record(issued, "cusco", hand)
    site = Site(
        site="cusco", label="Cusco", enterprise="alpaca", authority="inpe", jurisdiction="pe", currency="PEN",
        zone="America/Lima", languages=["es"], letters="QC", opened_on=DAY,
    )  # fmt: skip
    record([site], "hq", hand)
    for start in range(0, MOVEMENTS, 10_000):
        record([movement(number) for number in range(start, start + 10_000)], "hq", hand)
    record([sale(number) for number in range(SALES)], "hq", hand)


def sold(hand: Hand) -> None:
    """Ten thousand lines of orders, with all checks."""
    office = Office(Hand("S1", "seller", hand.node), "", DAY)
    rows = [
        Sold(
            channel="shopify", order=f"#{number // 2}", line=number % 2 + 1, day=DAY, place=PLACES[0],
            product="sweater", price=20000, currency="PEN", total=40000,
        )
        for number in range(LINES)
    ]  # fmt: skip
    sell(office, rows)


def main() -> int:
    """Makes the register, measures, and takes it away."""
    hand = begun()
    told(hand)
    kept = [
        report("lineage of a lot", seconds(lambda: lineage("LQC000017")), must=0.2, aim=0.03),
        report(
            "recall of a lot of material, in 20 lots", seconds(lambda: recall("MQC001K")), must=1, aim=0.2
        ),
        report(
            f"{LINES:,} lines of orders sold, with checks",
            seconds(lambda: sold(hand), runs=1),
            must=10,
            aim=2,
        ),
        report("the same lines again", seconds(lambda: sold(hand), runs=1), must=10, aim=2),
    ]
    removed()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
