"""A stitch mark as a picture: nine by nine stitches in two threads, small in a list and large where it is chosen."""

from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from jornal.units.stitches import SIZE, pattern

STEP = 20
"""Units of the picture from one stitch to the next."""
SMALL = "h16v16h-16z"
CROSS = "l4-4 5 5 5-5 4 4-5 5 5 5-4 4-5-5-5 5-4-4 5-5z"
"""One stitch from its beginning: a square where it is small, a cross where there is room."""


def drawn(number: int, title: str, *, large: bool = False) -> SafeString:
    """The picture of a mark with its title, which is all that a reader of the screen hears."""
    first, second = _threads(number, large=large)
    style = "stitch large" if large else "stitch"
    return SafeString(  # figures of this module alone, and a title that is escaped
        f'<svg class="{style}" viewBox="0 0 180 180" role="img"><title>{escape(title)}</title>'
        f'<path class="a" d="{first}"/><path class="b" d="{second}"/></svg>'
    )


@lru_cache(maxsize=20_000)
def _threads(number: int, *, large: bool) -> tuple[SafeString, SafeString]:
    """The paths of both threads."""
    x, y, shape = (1, 5, CROSS) if large else (2, 2, SMALL)
    rows = pattern(number)
    paths = [
        "".join(
            f"M{STEP * column + x} {STEP * row + y}{shape}"
            for row in range(SIZE)
            for column in range(SIZE)
            if rows[row][column] == thread
        )
        for thread in "ab"
    ]
    return mark_safe(paths[0]), mark_safe(paths[1])  # noqa: S308 - figures of this module alone
