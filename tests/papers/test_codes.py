"""Codes that a telephone reads."""

import re

import pytest

from jornal.papers.codes import QUIET, square, svg
from pictured import codes

PIXELS = 4


def drawn(text: str, spoiled: int = 0) -> tuple[bytes, int, int]:
    """A code as a telephone sees it, so many modules of it painted over in the middle."""
    size, path = square(text)
    wide = size * PIXELS
    rows = [bytearray(b"\xff" * wide) for _ in range(wide)]
    for x, y, long in re.findall(r"M(\d+) (\d+)h(\d+)v1", path):
        for line in range(int(y) * PIXELS, int(y) * PIXELS + PIXELS):
            rows[line][int(x) * PIXELS : (int(x) + int(long)) * PIXELS] = bytes(int(long) * PIXELS)
    half = wide // 2
    for line in range(half, half + spoiled * PIXELS):
        rows[line][half : half + spoiled * PIXELS] = b"\xff" * (spoiled * PIXELS)
    return b"".join(rows), wide, wide


@pytest.mark.parametrize(
    "text",
    [
        "https://id.example/01/02900001000013/10/LQC001E",
        "HTTPS://ID.EXAMPLE/01/02900001000013/10/LQC001E/21/417",
        "a",
    ],
)
def test_a_code_is_read_back(text: str):
    assert codes(*drawn(text)) == [text]


def test_a_code_with_a_hole_is_still_read():
    text = "https://id.qori.example/01/02900001000013/10/LQC001E/21/417"
    assert codes(*drawn(text, spoiled=6)) == [text]


def test_a_code_has_its_quiet_zone_and_is_a_picture_by_itself():
    size, path = square("https://id.example/")
    xs = [int(x) for x in re.findall(r"M(\d+) ", path)]
    assert (min(xs), svg("https://id.example/").count(f'viewBox="0 0 {size} {size}"')) == (QUIET, 1)
