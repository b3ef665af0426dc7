"""A day's sheet recorded at once: the rows that somebody set, and everybody else as planned."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from jornal.actions.attendance import VERBS
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.journal.fact import Fact

Raw = Mapping[str, Any]


def mark_day(office: Office, rows: Sequence[Raw], rest: Raw | None = None) -> list[Fact]:
    """What was recorded: `rows` as `mark` takes them, then everybody else as `mark-all` takes `rest`; all or nothing.

    Rows that it can say as exceptions are those of `mark-all`: so most days are one step. Whoever has a row by then
    keeps it. Raises what the two verbs raise.
    """
    but = [row for row in rows if rest and _is_exception(row)]
    own = [row for row in rows if row not in but]
    with transaction.atomic():
        found = list(done("mark", VERBS["mark"], office, own)) if own else []
        if rest:
            said = "; ".join(f"{row['worker']}: {row.get('what', 'work')} {row['minutes']}" for row in but)
            found += done("mark-all", VERBS["mark-all"], office, [{**rest, "but": said}])
        return found


def _is_exception(row: Raw) -> bool:
    """Whether it is somebody's first row of the day, a kind with its minutes and nothing else."""
    return row.get("number") == 1 and "start" not in row and not row.get("note")
