"""Over how many days of a pay run each worker's hours are spread, from her time at the site and the days she worked."""

from collections import defaultdict
from datetime import date, timedelta

from jornal.facts.attendance import Shift
from jornal.facts.pay import Run
from jornal.journal.fact import Cursor
from jornal.reads.people import stays
from jornal.rules.published import spread_over
from jornal.terms.kinds import load
from jornal.units.periods import Period

A_DAY = timedelta(days=1)


def days_of(run: Run) -> dict[str, int]:
    """By worker, those days as the books stood at the run's cursor; who was never there is not in it."""
    upto: Cursor = run.cursor
    period = Period(run.since, run.until + A_DAY)
    there: defaultdict[str, set[date]] = defaultdict(set)
    for one in stays(run.site, period, upto):
        last = run.until if one.left_on is None else min(run.until, one.left_on)
        there[one.worker] |= set(Period(max(run.since, one.since), last + A_DAY))
    worked: defaultdict[str, set[date]] = defaultdict(set)
    kinds = [kind.id for kind in load().all if kind.group == "worked"]
    rows = Shift.objects.current(upto).filter(
        site=run.site, day__gte=run.since, day__lte=run.until, what__in=kinds
    )
    for worker, day in rows.values_list("worker", "day"):
        worked[worker].add(day)
    return {worker: spread_over(days, worked[worker]) for worker, days in there.items()}
