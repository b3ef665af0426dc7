"""A worker's last day, and what a release to work from home changes."""

from datetime import date

import pytest

from jornal.actions.given import NotYet
from jornal.actions.leaving import NoHearing, NotEnrolled
from jornal.actions.verb import BadRows
from jornal.facts.people import Custody, Left, WorksFromHome
from jornal.journal.record import AlreadyRecorded
from jornal.reads.people import enrolled
from jornal.units.periods import month
from offices import office
from peopled import consenting, do, names, opened, working

FRIDAY = date(2026, 10, 9)


@pytest.fixture
def worker(sqlite, tmp_path):
    opened()
    return working(names(tmp_path))


def leave(worker, today=FRIDAY, **more):
    return do(office(day=today), "leave", {"worker": worker, "reason": "own_choice", **more})[0]


def test_she_is_there_until_her_last_day(database, tmp_path):
    opened()
    worker = working(names(tmp_path))
    leave(worker)
    assert [(one.worker, one.left_on) for one in enrolled("cusco", month("2026-10"))] == [(worker, FRIDAY)]
    assert not enrolled("cusco", month("2026-11"))


@pytest.mark.parametrize(
    "reason", ["release", "transfer", "own_choice", "agreement_ended", "health", "authority"]
)
def test_a_listed_reason_needs_nothing_else(worker, reason):
    assert leave(worker, reason=reason).reason == reason


def test_nobody_is_sent_away_without_being_heard(worker):
    for hearing in ("", "2026-10-10"):
        with pytest.raises(NoHearing, match="she is heard first"):
            leave(worker, reason="other", hearing_on=hearing)
    assert leave(worker, reason="other", hearing_on="2026-10-08").hearing_on == date(2026, 10, 8)


def test_a_reason_that_is_not_listed_is_refused(worker):
    with pytest.raises(BadRows):
        leave(worker, reason="discipline")


def test_leaving_twice_is_leaving_once_and_on_another_day_a_correction(worker):
    assert leave(worker).root == leave(worker).root
    with pytest.raises(AlreadyRecorded, match="Correct that one"):
        leave(worker, day="2026-10-08")
    assert Left.objects.count() == 1


def test_nobody_leaves_who_was_not_there_or_on_a_day_to_come(worker):
    with pytest.raises(NotEnrolled, match="not enrolled at cusco on 2026-09-30"):
        leave(worker, day="2026-09-30")
    with pytest.raises(NotEnrolled):
        leave("QC999Z")
    with pytest.raises(NotYet):
        leave(worker, day="2026-10-10")


def from_home(worker, **more):
    row = {"worker": worker, "jurisdiction": "pe", "contract": "home-piece", **more}
    return do(office(day=FRIDAY), "work-from-home", row)


def test_released_she_works_from_home_as_a_free_worker_from_that_day(worker):
    from_home(worker)
    home, stands = WorksFromHome.objects.get(), Custody.objects.get()
    assert (home.since, home.contract, home.site) == (FRIDAY, "home-piece", "cusco")
    assert (stands.since, stands.status) == (FRIDAY, "home")
    assert [one.left_on for one in enrolled("cusco", month("2026-11"))] == [None]


def test_saying_it_twice_changes_nothing(worker):
    from_home(worker)
    from_home(worker)
    assert (WorksFromHome.objects.count(), Custody.objects.count()) == (1, 1)


@pytest.mark.parametrize("row", [{"contract": ""}, {"jurisdiction": ""}])
def test_another_contract_under_the_law_of_that_place_is_named(worker, row):
    with pytest.raises(BadRows, match="must be given"):
        from_home(worker, **row)


def test_whoever_left_before_or_never_came_does_not_work_from_home(worker):
    leave(worker, day="2026-10-08")
    with pytest.raises(NotEnrolled):
        from_home(worker)
    assert not Custody.objects.exists()


def test_consent_alone_is_no_enrolment(sqlite, tmp_path):
    opened()
    with pytest.raises(NotEnrolled):
        leave(consenting(names(tmp_path)))
