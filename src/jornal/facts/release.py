"""Towards release: the month in which it is expected, the plan that was offered before it, and the papers she took."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class ReleaseExpected(Fact):
    """The month in which a worker's release is expected, as it was told; no day is kept, and none is guessed."""

    KIND, KEY = "release_expected", ("worker", "told_on")

    worker = columns.token()
    told_on = columns.day()
    site = columns.token()
    month = columns.text(7)
    source = columns.choice("authority", "herself")


class ReleasePlan(Fact):
    """A plan for after release as it was offered: her answer, where she wants to work; her own words are sealed."""

    KIND, KEY = "release_plan", ("worker", "day")

    worker = columns.token()
    day = columns.day()
    site = columns.token()
    answer = columns.choice("made", "declined", "later")
    work = columns.choice("home", "elsewhere", "none", "not_known")
    copy_given_on = columns.day_or_none()
    told = columns.sealed()


class ReleasePapers(Fact):
    """The papers that a worker was given when she left, by their names."""

    KIND, KEY = "release_papers", ("worker", "day")

    worker = columns.token()
    day = columns.day()
    site = columns.token()
    papers = columns.table()
