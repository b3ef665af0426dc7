"""Who is to be released soon and was offered no plan, as it was told; where nothing was told nothing is guessed."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, NamedTuple

from jornal.facts.release import ReleaseExpected, ReleasePapers, ReleasePlan
from jornal.reads.people import codes_enrolled
from jornal.units.periods import Period, month

AHEAD = timedelta(days=90)
"""So long before the month of release a plan is offered."""
ONE_DAY = timedelta(days=1)


class Coming(NamedTuple):
    """A release that is expected: the first of its month, from when a plan is offered, and the plan that was."""

    worker: str
    first: date
    offered_from: date
    plan: ReleasePlan | None

    @property
    def open(self) -> bool:
        """Whether a plan is still to be offered: none was, or she said later."""
        return self.plan is None or self.plan.answer == "later"


def coming(workers: Collection[str]) -> dict[str, Coming]:
    """What is expected of these workers, by what was told last; whoever nothing was told of is not there."""
    return _coming(ReleaseExpected.objects.current().filter(worker__in=list(workers)))


def _coming(expected: Any) -> dict[str, Coming]:
    told: dict[str, str] = dict(expected.order_by("told_on", "recorded_at").values_list("worker", "month"))
    offered: Any = ReleasePlan.objects.current().filter(worker__in=expected.values("worker")).order_by("day")
    plans = {one.worker: one for one in offered}
    firsts = {worker: month(of).start for worker, of in told.items() if of}
    return {
        worker: Coming(worker, first, first - AHEAD, plans.get(worker)) for worker, first in firsts.items()
    }


def due(site: str, day: date) -> list[Coming]:
    """Those at a site to whom a plan is to be offered by a day, the nearest release first."""
    here = codes_enrolled(site, Period(day, day + ONE_DAY))
    expected = _coming(ReleaseExpected.objects.current().filter(worker__in=here))
    found = [one for one in expected.values() if one.open and one.offered_from <= day]
    return sorted(found, key=lambda one: (one.first, one.worker))


def papers_given(worker: str) -> ReleasePapers | None:
    """The papers she was given last; None where none were."""
    given: Any = ReleasePapers.objects.current().order_by("day")
    found: ReleasePapers | None = given.filter(worker=worker).last()
    return found
