"""Sales of a shop's export of 10,000 lines: read, checked, recorded; and read again when all are here already."""

import csv
import sys
from datetime import date
from itertools import count
from pathlib import Path

from clock import report, seconds
from registers import FOLDER, begun, removed

from jornal.actions.office import Office
from jornal.actions.salesin import brought, opened, sources
from jornal.actions.soldrows import How
from jornal.facts.organisation import RoleGranted, Site
from jornal.facts.products import Product
from jornal.facts.sales import GoodsNamed
from jornal.journal.hand import Hand
from jornal.journal.record import record

DAY, LINES, OF_AN_ORDER = date(2026, 10, 30), 10_000, 4
GOODS = [f"SKU-{number:03}" for number in range(200)]
HEADERS = [
    "Name", "Financial Status", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Amount", "Created at",
    "Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku", "Lineitem discount", "Shipping Country",
    "Notes", "Cancelled at", "Refunded Amount",
]  # fmt: skip
HEAD = dict.fromkeys(HEADERS, "") | {
    "Financial Status": "paid", "Currency": "EUR", "Shipping": "6.00", "Created at": "2026-10-07 09:50:26 +0200",
    "Shipping Country": "DK", "Refunded Amount": "0.00", "Notes": "Please,\nring \"twice\"",
}  # fmt: skip


def written(path: Path, first: int) -> Path:
    """An export of 10,000 lines in orders of four, with discount, shipping and tax, numbered from `first`."""
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, HEADERS, restval="")
        writer.writeheader()
        for order in range(LINES // OF_AN_ORDER):
            goods = OF_AN_ORDER * 2 * 4500
            less, tax = order % 700, (goods - order % 700) // 5
            sums = {
                "Subtotal": goods - less,
                "Discount Amount": less,
                "Taxes": tax,
                "Total": goods - less + tax + 600,
            }
            head = HEAD | {name: f"{amount // 100}.{amount % 100:02}" for name, amount in sums.items()}
            for line in range(OF_AN_ORDER):
                name = GOODS[(order * 3 + line) % len(GOODS)]
                row = {"Name": f"#{first + order}", "Lineitem sku": name, "Lineitem name": f"Shawl {name}"}
                row |= {"Lineitem quantity": "2", "Lineitem price": "45.00", "Lineitem discount": "0.00"}
                writer.writerow((head if line == 0 else {}) | row)
    return path


def shop(hand: Hand) -> Office:
    """A register with two hundred products whose names in the shop are known, and somebody who sells."""
    product = [Product(product=name.lower(), label=name, gtin="", since=DAY) for name in GOODS]
    named = [GoodsNamed(channel="shopify", goods=name, product=name.lower(), day=DAY) for name in GOODS]
    role = RoleGranted(staff="V1", what="seller", site="", since=DAY)
    where = {
        "jurisdiction": "pe",
        "zone": "America/Lima",
        "currency": "PEN",
        "languages": {"languages": ["es"]},
    }
    where |= {"authority": "inpe", "letters": "QC"}
    site = Site(site="cusco", label="Cusco", enterprise="qori", opened_on=DAY, **where)
    record([*product, *named, role, site], "hq", hand)
    return Office(Hand("V1", "seller", hand.node), "", DAY)


def main() -> int:
    """Makes the register, measures, and takes it away."""
    at, firsts = shop(begun()), count(1, LINES)

    def new() -> None:
        look = brought(at, opened(written(FOLDER / "export.csv", next(firsts)), sources()), How())
        if len(look.new) != LINES or look.sums["EUR"].difference:
            raise AssertionError(look.sums)

    def again() -> None:
        look = brought(at, opened(FOLDER / "export.csv", sources()), How())
        if len(look.here) != LINES:
            raise AssertionError(len(look.here))

    kept = report(f"{LINES:,} order lines read, checked, recorded", seconds(new, runs=3), must=10, aim=2)
    kept &= report("the same file again", seconds(again, runs=3), must=10, aim=2)
    removed()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
