"""What the kinds of fields make of what was typed, and of a value that is shown again: shares, times, lines, papers."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from hashlib import sha256

from django.core.files.uploadedfile import UploadedFile

from jornal.units.faults import shortened
from jornal.units.said import Said

_SHARE = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
_CLOCKED = re.compile(r"(\d{1,3})\s*(?::|h)\s*([0-5]?\d)?\s*(?:min)?", re.IGNORECASE)
PRICE = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
_WORD = re.compile(r"[a-z0-9]+")
LISTS = ("lines", "ticks")
"""Kinds of which each thing stands on a line of its own."""
_WHOLE = 10_000
_LONGEST = 39
_UNCLEAR = 15
"""Fewer minutes than these are nobody's session or day: a number below it was most likely meant as hours."""


class NotAShare(Said):
    """Text that is no share of a hundred."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "{text} is no share. Write it of a hundred, such as 44 or 12.5.", text=shortened(text)
        )


class NotATime(Said):
    """Text that is no length of time."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "{text} is no length of time. Write hours such as 5:30, or minutes such as 330.",
            text=shortened(text),
        )


class HoursOrMinutes(Said):
    """A number so small that it may be hours or minutes."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "{number} may be hours or minutes. Write {number}:00 for hours, or 0:{short} for minutes.",
            number=text,
            short=text.zfill(2),
        )


def taken(kind: str, text: str) -> str:
    """What was typed as a verb takes it; text of another kind stays as it is. Raises what says how it is written."""
    if kind == "share":
        return _of_10000(text)
    if kind == "minutes":
        return _minutes(text)
    if kind in LISTS:
        return "; ".join(_parts(text.replace("\n", ";")))
    return text


def shown(kind: str, value: object) -> str:
    """A value of a record as it is typed: 4400 is 44, 330 minutes are 5:30, several stand on lines of their own."""
    if kind == "share" and isinstance(value, int):
        return f"{value // 100}.{value % 100:02}".rstrip("0").rstrip(".")
    if kind == "minutes" and isinstance(value, int):
        return f"{value // 60}:{value % 60:02}" if value else "0"
    if isinstance(value, list):
        return ("\n" if kind in LISTS else "; ").join(str(one) for one in value)
    return "" if value is None else str(value)


def short(name: str) -> str:
    """A short name made of a name: "Puño rojo, 2" is puno-rojo-2; "" where no letter of it can stand in one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(_WORD.findall(plain))[:_LONGEST].strip("-")


def in_minor(price: str, decimals: int) -> str:
    """A price of any number of decimals in minor units, exact: 0.1731 with two decimals is 17.31."""
    return f"{Decimal(price).scaleb(decimals):f}"


def several(text: str) -> list[str]:
    """What stands in one field with semicolons between, each once."""
    return list(dict.fromkeys(_parts(text)))


def together(chosen: Iterable[str]) -> str:
    """Several that were ticked, as one field holds them."""
    return "; ".join(several(";".join(chosen)))


def digest(file: object) -> str:
    """The SHA-256 of a file that was sent, which is kept nowhere; "" where none was."""
    if not isinstance(file, UploadedFile):
        return ""
    told = sha256()
    for piece in file.chunks():
        told.update(piece)
    return told.hexdigest()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _of_10000(text: str) -> str:
    found = _SHARE.fullmatch(text.strip())
    if found is None:
        raise NotAShare(text)
    share = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    if share > _WHOLE:
        raise NotAShare(text)
    return str(share)


def _minutes(text: str) -> str:
    tidy = text.strip()
    if tidy.isascii() and tidy.isdecimal():
        if 0 < int(tidy[:9]) < _UNCLEAR:
            raise HoursOrMinutes(str(int(tidy)))
        return tidy
    found = _CLOCKED.fullmatch(tidy)
    if found is None:
        raise NotATime(text)
    return str(int(found[1]) * 60 + int(found[2] or 0))
