"""What is planned: the workshop's timetable first, then that of her contract."""

from datetime import date

import pytest

import crew
from jornal.actions.planned import Planned, adopted_terms
from jornal.actions.present import present
from jornal.facts.organisation import Timetable
from jornal.facts.work import ContractVersion
from jornal.units.periods import Period

MONDAY, SUNDAY, LATER = date(2026, 10, 5), date(2026, 10, 11), date(2026, 10, 19)


def minutes(here, day: date, worker: str = "QC01") -> int | None:
    stay = present(here, [(worker, day)])[worker, day]
    return Planned(here, Period(day, day.replace(day=day.day + 1)), [worker]).minutes(stay, day)


@pytest.mark.parametrize(("day", "planned"), [(MONDAY, 300), (SUNDAY, 0), (LATER, 360)], ids=str)
@pytest.mark.usefixtures("sqlite")
def test_a_timetable_holds_from_its_day(day, planned):
    here = crew.begun()
    six = {**crew.WEEK, "monday": 360}
    here.put([Timetable(site="cusco", workshop="knitting", since=LATER, week=six, starts="08:00")])
    assert minutes(here, day) == planned


@pytest.mark.usefixtures("sqlite")
def test_without_a_timetable_of_the_workshop_her_contracts_counts():
    here = crew.begun(timetable=False)
    crew.adopted()
    said = {"site": "cusco", "contract": "cusco-hourly", "grade": "maker", "language": "es"}
    here.put([ContractVersion(worker="QC01", since=crew.FIRST, **said)])
    assert (minutes(here, MONDAY), minutes(here, MONDAY, "QC02")) == (300, None)


@pytest.mark.usefixtures("sqlite")
def test_before_terms_are_adopted_there_are_none():
    here = crew.begun(timetable=False)
    assert (adopted_terms("cusco"), minutes(here, MONDAY)) == (None, None)
