"""What is still owed: the latest paper, less what issued slips took since."""

from datetime import date
from uuid import UUID

import pytest

import crew
import hands
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.terms import TermsAdopted
from jornal.facts.work import Balance
from jornal.journal.record import record
from jornal.reads.owed import balances
from jornal.units.periods import month

OCTOBER = month("2026-10")


def paper(day: date, amount: int | None, step: str = "reparation", worker: str = "QC01") -> Balance:
    return Balance(worker=worker, step=step, day=day, amount=amount)


def terms() -> UUID:
    said = {
        "enterprise": "alpaca",
        "number": 1,
        "files": {},
        "digest": "0" * 64,
        "approver": "F1",
        "changes": {},
    }
    return record([TermsAdopted(**said)], "hq", hands.hand("F1", "hq_finance"))[0].root


def taken(here, of: str, *amounts: int, issued: bool = True, root: UUID | None = None) -> UUID:
    """A run of a month whose slip took these for her reparation."""
    span = month(of)
    said = {"cursor": {}, "terms_digest": "0" * 64, "release": "1", "currency": "PEN", "due_on": span.end}
    adopted = root or terms()
    (run,) = here.put(
        [Run(site="cusco", month=of, number=1, since=span.start, until=span.last, terms=adopted, **said)]
    )
    lines = [{"part": "deduction", "code": "reparation", "amount": one} for one in amounts]
    other = [
        {"part": "held", "code": "reparation", "amount": 7},
        {"part": "deduction", "code": "levy", "amount": 9},
    ]
    totals = dict.fromkeys(("gross", "instructions", "held", "in_hand"), 0) | {"deductions": sum(amounts)}
    here.put(
        [
            Slip(
                run=run.root, worker="QC01", status="ready", language="es", contract="c", **totals,
                lines={"lines": lines + other},
            )
        ]
    )  # fmt: skip
    if issued:
        here.put([RunIssued(run=run.root, slips=1, gross=0, in_hand=0, total=0, digest="0" * 64)])
    return adopted


@pytest.mark.usefixtures("database")
def test_what_pay_has_taken_since_the_paper_is_no_longer_owed():
    here = crew.begun()
    here.put([paper(date(2026, 8, 1), 50_000)])
    root = taken(here, "2026-08", 10_000)
    taken(here, "2026-09", 7_000, 500, root=root)
    assert balances("cusco", OCTOBER) == {"QC01": {"reparation": 32_500}}
    assert balances("cusco", month("2026-09")) == {"QC01": {"reparation": 40_000}}


@pytest.mark.usefixtures("sqlite")
def test_a_newer_paper_starts_anew():
    here = crew.begun()
    taken(here, "2026-08", 10_000)
    here.put([paper(date(2026, 8, 1), 50_000), paper(date(2026, 9, 5), 41_000)])
    assert balances("cusco", OCTOBER) == {"QC01": {"reparation": 41_000}}


@pytest.mark.usefixtures("sqlite")
def test_a_run_that_was_only_begun_took_nothing():
    here = crew.begun()
    here.put([paper(date(2026, 8, 1), 50_000)])
    taken(here, "2026-09", 10_000, issued=False)
    assert balances("cusco", OCTOBER) == {"QC01": {"reparation": 50_000}}


@pytest.mark.usefixtures("sqlite")
def test_what_is_not_known_stays_so_and_nothing_owed_is_never_below_zero():
    here = crew.begun()
    here.put([paper(date(2026, 8, 1), 5_000), paper(date(2026, 8, 1), None, "levy")])
    taken(here, "2026-09", 10_000)
    assert balances("cusco", OCTOBER) == {"QC01": {"reparation": 0, "levy": None}}


@pytest.mark.usefixtures("sqlite")
def test_a_paper_of_a_later_month_is_not_read_yet():
    here = crew.begun()
    here.put(
        [
            paper(date(2026, 10, 31), 9_000),
            paper(date(2026, 11, 1), 8_000),
            paper(date(2026, 10, 1), 1, worker="QC02"),
        ]
    )
    assert balances("cusco", OCTOBER, workers=["QC01"]) == {"QC01": {"reparation": 9_000}}
