"""How it stands with the plan of who left, by what was on record when she left."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import crew
from jornal.facts.people import Enrolled, Left, WorksFromHome
from jornal.facts.release import ReleaseExpected, ReleasePlan
from jornal.journal.record import record
from jornal.reads.leavers import gone, gone_from
from jornal.units.periods import month

DAY = date(2026, 10, 30)


@pytest.fixture
def here(sqlite):
    return crew.begun()


def expected(here, of, told_on=date(2026, 6, 1)):
    here.put([ReleaseExpected(worker="QC01", told_on=told_on, site="cusco", month=of, source="authority")])


def offered(here, day, answer="made"):
    here.put([ReleasePlan(worker="QC01", day=day, site="cusco", answer=answer, work="home")])


def left(here, reason="release", day=DAY):
    stay = Enrolled.objects.get(worker="QC01")
    here.put([Left(enrolled=stay.root, worker="QC01", site="cusco", day=day, reason=reason)])


def stands() -> str:
    (one,) = gone(["cusco"], month("2026-10"))
    assert one == gone_from("cusco", "QC01")
    return one.stands


AHEAD_90, LATE = DAY - timedelta(days=90), DAY - timedelta(days=89)


@pytest.mark.parametrize(
    ("reason", "month_", "plans", "found"),
    [
        ("release", "2026-10", [(AHEAD_90, "made")], "in_time"),
        ("release", "2026-10", [(AHEAD_90, "declined")], "in_time"),
        ("release", "2026-10", [(AHEAD_90, "later")], "later"),
        ("release", "2026-10", [(AHEAD_90, "later"), (LATE, "made")], "in_time"),
        ("release", "2026-10", [(LATE, "made")], "late"),
        ("release", "2027-01", [(date(2026, 10, 3), "made")], "in_time"),  # as told; it came earlier
        ("release", "2026-10", [], "none"),
        ("release", None, [], "unknown"),
        ("release", "", [], "unknown"),
        ("release", None, [(AHEAD_90, "made")], "in_time"),
        ("release", None, [(LATE, "made")], "late"),
        ("own_choice", "2026-12", [], "none"),
        ("health", "2026-12", [(LATE, "later")], "later"),
        ("agreement_ended", "2026-12", [(LATE, "made")], "in_time"),
        ("own_choice", "2027-09", [], "not_due"),
        ("own_choice", None, [], "unknown"),
        ("transfer", "2026-11", [], "not_due"),
    ],
)
def test_who_left_was_offered_a_plan_in_time_or_was_not(here, reason, month_, plans, found):
    if month_ is not None:
        expected(here, month_)
    for day, answer in plans:
        offered(here, day, answer)
    left(here, reason)
    assert stands() == found


def test_a_plan_that_is_written_after_she_left_was_not_offered_before(here):
    expected(here, "2026-10")
    left(here)
    later = here.hand.now() + timedelta(seconds=1)
    record(
        [ReleasePlan(worker="QC01", day=AHEAD_90, site="cusco", answer="made", work="home")],
        "cusco", replace(here.hand, clock=lambda: later),
    )  # fmt: skip
    assert stands() == "none"


def test_who_goes_on_working_from_home_was_released_and_counts_once(here):
    here.put([WorksFromHome(worker="QC01", since=DAY, jurisdiction="pe", contract="home", site="cusco")])
    assert stands() == "unknown"
    left(here)
    assert stands() == "unknown"


def test_nobody_who_is_there_has_left(here):
    assert (gone(["cusco"], month("2026-10")), gone_from("cusco", "QC01")) == ([], None)
