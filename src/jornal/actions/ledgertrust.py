"""Savings as double entries: what moved between two bank days, and what the bank said held against it to the cent."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from jornal.facts.family import TrustBalance
from jornal.facts.organisation import Site
from jornal.journal.fact import Cursor
from jornal.reads.doubleentry import Assertion, Entry, Posting, linked, name
from jornal.reads.pay import final
from jornal.reads.savings import Flow, flows, unexplained
from jornal.units.money import major
from jornal.units.periods import Period

ONE_DAY = timedelta(days=1)


class Trust(NamedTuple):
    """The trust accounts of a period: what moved, what has to hold on each bank day, and what is left out and why."""

    entries: list[Entry]
    assertions: list[Assertion]
    left_out: list[str]


class _Stands(NamedTuple):
    """What the savings of a site come to on a day, minor units, and of whom; `trust` lies in the account."""

    saved: dict[str, int]
    under_way: dict[str, int]
    ledger: int = 0
    trust: int = 0


def trust(period: Period, least: int, upto: Cursor | None = None) -> Trust:
    """The trust account of every site with a bank day in the period, all sites in the order of their names.

    On each bank day the account has to hold what the bank said, and savings what the ledger said. What the bank has of
    money under way is taken for arrived, and nothing beyond that: what is not explained stays wrong. A bank day on
    which fewer than `least` people saved, or whose figures differ from the last by fewer, is left out and told.
    """
    found = Trust([], [], [])
    currencies = dict(Site.objects.current(upto).values_list("site", "currency"))
    for site, days in _bank_days(period, upto).items():
        _of_site(found, days, currencies.get(site, ""), flows(site, period.end - ONE_DAY, upto), least)
    return found


def _bank_days(period: Period, upto: Cursor | None) -> dict[str, list[TrustBalance]]:
    """By site its bank days, the last number of each."""
    rows = final(TrustBalance) if upto is None else TrustBalance.objects.current(upto)
    rows = rows.filter(day__gte=period.start, day__lt=period.end).order_by("site", "day", "number")
    last = {(one.site, one.day): one for one in rows}
    found: dict[str, list[TrustBalance]] = {}
    for one in last.values():
        found.setdefault(one.site, []).append(one)
    return found


def _of_site(
    found: Trust, days: Iterable[TrustBalance], currency: str, moved: Sequence[Flow], least: int
) -> None:
    before = _Stands({}, {})
    for one in days:
        now = _stands(moved, one)
        if _too_few(before, now, least):
            found.left_out.append(f"savings at {one.site} on {one.day}: of fewer than five people")
            continue
        if off := unexplained(one):
            said = f"{major(off, currency)} {currency}"
            found.left_out.append(f"savings at {one.site} on {one.day}: {said} that nothing explains")
        found.entries.append(_entry(one, before, now, currency))
        found.assertions.extend(_asserted(one, currency))
        before = now


def _stands(moved: Iterable[Flow], of: TrustBalance) -> _Stands:
    saved: dict[str, int] = {}
    under_way: dict[str, int] = {}
    for one in moved:
        if amount := one.saved(of.day):
            saved[one.worker] = saved.get(one.worker, 0) + amount
        if amount := one.under_way(of.day):
            under_way[one.worker] = under_way.get(one.worker, 0) + amount
    ledger = sum(saved.values())
    least = ledger - sum(under_way.values())
    return _Stands(saved, under_way, ledger, min(max(of.amount, least), max(ledger, least)))


def _too_few(before: _Stands, now: _Stands, least: int) -> bool:
    """Whether a figure of a bank day, or its difference from the one before, is of somebody and of fewer than least."""
    figures = (
        {who for who, amount in now.saved.items() if amount},
        set(now.under_way),
        _changed(before.saved, now.saved),
        _changed(before.under_way, now.under_way),
    )
    return any(0 < len(people) < least for people in figures)


def _changed(before: dict[str, int], now: dict[str, int]) -> set[str]:
    return {who for who in before.keys() | now.keys() if before.get(who, 0) != now.get(who, 0)}


def _entry(of: TrustBalance, before: _Stands, now: _Stands, currency: str) -> Entry:
    more, arrived = now.ledger - before.ledger, now.trust - before.trust
    amounts = zip(_accounts(of.site), (arrived, more - arrived, -more), strict=True)
    postings = tuple(Posting(to, amount, currency) for to, amount in amounts if amount)
    return Entry(of.day, f"Savings at {of.site} until {of.day}", "savings", postings, linked(of), of.paper)


def _asserted(of: TrustBalance, currency: str) -> Iterator[Assertion]:
    """What the bank and the ledger said at the end of a bank day."""
    account, _, saved = _accounts(of.site)
    yield Assertion(_after(of.day), account, of.amount, currency)
    yield Assertion(_after(of.day), saved, -of.ledger, currency)


def _after(day: date) -> date:
    return day + ONE_DAY


def _accounts(site: str) -> tuple[str, str, str]:
    """The trust account, what is under way to it, and what is owed to those who save."""
    to = name(site)
    return f"Assets:Trust:{to}", f"Assets:TrustUnderWay:{to}", f"Liabilities:Savings:{to}"
