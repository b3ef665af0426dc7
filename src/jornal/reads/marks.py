"""The stitch marks that stand: which worker has which pattern, and which patterns nobody may be given any more."""

from collections.abc import Collection

from jornal.facts.people import MarkChosen
from jornal.journal.fact import Cursor
from jornal.reads.people import AT_ONCE


def marks(workers: Collection[str] | None = None, upto: Cursor | None = None) -> dict[str, int]:
    """By worker, the number of the pattern she chose last, of these workers or of everybody; who has none is not there.

    She keeps it wherever she works, so the book it stands in does not matter.
    """
    found = MarkChosen.objects.current(upto)
    if workers is not None and len(workers) <= AT_ONCE:
        found = found.filter(worker__in=list(workers))
    return dict(found.order_by("recorded_at", "seq").values_list("worker", "pattern"))


def taken() -> dict[int, str]:
    """Every pattern that was ever chosen, with whoever chose it: one taken back is not given to anybody else."""
    return dict(MarkChosen.objects.filter(corrects__isnull=True).values_list("pattern", "worker"))
