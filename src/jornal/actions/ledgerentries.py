"""What was recorded of a year as double entries: each linked to its facts, none of fewer than five people."""

import calendar
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from jornal.actions import yearlines
from jornal.facts.funding import Cost, MoneyReceived
from jornal.reads import funding
from jornal.reads.doubleentry import (
    BANK,
    FUND,
    HELD,
    NOT_INVOICED,
    OPENING,
    TAX,
    WAGES,
    Entry,
    Posting,
    account,
    linked,
    name,
    of_advance,
    of_figure,
    spent_on,
    two,
)
from jornal.reads.funding import Money, MonthWages, Paid
from jornal.reads.sold import Sold
from jornal.reads.stated import Statement
from jornal.rules.year import LEAST_PEOPLE
from jornal.units.periods import Period

ONE_DAY = timedelta(days=1)


def opening(
    made: Statement, found: Money, runs: Iterable[MonthWages], paid: Iterable[Paid]
) -> Iterator[Entry]:
    """What was there on the first day: the fund, open advances, restricted money, wages owed."""
    sums: dict[tuple[str, str], int] = {}
    for to, currency, amount in (
        *((FUND, fund.currency, fund.start) for fund in made.funds),
        *_open_before(found, made.period.start),
        *_held_before(found, made.period.start),
        *((WAGES, run.currency, -run.total) for run in runs if run.month < f"{made.year}-01"),
        *((WAGES, one.currency, one.amount) for one in paid if one.day < made.period.start),
    ):
        sums[to, currency] = sums.get((to, currency), 0) + amount
    for (to, currency), amount in sorted(sums.items()):
        yield Entry(
            made.period.start, "As it stood before the year", "opening", two(to, OPENING, amount, currency)
        )


def _open_before(found: Money, start: date) -> Iterator[tuple[str, str, int]]:
    for one in funding.advances(found):
        if one.advance.day < start:
            spent = sum(cost.amount for cost in one.receipts if cost.day < start)
            back = (row for row in found.returned if row.advance == one.advance.advance and row.day < start)
            left = one.advance.amount - spent - sum(row.amount for row in back)
            yield of_advance(one.advance.advance), one.advance.currency, left


def _held_before(found: Money, start: date) -> Iterator[tuple[str, str, int]]:
    for source, currency, received, costs in yearlines.restricted(found):
        before = sum(one.amount for one in received if one.day < start)
        before -= sum(one.amount for one in costs if one.day < start)
        yield f"{HELD}:{name(source)}", currency, -max(0, before)


def sales(rows: Iterable[Sold], period: Period) -> Iterator[Entry]:
    """What was sold through each channel in each month."""
    for one in rows:
        to = name(one.channel)
        postings = (
            Posting(f"Assets:Sales:{to}", one.net + one.taxes + one.tips, one.currency),
            Posting(account("channel_fees", one.channel), one.fees, one.currency),
            Posting(TAX, -one.taxes, one.currency),
            Posting(account("sales", one.channel), -one.net - one.fees, one.currency),
            Posting(account("tips", one.channel), -one.tips, one.currency),
        )
        says = f"Sales through {one.channel} in {one.month}" + (f" from {one.place}" if one.place else "")
        kept = tuple(row for row in postings if row.amount)
        yield Entry(_last(one.month, period), says, "sales", kept, (f"sales-{to}-{one.month}",))


def received(found: Money, period: Period) -> Iterator[Entry]:
    """Money received that is no sale."""
    for one in found.received:
        if one.day in period:
            postings = two(BANK, _income(one), one.amount, one.currency)
            yield Entry(
                one.day, f"{one.of}: {one.source or one.giver}", "received", postings, linked(one), one.paper
            )


def _income(one: MoneyReceived) -> str:
    code = "other_income" if one.of == "other" else one.of
    return account(code, f"{one.source} {one.head}" if one.of == "budget" else one.source)


def costs(found: Money, period: Period, currencies: Mapping[str, str]) -> Iterator[Entry]:
    """What was spent, on what is not invoiced yet, and what transfers cost."""
    for one in found.costs:
        if one.day in period:
            postings = two(account(one.head), _paid_with(one), one.amount, one.currency)
            yield Entry(one.day, f"{one.label}, {one.supplier}", "cost", postings, linked(one), one.paper)
    for lot in yearlines.not_invoiced(found):
        postings = two(account("no_invoice"), NOT_INVOICED, lot.cost or 0, currencies.get(lot.site, ""))
        yield Entry(lot.received_on, f"Material lot {lot.code}", "cost", postings, linked(lot), lot.paper)
    for fee in found.fees:
        if fee.day in period:
            postings = two(account("transfer_fees"), BANK, fee.amount, fee.currency)
            yield Entry(fee.day, "What sending money cost", "cost", postings, linked(fee))


def _paid_with(one: Cost) -> str:
    return of_advance(one.source) if one.paid_from == "advance" else BANK


def put_by(made: Statement) -> Iterator[Entry]:
    """Restricted money kept out of the year's income, or brought back into it, on the last day."""
    for one in made.figures:
        if one.part == "put_by":
            postings = two(of_figure(one), f"{HELD}:{name(one.label)}", one.amount, one.currency)
            yield Entry(
                made.period.end - ONE_DAY, f"Restricted money not spent: {one.label}", "put-by", postings
            )


def advances(found: Money, period: Period) -> Iterator[Entry]:
    """Advances given, and what came back."""
    for one in found.advances:
        if one.day in period:
            postings = two(of_advance(one.advance), BANK, one.amount, one.currency)
            yield Entry(one.day, f"Advance: {one.purpose}", "advance", postings, linked(one), one.paper)
    currencies = {one.advance: one.currency for one in found.advances}
    for back in found.returned:
        if back.day in period and back.advance in currencies:
            postings = two(BANK, of_advance(back.advance), back.amount, currencies[back.advance])
            yield Entry(back.day, "Brought back unspent", "advance", postings, linked(back), back.paper)


def fund(found: Money, period: Period) -> Iterator[Entry]:
    """What was set aside, and what it was spent on."""
    for one in found.aside:
        if one.day in period:
            postings = two(FUND, BANK, one.amount, one.currency)
            yield Entry(one.day, f"Set aside of {one.year}", "fund", postings, linked(one), one.paper)
    for spent in found.spent:
        if spent.day in period:
            postings = two(spent_on(spent.purpose), FUND, spent.amount, spent.currency)
            yield Entry(spent.day, spent.label, "fund", postings, linked(spent), spent.paper)


def wages(runs: Iterable[MonthWages], made: Statement, left_out: list[str]) -> Iterator[Entry]:
    """The pay of each month and currency, of all sites together."""
    for (currency, month), some in grouped(runs, lambda one: one.month, lambda one: one.people):
        if currency in made.untold:
            left_out.append(f"wages in {currency}: of fewer than five people")
            continue
        gross, whole = sum(one.gross for one in some), sum(one.total for one in some)
        postings = (
            Posting(account("gross"), gross, currency), Posting(account("rounding"), whole - gross, currency),
            Posting(WAGES, -whole, currency),
        )  # fmt: skip
        day = _last(month, made.period) if month else made.period.end - ONE_DAY
        links = tuple(f"run-{one.root}" for one in some)
        yield Entry(
            day, f"Pay of {month or made.year}", "wages", tuple(row for row in postings if row.amount), links
        )


def paid(rows: Iterable[Paid], made: Statement, left_out: list[str]) -> Iterator[Entry]:
    """What was paid of wages in each month and currency."""
    for (currency, month), some in grouped(rows, lambda one: f"{one.day:%Y-%m}", lambda one: {one.worker}):
        if currency in made.untold or len({one.worker for one in some}) < LEAST_PEOPLE:
            left_out.append(f"payments of wages in {currency}: of fewer than five people")
            continue
        day = _last(month, made.period) if month else made.period.end - ONE_DAY
        postings = two(WAGES, BANK, sum(one.amount for one in some), currency)
        yield Entry(day, f"Wages paid in {month or made.year}", "paid", postings)


def grouped(
    rows: Iterable[Any], month: Callable[[Any], str], people: Callable[[Any], Iterable[str]]
) -> Iterator[tuple[tuple[str, str], list[Any]]]:
    """Rows by currency and month; by currency alone (month "") where any month is of fewer than five people."""
    by_currency: dict[str, dict[str, list[Any]]] = {}
    for one in rows:
        by_currency.setdefault(one.currency, {}).setdefault(month(one), []).append(one)
    for currency, months in sorted(by_currency.items()):
        few = any(
            len({worker for one in some for worker in people(one)}) < LEAST_PEOPLE for some in months.values()
        )
        if few:
            yield (currency, ""), [one for some in months.values() for one in some]
        else:
            yield from (((currency, one), some) for one, some in sorted(months.items()))


def _last(month: str, period: Period) -> date:
    """The last day of a month, as far as the period goes."""
    year, number = (int(part) for part in month.split("-"))
    return min(date(year, number, calendar.monthrange(year, number)[1]), period.end - ONE_DAY)
