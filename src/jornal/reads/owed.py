"""What workers still owe of a deduction: what its paper says, less what pay has taken for it since."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.work import Balance
from jornal.journal.fact import Cursor
from jornal.units.periods import Period

Balances = dict[str, dict[str, int | None]]

AT_ONCE = 1000
"""How many people a query names; for more of them all are read."""


class _Paper(NamedTuple):
    """What a paper says is owed, on its day."""

    day: date
    amount: int | None


def balances(
    site: str, period: Period, upto: Cursor | None = None, *, workers: Iterable[str] | None = None
) -> Balances:
    """By worker and step, what is owed when a period is paid, in minor units; None where the paper gives no sum.

    The latest paper up to the period's last day counts, less the deductions for it in issued slips of earlier months
    that end on the paper's day or later. Never below zero.
    """
    rows = Balance.objects.current(upto).filter(day__lt=period.end)
    if workers is not None:
        rows = rows.filter(worker__in=workers)
    papers: dict[str, dict[str, _Paper]] = {}
    for worker, step, day, amount in rows.order_by("day").values_list("worker", "step", "day", "amount"):
        papers.setdefault(worker, {})[step] = _Paper(day, amount)
    taken = _taken(site, period, upto, papers) if papers else {}
    return {
        worker: {
            step: None if paper.amount is None else max(0, paper.amount - taken.get((worker, step), 0))
            for step, paper in steps.items()
        }
        for worker, steps in papers.items()
    }


def _taken(
    site: str, period: Period, upto: Cursor | None, papers: dict[str, dict[str, _Paper]]
) -> dict[tuple[str, str], int]:
    """What issued slips took for each of these steps since its paper; where the paper leaves something to be taken."""
    open_papers = {
        worker: steps for worker, steps in papers.items() if any(paper.amount for paper in steps.values())
    }
    if not open_papers:
        return {}
    first = min(paper.day for steps in open_papers.values() for paper in steps.values())
    issued = RunIssued.objects.current(upto).values("run")
    runs = dict(
        Run.objects.current(upto)
        .filter(site=site, root__in=issued, until__gte=first, until__lt=period.start)
        .values_list("root", "until")
    )
    slips = Slip.objects.current(upto).filter(run__in=list(runs)).exclude(deductions=0)
    if len(open_papers) <= AT_ONCE:
        slips = slips.filter(worker__in=list(open_papers))
    found: dict[tuple[str, str], int] = {}
    for worker, run, lines in slips.values_list("worker", "run", "lines").iterator(AT_ONCE):
        steps = open_papers.get(worker, {})
        for line in lines["lines"]:
            paper = steps.get(line.get("code", "")) if line["part"] == "deduction" else None
            if paper is not None and runs[run] >= paper.day:
                key = (worker, line["code"])
                found[key] = found.get(key, 0) + line["amount"]
    return found
