"""Overtime is asked beforehand and answered freely; what was worked is paid either way."""

from datetime import date

import pytest

import crew
from crew import do
from jornal.actions.given import NotYet
from jornal.actions.overtime import AskedTooLate, NotAsked
from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked, Shift
from jornal.facts.organisation import Staff
from jornal.facts.pay import Finding
from jornal.journal.record import AlreadyRecorded

DAY = "2026-10-05"
ASKED = {"worker": "QC01", "day": DAY, "minutes": "60", "asked_on": "2026-10-02"}


def answered(here, answer: str = "yes", on: str = "2026-10-02") -> list:
    return do(here, "answer-overtime", {"worker": "QC01", "day": DAY, "answer": answer, "answered_on": on})


def worked(here, minutes: int) -> list[str]:
    """Which controls are open after she worked so long."""
    do(here, "mark", {"worker": "QC01", "day": DAY, "minutes": str(minutes)})
    return list(Finding.objects.values_list("control", flat=True))


@pytest.mark.usefixtures("database")
def test_overtime_is_asked_and_answered():
    here = crew.begun()
    (asked,) = do(here, "ask-overtime", ASKED)
    answered(here)
    kept = OvertimeAnswered.objects.current().get()
    assert (kept.asked, kept.answer, OvertimeAsked.objects.get().minutes) == (asked.root, "yes", 60)


@pytest.mark.parametrize(
    ("minutes", "answer", "found"),
    [
        (300, None, []),
        (360, None, ["HRS-04"]),
        (360, "no", ["HRS-04"]),
        (360, "yes", []),
        (361, "yes", ["HRS-04"]),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_more_than_planned_needs_her_yes_to_as_much_and_is_recorded_without_it(minutes, answer, found):
    here = crew.begun()
    if answer:
        do(here, "ask-overtime", ASKED)
        answered(here, answer)
    assert (worked(here, minutes), Shift.objects.get().minutes) == (found, minutes)


@pytest.mark.usefixtures("sqlite")
def test_a_yes_to_another_day_is_no_yes_to_this_one():
    here = crew.begun()
    do(here, "ask-overtime", {**ASKED, "day": "2026-10-06"})
    do(
        here,
        "answer-overtime",
        {"worker": "QC01", "day": "2026-10-06", "answer": "yes", "answered_on": "2026-10-02"},
    )
    assert worked(here, 360) == ["HRS-04"]


@pytest.mark.usefixtures("sqlite")
def test_on_the_day_itself_is_early_enough():
    here = crew.begun()
    do(here, "ask-overtime", {**ASKED, "asked_on": DAY})
    assert len(answered(here, on=DAY)) == 1


@pytest.mark.usefixtures("sqlite")
def test_after_the_day_it_is_neither_asked_nor_agreed_to_but_a_no_is_heard():
    here = crew.begun()
    with pytest.raises(AskedTooLate, match="paid all the same"):
        do(here, "ask-overtime", {**ASKED, "asked_on": "2026-10-06"})
    do(here, "ask-overtime", ASKED)
    with pytest.raises(AskedTooLate, match="a yes on 2026-10-06 comes after it"):
        answered(here, on="2026-10-06")
    assert len(answered(here, "no", "2026-10-06")) == 1


@pytest.mark.usefixtures("sqlite")
def test_the_prisons_staff_asks_nobody():
    here = crew.begun()
    here.put([Staff(staff="S1", of="prison", name="", languages=[])])
    with pytest.raises(AskedTooLate, match="prison's staff"):
        do(here, "ask-overtime", ASKED)


@pytest.mark.usefixtures("sqlite")
def test_an_answer_to_what_nobody_asked_is_refused():
    with pytest.raises(NotAsked, match="jornal do ask-overtime"):
        answered(crew.begun())


@pytest.mark.usefixtures("sqlite")
def test_nobody_answers_twice():
    here = crew.begun()
    do(here, "ask-overtime", ASKED)
    answered(here, "no")
    with pytest.raises(AlreadyRecorded):
        answered(here, "yes")
    assert OvertimeAnswered.objects.get().answer == "no"


@pytest.mark.usefixtures("sqlite")
def test_it_is_asked_on_a_day_that_has_come_for_one_that_may_not():
    here = crew.begun()
    do(here, "ask-overtime", {"worker": "QC01", "day": "2026-11-03", "minutes": "60"})
    with pytest.raises(NotYet):
        do(
            here,
            "ask-overtime",
            {"worker": "QC02", "day": "2026-11-03", "minutes": "60", "asked_on": "2026-11-01"},
        )
    assert OvertimeAsked.objects.get().asked_on == date(2026, 10, 30)
