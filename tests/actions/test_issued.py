"""An issued run as the papers take it."""

import json
from datetime import date

import pytest

import families
import payroll
from jornal.actions import issuing, paying
from jornal.actions.answers import NoSlip
from jornal.actions.approving import NothingToApprove
from jornal.actions.issued import IssuedOtherwise, body, drafted
from jornal.actions.issuing import draft
from jornal.actions.verb import done
from jornal.facts.pay import Slip
from jornal.facts.people import Consent
from jornal.facts.work import Beneficiary, Instruction
from jornal.journal import chain
from jornal.journal.entry import Entry, Head
from jornal.journal.keys import Locked
from jornal.reads import pay
from offices import office

OCTOBER = "2026-10"


@pytest.fixture
def here(october, tmp_path):
    with payroll.copied(october, tmp_path) as found:
        yield found


def test_every_slip_comes_out_as_issued_with_names_and_the_printed_head(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    done = payroll.issued(here, OCTOBER)
    table = body(here, OCTOBER)
    assert [one["name"] for one in table["workers"]] == ["name of Q01", "name of Q02", "name of Q21"]
    assert sum(one["totals"]["in_hand"] for one in table["workers"]) == done.whole.in_hand
    assert table["head"] == chain.shown(done.head.code)


def test_one_worker_alone_and_one_who_has_no_slip(here):
    assert [one["code"] for one in body(here, OCTOBER, ["Q02"])["workers"]] == ["Q02"]
    with pytest.raises(NoSlip, match="Q99"):
        body(here, OCTOBER, ["Q01", "Q99"])


def test_papers_printed_again_after_more_was_recorded_bear_a_head_that_stands_too(here):
    payroll.days(here, date(2026, 11, 2), date(2026, 11, 2))
    code = body(here, OCTOBER)["head"]
    assert Head.objects.filter(book="cusco", code=chain.read(code)).exists()


def test_no_paper_is_drawn_of_a_run_that_comes_out_otherwise(here, monkeypatch):
    real = pay.slips_of

    def other(run, workers=None):
        found = real(run, workers)
        found[1].totals = {**found[1].totals, "gross": 1}
        return found

    monkeypatch.setattr("jornal.actions.issued.pay.slips_of", other)
    with pytest.raises(IssuedOtherwise, match="for Q02"):
        body(here, OCTOBER)


def test_papers_wait_for_the_names_and_for_the_issue(here):
    with pytest.raises(Locked):
        body(office(day=date(2026, 11, 1)), OCTOBER)
    with pytest.raises(NothingToApprove):
        body(here, "2026-11")


def test_a_beneficiary_is_named_by_initials_and_last_digits(here):
    keys = here.opened()
    keys.mint("B1")
    told = keys.seal("B1", "told", json.dumps({"initials": "M. Q.", "last_four": "4321"}))
    given = {
        "purpose": "family",
        "scope": "",
        "language": "es",
        "witness_of": "none",
        "given_on": date(2026, 11, 1),
    }
    (consent,) = here.put([Consent(worker="Q01", number=1, **given)])
    sends = {"instruction": "mother", "purpose": "family", "share": "1/2", "to": [{"beneficiary": "B1"}]}
    here.put([Beneficiary(beneficiary="B1", worker="Q01", told=told)])
    here.put([Instruction(worker="Q01", since=date(2026, 11, 1), consent=consent.root, **sends)])
    payroll.days(here, date(2026, 11, 2), date(2026, 11, 6), workers=("Q01",))
    payroll.issued(here, "2026-11")
    payees = {line["payee"] for one in body(here, "2026-11", ["Q01"])["workers"] for line in one["lines"]}
    assert "M. Q. …4321" in payees
    assert "4321" not in json.dumps(
        Slip.objects.get(worker="Q01", run=pay.begun("cusco", "2026-11").root).lines
    )


def test_a_draft_records_nothing_and_says_what_the_issue_will(here):
    payroll.month(here, "2026-11")
    at = payroll.on(here, "2026-11-30")
    before = Entry.objects.count()
    table = drafted(at, "2026-11")
    assert Entry.objects.count() == before
    gross = {one["code"]: one["totals"]["gross"] for one in table["workers"]}
    assert gross == {one.worker: one.gross for one in pay.slips_of(issuing.issue(at, "2026-11").run)}


def test_a_run_that_was_cut_off_is_drafted_as_it_was_begun(here):
    at = payroll.on(here, "2026-11-30")
    at.put([draft(at, "2026-11")])
    payroll.month(here, "2026-11")
    assert {one["hours"] == [] for one in drafted(at, "2026-11")["workers"]} == {True}


def test_what_was_saved_when_the_month_was_issued_stands_on_every_copy_of_a_slip(sqlite, tmp_path):
    here = families.issued(tmp_path)
    (first,) = [one for one in body(here, OCTOBER)["workers"] if one["code"] == "Q01"]
    saved = sum(line["amount"] for line in first["lines"] if line["kind"] == "savings")
    assert first["savings"] == {"before": 0, "after": saved}
    row = {"month": OCTOBER, "part": "instruction", "payee": "savings", "day": "2026-11-03", "way": "savings"}
    done("pay", paying.VERBS["pay"], here, [{**row, "paper": "transfer 10"}])
    (again,) = body(here, OCTOBER, ["Q01"])["workers"]
    assert again["savings"] == first["savings"]
