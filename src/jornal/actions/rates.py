"""Rates of pay set for a site, and the jobs they are for: announced before they fall, never lowered backwards."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from jornal.actions.alone import alone
from jornal.actions.amounts import Minor
from jornal.actions.given import Printed, Token
from jornal.actions.leastrates import rate_holds
from jornal.actions.office import Book, Office
from jornal.actions.planned import adopted_terms
from jornal.actions.verb import Row, Verb
from jornal.facts.work import Job, RateCard
from jornal.journal.fact import Fact
from jornal.journal.record import NotCorrectable
from jornal.reads.rates import rate_cards, together
from jornal.terms.contracts import Rate
from jornal.terms.dated import in_force
from jornal.terms.shapes import or_unknown, read_price, read_ratio
from jornal.units.parts import Part
from jornal.units.said import Said

Of = tuple[str, str, str]
"""What a rate is for: hour, day, month or piece; operation; grade."""
NOTICE = timedelta(days=30)
AT_HEADQUARTERS = ("hq_operations", "hq_finance")


class Lowered(Said):
    """A rate that falls for days already worked, or without a month's notice."""

    def __init__(self, row: "NewRate", before: Fraction, why: str) -> None:
        super().__init__(
            "The rate for {what} is {before} on {since}: {why}",
            what=row.operation or row.grade or Part(f"the {row.per}"),
            before=_shown(before),
            since=row.since,
            why=why,
        )


class OfHeadquarters(Said):
    """A rate of contract or authority that a site sets."""

    def __init__(self, layer: str) -> None:
        super().__init__(
            "A site sets rates of the house; one of the {layer} is set by headquarters. Ask them, or "
            "set it as one of the house (layer=house).",
            layer=layer,
        )


def _shown(amount: Fraction) -> str:
    return f"{Decimal(amount.numerator) / Decimal(amount.denominator):f}"


def _amount(text: str) -> str:
    or_unknown(read_price)(text)
    return text.strip()


def _minutes(text: str) -> str:
    if text:
        read_ratio(text)
    return text


class NewRate(Row):
    """A rate from a day on, in the site's currency, such as 4.50: by the hour, day or month and grade, or by the piece.

    A rise may reach back, and is then paid as a correction. A fall is announced 30 days before, and never reaches back.
    "unknown" stops the line it prices. `standard_minutes` is the measured time of a piece.
    """

    per: Literal["hour", "day", "month", "piece"]
    operation: Annotated[str, Field(max_length=60)] = ""
    grade: Annotated[str, Field(max_length=40)] = ""
    since: date
    amount: Annotated[str, Field(max_length=20), AfterValidator(_amount)]
    label: Annotated[Printed, Field(max_length=200)] = ""
    layer: Literal["contract", "house", "authority"] = "contract"
    standard_minutes: Annotated[str, Field(max_length=20), AfterValidator(_minutes)] = ""
    announced_on: date | None = None
    source: Annotated[str, Field(max_length=300)] = ""

    @model_validator(mode="after")
    def _is_for_something(self) -> "NewRate":
        if (self.per == "piece") != bool(self.operation):
            raise Said("a piece rate names its operation, and no other rate has one")
        return self

    @property
    def of(self) -> Of:
        """What it is for."""
        return (self.per, self.operation, self.grade)


class JobNamed(Row):
    """A job of the site's trade, and the wage outside that it is compared with, with its source."""

    job: Token
    label: Annotated[Printed, Field(min_length=1, max_length=200)]
    trade: Annotated[str, Field(max_length=60)] = ""
    comparator_amount: Minor | None = None
    comparator_unit: Literal["", "hour", "day", "week", "month"] = ""
    comparator_source: Annotated[str, Field(max_length=300)] = ""
    comparator_on: date | None = None


@alone("hq")
def set_rate(office: Office, rows: Sequence[NewRate]) -> list[Fact]:
    """The rates, as recorded: in headquarters' book of the site, or a site's rates of the house in its own.

    Raises Lowered, OfHeadquarters, BelowTheFloor for a product that is costed here.
    """
    for row in rows:
        if office.hand.role not in AT_HEADQUARTERS and row.layer != "house":
            raise OfHeadquarters(row.layer)
        _holds(office.site, office.day, row)
    return office.put((RateCard(**row.model_dump(), site=office.site) for row in rows), _book(office))


def name_job(office: Office, rows: Sequence[JobNamed]) -> list[Fact]:
    """The jobs, as recorded."""
    return office.put((Job(**row.model_dump(), site=office.site) for row in rows), _book(office))


def amounts_on(site: str, of: Of, day: date) -> list[Fraction]:
    """What a rate is on a day by every contract of the site, as adopted, and by its cards; none where it has none.

    One that is not known counts for nothing here.
    """
    terms = adopted_terms(site)
    places = [one for one in terms.site if one.id == site] if terms else []
    named = {name for one in places for name in one.contracts}
    contracts: list[tuple[Rate, ...]] = (
        [one.rate for one in terms.contract if one.id in named] if terms else []
    )
    cards = rate_cards(site)
    found = []
    for rates in contracts or [()]:
        for rate in together(rates, cards):
            value = in_force(rate.value, day) if (rate.per, rate.operation, rate.grade) == of else None
            if value is not None and value.amount is not None:
                found.append(value.amount)
    return found


def card_holds(tip: RateCard, new: Mapping[str, Any], today: date) -> None:
    """Raises Lowered, BelowTheFloor where a rate, corrected, would fall as no new one may."""
    _holds(tip.site, today, NewRate(**{name: new[name] for name in NewRate.model_fields}))


def card_taken_back(tip: RateCard, today: date) -> None:
    """Raises NotCorrectable for a rate that days were worked at; one that was recorded today is taken back today."""
    if tip.since <= today and tip.recorded_at.date() < today:
        raise NotCorrectable(tip, Part("days were worked at it; set another from a later day"))


def refused(site: str, today: date, row: NewRate) -> Said | None:
    """Why a rate would not be taken, before it is recorded; None where it would."""
    try:
        _holds(site, today, row)
    except Said as fault:
        return fault
    return None


def _holds(site: str, today: date, row: NewRate) -> None:
    """Raises Lowered, BelowTheFloor."""
    _check(site, today, row)
    amount = or_unknown(read_price)(row.amount)
    if row.operation and amount is not None and not _raised(site, row, amount):
        rate_holds(site, row.operation, amount, row.since)


def _check(site: str, today: date, row: NewRate) -> None:
    """Raises Lowered where a rate falls for days that were worked, or without notice."""
    if RateCard.objects.current().filter(site=site, **_key(row), amount=row.amount).exists():
        return
    amount = or_unknown(read_price)(row.amount)
    before = [held for held in amounts_on(site, row.of, row.since) if amount is None or held > amount]
    if not before:
        return
    if row.since <= today:
        why = Part(
            "a rate is never lowered for days already worked. Give a later day, announced 30 days before."
        )
        raise Lowered(row, max(before), why)
    if row.announced_on is None or row.since < row.announced_on + NOTICE:
        raise Lowered(
            row,
            max(before),
            Part("a fall is announced 30 days before. Give announced_on, or a later day."),
        )


def _raised(site: str, row: NewRate, amount: Fraction) -> bool:
    """Whether a rate is at least what is paid already: one that is too low still is never kept from rising."""
    held = amounts_on(site, row.of, row.since)
    return bool(held) and amount >= max(held)


def _key(row: NewRate) -> dict[str, object]:
    return {"per": row.per, "operation": row.operation, "grade": row.grade, "since": row.since}


def _book(office: Office) -> Book:
    return "hq_site" if office.hand.role in AT_HEADQUARTERS else "site"


VERBS: dict[str, Verb] = {
    "set-rate": Verb(
        NewRate, set_rate, (*AT_HEADQUARTERS, "site_manager"), "Set a rate of pay from a day on."
    ),
    "name-job": Verb(
        JobNamed, name_job, (*AT_HEADQUARTERS, "site_manager"), "Name a job and what it is compared with."
    ),
}
