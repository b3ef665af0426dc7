"""A year as a ledger: what was recorded as transactions, what the statement says as assertions, and no padding."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from jornal.actions import ledgerentries
from jornal.actions.ledgertrust import trust
from jornal.actions.yearstatement import statement
from jornal.journal.fact import Cursor
from jornal.reads import funding
from jornal.reads.doubleentry import FUND, Assertion, Entry, Ledger, of_advance, of_figure, spent_on
from jornal.reads.sold import sold
from jornal.reads.stated import Statement
from jornal.rules.year import LEAST_PEOPLE
from jornal.units.periods import Period

ONE_DAY = timedelta(days=1)


def ledger(year: int, day: date, upto: Cursor | None = None, *, inside: bool = False) -> Ledger:
    """The ledger of a year, or so far. Raises what the statement raises.

    Each month's end asserts what every account holds by the entries; the last day asserts income, costs, the fund, the
    advances and what is put by from the statement, which is reckoned without the entries. Wages are posted for a month
    and a currency together, and for the year where a month is of fewer than five people. The trust account of each site
    is asserted on every bank day as the bank has it; one that would tell of fewer than five people only `inside`.
    """
    made = statement(year, day, None, upto)
    period = made.period
    found = funding.money(period, upto)
    runs = funding.wages("", f"{year}-12", upto)
    payments = funding.paid(period.end, upto)
    left_out: list[str] = []
    saved = trust(period, 1 if inside else LEAST_PEOPLE, upto)
    entries = [
        *saved.entries,
        *ledgerentries.opening(made, found, runs, payments),
        *ledgerentries.sales(sold(period.start, period.end, upto), period),
        *ledgerentries.received(found, period),
        *ledgerentries.costs(found, period, funding.currencies(upto)),
        *ledgerentries.put_by(made),
        *ledgerentries.wages([one for one in runs if one.month >= f"{year}-01"], made, left_out),
        *ledgerentries.paid([one for one in payments if one.day >= period.start], made, left_out),
        *ledgerentries.advances(found, period),
        *ledgerentries.fund(found, period),
    ]
    entries = sorted(
        (one for one in entries if one.postings), key=lambda one: (one.day, one.tag, one.links, one.says)
    )
    return Ledger(
        made, tuple(entries), (*_month_ends(entries, period), *_stated(made), *saved.assertions),
        tuple(funding.rates(period.end - ONE_DAY, upto)), (*left_out, *saved.left_out), inside,
    )  # fmt: skip


def _month_ends(entries: Iterable[Entry], period: Period) -> Iterator[Assertion]:
    """What each account of assets and liabilities comes to by the entries when a month ends."""
    sums: dict[tuple[str, str], int] = {}
    waiting = sorted(entries, key=lambda one: one.day)
    for month in range(1, 13):
        first = date(period.start.year + month // 12, month % 12 + 1, 1)
        end = min(first, period.end)
        while waiting and waiting[0].day < end:
            for one in waiting.pop(0).postings:
                sums[one.account, one.currency] = sums.get((one.account, one.currency), 0) + one.amount
        for (to, currency), amount in sorted(sums.items()):
            if to.startswith(("Assets:", "Liabilities:")):
                yield Assertion(end, to, amount, currency)
        if end == period.end:
            return


def _stated(made: Statement) -> Iterator[Assertion]:
    """What the statement says, of the day after its last: income and costs, the fund, advances."""
    sums: dict[tuple[str, str], int] = {}
    for one in made.figures:
        key = of_figure(one), one.currency
        sums[key] = sums.get(key, 0) + (-one.amount if one.part == "income" else one.amount)
    for fund in made.funds:
        sums[FUND, fund.currency] = fund.end
        for purpose, amount in fund.spent.items():
            sums[spent_on(purpose), fund.currency] = amount
    for advance in made.advances:
        key = of_advance(advance.advance.advance), advance.advance.currency
        sums[key] = sums.get(key, 0) + advance.left
    for (to, currency), amount in sorted(sums.items()):
        yield Assertion(made.period.end, to, amount, currency)
