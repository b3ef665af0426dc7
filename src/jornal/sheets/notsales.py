"""Other exports of shops, tills and payment services, known by their headers: what they are, and which one to make."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jornal.terms.faults import TermsFaults
from jornal.terms.files import shown as named
from jornal.terms.files import table
from jornal.terms.parse import shaped
from jornal.terms.shapes import Shape
from jornal.units.letters import fold

FILE = Path(__file__).with_name("notsales.toml")


@dataclass(frozen=True, kw_only=True)
class Other(Shape):
    """An export that is none of sales, by headers it has ("A|B" is either), and the path to the one that is."""

    title: str
    headers: tuple[str, ...]
    instead: str


@dataclass(frozen=True, kw_only=True)
class Others(Shape):
    """All that are known."""

    other: tuple[Other, ...]


@cache
def known() -> tuple[Other, ...]:
    """The other exports, in the order in which they are tried. Raises `TermsFaults` where the file is wrong."""
    found, faults = shaped(Others, table(FILE), lambda _place: named(FILE))
    if found is None:
        raise TermsFaults(faults)
    return found.other


def recognised(headers: Sequence[str]) -> Other | None:
    """The first other export whose headers these are, or None."""
    there = {fold(header) for header in headers if header}
    return next(
        (
            one
            for one in known()
            if all(any(fold(name) in there for name in part.split("|")) for part in one.headers)
        ),
        None,
    )
