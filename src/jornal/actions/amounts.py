"""Money in rows of verbs: whole minor units, no point to be misread; as it is read in what refuses them."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from jornal.facts.organisation import Site
from jornal.units.money import Money
from jornal.units.said import Said


def _whole(value: Any) -> Any:
    """The digits; a sum with a point or comma is refused, because it was meant in major units."""
    if isinstance(value, str) and not value.removeprefix("-").isdecimal():
        raise Said("{text} is not in minor units; write 500000 for 5000.00", text=repr(value[:20]))
    return value


def _whole_or_unknown(value: Any) -> Any:
    return None if value == "unknown" else _whole(value)


Minor = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=10**12)]
"""Minor units, zero or more."""

MinorOrUnknown = Annotated[Annotated[int, Field(ge=0, le=10**12)] | None, BeforeValidator(_whole_or_unknown)]
"""Minor units, or None for the word "unknown"."""


def at_site(site: str, amount: int) -> str:
    """Minor units as money in the currency of a site; the bare figure where no such site is recorded."""
    currency = Site.objects.current().filter(site=site).values_list("currency", flat=True).first()
    return Money(amount, currency) if currency else str(amount)
