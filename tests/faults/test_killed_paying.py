"""A computer that goes out while terms are adopted, a month is issued or closed: done again, it is there once."""

import signal

import payroll
from cutting import points, run, spread
from databases import used
from jornal.actions import adopt, issuing
from jornal.actions.closing import close_month
from jornal.actions.issuing import issue
from jornal.facts.pay import MonthClosed, Run, RunIssued, Slip
from jornal.facts.terms import TermsAdopted
from jornal.journal import place
from jornal.journal.entry import Head
from lost import copied, own, sound
from offices import office

OCTOBER = "2026-10"


@points(12)
def test_killed_at_every_step_of_an_issue(sqlite, tmp_path, monkeypatch, most):
    monkeypatch.setattr(issuing, "AT_ONCE", 2)  # so that there is a step between two sets of slips
    here = own(payroll.begun(sqlite.home))
    payroll.month(here)

    def issuing_it(say):
        issue(here, OCTOBER)
        say("issued")

    with used(copied(sqlite, tmp_path / "first")):
        issue(here, OCTOBER)  # what is read once is in memory now, so that every child takes the same steps
        whole = RunIssued.objects.get()
    with used(copied(sqlite, tmp_path / "whole")):
        steps = run(issuing_it).steps
    for at in spread(steps, most):
        with used(copied(sqlite, tmp_path / f"b{at}")):
            assert run(issuing_it, at=at).by == signal.SIGKILL
            assert sound()
            again = issue(here, OCTOBER)  # begun or not, it comes to its end
            assert (Run.objects.count(), RunIssued.objects.count()) == (1, 1)
            assert (Slip.objects.count(), again.whole.gross, again.whole.digest) == (
                3,
                whole.gross,
                whole.digest,
            )
            assert sound()


@points(10)
def test_killed_at_every_step_of_an_adoption(sqlite, tmp_path, most):
    finance = own(office("hq_finance", "F1"))

    def adopting(say):
        adopt.adopt(finance, "qori", payroll.PACKAGED)
        say("adopted")

    with used(copied(sqlite, tmp_path / "whole")):
        steps = run(adopting).steps
    for at in spread(steps, most):
        with used(copied(sqlite, tmp_path / f"b{at}")):
            cut = run(adopting, at=at)
            assert cut.by == signal.SIGKILL
            assert TermsAdopted.objects.count() in ((1,) if cut.said else (0, 1))
            adopt.adopt(finance, "qori", payroll.PACKAGED)
            assert (TermsAdopted.objects.count(), sound()) == (1, True)


@points(8)
def test_killed_at_every_step_of_closing_a_month(sqlite, tmp_path, most):
    here = own(payroll.begun(sqlite.home))
    payroll.month(here)
    issue(here, OCTOBER)

    def closing(say):
        close_month(here, OCTOBER)
        say("closed")

    def heads():
        return {
            book: list(Head.objects.filter(book=book).values_list("why", flat=True)) for book in place.books()
        }

    with used(copied(sqlite, tmp_path / "whole")):
        steps = run(closing).steps
        signed = heads()
    for at in spread(steps, most):
        with used(copied(sqlite, tmp_path / f"b{at}")):
            cut = run(closing, at=at)
            assert cut.by == signal.SIGKILL
            assert sound()
            close_month(here, OCTOBER)
            assert (MonthClosed.objects.count(), heads(), sound()) == (1, signed, True)
