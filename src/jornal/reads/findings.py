"""Open findings that are critical: those that stop what is sold, and never what is owed."""

from collections.abc import Collection
from datetime import date

from jornal.facts.pay import Finding
from jornal.journal.fact import Cursor
from jornal.terms.controls import severity


def critical(day: date, sites: Collection[str] | None = None, upto: Cursor | None = None) -> list[Finding]:
    """The critical findings open on a day at these sites (None is every site), by site and day; one query.

    One that was there when it was recorded is open on every day that is typed for today, one before it too.
    """
    rows = Finding.objects.current(upto).filter(closed_on=None)
    rows = rows if sites is None else rows.filter(site__in=list(sites))
    return [
        one
        for one in rows.order_by("site", "day", "control")
        if severity(one.control) == "critical" and one.day <= max(day, one.recorded_at.date())
    ]
