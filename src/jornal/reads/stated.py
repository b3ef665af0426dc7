"""A year's money as it is stated, and how a grant and a budget stand: what papers and pages show of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from jornal.facts.funding import Budget, Cost, FundSpent, Grant, MoneyReceived, ProfitPromised
from jornal.facts.organisation import Enterprise, Site, Workshop
from jornal.reads.funding import Money, Open
from jornal.reads.wagesfunded import WAGES, WagesPaid
from jornal.rules.year import Figure, Together
from jornal.units.periods import Period
from jornal.units.said import Said


@dataclass(frozen=True)
class Fund:
    """The fund in one currency over a year, in minor units; `off` was spent on what the promise does not name."""

    currency: str
    start: int
    aside: int
    spent: dict[str, int]
    off: int

    @property
    def end(self) -> int:
        """What lies in it at the end; below nought more was spent than it held."""
        return self.start + self.aside - sum(self.spent.values())


@dataclass(frozen=True)
class Share:
    """Wages as a part of revenue in ten-thousandths, with both in minor units; None where it cannot be told."""

    currency: str
    wages: int
    revenue: int
    of_10000: int | None


@dataclass(frozen=True)
class Statement:
    """A year's money; every figure in minor units of the currency that stands beside it.

    `profits` are those that may be told, `untold` the currencies of whose wages nothing is. `owed` is what the promise
    asks of the year, None where there is no promise or the profit is not known, `aside` what was set aside for the
    year so far. `wages_paid` are those that grants and budgets paid for, within the wages. `top_ups` is None for a
    currency where fewer than five people had one. `unknown` is said, never nought. `sites`: their names by token.
    """

    year: int
    period: Period
    over: bool
    enterprise: Enterprise
    figures: tuple[Figure, ...]
    profits: dict[str, int]
    untold: tuple[str, ...]
    whole: Together
    promise: ProfitPromised | None
    owed: int | None
    aside: int
    funds: tuple[Fund, ...]
    spendings: tuple[FundSpent, ...]
    advances: tuple[Open, ...]
    top_ups: dict[str, int | None]
    shares: tuple[Share, ...]
    unknown: tuple[Said, ...]
    wages_paid: tuple[WagesPaid, ...] = ()
    sites: Mapping[str, str] = field(default_factory=dict)

    @property
    def currencies(self) -> list[str]:
        """The currencies of its lines, the enterprise's own first."""
        found = {one.currency for one in self.figures}
        return sorted(found, key=lambda one: (one != self.enterprise.currency, one))


class Granted(NamedTuple):
    """How a grant stands on a day: what came, what was spent of it and on what; minor units of its currency.

    `wages` are what it paid of wages, `untold` the sites and months of which it pays nothing, since too few were
    there. `sites`: what sites ("cusco") and their workshops ("cusco/knitting") are called.
    """

    grant: Grant
    until: date
    received: tuple[MoneyReceived, ...]
    spent: tuple[Cost, ...]
    wages: tuple[WagesPaid, ...] = ()
    untold: tuple[tuple[str, str], ...] = ()
    sites: Mapping[str, str] = {}

    @property
    def came(self) -> int:
        """What was received."""
        return sum(one.amount for one in self.received)

    @property
    def went(self) -> int:
        """What was spent, on wages too."""
        return sum(one.amount for one in self.spent) + sum(one.amount for one in self.wages)


class HeadStands(NamedTuple):
    """How a head of a budget stands: planned, promised by the authority, received from it, spent; minor units."""

    head: str
    planned: int
    promised: int
    received: int
    spent: int


class Budgeted(NamedTuple):
    """How a budget stands on a day, head by head, with everything that was spent under it; wages as of a grant."""

    budget: Budget
    until: date
    heads: tuple[HeadStands, ...]
    spent: tuple[Cost, ...]
    wages: tuple[WagesPaid, ...] = ()
    untold: tuple[tuple[str, str], ...] = ()
    sites: Mapping[str, str] = {}


def granted(found: Money, name: str, until: date) -> Granted | None:
    """How a grant stands by money that was read until a day; None where there is no such grant."""
    grant = next((one for one in found.grants if one.grant == name), None)
    if grant is None:
        return None
    received = tuple(one for one in found.received if (one.of, one.source) == ("grant", name))
    spent = tuple(one for one in found.costs if (one.paid_from, one.source) == ("grant", name))
    return Granted(grant, until, received, spent, *_wages(found, "grant", name), _called())


def budgeted(found: Money, name: str, until: date) -> Budgeted | None:
    """How a budget stands by money that was read until a day; None where there is no such budget."""
    budget = next((one for one in found.budgets if one.budget == name), None)
    if budget is None:
        return None
    came = [one for one in found.received if (one.of, one.source) == ("budget", name)]
    spent = tuple(one for one in found.costs if (one.paid_from, one.source) == ("budget", name))
    heads = tuple(
        HeadStands(
            one.head, one.planned, one.promised, sum(row.amount for row in came if row.head == one.head),
            sum(row.amount for row in spent if row.head == one.head),
        )
        for one in found.heads
        if one.budget == name
    )  # fmt: skip
    wages, untold = _wages(found, "budget", name)
    lines = [one for one in found.funded.lines if (one.of, one.source) == ("budget", name)]
    if lines:
        most = sum(one.amount for one in lines)
        paid = sum(one.amount for one in wages)
        of_wages = sum(row.amount for row in came if row.head == WAGES)
        heads = (*heads, HeadStands(WAGES, most, most, of_wages, paid))
    return Budgeted(budget, until, heads, spent, wages, untold, _called())


def _called() -> dict[str, str]:
    """What sites are called by token, and workshops by their site and theirs ("cusco/knitting")."""
    rooms = Workshop.objects.current().values_list("site", "workshop", "label")
    named = {f"{site}/{workshop}": label for site, workshop, label in rooms if label}
    return named | dict(Site.objects.current().values_list("site", "label"))


def _wages(found: Money, of: str, name: str) -> tuple[tuple[WagesPaid, ...], tuple[tuple[str, str], ...]]:
    """What a grant or a budget paid of wages, and the sites and months of which it pays nothing."""
    paid = tuple(one for one in found.funded.paid if (one.paid_from, one.source) == (of, name))
    without = {(one.site, one.month): None for one in found.funded.untold if one.source[:2] == (of, name)}
    return paid, tuple(without)
