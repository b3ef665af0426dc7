"""Rows of attendance as shifts, and what cannot be one."""

from datetime import date

import pytest

from agreement import pause
from jornal.rules.hours import paired, shifts_of
from tables import LIMA, entries, punches

LONDON = "Europe/London"
MEXICO = "America/Mexico_City"


def worked(text, zone=LIMA, *breaks):
    """Minutes of each shift that stands, and the rows at fault."""
    found, faults = shifts_of(entries(text), zone, breaks=[(one, "law") for one in breaks])
    return [shift.minutes for shift in found], [fault.row for fault in faults]


def pairs(text):
    """Shifts made of punches, as (day, in, out), and the punches left alone."""
    found, faults = paired(punches(text))
    return [(entry.day.day, entry.start, entry.end) for entry in found], [fault.row for fault in faults]


def test_a_shift_lasts_from_start_to_end():
    assert worked("day start end\n2026-10-05 08:00 13:00") == ([300], [])


def test_the_break_on_the_sheet_is_taken_out():
    assert worked("day start end pause\n2026-10-05 08:00 17:00 45") == ([495], [])


@pytest.mark.parametrize(
    ("end", "minutes"), [("13:00", 300), ("13:01", 286), ("17:00", 525), ("17:01", 496), ("18:00", 555)]
)
def test_the_longest_break_rule_that_the_shift_exceeds_is_taken(end, minutes):
    rules = pause(300, 15), pause(540, 45)
    assert worked(f"day start end\n2026-10-05 08:00 {end}", LIMA, *rules) == ([minutes], [])


def test_the_break_on_the_sheet_comes_before_the_rule():
    assert worked("day start end pause\n2026-10-05 08:00 17:00 00", LIMA, pause(300, 60)) == ([540], [])


def test_a_paid_break_is_not_taken_from_her():
    assert worked("day start end\n2026-10-05 08:00 17:00", LIMA, pause(300, 60, paid=True)) == ([540], [])


def test_hours_alone_are_taken_as_they_are_without_a_break():
    assert worked("day hours\n2026-10-05 9", LIMA, pause(300, 60)) == ([540], [])


def test_a_break_longer_than_the_shift_is_a_fault():
    assert worked("day start end pause\n2026-10-05 08:00 08:30 45") == ([], ["r1"])


def test_a_night_across_midnight_belongs_to_the_day_it_starts():
    found, _ = shifts_of(entries("day start end\n2026-10-31 22:00 06:00"), LIMA)
    assert [(shift.day, shift.minutes, shift.end) for shift in found] == [(date(2026, 10, 31), 480, 1800)]


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        (LONDON, "2026-03-28", 420),  # the clock goes forward
        (LONDON, "2026-10-24", 540),  # and back
        (LONDON, "2026-10-23", 480),
        (MEXICO, "2022-04-02", 420),
        (MEXICO, "2022-10-29", 540),  # Mexico's last change
        (MEXICO, "2023-04-01", 480),
        (MEXICO, "2023-10-28", 480),
    ],
)
def test_a_night_is_paid_as_long_as_it_really_was(zone, day, minutes):
    assert worked(f"day start end\n{day} 22:00 06:00", zone) == ([minutes], [])


def test_a_time_that_the_clock_skipped_is_a_fault():
    assert worked("day start end\n2026-03-29 01:30 09:00", LONDON) == ([], ["r1"])


def test_a_time_that_the_clock_showed_twice_is_a_fault_where_nothing_settles_it():
    assert worked("day start end\n2026-10-25 01:30 09:00", LONDON) == ([], ["r1"])


def test_two_overlapping_shifts_are_both_at_fault_so_that_nobody_guesses_which_is_true():
    text = """
        day         start  end
        2026-10-05  08:00  12:00
        2026-10-05  11:59  14:00
        2026-10-06  08:00  12:00
    """
    assert worked(text) == ([240], ["r1", "r2"])


def test_a_shift_that_begins_when_another_ends_is_no_overlap():
    text = """
        day         start  end
        2026-10-05  08:00  12:00
        2026-10-05  12:00  14:00
    """
    assert worked(text) == ([240, 120], [])


def test_a_short_shift_inside_a_long_night_overlaps_it():
    text = """
        day         start  end
        2026-10-05  22:00  06:00
        2026-10-06  01:00  02:00
        2026-10-06  05:00  07:00
    """
    assert worked(text) == ([], ["r1", "r2", "r3"])


def test_more_than_24_hours_in_a_day_are_a_fault_of_that_day():
    text = """
        day         hours
        2026-10-05  20
        2026-10-05  6
        2026-10-06  5
    """
    assert worked(text) == ([300], ["r1", "r2"])


def test_one_row_of_more_than_a_day_is_a_fault():
    assert worked("day hours\n2026-10-05 25") == ([], ["r1"])


def test_every_fault_of_a_shift_stops_her_pay_and_names_the_row():
    _, faults = shifts_of(entries("day hours worker\n2026-10-05 25 Q01"), LIMA)
    assert [(fault.worker, fault.row, fault.stops) for fault in faults] == [("Q01", "r1", "pay")]


def test_the_order_of_rows_never_matters():
    rows = entries("day start end\n2026-10-06 08:00 12:00\n2026-10-05 14:00 16:00\n2026-10-05 08:00 12:00")
    assert shifts_of(rows, LIMA) == shifts_of(rows[::-1], LIMA)


def test_punches_are_paired_in_and_out():
    text = """
        day         time
        2026-10-05  08:00
        2026-10-05  12:00
        2026-10-05  13:00
        2026-10-05  17:00
    """
    assert pairs(text) == ([(5, 480, 720), (5, 780, 1020)], [])


def test_a_night_is_paired_across_midnight():
    text = """
        day         time
        2026-10-05  22:00
        2026-10-06  06:00
    """
    assert pairs(text) == ([(5, 1320, 360)], [])


def test_a_missing_punch_is_a_fault_naming_the_one_that_is_there():
    text = """
        day         time
        2026-10-05  08:00
        2026-10-06  08:00
        2026-10-06  13:00
    """
    assert pairs(text) == ([(6, 480, 780)], ["k1"])


def test_two_touches_within_two_minutes_are_one():
    text = """
        day         time
        2026-10-05  08:00
        2026-10-05  08:02
        2026-10-05  13:00
    """
    assert pairs(text) == ([(5, 480, 780)], [])


def test_a_third_touch_after_three_minutes_is_a_punch_of_its_own():
    text = """
        day         time
        2026-10-05  08:00
        2026-10-05  08:03
        2026-10-05  13:00
    """
    assert pairs(text) == ([(5, 480, 483)], ["k3"])


def test_nothing_is_paired_across_more_than_16_hours_so_that_a_forgotten_punch_is_not_a_day_of_work():
    text = """
        day         time
        2026-10-05  08:00
        2026-10-06  00:01
    """
    assert pairs(text) == ([], ["k1", "k2"])


def test_marks_that_are_all_in_are_a_clock_that_was_never_set_and_are_not_trusted():
    text = """
        day         time   mark
        2026-10-05  08:00  in
        2026-10-05  13:00  in
    """
    assert pairs(text) == ([(5, 480, 780)], [])


def test_two_ins_in_a_row_leave_the_first_alone_where_the_marks_are_real():
    text = """
        day         time   mark
        2026-10-05  08:00  in
        2026-10-05  12:00  in
        2026-10-05  17:00  out
    """
    assert pairs(text) == ([(5, 720, 1020)], ["k1"])


def test_an_out_before_any_in_is_left_alone():
    text = """
        day         time   mark
        2026-10-05  06:00  out
        2026-10-05  08:00  in
        2026-10-05  13:00  out
    """
    assert pairs(text) == ([(5, 480, 780)], ["k1"])


@pytest.mark.parametrize(
    ("row", "zone", "says"),
    [
        ("start end pause\n2026-10-05 08:00 09:00 90", LIMA, "a break of {pause} minutes"),
        ("start end\n2026-03-29 01:30 06:00", LONDON, "there was no {time}"),
        ("start end\n2026-10-25 01:30 01:45", LONDON, "{time} came twice"),
    ],
)
def test_what_is_wrong_with_a_row_can_be_said_in_every_language(row, zone, says):
    _, faults = shifts_of(entries(f"day {row}"), zone)
    assert [says in fault.key for fault in faults] == [True]
