"""The bytes of a text file as text, by a rule that can be told.

Marks first, then UTF-8, then what the site writes.
"""

import re
from collections.abc import Sequence

from jornal.sheets import says
from jornal.sheets.listed import SheetFault

SINGLE_BYTE = ("cp874", "cp1252")

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_NOT_TABLES = (
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"{\\rtf",
    b"Rar!",
    b"7z\xbc",
)
_ASCII = bytes(range(128))
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_HIGH_RUN = re.compile(rb"[\xa1-\xfb]{3,}")


def decoded(file: str, data: bytes, languages: Sequence[str]) -> tuple[str, str]:
    """The text and the encoding it was in; raises `SheetFault` for what is not text.

    A mark at the start decides (UTF-8, UTF-16, UTF-32). Without one it is UTF-8 if it can be. Else it is
    cp874 where Thai is a language of the site and most bytes above 127 stand three or more together, as
    Thai letters do; else cp1252. A file that is UTF-8 but for a few broken bytes is refused rather than
    misread.
    """
    if data.startswith(_NOT_TABLES):
        raise SheetFault(says.NOT_A_TABLE, ("file", file))
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _unmarked_utf16(data)
    try:
        if encoding:
            return _without_nul(file, data.decode(encoding)), encoding
        return _without_nul(file, data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as fault:
        if encoding or _is_broken_utf8(data):
            row = data.count(b"\n", 0, fault.start) + 1
            raise SheetFault(says.BROKEN_TEXT, ("file", file), ("row", row)) from None
    return _single_byte(file, data, languages)


def _single_byte(file: str, data: bytes, languages: Sequence[str]) -> tuple[str, str]:
    high = len(data.translate(None, _ASCII))
    together = sum(len(run) for run in _HIGH_RUN.findall(data))
    encoding = "cp874" if "th" in languages and together * 2 > high else "cp1252"
    try:
        return _without_nul(file, data.decode(encoding)), encoding
    except UnicodeDecodeError as fault:
        row = data.count(b"\n", 0, fault.start) + 1
        raise SheetFault(says.BROKEN_TEXT, ("file", file), ("row", row)) from None


def _unmarked_utf16(data: bytes) -> str:
    start = data[:400]
    nul_odd, nul_even = start[1::2].count(0), start[0::2].count(0)
    if nul_odd * 4 > len(start) and not nul_even:
        return "utf-16-le"
    if nul_even * 4 > len(start) and not nul_odd:
        return "utf-16-be"
    return ""


def _is_broken_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(_BEYOND_ASCII.findall(text)) - broken > broken


def _without_nul(file: str, text: str) -> str:
    place = text.find("\x00")
    if place >= 0:
        raise SheetFault(says.NUL, ("file", file), ("row", text.count("\n", 0, place) + 1))
    return text
