"""Values that no verb takes and no correction makes: numbers below nought, a currency or country that there is not."""

from collections.abc import Iterator, Mapping
from typing import Any

from jornal.facts.pay import Adjustment, PayAnswer
from jornal.facts.people import OpeningBalance
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.terms.load import currency_scale
from jornal.terms.marketfiles import markets
from jornal.units.parts import Part

SIGNED = (Adjustment, PayAnswer, OpeningBalance)
"""Kinds whose sums may be taken off."""
UNKNOWN = "unknown"
"""Where a material comes from, if nobody knows."""


def at_its_site(tip: Fact, changes: Mapping[str, Any]) -> None:
    """Raises NotCorrectable where what a site recorded would be of another site, whose months never find it."""
    if tip.book != "hq" and "site" in changes and changes["site"] != getattr(tip, "site", tip.book):
        raise NotCorrectable(
            tip, Part("its {column} says which record it is. Void it and record another", column="site")
        )


def unfit(tip: Fact, changes: Mapping[str, Any]) -> Iterator[str]:
    """The columns that would say otherwise, and what they cannot."""
    for name, value in changes.items():
        standing = getattr(tip, name)
        if value == standing:
            continue
        if type(value) is int and value < 0 and not isinstance(tip, SIGNED) and (standing or 0) >= 0:
            yield name
        if name == "currency" and not _is_currency(value):
            yield name
        if name == "country" and value not in ("", UNKNOWN) and not _is_place(value):
            yield name


def _is_currency(text: str) -> bool:
    try:
        return currency_scale(text) > 0
    except (ValueError, KeyError):
        return False


def _is_place(text: str) -> bool:
    try:
        return markets().code(text) == text
    except ValueError:
        return False
