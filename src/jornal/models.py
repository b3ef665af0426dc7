"""Every table, where Django looks for them."""

from jornal.facts import (
    afterwards,
    attendance,
    courses,
    organisation,
    pay,
    people,
    pieces,
    release,
    skills,
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
    "afterwards",
    "attendance",
    "courses",
    "organisation",
    "pay",
    "people",
    "pieces",
    "release",
    "skills",
    "terms",
    "work",
]
