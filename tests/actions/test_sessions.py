"""A session of a course among hours of work: never in two places at once, and always paid, never twice."""

from datetime import date

import pytest

import crew
from crew import do
from jornal.actions.present import NotPresent
from jornal.actions.sessions import InWorkingHours, MarkedAsWork, TwoCourses
from jornal.facts.attendance import Shift
from jornal.facts.work import TrainingPlanned

DAY = "2026-10-20"
PLAN = {"course": "english", "day": DAY, "minutes": "120", "workers": "QC01 QC02"}
HELD = {"course": "english", "day": DAY}
WORK = {"day": DAY}


@pytest.fixture
def here(sqlite):
    crew_here = crew.begun()
    crew.adopted()
    return crew_here


def rows(worker="QC01"):
    found = Shift.objects.current().filter(worker=worker, day=date(2026, 10, 20)).order_by("number")
    return list(found.values_list("what", "minutes"))


def test_whoever_came_is_marked_as_in_training_and_so_paid(database):
    here = crew.begun()
    do(here, "plan-training", {**PLAN, "start": "14:00"})
    for _ in range(2):
        do(here, "hold-training", {**HELD, "workers": "QC02"})
    assert (rows("QC01"), rows("QC02")) == ([], [("training", 120)])


@pytest.mark.parametrize("start", ["07:00", "08:00", "12:59"])
def test_a_session_that_overlaps_a_shift_is_refused_and_says_what_to_do(here, start):
    with pytest.raises(
        InWorkingHours, match=r"overlaps the shift of QC01.*another start.*in the place of work"
    ):
        do(here, "plan-training", {**PLAN, "start": start})
    assert not TrainingPlanned.objects.exists()


def test_a_session_in_hours_that_are_marked_as_work_is_refused_where_no_timetable_tells_them(sqlite):
    crew_here = crew.begun(timetable=False)
    do(crew_here, "mark", {"worker": "QC01", "day": "2026-10-20", "start": "08:00", "end": "13:00"})
    with pytest.raises(InWorkingHours, match="overlaps the shift of QC01"):
        do(crew_here, "plan-training", {**PLAN, "start": "12:00"})
    do(crew_here, "plan-training", {**PLAN, "start": "13:00"})


@pytest.mark.parametrize(
    "more", [{"start": "06:00"}, {"start": "13:00"}, {"start": "10:00", "instead": "true"}, {}]
)
def test_beside_the_shift_or_in_its_place_it_is_planned(here, more):
    do(here, "plan-training", {**PLAN, **more})
    assert TrainingPlanned.objects.get().minutes == 120


def test_in_the_place_of_work_it_shortens_the_work_that_was_marked(here):
    do(here, "plan-training", {**PLAN, "start": "10:00", "instead": "true"})
    do(here, "mark-all", WORK)
    do(here, "hold-training", HELD)
    assert (rows("QC01"), rows("QC03")) == ([("work", 180), ("training", 120)], [("work", 300)])


def test_held_before_the_day_is_marked_leaves_the_rest_of_the_day_to_work(here):
    do(here, "plan-training", {**PLAN, "start": "10:00", "instead": "true"})
    do(here, "hold-training", HELD)
    for _ in range(2):
        do(here, "mark-all", WORK)
    assert (rows("QC01"), rows("QC03")) == ([("training", 120), ("work", 180)], [("work", 300)])


def test_beside_the_hours_of_work_both_are_paid(here):
    do(here, "mark-all", WORK)
    do(here, "plan-training", {**PLAN, "start": "14:00"})
    do(here, "hold-training", HELD)
    assert rows("QC01") == [("work", 300), ("training", 120)]


def test_an_hour_marked_as_work_is_not_paid_again_as_training(here):
    do(here, "plan-training", {**PLAN, "start": "14:00"})
    do(here, "mark", {"worker": "QC01", "day": DAY, "start": "14:00", "end": "15:00"})
    with pytest.raises(MarkedAsWork, match=r"QC01 is marked.*jornal correct shift"):
        do(here, "hold-training", HELD)
    assert (rows(), TrainingPlanned.objects.current().get().state) == ([("work", None)], "planned")


def test_a_course_without_a_time_does_not_grow_a_full_day(here):
    do(here, "mark-all", WORK)
    do(here, "plan-training", PLAN)
    with pytest.raises(MarkedAsWork):
        do(here, "hold-training", HELD)


def test_time_that_was_marked_as_training_by_hand_is_not_marked_again(here):
    do(here, "mark", {"worker": "QC01", "day": DAY, "what": "training", "minutes": "120"})
    do(here, "plan-training", PLAN)
    do(here, "hold-training", HELD)
    assert (rows("QC01"), rows("QC02")) == ([("training", 120)], [("training", 120)])


def test_two_courses_of_one_day_are_both_paid(here):
    for course, start in (("english", "14:00"), ("budget", "16:00")):
        do(here, "plan-training", {**PLAN, "course": course, "start": start})
        do(here, "hold-training", {**HELD, "course": course})
    assert rows() == [("training", 120), ("training", 120)]


def test_nobody_is_in_two_courses_at_once(here):
    do(here, "plan-training", {**PLAN, "start": "14:00"})
    with pytest.raises(TwoCourses, match="QC02 takes part in english"):
        do(here, "plan-training", {**PLAN, "course": "budget", "start": "15:00", "workers": "QC02 QC03"})
    do(here, "plan-training", {**PLAN, "course": "budget", "start": "15:00", "workers": "QC03"})


def test_a_course_that_is_moved_into_a_shift_is_refused_too(here):
    do(here, "plan-training", {**PLAN, "day": "2026-10-25", "start": "09:00"})  # a Sunday
    with pytest.raises(InWorkingHours):
        do(
            here,
            "cancel-training",
            {"course": "english", "day": "2026-10-25", "why": "yarn", "moved_to": DAY},
        )


def test_who_is_not_enrolled_that_day_did_not_come(here):
    do(here, "plan-training", {**PLAN, "day": "2026-08-20"})
    with pytest.raises(NotPresent):
        do(here, "hold-training", {"course": "english", "day": "2026-08-20"})
