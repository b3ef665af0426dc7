"""Courses as they were held, and what they leave of a day."""

from datetime import date

import pytest

import crew
from jornal.facts.courses import Certificate
from jornal.facts.work import TrainingPlanned
from jornal.journal import books
from jornal.reads.courses import (
    catalogue,
    certificate_of,
    certificates,
    code_of,
    held,
    instead_of_work,
    taken,
)

DAY = date(2026, 10, 20)


@pytest.fixture
def here(sqlite):
    return crew.begun()


def session(**more):
    said = {
        "site": "cusco",
        "course": "english",
        "day": DAY,
        "minutes": 60,
        "workers": ["QC01"],
        "state": "held",
    }
    return TrainingPlanned(**{**said, **more})


def test_only_sessions_that_were_held_count_and_only_for_whoever_came(here):
    here.put(
        [session(), session(course="budget", state="planned"), session(day=date(2026, 10, 27), minutes=90)]
    )
    (one,) = taken("QC01")
    assert (one.course, one.minutes, one.since, one.until, one.result) == (
        "english", 150, DAY, date(2026, 10, 27), "",
    )  # fmt: skip
    assert (taken("QC02"), len(held("cusco", DAY)), catalogue()) == ([], 1, [])


def test_what_a_course_took_of_a_day_is_known_until_something_else_is_marked(here):
    here.put([session(instead=True), session(course="budget", workers=["QC02"])])
    assert instead_of_work("cusco", DAY) == {"QC01": 60}
    crew.do(here, "mark", {"worker": "QC01", "day": DAY.isoformat(), "minutes": "240"})
    assert instead_of_work("cusco", DAY) == {}


def test_a_code_leads_to_the_certificate_at_that_place_of_the_book(here):
    (one,) = here.put(
        [Certificate(worker="QC01", course="skills", day=DAY, site="cusco", minutes=0, told={})]
    )
    assert code_of(one) == ""
    head = books.signed("cusco", "issue", here.hand)
    assert code_of(one).replace(" ", "") == head.code
    assert certificate_of(head.code).root == one.root
    assert [each.root for each in certificates(["QC01"])] == [one.root]
