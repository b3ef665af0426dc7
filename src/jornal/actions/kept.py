"""What the register keeps, table by table, read from the tables themselves: the data-protection form."""

from collections.abc import Iterator

from django.db import models

from jornal.journal.columns import Sealed
from jornal.journal.fact import Fact, kinds

ABOUT_A_PERSON = {
    "worker",
    "beneficiary",
    "staff",
    "who",
    "visitor",
    "approver",
    "assessor",
    "read_by",
    "decided_by",
    "proposed_by",
    "made_by",
    "judged_by",
    "counted_by",
}
"""Columns that hold the token of a person."""


def form() -> str:
    """One row for each table in markdown: what it is, its columns, which of them are sealed, and about whom."""
    return "\n".join(["| table | what it holds | in the open | sealed |", "|---|---|---|---|", *_rows()])


def _rows() -> Iterator[str]:
    for name, kind in sorted(kinds().items()):
        columns = kind.content()
        whom = "" if ABOUT_A_PERSON & {column.name for column in columns} else " (nobody's)"
        cells = [
            f"`{name}`{whom}",
            _sentence(kind),
            ", ".join(column.name for column in columns if not isinstance(column, Sealed)),
            ", ".join(f"**{column.name}**" for column in columns if isinstance(column, Sealed)) or "–",
        ]
        yield f"| {' | '.join(cells)} |"


def _sentence(kind: type[Fact]) -> str:
    """The first sentence of a table's description."""
    lines = (kind.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(lines.split()).replace("|", "/")


def choices() -> Iterator[tuple[str, str]]:
    """Every choice that a column of the register offers, with the column."""
    for name, kind in kinds().items():
        for column in kind.content():
            if isinstance(column, models.CharField):
                for value, _ in column.choices or ():
                    yield f"{name}.{column.name}", str(value)
