"""An issued month's slips in brief, kept beside the register and never trusted over it."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

import payroll
from jornal.actions import briefs
from jornal.actions.issuing import issue
from jornal.facts.pay import Payment, PaymentReceived, PaymentReturned
from jornal.reads import money, pay

SEPTEMBER, OCTOBER = "2026-09", "2026-10"


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    monkeypatch.setattr(briefs, "_last", {})
    with payroll.copied(september, tmp_path) as found:
        yield replace(found, day=date(2026, 10, 31))


def run_of(month=SEPTEMBER):
    run = pay.begun("cusco", month)
    return run, pay.issued(run)


def file(home):
    (found,) = (home / briefs.FOLDER).iterdir()
    return found


@pytest.mark.usefixtures("here")
def test_they_are_made_of_the_slips_kept_for_their_owner_alone_and_read_from_there(tmp_path, monkeypatch):
    run, whole = run_of()
    made = briefs.of_run(run, whole, tmp_path)
    assert [one.code for one in made] == ["Q01", "Q02", "Q21"]
    assert made == tuple(briefs.of_slip(slip) for slip in pay.slips_of(run))
    assert file(tmp_path).stat().st_mode & 0o777 == 0o600
    monkeypatch.setattr(briefs, "_last", {})
    with CaptureQueriesContext(connections["default"]) as asked:
        assert briefs.of_run(run, whole, tmp_path) == made
    assert len(asked) == 0


@pytest.mark.usefixtures("here")
def test_their_sums_are_those_with_which_the_run_was_issued():
    run, whole = run_of()
    sums = briefs.sums(briefs.of_run(run, whole, None))
    assert (sums["gross"], sums["in_hand"]) == (whole.gross, whole.in_hand)
    assert sums["in_hand"] + sums["deductions"] + sums["instructions"] == whole.total


def wrong_figure(kept):
    head, _, body = kept.read_text().partition("\n")
    said = json.loads(body)
    said["rows"][0][8] += 1
    kept.write_text(f"{head}\n{json.dumps(said)}")


def wrong_figure_signed_again(kept):
    said = json.loads(kept.read_text().partition("\n")[2])
    said["rows"][0][8] += 1
    body = json.dumps(said)
    kept.write_text(f"{briefs._head(run_of()[1], body)}\n{body}")


def of_another_release(kept):
    kept.write_text("0.0.1 " + kept.read_text().partition(" ")[2])


def of_other_slips(kept):
    release, _, rest = kept.read_text().split(" ", 2)
    kept.write_text(f"{release} {'0' * 64} {rest}")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "harm",
    [
        wrong_figure,
        wrong_figure_signed_again,
        of_another_release,
        of_other_slips,
        lambda kept: kept.write_bytes(b"\xff"),
    ],
)
def test_a_file_that_is_not_of_these_very_slips_is_made_again(tmp_path, monkeypatch, harm):
    run, whole = run_of()
    right = briefs.of_run(run, whole, tmp_path)
    harm(file(tmp_path))
    monkeypatch.setattr(briefs, "_last", {})
    assert briefs.kept(tmp_path, run, whole) is None
    assert briefs.of_run(run, whole, tmp_path) == right
    assert briefs.kept(tmp_path, run, whole) == right


@pytest.mark.usefixtures("here")
def test_nobody_waits_for_a_month_that_an_earlier_release_issued_once_the_pages_are_started(tmp_path):
    assert briefs.kept(tmp_path, *run_of()) is None
    assert briefs.readied(tmp_path) == 1
    assert len(briefs.kept(tmp_path, *run_of())) == 3
    assert briefs.readied(tmp_path) == 0


@pytest.mark.usefixtures("here")
def test_slips_that_do_not_give_the_digest_of_their_run_are_shown_and_not_kept(tmp_path):
    run, whole = run_of()
    whole.digest = "0" * 64
    assert len(briefs.of_run(run, whole, tmp_path)) == 3
    assert not (tmp_path / briefs.FOLDER).exists()


@pytest.mark.usefixtures("here")
def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    (tmp_path / briefs.FOLDER).write_text("in the way")
    assert len(briefs.of_run(*run_of(), tmp_path)) == 3


def test_what_left_stands_beside_what_is_owed_as_it_does_where_every_slip_is_read(here):
    run, whole = run_of()
    first, second, third = pay.slips_of(run)
    paid = [
        Payment(slip=slip.root, part=part, payee=payee, number=number, amount=amount, day=run.due_on, way="cash")
        for slip, part, payee, number, amount in (
            (first, "in_hand", "", 1, 100), (first, "in_hand", "", 2, 200), (second, "in_hand", "", 1, 300),
            (third, "instruction", "nobody", 1, 50),
        )
    ]  # fmt: skip
    payments = here.put(paid)
    here.put([PaymentReceived(payment=payments[0].root, day=run.due_on)])
    here.put([PaymentReturned(payment=payments[2].root, day=run.due_on, reason="refused")])
    read, brief = money.owed(run), briefs.owed_of(briefs.of_run(run, whole, None))
    for one in read:
        one.payments.clear()
        one.returned.clear()
    assert sorted(read, key=str) == sorted(brief, key=str)
    assert sum(one.received + one.in_transit for one in brief) == 350


def test_issuing_keeps_them_so_that_nobody_waits_for_the_first_list(here, tmp_path):
    payroll.month(here, OCTOBER)
    issue(here, OCTOBER, home=tmp_path)
    run, whole = run_of(OCTOBER)
    assert briefs.kept(tmp_path, run, whole) == tuple(briefs.of_slip(slip) for slip in pay.slips_of(run))
