"""A computer that goes out while terms are adopted or a month is issued: done again, the month is there once."""

import os
import signal
from dataclasses import replace

import payroll
from cutting import run, spread
from databases import Database, used
from jornal.actions import adopt
from jornal.actions.issuing import issue
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.terms import TermsAdopted
from jornal.journal import place
from jornal.journal.verify import chain_faults
from offices import office

OCTOBER = "2026-10"


def own(at):
    """The same office with true chance, so that two processes never draw the same."""
    return replace(at, hand=replace(at.hand, random=os.urandom))


def copied(database, home):
    """The register as it was before, at another place."""
    home.mkdir()
    for path in database.home.iterdir():
        (home / path.name).write_bytes(path.read_bytes())
    return Database("sqlite", home)


def sound():
    return not [fault for book in place.books() for fault in chain_faults(book).faults]


def test_killed_at_every_step_of_an_issue(sqlite, tmp_path):
    here = own(payroll.begun(sqlite.home))
    payroll.month(here)

    def issuing(say):
        issue(here, OCTOBER)
        say("issued")

    with used(copied(sqlite, tmp_path / "first")):
        issue(here, OCTOBER)  # what is read once is in memory now, so that every child takes the same steps
        issued = RunIssued.objects.get()
    with used(copied(sqlite, tmp_path / "whole")):
        steps = run(issuing).steps
    for at in spread(steps, 12):
        with used(copied(sqlite, tmp_path / f"b{at}")):
            assert run(issuing, at=at).by == signal.SIGKILL
            assert sound()
            again = issue(here, OCTOBER)  # begun or not, it comes to its end
            assert (Run.objects.count(), RunIssued.objects.count()) == (1, 1)
            assert (Slip.objects.count(), again.whole.gross, again.whole.digest) == (
                3,
                issued.gross,
                issued.digest,
            )
            assert sound()


def test_killed_at_every_step_of_an_adoption(sqlite, tmp_path):
    finance = own(office("hq_finance", "F1"))

    def adopting(say):
        adopt.adopt(finance, "qori", payroll.PACKAGED)
        say("adopted")

    with used(copied(sqlite, tmp_path / "whole")):
        steps = run(adopting).steps
    for at in spread(steps, 10):
        with used(copied(sqlite, tmp_path / f"b{at}")):
            cut = run(adopting, at=at)
            assert cut.by == signal.SIGKILL
            assert TermsAdopted.objects.count() in ((1,) if cut.said else (0, 1))
            adopt.adopt(finance, "qori", payroll.PACKAGED)
            assert (TermsAdopted.objects.count(), sound()) == (1, True)
