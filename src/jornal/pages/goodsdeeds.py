"""What can be recorded of goods, sales and deliveries: the forms, as data."""

from collections.abc import Mapping, Sequence
from typing import Any

from jornal.actions.sales import waiting
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.lots import Lot
from jornal.facts.orders import Order
from jornal.facts.organisation import Site
from jornal.facts.products import Product
from jornal.facts.stock import StockPlace
from jornal.journal.fact import Fact
from jornal.pages.acting import Act, Family
from jornal.pages.choices import Source, worded
from jornal.pages.deed import DAY_OF, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.units.money import exponent
from jornal.units.said import Said

PRODUCT = Asked("product", "Product", "", "select", (), True)
LOT = Asked("lot", "Lot", "Where it is known.", "select")
PLACE = Asked("place", "Place", "", "select", (), True)
CHANNEL = Asked("channel", "Channel", "A short name, such as till or web.", "text", (), True)
ORDER = Asked("order", "Order number", "As the channel writes it.", "text", (), True)
LINE = Asked("line", "Line", "", "number", (), True)
PIECES = Asked("quantity", "Pieces", "", "number", (), True)
CURRENCY = Asked("currency", "Currency", "Three capital letters, such as PEN.", "text", (), True)
COUNTRY = Asked("country", "Country the goods go to", "Empty: that of the place.")
SORTS = {
    "workshop": "Workshop", "store": "Store", "shop": "Shop", "consignee": "On commission", "exhibition": "Exhibition",
    "transit": "On the way",
}  # fmt: skip
WHATS = {
    "finished": "Finished, into stock", "moved": "Moved to another place", "sample": "Out as a sample",
    "gift": "Out as a gift", "lost": "Lost", "damaged": "Damaged",
}  # fmt: skip
MET = {"reached": "Reached", "paid": "Paid"}


class OtherDecimals(Said):
    """A currency whose amounts are written with other decimals than this form reads."""

    def __init__(self, currency: str) -> None:
        super().__init__(
            "Amounts in {currency} are written with other decimals than this page reads. Record the line with "
            "`jornal do sell`, in minor units.",
            currency=currency,
        )


STOCK = {
    "move-goods": Deed(
        "Move goods",
        "The movement is recorded.",
        "",
        (
            Asked("what", "What happened", "", "select", (), True),
            LOT._replace(hint="", wanted=True),
            PIECES,
            Asked("from_place", "From", "Empty where goods come into stock.", "select"),
            Asked("to_place", "To", "Empty where goods leave us.", "select"),
            Asked("country", "Country the goods go to", "For a sample or a gift."),
            Asked("note", "Note"),
            DAY_OF,
        ),
        {"what": "whats", "lot": "lots", "from_place": "places", "to_place": "places"},
    ),
    "count-stock": Deed(
        "Count goods",
        "The count is recorded; a difference is a movement of its own.",
        "",
        (PLACE, PRODUCT, LOT, Asked("found", "Pieces found", "", "number", (), True), DAY_OF),
        {"place": "places", "product": "products", "lot": "lots"},
    ),
    "name-place": Deed(
        "Name a place for goods",
        "The place is recorded.",
        "",
        (
            Asked("place", "Short name", "Small letters, such as shop-lima.", "text", (), True),
            Asked("label", "What it is called", "", "text", (), True),
            Asked("sort", "What it is", "", "select", (), True),
            Asked("at", "Site", "Of a workshop alone.", "select"),
            Asked("country", "Country", "Where it is.", "text", (), True),
            CURRENCY,
            Asked("commission", "Commission", "What a consignee keeps, such as 30 %."),
            Asked("since", "Since", "", "day", (), True),
        ),
        {"sort": "sorts", "at": "sites"},
    ),
    "set-customs": Deed(
        "Set what customs ask of a product",
        "It is recorded.",
        "",
        (
            PRODUCT,
            Asked("since", "Since", "", "day", (), True),
            Asked("goods_code", "Code of goods", "Six to ten digits."),
            Asked("grams", "Weight of one piece in grams", "", "number"),
        ),
        {"product": "products"},
    ),
}  # fmt: skip

SALES = {
    "sell": Deed(
        "Record a sale",
        "The sale is recorded.",
        "",
        (
            CHANNEL,
            ORDER,
            LINE,
            PLACE,
            PRODUCT,
            LOT,
            PIECES,
            Asked("price", "Price of one piece", "", "money", (), True),
            Asked("discount", "Discount", "Of the whole line.", "money"),
            Asked("tax", "Tax", "Of the whole line, on top of the price.", "money"),
            CURRENCY,
            COUNTRY,
            DAY_OF,
        ),
        {"place": "places", "product": "products", "lot": "lots"},
    ),
    "refund": Deed(
        "Record a refund",
        "The refund is recorded.",
        "",
        (
            CHANNEL,
            ORDER,
            LINE,
            Asked("amount", "Amount", "", "money", (), True),
            Asked("tax", "Tax", "The part of the amount that is tax.", "money"),
            Asked("quantity", "Pieces", "", "number"),
            Asked("goods_back", "Pieces that came back", "", "number"),
            DAY_OF,
        ),
    ),
    "name-goods": Deed(
        "Say which product goods are",
        "The goods are named; lines that waited for it are sold as far as goods are there.",
        "",
        (CHANNEL, Asked("goods", "Goods", "As the channel calls them.", "select", (), True), PRODUCT),
        {"goods": "held", "product": "products"},
    ),
    "deliver": Deed(
        "Deliver an order",
        "The delivery is recorded; its papers can be printed.",
        "",
        (
            Asked("delivery", "Short name", "Small letters, such as d-2026-11.", "text", (), True),
            Asked("order", "Order number", "", "select", (), True),
            LINE,
            PLACE,
            LOT._replace(hint="", wanted=True),
            PIECES,
            DAY_OF,
        ),
        {"order": "orders", "place": "places", "lot": "lots"},
    ),
    "meet-milestone": Deed(
        "A milestone is reached or paid",
        "It is recorded.",
        "",
        (
            Asked("order", "Order number", "", "select", (), True),
            Asked("number", "Milestone", "", "number", (), True),
            Asked("what", "What happened", "", "select", (), True),
            DAY_OF,
        ),
        {"order": "orders", "what": "met"},
    ),
}  # fmt: skip


def _places(_: Desk) -> list[tuple[str, str]]:
    return list(StockPlace.objects.current().order_by("label").values_list("place", "label"))


def _lots(_: Desk) -> list[tuple[str, str]]:
    rows = Lot.objects.current().order_by("-opened_on", "-code")
    return [(one.code, f"{one.code} · {one.product}") for one in rows]


def _held(_: Desk) -> list[tuple[str, str]]:
    return sorted({(row.goods, f"{row.goods} · {row.channel}") for row in waiting()})


def _sold(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """A sale in a currency whose amounts this page reads as they are meant. Raises OtherDecimals."""
    if exponent(str(told["currency"])) != exponent(act.desk.figures.currency):
        raise OtherDecimals(str(told["currency"]))
    return done(act.verb, VERBS[act.verb], act.office, [told])


SOURCES: dict[str, Source] = {
    "places": _places,
    "products": lambda _: Product.objects.current().order_by("label").values_list("product", "label"),
    "sites": lambda _: Site.objects.current().order_by("label").values_list("site", "label"),
    "orders": lambda _: Order.objects.current().order_by("order").values_list("order", "customer"),
    "lots": _lots,
    "held": _held,
    "sorts": worded(SORTS),
    "whats": worded(WHATS),
    "met": worded(MET),
}
STOCK_FAMILY = Family("hq.stock", STOCK, SOURCES)
SALES_FAMILY = Family("hq.sales", SALES, SOURCES, does={"sell": _sold})
