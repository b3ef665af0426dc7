"""What workers agreed to tell of themselves: whose agreement holds, who was asked this quarter and who is to be."""

from collections.abc import Collection
from datetime import date
from typing import Any, Literal

from jornal.facts.told import CheckedIn, TellingAgreed, TellingWithdrawn

Subject = Literal["groups", "wellbeing"]


def agreements(workers: Collection[str], subject: Subject, day: date) -> dict[str, TellingAgreed]:
    """The agreements that hold on a day, by worker: the last of each that was not taken back and did not end."""
    found = standing().filter(worker__in=list(workers), subject=subject, day__lte=day, ends_on__gt=day)
    return {one.worker: one for one in found.order_by("day", "recorded_at")}


def standing() -> Any:
    """Every agreement that was not taken back, as a query; what was told under another can be read by nobody."""
    back = TellingWithdrawn.objects.current().values("voice")
    return TellingAgreed.objects.current().exclude(voice__in=back)


def asked(site: str, quarter: str) -> set[str]:
    """The workers of a site who were asked how a quarter was, whatever they answered or did not."""
    return set(
        CheckedIn.objects.current().filter(site=site, quarter=quarter).values_list("worker", flat=True)
    )


def quarter_of(day: date) -> str:
    """The quarter of a day, as 2026-Q4."""
    return f"{day.year}-Q{(day.month + 2) // 3}"
