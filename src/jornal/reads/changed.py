"""Whose earlier months may come out otherwise: of whom something was recorded since that counts for days before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.pay import Adjustment, Run, Slip
from jornal.facts.people import (
    CarriedOver,
    Custody,
    Enrolled,
    Left,
    OpeningBalance,
    Ratio,
    Worker,
    WorksFromHome,
)
from jornal.facts.pieces import LocalOperation, OperationAdopted, Pieces, Rejected
from jornal.facts.terms import TermsAdopted
from jornal.facts.work import Account, Balance, ContractVersion, Graded, RateCard, Request, RestDayAuthorised
from jornal.journal.fact import Fact
from jornal.reads.pay import final, runs_before

DATED: tuple[tuple[type[Fact], str], ...] = (
    (Shift, "day"), (Pieces, "day"), (Adjustment, "day"), (Custody, "since"), (Ratio, "since"), (Balance, "day"),
    (Request, "since"), (Account, "since"), (ContractVersion, "since"), (Graded, "since"),
    (RestDayAuthorised, "day"), (WorksFromHome, "since"),
)  # fmt: skip
"""Facts about one worker, with the day from which they count.

Her instructions and consents are not among them: what she did with her own portion of an issued month stays done.
"""

UNDATED: tuple[type[Fact], ...] = (Worker, Enrolled, Left, OpeningBalance, CarriedOver)
"""Facts about one worker that may be corrected to another day, that have none (her year of birth), or that count from
before her first month, whatever their day: where she stood before is carried over again once the old site has settled.
"""

FOR_ALL: tuple[tuple[type[Fact], str], ...] = (
    (Stoppage, "day"),
    (RateCard, "since"),
    (LocalOperation, "since"),
)
"""Facts about everybody of a site."""


@dataclass(frozen=True)
class Past:
    """The issued runs before one, the earliest first, and whose facts of their months changed after they were read.

    `waiting` could not be computed in the last run (no contract), so that what came up then is still to be settled.
    """

    runs: tuple[Run, ...]
    changed: frozenset[str]
    waiting: frozenset[str] = frozenset()


def past_of(run: Run) -> Past:
    """What came before a run: asked once for all its workers."""
    runs = tuple(runs_before(run))
    if not runs:
        return Past((), frozenset())
    waiting = final(Slip).filter(run=runs[-1].root, status="none").values_list("worker", flat=True)
    return Past(runs, frozenset(changed_since(runs[-1], run)), frozenset(waiting))


def changed_since(last: Run, now: Run) -> set[str]:
    """Workers of whom something was recorded between two runs' cursors that counts for a day before the later month.

    Everybody with a slip before, where a stoppage, a rate or other terms came in for such a day. Who was never paid
    for those days may be among them.
    """
    found = _of_workers(last, now)
    if _for_all(last, now):
        runs = [one.root for one in runs_before(now)]
        found |= set(final(Slip).filter(run__in=runs).values_list("worker", flat=True))
    return found


def _for_all(last: Run, now: Run) -> bool:
    if last.terms != now.terms and final(TermsAdopted).filter(root=now.terms, number__gt=1).exists():
        return True
    span = _span(last, now)
    here = ("site = %s", now.site)
    parts = [
        span.of(OperationAdopted, "1"),
        *(span.of(kind, "1", here, _before(day, now)) for kind, day in FOR_ALL),
    ]
    return bool(_rows(parts, " UNION ALL ", " LIMIT 1")) if span.books else False


def _of_workers(last: Run, now: Run) -> set[str]:
    """Asked in one query: there are twenty kinds, and a page of one worker waits for each."""
    span = _span(last, now)
    if not span.books:
        return set()
    parts = [span.of(kind, "worker", _before(day, now)) for kind, day in DATED]
    parts += [span.of(kind, "worker") for kind in UNDATED]
    rejected, held = span.of(Rejected, "pieces")
    late, day = _before("day", now)
    of_rejected = f"SELECT worker FROM {_table(Pieces)} WHERE {late} AND root IN ({rejected})"  # noqa: S608 (our own names)
    found = _rows([*parts, (of_rejected, [day, *held])], " UNION ")
    return {worker for (worker,) in found}


@dataclass(frozen=True)
class _Span:
    """What was recorded in some books after one cursor and up to another: book, after, upto."""

    books: tuple[tuple[str, int, int], ...]

    def of(self, kind: type[Fact], column: str, *asked: tuple[str, Any]) -> tuple[str, list[Any]]:
        """Every version of a kind in the span of which this holds, as a query and what it is asked with."""
        books = " OR ".join(["(book = %s AND seq > %s AND seq <= %s)"] * len(self.books))
        where = " AND ".join([*(says for says, _ in asked), f"({books})"])
        held = [value for _, value in asked] + [part for book in self.books for part in book]
        return f"SELECT {column} FROM {_table(kind)} WHERE {where}", held  # noqa: S608 (our own names)


def _before(day: str, now: Run) -> tuple[str, Any]:
    """That a fact counts for a day before the later month."""
    return f"{day} < %s", connection.ops.adapt_datefield_value(now.since)


def _span(last: Run, now: Run) -> _Span:
    found = ((book, last.cursor.get(book, 0), seq) for book, seq in now.cursor.items())
    return _Span(tuple(one for one in found if one[1] < one[2]))


def _table(kind: type[Fact]) -> str:
    return connection.ops.quote_name(kind._meta.db_table)  # noqa: SLF001 (Django's own way to ask)


def _rows(parts: Sequence[tuple[str, list[Any]]], joined: str, end: str = "") -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            joined.join(says for says, _ in parts) + end, [one for _, held in parts for one in held]
        )
        return list(cursor.fetchall())
