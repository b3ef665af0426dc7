"""Money spent, on what paper and whose money it was; advances to buy with, settled by receipts and what comes back."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from django.db.models import Sum as Total
from pydantic import Field, model_validator

from jornal.actions.alone import alone
from jornal.actions.funding import (
    ROLES,
    Head,
    NotWhatItIsFor,
    OutOfItsTime,
    Sum,
    Text,
    budget_of,
    costs_like,
    grant_of,
    in_the_budget,
    same_currency,
)
from jornal.actions.given import NotStaff, Token, on, on_the_staff
from jornal.actions.office import Office
from jornal.actions.organisation import Currency, Digest, NotThere
from jornal.actions.verb import Row, Verb
from jornal.facts.funding import Advance, AdvanceReturned, Cost, FundSpent, Grant
from jornal.facts.lots import MaterialLot
from jornal.facts.organisation import Site
from jornal.journal.fact import Fact
from jornal.units.money import Money
from jornal.units.said import Said

BUYERS = ("site_manager", *ROLES)


class PaperTwice(Said):
    """A paper that another cost carries already."""

    def __init__(self, number: str) -> None:
        super().__init__(
            "This paper is recorded already, as {number}: nothing is paid twice. Where several costs stand on one "
            "paper, say so of each (part=yes).",
            number=number,
        )


class BeforeTheAdvance(Said):
    """A receipt of a day before the advance was given."""

    def __init__(self, advance: str, since: date, day: date) -> None:
        super().__init__(
            "The advance {advance} was given on {since}, so nothing was bought with it on {day}. Correct the day.",
            advance=advance, since=since, day=day,
        )  # fmt: skip


class TooMuchBack(Said):
    """More brought back of an advance than is open of it."""

    def __init__(self, advance: str, left: Money, back: Money) -> None:
        super().__init__(
            "Of the advance {advance} {left} is open, and {back} would come back. Look at its receipts again.",
            advance=advance, left=left, back=back,
        )  # fmt: skip


class Spent(Row):
    """Money spent, in minor units: on what, from whom, by which paper, and whose money it was.

    `source` is the grant or budget it was paid from. `lot` is the lot of material it paid for. With `part` other costs
    stand on the same paper.
    """

    cost: Token
    head: Head
    label: Text
    supplier: Text
    amount: Sum
    currency: Currency
    day: date | None = None
    paper: Digest = ""
    at: str = ""
    paid_from: Literal["own", "grant", "budget"] = "own"
    source: str = ""
    lot: str = ""
    part: bool = False

    @model_validator(mode="after")
    def _says_whose(self) -> "Spent":
        if (self.paid_from == "own") != (not self.source):
            raise Said("say in source which grant or budget it was paid from; own money has none")
        return self


class Given(Row):
    """Money given to somebody on the staff to buy with, in minor units."""

    advance: Token
    staff: Annotated[str, Field(min_length=1)]
    at: str = ""
    day: date | None = None
    amount: Sum
    currency: Currency
    purpose: Annotated[str, Field(min_length=1, max_length=500)]
    paper: Digest = ""


class Receipt(Row):
    """A receipt for what was bought with an advance, in minor units. With `part` others stand on the same paper."""

    advance: Token
    cost: Token
    head: Head
    label: Text
    supplier: Text
    amount: Sum
    day: date
    paper: Annotated[Digest, Field(min_length=64)]
    lot: str = ""
    part: bool = False


class Back(Row):
    """Money of an advance brought back unspent, in minor units."""

    advance: Token
    number: Annotated[int, Field(ge=1, le=99)] = 1
    day: date | None = None
    amount: Sum
    paper: Digest = ""


@alone("hq")
def spend(office: Office, rows: Sequence[Spent]) -> list[Fact]:
    """The costs as recorded in headquarters' book.

    Raises NotThere, OtherCurrency, NotWhatItIsFor, OutOfItsTime, NotInTheBudget, PaperTwice, NotYet. More spent of a
    grant or a budget than it has is recorded: the statement says so.
    """
    facts: list[Cost] = []
    for row in rows:
        fact = Cost(**row.model_dump(exclude={"at", "part", "day"}), site=row.at, day=on(office, row.day))
        _check_place(fact)
        _check_source(fact)
        _check_paper(fact, facts, part=row.part)
        facts.append(fact)
    return list(office.put(facts, "hq"))


def give(office: Office, rows: Sequence[Given]) -> list[Fact]:
    """The advances as recorded in headquarters' book. Raises NotStaff, NotThere, NotYet."""
    facts = []
    for row in rows:
        if not on_the_staff([row.staff], ("enterprise",)):
            raise NotStaff(row.staff)
        fact = Advance(**row.model_dump(exclude={"at", "day"}), site=row.at, day=on(office, row.day))
        _check_site(row.at)
        facts.append(fact)
    return list(office.put(facts, "hq"))


@alone("hq")
def hand_in(office: Office, rows: Sequence[Receipt]) -> list[Fact]:
    """The receipts as recorded: in the site's book by its manager, else in headquarters'.

    Raises NotThere, BeforeTheAdvance, PaperTwice, NotYet. Receipts for more than was given are recorded: the rest is
    owed to whoever bought.
    """
    facts: list[Cost] = []
    for row in rows:
        advance = advance_of(row.advance)
        if on(office, row.day) < advance.day:
            raise BeforeTheAdvance(row.advance, advance.day, row.day)
        fact = Cost(
            **row.model_dump(exclude={"advance", "part"}), currency=advance.currency, site=advance.site,
            paid_from="advance", source=row.advance,
        )  # fmt: skip
        _check_place(fact)
        _check_paper(fact, facts, part=row.part)
        facts.append(fact)
    return list(office.put(facts, "site" if office.hand.role == "site_manager" else "hq"))


@alone("hq")
def bring_back(office: Office, rows: Sequence[Back]) -> list[Fact]:
    """What came back of advances, as recorded in headquarters' book. Raises NotThere, TooMuchBack, NotYet."""
    facts: list[AdvanceReturned] = []
    for row in rows:
        advance = advance_of(row.advance)
        fact = AdvanceReturned(**row.model_dump(exclude={"day"}), day=on(office, row.day))
        here = sum(one.amount for one in facts if one.advance == row.advance)
        left = open_of(advance, apart=row.number) - here
        if row.amount > left:
            currency = advance.currency
            raise TooMuchBack(row.advance, Money(left, currency), Money(row.amount, currency))
        facts.append(fact)
    return list(office.put(facts, "hq"))


def advance_of(name: str) -> Advance:
    """An advance by its short name. Raises NotThere."""
    found = Advance.objects.current().filter(advance=name).first()
    if found is None:
        raise NotThere("advance", name, "give-advance")
    return found


def open_of(advance: Advance, apart: int = 0) -> int:
    """What is open of an advance, in minor units: given, less receipts and what came back but that of one number."""
    spent = Cost.objects.current().filter(paid_from="advance", source=advance.advance)
    back = AdvanceReturned.objects.current().filter(advance=advance.advance).exclude(number=apart)
    gone: int = sum(rows.aggregate(sum=Total("amount"))["sum"] or 0 for rows in (spent, back))
    return advance.amount - gone


def _check_place(fact: Cost) -> None:
    _check_site(fact.site)
    if fact.lot and not MaterialLot.objects.current().filter(code=fact.lot).exists():
        raise NotThere("lot of material", fact.lot, "receive-material")


def _check_site(site: str) -> None:
    if site and not Site.objects.current().filter(site=site).exists():
        raise NotThere("site", site, "open-site")


def _check_source(fact: Cost) -> None:
    """Raises what is wrong with the grant or the budget that a cost is paid from."""
    if fact.paid_from == "own":
        return
    of = grant_of(fact.source) if fact.paid_from == "grant" else budget_of(fact.source)
    same_currency(fact.source, of.currency, fact.currency)
    if not of.since <= fact.day <= of.until:
        raise OutOfItsTime(fact.source, fact.day, of.since, of.until)
    if not isinstance(of, Grant):
        in_the_budget(fact.source, fact.head)
    elif of.restricted and fact.head not in of.heads:
        raise NotWhatItIsFor(fact.source, fact.head, of.heads)


def _check_paper(fact: Cost, others: Sequence[Cost], *, part: bool) -> None:
    """Raises PaperTwice where another cost, or money from the fund, stands on the same paper and no part of it."""
    for one in [
        *costs_like(fact.paper),
        *(new for new in others if fact.paper and new.paper == fact.paper),
    ]:
        alike = (one.head, one.amount, one.label) == (fact.head, fact.amount, fact.label)
        if one.cost != fact.cost and (not part or alike):
            raise PaperTwice(one.cost)
    if fact.paper:
        for other in FundSpent.objects.current().filter(paper=fact.paper):
            raise PaperTwice(other.spending)


VERBS: dict[str, Verb] = {
    "record-cost": Verb(Spent, spend, ROLES, "Record money spent, on what paper and whose money it was."),
    "give-advance": Verb(Given, give, ROLES, "Record money given to somebody on the staff to buy with."),
    "hand-in-receipt": Verb(
        Receipt, hand_in, BUYERS, "Record a receipt for what was bought with an advance."
    ),
    "bring-back-advance": Verb(Back, bring_back, ROLES, "Record money of an advance that came back unspent."),
}
