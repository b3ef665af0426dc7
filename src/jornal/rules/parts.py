"""Products made of other products: how many of each go into one, and the ring in which one would be part of itself."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

One = TypeVar("One", bound=Hashable)


def ring(parts: Mapping[str, Iterable[str]], of: str) -> list[str]:
    """The products from one back to itself, part by part, both ends included; empty where it is no part of itself.

    `parts` has the parts of each product that has any. The first ring that is found is given, not the shortest.
    """
    path, seen = [of], {of}
    waiting = [iter(parts.get(of, ()))]
    while waiting:
        part = next(waiting[-1], None)
        if part is None:
            waiting.pop()
            path.pop()
        elif part == of:
            return [*path, of]
        elif part not in seen:
            seen.add(part)
            path.append(part)
            waiting.append(iter(parts.get(part, ())))
    return []


def ring_from(recipes: Iterable[tuple[str, date, Iterable[str]]], of: str, since: date) -> list[str]:
    """The first ring through a product on a day or later, by the recipes that hold then; empty where there is none.

    `recipes` are product, first day and parts; of each product the last one holds that began by a day.
    """
    rows = sorted(
        ((product, begins, list(parts)) for product, begins, parts in recipes), key=lambda row: row[1]
    )
    for day in sorted({since} | {begins for _, begins, _ in rows if begins > since}):
        if found := ring({product: parts for product, begins, parts in rows if begins <= day}, of):
            return found
    return []


def exploded(of: One, parts: Callable[[One], Iterable[tuple[One, int]]]) -> dict[One, int]:
    """How many of each part go into one piece, the parts of its parts too; a ring is gone round once.

    `parts` gives those that go into a piece directly.
    """
    into = _below(of, parts)
    pieces = dict.fromkeys(into, 0) | {of: 1}
    for one in reversed(into):  # whatever a part goes into comes before it, so that it is whole by then
        for part, count in into[one]:
            pieces[part] += pieces[one] * count
    pieces[of] -= 1
    return {part: count for part, count in pieces.items() if count}


def _below(of: One, parts: Callable[[One], Iterable[tuple[One, int]]]) -> dict[One, list[tuple[One, int]]]:
    """The direct parts of a product and of everything in it, each after those that go into it."""
    opened: dict[One, list[tuple[One, int]]] = {}
    found: dict[One, list[tuple[One, int]]] = {}
    waiting = [of]
    while waiting:
        one = waiting[-1]
        if one not in opened:
            opened[one] = list(parts(one))
            waiting += [part for part, _ in opened[one] if part not in opened]
            continue
        waiting.pop()
        found.setdefault(one, opened[one])
    return found
