"""A year's money in one statement: what came in, what it cost, what is left, what goes back; each with its rule."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from jornal.units.rounding import rounded

LEAST_PEOPLE = 5
"""No figure about people is told of fewer."""
WHOLE = 10_000

Part = Literal["income", "put_by", "wages", "cost"]


class Figure(NamedTuple):
    """One line of the statement, in minor units of its own currency, with its rule and the facts it rests on.

    `part` says where it stands: income, wages and cost are above nought; put_by is what was received of restricted
    money and not spent yet, below nought where more of it was spent than came. `rule` is a sentence of the catalogue,
    which `facts` fill.
    """

    part: Part
    code: str
    label: str
    amount: int
    currency: str
    rule: str
    rests_on: tuple[str, ...] = ()
    facts: tuple[tuple[str, Any], ...] = ()


class SiteWages(NamedTuple):
    """What was issued at a site in a period: to whom, gross, and how much the cash list rounded; minor units."""

    site: str
    currency: str
    people: frozenset[str]
    gross: int
    rounding: int
    runs: tuple[str, ...] = ()


class Rate(NamedTuple):
    """What one unit of `base` was worth in `quote` on a day, exactly, and who says so."""

    base: str
    quote: str
    day: date
    rate: Fraction
    source: str


class Together(NamedTuple):
    """Sums of several currencies as one, in minor units of `currency`, with each rate that was used.

    `missing` names currencies without a rate; then there is no sum.
    """

    currency: str
    amount: int | None
    rates: tuple[Rate, ...]
    missing: tuple[str, ...] = ()


SIGNS: Mapping[str, int] = {"income": 1, "put_by": -1, "wages": -1, "cost": -1}
"""How each part counts towards the profit."""


def profits(figures: Iterable[Figure]) -> dict[str, int]:
    """The profit of each currency: income, less what was put by, wages and costs; below nought it is a loss."""
    found: dict[str, int] = {}
    for one in figures:
        found[one.currency] = found.get(one.currency, 0) + SIGNS[one.part] * one.amount
    return found


def total(figures: Iterable[Figure], part: Part, currency: str) -> int:
    """What the lines of a part come to in a currency."""
    return sum(one.amount for one in figures if (one.part, one.currency) == (part, currency))


def due(profit: int, of_10000: int) -> int:
    """What of a profit goes back by a promise, rounded up to a whole minor unit; nothing of a loss."""
    return rounded(Fraction(max(profit, 0) * of_10000, WHOLE), "up")


def put_by(received: int, spent: int, *, before: tuple[int, int] = (0, 0)) -> int:
    """What more of restricted money lies unspent at the end of a period than at its beginning; minor units.

    `received` and `spent` are all until the end, `before` all until the beginning. More spent than came counts as
    nothing left: the rest was our own money.
    """
    return max(0, received - spent) - max(0, before[0] - before[1])


def share(part: int | Fraction, whole: int | Fraction) -> int | None:
    """A part of a whole in ten-thousandths, halves up; None where there is no whole."""
    return rounded(Fraction(part) * WHOLE / whole) if whole > 0 else None


def told(sites: Iterable[SiteWages]) -> tuple[list[SiteWages], list[str]]:
    """The wages of each site of five people or more, and the currencies of which nothing can be told.

    Smaller sites are folded into one line with the name "", and where these are still fewer than five the next
    smallest joins them, so that no subtraction tells what four people earned. Each currency is folded by itself.
    """
    by_currency: dict[str, list[SiteWages]] = {}
    for one in sorted(sites, key=lambda one: (len(one.people), one.site)):
        by_currency.setdefault(one.currency, []).append(one)
    shown: list[SiteWages] = []
    untold = []
    for currency, found in sorted(by_currency.items()):
        known = _folded(found)
        shown += known or ()
        if known is None:
            untold.append(currency)
    return shown, untold


def _folded(found: Sequence[SiteWages]) -> list[SiteWages] | None:
    """The sites of a currency, the smallest first, folded as far as needed; None where all are fewer than five."""
    small = [one for one in found if len(one.people) < LEAST_PEOPLE]
    rest = [one for one in found if len(one.people) >= LEAST_PEOPLE]
    people = frozenset[str]().union(*(one.people for one in small))
    while small and len(people) < LEAST_PEOPLE and rest:
        small.append(rest.pop(0))
        people |= small[-1].people
    if small and len(people) < LEAST_PEOPLE:
        return None
    shown = sorted(rest, key=lambda one: one.site)
    if small:
        runs = tuple(run for one in small for run in one.runs)
        gross, rounding = sum(one.gross for one in small), sum(one.rounding for one in small)
        shown.append(SiteWages("", small[0].currency, people, gross, rounding, runs))
    return shown


def together(
    sums: Mapping[str, int], into: str, rates: Iterable[Rate], exponents: Mapping[str, int]
) -> Together:
    """Sums of several currencies in one, each by the latest of the rates given; exact, and rounded once at the end.

    `exponents` says how many decimals each currency has. A rate the other way round is used as well.
    """
    known: dict[str, tuple[Rate, Fraction]] = {}
    for one in sorted(rates, key=lambda one: one.day):
        if one.quote == into:
            known[one.base] = one, one.rate
        elif one.base == into:
            known[one.quote] = one, 1 / one.rate
    wanted = [currency for currency, amount in sorted(sums.items()) if amount and currency != into]
    missing = tuple(currency for currency in wanted if currency not in known)
    used = tuple(known[currency][0] for currency in wanted if currency in known)
    if missing:
        return Together(into, None, used, missing)
    exact = Fraction(sums.get(into, 0))
    for currency in wanted:
        step = Fraction(10) ** (exponents[into] - exponents[currency])
        exact += sums[currency] * known[currency][1] * step
    return Together(into, rounded(exact), used)
