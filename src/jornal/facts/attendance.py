"""The day: shifts and absences, stoppages by the prison, overtime asked and answered, her confirmation."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Shift(Fact):
    """One row of a worker's day: time worked or an absence, with the kind that decides its pay.

    Minutes, or from-to wall times in minutes after midnight (an end at or before the start is the next day's), or
    only a kind. `number` counts her rows of that day.
    """

    KIND, KEY = "shift", ("worker", "day", "number")

    worker = columns.token()
    day = columns.day()
    number = columns.count()
    site = columns.token()
    what = columns.token()
    minutes = columns.count_or_none()
    start = columns.count_or_none()
    end = columns.count_or_none()
    pause = columns.count_or_none()
    place = columns.text(40)
    trade = columns.text(60)
    substitute = columns.yes()
    note = columns.sealed()

    class Meta:
        indexes = [columns.index("shift_site_day", "site", "day", "worker")]


class Stoppage(Fact):
    """The prison stops work: everybody of the site (or a workshop) who was planned then, on a day or part of one."""

    KIND, KEY = "stoppage", ("site", "workshop", "day", "number")

    site = columns.token()
    workshop = columns.text(60)
    day = columns.day()
    number = columns.count()
    what = columns.token()
    start = columns.count_or_none()
    end = columns.count_or_none()
    ordered_by = columns.text(60)


class OvertimeAsked(Fact):
    """Overtime asked of a worker, beforehand."""

    KIND, KEY = "overtime_asked", ("worker", "day")

    worker = columns.token()
    day = columns.day()
    site = columns.token()
    minutes = columns.count()
    asked_on = columns.day()
    order = columns.text(60)


class OvertimeAnswered(Fact):
    """Her answer; no is an answer like any other."""

    KIND, KEY = "overtime_answered", ("asked",)
    FINAL = True

    asked = columns.ref("overtime_asked")
    answer = columns.choice("yes", "no")
    day = columns.day()


class DaysConfirmed(Fact):
    """A worker saw her own days up to here as they were recorded, and says that they are right, or what is not."""

    KIND, KEY = "days_confirmed", ("worker", "since", "until", "number")

    worker = columns.token()
    since = columns.day()
    until = columns.day()
    number = columns.count()
    site = columns.token()
    upto = columns.count()
    answer = columns.choice("right", "not_right", "declined")
    note = columns.sealed()
