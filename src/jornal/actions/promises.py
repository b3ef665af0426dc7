"""Promises with a day: made at a visit, in a meeting or between them, and looked at until they are kept."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from django.db import transaction
from pydantic import BeforeValidator, Field

from jornal.actions.dialogue import HEADQUARTERS, book_of
from jornal.actions.given import Token, on
from jornal.actions.inopen import in_the_open
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.dialogue import Promise, PromiseLookedAt
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("site_manager", "trainer", HEADQUARTERS)
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})\s*:\s*(\S.*)", re.DOTALL)
Side = Literal["headquarters", "site", "authority"]


class NoSuchPromise(Said):
    """A promise that nobody made."""

    def __init__(self, promise: str, site: str) -> None:
        super().__init__(
            "There is no promise {promise} at {site}. Look at its code; `jornal brief` lists those that are open.",
            promise=promise,
            site=site or Part("headquarters"),
        )


class NotAPromise(Said):
    """A promise due before it was made, looked at before it was made, or dropped without a reason."""

    def __init__(self, why: str) -> None:
        super().__init__("The promise was not recorded: {why}.", why=why)


class OverAlready(Said):
    """A promise looked at once more after it was kept or let go."""

    def __init__(self, promise: str, day: date) -> None:
        super().__init__(
            "Promise {promise} was kept or let go on {day}. Make a new one, or take that back with its reason.",
            promise=promise,
            day=day,
        )


def _dated(value: Any) -> Any:
    """Text such as "2026-11-20: gloves; 2026-12-01: a fan" as pairs; each promise has its day."""
    if not isinstance(value, str):
        return value
    found = []
    for part in value.split(";"):
        if not part.strip():
            continue
        read = _DATED.fullmatch(part.strip())
        try:
            found.append((date.fromisoformat(read.group(1)), read.group(2).strip()) if read else None)
        except ValueError:
            found.append(None)
        if found[-1] is None:
            raise Said(
                "{text} has no day by which it is kept; write each promise as 2026-11-20: gloves, with semicolons "
                "between",
                text=repr(part.strip()[:60]),
            )
    return found


Promises = Annotated[
    list[tuple[date, str]],
    BeforeValidator(_dated),
    Field(description="2026-11-20: gloves; 2026-12-01: a fan"),
]
"""Several promises in one cell, each with the day by which it is to be kept."""


class Promised(Row):
    """A promise between visits and meetings: what, by which side, and the day by which it is to be kept."""

    says: Annotated[str, Field(min_length=1, max_length=300)]
    due_on: date
    lies_with: Side | None = None
    day: date | None = None


class LookedAt(Row):
    """Whether a promise was kept. One that was not stays open; one that is let go says why in its note."""

    promise: Token
    outcome: Literal["kept", "not_kept", "let_go"]
    note: Annotated[str, Field(max_length=300)] = ""
    day: date | None = None


def promise(office: Office, rows: Sequence[Promised]) -> list[Fact]:
    """The promises, as recorded, each with its code. Raises NotAPromise, NotYet, ListedTerm, NamesSomebody."""
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            found += made(
                office, "between", on(office, row.day), [(row.due_on, row.says)], lies_with=row.lies_with
            )
    return found


def made(
    office: Office,
    made_at: str,
    day: date,
    promises: Iterable[tuple[date, str]],
    *,
    lies_with: Side | None = None,
) -> list[Promise]:
    """Promises made on a day, as recorded in the book of the side that records them; the same again changes nothing.

    Without `lies_with` they are kept by that side. Raises NotAPromise, ListedTerm, NamesSomebody.
    """
    if not office.site:
        raise NotAPromise(Part("it is made to a site. Say which, with --site"))
    found: list[Promise] = []
    with transaction.atomic():
        locked(office.book(book_of(office)))
        for due_on, says in promises:
            if due_on < day:
                raise NotAPromise(
                    Part("it is made on {day} and due on {due}, before that", day=day, due=due_on)
                )
            said = {
                "made_at": made_at, "day": day, "staff": office.hand.by, "due_on": due_on,
                "lies_with": lies_with or ("headquarters" if book_of(office) == "hq_site" else "site"),
                "says": in_the_open(says, Part("The promise")),
            }  # fmt: skip
            found += office.put(
                [Promise(site=office.site, promise=_code(office, said), **said)], book_of(office)
            )
    return found


def look(office: Office, rows: Sequence[LookedAt]) -> list[Fact]:
    """What became of promises, as recorded; the same again of that day changes nothing.

    Raises NoSuchPromise, OverAlready, NotAPromise, NotYet, ListedTerm, NamesSomebody.
    """
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            found += office.put([_looked(office, row)], book_of(office))
    return found


def _looked(office: Office, row: LookedAt) -> PromiseLookedAt:
    of = Promise.objects.current().filter(site=office.site, promise=row.promise).first()
    if of is None:
        raise NoSuchPromise(row.promise, office.site)
    day = on(office, row.day)
    if day < of.day:
        raise NotAPromise(Part("it was made on {day}. Correct the day on which you looked", day=of.day))
    if row.outcome == "let_go" and not row.note:
        raise NotAPromise(Part("one that is let go says why. Give a note"))
    said = {
        "day": day, "staff": office.hand.by, "outcome": row.outcome,
        "note": in_the_open(row.note, Part("The note")),
    }  # fmt: skip
    key = {"site": office.site, "promise": row.promise}
    before = list(PromiseLookedAt.objects.current().filter(**key).order_by("number"))
    for one in before:
        if all(getattr(one, name) == value for name, value in said.items()):
            return PromiseLookedAt(**key, number=one.number, **said)
        if one.outcome != "not_kept":
            raise OverAlready(row.promise, one.day)
    numbers = PromiseLookedAt.objects.filter(**key).values_list("number", flat=True)
    return PromiseLookedAt(**key, number=max(numbers, default=0) + 1, **said)


def _code(office: Office, said: dict[str, Any]) -> str:
    """The code of a promise: that of the same one, else the next of this side."""
    book = office.book(book_of(office))
    mine = Promise.objects.filter(site=office.site, book=book, corrects__isnull=True)
    same = mine.filter(**said).first()
    return same.promise if same else f"p-{'h' if book_of(office) == 'hq_site' else 's'}{mine.count() + 1}"


VERBS: dict[str, Verb] = {
    "promise": Verb(Promised, promise, ROLES, "Record a promise, with the day by which it is to be kept."),
    "look-at-promise": Verb(LookedAt, look, ROLES, "Record whether a promise was kept."),
}
