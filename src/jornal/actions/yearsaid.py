"""What a year's statement has to say beside its figures: what is not known, and what is not as it was promised."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from jornal.actions.yearlines import of_grant, of_head
from jornal.facts.organisation import Site, SiteClosed
from jornal.reads import funding
from jornal.reads.funding import MonthWages, Open, unissued
from jornal.rules.year import Figure, Together
from jornal.units.money import Money
from jornal.units.parts import Several
from jornal.units.periods import Period
from jornal.units.said import Said

MOST = 8
LONG = timedelta(days=90)
"""How long an advance may be open before it is said."""
HEARD_ABOVE = 20
"""Workers are heard on what takes more than one twentieth of the fund."""


def _some(names: Iterable[str]) -> Several:
    return Several(list(names), MOST, more=" …")


def not_known(
    period: Period, found: funding.Money, runs: Sequence[MonthWages], *, sold: bool
) -> Iterator[Said]:
    """What the books do not hold: sales, months of pay, employers' shares, costs of material, papers."""
    if not sold:
        yield Said("No sale of this year is recorded: income from sales is not known.")
    alike: dict[tuple[str, ...], list[str]] = {}
    names = site_names()
    for site, months in unissued(runs, _open_sites(period), _months(period)).items():
        alike.setdefault(tuple(months), []).append(names.get(site, site))
    for without, sites in alike.items():
        yield Said(
            "{site}: no pay is issued for {months}; those wages are not known.",
            site=_some(sites),
            months=_some(without),
        )
    if runs and not any(one.head == "employer_shares" and one.day in period for one in found.costs):
        yield Said(
            "What employers owe by law beside the wage is not recorded: it is not known, and not in the costs."
        )
    if no_cost := [one.code for one in found.lots if one.cost is None and not _paid(found, one)]:
        yield Said("What this material cost is not known: {lots}.", lots=_some(no_cost))
    if no_paper := [one.cost for one in found.costs if one.day in period and not one.paper]:
        yield Said("No paper is on file for these costs: {costs}.", costs=_some(no_paper))


def _paid(found: funding.Money, lot: Any) -> bool:
    return any(lot.code == one.lot or (one.paper and one.paper == lot.paper) for one in found.costs)


def site_names() -> dict[str, str]:
    """What each site is called, by its token."""
    return dict(Site.objects.current().values_list("site", "label"))


def _open_sites(period: Period) -> list[str]:
    closed = SiteClosed.objects.current().filter(day__lt=period.start).values_list("site", flat=True)
    rows = Site.objects.current().filter(opened_on__lt=period.end)
    return sorted(set(rows.values_list("site", flat=True)) - set(closed))


def _months(period: Period) -> list[str]:
    """The months of a year that are over."""
    last = 12 if period.end.month == 1 else period.end.month - 1
    return [f"{period.start.year}-{month:02}" for month in range(1, last + 1)]


def of_tips(figures: Iterable[Figure]) -> Iterator[Said]:
    """Tips that came: they were given to people, and no book says whether they had them."""
    sums: dict[str, int] = {}
    for one in figures:
        if one.code == "tips":
            sums[one.currency] = sums.get(one.currency, 0) + one.amount
    for currency, amount in sums.items():
        if amount > 0:
            yield Said(
                "Customers gave tips of {amount}; they are in the income. Who of the people they were given to had "
                "them is not recorded here: pass them on with the pay or as a cost, and keep its paper.",
                amount=Money(amount, currency),
            )


def too_few(untold: Iterable[str], top_ups: Mapping[str, int | None]) -> Iterator[Said]:
    """What is not told because it would be of fewer than five people."""
    for currency in untold:
        yield Said(
            "Wages in {currency} are not told, nor the profit: they are of fewer than five people.",
            currency=currency,
        )
    for currency, amount in top_ups.items():
        if amount is None and currency not in untold:
            yield Said(
                "What of the wages in {currency} was top-ups is not told: fewer than five people had one.",
                currency=currency,
            )


def no_rate(whole: Together) -> Iterator[Said]:
    """Currencies that could not be added up."""
    if whole.missing:
        yield Said(
            "There is no profit in one currency: no rate of {missing} to {currency} is recorded. Record one with its "
            "day and source, with `jornal do set-exchange-rate`.",
            missing=_some(whole.missing), currency=whole.currency,
        )  # fmt: skip


def of_grants(found: funding.Money) -> Iterator[Said]:
    """Grants and heads of budgets of which more was spent than was promised."""
    for grant in found.grants:
        over = sum(one.amount for one in of_grant(found, grant)[1]) - grant.amount
        if over > 0:
            yield Said(
                "{over} more was spent of the grant {grant} than was promised.",
                over=Money(over, grant.currency), grant=grant.grant,
            )  # fmt: skip
    currencies = {one.budget: one.currency for one in found.budgets}
    for head in found.heads:
        over = sum(one.amount for one in of_head(found, head.budget, head.head)[1]) - head.planned
        if over > 0 and head.budget in currencies:
            yield Said(
                "{over} more was spent under {head} of the budget {budget} than was planned.",
                over=Money(over, currencies[head.budget]), head=head.head, budget=head.budget,
            )  # fmt: skip


def of_wages(found: funding.Money) -> Iterator[Said]:
    """Months of wages that a line does not pay for, because fewer than five people stand behind a sum."""
    alike: dict[tuple[str, str], list[str]] = {}
    names = site_names()
    for one in found.funded.untold:
        months = alike.setdefault((one.source[1], one.site), [])
        months += [] if one.month in months else [one.month]
    for (source, site), months in sorted(alike.items()):
        yield Said(
            "{source} pays nothing of the wages of {months} at {site}: from the sum the pay of fewer than five people "
            "could be worked out. Name places or months with more people, or pay them from other money.",
            source=source, site=names.get(site, site), months=_some(months),
        )  # fmt: skip


def of_the_fund(found: funding.Money, period: Period, funds: Iterable[Any]) -> Iterator[Said]:
    """A fund that was overspent or used for something else; spending without evidence, or without hearing workers."""
    for fund in funds:
        if fund.end < 0:
            yield Said("{over} more was spent than the fund held.", over=Money(-fund.end, fund.currency))
        if fund.off:
            yield Said(
                "{off} of the fund went to what the promise does not name; it does not count towards it.",
                off=Money(fund.off, fund.currency),
            )
        held = fund.start + fund.aside
        spent = [one for one in found.spent if one.day in period and one.currency == fund.currency]
        if unheard := [one.spending for one in spent if not one.heard and one.amount * HEARD_ABOVE > held]:
            yield Said(
                "No worker was heard on this spending from the fund: {spending}.", spending=_some(unheard)
            )
        if bare := [one.spending for one in spent if not one.paper]:
            yield Said(
                "No paper is on file for this spending from the fund: {spending}.", spending=_some(bare)
            )


def of_the_promise(owed: int | None, aside: int, currency: str, *, over: bool) -> Iterator[Said]:
    """What was promised of a year that is over and not set aside."""
    if owed is not None and over and owed > aside:
        yield Said(
            "{short} of what was promised for the year is not set aside yet.",
            short=Money(owed - aside, currency),
        )


def of_advances(advances: Iterable[Open], period: Period) -> Iterator[Said]:
    """Advances that are open for long, and those of which the receipts come to more than was given."""
    for one in advances:
        name, currency = one.advance.advance, one.advance.currency
        if one.left < 0:
            yield Said(
                "The receipts for the advance {advance} come to {over} more than was given: that is owed to the buyer.",
                advance=name, over=Money(-one.left, currency),
            )  # fmt: skip
        elif one.left and period.end - one.advance.day > LONG:
            yield Said(
                "Of the advance {advance} of {day} {left} is still open.",
                advance=name, day=one.advance.day, left=Money(one.left, currency),
            )  # fmt: skip
