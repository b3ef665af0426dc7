"""Drafts that are kept while the books stand as they did."""

from datetime import date

import pytest

import payroll
import wagedesk
from jornal.actions.issuing import NotBegun
from jornal.pages import drafts, jobs
from payroll import on
from wagedesk import OCTOBER


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        payroll.month(found, OCTOBER)
        yield found


def test_the_same_books_are_computed_once_and_one_more_record_computes_anew(here, monkeypatch):
    computed = []
    make = drafts.drafted
    monkeypatch.setattr(drafts, "drafted", lambda *asked: computed.append(1) or make(*asked))
    first = drafts.draft(here, OCTOBER)
    assert drafts.draft(here, OCTOBER) is first
    payroll.mended(here, "Q01", date(2026, 10, 5), 360)
    assert drafts.draft(here, OCTOBER) is not first
    assert len(computed) == 2


def test_no_more_than_a_few_are_kept(here):
    for day in range(20, 20 + drafts.KEPT + 2):
        drafts.draft(on(here, f"2026-10-{day}"), OCTOBER)
    assert len(drafts._drafts) == drafts.KEPT


def test_what_cannot_be_drafted_is_said_each_time(here):
    for _ in range(2):
        with pytest.raises(NotBegun):
            drafts.draft(on(here, "2026-09-30"), OCTOBER)


def test_work_that_takes_longer_than_a_click_is_handed_back(here, monkeypatch):
    monkeypatch.setattr(jobs, "A_CLICK", 0)
    found = drafts.draft(here, OCTOBER)
    assert isinstance(found, jobs.Job)
    assert found.ended(120)
    assert drafts.draft(here, OCTOBER).rows
