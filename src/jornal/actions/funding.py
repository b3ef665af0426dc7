"""Money from others: grants, the budget of a workshop that an authority pays for in part, and what was received."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from jornal.actions.alone import alone
from jornal.actions.amounts import Minor
from jornal.actions.given import Listed, Token, on
from jornal.actions.office import Office
from jornal.actions.organisation import Currency, Digest, NotThere
from jornal.actions.verb import Row, Verb
from jornal.facts.funding import HEADS, Budget, BudgetHead, Cost, Grant, MoneyReceived, WagesFunded
from jornal.facts.organisation import Authority, Site, Workshop
from jornal.journal.fact import Fact
from jornal.reads.wagesfunded import WAGES
from jornal.units.said import Said

ROLES = ("hq_finance",)
Text = Annotated[str, Field(min_length=1, max_length=200)]
Sum = Annotated[Minor, Field(gt=0)]
Head = Literal[
    "materials", "tools", "machines", "rooms", "energy", "transport", "training", "shops", "selling", "safety",
    "staff", "employer_shares", "fees", "taxes", "office", "other",
]  # fmt: skip


class EndsTooSoon(Said):
    """A grant or a budget that ends before it begins."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(
            "It begins on {since} and ends on {until}. Correct one of the days.", since=since, until=until
        )


class NoSuchHead(Said):
    """A head under which nothing is spent."""

    def __init__(self, head: str) -> None:
        super().__init__(
            "{head} is no head of spending. There are {known}.",
            head=repr(head[:20]),
            known=", ".join((*HEADS, WAGES)),
        )


class OtherCurrency(Said):
    """Money in another currency than what it belongs to."""

    def __init__(self, what: str, its: str, given: str) -> None:
        super().__init__(
            "{what} is in {its}, and this is in {given}. Give the amount that the bank shows in {its}: nothing is "
            "converted here.",
            what=what, its=its, given=given,
        )  # fmt: skip


class NotInTheBudget(Said):
    """A head that a budget does not have."""

    def __init__(self, budget: str, head: str) -> None:
        super().__init__(
            "The budget {budget} has no head {head}. Agree it with the authority and record it, with "
            "`jornal do plan-head`.",
            budget=budget, head=head,
        )  # fmt: skip


class NotWhatItIsFor(Said):
    """Restricted money that would be spent on something else."""

    def __init__(self, grant: str, head: str, heads: Sequence[str]) -> None:
        super().__init__(
            "The grant {grant} is restricted to {heads}, and this is {head}. Pay it from other money, or ask the "
            "funder for another letter and correct the grant.",
            grant=grant, head=head, heads=", ".join(heads),
        )  # fmt: skip


class OutOfItsTime(Said):
    """A day on which a grant or a budget pays for nothing."""

    def __init__(self, what: str, day: date, since: date, until: date) -> None:
        super().__init__(
            "{what} pays from {since} to {until}, and this was on {day}. Pay it from other money, or correct the day.",
            what=what, day=day, since=since, until=until,
        )  # fmt: skip


class MoreThanPlanned(Said):
    """An authority that promises more of a head than is planned for it."""

    def __init__(self, head: str) -> None:
        super().__init__(
            "{head}: the authority would pay more than is planned for it. Correct one of the two.", head=head
        )


class ReceivedTwice(Said):
    """Money on a paper that was recorded before, under another number."""

    def __init__(self, number: str) -> None:
        super().__init__(
            "The same amount of that day with the same paper is recorded already, as {number}. Money that came twice "
            "has two papers.",
            number=number,
        )


class _Lasting(Row):
    since: date
    until: date

    @model_validator(mode="after")
    def _begins_first(self) -> Any:
        if self.until < self.since:
            raise EndsTooSoon(self.since, self.until)
        return self


class Granted(_Lasting):
    """A grant as the funder's letter gives it, in minor units; with heads it pays for these and no others."""

    grant: Token
    funder: Text
    amount: Sum
    currency: Currency
    purpose: Annotated[str, Field(min_length=1, max_length=500)]
    restricted: bool = False
    heads: Listed = Field(default_factory=list)
    paper: Digest = ""

    @model_validator(mode="after")
    def _restricted_to_heads(self) -> "Granted":
        for head in self.heads:
            if head not in (*HEADS, WAGES):
                raise NoSuchHead(head)
        if self.restricted and not self.heads:
            raise Said("a grant that is restricted names the heads it pays for")
        return self


class Budgeted(_Lasting):
    """The budget of a workshop that an authority pays for in part; its heads are recorded one by one."""

    budget: Token
    authority: Token
    at: Token
    workshop: str = ""
    currency: Currency
    paper: Digest = ""


class Headed(Row):
    """What is planned for a head of a budget in all, and what of it the authority promised; minor units."""

    budget: Token
    head: Head
    planned: Sum
    promised: Minor

    @model_validator(mode="after")
    def _promised_of_it(self) -> "Headed":
        if self.promised > self.planned:
            raise MoreThanPlanned(self.head)
        return self


class Came(Row):
    """Money that came in and is no sale: of a grant, for a head of a budget, a gift or other; minor units."""

    received: Token
    of: Literal["grant", "budget", "gift", "other"]
    source: str = ""
    head: Head | Literal["", "wages"] = ""
    giver: Annotated[str, Field(max_length=200)] = ""
    day: date | None = None
    amount: Sum
    currency: Currency
    paper: Digest = ""

    @model_validator(mode="after")
    def _says_whose(self) -> "Came":
        if self.of in ("grant", "budget") and not self.source:
            raise Said("say which one it is of, in source")
        if (self.of == "budget") != bool(self.head):
            raise Said("money of a budget is given for a head of it, and no other money is")
        if self.of in ("gift", "other") and (self.source or not self.giver):
            raise Said("say who gave it, in giver, and no source")
        return self


def grant(office: Office, rows: Sequence[Granted]) -> list[Fact]:
    """The grants as recorded in headquarters' book."""
    return list(
        office.put((Grant(**{**row.model_dump(), "restricted": bool(row.heads)}) for row in rows), "hq")
    )


def agree(office: Office, rows: Sequence[Budgeted]) -> list[Fact]:
    """The budgets as recorded. Raises NotThere for an authority, a site or a workshop that is not known."""
    facts = []
    for row in rows:
        if not Authority.objects.current().filter(authority=row.authority).exists():
            raise NotThere("authority", row.authority, "name-authority")
        if not Site.objects.current().filter(site=row.at).exists():
            raise NotThere("site", row.at, "open-site")
        rooms = Workshop.objects.current().filter(site=row.at, workshop=row.workshop)
        if row.workshop and not rooms.exists():
            raise NotThere("workshop", row.workshop, "open-workshop")
        facts.append(Budget(site=row.at, **row.model_dump(exclude={"at"})))
    return list(office.put(facts, "hq"))


def plan(office: Office, rows: Sequence[Headed]) -> list[Fact]:
    """The heads of budgets as recorded. Raises NotThere for a budget that was not agreed."""
    for row in rows:
        budget_of(row.budget)
    return list(office.put((BudgetHead(**row.model_dump()) for row in rows), "hq"))


@alone("hq")
def receive(office: Office, rows: Sequence[Came]) -> list[Fact]:
    """The money received, as recorded. Raises NotThere, NotInTheBudget, OtherCurrency, ReceivedTwice, NotYet."""
    facts: list[MoneyReceived] = []
    for row in rows:
        if row.of == "grant":
            same_currency(row.source, grant_of(row.source).currency, row.currency)
        elif row.of == "budget":
            same_currency(row.source, budget_of(row.source).currency, row.currency)
            in_the_budget(row.source, row.head)
        fact = MoneyReceived(**row.model_dump(exclude={"day"}), day=on(office, row.day))
        not_twice(fact, facts)
        facts.append(fact)
    return list(office.put(facts, "hq"))


def not_twice(fact: MoneyReceived, others: Sequence[MoneyReceived]) -> None:
    """Raises ReceivedTwice."""
    same = MoneyReceived.objects.current().filter(
        paper=fact.paper, day=fact.day, amount=fact.amount, currency=fact.currency, head=fact.head
    )
    key = (fact.paper, fact.day, fact.amount, fact.currency, fact.head)
    found = [
        *same,
        *(one for one in others if (one.paper, one.day, one.amount, one.currency, one.head) == key),
    ]
    for one in found:
        if fact.paper and one.received != fact.received:
            raise ReceivedTwice(one.received)


def grant_of(name: str) -> Grant:
    """A grant by its short name. Raises NotThere."""
    found = Grant.objects.current().filter(grant=name).first()
    if found is None:
        raise NotThere("grant", name, "record-grant")
    return found


def budget_of(name: str) -> Budget:
    """A budget by its short name. Raises NotThere."""
    found = Budget.objects.current().filter(budget=name).first()
    if found is None:
        raise NotThere("budget", name, "agree-budget")
    return found


def in_the_budget(budget: str, head: str) -> None:
    """Raises NotInTheBudget where a budget has no such head; wages are one where it has a line for them."""
    if head == WAGES and WagesFunded.objects.current().filter(of="budget", source=budget).exists():
        return
    if not BudgetHead.objects.current().filter(budget=budget, head=head).exists():
        raise NotInTheBudget(budget, head)


def same_currency(what: str, its: str, given: str) -> None:
    """Raises OtherCurrency where money is in another currency than what it belongs to."""
    if its != given:
        raise OtherCurrency(what, its, given)


def costs_like(paper: str) -> list[Cost]:
    """The costs that carry a paper, in every book."""
    return list(Cost.objects.current().filter(paper=paper)) if paper else []


VERBS: dict[str, Verb] = {
    "record-grant": Verb(Granted, grant, ROLES, "Record a grant as the funder's letter gives it."),
    "agree-budget": Verb(
        Budgeted, agree, ROLES, "Record the budget of a workshop that an authority pays for in part."
    ),
    "plan-head": Verb(
        Headed, plan, ROLES, "Record what is planned for a head of a budget, and what the authority promised."
    ),
    "receive-money": Verb(Came, receive, ROLES, "Record money received that is no sale."),
}
