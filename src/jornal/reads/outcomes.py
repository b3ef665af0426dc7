"""What became of those who were released and consented to be asked: in bands of five, and nothing of fewer."""

from calendar import monthrange
from datetime import date
from typing import Any, NamedTuple

from jornal.facts.afterwards import AskedAfter, Baseline
from jornal.facts.people import Left
from jornal.journal.fact import Fact
from jornal.reads.people import consents_in_force
from jornal.rules.intervals import fives, interval

ASKED = (3, 6, 12)
"""So many months after her release she is asked."""
K = 5


class Outcome(NamedTuple):
    """How many answered so many months after, in whole fives, and between which numbers of them are inside again.

    `low` and `high` are thousandths: the interval of 95 in a hundred, for the whole band. `answered` 0 is fewer than
    five; then nothing else is told. `released` are those whom it would concern, in whole fives too.
    """

    months: int
    released: int
    answered: int
    least: int = 0
    most: int = 0
    low: int = 0
    high: int = 1000


class ToAsk(NamedTuple):
    """Somebody who is to be asked now: of how many months after, since when."""

    worker: str
    months: int
    since: date


def outcomes(day: date) -> list[Outcome]:
    """What is told of each time after release, of the whole enterprise: a figure moves by five people or not at all.

    Who did not say whether she is inside again is not among those who answered.
    """
    released = _released()
    found = []
    for months in ASKED:
        there = sum(1 for left_on, _ in released.values() if months_after(left_on, months) <= day)
        rows = _current(AskedAfter).filter(months=months, day__lte=day).exclude(inside="not_said")
        told = list(rows.order_by("day", "recorded_at", "worker").values_list("inside", flat=True))
        told = told[: len(told) // K * K]
        if not told:
            found.append(Outcome(months, there // K * K, 0))
            continue
        least, most = fives(told.count("yes"), len(told))
        low, high = interval(least, most, len(told))
        found.append(Outcome(months, max(there // K * K, len(told)), len(told), least, most, low, high))
    return found


def to_ask(site: str, day: date) -> list[ToAsk]:
    """Who left a site by release, consents to be asked, and has not been asked at a time that has come."""
    here = {worker: left_on for worker, (left_on, at) in _released().items() if at == site}
    consenting = consents_in_force(list(here), "contact_after", day)
    rows = _current(AskedAfter).filter(worker__in=list(consenting))
    asked = set(rows.values_list("worker", "months"))
    found = []
    for worker in consenting:
        come = [(months, months_after(here[worker], months)) for months in ASKED]
        come = [(months, since) for months, since in come if since <= day]
        if come and (worker, come[-1][0]) not in asked:  # a time that went by is not made up for
            found.append(ToAsk(worker, *come[-1]))
    return sorted(found, key=lambda one: (one.since, one.worker))


def released_on(worker: str) -> date | None:
    """The last day of somebody who left by release; None where she did not."""
    found = _released().get(worker)
    return found[0] if found else None


def baseline() -> Baseline | None:
    """The figure that was published last; None where none is recorded."""
    found: Baseline | None = _current(Baseline).filter(measure="inside_again").order_by("published_on").last()
    return found


def months_after(day: date, months: int) -> date:
    """The same day some months on; the last of a shorter month."""
    years, before = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, before + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _released() -> dict[str, tuple[date, str]]:
    """By worker, the last day on which she was released, and from which site."""
    rows = _current(Left).filter(reason="release").order_by("day")
    return {worker: (day, site) for worker, day, site in rows.values_list("worker", "day", "site")}


def _current(kind: type[Fact]) -> Any:
    """The facts of a kind that stand."""
    return kind.objects.current()
