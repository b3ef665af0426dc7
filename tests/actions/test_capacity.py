"""What a workshop can make: its lawful minutes, its training, what stops it, and the pace it was measured at."""

from datetime import date
from fractions import Fraction

import pytest

import crew
import making
from jornal.actions.capacity import ahead, earliest, highest_floor_minute, measured
from jornal.facts.work import ContractVersion
from making import at_three_quarters
from offices import office
from peopled import do

MONDAY = date(2026, 11, 2)


@pytest.mark.usefixtures("database")
def test_the_weeks_ahead_are_those_of_the_timetable_less_training():
    here = crew.begun()
    row = {"course": "linking", "day": "2026-11-10", "minutes": "60", "workers": "QC01 QC02"}
    do(here, "plan-training", row)
    found = ahead(here, 3)
    assert [(one.week, one.contract, one.training) for one in found] == [
        (MONDAY, 6000, 0),
        (date(2026, 11, 9), 6000, 120),
        (date(2026, 11, 16), 6000, 0),
    ]


@pytest.mark.usefixtures("sqlite")
def test_nobody_is_planned_beyond_her_contract_nor_after_her_last_day():
    here = crew.begun()
    said = {"contract": "knit", "language": "es", "weekly_minutes": 1200, "since": crew.FIRST}
    here.put([ContractVersion(worker="QC01", site="cusco", **said)])
    do(here, "leave", {"worker": "QC02", "day": "2026-10-30", "reason": "own_choice"})
    assert ahead(here, 1)[0].contract == 1200 + 2 * 1500


@pytest.mark.usefixtures("sqlite")
def test_the_pace_is_measured_on_lots_and_what_was_lost_counts():
    here = making.begun()
    assert measured(here) == (None, 0)
    at_three_quarters(here)
    do(here, "stop-work", {"day": "2026-10-07", "ordered_by": "head of security"})
    pace, lost = measured(here)
    planned = 4 * 300 * 39  # weekdays from Tuesday, 1 September, to Friday, 23 October
    assert pace == Fraction(3, 4)
    assert lost == Fraction(1200, planned)


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("marked", "pace"),
    [
        ((("2026-10-08", "300"),), None),  # nobody wrote down when it was made: it measures nothing
        ((("2026-10-07", "300"),), Fraction(781, 300)),
        ((("2026-10-06", "300"), ("2026-10-07", "300")), Fraction(781, 600)),
        ((("2026-10-05", "300"), ("2026-10-06", "300"), ("2026-10-07", "300")), Fraction(781, 900)),
        (tuple((f"2026-10-0{day}", "300") for day in (1, 2, 5, 6, 7)), Fraction(781, 900)),
    ],
)
def test_a_piece_that_takes_longer_than_a_day_is_measured_by_all_of_its_days(marked, pace):
    here = making.begun()
    lot = making.opened(here)
    making.made(here, lot, "2", day="2026-10-07")
    do(
        here,
        "mark",
        *({"worker": "QC01", "day": day, "what": "work", "minutes": minutes} for day, minutes in marked),
    )
    assert measured(here)[0] == pace


@pytest.mark.usefixtures("sqlite")
def test_what_is_promised_already_comes_first():
    here = making.begun()
    at_three_quarters(here)  # 3,605 minutes of it are left to make
    found = earliest(here, Fraction(600))
    assert (found.booked, found.week, found.lines[0].makes) == (3605, MONDAY, 4275)
    assert earliest(here, Fraction(700)).week == date(2026, 11, 9)


@pytest.mark.usefixtures("sqlite")
def test_a_pace_that_nobody_measured_promises_nothing():
    assert earliest(making.begun(), Fraction(1)).week is None


@pytest.mark.usefixtures("sqlite")
def test_the_floor_of_a_minute_is_known_from_the_adopted_terms():
    crew.begun()
    assert highest_floor_minute("cusco", crew.TODAY) is None
    crew.adopted()
    assert highest_floor_minute("cusco", crew.TODAY) > 0


@pytest.mark.usefixtures("sqlite")
def test_what_is_booked_is_counted_once_whatever_lines_and_lots_it_stands_in():
    here, hq = making.begun(), making.headquarters()
    making.at_three_quarters(here)
    do(hq, "set-cost", making.COST)
    order = {
        "order": "o1",
        "customer": "A shop",
        "cutoff_on": "2026-11-06",
        "currency": "PEN",
        "country": "DK",
    }
    line = {"order": "o1", "product": "sweater", "at": "cusco", "quantity": "5", "price": "20000"}
    do(hq, "place-order", order, {**order, "order": "o2"})
    do(hq, "add-line", {**line, "line": "1"}, {**line, "line": "2"}, {**line, "order": "o2", "line": "1"})
    do(hq, "confirm-order", {"order": "o1"})
    piece = Fraction("390.5")
    before = earliest(hq_at(here), Fraction(0)).booked
    lot = making.opened(here, order="o1", quantity="4")
    making.made(here, lot, "4", number="2")
    assert earliest(hq_at(here), Fraction(0)).booked == before - 4 * piece
    making.opened(here, order="o2", quantity="3")  # nobody promised that order, and its lot is in work
    assert earliest(hq_at(here), Fraction(0)).booked == before - 4 * piece + 3 * piece


def hq_at(here):
    return office("hq_operations", "H1", day=here.day)
