"""A site's month day by day."""

from datetime import date

import pytest

import crew
import payroll
from jornal.actions.closing import close_day
from jornal.actions.monthdays import MonthDay, month_days, unmarked
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Visit
from jornal.facts.people import Enrolled, Left
from jornal.journal.record import record
from jornal.units.periods import Period


def days(here, of: str = "2026-10") -> dict[int, MonthDay]:
    return {one.day.day: one for one in month_days(here, of)}


def marked(here, worker: str, day: int) -> None:
    here.put(
        [Shift(worker=worker, day=date(2026, 10, day), number=1, site="cusco", what="work", minutes=300)]
    )


@pytest.mark.usefixtures("database")
def test_each_day_says_who_is_planned_marked_and_open():
    here = crew.begun()
    stay = Enrolled.objects.get(worker="QC01")
    here.put(
        [Left(enrolled=stay.root, worker="QC01", site="cusco", day=date(2026, 10, 14), reason="release")]
    )
    marked(here, "QC02", 15)
    marked(here, "QC03", 17)  # a Saturday
    found = days(here)
    assert [(found[day].planned, found[day].marked, found[day].open) for day in (14, 15, 17, 18)] == [
        (4, 0, 4), (3, 1, 2), (0, 1, 0), (0, 0, 0),
    ]  # fmt: skip


@pytest.fixture
def here(sqlite):
    assert sqlite.vendor == "sqlite"
    return crew.begun()


def test_a_stoppage_of_the_whole_day_marks_everybody_of_its_workshop(here):
    crew.do(here, "stop-work", {"day": "2026-10-20", "ordered_by": "head of security"})
    crew.do(here, "stop-work", {"day": "2026-10-21", "ordered_by": "hq", "start": "08:00", "end": "09:00"})
    found = days(here)
    assert [(found[day].stoppages, found[day].open) for day in (20, 21)] == [
        ((("lockdown", "", 1),), 0), ((("lockdown", "", 1),), 4),
    ]  # fmt: skip


def test_training_and_visits_are_told_unless_they_were_cancelled(here):
    course = {"course": "linking", "day": "2026-10-12", "minutes": "60", "workers": "QC01 QC02"}
    crew.do(here, "plan-training", course)
    crew.do(here, "plan-training", {**course, "course": "sewing"})
    crew.do(here, "cancel-training", {"course": "sewing", "day": "2026-10-12", "why": "no yarn"})
    hq = crew.headquarters().hand
    record(
        [
            Visit(site="cusco", day=date(2026, 10, 13), visitor=who, state=state)
            for who, state in (("H1", "planned"), ("H2", "cancelled"))
        ],
        "hq.cusco",
        hq,
    )
    found = days(here)
    assert (found[12].training, found[13].visits) == ((("linking", "planned", 2),), (("H1", "planned"),))


def test_a_day_is_closed_once_the_book_was_signed_at_its_end_or_later(here):
    assert not any(one.closed for one in days(here).values())
    close_day(here)
    found = days(here)
    assert (found[1].closed, found[2].closed) == (True, False)  # the clock of the tests stands at 1 October


@pytest.mark.usefixtures("sqlite")
def test_holidays_rest_days_and_the_day_pay_is_due_come_from_terms_and_runs(tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here, "2026-09")
    before = days(here)
    payroll.issued(here, "2026-09")
    found = days(here)
    assert [day for day, one in found.items() if one.holiday] == [8]
    assert [day for day, one in found.items() if one.rest] == [4, 11, 18, 25]
    assert [(day, one.due) for one in (before, found) for day, one in one.items() if one.due] == [
        (7, "2026-09"), (7, "2026-09"),
    ]  # fmt: skip


def test_nothing_is_due_where_nobody_worked_the_month_before(here):
    assert not any(one.due for one in days(here).values())


def test_whose_hours_are_planned_and_who_has_no_row_is_counted_day_by_day(here):
    marked(here, "QC02", 15)
    marked(here, "QC03", 17)  # a Saturday
    crew.do(here, "stop-work", {"day": "2026-10-16", "ordered_by": "head of security"})
    found = unmarked(here, Period(date(2026, 10, 14), date(2026, 10, 18)))
    assert {day.day: number for day, number in found.items()} == {14: 4, 15: 3, 16: 0, 17: 0}
