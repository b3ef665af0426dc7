"""A worker's pay beside the floor that her contract answers to."""

import pytest

from jornal.rules import beside

HELD = {"measure": "plain_hour", "plain_hour": 900, "guarantee": 1_200, "base": 850, "minutes": 60}
LINES = [
    {"part": "top_up", "amount": 50}, {"part": "top_up", "amount": 70, "of": "2026-08"},
    {"part": "earning", "amount": 850},
]  # fmt: skip


def test_the_top_up_of_another_month_does_not_lift_this_one_to_the_floor():
    worker = {"comparison": HELD, "lines": LINES}
    assert (beside.effective(worker), beside.floor(worker), beside.minutes(worker)) == (900, 900, 60)


@pytest.mark.parametrize("comparison", [None, {}, {"measure": "guarantee", "guarantee": None}])
def test_what_is_not_known_is_not_nought(comparison):
    worker = {"comparison": comparison, "lines": LINES}
    assert (beside.effective(worker), beside.floor(worker), beside.minutes(worker)) == (None, None, 0)


@pytest.mark.parametrize(
    ("amount", "minutes", "hour"), [(1_000, 60, 1_000), (1_000, 0, 0), (None, 60, 0), (100, 7, 857)]
)
def test_an_hour_is_rounded_down_and_nought_where_it_is_not_known(amount, minutes, hour):
    assert beside.hour(amount, minutes) == hour


def test_the_longest_bar_leaves_a_little_room():
    assert (beside.widest([100, 400]), beside.widest([])) == (420, 1)
