"""Rows of work are of workers who are enrolled that day."""

from datetime import date

import pytest

import crew
from jornal.actions.present import NotPresent, present
from jornal.facts.people import Enrolled, Left

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def here():
    found = crew.begun()
    root = Enrolled.objects.get(worker="QC02").root
    found.put([Left(enrolled=root, worker="QC02", site="cusco", day=DAY, reason="own_choice")])
    return found


@pytest.mark.parametrize(
    ("worker", "day", "is_there"),
    [
        ("QC01", crew.FIRST, True),
        ("QC01", date(2026, 8, 31), False),
        ("QC02", DAY, True),
        ("QC02", date(2026, 10, 6), False),
        ("QC09", DAY, False),
    ],
    ids=str,
)
def test_somebody_is_there_from_her_first_day_to_her_last(here, worker, day, is_there):
    try:
        assert present(here, [(worker, day)])[worker, day].worker == worker
    except NotPresent:
        assert not is_there


def test_everybody_who_is_not_there_is_named_at_once(here):
    with pytest.raises(NotPresent, match="QC08 on 2026-10-05; QC09 on 2026-10-05"):
        present(here, [("QC01", DAY), ("QC09", DAY), ("QC08", DAY)])


def test_who_came_back_is_there_again(here):
    again = date(2026, 10, 20)
    here.put(
        [
            Enrolled(
                worker="QC02",
                site="cusco",
                since=again,
                workshop="sewing",
                language="es",
                languages=["es"],
                reads="yes",
            )
        ]
    )
    assert present(here, [("QC02", again)])["QC02", again].workshop == "sewing"


def test_nobody_asked_for_is_nobody_missing(here):
    assert present(here, []) == {}
