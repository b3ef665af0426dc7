from datetime import UTC, date, datetime
from pathlib import Path

from hands import LAPTOP
from jornal.demo.cast import cast
from jornal.demo.stage import Stage, chance
from jornal.demo.world import place


def stage() -> Stage:
    return Stage(place("qori/cusco").enterprise, cast("qori"), Path(), LAPTOP, chance(1), date(2026, 8, 3))


def test_each_place_has_its_afternoon_and_its_clock_only_goes_on():
    told = stage()
    cusco = [told.office("site_manager", "cusco").hand.now() for _ in range(2)]
    assert cusco[0] == datetime(2026, 8, 3, 21, tzinfo=UTC)
    assert cusco[1] > cusco[0]
    assert told.office("site_manager", "chiang-mai").hand.now() == datetime(2026, 8, 3, 9, tzinfo=UTC)


def test_headquarters_begins_in_the_morning_of_the_next_day():
    told = stage()
    told.office("hq_finance").hand.now()
    told.day = date(2026, 8, 4)
    assert told.office("hq_finance").hand.now() == datetime(2026, 8, 4, 9, tzinfo=UTC)


def test_chance_is_the_same_for_the_same_thing():
    assert chance("a", 1)(8) == chance("a", 1)(8) != chance("a", 2)(8)


def test_without_rows_nothing_is_done():
    assert not stage().do("mark", "trainer", "cusco", [])
