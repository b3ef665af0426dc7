"""A year's ledger as a file for Beancount: accounts opened, transactions, prices and assertions, and nothing padded."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from jornal.reads.doubleentry import Assertion, Entry, Ledger
from jornal.units.money import major

PLACES = 12


def text(of: Ledger) -> str:
    """The file of a ledger, the same for the same one to the byte."""
    return "\n".join(_lines(of)) + "\n"


def _lines(of: Ledger) -> Iterator[str]:
    enterprise, opened = of.statement.enterprise, date(of.statement.year, 1, 1)
    yield f'option "title" {quoted(f"{enterprise.label} {of.statement.year}")}'
    yield f'option "operating_currency" {quoted(enterprise.currency)}'
    if of.inside:
        yield "; for the house alone: what was saved between two bank days may be of fewer than five people"
    yield from (f"; left out: {one}" for one in of.left_out)
    yield ""
    currencies = {enterprise.currency} | {code for one in of.rates for code in (one.base, one.quote)}
    currencies |= {row.currency for one in of.entries for row in one.postings}
    yield from (
        f"{opened} commodity {one}" for one in sorted(currencies | {one.currency for one in of.assertions})
    )
    yield ""
    yield from (f"{opened} open {one}" for one in of.accounts)
    for rate in of.rates:
        yield ""
        yield f"{rate.day} price {rate.base} {plain(rate.rate)} {rate.quote}"
        yield f"  source: {quoted(rate.source)}"
    for entry in of.entries:
        yield ""
        yield from transaction(entry)
    yield ""
    ordered = sorted(of.assertions, key=lambda one: (one.day, one.account, one.currency))
    yield from (assertion(one) for one in ordered)


def transaction(one: Entry) -> Iterator[str]:
    """The lines of a transaction."""
    links = "".join(f" ^{link}" for link in one.links)
    yield f"{one.day} * {quoted(one.says)} #{one.tag}{links}"
    if one.paper:
        yield f"  paper: {quoted(one.paper)}"
    for row in one.postings:
        yield f"  {row.account}  {major(row.amount, row.currency)} {row.currency}"


def assertion(one: Assertion) -> str:
    """The line of an assertion, to the minor unit: Beancount's own tolerance would let one pass."""
    return f"{one.day} balance {one.account}  {major(one.amount, one.currency)} ~ 0 {one.currency}"


def quoted(says: str) -> str:
    """Text in quotes, on one line."""
    flat = " ".join(says.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{flat}"'


def plain(rate: Fraction) -> str:
    """A rate as decimal digits, as it was written; it was recorded with at most twelve decimals."""
    scaled = rate * 10**PLACES
    digits = str(scaled.numerator // scaled.denominator).rjust(PLACES + 1, "0")
    return f"{digits[:-PLACES]}.{digits[-PLACES:]}".rstrip("0").rstrip(".")
