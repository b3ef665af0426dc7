"""The severities of the Standard's 110 controls."""

from typing import get_args

import pytest

from jornal.terms.controls import Severity, controls, severity


def test_every_control_of_the_standard_has_one_severity():
    found = {of: controls(of) for of in get_args(Severity)}
    assert {of: len(rows) for of, rows in found.items()} == {"critical": 51, "major": 54, "minor": 5}
    assert len({control for rows in found.values() for control in rows}) == 110


@pytest.mark.parametrize(
    ("control", "of"),
    [
        ("PAY-04", "critical"),
        ("HRS-04", "critical"),
        ("PAY-09", "major"),
        ("VOI-05", "minor"),
        ("NEW-01", "critical"),
    ],
)
def test_a_control_is_as_grave_as_the_standard_says_and_an_unknown_one_is_critical(control, of):
    assert severity(control) == of
