"""Rejected pieces of a site in a period, each with the count it is of; what of them goes unpaid."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from jornal.facts.pieces import Pieces, Rejected
from jornal.units.periods import Period


@dataclass(frozen=True)
class Rejection:
    """Pieces rejected out of a worker's day. `of` is the number of the count, `number` that of the rejection."""

    root: UUID
    worker: str
    day: date
    operation: str
    of: int
    number: int
    count: int
    cause: str
    heard: str
    decided_by: str
    later_sold: bool

    @property
    def unpaid(self) -> bool:
        """Whether they go unpaid: her own fault, after she was heard, and not sold since."""
        return self.cause == "worker" and self.heard == "yes" and not self.later_sold


def rejections(site: str, period: Period) -> list[Rejection]:
    """The rejections of a period as they stand now, the latest day first."""
    first = Pieces.objects.filter(
        id=OuterRef("pieces")
    )  # a count is named by its first version, whose key stays
    there = first.filter(site=site, day__gte=period.start, day__lt=period.end)
    those = Rejected.objects.current().filter(Exists(there), book=site)
    of: dict[str, Any] = {
        f"of_{name}": Subquery(first.values(name)) for name in ("worker", "day", "operation", "number")
    }
    columns = ("root", *of, "number", "count", "cause", "heard", "decided_by", "later_sold")
    found = [Rejection(*row) for row in those.annotate(**of).values_list(*columns)]
    return sorted(
        found, key=lambda one: (-one.day.toordinal(), one.worker, one.operation, one.of, one.number)
    )


def next_number(pieces: UUID) -> int:
    """The number of a further rejection out of a count; one that was taken back is not given again."""
    taken = Rejected.objects.filter(pieces=pieces).values_list("number", flat=True)
    return max(taken, default=0) + 1
