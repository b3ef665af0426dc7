"""Courses: what the enterprise or a partner teaches, what came of it for each, and the certificates that were given."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Course(Fact):
    """A course that the enterprise teaches or a partner does; its sessions are training planned under its name."""

    KIND, KEY = "course", ("course",)

    course = columns.token()
    label = columns.text()
    given_by = columns.choice("us", "partner")
    partner = columns.text()
    minutes = columns.count_or_none()
    about = columns.text(300)


class CourseFinished(Fact):
    """What came of a course for a worker, as somebody judged; she may take it again."""

    KIND, KEY = "course_finished", ("worker", "course", "day")

    worker = columns.token()
    course = columns.token()
    day = columns.day()
    site = columns.token()
    result = columns.choice("passed", "took_part", "not_yet")
    judge = columns.token()


class Certificate(Fact):
    """A certificate of a course, or of her techniques ("skills"), as it was given; it names no prison.

    The head of the book at its place is what is printed on it as its code.
    """

    KIND, KEY = "certificate", ("worker", "course", "day")

    worker = columns.token()
    course = columns.token()
    day = columns.day()
    site = columns.token()
    language = columns.text(10)
    issuer = columns.text()
    minutes = columns.count()
    told = columns.table()
