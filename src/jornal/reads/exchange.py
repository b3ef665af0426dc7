"""The rates of exchange that were recorded, the last one up to a day, whichever way round it was written."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db.models import Q

from jornal.facts.funding import ExchangeRate


def last_rate(one: str, other: str, until: date) -> ExchangeRate | None:
    """The last rate between two currencies for a day up to this one; of one day the one that was written this way."""
    either = Q(base=one, quote=other) | Q(base=other, quote=one)
    rows = ExchangeRate.objects.current().filter(either, day__lte=until)
    return max(rows, key=lambda rate: (rate.day, rate.base == one), default=None)


def in_terms_of(rate: ExchangeRate, base: str) -> Fraction:
    """What one unit of `base` was worth in the other currency of a rate."""
    exact = Fraction(rate.rate)
    return exact if rate.base == base else 1 / exact


def rates_of(roots: Iterable[UUID]) -> Mapping[UUID, ExchangeRate]:
    """These rates as they stand, by their roots."""
    return {one.root: one for one in ExchangeRate.objects.current().filter(root__in=list(roots))}
