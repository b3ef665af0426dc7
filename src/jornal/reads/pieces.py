"""The pieces of a site as the rules read them, and those that have no rate yet because the site named the operation."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField
from django.db.models.functions import Cast

from jornal.facts.pieces import LocalOperation, OperationAdopted, Pieces, Rejected
from jornal.journal.fact import Cursor
from jornal.rules.rows import Piece
from jornal.units.periods import Period

ByWorker = dict[str, list[Piece]]


def pieces(
    site: str, period: Period, upto: Cursor | None = None, *, workers: Collection[str] | None = None
) -> ByWorker:
    """Each worker's pieces of a period, in order of day; their ids are like "pieces 2026-10-01 sole 1".

    Rejected pieces are unpaid only where they are her own fault, she was heard, and they were not sold later. Pieces
    to be done again are not counted: their time is paid. Pieces of a local operation are left to `unpriced` until the
    day from which headquarters gives it a rate; from then on they bear the name that headquarters gave it.
    """
    return _read(site, period, upto, workers)[0]


def unpriced(
    site: str, period: Period, upto: Cursor | None = None, *, workers: Collection[str] | None = None
) -> ByWorker:
    """The pieces of a period whose operation has no rate yet; to be shown to her, not to be priced.

    A piece without a rate would take its day out of the test of the floor, and so cost her that day's guarantee.
    """
    return _read(site, period, upto, workers)[1]


def told(
    site: str, period: Period, upto: Cursor | None = None, *, workers: Collection[str] | None = None
) -> tuple[ByWorker, ByWorker]:
    """Both, `pieces` and `unpriced`, asked for once."""
    return _read(site, period, upto, workers)


def local_operations(site: str, day: date, upto: Cursor | None = None) -> frozenset[str]:
    """The operations that the site named itself and that have no rate on this day."""
    return frozenset(name for name, local in _local(site, upto).items() if local.waits(day))


class _Local(NamedTuple):
    """An operation that a site named, and from when and as what headquarters gave it a rate."""

    since: date
    rated_on: date | None = None
    rated_as: str = ""

    def waits(self, day: date) -> bool:
        return self.since <= day and (self.rated_on is None or day < self.rated_on)

    def name(self, operation: str, day: date) -> str:
        return self.rated_as if self.rated_on is not None and day >= self.rated_on else operation


class _Begin(NamedTuple):
    """What all pieces of an operation on a day have in common: how their ids begin, their name, where they belong."""

    id: str
    name: str
    into: ByWorker


_NONE = (0, 0)
_COLUMNS = ("key", "worker", "day", "operation", "number", "good", "tally")


def _read(
    site: str, period: Period, upto: Cursor | None, workers: Collection[str] | None
) -> tuple[ByWorker, ByWorker]:
    """Pieces whose rate is to be looked for, and those of operations that have none yet."""
    days = {"site": site, "day__gte": period.start, "day__lt": period.end}
    rows = Pieces.objects.current(upto).filter(**days).annotate(key=Cast("root", CharField()))
    if workers is not None:
        rows = rows.filter(worker__in=list(workers))
    local, rejected = _local(site, upto), _rejected(days, upto)
    priced: ByWorker = {}
    apart: ByWorker = {}
    begins: dict[tuple[date, str], _Begin] = {}
    ordered: Iterable[Any] = rows.order_by("worker", "day", "operation", "number").values_list(*_COLUMNS)
    for key, worker, day, operation, number, good, tally in ordered:
        begin = begins.get((day, operation))
        if begin is None:
            about = local.get(operation, _Local(date.max))
            into = apart if about.waits(day) else priced
            begin = _Begin(f"pieces {day} {operation} ", about.name(operation, day), into)
            begins[day, operation] = begin
        name, called, into = begin
        paid, unpaid = rejected.get(key, _NONE)
        mine = into.get(worker)
        if mine is None:
            mine = into[worker] = []
        mine.append(Piece(f"{name}{number}", day, called, good, paid, unpaid, tally))
    return priced, apart


def _rejected(days: dict[str, object], upto: Cursor | None) -> dict[str, tuple[int, int]]:
    """How many of each count of pieces were rejected: those that are paid all the same, and those that are not."""
    those = Pieces.objects.filter(**days).values("root")
    rows = Rejected.objects.current(upto).filter(pieces__in=those).annotate(key=Cast("pieces", CharField()))
    found: dict[str, tuple[int, int]] = {}
    for key, count, cause, heard, later_sold in rows.values_list(
        "key", "count", "cause", "heard", "later_sold"
    ):
        paid, unpaid = found.get(key, _NONE)
        if cause == "worker" and heard == "yes" and not later_sold:
            found[key] = (paid, unpaid + count)
        else:
            found[key] = (paid + count, unpaid)
    return found


def _local(site: str, upto: Cursor | None) -> dict[str, _Local]:
    """Every operation that the site named, with what headquarters made of it."""
    adopted = {
        local: (day, operation)
        for local, day, operation in OperationAdopted.objects.current(upto).values_list(
            "local", "day", "operation"
        )
    }
    rows = LocalOperation.objects.current(upto).filter(site=site).values_list("root", "operation", "since")
    return {operation: _Local(since, *adopted.get(root, ())) for root, operation, since in rows}
