"""What workers have saved."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import families
import hands
from jornal.actions import paying
from jornal.actions.verb import done
from jornal.facts.family import TrustBalance
from jornal.facts.people import CarriedOver, OpeningBalance
from jornal.journal.record import record
from jornal.reads.savings import balances, moves, standing, trust_balances, unexplained
from offices import office

HEX = "0" * 64
DAY = date(2026, 11, 30)


@pytest.fixture
def here(sqlite):
    return office(day=DAY)


def brought(worker: str, savings: int | None, day: date = date(2026, 9, 1)) -> None:
    office().put(
        [
            OpeningBalance(
                worker=worker, day=day, site="cusco", year_to_date={}, savings=savings, source="book"
            )
        ]
    )


def carried(worker: str, savings: int, day: date, *, out: bool = False) -> None:
    sites = ("cusco", "puno") if out else ("puno", "cusco")
    fact = CarriedOver(
        worker=worker, from_site=sites[0], into_site=sites[1], day=day, carry={}, grades={}, savings=savings,
        open_adjustments={}, source_book="x", source_seq=1, source_digest=HEX,
    )  # fmt: skip
    record([fact], "hq.cusco", hands.hand("H1", "hq_operations"))


@pytest.mark.parametrize(("savings", "found"), [(2500, {"Q01": 2500}), (None, {}), (0, {})])
def test_what_she_had_before_counts_and_what_is_not_known_is_not_made_up(here, savings, found):
    brought("Q01", savings)
    assert balances(moves("cusco", DAY)) == found


def test_what_is_carried_over_again_takes_the_place_of_what_was(here):
    carried("Q01", 100, date(2026, 10, 1))
    carried("Q01", 150, date(2026, 10, 9))
    carried("Q02", 70, date(2026, 10, 1), out=True)
    assert balances(moves("cusco", DAY)) == {"Q01": 150, "Q02": -70}
    assert balances(moves("cusco", date(2026, 10, 8))) == {"Q01": 100, "Q02": -70}


def test_what_she_sends_to_somebody_is_not_saved_and_what_came_back_neither(database, tmp_path):
    there = families.issued(tmp_path)
    row = {"month": families.OCTOBER, "part": "instruction", "day": "2026-11-03"}
    done("pay", paying.VERBS["pay"], there, [{**row, "way": "bank", "paper": "x"}])
    found = moves("cusco", there.day)
    assert {(one.worker, one.what, one.under_way) for one in found} == {
        ("Q01", "from pay", True), ("Q02", "from pay", True),
    }  # fmt: skip
    back = {**row, "worker": "Q02", "payee": "savings", "reason": "refused"}
    done("came-back", paying.VERBS["came-back"], there, [back])
    assert [one.worker for one in moves("cusco", there.day)] == ["Q01"]
    assert moves("cusco", date(2026, 11, 2)) == []


def test_a_bank_day_has_its_last_word_and_the_latest_stands_first(here):
    said = [(1, 1, 0), (2, 1, 5), (2, 2, 6)]
    here.put(
        TrustBalance(
            site="cusco",
            day=date(2026, 11, day),
            number=number,
            amount=amount,
            ledger=0,
            under_way=0,
            cursor={},
        )
        for day, number, amount in said
    )
    assert [(one.day.day, one.amount) for one in trust_balances("cusco")] == [(2, 6), (1, 0)]


@pytest.mark.parametrize(
    ("amount", "ledger", "way", "off"),
    [(10, 10, 0, 0), (7, 10, 3, 0), (9, 10, 3, 0), (6, 10, 3, 1), (11, 10, 3, -1)],
)
def test_the_bank_may_have_less_by_what_is_under_way_and_never_more(amount, ledger, way, off):
    assert unexplained(TrustBalance(amount=amount, ledger=ledger, under_way=way)) == off


def test_many_workers_take_as_many_queries_as_few(here):
    counts = []
    for number in (3, 40):
        for one in range(number):
            brought(f"Q{number:02}{one:02}", 10)
        with CaptureQueriesContext(connection) as seen:
            assert standing("cusco", DAY).ledger > 0
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 8
