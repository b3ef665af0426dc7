"""Every table, where Django looks for them."""

from jornal.facts import (
    attendance,
    family,
    kits,
    labels,
    lots,
    markets,
    orders,
    organisation,
    pay,
    people,
    pieces,
    products,
    terms,
    work,
)
from jornal.journal.entry import Entry, Head
from jornal.journal.opening import ClockSet, Opening, TextsPutAway

__all__ = [
    "ClockSet",
    "Entry",
    "Head",
    "Opening",
    "TextsPutAway",
    "attendance",
    "family",
    "kits",
    "labels",
    "lots",
    "markets",
    "orders",
    "organisation",
    "pay",
    "people",
    "pieces",
    "products",
    "terms",
    "work",
]
