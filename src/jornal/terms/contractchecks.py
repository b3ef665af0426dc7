"""What a site and a contract must hold beyond their shape: rates that fit how it pays, clocks, currencies."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from jornal.terms import kinds
from jornal.terms.contracts import Contract, Enterprise, Site
from jornal.terms.rowchecks import Found, dated_faults
from jornal.terms.rowname import Place
from jornal.units.faults import UnitsFault, near
from jornal.units.money import exponent


def contract_faults(contract: Contract, place: Place, raw: Any) -> Iterator[Found]:
    """Rates twice, without values or without the operation they price; kinds of time without a share."""
    seen: set[object] = set()
    for number, rate in enumerate(contract.rate):
        at: Place = (*place, "rate", number)
        key = (rate.per, rate.operation, rate.grade)
        if key in seen:
            yield Found(at, "the same rate stands here twice. Put both values under one rate.")
        seen.add(key)
        if rate.per == "piece" and not rate.operation:
            yield Found(at, "a rate per piece needs its `operation`. Add the name that the tally uses.")
        if not rate.value:
            yield Found(at, "it has no value. Add one with `since` and `amount`.")
        yield from dated_faults(rate.value, (*at, "value"))
        for place_of_value, written in enumerate(raw["rate"][number]["value"]):
            if "amount" not in written:
                yield Found((*at, "value", place_of_value), 'it has no `amount`. Add it, or write "unknown".')
    yield from _kind_faults(contract, place)
    if contract.pays == "hourly" and not any(rate.per != "piece" for rate in contract.rate):
        yield Found(place, "it pays by the hour and has no rate per hour. Add a [[contract.rate]].")
    if contract.pays == "piece" and not any(rate.per == "piece" for rate in contract.rate):
        yield Found(place, "it pays by the piece and has no rate per piece. Add a [[contract.rate]].")
    if contract.spendable_least is not None and contract.spendable_least > 1:
        yield Found((*place, "spendable_least"), "it is more than the whole. Write a share of at most 100 %.")


def _kind_faults(contract: Contract, place: Place) -> Iterator[Found]:
    seen: set[str] = set()
    known = [kind.id for kind in kinds.load().all]
    for number, row in enumerate(contract.kind):
        at: Place = (*place, "kind", number)
        if row.kind not in known:
            hint = near(row.kind, known) or f" Known: {', '.join(known)}."
            yield Found(
                (*at, "kind"), f'there is no kind of time "{row.kind[:60]}".{hint} Correct the spelling.'
            )
        if row.kind in seen:
            yield Found(at, "the same kind of time stands here twice. Keep one row of it.")
        seen.add(row.kind)
        if row.of != "nothing" and not row.value:
            yield Found(at, "it has no share. Add a value with `since` and `share`.")
        yield from dated_faults(row.value, (*at, "value"))


def site_faults(site: Site, place: Place) -> Iterator[Found]:
    """A currency or a clock that does not exist, and coins smaller than the currency has."""
    yield from money_faults(site.currency, (*place, "currency"))
    yield from zone_faults(site.zone, (*place, "zone"))
    if site.cash_step is not None and not any(money_faults(site.currency, ())):
        step = site.cash_step * 10 ** exponent(site.currency)
        if step.denominator != 1 or step <= Fraction(0):
            yield Found(
                (*place, "cash_step"),
                'it is not a coin of this currency. Write the smallest one, such as "0.10".',
            )


def money_faults(currency: str, place: Place) -> Iterator[Found]:
    """A currency that is none, in the words of `units.money`."""
    try:
        exponent(currency)
    except UnitsFault as fault:
        yield Found(place, str(fault))


def zone_faults(zone: str, place: Place) -> Iterator[Found]:
    """A time zone that the tables do not know."""
    try:
        ZoneInfo(zone)
    except (OSError, ValueError, KeyError):
        yield Found(
            place, f'"{zone[:60]}" is not a time zone. Write it as continent and city, such as America/Lima.'
        )


def enterprise_faults(enterprise: Enterprise) -> Iterator[Found]:
    """Ids used twice, contracts nobody uses, sites that name a contract which is not there."""
    for kind in ("site", "contract", "agreement"):
        ids = [row.id for row in getattr(enterprise, kind)]
        for number, name in enumerate(ids):
            if name in ids[:number]:
                yield Found((kind, number), "the same id stands here twice. Rename one of them.")
    known = [contract.id for contract in enterprise.contract]
    used = {name for site in enterprise.site for name in site.contracts}
    for number, site in enumerate(enterprise.site):
        for name in site.contracts:
            if name not in known:
                yield Found(
                    ("site", number, "contracts"),
                    f'there is no contract "{name[:60]}". Known: {", ".join(known) or "none"}. Correct it.',
                )
    for number, name in enumerate(known):
        if name not in used:
            yield Found(
                ("contract", number), "no site uses it. Name it in `contracts` of a site, or remove it."
            )
