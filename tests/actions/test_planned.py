"""What is planned: the workshop's timetable first, then that of her contract."""

from datetime import date

import pytest

import crew
from jornal.actions import adopt
from jornal.actions.planned import Hours, Planned, adopted_terms, public_holidays
from jornal.actions.present import present
from jornal.facts.organisation import Timetable
from jornal.facts.work import ContractVersion
from jornal.terms.copied import copy
from jornal.units.periods import Period

MONDAY, SUNDAY, LATER = date(2026, 10, 5), date(2026, 10, 11), date(2026, 10, 19)


SIGNED = {"site": "cusco", "contract": "cusco-hourly", "grade": "maker", "language": "es"}


def hours(here, day: date, worker: str = "QC01") -> Hours:
    stay = present(here, [(worker, day)])[worker, day]
    return Planned(here, Period(day, day.replace(day=day.day + 1)), [worker]).hours(stay, day)


def minutes(here, day: date, worker: str = "QC01") -> int | None:
    return hours(here, day, worker).minutes


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
    here.put([ContractVersion(worker="QC01", since=crew.FIRST, **SIGNED)])
    assert (minutes(here, MONDAY), minutes(here, MONDAY, "QC02")) == (300, None)


@pytest.mark.parametrize(
    ("day", "planned"),
    [(MONDAY, Hours(480, 480, 1005, 45)), (SUNDAY, Hours(0, pause=0))],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_the_break_that_her_contract_takes_lies_between_start_and_end(day, planned, tmp_path):
    copy(tmp_path)
    qori = tmp_path / "enterprises" / "qori.toml"
    meal = '{ rule = "pe-overtime", layer = "contract" },\n  { rule = "pe-meal", layer = "contract" },'
    qori.write_text(
        qori.read_text(encoding="utf-8").replace('{ rule = "pe-overtime", layer = "contract" },', meal, 1),
        encoding="utf-8",
    )
    here = crew.begun()
    adopt.adopt(crew.office("hq_finance", "F1", day=date(2026, 8, 31)), "qori", tmp_path)
    week = {**crew.WEEK, "monday": 480}
    here.put([Timetable(site="cusco", workshop="knitting", since=MONDAY, week=week, starts="08:00")])
    here.put([ContractVersion(worker="QC01", since=crew.FIRST, **SIGNED)])
    assert hours(here, day) == planned


@pytest.mark.usefixtures("sqlite")
def test_nobody_plans_a_break_where_no_contract_is_known():
    assert hours(crew.begun(), MONDAY) == Hours(300, 480, 780, None)


@pytest.mark.usefixtures("sqlite")
def test_before_terms_are_adopted_there_are_none():
    here = crew.begun(timetable=False)
    assert (adopted_terms("cusco"), minutes(here, MONDAY)) == (None, None)


@pytest.mark.usefixtures("sqlite")
def test_public_holidays_are_those_of_the_place_by_the_adopted_terms():
    october = Period(date(2026, 10, 1), date(2026, 11, 1))
    assert public_holidays("cusco", october) == frozenset()
    crew.begun()
    crew.adopted()
    assert public_holidays("cusco", october) == {date(2026, 10, 8)}
    assert public_holidays("a site that no terms name", october) == frozenset()


@pytest.mark.parametrize(
    ("planned", "columns"),
    [
        (Hours(300, 480, 780), {"minutes": 300}),
        (Hours(480, 960, 1440), {"minutes": 480}),
        (Hours(480, 1320, 1830, 30), {"start": 1320, "end": 390, "pause": 30}),
        (Hours(None), {"minutes": None}),
    ],
    ids=str,
)
def test_a_day_as_planned_is_minutes_and_a_night_is_told_by_the_clock(planned, columns):
    assert planned.columns() == columns
