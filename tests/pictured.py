"""Pictures for tests: a drawn page as grey pixels, and what a reader of codes reads in it."""

import struct
import zlib
from typing import Any

import zxingcpp


def codes(grey: bytes, wide: int, high: int) -> list[str]:
    """What every code in a picture says, from the top."""
    picture: Any = memoryview(grey).cast("B", (high, wide))
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return [
        one.text for one in sorted(found, key=lambda one: (one.position.top_left.y, one.position.top_left.x))
    ]


def grey(png: bytes, rows: int | None = None) -> tuple[bytes, int, int]:
    """The green of the first rows of a PNG of eight bits a colour, with its width and height."""
    wide, high, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) in ((8, 2), (8, 6))
    bytes_each = {2: 3, 6: 4}[kind]
    raw, at = b"", 8
    while at < len(png):
        (length,), what = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        raw += png[at + 8 : at + 8 + length] if what == b"IDAT" else b""
        at += 12 + length
    data, long, above, found = zlib.decompress(raw), wide * bytes_each, bytes(wide * bytes_each), bytearray()
    for row in range(min(rows or high, high)):
        start = row * (long + 1)
        above = _row(data[start], bytearray(data[start + 1 : start + 1 + long]), above, bytes_each)
        found += above[1::bytes_each]
    return bytes(found), wide, min(rows or high, high)


def _row(kind: int, row: bytearray, above: bytes, each: int) -> bytes:
    """A row as it was before its filter (PNG, section 9)."""
    if kind == 0:
        return bytes(row)
    for place in range(len(row)):
        left = row[place - each] if place >= each else 0
        up, corner = above[place], above[place - each] if place >= each else 0
        guess = {1: left, 2: up, 3: (left + up) // 2}.get(kind)
        row[place] = (row[place] + (_nearest(left, up, corner) if guess is None else guess)) & 255
    return bytes(row)


def _nearest(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
