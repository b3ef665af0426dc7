"""Runs and slips as they stand in the books."""

from collections.abc import Collection, Iterator
from typing import Any

from jornal.facts.pay import Run, RunIssued, Slip
from jornal.journal.fact import Cursor, Fact

AT_ONCE = 500


def final(kind: type[Fact]) -> Any:
    """All facts of a kind that is never corrected, asked for so that the index of its key serves."""
    return kind.objects.filter(corrects__isnull=True)


def as_of(kind: type[Fact], upto: Cursor | None) -> Any:
    """All facts of a kind that is never corrected, as the books stood at a cursor; as they stand now without one."""
    return final(kind) if upto is None else kind.objects.current(upto)


def issued(run: Run) -> RunIssued | None:
    """What made a run whole; None while it is only begun."""
    found: RunIssued | None = final(RunIssued).filter(run=run.root).first()
    return found


def runs_of(site: str) -> list[Run]:
    """The runs of a site that were issued, the earliest month first."""
    whole = final(RunIssued).values("run")
    return list(final(Run).filter(site=site, root__in=whole).order_by("month", "number"))


def runs_before(run: Run) -> list[Run]:
    """The issued runs of a site's months before this one."""
    return [one for one in runs_of(run.site) if one.month < run.month]


def begun(site: str, month: str) -> Run | None:
    """The run of a month, begun or issued."""
    found: Run | None = final(Run).filter(site=site, month=month).order_by("number").last()
    return found


def went_out(site: str, month: str) -> bool:
    """Whether the pay of a month is issued, so that what is recorded now comes with the next one."""
    run = begun(site, month)
    return run is not None and issued(run) is not None


def unfinished(site: str) -> list[Run]:
    """The runs of a site that were begun and are not whole: cut off, to be taken up again."""
    whole = final(RunIssued).values("run")
    return list(final(Run).filter(site=site).exclude(root__in=whole).order_by("month"))


def slips_of(run: Run, workers: Collection[str] | None = None) -> list[Slip]:
    """The slips of a run by worker."""
    return list(_slips(run, workers))


def slips_one_by_one(run: Run) -> Iterator[Slip]:
    """The slips of a run by worker, without holding all of them in memory."""
    return iter(_slips(run, None).iterator(AT_ONCE))


def carried(run: Run, workers: Collection[str]) -> list[Slip]:
    """The slips of a run as a month after it takes them: their status and what they carry on, without their lines."""
    left_out = ("lines", "totals", "comparison", "faults")
    return list(_slips(run, workers).defer(*left_out))


def looked_at(run: Run, workers: Collection[str] | None = None) -> list[Slip]:
    """The slips of a run as a list of them is looked at: without what they carry on and what is sealed."""
    return list(_slips(run, workers).defer("carry", "credit"))


def slips_unsealed(run: Run) -> Iterator[Slip]:
    """The slips of a run by worker as `slips_one_by_one` gives them, without what is sealed."""
    return iter(_slips(run, None).defer("credit").iterator(AT_ONCE))


def slip_workers(run: Run) -> list[str]:
    """Who has a slip in a run, in order."""
    return list(final(Slip).filter(run=run.root).order_by("worker").values_list("worker", flat=True))


def _slips(run: Run, workers: Collection[str] | None) -> Any:
    found = final(Slip).filter(run=run.root)
    if workers is not None:
        found = found.filter(worker__in=list(workers))
    return found.order_by("worker")
