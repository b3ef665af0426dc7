"""What the tables of courses take, and what no hand gets into them."""

from datetime import date

import pytest

import crew
from jornal.facts import courses
from jornal.facts.courses import Certificate, Course, CourseFinished
from jornal.journal.canon import NotCanonical
from jornal.journal.fact import kinds
from jornal.journal.record import AlreadyRecorded, record

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def hand():
    return crew.office().hand


def finished(**more):
    said = {
        "worker": "QC01",
        "course": "budget",
        "day": DAY,
        "site": "cusco",
        "result": "passed",
        "judge": "T1",
    }
    return CourseFinished(**{**said, **more})


def test_what_came_of_a_course_is_judged_once_a_day(hand):
    record([finished(), finished(worker="QC02"), finished(day=date(2026, 10, 6))], "cusco", hand)
    with pytest.raises(AlreadyRecorded):
        record([finished(result="not_yet")], "cusco", hand)


@pytest.mark.parametrize(
    "fact",
    [
        finished(result="failed"),
        Course(course="budget", given_by="prison"),
        Certificate(worker="QC01", course="budget", day=DAY, site="cusco", minutes="90"),
    ],
)
def test_a_value_that_is_none_of_those_there_are_is_refused(hand, fact):
    with pytest.raises(NotCanonical):
        record([fact], "cusco", hand)


def test_a_certificate_has_no_column_for_a_prison_or_a_name():
    assert "certificate" in kinds()
    assert {one.name for one in courses.Certificate.content()} == {
        "worker", "course", "day", "site", "language", "issuer", "minutes", "told",
    }  # fmt: skip
