"""A worker's own word on her days: right, not right, or she declines."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from jornal.actions.given import Code, known_here, on
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.attendance import DaysConfirmed
from jornal.journal import place
from jornal.journal.fact import Fact
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said


class Confirmed(Row):
    """What a worker says of her days from the first to the last, as they stand in the book now.

    What is not right she says in the note, which is sealed. Asked again of the same days she has number 2.
    """

    worker: Code
    since: date
    until: date
    answer: Literal["right", "not_right", "declined"]
    number: Annotated[int, Field(ge=1, le=99)] = 1
    note: str = ""

    @model_validator(mode="after")
    def _is_a_span(self) -> "Confirmed":
        if self.until < self.since:
            raise Said("the last day is before the first; swap them")
        return self


def confirm_days(office: Office, rows: Sequence[Confirmed]) -> list[Fact]:
    """What they say, as recorded, with how far the book was then. Raises NotKnownHere, NotYet, Locked, ListedTerm."""
    known_here(office, [row.worker for row in rows])
    noted = [(row.worker, "note", refuse(row.note, Part("the note"))) for row in rows if row.note]
    sealed = iter(office.opened().seal_many(noted) if noted else [])
    upto = place.found(office.book("site")).seq
    facts: list[Fact] = []
    for row in rows:
        on(office, row.until)
        note = next(sealed) if row.note else ""
        said = row.model_dump(exclude={"note"})
        before = DaysConfirmed.objects.current().filter(**said, note="").first() if not note else None
        facts.append(DaysConfirmed(**said, site=office.site, upto=before.upto if before else upto, note=note))
    return office.put(facts)


VERBS: dict[str, Verb] = {
    "confirm-days": Verb(
        Confirmed,
        confirm_days,
        ("site_manager", "trainer", "representative"),
        "Record what a worker says of her days.",
    ),
}
