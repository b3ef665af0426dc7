"""Money from others and back, as tables of a period and of all before it; and the wages of issued runs beside it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

from jornal.facts.family import TransferFee
from jornal.facts.funding import (
    Advance,
    AdvanceReturned,
    Budget,
    BudgetHead,
    Cost,
    ExchangeRate,
    FundSpent,
    Grant,
    MoneyReceived,
    ProfitPromised,
    SetAside,
)
from jornal.facts.lots import MaterialLot
from jornal.facts.organisation import Site
from jornal.facts.pay import Payment, PaymentReturned, Run, RunIssued, Slip
from jornal.journal.fact import Cursor
from jornal.reads.pay import AT_ONCE, as_of
from jornal.reads.wagesfunded import Funded, funded
from jornal.rules.year import Rate, SiteWages
from jornal.units.periods import Period


@dataclass(frozen=True)
class Money:
    """Every fact of money until a day, by day; `lots` are those of material received in the period alone."""

    grants: list[Grant]
    budgets: list[Budget]
    heads: list[BudgetHead]
    received: list[MoneyReceived]
    costs: list[Cost]
    advances: list[Advance]
    returned: list[AdvanceReturned]
    promises: list[ProfitPromised]
    aside: list[SetAside]
    spent: list[FundSpent]
    fees: list[TransferFee]
    lots: list[MaterialLot]
    funded: Funded


@dataclass(frozen=True)
class Open:
    """An advance with what was bought with it, what came back, and what is open; below nought it is owed to the buyer.

    Minor units of its currency.
    """

    advance: Advance
    receipts: tuple[Cost, ...]
    returned: int

    @property
    def spent(self) -> int:
        """What the receipts come to."""
        return sum(one.amount for one in self.receipts)

    @property
    def left(self) -> int:
        """What is open."""
        left: int = self.advance.amount - self.spent - self.returned
        return left


def money(period: Period, upto: Cursor | None = None) -> Money:
    """Every fact of money until the end of a period; as many queries for many facts as for few."""

    def until(kind: Any, *order: str) -> list[Any]:
        return list(kind.objects.current(upto).filter(day__lt=period.end).order_by("day", *order))

    grants = list(Grant.objects.current(upto).filter(since__lt=period.end).order_by("since", "grant"))
    budgets = list(Budget.objects.current(upto).filter(since__lt=period.end).order_by("since", "budget"))
    known = {("grant", one.grant): one.currency for one in grants}
    known |= {("budget", one.budget): one.currency for one in budgets}
    return Money(
        grants=grants,
        budgets=budgets,
        heads=list(BudgetHead.objects.current(upto).order_by("budget", "head")),
        received=until(MoneyReceived, "received"),
        costs=until(Cost, "cost"),
        advances=until(Advance, "advance"),
        returned=until(AdvanceReturned, "advance", "number"),
        promises=list(ProfitPromised.objects.current(upto).filter(since__lt=period.end).order_by("since")),
        aside=until(SetAside, "year", "number"),
        spent=until(FundSpent, "spending"),
        fees=until(TransferFee, "site", "number"),
        lots=list(
            MaterialLot.objects.current(upto)
            .filter(received_on__gte=period.start, received_on__lt=period.end)
            .order_by("received_on", "code")
        ),
        funded=funded(period.end, known, upto),
    )


def advances(found: Money) -> list[Open]:
    """Every advance with what settles it, the earliest first."""
    return [
        Open(
            one,
            tuple(cost for cost in found.costs if (cost.paid_from, cost.source) == ("advance", one.advance)),
            sum(back.amount for back in found.returned if back.advance == one.advance),
        )
        for one in found.advances
    ]


def rates(until: date, upto: Cursor | None = None) -> list[Rate]:
    """The rates of exchange recorded for days until this one, by day."""
    rows = ExchangeRate.objects.current(upto).filter(day__lte=until).order_by("day", "base", "quote")
    return [Rate(one.base, one.quote, one.day, Fraction(one.rate), one.source) for one in rows]


def currencies(upto: Cursor | None = None) -> dict[str, str]:
    """The currency of each site."""
    return dict(Site.objects.current(upto).values_list("site", "currency"))


@dataclass(frozen=True)
class MonthWages:
    """What an issued run came to, in minor units: gross and in all (rounded in cash), and for whom.

    `top_up` is what topping up came to, `topped` who had it.
    """

    site: str
    month: str
    currency: str
    run: str
    root: UUID
    people: frozenset[str]
    gross: int
    total: int
    top_up: int
    topped: frozenset[str]


def wages(first: str, last: str, upto: Cursor | None = None) -> list[MonthWages]:
    """The issued runs of all sites from a month to a month, by site and month; three queries."""
    runs = {
        one.root: one
        for one in as_of(Run, upto)
        .filter(month__gte=first, month__lte=last)
        .order_by("site", "month", "number")
    }
    whole = {one.run: one for one in as_of(RunIssued, upto).filter(run__in=list(runs))}
    people: dict[Any, set[str]] = {root: set() for root in whole}
    topped: dict[Any, set[str]] = {root: set() for root in whole}
    ups: dict[Any, int] = dict.fromkeys(whole, 0)
    slips = as_of(Slip, upto).filter(run__in=list(whole)).exclude(status__in=("none", "idle"))
    for run, worker, totals in slips.values_list("run", "worker", "totals").iterator(AT_ONCE):
        people[run].add(worker)
        if up := totals.get("top_up"):
            topped[run].add(worker)
            ups[run] += up
    return [
        MonthWages(
            run.site, run.month, run.currency, _called(run), root, frozenset(people[root]),
            whole[root].gross, whole[root].total, ups[root], frozenset(topped[root]),
        )
        for root, run in runs.items()
        if root in whole
    ]  # fmt: skip


def _called(run: Run) -> str:
    return f"run {run.site} {run.month} {run.number}"


class Paid(NamedTuple):
    """Money that left for wages, or (below nought) came back: on which day, of whom, in minor units."""

    day: date
    currency: str
    worker: str
    amount: int


def paid(until: date, upto: Cursor | None = None) -> list[Paid]:
    """Every payment of every run until before a day, and what came back; four queries."""
    currencies = dict(as_of(Run, upto).values_list("root", "currency"))
    slips = {
        root: (run, worker) for root, run, worker in as_of(Slip, upto).values_list("root", "run", "worker")
    }
    found, of = [], {}
    rows = Payment.objects.current(upto).filter(day__lt=until).values_list("root", "slip", "day", "amount")
    for root, slip, day, amount in rows.iterator(AT_ONCE):
        if slip in slips:
            run, worker = slips[slip]
            of[root] = Paid(day, currencies[run], worker, amount)
            found.append(of[root])
    back = PaymentReturned.objects.current(upto).filter(day__lt=until).values_list("payment", "day")
    found += [of[root]._replace(day=day, amount=-of[root].amount) for root, day in back if root in of]
    return sorted(found)


def of_sites(found: Iterable[MonthWages]) -> list[SiteWages]:
    """The wages of a year by site."""
    by_site: dict[tuple[str, str], list[MonthWages]] = {}
    for one in found:
        by_site.setdefault((one.site, one.currency), []).append(one)
    return [
        SiteWages(
            site, currency, frozenset[str]().union(*(one.people for one in months)), sum(one.gross for one in months),
            sum(one.total - one.gross for one in months), tuple(one.run for one in months),
        )
        for (site, currency), months in by_site.items()
    ]  # fmt: skip


def unissued(
    found: Iterable[MonthWages], sites: Collection[str], months: Collection[str]
) -> dict[str, list[str]]:
    """By site, the months of those wanted for which no pay was issued."""
    there = {(one.site, one.month) for one in found}
    missing = {site: [month for month in months if (site, month) not in there] for site in sorted(sites)}
    return {site: months for site, months in missing.items() if months}
