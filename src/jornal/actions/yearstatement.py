"""The statement of a year: income, wages, costs, profit, the promise and the fund, with what is not known of it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from jornal.actions import yearlines, yearsaid
from jornal.actions.organisation import NotThere
from jornal.facts.funding import ProfitPromised
from jornal.facts.organisation import Enterprise
from jornal.journal.fact import Cursor
from jornal.reads import funding
from jornal.reads.funding import Money, MonthWages
from jornal.reads.sold import Sold, sold
from jornal.reads.stated import Fund, Share, Statement
from jornal.reads.wagesfunded import within as wages_within
from jornal.rules.year import LEAST_PEOPLE, Figure, Together, due, profits, share, together, told, total
from jornal.units.money import exponent
from jornal.units.periods import Period
from jornal.units.said import Said

ONE_DAY = timedelta(days=1)


class NoYear(Said):
    """A year that has not begun, or that nobody here has lived."""

    def __init__(self, year: int, today: date) -> None:
        super().__init__(
            "There is no statement of {year}: today is {today}. Write a year that has begun, such as {now}.",
            year=str(year), today=today, now=str(today.year),
        )  # fmt: skip


def statement(
    year: int, day: date, sales: Sequence[Sold] | None = None, upto: Cursor | None = None
) -> Statement:
    """The statement of a year as the books stand, or so far where the year is not over on `day`.

    `sales` are read from the books where they are not given.
    Raises NoYear; NotThere where no enterprise was founded.
    """
    period = year_of(year, day)
    enterprise = Enterprise.objects.current(upto).first()
    if enterprise is None:
        raise NotThere("enterprise", "", "found-enterprise")
    sales = sold(period.start, period.end, upto) if sales is None else sales
    found = funding.money(period, upto)
    runs = funding.wages(f"{year}-01", f"{year}-12", upto)
    shown, untold = told(funding.of_sites(runs))
    figures = (
        *yearlines.sales(sales),
        *yearlines.given(found, period),
        *yearlines.put_by(found, period),
        *yearlines.wages(shown),
        *yearlines.costs(found, period, funding.currencies(upto)),
    )
    told_of = {one: amount for one, amount in profits(figures).items() if one not in untold}
    rates = funding.rates(period.end - ONE_DAY, upto)
    places = {one: exponent(one) for one in {enterprise.currency, *told_of}}
    whole = together(told_of, enterprise.currency, rates, places)
    if untold:
        whole = Together(enterprise.currency, None, ())
    promise = found.promises[-1] if found.promises else None
    made = Statement(
        year=year, period=period, over=period.end == date(year + 1, 1, 1), enterprise=enterprise, figures=figures,
        profits=told_of, untold=tuple(untold), whole=whole, promise=promise, owed=_owed(promise, whole),
        aside=sum(one.amount for one in found.aside if (one.year, one.currency) == (year, enterprise.currency)),
        funds=tuple(funds(found, period)), spendings=tuple(one for one in found.spent if one.day in period),
        advances=tuple(one for one in funding.advances(found) if one.left or one.advance.day in period),
        top_ups=_top_ups(runs), shares=tuple(_shares(figures, untold)), unknown=(),
        wages_paid=tuple(wages_within(found.funded, period)), sites=yearsaid.site_names(),
    )  # fmt: skip
    return _said(made, found, runs, bool(sales))


def _owed(promise: ProfitPromised | None, whole: Together) -> int | None:
    """What a promise asks of a profit; None where there is no promise, or the profit is not known."""
    return None if promise is None or whole.amount is None else due(whole.amount, promise.of_10000)


def year_of(year: int, day: date) -> Period:
    """A year, or what of it is over by the end of a day. Raises NoYear."""
    if not 1990 <= year <= day.year:
        raise NoYear(year, day)
    return Period(date(year, 1, 1), min(date(year + 1, 1, 1), day + ONE_DAY))


def funds(found: Money, period: Period) -> Iterable[Fund]:
    """The fund of each currency over a period."""
    purposes = set(found.promises[-1].purposes) if found.promises else set()
    known = {one.currency for one in found.aside} | {one.currency for one in found.spent}
    for currency in sorted(known):
        aside = [one for one in found.aside if one.currency == currency]
        spent = [one for one in found.spent if one.currency == currency]
        start = sum(one.amount for one in aside if one.day < period.start)
        start -= sum(one.amount for one in spent if one.day < period.start)
        by_purpose: dict[str, int] = {}
        for one in spent:
            if one.day in period:
                by_purpose[one.purpose] = by_purpose.get(one.purpose, 0) + one.amount
        off = sum(amount for purpose, amount in by_purpose.items() if purpose not in purposes)
        yield Fund(currency, start, sum(one.amount for one in aside if one.day in period), by_purpose, off)


def _top_ups(runs: Iterable[MonthWages]) -> dict[str, int | None]:
    """What topping up came to in each currency; None where fewer than five people had it."""
    sums: dict[str, int] = {}
    people: dict[str, set[str]] = {}
    for one in runs:
        sums[one.currency] = sums.get(one.currency, 0) + one.top_up
        people.setdefault(one.currency, set()).update(one.topped)
    return {
        currency: amount if len(people[currency]) >= LEAST_PEOPLE or not people[currency] else None
        for currency, amount in sorted(sums.items())
    }


def _shares(figures: Sequence[Figure], untold: Sequence[str]) -> Iterable[Share]:
    """Gross wages beside what customers paid, for each currency that has either."""
    revenue = [one for one in figures if one.code == "sales"]
    gross = [one for one in figures if one.code == "gross"]
    for currency in sorted({one.currency for one in (*revenue, *gross)}):
        paid, sold = total(gross, "wages", currency), total(revenue, "income", currency)
        yield Share(currency, paid, sold, None if currency in untold else share(paid, sold))


def _said(made: Statement, found: Money, runs: Sequence[MonthWages], sold: bool) -> Statement:
    """The statement with what is not known of it, and what is not as it was promised."""
    says = (
        *yearsaid.not_known(made.period, found, runs, sold=sold),
        *yearsaid.of_tips(made.figures),
        *yearsaid.too_few(made.untold, made.top_ups),
        *yearsaid.no_rate(made.whole),
        *yearsaid.of_grants(found),
        *yearsaid.of_wages(found),
        *yearsaid.of_the_fund(found, made.period, made.funds),
        *yearsaid.of_the_promise(made.owed, made.aside, made.enterprise.currency, over=made.over),
        *yearsaid.of_advances(made.advances, made.period),
    )
    return Statement(**{**vars(made), "unknown": says})
