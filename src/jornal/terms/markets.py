"""Where goods made in prison may go: dated rules by place, each with its law and source; unknown places have none."""

import re
from dataclasses import dataclass
from typing import Literal

from jornal.terms.shapes import Dated, Shape
from jornal.units.letters import fold
from jornal.units.said import Said

Decision = Literal["clear", "counsel", "refuse"]
Way = Literal["destination", "transit"]
Goods = Literal["imported", "made_there", "any"]
CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


class NoSuchPlace(Said):
    """What somebody typed that is neither a code nor a name of a place."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "{text} is no place that is known here. Write the two capital letters of its country, such as DK.",
            text=repr(text[:40]),
        )


@dataclass(frozen=True, kw_only=True)
class Market(Dated):
    """What the law of a place says of goods made in prison: of those brought in, those made there, or any."""

    id: str
    where: str
    decision: Decision
    law: str
    goods: Goods = "imported"
    ways: tuple[Way, ...] = ("destination", "transit")
    unless_open: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Territory(Shape):
    """A place by its code: what it is called, and the larger places whose law reaches it."""

    id: str
    label: str
    also: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Markets(Shape):
    """Every place and every rule of the files, in their order."""

    place: tuple[Territory, ...] = ()
    market: tuple[Market, ...] = ()

    def code(self, text: str) -> str:
        """The code of a place that was typed as a code or by a name; of "Miami, FL" any part that is a name.

        Raises NoSuchPlace.
        """
        parts = [part.strip() for part in reversed(text.split(","))]
        for said in dict.fromkeys([text.strip(), *parts]):
            for one in self.place:
                if fold(said) in {fold(name) for name in (one.id, one.label, *one.also)}:
                    return one.id
        if CODE.fullmatch(parts[0].upper()):
            return parts[0].upper()
        raise NoSuchPlace(text)

    def reach(self, place: str) -> tuple[str, ...]:
        """The places whose law reaches a place: itself, its country, and what those are within."""
        found = list(dict.fromkeys([place, place.partition("-")[0]]))
        for one in found:  # it grows while it is read
            within = [row.within for row in self.place if row.id == one]
            larger = [row.id for row in self.place if one in row.members]
            found += [name for name in (*(w for some in within for w in some), *larger) if name not in found]
        return tuple(found)

    def label(self, place: str) -> str:
        """What a place is called; its code where it has no name here."""
        return next((one.label for one in self.place if one.id == place), place)
