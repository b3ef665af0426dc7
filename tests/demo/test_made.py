from jornal.demo.hours import grid, minutes
from jornal.demo.made import kits, pieces
from jornal.demo.people import people
from jornal.demo.world import place


def test_nobody_makes_more_than_her_minutes_and_her_speed_allow():
    here = place("paso/texcalli")
    everyone = people(here)
    days = grid(here, "2026-10", everyone)
    made = pieces(here, "2026-10", everyone, days)
    times = {rate.operation: int(rate.standard_minutes) for rate in here.contract("paso-piece").rate}
    for one in everyone:
        needed = sum(
            times[row.operation] * (row.good + row.rejected) for row in made if row.number == one.number
        )
        there = sum(minutes(text) for (number, _), text in days.items() if number == one.number)
        assert needed * 100 <= there * one.speed + 30 * 100


def test_some_pieces_are_rejected_each_with_its_cause():
    here = place("trazo/mexico-1")
    everyone = people(here)
    made = pieces(here, "2026-10", everyone, grid(here, "2026-10", everyone))
    assert any(row.rejected for row in made)
    assert all(bool(row.rejected) == bool(row.cause) for row in made)


def test_kits_come_back_on_the_days_of_receipt_with_the_hours_their_makers_wrote_down():
    here = place("thimble/barrow")
    everyone = people(here)
    made, days = kits(here, "2026-10", everyone)
    assert {row.number for row in made} == {one.number for one in everyone}
    assert {row.day for row in made} <= set(here.says["receipts"])
    assert {number for number, _ in days} == {one.number for one in everyone}
