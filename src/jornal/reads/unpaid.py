"""Pay that was due for work on a lot and did not leave: which month, since when, and of how many people."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jornal.facts.pay import Run
from jornal.facts.pieces import Pieces
from jornal.reads.money import owed
from jornal.reads.pay import runs_of
from jornal.units.periods import month as period_of

A_DAY = timedelta(days=1)


class Unpaid(NamedTuple):
    """A month of pay that was due on a day; so many of a lot's makers have not had what is theirs in hand."""

    month: str
    due_on: date
    people: int


def unpaid(site: str, lot: str, today: date, after: timedelta) -> Iterator[Unpaid]:
    """The months of a lot's pieces whose pay was due before today and has not left, the earliest first.

    `after` is how long after a month's end pay is due where no run says it. Money that came back was sent: it is owed
    again, and is no reason here. Nothing of a site that never issued pay in this register.
    """
    runs = {run.month: run for run in runs_of(site)}
    if not runs:
        return
    rows = Pieces.objects.current().filter(lot=lot).values_list("day", "worker")
    makers: dict[str, set[str]] = {}
    for day, worker in rows:
        makers.setdefault(f"{day:%Y-%m}", set()).add(worker)
    for month, workers in sorted(makers.items()):
        run = runs.get(month)
        due_on = run.due_on if run else period_of(month).end - A_DAY + after
        if month < min(runs) or due_on >= today:
            continue
        if people := _waiting(run, workers) if run else len(workers):
            yield Unpaid(month, due_on, people)


def _waiting(run: Run, workers: set[str]) -> int:
    """How many of these have some of their pay in hand still to come, none of which was sent and came back."""
    sums = [one for one in owed(run, workers) if one.part == "in_hand"]
    return sum(1 for one in sums if one.open > 0 and not one.returned)
