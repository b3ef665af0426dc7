"""A worker's history, from the facts themselves."""

from datetime import date

import pytest

import payroll
from jornal.actions.correcting import correct, take_back
from jornal.facts.pay import Payment, PaymentReceived, PayQuery, SlipHanded
from jornal.journal.record import record
from jornal.reads.timeline import absences, timeline
from offices import DAY, office
from peopled import do, names, opened, working


def told(worker: str, *, money: bool = True) -> list[tuple[str, str]]:
    return [(event.kind, event.was) for event in timeline("cusco", worker, money=money)]


@pytest.fixture
def worker(sqlite, tmp_path):
    opened()
    return working(names(tmp_path))


def test_it_begins_with_the_offer_and_goes_on_to_today(database, tmp_path):
    opened()
    worker = working(names(tmp_path))
    do(office(), "withdraw-consent", {"worker": worker, "purpose": "work"})
    do(office(), "leave", {"worker": worker, "reason": "own_choice"})
    assert [kind for kind, _ in told(worker)] == [
        "left", "consent_withdrawn", "enrolled", "worker", "consent", "offer_answered", "offer",
    ]  # fmt: skip


def test_a_correction_stands_on_the_day_it_was_made_with_its_reason(worker):
    do(office(), "grade", {"worker": worker, "trade": "knitting", "since": "2026-10-01", "grade": "maker"})
    key = {"worker": worker, "trade": "knitting", "since": "2026-10-01"}
    correct(office(), "graded", {**key, "grade": "senior"}, "the wrong line")
    take_back(office(), "graded", key, "it was another's")
    graded = [event for event in timeline("cusco", worker, money=False) if event.kind == "graded"]
    assert sorted((event.was, event.fact.why) for event in graded) == [
        ("corrected", "the wrong line"), ("new", ""), ("void", "it was another's"),
    ]  # fmt: skip


def test_a_day_is_told_only_where_it_was_corrected(worker):
    do(office(), "mark", {"worker": worker, "day": "2026-10-01", "minutes": "300"})
    assert "shift" not in dict(told(worker))
    correct(
        office(),
        "shift",
        {"worker": worker, "day": "2026-10-01", "number": "1", "minutes": "240"},
        "she left",
    )
    assert ("shift", "corrected") in told(worker)


def test_training_is_hers_where_she_takes_part(worker):
    for course, who in (("looms", worker), ("dyes", "QC9")):
        if who == worker:
            do(
                office(),
                "plan-training",
                {"course": course, "day": "2026-10-01", "minutes": "60", "workers": who},
            )
    assert [kind for kind, _ in told(worker)].count("training_planned") == 1


def test_money_is_told_to_those_who_may_see_it(sqlite, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    payroll.issued(here, "2026-10")
    slip = payroll.slip("Q01", "2026-10")
    day = date(2026, 11, 3)
    record([SlipHanded(slip=slip.root, day=day, language="es")], "cusco", here.hand)
    (paid,) = record(
        [Payment(slip=slip.root, part="in_hand", payee="", number=1, amount=100, day=day, way="cash")],
        "cusco",
        here.hand,
    )
    record([PaymentReceived(payment=paid.root, day=day)], "cusco", here.hand)
    record([PayQuery(worker="Q01", day=day, number=1, site="cusco")], "cusco", here.hand)
    kinds = {kind for kind, _ in told("Q01")}
    assert {"slip", "slip_handed", "payment", "payment_received", "pay_query", "balance"} <= kinds
    assert not {kind for kind, _ in told("Q01", money=False)} & {
        "slip",
        "payment",
        "pay_query",
        "account",
        "balance",
    }
    assert "slip" not in {kind for kind, _ in told("Q99")}


def test_absences_are_counted_by_their_kind(worker):
    for day, row in (("2026-10-01", {"minutes": "300"}), ("2026-10-02", {"what": "sick"})):
        do(office(day=date(2026, 10, 5)), "mark", {"worker": worker, "day": day, **row})
    assert absences("cusco", worker, DAY, date(2026, 10, 31)) == {"sick": 1, "work": 1}
    assert absences("cusco", worker, date(2026, 10, 2), date(2026, 10, 31)) == {"sick": 1}


def test_the_history_of_another_site_stays_there(worker):
    assert timeline("lima", worker, money=True) == []
