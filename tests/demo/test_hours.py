from datetime import date

from jornal.demo.hours import code, grid, late, minutes, rows_of, spans
from jornal.demo.people import people
from jornal.demo.world import place

CUSCO = place("qori/cusco")


def test_a_day_in_cusco_is_five_hours_and_nobody_is_planned_at_the_weekend():
    found = grid(CUSCO, "2026-10", people(CUSCO))
    assert {day.weekday() for _, day in found} == {0, 1, 2, 3, 4}
    assert sum(text == "5" for text in found.values()) > 200


def test_a_lockdown_closes_the_workshop_for_everyone():
    found = grid(CUSCO, "2026-10", people(CUSCO))
    assert {text for (_, day), text in found.items() if day == date(2026, 10, 20)} == {"G"}


def test_nights_run_through_the_week_that_straddles_two_months():
    september = grid(CUSCO, "2026-09", people(CUSCO))
    october = grid(CUSCO, "2026-10", people(CUSCO))
    assert september[5, date(2026, 9, 30)] == october[5, date(2026, 10, 1)] == "22:00-03:00"


def test_who_has_left_has_no_more_days():
    here = place("trazo/jalisco-1")
    released = people(here)[10]
    days = [day for day, _ in rows_of(grid(here, "2026-10", people(here)), released)]
    assert max(days) <= date(2026, 10, 16)


def test_a_mended_day_of_september_is_written_in_october():
    assert [row["number"] for row in late(CUSCO, "2026-10")] == [8]
    assert not late(CUSCO, "2026-09")


def test_cells_are_read_as_stretches_minutes_and_codes():
    assert spans("8:00-13:00 14:00-18:00") == ([("8:00", "13:00"), ("14:00", "18:00")], "")
    assert spans("5 C") == ([], "C")
    assert (minutes("8:00-13:00 14:00-18:00"), minutes("22:00-03:00"), minutes("5"), minutes("EN")) == (
        540,
        300,
        300,
        0,
    )
    assert code(place("qori/chiang-mai"), "lockdown") == "ก"
