"""All sites side by side."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import browsing
import crew
import payroll
from jornal.actions.board import board
from jornal.facts.pay import Finding

TODAY = crew.TODAY


def only(day: date):
    return next(one for one in board(day) if one.site.site == "cusco")


def test_a_site_is_told_with_its_people_and_what_is_open(database):
    here = crew.begun()
    crew.do(here, "mark-all", {"day": TODAY.isoformat(), "but": "QC02: sick"})
    for about, whose in (("one", "site"), ("two", "headquarters"), ("three", "headquarters")):
        found = {
            "control": "PAY-04",
            "about": about,
            "day": TODAY,
            "lies_with": whose,
            "says": "",
            "facts": {},
        }
        here.put([Finding(site="cusco", **found)])
    one = only(TODAY)
    assert (one.people, one.marked, one.last_marked, one.findings, one.with_us, one.state) == (
        4, 4, TODAY, 1, 2, "none",
    )  # fmt: skip


@pytest.mark.usefixtures("sqlite")
def test_pay_is_late_once_its_day_is_past_and_not_all_has_left(tmp_path):
    here = payroll.begun(tmp_path)
    payroll.days(here, date(2026, 9, 1), date(2026, 9, 30))
    payroll.issued(payroll.on(here, "2026-09-30"), "2026-09")
    browsing.site("cusco")
    due = only(date(2026, 9, 30)).due_on
    found = [(one.state, one.late) for one in (only(due), only(date(2026, 12, 1)))]
    assert found == [("issued", False), ("issued", True)]


@pytest.mark.usefixtures("sqlite")
def test_it_asks_as_often_for_many_sites_as_for_two():
    crew.begun()
    counts = []
    for more in (("lima",), ("puno", "tacna", "ica", "piura")):
        for token in more:
            browsing.site(token)
        with CaptureQueriesContext(connection) as seen:
            assert len(board(TODAY)) > 1
        counts.append(len(seen))
    assert counts[0] == counts[1]
