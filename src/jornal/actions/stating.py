"""The statement of a year given out: every figure as it stood, signed by an outsider, and never taken back."""

import hashlib
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from jornal.actions.funding import ROLES
from jornal.actions.given import on_the_staff
from jornal.actions.office import Office
from jornal.actions.organisation import NotAnOutsider
from jornal.actions.verb import Row, Verb
from jornal.actions.yearstatement import statement
from jornal.facts.funding import YearStated
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.journal.place import books, found
from jornal.reads.stated import Statement
from jornal.units.said import Said


class NotOver(Said):
    """A statement given out of a year that goes on."""

    def __init__(self, year: int) -> None:
        super().__init__("{year} is not over, so its statement is not given out yet.", year=str(year))


class Stated(Row):
    """The statement of a year that is over, and the outsider who signed it; figures are those of this moment."""

    year: Annotated[int, Field(ge=1990, le=2999)]
    signed_by: Annotated[str, Field(min_length=1, max_length=200)]


def state(office: Office, rows: Sequence[Stated]) -> list[Fact]:
    """The statements as they are given out; one with the same figures and signature stands as it was.

    Raises NotOver, NoYear, NotAnOutsider, and what the statement raises.
    """
    recorded: list[Fact] = []
    for row in rows:
        if on_the_staff([row.signed_by], ("enterprise", "prison")):
            raise NotAnOutsider(row.signed_by)
        made = statement(row.year, office.day)
        if not made.over:
            raise NotOver(row.year)
        recorded.append(_given_out(office, row, made))
    return recorded


def _given_out(office: Office, row: Stated, made: Statement) -> Fact:
    lines = {"figures": figures(made), "owed": made.owed, "unknown": [str(one) for one in made.unknown]}
    digest = hashlib.sha256(canonical(lines).encode()).hexdigest()
    before = YearStated.objects.current().filter(year=row.year).order_by("number").last()
    if before is not None and (before.digest, before.signed_by) == (digest, row.signed_by):
        return before
    fact = YearStated(
        year=row.year, number=before.number + 1 if before else 1, day=office.day, signed_by=row.signed_by,
        cursor={book: found(book).seq for book in books()}, lines=lines, digest=digest,
    )  # fmt: skip
    return office.put([fact], "hq")[0]


def figures(made: Statement) -> list[dict[str, object]]:
    """Every line of a statement as it is kept."""
    return [
        {
            "part": one.part,
            "code": one.code,
            "label": one.label,
            "amount": one.amount,
            "currency": one.currency,
        }
        for one in made.figures
    ]


VERBS: dict[str, Verb] = {
    "state-year": Verb(Stated, state, ROLES, "Give out the statement of a year, signed by an outsider."),
}
