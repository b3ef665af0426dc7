"""Who worked on a lot on a day on which no consent of hers to work stood."""

from datetime import date

from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.facts.pieces import Pieces
from jornal.journal.fact import Cursor

PURPOSE = "work"


def without_consent(lot: str, upto: Cursor | None = None) -> dict[str, date]:
    """Workers whose pieces are counted on a lot without a consent to work that held that day: the first such day.

    A consent holds as `reads.people.consents_in_force` says: thought over, not expired, not taken back; three queries.
    """
    rows = Pieces.objects.current(upto).filter(lot=lot).order_by("day")
    days = [(worker, day) for worker, day in rows.values_list("worker", "day")]
    held = _held({worker for worker, _ in days}, upto)
    found: dict[str, date] = {}
    for worker, day in days:
        if not any(since <= day and (end is None or day < end) for since, end in held.get(worker, ())):
            found.setdefault(worker, day)
    return found


def _held(workers: set[str], upto: Cursor | None) -> dict[str, list[tuple[date, date | None]]]:
    """The first day of each consent to work and the day it ended, by worker."""
    taken_back = dict(ConsentWithdrawn.objects.current(upto).values_list("consent", "day"))
    found: dict[str, list[tuple[date, date | None]]] = {}
    for one in Consent.objects.current(upto).filter(worker__in=workers, purpose=PURPOSE):
        ends = [day for day in (one.expires_on, taken_back.get(one.root)) if day is not None]
        since = max(day for day in (one.given_on, one.cooling_off_until) if day is not None)
        found.setdefault(one.worker, []).append((since, min(ends, default=None)))
    return found
