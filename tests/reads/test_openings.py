"""Where workers stood before their first month in these books."""

from dataclasses import replace
from datetime import date

import pytest

from hands import hand
from jornal.actions.lastrun import week
from jornal.facts.people import CarriedOver, OpeningBalance
from jornal.journal.record import record
from jornal.reads.openings import openings
from jornal.rules.rows import Carry, CreditCarry, Piece, Shift
from jornal.units.periods import month
from offices import DAY, office
from peopled import do, names, opened, working
from vaulted import READER


@pytest.fixture
def keys(sqlite, tmp_path):
    opened()
    return names(tmp_path)


def left(worker, day):
    do(office(day=day), "leave", {"worker": worker, "reason": "own_choice"})


def balance(worker, day, gross, credit=""):
    fact = OpeningBalance(worker=worker, day=day, site="cusco", year_to_date={"gross": gross}, credit=credit)
    record([fact], "cusco", office().hand)


def test_the_later_of_opening_balance_and_what_was_carried_over_counts(keys):
    worker = working(keys)
    balance(worker, date(2026, 9, 1), 100)
    assert openings()[worker].year_to_date == {"gross": 100}
    fact = CarriedOver(
        worker=worker, from_site="lima", into_site="cusco", day=DAY, source_book="lima", source_seq=1,
        carry={"year": 2026, "year_to_date": {"gross": 200}, "owed_back": 5},
    )  # fmt: skip
    record([fact], "hq.cusco", hand("H1", "hq_operations"))
    assert (openings()[worker].year_to_date, openings()[worker].owed_back) == ({"gross": 200}, 5)
    assert openings({"cusco": 10**6})[worker].year_to_date == {"gross": 100}
    assert openings(workers=["QC9"]) == {}


def moved(worker, into, day, owed_back):
    fact = CarriedOver(
        worker=worker, from_site="x", into_site=into, day=day, source_book="x", source_seq=1,
        carry={"year": 2026, "year_to_date": {}, "owed_back": owed_back, "shifts": [["1", "2026-10-01", 60]]},
    )  # fmt: skip
    record([fact], f"hq.{into}", hand("H1", "hq_operations"))


def test_each_site_and_month_begins_with_what_was_known_of_it_then(keys):
    """A month that is computed again after she left for Lima and came back is not to begin with what Lima left."""
    opened("lima", "QL")
    worker = working(keys)
    balance(worker, DAY, 100)
    left(worker, date(2026, 11, 6))
    for into, day, owed_back in (
        ("lima", date(2026, 11, 9), 10),
        ("lima", date(2026, 12, 1), 20),  # carried over again, once Cusco had settled
        ("cusco", date(2026, 12, 7), 30),
        ("cusco", date(2027, 1, 31), 40),
    ):
        moved(worker, into, day, owed_back)
    asked = [
        ("cusco", "2026-10"),
        ("cusco", "2026-11"),
        ("cusco", "2026-12"),
        ("lima", "2026-11"),
        ("lima", "2026-10"),
    ]
    found = [openings(at=(site, month(label)))[worker].owed_back for site, label in asked]
    assert found == [0, 0, 40, 20, 20]  # she may have been carried over after her first month there
    assert openings(at=("lima", month("2026-11")))[worker].shifts == ()


def test_the_open_week_of_a_run_is_there_row_by_row(keys):
    worker = working(keys)
    shift, piece = Shift("s!2", date(2026, 9, 30), 300), Piece("p!2", date(2026, 9, 30), "hat", 3)
    carry = Carry(shifts=(shift,), pieces=(piece,), week_top_up=900)
    fact = OpeningBalance(worker=worker, day=DAY, site="cusco", owed_back=40, week=week(carry))
    record([fact], "cusco", office().hand)
    assert openings()[worker] == replace(carry, year=2026, owed_back=40)


def test_credit_stands_there_only_while_the_names_are_open(keys):
    worker = working(keys)
    carry = '{"carry":[{"code":"PE-R5","credited":1,"days":2,"minutes":3}],"credit":[]}'
    balance(worker, DAY, 100, keys.seal(worker, "credit", carry))
    assert openings()[worker].credit == ()
    assert openings(None, keys, READER)[worker].credit == (CreditCarry("PE-R5", 2, 3, 1),)
