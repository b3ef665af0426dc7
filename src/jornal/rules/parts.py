"""Products made of other products: the ring in which one would be part of itself."""

from collections.abc import Iterable, Mapping


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
