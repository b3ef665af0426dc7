"""Minutes of a shift by calendar day and by night; where the break goes."""

from jornal.rules.classes import Cut, cut
from tables import shifts

NIGHT = (22 * 60, 6 * 60)


def parts(row, night=NIGHT, zone="America/Lima"):
    """(first day, of it night, second day, of it night) without counting a minute twice."""
    return cut(shifts(f"day start end pause\n{row}", zone)[0], night)


def test_a_day_has_no_night():
    assert parts("2026-10-05 08:00 17:00 00") == Cut(540, 0, 0, 0)


def test_a_night_is_cut_at_midnight():
    assert parts("2026-10-05 20:00 04:00 00") == Cut(120, 120, 0, 240)


def test_a_shift_that_reaches_the_morning_leaves_the_night():
    assert parts("2026-10-05 22:00 08:00 00") == Cut(0, 120, 120, 360)


def test_an_early_morning_is_the_night_that_began_the_day_before():
    assert parts("2026-10-05 04:00 12:00 00") == Cut(360, 120, 0, 0)


def test_a_break_is_taken_from_outside_the_night_first_so_that_it_costs_no_night_premium():
    assert parts("2026-10-05 21:00 04:00 45") == Cut(15, 120, 0, 240)


def test_a_break_longer_than_the_day_part_goes_on_in_the_night():
    assert parts("2026-10-05 21:30 04:00 45") == Cut(0, 105, 0, 240)


def test_minutes_that_a_clock_change_adds_are_night():
    assert parts("2026-10-24 22:00 06:00 00", zone="Europe/London") == Cut(0, 120, 0, 420)


def test_minutes_that_a_clock_change_takes_were_never_worked():
    assert parts("2026-03-28 22:00 06:00 00", zone="Europe/London") == Cut(0, 120, 0, 300)


def test_hours_alone_never_reach_the_night():
    assert cut(shifts("day hours\n2026-10-05 16")[0], NIGHT) == Cut(960, 0, 0, 0)


def test_without_a_night_only_midnight_cuts():
    assert parts("2026-10-05 20:00 04:00 30", night=None) == Cut(210, 0, 240, 0)
