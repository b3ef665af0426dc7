"""What may be told of a month: sums of five people or more, bands for how many, and medians beside their floors."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    rejected: Counter[str]

    @property
    def small(self) -> bool:
        """Whether fewer than five people were there, so that no figure of people is told."""
        return len(self.there) < LEAST_PEOPLE


@dataclass(frozen=True)
class Figures:
    """A month of one site or of several together, as it may be told. None is what is not told.

    `people` leaves out small sites. Sums (minutes, money) are of `told` people. Money is by currency in minor units;
    bands say between which numbers a count lies. `absent` and `made` name what concerns at least five people.
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
        minutes=sum(one.marked.minutes[who] for one, of in told for who in of) or None,
        planned=sum(one.planned[who] for one, of in told for who in of) or None,
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
    """A sum of pay by currency, where nobody has a part in it or at least five people do."""
    whole: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for slip in slips:
        amount = getattr(slip, name)
        whole[slip.currency] += amount
        people[slip.currency] += amount != 0
    return {currency: sum_ for currency, sum_ in whole.items() if not 0 < people[currency] < LEAST_PEOPLE}


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
    return _most_first({what: pooled(some) for what, some in parts.items()})


def _made(told: Sequence[tuple[OfSite, People]]) -> dict[str, tuple[int, int]]:
    """Good pieces and those to be done again by operation, of the operations that at least five people do."""
    good: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    again: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for one, of in told:
        for operation, by_worker in one.counted.items():
            hers = [count for who, count in by_worker.items() if who in of]
            good[operation].append((len(hers), sum(count for count, _ in hers)))
            again[operation].append((len(hers), sum(count for _, count in hers)))
    found = _most_first({name: pooled(some) for name, some in good.items()})
    return {name: (count, pooled(again[name]) or 0) for name, count in found.items()}


def _rejected(told: Sequence[tuple[OfSite, People]]) -> tuple[int, int] | None:
    """Pieces rejected and all that were made, where at least five people made them."""
    bad, made = [], []
    for one, of in told:
        hers = Counter[str]()
        for by_worker in one.counted.values():
            hers.update({who: sum(count) for who, count in by_worker.items() if who in of})
        bad.append((len(hers), sum(one.rejected[who] for who in hers)))
        made.append((len(hers), sum(hers.values())))
    whole = pooled(made)
    return None if whole is None else (pooled(bad) or 0, whole)


def _most_first(sums: Mapping[str, int | None]) -> dict[str, int]:
    known = [(name, one) for name, one in sums.items() if one is not None]
    return dict(sorted(known, key=lambda pair: (-pair[1], pair[0])))
