"""Which wages others pay for: no wage more than once, and no sum from which fewer than five people's can be told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from jornal.rules.year import LEAST_PEOPLE, WHOLE


class Wage(NamedTuple):
    """What one person earned in a month at a site, gross, in minor units.

    `workshop` is the one she was in whenever she was there in the month, "" where it was more than one or none.
    """

    site: str
    month: str
    worker: str
    workshop: str
    gross: int


class WageLine(NamedTuple):
    """A line that pays a share of wages: `places` are sites or "site/workshop", `most` what it pays in all.

    Months from `first` to `last`, both within it; minor units of the line's currency.
    """

    source: tuple[str, str, int]
    places: tuple[str, ...]
    first: str
    last: str
    of_10000: int
    most: int


class Paid(NamedTuple):
    """What a line pays of the wages of a month at a site: of how many people, of what sum; minor units."""

    source: tuple[str, str, int]
    site: str
    month: str
    people: int
    wages: int
    amount: int


class Untold(NamedTuple):
    """A month of a line at a site that is not paid from it, because the sum would be of fewer than five people."""

    source: tuple[str, str, int]
    site: str
    month: str


def covered(places: Iterable[str], site: str, workshop: str) -> bool:
    """Whether the wage of somebody in a workshop of a site is one of those that are named."""
    return any(place in (site, f"{site}/{workshop}" if workshop else site) for place in places)


def shares(lines: Sequence[WageLine], wages: Iterable[Wage]) -> tuple[list[Paid], list[Untold]]:
    """What each line pays, month after month, and what it does not because too few people stand behind it.

    Lines come in the order given: a wage is paid up to the whole of it, and what is left of it is paid by the next. In
    every month of a site those whom the same lines pay for are at least five people or none, and so are those for whom
    no line pays: no sum of a report, nor what is left between two of them, is of fewer.
    """
    left = {line.source: line.most for line in lines}
    paid: list[Paid] = []
    untold: list[Untold] = []
    for (month, site), crew in sorted(_crews(wages).items()):
        wanted = [(line, _group(line, crew)) for line in lines if line.first <= month <= line.last]
        used = dict.fromkeys(crew, 0)
        told: list[frozenset[str]] = []
        for line, group in wanted:
            part = min(line.of_10000, WHOLE - max((used[worker] for worker in group), default=0))
            if not group or not part or not left[line.source]:
                continue
            if not _safe([*told, group], crew):
                untold.append(Untold(line.source, site, month))
                continue
            told.append(group)
            for worker in group:
                used[worker] += part
            whole = sum(crew[worker].gross for worker in group)
            amount = min(whole * part // WHOLE, left[line.source])
            left[line.source] -= amount
            if amount:
                paid.append(Paid(line.source, site, month, len(group), whole, amount))
    return paid, untold


def _crews(wages: Iterable[Wage]) -> dict[tuple[str, str], dict[str, Wage]]:
    """Who earned what at each site in each month; several runs of a month are one wage."""
    crews: dict[tuple[str, str], dict[str, Wage]] = {}
    for one in wages:
        crew = crews.setdefault((one.month, one.site), {})
        before = crew.get(one.worker)
        crew[one.worker] = one if before is None else before._replace(gross=before.gross + one.gross)
    return crews


def _group(line: WageLine, crew: Mapping[str, Wage]) -> frozenset[str]:
    return frozenset(who for who, one in crew.items() if covered(line.places, one.site, one.workshop))


def _safe(groups: Sequence[frozenset[str]], crew: Collection[str]) -> bool:
    """Whether everybody stands among five or more who are in exactly the same of these groups."""
    alike: dict[tuple[bool, ...], int] = {}
    for worker in crew:
        which = tuple(worker in group for group in groups)
        alike[which] = alike.get(which, 0) + 1
    return all(number >= LEAST_PEOPLE for number in alike.values())


def over_the_whole(lines: Sequence[WageLine]) -> tuple[str, str, int] | None:
    """The first place and month of which lines would pay more than the whole, and how much; None where none does."""
    places = sorted({place for line in lines for place in line.places})
    for place in places:
        site, _, workshop = place.partition("/")
        over = [line for line in lines if covered(line.places, site, workshop)]
        for month in sorted({line.first for line in over}):
            part = sum(line.of_10000 for line in over if line.first <= month <= line.last)
            if part > WHOLE:
                return place, month, part
    return None
