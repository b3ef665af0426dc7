"""The questions of the beginning."""

import pytest

from jornal.actions.questions import country_of, week_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("5h x5", [300, 300, 300, 300, 300, 0, 0]),
        ("6:30 x6", [390, 390, 390, 390, 390, 390, 0]),
        ("4 × 2", [240, 240, 0, 0, 0, 0, 0]),
        ("300, 300, 0, 0, 0, 60, 0", [300, 300, 0, 0, 0, 60, 0]),
        ("none", [0, 0, 0, 0, 0, 0, 0]),
    ],
)
def test_a_week_is_written_shortly(text, minutes):
    assert list(week_of(text).values()) == minutes


@pytest.mark.parametrize(
    ("zone", "code"), [("Europe/London", "GB"), ("Asia/Bangkok", "TH"), ("Mars/Base", "ZZ")]
)
def test_a_zone_tells_its_country(zone, code):
    assert country_of(zone) == code
