"""Sums decided by a person, as the rules take them."""

from collections.abc import Iterable

from jornal.facts.pay import Adjustment as Decided
from jornal.journal.fact import Cursor
from jornal.rules.rows import Adjustment
from jornal.units.periods import Period


def adjustments(
    site: str, period: Period, upto: Cursor | None = None, *, workers: Iterable[str] | None = None
) -> dict[str, list[Adjustment]]:
    """The adjustments of a site's period by worker, in the order of their days."""
    found = Decided.objects.current(upto).filter(site=site, day__gte=period.start, day__lt=period.end)
    if workers is not None:
        found = found.filter(worker__in=list(workers))
    rows: dict[str, list[Adjustment]] = {}
    for one in found.order_by("day", "what", "number"):
        rows.setdefault(one.worker, []).append(
            Adjustment(
                id=f"adjustment {one.day} {one.what} {one.number}",
                day=one.day,
                label=one.label,
                amount=one.amount,
                reason=one.reason,
                payer=one.payer,
                approver=one.approver,
                kind=one.what,  # type: ignore[arg-type]
                step=one.step,
                agreed_on=one.agreed_on,
            )
        )
    return rows
