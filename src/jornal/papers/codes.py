"""Codes that a telephone reads, as a path to draw."""

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4
"""Empty modules that a reader needs around a code."""
MASK = 2  # one of eight, any of which can be read; trying all takes eight times as long


@lru_cache(maxsize=4096)
def square(text: str) -> tuple[int, str]:
    """How many modules a QR code is wide with its quiet zone, and the path of its dark ones in units of a module.

    A scratch or fold over a seventh of it does no harm (level M).
    """
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, mask_pattern=MASK, border=0)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return len(rows) + 2 * QUIET, "".join(_runs(rows))


def _runs(rows: list[list[bool]]) -> list[str]:
    """Each run of dark modules of a row as one bar."""
    found = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            wide = 0
            while x + wide < len(row) and row[x + wide]:
                wide += 1
            if wide:
                found.append(f"M{x + QUIET} {y + QUIET}h{wide}v1h-{wide}z")
            x += wide or 1
    return found


def svg(text: str) -> str:
    """The code as a picture, dark on white."""
    size, path = square(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )
