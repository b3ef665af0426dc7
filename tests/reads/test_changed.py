"""Whose earlier months may come out otherwise."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

import payroll
from jornal.actions.issuing import draft
from jornal.facts.attendance import Stoppage
from jornal.facts.people import CarriedOver, Custody, OpeningBalance
from jornal.facts.pieces import LocalOperation, OperationAdopted, Rejected
from jornal.facts.work import Account, Balance, RateCard
from jornal.reads.changed import changed_since, past_of
from payroll import gone, mended, signed, taken_on

SEPTEMBER, OCTOBER = "2026-09", "2026-10"
TENTH, OF_OCTOBER = date(2026, 9, 10), date(2026, 10, 2)
ALL = {"Q01", "Q02", "Q21"}
CARD = {
    "site": "cusco",
    "per": "hour",
    "operation": "",
    "grade": "maker",
    "amount": "12.00",
    "layer": "contract",
}
FROM_LIMA = {"from_site": "lima", "into_site": "cusco", "source_book": "lima", "source_seq": 1}
STOP = {"site": "cusco", "workshop": "", "number": 1, "what": "lockdown"}


@pytest.fixture
def here(september, tmp_path):
    with payroll.copied(september, tmp_path) as found:
        yield replace(found, day=date(2026, 10, 31))


def changed(here) -> set[str]:
    return set(past_of(draft(here, OCTOBER)).changed)


@pytest.mark.parametrize(
    ("late", "who"),
    [
        (lambda _: None, set()),
        (lambda here: mended(here, "Q01", TENTH, 360), {"Q01"}),
        (lambda here: mended(here, "Q01", OF_OCTOBER, 360), set()),
        (lambda here: payroll.made(here, TENTH, 4), {"Q21"}),
        (lambda here: gone(here, "Q02", OF_OCTOBER), {"Q02"}),
        (lambda here: taken_on(here, "Q30", since=OF_OCTOBER), {"Q30"}),
        (lambda here: here.put([Custody(worker="Q01", since=TENTH, status="remand")]), {"Q01"}),
        (lambda here: here.put([Custody(worker="Q01", since=OF_OCTOBER, status="remand")]), set()),
        (lambda here: here.put([Balance(worker="Q02", step="pe-reparation", day=TENTH, amount=5)]), {"Q02"}),
        (lambda here: here.put([Account(worker="Q02", since=TENTH, allowed="no")]), {"Q02"}),
        (lambda here: here.put([signed("Q01", "cusco-hourly", "senior", TENTH)]), {"Q01"}),
        (lambda here: here.put([Stoppage(day=TENTH, **STOP)]), ALL),
        (lambda here: here.put([Stoppage(day=OF_OCTOBER, **STOP)]), set()),
        (lambda here: here.put([RateCard(since=TENTH, **CARD)]), ALL),
        (lambda here: here.put([RateCard(since=OF_OCTOBER, **CARD)]), set()),
        (lambda here: here.put([OpeningBalance(worker="Q02", day=OF_OCTOBER, site="cusco")]), {"Q02"}),
        (lambda here: here.put([CarriedOver(worker="Q02", day=OF_OCTOBER, **FROM_LIMA)], "hq_site"), {"Q02"}),
    ],
)
def test_a_fact_that_counts_for_days_before_changes_whom_it_is_about(late, who, here):
    late(here)
    assert changed(here) == who


def test_pieces_that_are_rejected_later_change_her_who_made_them(here):
    count = payroll.Pieces.objects.get()
    rejected = {"number": 1, "count": 2, "cause": "material", "decided_by": "S1", "heard": "yes"}
    here.put([Rejected(pieces=count.root, **rejected)])
    assert changed(here) == {"Q21"}


def test_an_operation_that_gets_its_rate_changes_everybody(here):
    (local,) = here.put([LocalOperation(site="cusco", operation="cap", label="Cap", since=OF_OCTOBER)])
    assert changed(here) == set()
    here.put([OperationAdopted(local=local.root, day=OF_OCTOBER, operation="cap-1")], "hq")
    assert changed(here) == ALL


def test_who_could_not_be_computed_waits(here):
    taken_on(here, "Q30", contract="", since=OF_OCTOBER)
    payroll.issued(here, OCTOBER)
    at = payroll.on(here, "2026-11-30")
    assert set(past_of(draft(at, "2026-11")).waiting) == {"Q30"}


def test_before_the_first_run_nothing_has_changed(database, tmp_path):
    here = payroll.begun(tmp_path)
    past = past_of(draft(here, OCTOBER))
    assert (past.runs, past.changed, past.waiting) == ((), frozenset(), frozenset())


def test_it_is_asked_alike_on_each_database(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.days(here, TENTH, TENTH, workers=("Q01", "Q02"))
    payroll.issued(here, SEPTEMBER)
    october = replace(here, day=date(2026, 10, 31))
    assert changed(october) == set()
    mended(october, "Q01", TENTH, 60)
    assert changed(october) == {"Q01"}
    october.put([Stoppage(**STOP, day=TENTH)])
    assert {"Q01", "Q02"} <= changed(october)


def test_it_is_one_question_about_workers_and_one_about_everybody(here):
    now = draft(here, OCTOBER)
    last, _ = past_of(now).runs[-1], mended(here, "Q01", TENTH, 60)
    with CaptureQueriesContext(connections["default"]) as asked:
        changed_since(last, draft(here, OCTOBER))
    about = [one["sql"] for one in asked if "UNION" in one["sql"]]
    assert len(about) == 2
