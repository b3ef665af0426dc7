"""The enterprise, who employs, which authority it works with, and what was agreed with it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator

from jornal.actions.given import Clauses, Listed, Printed, Token, on, on_the_staff
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import Agreement, Authority, Employer, Enterprise, Site
from jornal.journal.fact import Fact
from jornal.units.money import exponent
from jornal.units.parts import Part
from jornal.units.said import Said

CHANGE_OF_MODEL = timedelta(days=30)
HEADQUARTERS = ("hq_operations",)

Model = Literal["employment", "craft", "training"]


def _currency(text: str) -> str:
    exponent(text)
    return text


def _country(text: str) -> str:
    if not re.fullmatch("[A-Z]{2}", text):
        raise Said(
            "{text} is not a country; write the two capital letters of its ISO 3166 code",
            text=repr(text[:20]),
        )
    return text


def _digest(text: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}|", text.lower()):
        raise Said("write the 64 hexadecimal characters of the paper's SHA-256 digest, or leave it out")
    return text.lower()


Currency = Annotated[str, AfterValidator(_currency)]
Country = Annotated[str, AfterValidator(_country)]
Digest = Annotated[str, AfterValidator(_digest)]


class NotThere(Said):
    """Something of the organisation that has to be recorded before."""

    def __init__(self, what: str, name: str, verb: str) -> None:
        super().__init__(
            'There is no {what} "{name}" yet. Record it first, with `jornal do {verb}`.',
            what=Part(what),
            name=name,
            verb=verb,
        )


class NotAnOutsider(Said):
    """A model that somebody of the house has signed for."""

    def __init__(self, who: str) -> None:
        super().__init__(
            "{who} is of the enterprise or the prison. An outsider signs for the declared model: ask one.",
            who=who,
        )


class TooSoon(Said):
    """A model that changes without notice."""

    def __init__(self, before: str, model: str, day: date) -> None:
        super().__init__(
            "The model was {before}; changing it to {model} takes 30 days. Let it hold from {day} or later.",
            before=before,
            model=model,
            day=day,
        )


class EndsBefore(Said):
    """An agreement that ends before it begins."""

    def __init__(self, agreement: str, begins: date, ends: date) -> None:
        super().__init__(
            "The agreement {agreement} holds from {begins} and ends on {ends}. Correct one of the days.",
            agreement=agreement,
            begins=begins,
            ends=ends,
        )


class Founded(Row):
    """The enterprise and the model it declares in public, once for all its workers."""

    enterprise: Token
    label: Printed
    model: Model
    country: Country
    currency: Currency


class Employing(Row):
    """Who employs the workers of a site in law, from a day on."""

    at: Token
    since: date | None = None
    label: Printed
    registration: str = ""


class Named(Row):
    """A prison authority."""

    authority: Token
    label: Printed
    contact: str = ""


class Signed(Row):
    """An agreement signed with an authority; the next time it is signed it is the next version.

    `parties` stand with semicolons between; `clauses` each with a name ("retention_years: 12; inspection: any day").
    `model_signed_by` is the outsider who signed for the model. `fee` says how the authority's fee is reckoned.
    A change of the model holds from 30 days after signing at the earliest.
    """

    agreement: Token
    authority: Token
    parties: Listed = Field(min_length=2)
    clauses: Clauses = Field(default_factory=list)
    model: Model
    model_signed_by: str = Field(min_length=1)
    fee: str
    signed_on: date | None = None
    holds_from: date | None = None
    expires_on: date | None = None
    digest: Digest = ""

    @field_validator("clauses")
    @classmethod
    def _years_and_days_are_numbers(cls, value: list[dict[str, str]]) -> list[dict[str, str]]:
        years = [one["says"] for one in value if one["name"] == "retention_years"]
        if not all(re.fullmatch("[0-9]{1,2}", one) for one in years):
            raise Said('retention_years is a number of years, such as "retention_years: 12"')
        notice = [one["says"] for one in value if one["name"] == "notice_days"]
        if not all(re.fullmatch("[0-9]{1,3}", one) for one in notice):
            raise Said('notice_days is a number of days, such as "notice_days: 90"')
        return value


def found(office: Office, rows: Sequence[Founded]) -> list[Fact]:
    """The enterprises as recorded."""
    return office.put((Enterprise(**row.model_dump()) for row in rows), "hq")


def employ(office: Office, rows: Sequence[Employing]) -> list[Fact]:
    """The employers as recorded. Raises NotThere for a site that was not opened, NotYet."""
    for row in rows:
        if not Site.objects.current().filter(site=row.at).exists():
            raise NotThere("site", row.at, "open-site")
    return office.put(
        (
            Employer(site=row.at, since=on(office, row.since), label=row.label, registration=row.registration)
            for row in rows
        ),
        "hq",
    )


def name_authority(office: Office, rows: Sequence[Named]) -> list[Fact]:
    """The authorities as recorded."""
    return office.put((Authority(**row.model_dump()) for row in rows), "hq")


def sign(office: Office, rows: Sequence[Signed]) -> list[Fact]:
    """The agreements as recorded, each as its next version.

    Raises NotThere for an authority that was not named, NotAnOutsider, TooSoon, EndsBefore, NotYet.
    """
    facts: list[Agreement] = []
    for row in rows:
        if not Authority.objects.current().filter(authority=row.authority).exists():
            raise NotThere("authority", row.authority, "name-authority")
        if row.model_signed_by == office.hand.by or on_the_staff(
            [row.model_signed_by], ("enterprise", "prison")
        ):
            raise NotAnOutsider(row.model_signed_by)
        facts.append(_agreement(row, on(office, row.signed_on), facts))
    return office.put(facts, "hq")


def _agreement(row: Signed, signed_on: date, before: Sequence[Agreement]) -> Agreement:
    kept = list(Agreement.objects.current().filter(agreement=row.agreement).order_by("number"))
    versions = [*kept, *(one for one in before if one.agreement == row.agreement)]
    last = versions[-1] if versions else None
    same = last is not None and last.signed_on == signed_on
    if same:
        last = versions[-2] if len(versions) > 1 else None
    changes = last is not None and last.model != row.model
    soonest = signed_on + CHANGE_OF_MODEL if changes else signed_on
    holds_from = row.holds_from or soonest
    if last is not None and changes and holds_from < soonest:
        raise TooSoon(last.model, row.model, soonest)
    if row.expires_on is not None and row.expires_on < holds_from:
        raise EndsBefore(row.agreement, holds_from, row.expires_on)
    said = row.model_dump(exclude={"parties", "clauses", "signed_on", "holds_from"})
    number = versions[-1].number + (0 if same else 1) if versions else 1
    return Agreement(
        **said, number=number, signed_on=signed_on, holds_from=holds_from, parties=row.parties, clauses=row.clauses
    )  # fmt: skip


VERBS: dict[str, Verb] = {
    "found-enterprise": Verb(Founded, found, HEADQUARTERS, "Record an enterprise and the model it declares."),
    "name-employer": Verb(Employing, employ, HEADQUARTERS, "Record who employs a site's workers in law."),
    "name-authority": Verb(Named, name_authority, HEADQUARTERS, "Record a prison authority."),
    "sign-agreement": Verb(Signed, sign, HEADQUARTERS, "Record an agreement signed with an authority."),
}
