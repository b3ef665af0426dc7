"""What is due of milestones; how they are reached is tested with their verbs."""

from datetime import date

import pytest

from jornal.reads.milestones import Due, due


@pytest.mark.parametrize(
    ("due_on", "paid_on", "is_open"),
    [(None, None, False), (date(2026, 10, 2), None, False), (date(2026, 10, 1), None, True),
     (date(2026, 10, 1), date(2026, 10, 1), False)],
)  # fmt: skip
def test_a_part_is_open_from_its_day_until_it_is_paid(due_on, paid_on, is_open):
    assert Due("o", 1, "deposit", 1, None, due_on, paid_on).open_on(date(2026, 10, 1)) is is_open


@pytest.mark.usefixtures("sqlite")
def test_without_milestones_nothing_is_due():
    assert due() == []
