"""A worker's statement: what was issued, paid and is still owed."""

from dataclasses import replace
from datetime import date

import pytest

import payroll
from jornal.actions import answers, paying
from jornal.actions.issuing import draft
from jornal.actions.verb import done
from jornal.facts.pay import Slip
from jornal.reads.statement import said_of, slips, statement

SEPTEMBER, OCTOBER, NOVEMBER = "2026-09", "2026-10", "2026-11"


@pytest.fixture(scope="module")
def october(tmp_path_factory):
    return payroll.built(
        tmp_path_factory.mktemp("october"), SEPTEMBER, OCTOBER, workers={"Q01": ("cusco-hourly", "maker")}
    )


@pytest.fixture
def here(october, tmp_path):
    with payroll.copied(october, tmp_path) as found:
        yield replace(found, day=date(2026, 12, 1))


def say(verb: str, here, **row) -> None:
    done(verb, paying.VERBS[verb], here, [{"month": SEPTEMBER, "worker": "Q01", **row}])


def test_each_movement_stands_in_the_order_of_its_day_with_what_is_owed_after_it(here):
    first, second = (slip.in_hand for slip, _ in slips("Q01"))
    say("pay", here, day="2026-10-07", way="cash", paper="list 1", amount="1000")
    say("came-back", here, day="2026-10-08", reason="refused")
    say("pay", here, day="2026-10-09", way="cash", paper="list 2")
    say("arrived", here, day="2026-10-09", proof="list 2")
    assert [(str(one.day), one.what, one.amount, one.owed) for one in statement("Q01")] == [
        ("2026-09-30", "issued", first, first),
        ("2026-10-07", "paid", 1000, first - 1000),
        ("2026-10-08", "came back", 1000, first),
        ("2026-10-09", "paid", first, 0),
        ("2026-10-09", "received", first, 0),
        ("2026-10-31", "issued", second, second),
    ]
    assert {one.currency for one in statement("Q01")} == {"PEN"}


def test_a_slip_of_a_run_that_was_cut_off_is_owed_to_nobody_yet(here):
    (run,) = here.put([draft(here, NOVEMBER)])
    totals = {"gross": 5900, "deductions": 0, "instructions": 0, "held": 0, "in_hand": 5900}
    here.put([Slip(run=run.root, worker="Q01", status="ready", **totals)])
    assert [one.month for one in statement("Q01")] == [SEPTEMBER, OCTOBER]


@pytest.mark.usefixtures("here")
def test_who_was_never_issued_anything_has_an_empty_statement():
    assert statement("Q99") == []


def test_what_she_said_of_her_slip_last(here):
    slip, _ = slips("Q01")[0]
    assert said_of(slip) == (False, "")
    row = {"month": SEPTEMBER, "day": "2026-10-07"}
    done("hand-over", answers.VERBS["hand-over"], here, [row])
    for answer in ("disputed", "agreed"):
        done("answer-slip", answers.VERBS["answer-slip"], here, [{**row, "worker": "Q01", "answer": answer}])
    assert said_of(slip) == (True, "agreed")


def test_it_is_read_alike_on_each_database(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    payroll.issued(here, OCTOBER)
    assert [one.what for one in statement("Q01")] == ["issued"]
