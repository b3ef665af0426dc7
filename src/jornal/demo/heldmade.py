"""What a register of the demo holds of what is made: designs, products, orders, lots, kits, shipments, passports."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from jornal.facts.kits import Kit, KitReturned
from jornal.facts.labels import Item, MakerShown, PassportIssued
from jornal.facts.lots import MaterialLot
from jornal.facts.markets import ShipmentChecked
from jornal.facts.orders import CostSheet, Order, OrderConfirmed, OrderLine
from jornal.facts.organisation import Site
from jornal.facts.products import Design, DesignCredit, DesignVersion, Product, Recipe
from jornal.reads.lots import Standing, lots, used
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

Cells = Sequence[object]


def tables() -> Iterator[tuple[str, Sequence[str], Iterable[Cells]]]:
    """Each table: its name, its headings, its rows."""
    yield "Designed together", ("Design", "Brief", "Versions", "Made by", "Credited"), _designs()
    yield (
        "Products",
        ("Product", "Number", "Design", "Materials", "Operations, in standard minutes"),
        _products(),
    )
    yield "What a piece costs", ("Product", "At", "Labour", "Cost", "Price"), _costs()
    yield "Orders", ("Order", "Customer", "To", "Pieces", "Wanted on", "Promised for the week of"), _orders()
    yield "Lots", ("Lot", "Product", "At", "Accepted", "Material, and where it is from", "Judged"), _lots()
    yield "Kits", ("Lot", "Given out", "Back", "Good", "Tools missing"), _kits()
    yield "Shipments checked", ("Day", "Shipment", "To", "Answer", "Law"), _shipments()
    yield (
        "Passports",
        ("Lot", "Number of the item", "Day", "Labels", "How their makers are shown"),
        _passports(),
    )


def _designs() -> Iterator[Cells]:
    for one in Design.objects.current().order_by("design"):
        versions = list(DesignVersion.objects.current().filter(design=one.design).order_by("number"))
        chosen = DesignCredit.objects.current().filter(design=one.design).order_by("worker")
        makers = dict.fromkeys(maker for version in versions for maker in version.made_by)
        yield (
            one.label, one.brief, ", ".join(f"{version.what} {version.day}" for version in versions),
            ", ".join(makers), ", ".join(f"{credit.worker}: {credit.shown.replace('_', ' ')}" for credit in chosen),
        )  # fmt: skip


def _products() -> Iterator[Cells]:
    recipes = {one.product: one for one in Recipe.objects.current().order_by("since")}
    for one in Product.objects.current().order_by("product"):
        recipe = recipes.get(one.product)  # none where a shop's sales are told as sums by month
        materials = ", ".join(
            f"{row['material']} {row['quantity']}" for row in (recipe.materials if recipe else ())
        )
        operations = ", ".join(
            f"{row['operation']} {row['minutes']}" for row in (recipe.operations if recipe else ())
        )
        yield one.label, one.gtin, f"{one.design} {one.design_number or ''}", materials, operations


def _costs() -> Iterator[Cells]:
    for one in CostSheet.objects.current().order_by("product", "since"):
        money = Figures(Words("en", ""), one.currency, 2)
        labour = sum(line["amount"] for line in one.lines if line["head"] in ("labour", "on_labour"))
        yield one.product, one.site, money.amount(labour), money.amount(one.cost), money.amount(one.price)


def _orders() -> Iterator[Cells]:
    weeks = dict(OrderConfirmed.objects.current().values_list("order", "week"))
    for one in Order.objects.current().order_by("placed_on", "order"):
        pieces = sum(OrderLine.objects.current().filter(order=one.order).values_list("quantity", flat=True))
        yield one.order, one.customer, one.country, pieces, one.wanted_on, weeks.get(one.root, "not promised")


def _lots() -> Iterator[Cells]:
    sites = dict(Site.objects.current().values_list("site", "label"))
    for of in sorted(lots(), key=lambda one: (one.lot.opened_on, one.lot.code)):
        accepted = ", ".join(f"{step.operation} {step.good}" for step in of.steps)
        held = "; ".join(f"{one.material.material}: {_origin(one.material)}" for one in used(of.lot))
        yield of.lot.code, of.label, sites[of.lot.site], accepted, held, _judged(of)


def _origin(one: MaterialLot) -> str:
    return f"{one.country}, {one.origin}" + (f" ({one.supplier_lot})" if one.supplier_lot else "")


def _judged(of: Standing) -> str:
    if of.judged is None:
        return "being made"
    one = of.judged
    lost = f", {one.rejected} rejected ({one.cause})" if one.rejected else ""
    return f"{one.day} by {one.judged_by}: {one.good} good{lost}"


def _kits() -> Iterator[Cells]:
    codes = {of.lot.root: of.lot.code for of in lots()}
    back = {one.kit: one for one in KitReturned.objects.current()}
    every: dict[UUID, list[Kit]] = {}
    for kit in Kit.objects.current().order_by("code"):
        every.setdefault(kit.lot, []).append(kit)
    for lot, some in every.items():
        there = [back[one.root] for one in some if one.root in back]
        yield (
            codes[lot],
            len(some),
            len(there),
            sum(one.good for one in there),
            sum(one.missing for one in there),
        )


def _shipments() -> Iterator[Cells]:
    for one in ShipmentChecked.objects.current().order_by("day", "shipment"):
        first = one.stops["stops"][0]
        yield one.day, f"{one.shipment}, {one.consignment}", one.destination, one.decision, first["law"]


def _passports() -> Iterator[Cells]:
    shown = {one.worker: one.shown for one in MakerShown.objects.current().order_by("number")}
    for one in PassportIssued.objects.order_by("day", "code"):
        pieces = Item.objects.current().filter(lot=one.lot)
        makers = sorted({piece.worker for piece in pieces if piece.worker})
        chose = ", ".join(f"{worker}: {shown.get(worker, 'nothing').replace('_', ' ')}" for worker in makers)
        yield one.code, one.gtin, one.day, pieces.count(), chose or "nobody was asked"
