"""Wages that a grant or a budget pays for: which sites or workshops, which months, what share, at most how much."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from jornal.actions.alone import alone
from jornal.actions.funding import (
    ROLES,
    EndsTooSoon,
    NotWhatItIsFor,
    OutOfItsTime,
    Sum,
    budget_of,
    grant_of,
    same_currency,
)
from jornal.actions.given import Listed, Token
from jornal.actions.office import Office
from jornal.actions.organisation import Digest, NotThere
from jornal.actions.verb import Row, Verb
from jornal.facts.funding import Budget, Grant, WagesFunded
from jornal.facts.organisation import Site, Workshop
from jornal.journal.fact import Fact
from jornal.reads.wagesfunded import WAGES, line_of
from jornal.rules.wagesfunded import over_the_whole
from jornal.rules.year import WHOLE
from jornal.units.money import Money
from jornal.units.said import Said

ONE_DAY = timedelta(days=1)


class NotWholeMonths(Said):
    """A line for wages that begins or ends within a month."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(
            "Wages are paid for by whole months: {since} to {until} does not begin on a first and end on a last day of "
            "a month. Correct the days.",
            since=since, until=until,
        )  # fmt: skip


class PaidTwice(Said):
    """Wages of which others would pay more than the whole."""

    def __init__(self, place: str, month: str, of_10000: int) -> None:
        whole, rest = divmod(of_10000, 100)
        super().__init__(
            "No: the wages of {place} in {month} would be paid to {percent} of what they are. No wage is charged "
            "twice. Lower a share, or let one line end before the other begins.",
            place=place, month=month, percent=f"{whole}.{rest:02}".rstrip("0").rstrip(".") + " %",
        )  # fmt: skip


class MoreThanTheGrant(Said):
    """Lines for wages that come to more than the grant they are of."""

    def __init__(self, grant: str, wages: int, amount: int, currency: str) -> None:
        super().__init__(
            "The lines for wages of the grant {grant} would come to {wages}, and it is {amount}. Lower one of them.",
            grant=grant, wages=Money(wages, currency), amount=Money(amount, currency),
        )  # fmt: skip


class NotOfTheBudget(Said):
    """Wages of another place than the one a budget is for."""

    def __init__(self, budget: str, its: str, place: str) -> None:
        super().__init__(
            "The budget {budget} is for {its}, and {place} is not in it. Name a place of it, or agree another budget.",
            budget=budget, its=its, place=place,
        )  # fmt: skip


class Paying(Row):
    """A line for wages of a grant or a budget: a share of the gross wages of whole months, at most so much in all.

    `places` are sites, or site/workshop, with semicolons between. It records what others pay; no wage waits for it.
    """

    of: Literal["grant", "budget"] = "grant"
    source: Token
    line: Annotated[int, Field(ge=1, le=99)] = 1
    places: Annotated[Listed, Field(min_length=1)]
    since: date
    until: date
    of_10000: Annotated[int, Field(ge=1, le=WHOLE)] = WHOLE
    amount: Sum
    paper: Digest = ""

    @model_validator(mode="after")
    def _whole_months(self) -> "Paying":
        _check_months(self.since, self.until)
        return self


@alone("hq")
def pay_wages_of(office: Office, rows: Sequence[Paying]) -> list[Fact]:
    """The lines as recorded in headquarters' book.

    Raises NotThere, OtherCurrency, OutOfItsTime, NotWhatItIsFor, NotOfTheBudget, MoreThanTheGrant, PaidTwice.
    """
    facts: list[WagesFunded] = []
    for row in rows:
        fact = WagesFunded(**row.model_dump())
        _check(fact, [*WagesFunded.objects.current(), *facts])
        facts.append(fact)
    return list(office.put(facts, "hq"))


def line_holds(_tip: WagesFunded, new: Mapping[str, Any], _today: date) -> None:
    """Raises what recording would for a line as it will stand after a correction."""
    _check_months(new["since"], new["until"])
    _check(WagesFunded(**new), list(WagesFunded.objects.current()))


def source_holds(tip: Grant | Budget, new: Mapping[str, Any], _: date) -> None:
    """Raises what recording a line would where a grant or a budget is corrected so that its lines no more hold."""
    kind = tip.KIND
    name = getattr(tip, kind)
    there = list(WagesFunded.objects.current())
    for line in there:
        if (line.of, line.source) == (kind, name):
            _check(line, there, of=type(tip)(**new))


def _check_months(since: date, until: date) -> None:
    if until < since:
        raise EndsTooSoon(since, until)
    if since.day != 1 or (until + ONE_DAY).day != 1:
        raise NotWholeMonths(since, until)


def _check(fact: WagesFunded, there: Sequence[WagesFunded], of: Grant | Budget | None = None) -> None:
    """Raises what is wrong with a line beside the others; one of the same number is the line itself."""
    if of is None:
        of = grant_of(fact.source) if fact.of == "grant" else budget_of(fact.source)
    if not of.since <= fact.since <= fact.until <= of.until:
        wrong = fact.since if not of.since <= fact.since <= of.until else fact.until
        raise OutOfItsTime(fact.source, wrong, of.since, of.until)
    for place in fact.places:
        _check_place(place, of)
    key = (fact.of, fact.source, fact.line)
    others = [one for one in there if (one.of, one.source, one.line) != key]
    if isinstance(of, Grant):
        _check_grant(of, sum(one.amount for one in (fact, *others) if (one.of, one.source) == key[:2]))
    if over := over_the_whole([line_of(one) for one in (*others, fact)]):
        raise PaidTwice(*over)


def _check_grant(grant: Grant, wages: int) -> None:
    if grant.restricted and WAGES not in grant.heads:
        raise NotWhatItIsFor(grant.grant, WAGES, grant.heads)
    if wages > grant.amount:
        raise MoreThanTheGrant(grant.grant, wages, grant.amount, grant.currency)


def _check_place(place: str, of: Grant | Budget) -> None:
    name, _, room = place.partition("/")
    site = Site.objects.current().filter(site=name).first()
    if site is None:
        raise NotThere("site", name, "open-site")
    if "/" in place and not Workshop.objects.current().filter(site=name, workshop=room).exists():
        raise NotThere("workshop", room, "open-workshop")
    if isinstance(of, Budget) and (of.site != name or of.workshop not in ("", room)):
        its = f"{of.site}/{of.workshop}" if of.workshop else of.site
        raise NotOfTheBudget(of.budget, its, place)
    same_currency(of.grant if isinstance(of, Grant) else of.budget, of.currency, site.currency)


VERBS: dict[str, Verb] = {
    "fund-wages": Verb(
        Paying, pay_wages_of, ROLES, "Record a line of a grant or a budget that pays for wages."
    ),
}
