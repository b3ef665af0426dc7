"""Hours fit among what is recorded, by the clock of the place."""

from datetime import date

import pytest

import crew
from jornal.actions.hours import DoNotFit, fit, wall_time, zone_of
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Site

DAY = date(2026, 10, 5)
MORNING, NOON, EVENING = 480, 720, 1200


def shift(number: int = 1, worker: str = "QC01", day: date = DAY, **more: object) -> Shift:
    return Shift(worker=worker, day=day, number=number, site="cusco", **{"what": "work", **more})


@pytest.mark.usefixtures("sqlite")
def test_the_minutes_of_a_day_are_those_of_all_its_worked_rows():
    here = crew.begun()
    here.put([shift(minutes=100), shift(2, what="sick", minutes=60)])
    new = [shift(3, start=MORNING, end=NOON, pause=30), shift(4, what="training", minutes=45)]
    assert fit(here, new) == {("QC01", DAY): 100 + 210 + 45}


@pytest.mark.usefixtures("sqlite")
def test_a_row_that_is_sent_again_does_not_overlap_itself():
    here = crew.begun()
    here.put([shift(start=MORNING, end=NOON)])
    assert fit(here, [shift(start=MORNING, end=NOON)]) == {("QC01", DAY): 240}


@pytest.mark.usefixtures("sqlite")
def test_what_overlaps_already_does_not_stop_a_row_that_is_good():
    here = crew.begun()
    here.put([shift(start=MORNING, end=NOON), shift(2, start=MORNING, end=NOON)])
    assert fit(here, [shift(3, start=EVENING, end=EVENING + 60)]) == {("QC01", DAY): 60}


@pytest.mark.usefixtures("sqlite")
def test_an_hour_that_no_clock_of_the_place_showed_is_refused():
    here = crew.begun()
    here.put([Site(site="lisbon", label="L", enterprise="e", authority="a", jurisdiction="", currency="EUR",
                   zone="Europe/Lisbon", languages=["en"], letters="LI", opened_on=DAY)])  # fmt: skip
    spring = date(2026, 3, 29)
    there = crew.office(site="lisbon")
    with pytest.raises(DoNotFit, match="there was no 01:30"):
        fit(there, [shift(day=spring, start=90, end=480)])


@pytest.mark.usefixtures("sqlite")
def test_of_many_faults_twelve_are_said_and_the_rest_counted():
    here = crew.begun()
    rows = [shift(n, day=date(2026, 10, n), start=MORNING, end=NOON, pause=300) for n in range(1, 15)]
    with pytest.raises(DoNotFit, match="And 2 more"):
        fit(here, rows)


@pytest.mark.usefixtures("sqlite")
def test_a_site_that_is_not_recorded_has_the_clock_of_the_world():
    crew.begun()
    assert (zone_of("cusco"), zone_of("nowhere")) == ("America/Lima", "UTC")


def test_a_time_of_the_next_day_is_shown_as_its_clock_shows_it():
    assert [wall_time(minute) for minute in (0, 485, 1440, 1800)] == ["00:00", "08:05", "00:00", "06:00"]
