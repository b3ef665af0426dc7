"""What a row of a day leaves to be followed up."""

from datetime import date

import pytest

import crew
from jornal.actions.followup import left_open
from jornal.facts.attendance import Shift, Stoppage

DAY = date(2026, 10, 5)


def row(what: str, note: str = "") -> Shift:
    return Shift(worker="QC01", day=DAY, number=1, site="cusco", what=what, note=note)


@pytest.mark.parametrize(
    ("one", "control"),
    [
        (row("injury"), ["OHS-04"]),
        (row("injury", "sealed"), []),
        (row("lockdown"), ["PAY-09"]),
        (row("discipline"), ["CON-06"]),
        (row("sick"), []),
    ],
    ids=lambda one: one.what if isinstance(one, Shift) else "",
)
@pytest.mark.usefixtures("sqlite")
def test_a_kind_asks_for_what_its_row_does_not_say(one, control):
    assert [found.control for found in left_open(crew.begun(), [one])] == control


@pytest.mark.usefixtures("sqlite")
def test_who_ordered_a_stoppage_is_not_asked_again():
    here = crew.begun()
    here.put(
        [
            Stoppage(
                site="cusco", workshop="", day=DAY, number=1, what="lockdown", ordered_by="head of security"
            )
        ]
    )
    assert left_open(here, [row("lockdown")]) == []
