"""What is typed for one row of a day on the screen."""

from datetime import date

import pytest

from jornal.sheets.grid import Time
from jornal.sheets.listed import Unreadable
from jornal.sheets.reading import Reading
from jornal.sheets.typed import typed
from jornal.units.periods import Period

ENGLISH = Reading(Period(date(2026, 10, 5), date(2026, 10, 6)), ("en",))


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("5", Time("work", 300)),
        ("12", Time("work", 720)),
        ("5:30", Time("work", 330)),
        ("25", Time("work", 25)),
        ("240", Time("work", 240)),
        (" ๒๔๐ ", Time("work", 240)),
        ("15 min", Time("work", 15)),
        ("8-13", Time("work", spans=((480, 780),))),
        ("22:00-06:00", Time("work", spans=((1320, 360),))),
        ("S", Time("sick")),
        ("court 2", Time("court", 120)),
        ("C 120", Time("court", 120)),
        ("0", None),
        ("-", None),
    ],
)
def test_a_row_is_typed_as_a_cell_of_the_grid_or_in_minutes(cell, says):
    assert typed(cell, ENGLISH) == says


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("15", '"15" can mean hours or minutes. Write 15:00 or 15 min.'),
        ("2000", "more than 24 hours"),
        ("25:30", "more than 24 hours"),
        ("99999999999", "more than 24 hours"),
        ("late", "neither hours, nor from-to, nor a code"),
        ("W", "is work, but for how long"),
    ],
)
def test_what_may_mean_two_things_or_none_is_refused(cell, says):
    with pytest.raises(Unreadable, match=says):
        typed(cell, ENGLISH)
