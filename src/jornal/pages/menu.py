"""The menu: for each role at a place, the pages it may open, in the order of a day."""

from typing import NamedTuple

from jornal.pages.desk import Desk

_pages: list[tuple[str, str, frozenset[str]]] = []


class Entry(NamedTuple):
    """An entry: address, words, and whether it is the page that is shown."""

    address: str
    label: str
    here: bool


def listed(name: str, label: str, roles: tuple[str, ...]) -> None:
    """Puts a page into the menu; the order of calls is the order of entries."""
    if all(known != name for known, _, _ in _pages):
        _pages.append((name, label, frozenset(roles)))


def entries(desk: Desk) -> list[Entry]:
    """The entries for this person at this place; a page below another has the same first words in its name."""
    prefix = "site." if desk.site else "hq."
    family = ".".join(desk.shown.split(".")[:2])
    return [
        Entry(desk.at(name), desk.say(label), name == family)
        for name, label, roles in _pages
        if name.startswith(prefix) and desk.roles & roles
    ]


def label_of(name: str) -> str:
    """The key of the entry to which a page belongs; "" where it belongs to none."""
    family = ".".join(name.split(".")[:2])
    return next((label for known, label, _ in _pages if known == family), "")
