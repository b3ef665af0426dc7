"""What is paid with an order and is no price of goods: tips, and money put on gift cards."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jornal.sheets.sold import Line
from jornal.sheets.sources import Source
from jornal.units.letters import fold

_NEXT = re.compile(r";(?=\s*(?:id|name|title):)")


class Beside(NamedTuple):
    """A tip and money put on gift cards, in minor units; `over` is what of the tip the order's total does not hold."""

    tip: int = 0
    cards: int = 0
    over: int = 0

    @property
    def inside(self) -> int:
        """What of both the order's total holds."""
        return self.tip + self.cards - self.over


def goods_of(lines: Sequence[Line], source: Source) -> tuple[list[Line], Beside]:
    """The lines that are goods, and what was given in lines of its own as a tip or put on a gift card."""
    tips, cards = ({fold(name) for name in names} for names in (source.tip_names, source.gift_card_names))
    goods, tip, card = list[Line](), 0, 0
    for line in lines:
        if fold(line.known_by) in tips or fold(line.name) in tips:
            tip += line.gross - line.discount
        elif fold(line.name.partition(" - ")[0]) in cards:
            card += line.gross - line.discount
        else:
            goods.append(line)
    return goods, Beside(tip, card)


def ways(of_lines: Beside, tip: int, cards: int) -> Iterator[Beside]:
    """Each way in which a tip's column stands to an order, the likeliest first.

    The total holds it; it says again what stands as a line; or the total was made without it.
    """
    together = of_lines.cards + cards
    yield Beside(of_lines.tip + tip, together)
    if tip and of_lines.tip == tip:
        yield Beside(tip, together)
    elif tip:
        yield Beside(of_lines.tip + tip, together, over=tip)


def tips_in(packed: str, names: Sequence[str]) -> list[str]:
    """The amounts of tips among fees that are packed into one cell: "id:4|title:Tip|total:5.00; …"."""
    known, found = {fold(name) for name in names}, list[str]()
    for one in _NEXT.split(packed):
        said = {
            key.strip(): value.strip() for key, _, value in (part.partition(":") for part in one.split("|"))
        }
        if fold(said.get("title") or said.get("name", "")) in known and said.get("total"):
            found.append(said["total"])
    return found


def without(lines: Sequence[Line], tip: int) -> list[Line]:
    """The lines of a payment whose amount holds its tip, with the tip taken off the one that can bear it."""
    at = max(range(len(lines)), key=lambda place: lines[place].gross, default=-1)
    return [
        line._replace(gross=line.gross - tip) if place == at else line for place, line in enumerate(lines)
    ]
