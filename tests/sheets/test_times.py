import pytest

from jornal.sheets import says, times
from jornal.sheets.listed import Unreadable
from jornal.sheets.workbooks import Typed


def refused(read, cell: str) -> str:
    with pytest.raises(Unreadable) as fault:
        read(cell)
    return fault.value.key


@pytest.mark.parametrize(
    ("written", "minute"),
    [
        ("8:00", 480),
        ("08.00", 480),
        ("8h30", 510),
        ("8h", 480),
        ("0800", 480),
        ("8", 480),
        ("kl. 8", 480),
        ("2:15 pm", 855),
        ("2 p. m.", 840),
        ("2:15 P.M.", 855),
        ("12 am", 0),
        ("12:00 pm", 720),
        ("๐๘:๓๐", 510),
        ("08:30 น.", 510),
        ("08:30:15", 510),
        ("24:00", 1440),
        ("2026-10-05 08:30:00", 510),
        ("8:00 hrs", 480),
    ],
)
def test_a_time_of_day_in_twelve_or_twenty_four_hours(written: str, minute: int):
    assert times.time_of_day(written) == minute


def test_a_number_cell_below_one_is_a_part_of_the_day():
    assert times.time_of_day(Typed("0.3333333")) == 480


@pytest.mark.parametrize("written", ["25:00", "24:01", "8:60", "13 pm", "-8"])
def test_there_is_no_25_oclock(written: str):
    assert refused(times.time_of_day, written) == says.NO_SUCH_TIME


@pytest.mark.parametrize("written", ["8.5", "early", "8-13", "8:5", ""])
def test_what_is_no_time_is_refused(written: str):
    assert refused(times.time_of_day, written) == says.NOT_A_TIME


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("5", 300),
        ("5,5", 330),
        ("5.5", 330),
        ("5:30", 330),
        ("5h30", 330),
        ("5 h", 300),
        ("5 h 30 min", 330),
        ("330 min", 330),
        ("5,30", 318),
        ("5.50", 330),
        ("0", 0),
        ("24", 1440),
        ("5 ชม. 30 นาที", 330),
        ("5.33", 320),
    ],
)
def test_hours_are_read_to_the_minute(written: str, minutes: int):
    assert times.duration(written, decimals_proven=True) == minutes


def test_a_point_and_two_digits_may_be_minutes_unless_the_column_proves_decimals():
    assert refused(times.duration, "5.30") == says.UNCLEAR_HOURS
    assert times.decimal_hours(["5.30", "7.75"])
    assert times.decimal_hours(["5.30", "5.5"])
    assert not times.decimal_hours(["5.30", "5:30", "5,5"])
    assert times.duration("5.30", decimals_proven=True) == 318
    assert times.duration(Typed("5.15")) == 309


def test_a_number_cell_that_is_a_part_of_a_day_is_not_taken_for_hours():
    assert refused(times.duration, Typed("0.2083333")) == says.UNCLEAR_HOURS
    assert times.duration(Typed("0.25")) == 15


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("-5", says.NEGATIVE),
        ("25", says.OVER_A_DAY),
        ("24:01", says.OVER_A_DAY),
        ("1500 min", says.OVER_A_DAY),
        ("5:75", says.NOT_A_DURATION),
        ("1e3", says.NOT_A_DURATION),
        ("many", says.NOT_A_DURATION),
        ("", says.NOT_A_DURATION),
    ],
)
def test_hours_that_cannot_be_are_refused(written: str, key: str):
    assert refused(times.duration, written) == key


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("8-13", ((480, 780),)),
        ("08:00-13:00", ((480, 780),)),
        ("8:00–12:00 13:00–17:00", ((480, 720), (780, 1020))),
        ("8-12, 13-17", ((480, 720), (780, 1020))),
        ("8-12 y 13-17", ((480, 720), (780, 1020))),
        ("8-12/13-17", ((480, 720), (780, 1020))),
        ("8 a 13", ((480, 780),)),
        ("8:00 a. m. - 1:00 p. m.", ((480, 780),)),
        ("8.30 til 13.00", ((510, 780),)),
        ("๘:๓๐ ถึง ๑๓:๐๐", ((510, 780),)),
        ("22-6", ((1320, 360),)),
    ],
)
def test_from_to_one_or_two_stretches(written: str, found: tuple[tuple[int, int], ...]):
    assert times.stretches(written) == found


@pytest.mark.parametrize("written", ["5", "5:30", "8-13 C", "C", "8-", "-8", "2026-10-05"])
def test_what_is_not_from_to_is_left_to_others(written: str):
    assert times.stretches(written) is None


def test_stretches_that_cannot_be_are_refused():
    assert refused(times.stretches, "8-5") == says.TOO_LONG_SHIFT
    assert refused(times.stretches, "8-12 10-14") == says.OVERLAPPING
    assert refused(times.stretches, "8-25") == says.NO_SUCH_TIME
    assert refused(times.stretches, "8-8") == says.TOO_LONG_SHIFT


def test_a_date_that_was_typed_as_from_to_is_known():
    assert times.was_date(Typed("2026-12-08"))
    assert not times.was_date("2026-12-08")
