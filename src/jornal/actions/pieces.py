"""Pieces counted, rejected with their cause, and set right when a rejected piece was sold after all."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Literal

from django.db import transaction
from pydantic import Field

from jornal.actions.given import Code, on
from jornal.actions.office import Office
from jornal.actions.onlot import LotCode, on_their_lots
from jornal.actions.present import present
from jornal.actions.verb import Row, Verb
from jornal.facts.people import Enrolled
from jornal.facts.pieces import Pieces, Rejected
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.journal.record import corrected
from jornal.reads.people import role_holders
from jornal.units.said import Said

ROLES = ("site_manager", "trainer", "quality")
DECIDERS = ("quality", "site_manager", "trainer", "hq_operations")

Count = Annotated[int, Field(ge=0, le=1_000_000)]
Number = Annotated[int, Field(ge=1, le=999)]
Operation = Annotated[str, Field(min_length=1, max_length=60)]


class NotCounted(Said):
    """A rejection of pieces that nobody counted."""

    def __init__(self, worker: str, day: date, operation: str, number: int) -> None:
        super().__init__(
            "No pieces of {operation} of {worker} on {day} are counted as number {number}. Count them"
            " first, with `jornal do count`, or correct the day.",
            operation=operation,
            worker=worker,
            day=day,
            number=number,
        )


class NotRejected(Said):
    """A sale of pieces that were never rejected."""

    def __init__(self, worker: str, day: date, operation: str, number: int) -> None:
        super().__init__(
            "No rejection number {number} of {operation} of {worker} on {day} is recorded. Look at "
            "the day and number.",
            number=number,
            operation=operation,
            worker=worker,
            day=day,
        )


class MoreThanGood(Said):
    """More pieces rejected out of those accepted than there are."""

    def __init__(self, worker: str, day: date, operation: str, good: int) -> None:
        super().__init__(
            "{worker} has {good} good pieces of {operation} on {day}, and more are rejected out of "
            "them. Correct the number, or say that they were never counted as good (out_of_good=no).",
            worker=worker,
            good=good,
            operation=operation,
            day=day,
        )


class NotADecider(Said):
    """A rejection decided by somebody whose own pay hangs on pieces, or who has no such role."""

    def __init__(self, who: str, site: str) -> None:
        super().__init__(
            "{who} cannot decide what is rejected at {site}: name a manager, trainer or quality "
            "reviewer there who is not paid by output.",
            who=who,
            site=site,
        )


class Counted(Row):
    """Pieces of one operation of a worker on a day: accepted ones, and those to be done again, whose time is paid.

    Rejected pieces are in neither; `reject` records them. A second tally of the day is number 2.
    """

    worker: Code
    day: date
    operation: Operation
    good: Count
    rework: Count = 0
    number: Number = 1
    lot: LotCode = ""
    tally: Annotated[str, Field(max_length=60)] = ""


class Refused(Row):
    """Pieces rejected, with the cause and whether she was heard; only her own fault, after hearing, goes unpaid.

    `of` is the number of the count, `number` that of the rejection. With `out_of_good` they were counted as good
    before, and are taken out of that count. Whoever decides is not paid by output.
    """

    worker: Code
    day: date
    operation: Operation
    of: Number = 1
    number: Number = 1
    count: Annotated[int, Field(ge=1, le=1_000_000)]
    cause: Literal["material", "machine", "design", "worker", "unknown"]
    heard: Literal["yes", "no", "declined"]
    decided_by: Annotated[str, Field(max_length=60)] = ""
    later_sold: bool = False
    out_of_good: bool = False


class Sold(Row):
    """A rejection whose pieces were sold later: they are paid after all."""

    worker: Code
    day: date
    operation: Operation
    of: Number = 1
    number: Number = 1
    why: Annotated[str, Field(min_length=1, max_length=500)] = "sold later"


def count(office: Office, rows: Sequence[Counted]) -> list[Fact]:
    """The counts, as recorded. An operation without a rate is recorded like any other.

    Raises NotPresent, NotYet, and for a lot LotNotKnown, LotNotOpen, NotOfThisLot, MoreThanTheLot, OutInKits.
    """
    days = [on(office, row.day) for row in rows]
    present(office, zip((row.worker for row in rows), days, strict=True))
    with transaction.atomic():
        locked(office.book("site"))
        on_their_lots(office.site, rows)
        return office.put(Pieces(**row.model_dump(), site=office.site) for row in rows)


def reject(office: Office, rows: Sequence[Refused]) -> list[Fact]:
    """The rejections, and the counts they are taken out of, as recorded.

    Raises NotCounted, MoreThanGood, NotADecider, and CorrectedMeanwhile where the count changed.
    """
    deciders, counts = who_decides(office), _counts(rows)
    before = _rejections(counts.values())
    facts: list[Fact] = []
    tips: dict[object, Pieces] = {}
    taken: dict[object, int] = {}
    for row in rows:
        tip = counts.get((row.worker, row.day, row.operation, row.of))
        if tip is None:
            raise NotCounted(row.worker, row.day, row.operation, row.of)
        decided_by = row.decided_by or office.hand.by
        if decided_by not in deciders:
            raise NotADecider(decided_by, office.site)
        fact = Rejected(
            pieces=tip.root, number=row.number, count=row.count, cause=row.cause, decided_by=decided_by,
            heard=row.heard, later_sold=row.later_sold,
        )  # fmt: skip
        facts.append(fact)
        if row.out_of_good and (tip.root, row.number) not in before:  # sent twice, they are taken out once
            tips[tip.root] = tip
            taken[tip.root] = taken.get(tip.root, 0) + row.count
    for root, tip in tips.items():
        if taken[root] > tip.good:
            raise MoreThanGood(tip.worker, tip.day, tip.operation, tip.good)
        facts.append(corrected(tip, f"{taken[root]} rejected out of them", good=tip.good - taken[root]))
    return office.put(facts)


def later_sold(office: Office, rows: Sequence[Sold]) -> list[Fact]:
    """The rejections, now paid. What is recorded as sold stays as it is. Raises NotCounted, NotRejected."""
    found: list[Fact] = []
    changed: list[Fact] = []
    for row in rows:
        tip = _counted(row.worker, row.day, row.operation, row.of)
        rejected = Rejected.objects.current().filter(pieces=tip.root, number=row.number).first()
        if rejected is None:
            raise NotRejected(row.worker, row.day, row.operation, row.number)
        if not rejected.later_sold:
            rejected = corrected(rejected, row.why, later_sold=True)
            changed.append(rejected)
        found.append(rejected)
    office.put(changed)
    return found


def _counts(rows: Sequence[Refused]) -> dict[tuple[str, date, str, int], Pieces]:
    """The counts of these workers and days by worker, day, operation and number."""
    found = Pieces.objects.current().filter(
        worker__in={row.worker for row in rows}, day__in={row.day for row in rows}
    )
    return {(one.worker, one.day, one.operation, one.number): one for one in found}


def _rejections(counts: Iterable[Pieces]) -> set[tuple[object, int]]:
    """The rejections of these counts that are recorded: each by its count and number."""
    roots = [one.root for one in counts]
    return set(Rejected.objects.current().filter(pieces__in=roots).values_list("pieces", "number"))


def _counted(worker: str, day: date, operation: str, number: int) -> Pieces:
    key = {"worker": worker, "day": day, "operation": operation, "number": number}
    found = Pieces.objects.current().filter(**key).first()
    if found is None:
        raise NotCounted(worker, day, operation, number)
    return found


def who_decides(office: Office, day: date | None = None) -> set[str]:
    """Everybody who may decide on pieces at the site on a day, or today: by role, and not among the workers."""
    found = {who for role in DECIDERS for who in role_holders(role, office.site, day or office.day)}
    return found - set(Enrolled.objects.current().filter(worker__in=found).values_list("worker", flat=True))


VERBS: dict[str, Verb] = {
    "count": Verb(Counted, count, ROLES, "Count pieces of workers, by operation and day."),
    "reject": Verb(Refused, reject, ROLES, "Reject pieces, with the cause and whether she was heard."),
    "later-sold": Verb(Sold, later_sold, ROLES, "Pay rejected pieces that were sold after all."),
}
