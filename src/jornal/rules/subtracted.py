"""Of whom a sum may be told month after month, so that no two sums subtracted tell of fewer than five people."""

from collections.abc import Iterable, Sequence

from jornal.rules.intervals import fives
from jornal.rules.published import LEAST_PEOPLE

People = frozenset[str]


def told_of(months: Sequence[Sequence[str]]) -> list[People | None]:
    """Of whom the sums of each month are told, the earliest month first; None where none are told.

    Each month names who was there, the longest there first. Between any two months that are told nobody comes or goes,
    or at least five do: newcomers wait until they are five, and where fewer than five left, so many of those who came
    last are left out with them that five are gone. Where that is not enough, nothing is told of the month.
    """
    found: list[People | None] = []
    last: People = frozenset()
    for there in months:
        people = _next(last, there)
        if len(people) >= LEAST_PEOPLE and all(apart(people, one) for one in found if one is not None):
            found.append(people)
            last = people
        else:
            found.append(None)
    return found


def apart(one: People, other: People) -> bool:
    """Whether two sums, each of these people, tell nothing of fewer than five when one is taken from the other."""
    return all(len(some) == 0 or len(some) >= LEAST_PEOPLE for some in (one - other, other - one))


def pooled(parts: Iterable[tuple[int, int]]) -> int | None:
    """The sum of parts, each of so many people, as far as none of fewer than five shows where the others are taken off.

    Parts of fewer than five count only where they are of five together; None where nothing can be told.
    """
    parts = [one for one in parts if one[0]]
    whole = [amount for people, amount in parts if people >= LEAST_PEOPLE]
    rest = [one for one in parts if one[0] < LEAST_PEOPLE]
    if sum(people for people, _ in rest) >= LEAST_PEOPLE:
        whole += [amount for _, amount in rest]
    return sum(whole) if whole else None


def band(count: int, people: int) -> tuple[int, int] | None:
    """Between which numbers it is told how many of some people something holds of; None of fewer than five."""
    of = people // LEAST_PEOPLE * LEAST_PEOPLE
    return fives(min(count, of), of) if of else None


def _next(last: People, there: Sequence[str]) -> People:
    stay = [one for one in there if one in last]
    new = [one for one in there if one not in last]
    gone = len(last) - len(stay)
    if 0 < gone < LEAST_PEOPLE:
        stay = stay[: max(0, len(stay) - (LEAST_PEOPLE - gone))]
    return frozenset(stay + (new if len(new) >= LEAST_PEOPLE else []))
