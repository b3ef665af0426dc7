"""Savings in a ledger: what the bank said on every bank day, held to the cent, and nobody's movements told."""

import re
from datetime import date

import pytest

import hands
from funded import began, issued
from jornal.actions.ledger import ledger
from jornal.actions.saving import BY_LINES
from jornal.facts.family import SavingsMoved
from jornal.facts.pay import Finding, Payment, PaymentReceived, Run, Slip
from jornal.journal.record import record
from jornal.papers.beancount import text
from jornal.reads.savings import flows, since_before, standing, trust_balances
from offices import office
from papers.test_beancount import checked
from peopled import do

TODAY = date(2026, 12, 20)
HAND = hands.hand("S1", "site_manager")


def saved(month: str, day: str, people: int = 6, amount: int = 1000) -> list[Payment]:
    """So much of everybody's pay of a month left for the trust account on a day."""
    issued("cusco", month, [10000] * people, [])
    run = Run.objects.get(site="cusco", month=month)
    facts = [
        Payment(slip=one.root, part="instruction", payee="savings", number=1, amount=amount,
                day=date.fromisoformat(day), way="savings", paper=f"transfer {month}")
        for one in Slip.objects.filter(run=run.root)
    ]  # fmt: skip
    record(facts, "cusco", HAND)
    return facts


def arrived(payments: list[Payment], day: str) -> None:
    facts = [PaymentReceived(payment=one.root, day=date.fromisoformat(day), proof="bank") for one in payments]
    record(facts, "cusco", HAND)


def paid_out(worker: int, day: str, amount: int) -> None:
    fact = SavingsMoved(
        worker=f"cusco-{worker}", day=date.fromisoformat(day), number=1, site="cusco", what="paid_out", amount=amount,
        asked_on=date.fromisoformat(day), payee="", paper="her note",
    )  # fmt: skip
    record([fact], "cusco", HAND)


def banked(day: str, amount: int) -> None:
    do(office(day=TODAY), "trust-balance", {"day": day, "amount": str(amount), "paper": f"statement {day}"})


def asserted(of) -> list[tuple[str, int]]:
    return [
        (f"{one.day}", one.amount)
        for one in of.assertions
        if one.account == "Assets:Trust:Cusco" and one.day.day == 8
    ]


def story() -> None:
    """Two months of savings, three bank days; on the second the last transfer is under way, and the bank has half."""
    began()
    arrived(saved("2026-09", "2026-10-05"), "2026-10-06")
    banked("2026-10-07", 6000)
    second = saved("2026-10", "2026-11-06")
    banked("2026-11-07", 9000)
    arrived(second, "2026-11-10")
    for worker in range(5):
        paid_out(worker, "2026-12-01", 700)
    banked("2026-12-07", 8500)


def test_every_bank_day_is_asserted_and_beancount_accepts_it(database, tmp_path):
    story()
    found = ledger(2026, TODAY)
    assert asserted(found) == [("2026-10-08", 6000), ("2026-11-08", 9000), ("2026-12-08", 8500)]
    assert found.left_out == ()
    assert checked(text(found), tmp_path) == ""


def test_a_bank_day_that_was_tampered_with_is_found(sqlite, tmp_path):
    story()
    written = text(ledger(2026, TODAY))
    days = re.findall(r"2026-\d\d-08 balance \S+:Cusco +-?[\d.]+ ~ 0 PEN", written)
    assert len(days) == 6
    for one in days:
        changed = re.sub(r"(\d)\.\d\d ~", r"\1.01 ~", one)
        assert "Balance failed" in checked(written.replace(one, changed), tmp_path)


def test_a_movement_that_nobody_recorded_then_is_found(sqlite, tmp_path):
    story()
    for worker in range(5):
        paid_out(worker, "2026-11-01", 100)
    assert "Balance failed" in checked(text(ledger(2026, TODAY)), tmp_path)


def test_what_nothing_explains_is_told_line_by_line_and_not_padded(sqlite, tmp_path):
    story()
    banked("2026-12-07", 8400)
    found = ledger(2026, TODAY)
    assert found.left_out == ("savings at cusco on 2026-12-07: 1.00 PEN that nothing explains",)
    assert "Balance failed" in checked(text(found), tmp_path)
    finding = Finding.objects.current().get()
    assert finding.says == BY_LINES
    assert finding.facts["lines"] == "2026-12-01 -35.00 her note"
    (_, second, _) = trust_balances("cusco")
    assert [(one.paper, one.amount, one.under_way) for one in since_before(second)] == [
        ("transfer 2026-10", 6000, 6000)
    ]


def test_a_bank_day_on_which_two_people_moved_is_told_in_the_house_alone(sqlite, tmp_path):
    story()
    paid_out(5, "2026-12-08", 100)
    banked("2026-12-09", 8400)
    found, inside = ledger(2026, TODAY), ledger(2026, TODAY, inside=True)
    assert found.left_out == ("savings at cusco on 2026-12-09: of fewer than five people",)
    assert "2026-12-10 balance Assets:Trust:Cusco" not in text(found)
    assert "2026-12-10 balance Assets:Trust:Cusco  84.00 ~ 0 PEN" in text(inside)
    assert "; for the house alone" in text(inside)
    assert checked(text(found), tmp_path) == checked(text(inside), tmp_path) == ""


@pytest.mark.parametrize("day", ["2026-10-05", "2026-10-06", "2026-11-07", "2026-11-10", "2026-12-20"])
def test_what_became_of_each_movement_comes_to_what_the_ledger_says_on_any_day(sqlite, day: str):
    story()
    on, found = date.fromisoformat(day), flows("cusco", TODAY)
    assert (sum(one.saved(on) for one in found), sum(one.under_way(on) for one in found)) == standing(
        "cusco", on
    )
