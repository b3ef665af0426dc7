"""Small pictures for tests, made byte by byte, with what a camera says of where they were taken."""

import struct
import zlib

PLACE = b"lima 12.0464S 77.0428W"


def png(*, width=2, height=2, said=True):
    """A PNG of a few grey points; where `said`, with a text and a camera's words about the place."""
    rows = b"".join(b"\0" + bytes([120] * min(width, 4)) for _ in range(min(height, 4)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    more = [(b"tEXt", b"Comment\0" + PLACE), (b"eXIf", camera())] if said else []
    parts = [(b"IHDR", head), *more, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, parts)) + (PLACE if said else b"")


def jpeg(*, turned=1, width=2, height=2, said=True):
    """The skeleton of a JPEG: its frame, a scan with a stuffed byte and a restart, and a camera's words."""
    more = [
        (0xE1, b"Exif\0\0" + camera(turned)), (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE),
        (0xE2, b"MPF\0" + PLACE), (0xED, PLACE), (0xFE, PLACE),
    ] if said else []  # fmt: skip
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    parts = [
        (0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        *more,
        (0xDB, bytes(65)),
        (0xC0, frame),
        (0xC4, bytes(20)),
    ]
    body = b"".join(struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data for marker, data in parts)
    scan = b"\xff\xda\0\x08\x01\x01\0\0\x3f\0" + b"\x12\xff\0\x34\xff\xd0\x56"
    return b"\xff\xd8" + body + scan + b"\xff\xd9" + (PLACE if said else b"")


def webp(*, said=True):
    """A WebP with one image chunk, and a camera's words where `said`."""
    parts = [
        (b"VP8X", bytes([0x1C if said else 0x10]) + b"\0\0\0" + b"\x01\0\0\x01\0\0"),
        (b"VP8L", b"\x2f\x01\x40\0\0abc"),
    ]
    parts += [(b"EXIF", camera()), (b"XMP ", PLACE + b"!"), (b"ICCP", PLACE)] if said else []
    body = b"WEBP" + b"".join(
        kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for kind, data in parts
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body + (PLACE if said else b"")


def camera(turned=1):
    """What a camera says: which way up, and a place."""
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0) + struct.pack(">HHII", 0x8825, 4, 1, 38)
    return b"MM\0*" + struct.pack(">IH", 8, 2) + entries + bytes(4) + b"GPS " + PLACE


def _chunk(part):
    kind, data = part
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
