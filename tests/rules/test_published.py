"""What may be published of pay, and that it is never shown better than it was nor of fewer than five."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jornal.rules.published import LEAST_PEOPLE, Worked, hourly

some = settings(max_examples=80, deadline=None, derandomize=True)
OCTOBER = 31


def month(*people: tuple[int, int], floor: int | None = 471) -> list[Worked]:
    return [
        Worked(
            hours * 60, amount, {"guarantee": None, "plain_hour": None if floor is None else floor * hours}
        )
        for hours, amount in people
    ]


def test_the_median_and_the_lowest_hour_stand_beside_the_floor():
    found = hourly(month((100, 71_200), (100, 80_000), (100, 60_000), (100, 90_000), (50, 24_000)), OCTOBER)
    assert found is not None
    assert (found.people, found.median, found.lowest, found.compared) == (5, 712, 480, {"plain_hour": 471})
    assert (found.week_median, found.week_most) == (1355, 1355)


@pytest.mark.parametrize("people", range(LEAST_PEOPLE))
def test_of_fewer_than_five_nothing_is_said(people: int):
    assert hourly(month(*[(100, 71_200)] * people, (0, 0), (0, 500)), OCTOBER) is None


def test_a_comparator_that_is_not_known_of_everybody_is_left_out():
    rows = [*month(*[(100, 50_000)] * 5), *month((100, 50_000), floor=None)]
    found = hourly(rows, OCTOBER)
    assert found is not None
    assert found.compared == {}


@some
@given(st.lists(st.tuples(st.integers(1, 250), st.integers(0, 10**6)), min_size=5, max_size=30))
def test_pay_is_never_shown_better_than_it_was(people):
    found = hourly(month(*people), OCTOBER)
    assert found is not None
    assert all(found.lowest * hours <= amount for hours, amount in people)
    assert found.lowest <= found.median
    assert all(found.week_most * OCTOBER >= hours * 60 * 7 for hours, _ in people)
