"""The promise and the fund: what share of the profit goes back, what was set aside, what it was spent on, and rates."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from jornal.actions.alone import alone
from jornal.actions.funding import ROLES, Sum, Text, costs_like
from jornal.actions.given import Listed, NotStaff, on, on_the_staff
from jornal.actions.given import Token as Name
from jornal.actions.inopen import fit_to_publish
from jornal.actions.office import Office
from jornal.actions.organisation import Currency, Digest, NotThere
from jornal.actions.spending import PaperTwice
from jornal.actions.verb import Row, Verb
from jornal.facts.funding import PURPOSES, ExchangeRate, FundSpent, ProfitPromised, SetAside
from jornal.facts.organisation import Site
from jornal.journal.fact import Fact
from jornal.units.said import Said

Purpose = Literal["training", "shops", "workshops", "after_release", "other"]
ALL = 10_000
"""The whole profit, in parts of ten thousand."""


class NoSuchPurpose(Said):
    """A purpose that no promise of profit may name."""

    def __init__(self, purpose: str) -> None:
        super().__init__(
            "{purpose} is no purpose of the fund. There are {known}; wages, safety, what a prison owes and "
            "advertising are none.",
            purpose=repr(purpose[:20]), known=", ".join(PURPOSES[:-1]),
        )  # fmt: skip


class NothingPromised(Said):
    """Money for a fund that nobody was promised."""

    def __init__(self) -> None:
        super().__init__(
            "No share of the profit was promised by then. Record the promise first, with `jornal do promise-profit`."
        )


class HeardWhen(Said):
    """Representatives who were heard, without the day, or after the money was spent."""

    def __init__(self) -> None:
        super().__init__(
            "Workers are heard before the money is spent: give heard_on, a day up to that of the spending, and in "
            "heard the representatives."
        )


class NotARate(Said):
    """Text that is no rate of exchange."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "{text} is not a rate. Write plain digits with a point before the decimals, more than nought, such as "
            "0.1885.",
            text=repr(text[:20]),
        )


def _rate(text: str) -> str:
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,12})?", text) or not text.strip("0."):
        raise NotARate(text)
    return text


class Promised(Row):
    """The share of the profit that goes back from a day on, for what, in the words in which it was published.

    `of_10000` is 10000 for all of it. `purposes` stand with semicolons between.
    """

    since: date
    of_10000: Annotated[int, Field(ge=1, le=ALL)]
    purposes: Annotated[Listed, Field(min_length=1)]
    says: Annotated[str, Field(min_length=1, max_length=500), AfterValidator(fit_to_publish)]
    published_at: Annotated[str, Field(max_length=200)] = ""

    @model_validator(mode="after")
    def _goes_back(self) -> "Promised":
        for one in self.purposes:
            if one not in PURPOSES[:-1]:
                raise NoSuchPurpose(one)
        return self


class Aside(Row):
    """Money put into the fund from the profit of a year, in minor units, with the paper of the bank."""

    year: Annotated[int, Field(ge=1990, le=2999)]
    number: Annotated[int, Field(ge=1, le=99)] = 1
    day: date | None = None
    amount: Sum
    currency: Currency
    paper: Digest = ""


class Used(Row):
    """Money spent from the fund, in minor units: for what, by which paper, and which representatives were heard.

    `minutes` is the digest of what was written down when they were heard.
    """

    spending: Name
    purpose: Purpose
    label: Text
    at: str = ""
    day: date | None = None
    amount: Sum
    currency: Currency
    paper: Digest = ""
    heard: Listed = Field(default_factory=list)
    heard_on: date | None = None
    minutes: Digest = ""


class Rated(Row):
    """What one unit of a currency (base) was worth in another (quote) on a day, and who says so."""

    base: Currency
    quote: Currency
    day: date
    rate: Annotated[str, AfterValidator(_rate)]
    source: Annotated[str, Field(min_length=1, max_length=300)]

    @model_validator(mode="after")
    def _of_two(self) -> "Rated":
        if self.base == self.quote:
            raise Said("a rate is between two currencies")
        return self


def promise(office: Office, rows: Sequence[Promised]) -> list[Fact]:
    """The promises as recorded in headquarters' book."""
    return list(office.put((ProfitPromised(**row.model_dump()) for row in rows), "hq"))


@alone("hq")
def set_aside(office: Office, rows: Sequence[Aside]) -> list[Fact]:
    """What was put into the fund, as recorded. Raises NothingPromised, NotYet."""
    facts = []
    for row in rows:
        day = on(office, row.day)
        if not ProfitPromised.objects.current().filter(since__lte=day).exists():
            raise NothingPromised
        facts.append(SetAside(**row.model_dump(exclude={"day"}), day=day))
    return list(office.put(facts, "hq"))


@alone("hq")
def use(office: Office, rows: Sequence[Used]) -> list[Fact]:
    """What was spent from the fund, as recorded; more than it holds too, and the statement says so.

    Raises NothingPromised, NotStaff for who is no representative, HeardWhen, PaperTwice, NotThere, NotYet.
    """
    facts: list[FundSpent] = []
    for row in rows:
        fact = FundSpent(**row.model_dump(exclude={"at", "day"}), site=row.at, day=on(office, row.day))
        used_rightly(fact, facts)
        facts.append(fact)
    return list(office.put(facts, "hq"))


def used_rightly(fact: FundSpent, others: Sequence[FundSpent]) -> None:
    """Raises NothingPromised, NotStaff, HeardWhen, PaperTwice, NotThere."""
    if not ProfitPromised.objects.current().filter(since__lte=fact.day).exists():
        raise NothingPromised
    if fact.site and not Site.objects.current().filter(site=fact.site).exists():
        raise NotThere("site", fact.site, "open-site")
    for one in sorted(set(fact.heard) - on_the_staff(fact.heard, ("workers",))):
        raise NotStaff(one)
    if bool(fact.heard) != (fact.heard_on is not None) or (fact.heard_on and fact.heard_on > fact.day):
        raise HeardWhen
    for cost in costs_like(fact.paper):
        raise PaperTwice(cost.cost)
    there = FundSpent.objects.current().filter(paper=fact.paper) if fact.paper else ()
    for one in (*there, *(other for other in others if fact.paper and other.paper == fact.paper)):
        if one.spending != fact.spending:
            raise PaperTwice(one.spending)


def rate(office: Office, rows: Sequence[Rated]) -> list[Fact]:
    """The rates of exchange as recorded. Raises NotYet."""
    for row in rows:
        on(office, row.day)
    return list(office.put((ExchangeRate(**row.model_dump()) for row in rows), "hq"))


VERBS: dict[str, Verb] = {
    "promise-profit": Verb(
        Promised, promise, ROLES, "Record what share of the profit goes back, and for what."
    ),
    "set-aside": Verb(Aside, set_aside, ROLES, "Record money put into the fund from the profit of a year."),
    "spend-fund": Verb(
        Used, use, ROLES, "Record money spent from the fund, and who of the workers was heard."
    ),
    "set-exchange-rate": Verb(Rated, rate, ROLES, "Record a rate of exchange with its day and its source."),
}
