"""Whose earlier months may come out otherwise: of whom something was recorded since that counts for days before."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

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
    if _between(OperationAdopted, last, now).exists():
        return True
    return any(
        _between(kind, last, now).filter(site=now.site, **{f"{day}__lt": now.since}).exists()
        for kind, day in FOR_ALL
    )


def _of_workers(last: Run, now: Run) -> set[str]:
    found: set[str] = set()
    for kind, day in DATED:
        late = _between(kind, last, now).filter(**{f"{day}__lt": now.since})
        found |= set(late.values_list("worker", flat=True))
    for kind in UNDATED:
        found |= set(_between(kind, last, now).values_list("worker", flat=True))
    rejected = _between(Rejected, last, now).values("pieces")
    late = Pieces.objects.filter(root__in=rejected, day__lt=now.since)
    return found | set(late.values_list("worker", flat=True))


def _between(kind: type[Fact], last: Run, now: Run) -> Any:
    """Every version that was recorded after one cursor and up to another."""
    span = Q(pk__in=[])
    for book, seq in now.cursor.items():
        span |= Q(book=book, seq__gt=last.cursor.get(book, 0), seq__lte=seq)
    return kind.objects.filter(span)
