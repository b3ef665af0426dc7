"""Work stopped by the prison, or for want of material or orders: for everybody, or one workshop."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from jornal.actions.given import on
from jornal.actions.hours import KindOfAbsence, WallTime
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.attendance import Stoppage
from jornal.journal.fact import Fact
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said


class Stopped(Row):
    """A day without work, or part of one, for everybody or one workshop: what stopped it, and who ordered it.

    Of a whole day everybody planned is paid as her contract says, without a row of her own. Of part of a day mark what
    was lost, row by row. `ordered_by` is an office, such as head of security, not a name.
    """

    day: date
    what: KindOfAbsence = "lockdown"
    workshop: Annotated[str, Field(max_length=60)] = ""
    number: Annotated[int, Field(ge=1, le=99)] = 1
    start: WallTime | None = None
    end: WallTime | None = None
    ordered_by: Annotated[str, Field(min_length=1, max_length=60)]

    @model_validator(mode="after")
    def _has_both_times(self) -> "Stopped":
        if (self.start is None) != (self.end is None):
            raise Said("give start and end, or neither for the whole day")
        return self


def stop_work(office: Office, rows: Sequence[Stopped]) -> list[Fact]:
    """The stoppages, as recorded. Raises NotYet, ListedTerm."""
    facts: list[Fact] = []
    for row in rows:
        on(office, row.day)
        refuse(row.ordered_by, Part("who ordered it"))
        facts.append(Stoppage(**row.model_dump(), site=office.site))
    return office.put(facts)


VERBS: dict[str, Verb] = {
    "stop-work": Verb(
        Stopped,
        stop_work,
        ("site_manager", "trainer"),
        "Record that work was stopped, why and by whose order.",
    ),
}
