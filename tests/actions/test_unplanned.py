"""Whoever leaves without a plan that was offered in time is found, and her pay waits for nothing."""

from datetime import date

import pytest

import payroll
from jornal.actions import findings, leaving, release
from jornal.actions.correcting import correct
from jornal.actions.unplanned import CONTROL
from jornal.actions.verb import done
from jornal.facts.pay import Finding
from jornal.reads.needs import waiting
from jornal.terms.controls import severity
from jornal.words.catalogue import LANGUAGES, Words

DAY = "2026-10-30"


@pytest.fixture
def here(sqlite, tmp_path):
    found = payroll.begun(tmp_path)
    payroll.month(found, "2026-10")
    return found


def do(at, verb, **row):
    return done(verb, {**leaving.VERBS, **release.VERBS}[verb], at, [{"worker": "Q01", **row}])


def found() -> list[str]:
    return [findings.said(one, Words("en", "")) for one in Finding.objects.current().filter(control=CONTROL)]


def test_who_is_released_without_a_plan_is_found_once_and_it_is_said_what_comes_next(here):
    do(here, "expect-release", month="2026-10", source="authority", told_on="2026-09-01")
    for _ in range(2):
        do(here, "leave", day=DAY, reason="release")
    (says,) = found()
    assert "no plan was offered to her, which is due 90 days before. Offer it still" in says
    assert [(one.what, one.on) for one in waiting("cusco", "Q01")] == [("finding", date(2026, 10, 30))]


def test_an_unknown_month_of_release_is_no_pass(here):
    do(here, "leave", day=DAY, reason="release")
    (says,) = found()
    assert "When was not known here before" in says


def test_who_goes_home_to_work_is_found_too(here):
    do(here, "work-from-home", since=DAY, jurisdiction="pe", contract="home")
    assert len(found()) == 1


def test_who_left_by_her_own_choice_and_is_not_released_soon_is_not_found(here):
    do(here, "expect-release", month="2028-01", source="authority", told_on="2026-09-01")
    do(here, "leave", day=DAY, reason="own_choice")
    assert found() == []


def test_a_reason_that_is_corrected_afterwards_is_no_way_round(here):
    (left,) = do(here, "leave", day=DAY, reason="own_choice")
    assert found() == []
    correct(here, "left", {"enrolled": str(left.enrolled), "reason": "release"}, "it was her release")
    assert len(found()) == 1


def test_her_last_pay_is_issued_all_the_same(here):
    do(here, "leave", day=DAY, reason="release")
    payroll.issued(here, "2026-10")
    assert payroll.slip("Q01", "2026-10").in_hand > 0
    assert severity(CONTROL) != "critical"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_every_language(here, language):
    do(here, "leave", day=DAY, reason="release")
    assert "Q01" in findings.said(Finding.objects.get(control=CONTROL), Words(language, ""))
