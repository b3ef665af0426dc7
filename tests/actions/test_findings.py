"""A finding is noted once; that it stands already holds nothing back."""

from datetime import date

import pytest

import crew
from jornal.actions.findings import new
from jornal.facts.pay import Finding
from jornal.journal.record import corrected


def finding(about: str = "QC01", says: str = "Overtime without a yes.") -> Finding:
    day = date(2026, 10, 5)
    return Finding(site="cusco", control="HRS-04", about=about, day=day, lies_with="site", says=says)


@pytest.mark.usefixtures("sqlite")
def test_of_two_alike_one_is_new():
    crew.begun()
    assert len(new([finding(), finding(says="Said again.")])) == 1


@pytest.mark.usefixtures("sqlite")
def test_one_that_stands_is_not_new_whatever_it_says_now():
    here = crew.begun()
    here.put([finding()])
    assert [one.about for one in new([finding(says="Sixty minutes."), finding("QC02")])] == ["QC02"]


@pytest.mark.usefixtures("sqlite")
def test_one_that_was_closed_is_not_opened_again():
    here = crew.begun()
    (stands,) = here.put([finding()])
    here.put([corrected(stands, "seen", closed_on=date(2026, 10, 9))])
    assert new([finding()]) == []


@pytest.mark.usefixtures("sqlite")
def test_of_none_there_are_none():
    assert new([]) == []
