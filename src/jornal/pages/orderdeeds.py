"""What can be recorded of orders: the forms, as data."""

from jornal.pages.acting import Family
from jornal.pages.cataloguedeeds import sites
from jornal.pages.deed import Deed
from jornal.pages.forms import Asked
from jornal.pages.tradechoices import countries, currencies, orders, products

ORDER = Asked("order", "Customer's order", "", "select", (), True)
SEND = ("hq_operations", "seller")

DEEDS = {
    "place-order": Deed(
        "Place an order",
        "The order is placed. Add its lines.",
        "",
        (
            Asked("order", "Number of the order", "Small letters, digits and dashes.", "text", (), True),
            Asked("customer", "Customer", "", "text", (), True),
            Asked(
                "country",
                "Country it goes to",
                "Its name or its two letters, such as DK.",
                "country",
                (),
                True,
            ),
            Asked("currency", "Currency", "Three capital letters, such as PEN.", "text", (), True),
            Asked("wanted_on", "Wanted on", "", "day", seen=True),
            Asked("cutoff_on", "May be changed until", "Before the day it is wanted.", "day", (), True),
            Asked("placed_on", "Placed on", "Empty: today.", "day"),
        ),
        {"country": "countries", "currency": "currencies"},
    ),
    "add-line": Deed(
        "Add or change a line",
        "The line stands.",
        "",
        (
            ORDER,
            Asked("line", "Line", "Its number; the same one again is a change.", "number", (), True),
            Asked("product", "Product", "", "select", (), True),
            Asked("at", "Site", "Where it is made.", "select", (), True),
            Asked("quantity", "Pieces", "Nought takes the line out.", "number", (), True),
            Asked("price", "Price of a piece", "In the currency of the order, as 250.00.", "money", (), True),
            Asked("why", "Reason of a change"),
        ),
        {"order": "orders", "product": "products", "at": "sites"},
        hint="Possible until the day that was agreed. A promised order grows only as far as its week holds.",
    ),
    "confirm-order": Deed(
        "Promise an order",
        "The order is promised for its week.",
        "",
        (
            ORDER,
            Asked("week", "Week", "The Monday of a later week; empty: the earliest honest one.", "day"),
        ),
        {"order": "orders"},
        hint="For an honest week or not at all: nobody works longer for an order.",
    ),
}


FAMILY = Family(
    "hq.orders",
    DEEDS,
    {
        "products": products,
        "sites": sites,
        "countries": countries,
        "currencies": currencies,
        "orders": orders,
    },
    sends=SEND,
)
