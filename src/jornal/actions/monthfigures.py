"""What may be told of a month: sums of five people or more, bands for how many, and medians beside their floors."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median_low

from jornal.facts.organisation import Site
from jornal.reads.monthly import Marked, Paid
from jornal.rules.published import COMPARED, LEAST_PEOPLE, Hourly, Worked, hourly
from jornal.rules.subtracted import People, band, pooled

Band = tuple[int, int] | None


@dataclass
class OfSite:
    """A month of a site as it stands in the books; `of` is of whom sums are told, None where none are."""

    site: Site
    there: list[str]
    of: People | None
    tenure: list[int]
    marked: Marked
    planned: Counter[str]
    issued: bool
    slips: list[Paid]
    late: set[str]
    counted: Mapping[str, Mapping[str, tuple[int, int]]]
    rejected: Mapping[str, Mapping[str, int]]

    @property
    def small(self) -> bool:
        """Whether fewer than five people were there, so that no figure of people is told."""
        return len(self.there) < LEAST_PEOPLE


@dataclass(frozen=True)
class Figures:
    """A month of one site or of several together, as it may be told. None is what is not told.

    `people` leaves out small sites. Sums (minutes, money) are of `told` people. Money is by currency in minor units;
    bands say between which numbers a count lies. `absent` and `made` name what concerns at least five people, and
    `rejected` is of the pieces in `made` alone.
    """

    people: int
    told: int
    tenure: int | None
    minutes: int | None
    planned: int | None
    statements: int
    gross: dict[str, int] = field(default_factory=dict)
    deductions: dict[str, int] = field(default_factory=dict)
    top_ups: dict[str, int] = field(default_factory=dict)
    topped: Band = None
    deducted: Band = None
    late: Band = None
    hour: Hourly | None = None
    absent: dict[str, int] = field(default_factory=dict)
    made: dict[str, tuple[int, int]] = field(default_factory=dict)
    rejected: tuple[int, int] | None = None


def figures(sites: Iterable[OfSite]) -> Figures:
    """What may be told of some sites together."""
    large = [one for one in sites if not one.small]
    told = [(one, one.of) for one in large if one.of is not None]
    people = sum(len(of) for _, of in told)
    found = Figures(
        people=sum(len(one.there) for one in large), told=people,
        tenure=median_low([days for one in large for days in one.tenure]) if large else None,
        minutes=_hours(told, lambda one: one.marked.minutes), planned=_hours(told, lambda one: one.planned),
        statements=sum(len(one.slips) for one in large),
        absent=_absent(told), made=_made(told), rejected=_rejected(told),
    )  # fmt: skip
    return _with_pay(found, large, [(one, of) for one, of in told if one.issued])


def _with_pay(found: Figures, large: Sequence[OfSite], told: Sequence[tuple[OfSite, People]]) -> Figures:
    """The same with what was paid in the months that are issued."""
    slips = [slip for one, of in told for slip in one.slips if slip.worker in of]
    people = sum(len(of) for _, of in told)
    return replace(
        found,
        gross=sums(slips, "gross"), deductions=sums(slips, "deductions"), top_ups=sums(slips, "top_up"),
        topped=band(sum(slip.top_up > 0 for slip in slips), people),
        deducted=band(sum(slip.deductions > 0 for slip in slips), people),
        late=band(sum(len(one.late & of) for one, of in told), people),
        hour=_hour(large[0].slips) if len(large) == 1 else None,
    )  # fmt: skip


def sums(slips: Iterable[Paid], name: str) -> dict[str, int]:
    """A sum of pay by currency, where nobody has a part in it or at least five people do.

    A site where it concerns fewer counts only with others that make five, or it would show where the rest is taken off.
    """
    parts: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for slip in slips:
        parts[slip.currency][slip.site] += [amount] if (amount := getattr(slip, name)) else []
    told = {
        currency: pooled((len(some), sum(some)) for some in by_site.values()) if any(by_site.values()) else 0
        for currency, by_site in parts.items()
    }
    return {currency: amount for currency, amount in told.items() if amount is not None}


def _hours(told: Sequence[tuple[OfSite, People]], of_site: Callable[[OfSite], Counter[str]]) -> int | None:
    """Minutes of the sites where at least five people worked or nobody did; fewer count only where they make five."""
    parts = []
    for one, of in told:
        worked = sum(one.marked.minutes[who] > 0 for who in of)
        parts.append((worked or len(of), sum(of_site(one)[who] for who in of)))
    return pooled(parts) or None


def _hour(slips: Sequence[Paid]) -> Hourly | None:
    """What an hour came to, as it is published on a passport; None for fewer than five people with hours."""
    rows = [one for one in slips if one.comparison]
    worked = (
        Worked(
            one.comparison["minutes"],
            one.comparison["base"]
            + one.top_up,  # what was added to reach the floor is paid for these hours too
            {name: one.comparison.get(name) for name in COMPARED},
        )
        for one in rows
    )
    return hourly(worked, rows[0].days) if rows else None


def _absent(told: Sequence[tuple[OfSite, People]]) -> dict[str, int]:
    """Days by kind of absence, the most first, of the kinds that at least five people had."""
    parts: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for one, of in told:
        for what, by_worker in one.marked.absent.items():
            hers = [number for who, number in by_worker.items() if who in of]
            parts[what].append((len(hers), sum(hers)))
    found = {what: pooled(some) for what, some in parts.items()}
    return _most_first({what: days for what, days in found.items() if days is not None})


def _made(told: Sequence[tuple[OfSite, People]]) -> dict[str, tuple[int, int]]:
    """Good pieces and those to be done again by operation, of the operations that at least five people do."""
    good, again = _operations(told, lambda count, _: count[0]), _operations(told, lambda count, _: count[1])
    return {name: (count, again[name]) for name, count in _most_first(good).items()}


def _rejected(told: Sequence[tuple[OfSite, People]]) -> tuple[int, int] | None:
    """Pieces rejected and all that were made, of those operations; the others' would be told by what is left over."""
    made = _operations(told, lambda count, _: sum(count))
    bad = _operations(told, lambda _, rejects: rejects)
    return (sum(bad.values()), sum(made.values())) if made else None


def _operations(
    told: Sequence[tuple[OfSite, People]], value: Callable[[tuple[int, int], int], int]
) -> dict[str, int]:
    """A sum by operation of what each worker counted and had rejected, of those that at least five people do."""
    parts: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for one, of in told:
        for name, by_worker in one.counted.items():
            bad = one.rejected.get(name, {})
            hers = [value(count, bad.get(who, 0)) for who, count in by_worker.items() if who in of]
            parts[name].append((len(hers), sum(hers)))
    found = {name: pooled(some) for name, some in parts.items()}
    return {name: amount for name, amount in found.items() if amount is not None}


def _most_first(sums: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))
