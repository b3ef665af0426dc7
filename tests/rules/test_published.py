"""What may be published of pay, and that it is never shown better than it was nor of fewer than five."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jornal.rules.published import LEAST_PEOPLE, Part, Worked, at_least, hourly, split, spread_over

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


def test_a_guarantee_that_everybody_was_paid_exactly_does_not_read_as_if_it_were_broken():
    rows = [Worked(720, 10_762, {"guarantee": 10_762})] * 5
    found = hourly(rows, OCTOBER)
    assert found is not None
    assert (found.median, found.lowest, found.compared["guarantee"]) == (896, 896, 896)
    below = hourly([Worked(720, 10_761, {"guarantee": 10_762}), *rows], OCTOBER)
    assert below is not None
    assert (below.lowest, below.compared["guarantee"]) == (896, 897)


def test_a_newcomers_hours_are_those_of_her_own_weeks_and_not_of_the_whole_month():
    rows = [*month(*[(100, 71_200)] * 5), Worked(60 * 60, 42_000, {}, days=14)]
    found = hourly(rows, OCTOBER)
    assert found is not None
    assert (found.week_median, found.week_most) == (1355, 30 * 60)


def october(first: int, last: int, *, apart: tuple[int, ...] = ()) -> set[date]:
    return {date(2026, 10, day) for day in range(first, last + 1) if day not in apart}


@pytest.mark.parametrize(
    ("there", "worked", "days"),
    [
        (october(1, 31), october(1, 31), 31),
        (october(19, 31), october(19, 23), 13),  # she came on the 19th; the last days are a week begun
        (october(1, 31), october(1, 31, apart=tuple(range(12, 19))), 24),  # a whole week without an hour
        (
            october(1, 31),
            october(1, 31, apart=tuple(range(12, 18))),
            31,
        ),  # one Sunday of that week she worked
        (october(30, 31), october(30, 31), 7),  # two days are no week of seven such days
        (set(), set(), 7),
    ],
)
def test_hours_are_spread_over_the_weeks_she_worked(there, worked, days):
    assert spread_over(there, worked) == days


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


def parts(**names: tuple[int, int]) -> list[Part]:
    """By name, so many workers with so much each."""
    return [
        Part(f"Q{number}", name, amount)  # type: ignore[arg-type]
        for name, (people, amount) in names.items()
        for number in range(people)
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"in_hand": (6, 50), "family": (5, 50)}, {"in_hand": 5454, "family": 4546}),
        (
            {"in_hand": (6, 50), "family": (5, 40), "savings": (5, 10)},
            {"in_hand": 5454, "family": 3636, "savings": 910},
        ),
        ({"in_hand": (6, 50), "family": (5, 40), "savings": (4, 10)}, {"in_hand": 5555, "asked": 4445}),
        ({"in_hand": (6, 50), "family": (3, 40)}, {"hers": 10_000}),
        ({"in_hand": (6, 50), "family": (3, 40), "taken": (6, 10)}, {"taken": 1250, "hers": 8750}),
        ({"in_hand": (6, 50), "taken": (4, 10)}, None),
        ({"in_hand": (4, 50)}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_shares_of_pay_say_nothing_of_fewer_than_five(given, found):
    assert split(parts(**given)) == found


@some
@given(
    st.lists(
        st.tuples(
            st.integers(0, 9),
            st.sampled_from(["in_hand", "family", "savings", "taken"]),
            st.integers(0, 10**6),
        )
    )
)
def test_shares_add_up_and_none_is_of_fewer_than_five(rows):
    given_ = [Part(f"Q{who}", name, amount) for who, name, amount in rows]
    found = split(given_)
    assert found is None or sum(found.values()) == 10_000
    for name in found or ():
        into = {"asked": ("family", "savings"), "hers": ("in_hand", "family", "savings")}.get(name, (name,))
        assert len({one.worker for one in given_ if one.amount and one.name in into}) >= LEAST_PEOPLE


@pytest.mark.parametrize(("number", "said"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10)])
def test_a_number_of_people_is_said_in_whole_fives(number, said):
    assert at_least(number) == said
