"""A year's ledger as a file for Beancount: accounts opened, transactions, prices and assertions, and nothing padded."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from jornal.rules.year import Rate
from jornal.units.money import major

PLACES = 12


class Sum(NamedTuple):
    """An amount in minor units on an account."""

    account: str
    amount: int
    currency: str


class Transaction(NamedTuple):
    """A transaction with its tag, what it links to, the digest of its paper and its sums."""

    day: date
    says: str
    tag: str
    sums: tuple[Sum, ...]
    links: tuple[str, ...] = ()
    paper: str = ""


class Holds(NamedTuple):
    """What an account comes to at the beginning of a day, in minor units."""

    day: date
    account: str
    amount: int
    currency: str


class Book(NamedTuple):
    """Everything the file holds; `opened` is the day on which its accounts are, `left_out` what is not in it."""

    title: str
    currency: str
    opened: date
    transactions: tuple[Transaction, ...]
    holds: tuple[Holds, ...]
    prices: tuple[Rate, ...]
    left_out: tuple[str, ...]


def text(book: Book) -> str:
    """The file, the same for the same book to the byte."""
    return "\n".join(_lines(book)) + "\n"


def _lines(book: Book) -> Iterator[str]:
    yield f'option "title" {quoted(book.title)}'
    yield f'option "operating_currency" "{book.currency}"'
    yield from (f"; left out: {one}" for one in book.left_out)
    yield ""
    used = {(row.account, row.currency) for one in book.transactions for row in one.sums}
    used |= {(one.account, one.currency) for one in book.holds}
    currencies = {currency for _, currency in used}
    currencies |= {code for one in book.prices for code in (one.base, one.quote)}
    for currency in sorted(currencies | {book.currency}):
        yield f"{book.opened} commodity {currency}"
    yield ""
    yield from (f"{book.opened} open {account}" for account in sorted({account for account, _ in used}))
    for price in book.prices:
        yield ""
        yield f"{price.day} price {price.base} {plain(price.rate)} {price.quote}"
        yield f"  source: {quoted(price.source)}"
    for transaction in book.transactions:
        yield ""
        yield from _transaction(transaction)
    yield ""
    for held in sorted(book.holds):
        yield f"{held.day} balance {held.account}  {major(held.amount, held.currency)} ~ 0 {held.currency}"


def _transaction(one: Transaction) -> Iterator[str]:
    links = "".join(f" ^{link}" for link in one.links)
    yield f"{one.day} * {quoted(one.says)} #{one.tag}{links}"
    if one.paper:
        yield f"  paper: {quoted(one.paper)}"
    for row in one.sums:
        yield f"  {row.account}  {major(row.amount, row.currency)} {row.currency}"


def quoted(says: str) -> str:
    """Text in quotes, on one line."""
    flat = " ".join(says.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{flat}"'


def plain(rate: Fraction) -> str:
    """A rate as decimal digits, as it was written; it was recorded with at most twelve decimals."""
    scaled = rate * 10**PLACES
    digits = str(scaled.numerator // scaled.denominator).rjust(PLACES + 1, "0")
    return f"{digits[:-PLACES]}.{digits[-PLACES:]}".rstrip("0").rstrip(".")
