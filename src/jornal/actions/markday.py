"""A day's sheet recorded at once: the rows that somebody set, and everybody else as planned."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from jornal.actions.attendance import VERBS
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.journal.fact import Fact

Raw = Mapping[str, Any]


def mark_day(office: Office, rows: Sequence[Raw], rest: Sequence[Raw] = ()) -> list[Fact]:
    """What was recorded: `rows` as `mark` takes them, then `rest` as `mark-all` takes them; all of it or nothing.

    Whoever has a row by then keeps it. Raises what the two verbs raise.
    """
    with transaction.atomic():
        found = list(done("mark", VERBS["mark"], office, rows)) if rows else []
        return [*found, *(done("mark-all", VERBS["mark-all"], office, rest) if rest else ())]
