"""Pay that left on its day though nobody had approved it: a finding on headquarters, and none on the worker."""

from collections.abc import Iterable

from jornal.actions.office import Office
from jornal.facts.pay import Finding, Run

LATE = "PAY-04"
"""The control of pay on its day (the standard's catalogue)."""
NOT_APPROVED = "The pay of {month} was due on {due} and not approved; it went out against a signed cash list."


def unapproved(office: Office, runs: Iterable[Run]) -> list[Finding]:
    """A finding on headquarters for each month whose approval did not come in time; one that stands is not doubled."""
    there = set(
        Finding.objects.current().filter(site=office.site, control=LATE).values_list("about", flat=True)
    )
    return [
        Finding(
            site=office.site, control=LATE, about=f"run {run.month}", day=office.day, lies_with="headquarters",
            says=NOT_APPROVED, facts={"month": run.month, "due": run.due_on.isoformat()},
        )
        for run in runs
        if f"run {run.month}" not in there
    ]  # fmt: skip
