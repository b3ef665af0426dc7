"""A month's report tells nothing of fewer than five, neither by itself nor by taking one figure from another."""

from datetime import date

import pytest

import crew
import crowd
from jornal.actions.monthreport import month_report
from jornal.facts.work import TrainingPlanned
from jornal.units.periods import NotAMonth

OCTOBER = date(2026, 10, 1)


def told(of="2026-10", *sites):
    return month_report(crew.headquarters(), of, sites)


@pytest.fixture
def here(sqlite):
    found = crowd.begun(12)
    crowd.site("cusco")
    return found


def test_a_month_stands_beside_the_one_before(database):
    here = crowd.begun(6)
    crowd.site("cusco")
    crowd.worked(here, crowd.names(6), OCTOBER, 300, 2)
    crowd.worked(here, crowd.names(6), crew.FIRST, 60)
    found = told()
    assert (found.before, found.whole.people, found.whole.minutes, found.whole_before.minutes) == (
        "2026-09", 6, 3600, 360,
    )  # fmt: skip


def test_with_nothing_recorded_nothing_is_told(sqlite):
    crew.office()
    crowd.site("cusco")
    found = told()
    assert (found.whole.people, found.whole.minutes, found.sites) == (0, None, ())
    assert [one.site for one in found.small] == ["cusco"]


def test_a_site_of_four_is_in_no_sum_and_named(here):
    far = crowd.begun(0, site="puno")
    crowd.site("puno")
    workers = ["QY01", "QY02", "QY03", "QY04"]
    crowd.joined(far, workers, crew.FIRST, "puno")
    crowd.worked(far, workers, OCTOBER)
    crowd.worked(here, crowd.names(12), OCTOBER)
    found = told()
    assert (found.whole.people, found.whole.minutes) == (12, 3600)
    assert [one.site for one in found.small] == ["puno"]
    assert told("2026-10", "puno").whole.minutes is None
    assert told("2026-10", "puno").single


def test_a_newcomer_is_in_no_sum_that_could_be_taken_from_the_month_before(here):
    crowd.worked(here, crowd.names(12), crew.FIRST)
    crowd.joined(here, ["QX13"], OCTOBER)
    crowd.worked(here, crowd.names(13), OCTOBER)
    found = told()
    assert (found.whole.people, found.whole.told) == (13, 12)
    assert found.whole.minutes == found.whole_before.minutes == 3600


def test_where_one_leaves_five_are_left_out(here):
    crowd.worked(here, crowd.names(12), crew.FIRST)
    crowd.left(here, "QX01", date(2026, 9, 20))
    crowd.worked(here, crowd.names(12)[1:], OCTOBER)
    found = told()
    assert (found.whole_before.told, found.whole.told) == (12, 7)
    assert (found.whole_before.minutes, found.whole.minutes) == (3600, 2100)


def test_a_cause_that_four_had_is_not_told(here):
    crowd.absent(here, crowd.names(4), OCTOBER, "sick")
    crowd.absent(here, crowd.names(5), date(2026, 10, 2), "no_material")
    assert told().whole.absent == {"no_material": 5}


def test_a_cause_of_four_at_one_site_does_not_show_where_the_other_is_taken_off(here):
    far = crowd.begun(0, site="puno")
    crowd.site("puno")
    workers = [f"QY{each:02}" for each in range(6)]
    crowd.joined(far, workers, crew.FIRST, "puno")
    crowd.absent(far, workers, OCTOBER, "sick")
    crowd.absent(here, crowd.names(4), OCTOBER, "sick")
    assert told().whole.absent == {"sick": 6}
    assert told("2026-10", "puno").whole.absent == {"sick": 6}


def test_courses_of_four_are_counted_without_saying_of_whom(here):
    def held(course, workers):
        said = {"site": "cusco", "course": course, "day": OCTOBER, "minutes": 60, "workers": workers}
        here.put([TrainingPlanned(**said, state="held")])

    held("looms", crowd.names(4))
    few = told().learnt
    assert (few.sessions, few.minutes, few.people) == (1, None, 0)
    held("money", crowd.names(7))
    found = told().learnt
    assert (found.sessions, found.minutes, found.people) == (2, 660, 5)


def test_a_month_that_is_none_is_refused(here):
    with pytest.raises(NotAMonth):
        told("2026-13")
