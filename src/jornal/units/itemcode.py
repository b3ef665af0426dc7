"""Numbers of trade items with their check digit, and the address that a label's code leads to (GS1 Digital Link)."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from jornal.units.faults import shortened
from jornal.units.said import Said

LENGTHS = (8, 12, 13, 14)
"""How many digits a trade item number may be written with; a label has 14."""
_LOT = re.compile(r"[A-Za-z0-9._-]{1,20}")
_SERIAL = re.compile(r"[A-Za-z0-9._-]{1,20}")
_PATH = re.compile(r"(?:/[^/]+)*?/01/([^/]+)(?:/10/([^/]+))?(?:/21/([^/]+))?/?")
_STEM = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?(/[a-z0-9._~-]+)*", re.IGNORECASE)


class NotAnItem(Said):
    """A trade item number whose digits do not fit together."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "{text} is no number of a trade item: the last of its 8, 12, 13 or 14 digits does not fit the others. "
            "Type it again as it is printed.",
            text=shortened(text),
        )


class NotALink(Said):
    """A text that is not the address of an item."""

    def __init__(self, text: str) -> None:
        super().__init__("{text} is not the address of a label. Scan the code again.", text=shortened(text))


class NotAResolver(Said):
    """A text that the address of a label cannot begin with."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "{text} is no address that a code can begin with: the number of the item is put behind it. Give one such "
            "as https://id.example.org, without a question mark or spaces.",
            text=shortened(text),
        )


class Item(NamedTuple):
    """What a label says it is on: the trade item, its lot, and ("" for the lot alone) which piece of it."""

    gtin: str
    lot: str
    serial: str = ""


def check_digit(digits: str) -> int:
    """The last digit for the digits before it (GS1 General Specifications 7.9): weights 3 and 1 from the right."""
    weighed = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return -weighed % 10


def with_check_digit(digits: str) -> str:
    """Thirteen or fewer digits as a trade item number of fourteen, its check digit behind. Raises NotAnItem."""
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 13):
        raise NotAnItem(digits)
    whole = digits.rjust(13, "0")
    return f"{whole}{check_digit(whole)}"


def item_number(text: str) -> str:
    """A trade item number as its fourteen digits. Raises NotAnItem where the check digit does not fit."""
    digits = "".join(text.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) in LENGTHS):
        raise NotAnItem(text)
    if int(digits[-1]) != check_digit(digits[:-1]):
        raise NotAnItem(text)
    return digits.rjust(14, "0")


def path(item: Item) -> str:
    """The path of an item, such as /01/02900001000015/10/2026-31/21/417. Raises NotAnItem, NotALink."""
    if not _LOT.fullmatch(item.lot) or (item.serial and not _SERIAL.fullmatch(item.serial)):
        raise NotALink(f"{item.lot} {item.serial}".strip())
    piece = f"/21/{quote(item.serial, safe='')}" if item.serial else ""
    return f"/01/{item_number(item.gtin)}/10/{quote(item.lot, safe='')}{piece}"


def link(resolver: str, item: Item) -> str:
    """The address that the code on a label holds: the resolver's own, then the item's path. Raises NotAResolver."""
    if not _STEM.fullmatch(resolver.rstrip("/")):
        raise NotAResolver(resolver)
    return resolver.rstrip("/") + path(item)


def read(address: str) -> Item:
    """The item that an address, or its path alone, leads to, whatever the resolver's own begins with.

    Raises NotALink, NotAnItem.
    """
    found = _PATH.fullmatch(urlsplit(address).path)
    if found is None or not found[2]:
        raise NotALink(address)
    item = Item(item_number(found[1]), unquote(found[2]), unquote(found[3] or ""))
    path(item)  # what is no lot or piece is no address
    return item
