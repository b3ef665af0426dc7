"""The strip of a rate."""

from datetime import date
from fractions import Fraction

from jornal.actions.ratebook import Held, Step
from jornal.pages.ratestrip import NONE, drawn

TODAY = date(2026, 11, 1)


def rate(*steps: tuple[date, int | None], floor: int | None = None) -> Held:
    found = tuple(
        Step(day, None, None if one is None else Fraction(one), "house", "", None) for day, one in steps
    )
    now = [one for one in found if one.since <= TODAY]
    lowest = None if floor is None else Fraction(floor)
    return Held(("hour", "", ""), "", found, now[-1] if now else None, None, lowest, None, 0)


def test_a_rate_is_drawn_in_steps_up_to_today_and_dashed_after_it():
    strip = drawn(
        rate((date(2026, 1, 1), 100), (date(2026, 6, 1), 200), (date(2027, 1, 1), 300), floor=100), TODAY
    )
    assert (strip.was[:8], strip.was.count("V"), strip.coming.count("V")) == ("M4.0 30.", 1, 1)
    assert (strip.floor, strip.coming.endswith("H146")) == ("30.0", True)


def test_a_rate_that_never_changed_is_a_line_in_the_middle():
    strip = drawn(rate((date(2026, 1, 1), 100)), TODAY)
    assert (strip.was, strip.coming, strip.floor) == ("M4.0 17.0H146.0", "", "")


def test_an_amount_that_nobody_knows_is_not_drawn():
    assert drawn(rate((date(2026, 1, 1), None)), TODAY) == NONE
    assert drawn(rate((date(2027, 1, 1), 100)), TODAY) == NONE
