"""The rows of a day, for paper and screen."""

from datetime import date

import pytest

import crew
import payroll
from jornal.actions.correcting import correct, take_back
from jornal.actions.dayrows import DayRow, day_rows, glance, rows_of
from jornal.actions.planned import Hours
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Workshop
from jornal.facts.people import Enrolled, Left
from jornal.journal.vaultlog import readings
from jornal.units.periods import Period

FRIDAY, SUNDAY = crew.TODAY, date(2026, 10, 25)
FIVE_HOURS = Hours(300, 480, 780, None)


def marked(here, worker: str, **said: object) -> Shift:
    row = {"day": FRIDAY, "number": 1, "site": "cusco", "what": "work", "minutes": 300, **said}
    return here.put([Shift(worker=worker, **row)])[0]


def the_row(here, worker: str, **said: bool) -> DayRow:
    return next(row for row in day_rows(here, FRIDAY, **said) if row.worker == worker)


def test_everybody_planned_has_a_row_by_workshop_and_code(database):
    here = crew.begun()
    late = {"site": "cusco", "since": crew.FIRST, "language": "es", "reads": "yes"}
    here.put([Workshop(site="cusco", workshop="knitting", label="Knitting room", place="workshop")])
    here.put([Enrolled(worker="QC00", workshop="weaving", **late)])
    assert [(row.number, row.worker, row.workshop, row.planned) for row in day_rows(here, FRIDAY)] == [
        (1, "QC01", "Knitting room", FIVE_HOURS),
        (2, "QC02", "Knitting room", FIVE_HOURS),
        (3, "QC03", "Knitting room", FIVE_HOURS),
        (4, "QC04", "Knitting room", FIVE_HOURS),
        (5, "QC00", "weaving", Hours(None)),
    ]


@pytest.mark.usefixtures("sqlite")
def test_a_day_without_work_has_no_rows_unless_somebody_worked_or_everybody_is_wanted():
    here = crew.begun()
    assert day_rows(here, SUNDAY) == []
    assert [row.planned.minutes for row in day_rows(here, SUNDAY, everybody=True)] == [0, 0, 0, 0]
    marked(here, "QC03", day=SUNDAY)
    assert [(row.number, row.worker) for row in day_rows(here, SUNDAY)] == [(1, "QC03")]


@pytest.mark.usefixtures("sqlite")
def test_names_change_no_order_and_their_reading_is_noted(tmp_path):
    here = payroll.begun(tmp_path)
    locked = crew.at("site_manager", "S1", FRIDAY)
    before = len(readings(here.keys.path))
    assert [row.shown for row in day_rows(locked, FRIDAY)] == ["Q01", "Q02", "Q21"]
    assert len(readings(here.keys.path)) == before
    assert [row.shown for row in day_rows(here, FRIDAY)] == ["name of Q01", "name of Q02", "name of Q21"]
    assert readings(here.keys.path)[-1].why == "rows of 2026-10-30"


@pytest.mark.usefixtures("sqlite")
def test_a_row_says_her_trade_and_the_hours_of_her_contract(tmp_path):
    row = day_rows(payroll.begun(tmp_path), FRIDAY)[0]
    assert (row.trade, row.planned) == ("knitting", Hours(300, pause=0))


@pytest.mark.usefixtures("sqlite")
def test_what_is_recorded_stands_in_its_row_as_it_is_now(tmp_path):
    here = crew.begun(crew.names(tmp_path))
    crew.do(here, "mark", {"worker": "QC01", "day": str(FRIDAY), "minutes": "240", "note": "left at noon"})
    crew.do(
        here,
        "mark",
        {"worker": "QC01", "day": str(FRIDAY), "number": "2", "what": "court", "start": "", "end": ""},
    )
    correct(here, "shift", {"worker": "QC01", "day": str(FRIDAY), "number": "1", "minutes": "250"}, "misread")
    first, second = the_row(here, "QC01", notes=True).recorded
    assert (first.what, first.minutes, first.note, first.noted, first.corrected) == (
        "work", 250, "left at noon", True, True,
    )  # fmt: skip
    assert (second.what, second.minutes, second.corrected, second.by) == ("court", None, False, "S1")
    assert first.root == Shift.objects.get(worker="QC01", number=1, corrects=None).root
    assert the_row(here, "QC01").recorded[0].note == ""


@pytest.mark.usefixtures("sqlite")
def test_start_and_end_come_to_minutes_less_the_break():
    here = crew.begun()
    marked(here, "QC02", minutes=None, start=480, end=1020, pause=60)
    assert the_row(here, "QC02").recorded[0].minutes == 480


@pytest.mark.usefixtures("sqlite")
def test_a_number_that_was_taken_back_is_not_given_again():
    here = crew.begun()
    marked(here, "QC02")
    take_back(here, "shift", {"worker": "QC02", "day": str(FRIDAY), "number": "1"}, "it was QC03")
    row = the_row(here, "QC02")
    assert (row.recorded, row.next_number, the_row(here, "QC01").next_number) == ((), 2, 1)


@pytest.mark.usefixtures("sqlite")
def test_a_stoppage_of_the_whole_day_stands_in_the_row_of_who_has_no_other():
    here = crew.begun()
    marked(here, "QC02")
    crew.do(here, "stop-work", {"day": str(FRIDAY), "ordered_by": "head of security"})
    rows = {row.worker: row.recorded[0] for row in day_rows(here, FRIDAY)}
    assert (rows["QC01"].what, rows["QC01"].minutes, rows["QC01"].root) == ("lockdown", 300, None)
    assert rows["QC02"].what == "work"


@pytest.mark.usefixtures("sqlite")
def test_who_left_has_no_row_but_what_was_marked_of_her_is_not_dropped():
    here = crew.begun()
    for worker in ("QC01", "QC02"):
        stay = Enrolled.objects.get(worker=worker)
        here.put(
            [Left(enrolled=stay.root, worker=worker, site="cusco", day=date(2026, 10, 29), reason="release")]
        )
    marked(here, "QC02")
    assert [(row.worker, row.enrolled) for row in day_rows(here, FRIDAY)] == [
        ("QC03", True), ("QC04", True), ("QC02", False),
    ]  # fmt: skip


@pytest.mark.usefixtures("sqlite")
def test_a_week_has_the_rows_of_each_of_its_days():
    here = crew.begun()
    marked(here, "QC04")
    week = rows_of(here, Period(date(2026, 10, 26), date(2026, 11, 2)))
    assert [len(rows) for rows in week.values()] == [4, 4, 4, 4, 4, 0, 0]
    assert week[FRIDAY] == day_rows(here, FRIDAY)


def test_a_day_in_short_counts_everybody_and_makes_the_first_rows_alone(database):
    here = crew.begun()
    marked(here, "QC03")
    marked(here, "QC02", what="sick", minutes=None)
    stay = Enrolled.objects.get(worker="QC04")
    here.put(
        [Left(enrolled=stay.root, worker="QC04", site="cusco", day=date(2026, 10, 29), reason="release")]
    )
    day = glance(here, FRIDAY, 2)
    assert list(day.rows) == day_rows(here, FRIDAY)[:2]
    assert (day.due, day.here, day.minutes) == (3, 1, 300)
