"""Many papers of one kind in one file: to be printed at once, each beginning on a page of its own."""

from collections.abc import Callable, Sequence
from typing import Any

from jornal.papers import hours, payslip, tally
from jornal.papers.folder import cannot_draw
from jornal.papers.heads import Issue, first_language, issue
from jornal.papers.render import CannotDraw, check, pdf
from jornal.papers.totals import PAID

Row = dict[str, Any]

KINDS: dict[str, tuple[str, Callable[[Issue, Row], Row], bool]] = {
    "slips": ("payslip", payslip.says, True),
    "tallies": ("tally", tally.says, True),
    "hours": ("hours", hours.says, False),
}
"""By kind: its template, what it says, and whether it speaks her language (else the site's)."""


def together(run: Row, kind: str, workers: Sequence[Row]) -> tuple[bytes, list[Row]]:
    """One PDF of a kind of paper for these workers of a run, and a fault for each who cannot be drawn.

    Who has no slip has no paper. Empty bytes where nobody has one.
    """
    template, says, hers = KINDS[kind]
    found, faults = [], []
    for worker in workers:
        if worker["status"] not in PAID:
            continue
        said = says(issue(run, worker["language"] if hers else first_language(run)), worker)
        try:
            check(said)
        except CannotDraw as fault:
            faults.append(cannot_draw(fault, worker["code"], f"{kind}/{worker['code']}.pdf"))
            continue
        found.append(said)
    day = issue(run, first_language(run)).day
    return (pdf(template, {"all": found}, day) if found else b""), faults


def alone(run: Row, kind: str, worker: Row) -> bytes:
    """The paper of one worker. Raises CannotDraw."""
    template, says, hers = KINDS[kind]
    paper = issue(run, worker["language"] if hers else first_language(run))
    return pdf(template, says(paper, worker), paper.day)
