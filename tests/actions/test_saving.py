"""Savings: in from pay, out by her written wish, held against the bank on every bank day."""

from dataclasses import replace
from datetime import date

import pytest

import families
import payroll
from families import OCTOBER
from jornal.actions import audit, paying, saving
from jornal.actions.audit import Asked
from jornal.actions.given import NotKnownHere
from jornal.actions.instructions import NotHers
from jornal.actions.paying import NotYetOut
from jornal.actions.saving import CONTROL, NotAsked, NotSoMuch
from jornal.actions.verb import BadRows, done
from jornal.facts.family import SavingsMoved, TrustBalance
from jornal.facts.pay import Finding
from jornal.reads.savings import balances, moves, unexplained

VERBS = {**paying.VERBS, **saving.VERBS}
SAVED = {"month": OCTOBER, "part": "instruction", "payee": "savings", "day": "2026-11-05"}
OUT = {"worker": "Q01", "what": "paid_out", "amount": "1000", "day": "2026-11-06", "paper": "her note 1"}
ASKED = {**OUT, "asked_on": "2026-11-04"}
STATEMENT = {"day": "2026-11-06", "paper": "statement 11"}


@pytest.fixture
def here(sent_home, tmp_path):
    """What was saved in October left for the trust account on the 5th of November; today is the 20th."""
    with payroll.copied(sent_home, tmp_path) as found:
        yield saved(found)
        assert [one.faults for one in audit.savings(Asked()) if not one.stands] == []


def saved(here):
    here = replace(here, day=date(2026, 11, 20))
    say("pay", here, **SAVED, way="savings", paper="transfer 10")
    return here


def say(verb: str, here, **row) -> list:
    return list(done(verb, VERBS[verb], here, [row]))


def has(here) -> dict[str, int]:
    return balances(moves("cusco", here.day))


def opened() -> list[str]:
    return [one.about for one in Finding.objects.current().filter(control=CONTROL, closed_on=None)]


def test_savings_come_from_pay_grow_by_interest_and_leave_by_her_wish(database, tmp_path):
    here = saved(families.issued(tmp_path))
    before = has(here)
    say("move-savings", here, **ASKED)
    say("move-savings", here, **{**OUT, "what": "interest", "amount": "25", "paper": "agreement 7"})
    assert has(here) == {**before, "Q01": before["Q01"] - 1000 + 25}


def test_a_movement_sent_twice_is_one_and_another_paper_is_another(here):
    before = has(here)["Q01"]
    say("move-savings", here, **ASKED)
    say("move-savings", here, **ASKED)
    say("move-savings", here, **{**ASKED, "paper": "her note 2"})
    assert (has(here)["Q01"], SavingsMoved.objects.count()) == (before - 2000, 2)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"asked_on": ""}, NotAsked),
        ({"asked_on": "2026-11-07"}, NotAsked),
        ({"amount": "999999999"}, NotSoMuch),
        ({"day": "2026-11-04"}, NotSoMuch),
        ({"day": "2026-11-21", "asked_on": "2026-11-20"}, NotYetOut),
        ({"payee": "Q02-1"}, NotHers),
        ({"worker": "Q99"}, NotKnownHere),
        ({"paper": ""}, BadRows),
        ({"amount": "0"}, BadRows),
        ({"amount": "10.50"}, BadRows),
    ],
)
def test_what_is_not_hers_to_take_out_stays(here, more, fault):
    with pytest.raises(fault):
        say("move-savings", here, **{**ASKED, **more})
    assert not SavingsMoved.objects.exists()


def test_two_rows_at_once_do_not_take_more_than_there_is(here):
    most = str(has(here)["Q01"])
    rows = [{**ASKED, "amount": most}, {**ASKED, "amount": "1", "paper": "her note 2"}]
    with pytest.raises(NotSoMuch):
        done("move-savings", VERBS["move-savings"], here, rows)


def test_a_bank_day_that_fits_makes_no_finding_what_is_under_way_is_named(here):
    whole = sum(has(here).values())
    say("trust-balance", here, **STATEMENT, amount="0")
    (one,) = TrustBalance.objects.all()
    assert (one.ledger, one.under_way, unexplained(one), opened()) == (whole, whole, 0, [])
    say("arrived", here, **SAVED, proof="statement 11")
    say("trust-balance", here, **STATEMENT, amount=str(whole))
    last = TrustBalance.objects.order_by("number").last()
    assert (last.number, last.ledger, last.under_way, opened()) == (2, whole, 0, [])


@pytest.mark.parametrize("off", [-1, 1])
def test_a_cent_that_is_not_explained_is_a_finding_until_the_bank_answers_it(here, off):
    whole = sum(has(here).values())
    say("arrived", here, **SAVED, proof="statement 11")
    say("trust-balance", here, **STATEMENT, amount=str(whole - off))
    assert opened() == ["savings 2026-11-06"]
    (found,) = Finding.objects.current().filter(control=CONTROL)
    assert found.facts["off"] == ("0.01 PEN" if off > 0 else "-0.01 PEN")
    say("trust-balance", here, **STATEMENT, amount=str(whole))
    assert opened() == []
    say("trust-balance", here, **STATEMENT, amount=str(whole - off))
    assert opened() == ["savings 2026-11-06"]


def test_the_same_statement_twice_is_one(here):
    say("trust-balance", here, **STATEMENT, amount="0")
    say("trust-balance", here, **STATEMENT, amount="0")
    assert TrustBalance.objects.count() == 1


def test_a_statement_of_tomorrow_is_refused(here):
    with pytest.raises(NotYetOut):
        say("trust-balance", here, day="2026-11-21", amount="0", paper="x")


def test_the_audit_says_what_lies_where_and_what_is_not_explained(here):
    say("arrived", here, **SAVED, proof="statement 11")
    say("trust-balance", here, **STATEMENT, amount="7")
    say("move-savings", here, **ASKED)  # recorded afterwards: the ledger of that day was another then
    (checked,) = audit.savings(Asked())
    assert (checked.stands, checked.name) == (True, "savings cusco 2026-11-06")
    assert "7 in the trust account" in checked.says[0]
    assert "is not explained" in checked.says[0]


def test_the_audit_finds_a_ledger_that_does_not_come_out(here, monkeypatch):
    say("trust-balance", here, **STATEMENT, amount="0")
    (one,) = TrustBalance.objects.all()
    real = audit.standing
    monkeypatch.setattr(audit, "standing", lambda *_: real(*_)._replace(ledger=1))
    (checked,) = audit.savings(Asked())
    monkeypatch.undo()
    assert checked.faults == [f"cusco 2026-11-06: {one.ledger} was recorded as saved, and 1 comes out now."]
