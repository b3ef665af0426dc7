"""What rows of many verbs give alike: codes, several things in one cell, days that have come, workers known here."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from django.db.models import Q
from pydantic import AfterValidator, BeforeValidator, Field

from jornal.actions.office import Office
from jornal.facts.organisation import Staff
from jornal.facts.people import CarriedOver, Worker
from jornal.units.identifiers import tidy
from jornal.units.parts import Part, Several
from jornal.units.said import Said
from jornal.words.drawn import letter_name, undrawable

_CODE = re.compile(r"\w[\w.+]{0,19}")  # it names files, so it cannot leave their folder
_TOKEN = re.compile(r"[a-z0-9][a-z0-9_-]{0,38}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class NotYet(Said):
    """A day that has not come."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__(
            "{day} has not come yet; today is {today}. Record it on the day, or correct the day.",
            day=day,
            today=today,
        )


class NotKnownHere(Said):
    """Workers who are not known at a site."""

    def __init__(self, workers: Iterable[str], site: str) -> None:
        super().__init__(
            "{workers}: not known at {site}. Look at the code again; somebody new is offered work first, with "
            "`jornal do offer-work`.",
            workers=Several(found := sorted(workers), len(found)),
            site=site or Part("headquarters"),
        )


class NotStaff(Said):
    """A token of nobody on the staff."""

    def __init__(self, token: str) -> None:
        super().__init__(
            "{token} is nobody on the staff. Take them on first, with `jornal do take-on-staff`.", token=token
        )


def _code(text: str) -> str:
    found = tidy(text)
    if not _CODE.fullmatch(found):
        raise Said("{text} is not a code; write letters and digits, such as QC014X", text=repr(text[:40]))
    return found


def _token(text: str) -> str:
    if not _TOKEN.fullmatch(text) or text == "hq":
        raise Said(
            "{text} is not a short name; write small letters, digits and dashes, such as cusco",
            text=repr(text[:40]),
        )
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise Said(
            "{text} is not a language; write its code of two or three letters, such as es",
            text=repr(text[:40]),
        )
    return text


def several(value: Any) -> Any:
    """Text such as "es, qu" as its parts; a list stays as it is."""
    return [part for part in re.split(r"[\s,;]+", value) if part] if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    """Text such as "Foundation A; Ministry B" as its parts; a list stays as it is."""
    return [part.strip() for part in value.split(";") if part.strip()] if isinstance(value, str) else value


def _said(value: Any) -> Any:
    """Text such as "none: nothing changes; school: unpaid" as pairs of a name and what is said of it."""
    if not isinstance(value, str):
        return value
    pairs = [part.partition(":") for part in _listed(value)]
    if not all(name.strip() and says.strip() for name, _, says in pairs):
        raise Said("write each as a name, a colon and what is said of it, with semicolons between")
    return [{"name": name.strip(), "says": says.strip()} for name, _, says in pairs]


def _printed(text: str) -> str:
    """The text, which stands on labels and papers. Raises Said where a letter of it can be drawn on none."""
    letter = undrawable([text])
    if letter:
        raise Said(
            "{letter} cannot stand on a label or a paper, for no font here can draw it; write the name in other "
            "letters",
            letter=letter_name(letter),
        )
    return text


Code = Annotated[str, AfterValidator(_code)]
"""The code of a person, tidied as it is stored."""

Token = Annotated[str, AfterValidator(_token)]
"""The short name of a site, an authority, an agreement or a workshop."""

Printed = Annotated[str, AfterValidator(_printed)]
"""A name that is printed: on a label, a passport, an invoice."""

Language = Annotated[str, AfterValidator(_language)]
"""A language by its code."""

Languages = Annotated[list[Language], BeforeValidator(several)]
"""Languages in one cell."""

Listed = Annotated[list[str], BeforeValidator(_listed), Field(description="one; another")]
"""Several things in one cell, with semicolons between."""

Clauses = Annotated[
    list[dict[str, str]], BeforeValidator(_said), Field(description="name: what is said of it; another: …")
]
"""Several things in one cell, each with what is said of it."""


def on(office: Office, day: date | None) -> date:
    """The day given, or today. Raises NotYet for one that has not come."""
    if day is not None and day > office.day:
        raise NotYet(day, office.day)
    return day or office.day


def year_on(day: date, years: int) -> date:
    """The same day some years on; the last of February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def known_here(office: Office, workers: Iterable[str]) -> None:
    """Raises NotKnownHere for workers who were neither offered work at this site nor carried over into it."""
    missing = set(workers)
    missing -= set(
        Worker.objects.current().filter(book=office.site, worker__in=missing).values_list("worker", flat=True)
    )
    carried = CarriedOver.objects.current().filter(into_site=office.site, worker__in=missing)
    missing -= set(carried.values_list("worker", flat=True))
    if missing:
        raise NotKnownHere(missing, office.site)


def on_the_staff(tokens: Iterable[str], of: Iterable[str] = ()) -> set[str]:
    """Those of the tokens that are on the staff, of these parties only where any are named."""
    found = Staff.objects.current().filter(Q(of__in=list(of)) if of else Q(), staff__in=list(tokens))
    return set(found.values_list("staff", flat=True))
