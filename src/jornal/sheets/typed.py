"""What is typed for one row of a day on the screen: what a cell of the grid says, and bare minutes."""

import re

from jornal.sheets import says
from jornal.sheets.figures import western
from jornal.sheets.grid import Time, said
from jornal.sheets.listed import Unreadable, shown
from jornal.sheets.reading import Reading

HOURS_OR_MINUTES = range(13, 25)
"""A bare number below these is hours, as in the grid; one above can only be minutes."""

_NUMBER_LAST = re.compile(r"[^\d]*\d+")


def typed(cell: str, reading: Reading, *, decimals: bool = False) -> Time | None:
    """What was typed, or None where it says that nothing was: "5", "5:30", "330", "8-13", a code, "5 T", "T 120".

    Raises Unreadable, also for a bare number that may be hours or minutes, such as 15.
    """
    cell = western(cell).strip()
    if cell.isdecimal() and int(cell[:9]) in HOURS_OR_MINUTES:
        raise Unreadable(says.HOURS_OR_MINUTES, ("text", shown(cell)))
    try:
        return said(cell, reading, decimals)
    except Unreadable as fault:
        if fault.key != says.OVER_A_DAY or not _NUMBER_LAST.fullmatch(cell):
            raise
    return said(f"{cell} min", reading, decimals)
