"""Open critical findings, as they are read."""

from datetime import date, timedelta

import pytest

from crew import TODAY, begun
from jornal.facts.pay import Finding
from jornal.journal.record import corrected, record
from jornal.reads.findings import critical


def found(here, control: str, day: date = TODAY, closed_on: date | None = None) -> Finding:
    row = {"site": "cusco", "control": control, "about": "m", "day": day, "lies_with": "site", "says": "x"}
    one = Finding(**row, facts={}, closed_on=None)
    record([one], here.site, here.hand)
    if closed_on:
        record([corrected(one, "put right", closed_on=closed_on)], here.site, here.hand)
    return one


def test_those_that_are_open_critical_and_already_found_are_read_of_the_sites_asked_for(database):
    here = begun()
    found(here, "PAY-04")
    found(here, "PAY-09")
    found(here, "CON-01", closed_on=TODAY)
    found(here, "VOL-01", TODAY + timedelta(days=1))
    asked = [critical(TODAY), critical(TODAY, ["cusco"]), critical(TODAY, ["lima"]), critical(TODAY, [])]
    assert [[one.control for one in some] for some in asked] == [["PAY-04"], ["PAY-04"], [], []]


@pytest.mark.usefixtures("sqlite")
def test_they_are_read_as_the_book_stood():
    here = begun()
    upto = {"cusco": found(here, "PAY-04").seq}
    found(here, "CON-01")
    assert [len(critical(TODAY, upto=upto)), len(critical(TODAY))] == [1, 2]
