"""Training is planned, then held, cancelled or moved, each once."""

from datetime import date

import pytest

import crew
from crew import do
from jornal.actions.given import NotKnownHere, NotYet
from jornal.actions.training import NotPlanned
from jornal.actions.verb import BadRows
from jornal.facts.work import TrainingPlanned

PLANNED = {"course": "linking", "day": "2026-10-20", "minutes": "120", "workers": "QC01, QC02"}
COURSE = {"course": "linking", "day": "2026-10-20"}


def stands() -> list[tuple]:
    rows = TrainingPlanned.objects.current().order_by("day")
    return [(str(one.day), one.state, one.workers) for one in rows]


@pytest.mark.usefixtures("database")
def test_a_course_is_planned_and_held():
    here = crew.begun()
    do(here, "plan-training", PLANNED)
    for _ in range(2):
        do(here, "hold-training", {**COURSE, "workers": "QC02"})
    assert (stands(), TrainingPlanned.objects.count()) == ([("2026-10-20", "held", ["QC02"])], 2)


@pytest.mark.usefixtures("sqlite")
def test_a_course_that_is_moved_is_planned_for_its_new_day():
    here = crew.begun()
    do(here, "plan-training", PLANNED)
    for _ in range(2):
        do(here, "cancel-training", {**COURSE, "why": "lockdown", "moved_to": "2026-11-03"})
    assert stands() == [
        ("2026-10-20", "moved", ["QC01", "QC02"]),
        ("2026-11-03", "planned", ["QC01", "QC02"]),
    ]
    assert TrainingPlanned.objects.current().get(state="moved").moved_to == date(2026, 11, 3)


@pytest.mark.usefixtures("sqlite")
def test_a_course_is_cancelled_with_its_reason():
    here = crew.begun()
    do(here, "plan-training", PLANNED)
    do(here, "cancel-training", {**COURSE, "why": "the trainer is ill"})
    assert (stands()[0][1], TrainingPlanned.objects.current().get().why) == (
        "cancelled",
        "the trainer is ill",
    )


@pytest.mark.parametrize(("verb", "more"), [("hold-training", {}), ("cancel-training", {"why": "no wool"})])
@pytest.mark.usefixtures("sqlite")
def test_what_was_not_planned_or_went_another_way_is_refused(verb, more):
    here = crew.begun()
    with pytest.raises(NotPlanned, match="is not planned"):
        do(here, verb, {**COURSE, **more})
    do(here, "plan-training", PLANNED)
    do(here, "cancel-training", {**COURSE, "why": "lockdown", "moved_to": "2026-11-03"})
    with pytest.raises(NotPlanned, match="is moved already"):
        do(here, verb, {**COURSE, **more})


@pytest.mark.parametrize(
    ("verb", "row", "fault"),
    [
        ("plan-training", {**PLANNED, "workers": ""}, BadRows),
        ("plan-training", {**PLANNED, "workers": "QC09"}, NotKnownHere),
        ("cancel-training", COURSE, BadRows),
        ("hold-training", {**COURSE, "day": "2026-11-03"}, NotYet),
    ],
)
@pytest.mark.usefixtures("sqlite")
def test_training_that_cannot_be_is_refused(verb, row, fault):
    with pytest.raises(fault):
        do(crew.begun(), verb, row)
