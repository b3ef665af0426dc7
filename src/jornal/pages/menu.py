"""The menu: for each role at a place, the pages it may open, by what they are about and in the order of a day."""

from typing import NamedTuple

from jornal.pages.desk import Desk

_pages: list[tuple[str, str, frozenset[str]]] = []

# The day itself has no heading. A page that no section names stands in the last one, so that none is out of reach.
SECTIONS = (
    ("", ("board", "today", "dialogue", "visits", "approve", "attendance", "pieces", "close")),
    ("Making", ("catalogue", "orders", "lots", "markets", "passports", "stock", "sales", "salesin")),
    ("Money", ("pay", "totals", "rates", "money", "advances")),
    ("People", ("people", "skills", "courses", "after", "calendar", "planned")),
    ("Rules and proof", ("agreements", "findings", "authority", "exchange", "accounts", "status")),
)


class Entry(NamedTuple):
    """An entry: address, words, and whether it is the page that is shown."""

    address: str
    label: str
    here: bool


def listed(name: str, label: str, roles: tuple[str, ...]) -> None:
    """Puts a page into the menu; the order of calls is the order of entries."""
    if all(known != name for known, _, _ in _pages):
        _pages.append((name, label, frozenset(roles)))


def _entries(desk: Desk) -> list[tuple[str, Entry]]:
    # The entries for this person at this place, by family; a page below another has the same first words in its name.
    prefix = "site." if desk.site else "hq."
    family = ".".join(desk.shown.split(".")[:2])
    return [
        (name.removeprefix(prefix), Entry(desk.at(name), desk.say(label), name == family))
        for name, label, roles in _pages
        if name.startswith(prefix) and desk.roles & roles
    ]


def sections(desk: Desk) -> list[tuple[str, list[Entry]]]:
    """The same entries under the words of their section, "" first; a section without entries is left out."""
    section = {family: label for label, families in SECTIONS for family in families}
    found: dict[str, list[Entry]] = {label: [] for label, _ in SECTIONS}
    for family, entry in _entries(desk):
        found[section.get(family, SECTIONS[-1][0])].append(entry)
    return [(desk.say(label) if label else "", entries) for label, entries in found.items() if entries]


def label_of(name: str) -> str:
    """The key of the entry to which a page belongs; "" where it belongs to none."""
    family = ".".join(name.split(".")[:2])
    return next((label for known, label, _ in _pages if known == family), "")
