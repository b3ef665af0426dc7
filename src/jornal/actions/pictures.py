"""Pictures as they are kept: of a known type whatever their name says, small enough, and with nothing but the picture.

Place, time, camera, comments and whatever follows the picture are left out, by leaving out every part that is not
needed to draw it. How a photo is to be turned stays.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from jornal.units.parts import Part
from jornal.units.said import Said

LARGEST = 10_000_000
"""Bytes of the largest file that is taken."""

MOST_PIXELS = 100_000_000
ENDINGS = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}

_PNG = b"\x89PNG\r\n\x1a\n"
_OF_PNG = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT", b"bKGD"}
_OF_WEBP = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
_ALPHA = 0x10
_SIDE = 0x3FFF
_TURNED = 0x0112


class Picture(NamedTuple):
    """A picture without what it said besides: its bytes, and its type by its own bytes."""

    data: bytes
    kind: str


class NotAPicture(Said):
    """A file that is none of the pictures that are kept, or lies about what it is."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            "{name} was not kept: {why}. Give it as PNG, JPEG or WebP.",
            name=name or Part("The file"),
            why=why,
        )


class TooLarge(Said):
    """A file of more bytes or more points than are taken."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "{name} was not kept: it has more than {most} MB or {points} million points. Make it smaller.",
            name=name or Part("The file"),
            most=LARGEST // 1_000_000,
            points=MOST_PIXELS // 1_000_000,
        )


class _Broken(Exception):
    """A picture that ends too soon or whose parts do not fit together."""


class _Huge(Exception):
    """A picture of too many points."""


def cleaned(data: bytes, name: str = "") -> Picture:
    """The picture in a file, without anything else the file says. Raises NotAPicture, TooLarge.

    `name` is what the file is called; its ending has to be that of its type.
    """
    if len(data) > LARGEST:
        raise TooLarge(name)
    kind = kind_of(data)
    if not kind:
        raise NotAPicture(name, _other(data))
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if name and ENDINGS.get(ending) != kind:
        raise NotAPicture(
            name, Part("its name says .{ending}, and its bytes say {kind}", ending=ending, kind=kind)
        )
    try:
        return Picture(_CLEAN[kind](data), kind)
    except _Huge:
        raise TooLarge(name) from None
    except (_Broken, struct.error, IndexError):
        raise NotAPicture(name, Part("it is cut off or damaged")) from None


def kind_of(data: bytes) -> str:
    """The type of a picture by its first bytes; "" for anything else."""
    if data.startswith(_PNG):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _other(data: bytes) -> str:
    """Why a file that is no picture is not taken."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        return Part("a PDF says who made it where nobody looks")
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")):
        return Part("an SVG may hold a program")
    return Part("it is none of the pictures that are kept" if data else "it is empty")


def _png(data: bytes) -> bytes:
    kept, at, ended = [_PNG], len(_PNG), False
    while not ended:
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != check or (len(kept) == 1) != (kind == b"IHDR"):
            raise _Broken
        if kind == b"IHDR":
            _fits(*struct.unpack_from(">II", body))
        if kind in _OF_PNG:
            kept.append(data[at : at + 12 + length])
        at, ended = at + 12 + length, kind == b"IEND"
    if not any(one[4:8] == b"IDAT" for one in kept[1:]):
        raise _Broken
    return b"".join(kept)


def _fits(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise _Huge
    if not width or not height:
        raise _Broken


def _jpeg(data: bytes) -> bytes:
    """The segments that draw it; of what a camera says, which way up it is, and nothing else."""
    kept, turned, drawn = [], 1, False
    for marker, body in _segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", body, 1)
            _fits(width, height)
            drawn = True
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            turned = _turned(body[6:])
        elif marker == 0xE0 and body.startswith(b"JFIF\0"):
            kept.append(_segment(0xE0, body[:12] + b"\0\0"))  # without the small picture in it
        elif marker == 0xEE and body.startswith(b"Adobe"):
            kept.append(_segment(0xEE, body[:12]))
        elif marker < 0xE0:
            kept.append(_segment(marker, body))
    if not drawn:
        raise _Broken
    way = [_segment(0xE1, b"Exif\0\0" + _way_up(turned))] if turned != 1 else []
    return b"\xff\xd8" + b"".join([*way, *kept]) + b"\xff\xd9"


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment with its marker, up to the end of the picture; a scan with the points behind it."""
    at, scans = 2, 0
    while True:
        if data[at] != 0xFF:
            raise _Broken
        while data[at] == 0xFF:
            at += 1
        marker, at = data[at], at + 1
        if marker == 0xD9:
            break
        (length,) = struct.unpack_from(">H", data, at)
        end = at + length
        if length < 2 or end > len(data):
            raise _Broken
        if marker == 0xDA:
            scans, end = scans + 1, _scanned(data, end)
        yield marker, data[at + 2 : end]
        at = end
    if not scans:
        raise _Broken


def _scanned(data: bytes, at: int) -> int:
    """Where the points of a scan end: at the next marker that is none of theirs."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise _Broken
        if data[at + 1] not in (0x00, 0xFF) and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 1 if data[at + 1] == 0xFF else 2


def _segment(marker: int, body: bytes) -> bytes:
    """A segment; of a scan, `body` is its head with the points behind."""
    if marker == 0xDA:
        length = 6 + 2 * body[0]
        return b"\xff\xda" + struct.pack(">H", length) + body
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _turned(tiff: bytes) -> int:
    """Which way up a photo is, 1 to 8, from what its camera says; 1 where that cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2], "")
    if not order:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, at)
        for number in range(entries):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * number)
            if tag == _TURNED:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _way_up(turned: int) -> bytes:
    """The least a camera says: which way up."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _TURNED, 3, 1, turned, 0, 0)


def _webp(data: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", data, 4)
    whole, kept, at = data[: size + 8], [], 12
    if len(whole) < size + 8:
        raise _Broken
    while at < len(whole):
        kind, (length,) = whole[at : at + 4], struct.unpack_from("<I", whole, at + 4)
        body = whole[at + 8 : at + 8 + length]
        if len(body) < length or kind in (b"ANIM", b"ANMF"):
            raise _Broken
        if kind == b"VP8X":
            body = bytes([body[0] & _ALPHA]) + b"\0\0\0" + body[4:10]
            _fits(int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1)
        if kind in (b"VP8 ", b"VP8L"):
            _fits(*_frame(kind, body))
        if kind in _OF_WEBP:
            kept.append(kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2))
        at += 8 + length + length % 2
    if not any(one[:4] in (b"VP8 ", b"VP8L") for one in kept):
        raise _Broken
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _frame(kind: bytes, body: bytes) -> tuple[int, int]:
    """Width and height of the frame itself, whatever a canvas around it says: few bytes may draw very many points."""
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & _SIDE) + 1, (bits >> 14 & _SIDE) + 1
    width, height = struct.unpack_from("<HH", body, 6)
    return width & _SIDE, height & _SIDE


_CLEAN = {"image/png": _png, "image/jpeg": _jpeg, "image/webp": _webp}
