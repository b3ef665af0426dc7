"""New codes for people: letters, a number that was never used, and a check letter that shows a slip of the pen."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from jornal.units.identifiers import with_check

STAFF = "S"
"""Codes of staff begin with this letter alone; those of workers with the two to four letters of their site."""


def new_codes(letters: str, taken: Iterable[str]) -> Iterator[str]:
    """Codes that go on after the highest number of those taken: QC001, QC002 …, each with its check letter."""
    shape = re.compile(rf"{letters}([0-9]{{1,6}})[A-Z]?")
    numbers = [int(found[1]) for found in map(shape.fullmatch, taken) if found]
    return (with_check(f"{letters}{number:03d}") for number in count(max(numbers, default=0) + 1))
