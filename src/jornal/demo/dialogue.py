"""What the sweater workshop of the demo and headquarters say to each other: threads, a photo, a meeting, promises."""

import struct
import zlib
from datetime import date
from functools import cache
from typing import Any

from jornal.actions import filed
from jornal.demo.stage import Stage

Row = dict[str, Any]
AT = "qori/cusco"
HEADQUARTERS, SITE, TRAINER = "hq_operations", "site_manager", "trainer"
PHOTO = "photo"
"""In place of a digest: the picture that is kept that day."""

SAID: dict[date, list[tuple[str, str, Row]]] = {
    date(2026, 9, 10): [
        (
            "begin-design",
            TRAINER,
            {"design": "terrace-cape", "label": "Terrace cape", "brief": "a cape in two greys"},
        ),
    ],
    date(2026, 9, 11): [
        (
            "put-question",
            SITE,
            {
                "says": "The cape is knitted in ash and in stone. Which of the two greys shall the sample have?",
                "about": "design",
                "which": "terrace-cape",
                "due_on": "2026-09-18",
            },
        ),
        (
            "attach-photo",
            SITE,
            {"question": "q-s1", "people": "none", "says": "ash and stone", "file_digest": PHOTO},
        ),
    ],
    date(2026, 9, 16): [
        ("see-question", HEADQUARTERS, {"question": "q-s1"}),
        ("reply-to-question", HEADQUARTERS, {"question": "q-s1", "says": "Stone, with the edge in ash."}),
    ],
    date(2026, 9, 17): [
        ("close-question", SITE, {"question": "q-s1", "note": "The sample is begun in stone."})
    ],
    date(2026, 9, 24): [
        (
            "put-question",
            HEADQUARTERS,
            {
                "says": "Would the team rather have the long break at eleven or at noon?",
                "put_to": "team",
                "due_on": "2026-10-02",
            },
        ),
    ],
    date(2026, 9, 29): [
        (
            "reply-to-question",
            SITE,
            {"question": "q-h1", "says": "At noon: eight for noon, three for eleven.", "heard": 11},
        ),
        (
            "look-at-promise",
            HEADQUARTERS,
            {"promise": "p-h2", "outcome": "kept", "note": "Two samples are taken."},
        ),
    ],
    date(2026, 10, 1): [("close-question", HEADQUARTERS, {"question": "q-h1"})],
    date(2026, 10, 13): [
        (
            "look-at-promise",
            HEADQUARTERS,
            {"promise": "p-h1", "outcome": "not_kept", "note": "They wait at customs."},
        ),
    ],
    date(2026, 10, 20): [
        (
            "hold-meeting",
            SITE,
            {
                "present": 11,
                "said": "The lamps are missed most in the afternoon; the last wool sheds.",
                "decided": "Fine work is done before noon until the lamps are here.",
                "promises": "2026-11-20: a list of the needles that are worn",
            },
        ),
    ],
    date(2026, 10, 23): [
        (
            "answer-meeting",
            HEADQUARTERS,
            {"held_on": "2026-10-20", "says": "Agreed. The spinner is told about the wool."},
        ),
    ],
    date(2026, 11, 9): [
        (
            "put-question",
            HEADQUARTERS,
            {
                "says": "How many capes can be begun before the holidays?",
                "about": "design",
                "which": "terrace-cape",
                "due_on": "2026-11-12",
            },
        ),
    ],
    date(2026, 11, 11): [
        (
            "put-question",
            SITE,
            {"says": "May worn needles be sent with the next delivery?", "due_on": "2026-11-18"},
        ),
    ],
}
"""By day: what is recorded, in which role, and the row."""


def said(stage: Stage, at: str) -> None:
    """What is said at a site that day, recorded by its verbs; nothing at any other than the sweater workshop."""
    if at != AT:
        return
    site = at.partition("/")[2]
    for verb, role, row in SAID.get(stage.day, ()):
        if row.get("file_digest") == PHOTO:
            row = {**row, "file_digest": filed.keep(stage.home, swatches()).digest}  # noqa: PLW2901
        stage.do(verb, role, site, [row])


@cache
def swatches() -> bytes:
    """A picture of two greys side by side in garter stitch, as PNG."""
    width, height = 160, 90
    rows = []
    for line in range(height):
        ridge = 14 if line // 3 % 2 else 0
        left, right = bytes([168 - ridge]) * (width // 2), bytes([118 - ridge]) * (width // 2)
        rows.append(b"\0" + left + right)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    whole = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(whole)
