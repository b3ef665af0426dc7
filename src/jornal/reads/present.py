"""Who belongs to a month of a site: enrolled on a day of it, or with a row of work or a decided sum in it."""

from collections.abc import Collection
from typing import Any

from jornal.facts.attendance import Shift
from jornal.facts.pay import Adjustment
from jornal.facts.pieces import Pieces
from jornal.journal.fact import Cursor, Fact
from jornal.reads.people import enrolled
from jornal.units.periods import Period

ROWS: tuple[tuple[type[Fact], str, tuple[str, ...]], ...] = (
    (Shift, "shift", ("day", "number")),
    (Pieces, "pieces", ("day", "operation", "number")),
    (Adjustment, "adjustment", ("day", "what", "number")),
)
"""Kinds of rows that pay is made of, with how their ids are put together."""


def present(
    site: str, period: Period, upto: Cursor | None = None, *, workers: Collection[str] | None = None
) -> set[str]:
    """Everybody of a site's month: who is enrolled, and who has rows there although nobody enrolled her."""
    found = {stay.worker for stay in enrolled(site, period, upto, workers=workers)}
    for kind, _, _ in ROWS:
        rows = _rows(kind, site, upto, workers).filter(day__gte=period.start, day__lt=period.end)
        found |= set(rows.values_list("worker", flat=True).distinct())
    return found


def is_present(worker: str, site: str, period: Period, upto: Cursor | None = None) -> bool:
    """Whether one worker belongs to a site's month; asked no further than where she is found."""
    if enrolled(site, period, upto, workers=[worker]):
        return True
    rows = (_rows(kind, site, upto, [worker]) for kind, _, _ in ROWS)
    return any(some.filter(day__gte=period.start, day__lt=period.end).exists() for some in rows)


def before(
    site: str, period: Period, upto: Cursor | None = None, *, workers: Collection[str] | None = None
) -> dict[str, list[str]]:
    """The ids of rows that are dated before a period, by worker: those that no run will ever take."""
    found: dict[str, list[str]] = {}
    for kind, name, columns in ROWS:
        rows = _rows(kind, site, upto, workers).filter(day__lt=period.start).order_by("worker", *columns)
        for worker, *key in rows.values_list("worker", *columns):
            found.setdefault(worker, []).append(" ".join([name, *map(str, key)]))
    return found


def _rows(kind: type[Fact], site: str, upto: Cursor | None, workers: Collection[str] | None) -> Any:
    rows: Any = kind.objects.current(upto)
    rows = rows.filter(site=site)
    return rows if workers is None else rows.filter(worker__in=list(workers))
