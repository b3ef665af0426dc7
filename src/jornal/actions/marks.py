"""The stitch mark that a worker chooses, and takes back whenever she likes."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from django.db import transaction
from pydantic import AfterValidator

from jornal.actions.alone import alone
from jornal.actions.given import Code, known_here, on
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.people import MarkChosen
from jornal.journal.fact import Fact
from jornal.journal.record import corrected, record, voided
from jornal.reads.marks import taken
from jornal.units.said import Said
from jornal.units.stitches import fair, offered

ANOTHER, TAKEN_BACK, AGAIN = "she chose another", "she took it back", "she chose it again"
OFFERED = 12
"""So many to choose from at a time."""


TAKEN = "The mark {pattern} is another worker's, or was once. Let her choose again from twelve others."
NONE = "{worker} has no mark, so there is none to take back. Look at the code again."


class MarkTaken(Said):
    """A pattern that is somebody else's, or was."""

    def __init__(self, pattern: int) -> None:
        super().__init__(TAKEN, pattern=pattern)


class NoMark(Said):
    """A mark taken back where there is none."""

    def __init__(self, worker: str) -> None:
        super().__init__(NONE, worker=worker)


def _fair(number: int) -> int:
    if not fair(number):
        raise Said("it is the number of no mark; choose one of those on the page of marks")
    return number


class Chosen(Row):
    """The pattern that a worker chose, by its number. It stands instead of the one she had."""

    worker: Code
    pattern: Annotated[int, AfterValidator(_fair)]
    day: date | None = None


class TakenBack(Row):
    """A worker who wants no mark any more; no reason is asked."""

    worker: Code


def twelve(seed: str) -> list[int]:
    """The numbers of twelve patterns to choose from, the same for a seed until one like them is taken."""
    return offered(seed, taken(), OFFERED)


@alone("hq", "site")
def choose(office: Office, rows: Sequence[Chosen]) -> list[Fact]:
    """The marks as they stand; what each had before is void. Raises MarkTaken, NotKnownHere, NotYet."""
    known_here(office, [row.worker for row in rows])
    owners = taken()
    found: list[MarkChosen] = []
    for row in rows:
        if owners.get(row.pattern, row.worker) != row.worker:
            raise MarkTaken(row.pattern)
        owners[row.pattern] = row.worker
        found.append(_chosen(office, row))
    return list(found)


def _chosen(office: Office, row: Chosen) -> MarkChosen:
    """One mark as it stands; the same again changes nothing, one she had before is hers again."""
    book, day = office.book("site"), on(office, row.day)
    standing = {one.pattern: one for one in MarkChosen.objects.current().filter(worker=row.worker, book=book)}
    same = standing.pop(row.pattern, None)
    new = [voided(one, ANOTHER) for one in standing.values()]
    if same is None:
        before = MarkChosen.objects.filter(pattern=row.pattern, book=book).order_by("seq").last()
        same = corrected(before, AGAIN, day=day) if before else MarkChosen(**{**row.model_dump(), "day": day})
        new.append(same)
    record(new, book, office.hand)
    return same


def take_back(office: Office, rows: Sequence[TakenBack]) -> list[Fact]:
    """The marks as taken back, those of a site where she worked before too; taken back twice is once.

    Raises NoMark, NotKnownHere.
    """
    known_here(office, [row.worker for row in rows])
    found: list[Fact] = []
    with transaction.atomic():
        for row in rows:
            standing = list(MarkChosen.objects.current().filter(worker=row.worker).order_by("book", "seq"))
            before = MarkChosen.objects.filter(worker=row.worker).order_by("recorded_at", "seq").last()
            if before is None:
                raise NoMark(row.worker)
            for one in standing:
                found += record([voided(one, TAKEN_BACK)], one.book, office.hand)
            found += [] if standing else [before]
    return found


VERBS: dict[str, Verb] = {
    "choose-mark": Verb(Chosen, choose, ("site_manager", "trainer"), "Record the stitch mark that a worker chose."),
    "withdraw-mark": Verb(
        TakenBack, take_back, ("site_manager", "trainer", "quality", "representative"),
        "Take a worker's stitch mark back, without a reason.",
    ),
}  # fmt: skip
