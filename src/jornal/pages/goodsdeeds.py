"""What can be recorded of goods, sales and deliveries: the forms, as data."""

from jornal.actions.sales import waiting
from jornal.facts.lots import Lot
from jornal.facts.organisation import Site
from jornal.facts.products import Product
from jornal.facts.stock import StockPlace
from jornal.pages.acting import Family
from jornal.pages.choices import Source, worded
from jornal.pages.deed import DAY_OF, SHORT, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.tradechoices import channels, countries, currencies, orders, products

PRODUCT = Asked("product", "Product", "", "select", (), True)
LOT = Asked("lot", "Lot", "Where it is known.", "select")
PLACE = Asked("place", "Place", "", "select", (), True)
CHANNEL = Asked("channel", "Channel", "A short name, such as till or web.", "text", (), True)
ORDER = Asked("order", "Order number", "As the channel writes it.", "text", (), True)
LINE = Asked("line", "Line", "", "number", (), True)
PIECES = Asked("quantity", "Pieces", "", "number", (), True)
CURRENCY = Asked("currency", "Currency", "Three capital letters, such as PEN.", "text", (), True)
COUNTRY = Asked("country", "Country the goods go to", "Empty: that of the place.", "country")
SORTS = {
    "workshop": "Workshop", "store": "Store", "shop": "Shop", "consignee": "On commission", "exhibition": "Exhibition",
    "transit": "On the way",
}  # fmt: skip
WHATS = {
    "finished": "Finished, into stock", "moved": "Moved to another place", "sample": "Out as a sample",
    "gift": "Out as a gift", "lost": "Lost", "damaged": "Damaged",
}  # fmt: skip
TAX = Asked("tax", "Tax", "Of the whole line.", "money")
INCLUDED = Asked("tax_included", "Where the tax is", "", "select")
SHIPPING = Asked("shipping", "Shipping", "Of the whole line.", "money")
TAXES = {"false": "On top of the price, or none", "true": "In the price"}
MET = {"reached": "Reached", "paid": "Paid"}


STOCK = {
    "move-goods": Deed(
        "Move goods",
        "The movement is recorded.",
        "",
        (
            Asked("what", "What happened", "", "select", (), True),
            LOT._replace(hint="", wanted=True),
            PIECES,
            Asked("from_place", "From which place", "Empty where goods come into stock.", "select", seen=True),
            Asked("to_place", "To which place", "Empty where goods leave us.", "select", seen=True),
            Asked("country", "Country the goods go to", "For a sample or a gift.", "country", seen=True),
            Asked("note", "Note"),
            DAY_OF,
        ),
        {"what": "whats", "lot": "lots", "from_place": "places", "to_place": "places", "country": "countries"},
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
            Asked("label", "What it is called", "", "text", (), True),
            Asked("sort", "What it is", "", "select", (), True),
            Asked("at", "Site", "Of a workshop alone.", "select", seen=True),
            Asked("country", "Country", "Where it is.", "country", (), True),
            CURRENCY,
            Asked("commission", "Commission", "What a consignee keeps, such as 30 %.", seen=True),
            Asked("since", "Since", "", "day", (), True),
            Asked("place", "Short name", SHORT, "short"),
        ),
        {"sort": "sorts", "at": "sites", "country": "countries", "currency": "currencies"},
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
            TAX,
            INCLUDED,
            SHIPPING,
            Asked("fee", "Fee", "What the channel keeps of the line.", "money"),
            Asked("tip", "Tip", "Given on top; no price of goods.", "money"),
            CURRENCY,
            COUNTRY,
            DAY_OF,
        ),
        {
            "channel": "channels", "place": "places", "product": "products", "lot": "lots", "tax_included": "taxes",
            "currency": "currencies", "country": "countries",
        },
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
            Asked("quantity", "Pieces", "", "number", seen=True),
            Asked("goods_back", "Pieces that came back", "", "number", seen=True),
            Asked(
                "place",
                "Where they came back to",
                "Empty: the place they left when they were sold. Where that is not known, say it.",
                "select",
            ),
            Asked("fee", "Fee", "What the channel gave back of what it kept.", "money"),
            Asked("tip", "Tip", "What of the tip was given back, beside the amount.", "money"),
            Asked("reference", "Reference", "Tells two refunds of a line on one day apart."),
            Asked("note", "Note"),
            DAY_OF,
        ),
        {"channel": "channels", "place": "places"},
    ),
    "name-goods": Deed(
        "Say which product goods are",
        "The goods are named; lines that waited for it are sold as far as goods are there.",
        "",
        (CHANNEL, Asked("goods", "Goods", "As the channel calls them.", "select", (), True), PRODUCT),
        {"channel": "channels", "goods": "held", "product": "products"},
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
            TAX,
            INCLUDED,
            SHIPPING,
            DAY_OF,
            Asked("transit", "On the way", "Places it crosses, as GB; DE."),
        ),
        {"order": "orders", "place": "places", "lot": "lots", "tax_included": "taxes"},
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
    called = dict(Product.objects.current().values_list("product", "label"))
    return [(one.code, f"{one.code} · {called.get(one.product, one.product)}") for one in rows]


def _held(_: Desk) -> list[tuple[str, str]]:
    return sorted({(row.goods, f"{row.goods} · {row.channel}") for row in waiting()})


SOURCES: dict[str, Source] = {
    "places": _places,
    "products": products,
    "sites": lambda _: Site.objects.current().order_by("label").values_list("site", "label"),
    "orders": orders,
    "channels": channels,
    "countries": countries,
    "currencies": currencies,
    "lots": _lots,
    "held": _held,
    "sorts": worded(SORTS),
    "whats": worded(WHATS),
    "met": worded(MET),
    "taxes": worded(TAXES),
}
STOCK_FAMILY = Family("hq.stock", STOCK, SOURCES)
SALES_FAMILY = Family("hq.sales", SALES, SOURCES)
