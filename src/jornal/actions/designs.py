"""Designs: proposed inside or at headquarters, made version by version, credited as each maker chooses."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Literal

from django.db import transaction
from django.db.models import Max
from pydantic import AfterValidator, Field, model_validator

from jornal.actions.alone import alone
from jornal.actions.given import Code, NotKnownHere, Printed, Token, known_here, on
from jornal.actions.office import Book, Office
from jornal.actions.pictures import LARGEST
from jornal.actions.training import Codes
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import Staff
from jornal.facts.people import Worker
from jornal.facts.products import Design, DesignCredit, DesignVersion
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.units.listed import refuse, refuse_public
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("site_manager", "trainer", "hq_operations")
NAMED = ("chosen_name", "first_name")
CHANGED = "she wants it otherwise"


class NoSuchDesign(Said):
    """A design that nobody began."""

    def __init__(self, design: str) -> None:
        super().__init__(
            "There is no design {design}. Look at its name, or begin it with `jornal do begin-design`.",
            design=design,
        )


class DesignTaken(Said):
    """A name that another design bears."""

    def __init__(self, design: str) -> None:
        super().__init__("There is a design {design} already. Choose another name.", design=design)


class NotAMaker(Said):
    """A credit for somebody who made no version of a design."""

    def __init__(self, worker: str, design: str) -> None:
        super().__init__(
            "{worker} is not among the makers of any version of {design}. Record the version first, with those who "
            "made it.",
            worker=worker,
            design=design,
        )


def _digest(text: str) -> str:
    if text and not re.fullmatch("[0-9a-f]{64}", text.lower()):
        raise Said("write the 64 hexadecimal characters of the file's SHA-256 digest")
    return text.lower()


class Begun(Row):
    """A design begun: what is asked for, and the code of the worker or member of staff who proposed it."""

    design: Token
    label: Annotated[Printed, Field(min_length=1, max_length=200)]
    brief: Annotated[str, Field(max_length=500)] = ""
    proposed_by: Code | None = None
    day: date | None = None


class Version(Row):
    """A version of a design and who made it, with the digest, type and size of its file where it has one.

    Without a number it is the next. `made_by` holds codes of workers and staff with spaces between.
    """

    design: Token
    what: Literal["brief", "sketch", "sample", "pattern"]
    made_by: Codes = Field(min_length=1)
    proposed_by: Code | None = None
    number: Annotated[int, Field(ge=1, le=9999)] | None = None
    day: date | None = None
    file_digest: Annotated[str, AfterValidator(_digest)] = ""
    file_type: Literal["", "image/png", "image/jpeg", "image/webp"] = ""
    file_size: Annotated[int, Field(ge=0, le=LARGEST)] = 0
    note: Annotated[str, Field(max_length=500)] = ""

    @model_validator(mode="after")
    def _file_is_whole(self) -> "Version":
        if len({bool(self.file_digest), bool(self.file_type), bool(self.file_size)}) > 1:
            raise Said("a file has its digest, its type and its size; give all three or none")
        return self


class Credited(Row):
    """How a maker wants to be credited for a design: not at all, by her mark, by a name she chooses, by her first name.

    The name is sealed. It is shown only while she consents to it.
    """

    design: Token
    worker: Code
    shown: Literal["nothing", "mark", "chosen_name", "first_name"]
    line: Annotated[str, Field(max_length=100)] = ""
    day: date | None = None

    @model_validator(mode="after")
    def _has_its_line(self) -> "Credited":
        if (self.shown in NAMED) != bool(self.line):
            raise Said("a credit by name has its line, and no other has one")
        return self


@alone("hq")
def begin(office: Office, rows: Sequence[Begun]) -> list[Fact]:
    """The designs, as recorded. Raises DesignTaken, NotKnownHere, NotYet, ListedTerm."""
    _people(office, [row.proposed_by for row in rows if row.proposed_by])
    book = office.book(_book(office))
    for row in rows:
        if Design.objects.filter(design=row.design).exclude(book=book).exists():
            raise DesignTaken(row.design)
        refuse(f"{row.label}\n{row.brief}", Part("the brief"))
    return office.put(
        (
            Design(
                **row.model_dump(exclude={"day", "proposed_by"}), site=office.site, day=on(office, row.day),
                proposed_by=row.proposed_by or "",
            )
            for row in rows
        ),
        _book(office),
    )  # fmt: skip


@alone("hq")
def add(office: Office, rows: Sequence[Version]) -> list[Fact]:
    """The versions, as recorded. Raises NoSuchDesign, NotKnownHere, NotYet, ListedTerm."""
    _people(
        office,
        [*(one for row in rows for one in row.made_by), *(r.proposed_by for r in rows if r.proposed_by)],
    )
    last = dict(DesignVersion.objects.values_list("design").annotate(Max("number")))
    facts = []
    for row in rows:
        design_of(row.design)
        refuse(row.note, Part("the note"))
        number = row.number or last.get(row.design, 0) + 1
        last[row.design] = max(number, last.get(row.design, 0))
        said = row.model_dump(exclude={"number", "day", "proposed_by"})
        facts.append(
            DesignVersion(**said, number=number, day=on(office, row.day), proposed_by=row.proposed_by or "")
        )
    return list(office.put(facts, _book(office)))


def credit(office: Office, rows: Sequence[Credited]) -> list[Fact]:
    """The credits as they stand, instead of those before.

    Raises NotAMaker, NotKnownHere, NotYet, Locked, ListedTerm.
    """
    known_here(office, [row.worker for row in rows])
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            if row.worker not in makers(row.design):
                raise NotAMaker(row.worker, row.design)
            line = refuse_public(row.line, Part("the credit line"))
            sealed = office.opened().seal(row.worker, "line", line) if line else ""
            key = {"design": row.design, "worker": row.worker}
            before = DesignCredit.objects.current().filter(**key, book=office.site).first()
            said = {"shown": row.shown, "line": sealed, "day": on(office, row.day)}
            fact = corrected(before, CHANGED, **said) if before else DesignCredit(**key, **said)
            found += office.put([fact])
    return found


def design_of(design: str) -> Design:
    """A design by its name, from whichever book. Raises NoSuchDesign."""
    found = Design.objects.current().filter(design=design).first()
    if found is None:
        raise NoSuchDesign(design)
    return found


def makers(design: str) -> set[str]:
    """Everybody who made a version of a design."""
    rows = DesignVersion.objects.current().filter(design=design).values_list("made_by", flat=True)
    return {one for made_by in rows for one in made_by}


def _people(office: Office, codes: Iterable[str]) -> None:
    """Raises NotKnownHere for codes of nobody: neither workers nor staff."""
    missing = set(codes)
    missing -= set(Worker.objects.current().filter(worker__in=missing).values_list("worker", flat=True))
    missing -= set(Staff.objects.current().filter(staff__in=missing).values_list("staff", flat=True))
    if missing:
        raise NotKnownHere(missing, office.site)


def _book(office: Office) -> Book:
    return "hq" if office.hand.role == "hq_operations" else "site"


VERBS: dict[str, Verb] = {
    "begin-design": Verb(Begun, begin, ROLES, "Begin a design: what is asked for, and who proposed it."),
    "add-version": Verb(Version, add, ROLES, "Record a version of a design and who made it."),
    "credit-design": Verb(
        Credited, credit, ("site_manager", "trainer"), "Record how a maker wants to be credited for a design."
    ),
}
