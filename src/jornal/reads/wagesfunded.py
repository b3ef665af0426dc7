"""Wages of issued months that a grant or a budget pays for: what was taken from it, and what too few stand behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jornal.facts.funding import WagesFunded
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.people import Enrolled, Left
from jornal.journal.fact import Cursor
from jornal.reads.pay import AT_ONCE, as_of
from jornal.rules.wagesfunded import Paid, Untold, Wage, WageLine, shares
from jornal.units.periods import Period, month

ONE_DAY = timedelta(days=1)
WAGES = "wages"
"""Under which head wages stand in a budget and among what a grant is restricted to."""


@dataclass(frozen=True)
class WagesPaid:
    """What a grant or a budget paid of a month's wages at a site, in minor units of `currency`; of five people or more.

    `wages` are those of the month, `amount` what of them it paid; `day` is the last of the month.
    """

    paid_from: str
    source: str
    currency: str
    line: int
    day: date
    site: str
    month: str
    places: tuple[str, ...]
    of_10000: int
    people: int
    wages: int
    amount: int
    head: str = WAGES

    @property
    def named(self) -> str:
        """How a line of the statement calls what it rests on."""
        return f"wages {self.site} {self.month}"


@dataclass(frozen=True)
class Funded:
    """The lines for wages until a day, what they paid, and the months of which nothing is told."""

    lines: tuple[WagesFunded, ...] = ()
    paid: tuple[WagesPaid, ...] = ()
    untold: tuple[Untold, ...] = ()


def line_of(fact: WagesFunded) -> WageLine:
    """A line as the rule takes it."""
    key = (fact.of, fact.source, fact.line)
    return WageLine(
        key, tuple(fact.places), f"{fact.since:%Y-%m}", f"{fact.until:%Y-%m}", fact.of_10000, fact.amount
    )


def funded(end: date, currencies: dict[tuple[str, str], str], upto: Cursor | None = None) -> Funded:
    """What was paid of wages of months that are over before a day; as many queries for many people as for few.

    `currencies` are those of the grants and budgets there are, by kind and name; a line of another pays nothing.
    """
    facts = [
        one
        for one in WagesFunded.objects.current(upto).filter(since__lt=end).order_by("since", "source", "line")
        if (one.of, one.source) in currencies
    ]
    if not facts:
        return Funded()
    lines = [line_of(one) for one in facts]
    paid, untold = shares(lines, _wages(lines, end, upto))
    of = {line_of(one).source: one for one in facts}
    return Funded(tuple(facts), tuple(_told(one, of[one.source], currencies) for one in paid), tuple(untold))


def _told(one: Paid, fact: WagesFunded, currencies: dict[tuple[str, str], str]) -> WagesPaid:
    return WagesPaid(
        fact.of, fact.source, currencies[fact.of, fact.source], fact.line, month(one.month).end - ONE_DAY, one.site,
        one.month, tuple(fact.places), fact.of_10000, one.people, one.wages, one.amount,
    )  # fmt: skip


def _wages(lines: Sequence[WageLine], end: date, upto: Cursor | None) -> Iterable[Wage]:
    """The wages of issued runs of the sites and months that are named."""
    sites = {place.partition("/")[0] for line in lines for place in line.places}
    first, last = min(line.first for line in lines), max(line.last for line in lines)
    until = f"{end:%Y-%m}"
    runs = {
        root: (site, of)
        for root, site, of in as_of(Run, upto)
        .filter(site__in=sites, month__gte=first, month__lte=last, month__lt=until)
        .values_list("root", "site", "month")
    }
    whole = set(as_of(RunIssued, upto).filter(run__in=list(runs)).values_list("run", flat=True))
    rooms = _rooms(sites, upto)
    slips = as_of(Slip, upto).filter(run__in=list(whole)).exclude(status__in=("none", "idle"))
    for run, worker, gross in slips.values_list("run", "worker", "gross").iterator(AT_ONCE):
        site, of = runs[run]
        stays = rooms.get((site, worker), ())
        there = {room for since, left, room in stays if since < month(of).end and left >= month(of).start}
        yield Wage(site, of, worker, there.pop() if len(there) == 1 else "", gross)


def _rooms(sites: set[str], upto: Cursor | None) -> dict[tuple[str, str], list[tuple[date, date, str]]]:
    """In which workshop each worker of some sites was, from a day to a day."""
    left = dict(Left.objects.current(upto).filter(site__in=sites).values_list("enrolled", "day"))
    found: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    rows = Enrolled.objects.current(upto).filter(site__in=sites)
    for root, site, worker, since, room in rows.values_list("root", "site", "worker", "since", "workshop"):
        found.setdefault((site, worker), []).append((since, left.get(root, date.max), room))
    return found


def within(found: Funded, period: Period) -> list[WagesPaid]:
    """What was paid of the wages of a period."""
    return [one for one in found.paid if one.day in period]
