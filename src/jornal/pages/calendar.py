"""The calendar of a site: each day of a month with who is planned and marked, and what else it holds."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from jornal.actions.issuing import uncollected
from jornal.actions.monthdays import MonthDay, month_days
from jornal.facts.organisation import Workshop
from jornal.pages.access import ATTENDANCE, Page
from jornal.pages.dayform import Sent
from jornal.pages.daylines import Lines
from jornal.pages.desk import Desk
from jornal.reads.courses import catalogue
from jornal.units.periods import FIRST_YEAR, LAST_YEAR
from jornal.words.dates import month_named, weekday_name

ROLES = (*ATTENDANCE, "quality", "hq_operations", "auditor")
STATES = {"planned": "it is planned", "held": "it took place"}


def now(desk: Desk) -> HttpResponse:
    """The month that today is in."""
    return page(desk, f"{desk.day:%Y-%m}")


@uncollected()
def page(desk: Desk, month: str) -> HttpResponse:
    """A month as weeks of days, with its sums."""
    days = month_days(desk.office(ROLES), month)
    first, shown = days[0].day, _Shown(desk).days(days)
    lead: list[dict[str, Any] | None] = [None] * first.weekday()
    grid = [*lead, *shown, *([None] * (-(len(lead) + len(shown)) % 7))]
    past = [one for one in days if one.day <= desk.day and not one.holiday]
    return desk.page(
        "attendance/calendar.html",
        first=first,
        weeks=[grid[at : at + 7] for at in range(0, len(grid), 7)],
        weekdays=[weekday_name(date(2026, 10, 5 + at), desk.words.language) for at in range(7)],
        before=_beside(first, -1),
        after=_beside(first, 1),
        worked=sum(1 for one in days if one.marked),
        open_days=sum(1 for one in past if one.open),
        most=max((max(one.planned, one.marked) for one in days), default=0),
    )


def _beside(first: date, step: int) -> str:
    """The month before or after, as it is written; nothing beyond the years that are kept."""
    at = first.year * 12 + first.month - 1 + step
    year, number = divmod(at, 12)
    return f"{year}-{number + 1:02}" if FIRST_YEAR <= year <= LAST_YEAR else ""


class _Shown:
    """Days as their cells tell them."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._lines = desk, Lines(desk, Sent())
        rooms = Workshop.objects.current().filter(site=desk.place)
        self._rooms = dict(rooms.values_list("workshop", "label"))
        self._courses = {one.course: desk.say(one.label) for one in catalogue()}
        self._called: dict[str, str] = {}

    def days(self, days: list[MonthDay]) -> list[dict[str, Any]]:
        """A cell for each day."""
        self._called = self._desk.called(sorted({visitor for one in days for visitor, _ in one.visits}))
        return [{**self._counts(one), **self._else(one)} for one in days]

    def _counts(self, one: MonthDay) -> dict[str, Any]:
        # On a holiday nobody has to be marked who did not work.
        future = one.day > self._desk.day or (one.holiday and not one.marked)
        return {
            "day": one.day,
            "today": one.day == self._desk.day,
            "future": future,
            "planned": one.planned,
            "marked": one.marked,
            "open": 0 if future else one.open,
            "bar": 100 * (one.planned - one.open) // one.planned if one.planned else 0,
            "closed": one.closed,
        }

    def _else(self, one: MonthDay) -> dict[str, Any]:
        desk, kind = self._desk, self._lines.kind
        due = month_named(one.due, desk.words.language) if one.due else ""
        return {
            "stoppages": [
                {**kind(what), "where": self._rooms.get(room, room)} for what, room, _ in one.stoppages
            ],
            "holiday": one.holiday,
            "holiday_word": kind("holiday")["long"],
            "rest": one.rest,
            "rest_word": kind("rest")["long"],
            "training": [
                (self._courses.get(course, course), desk.say(STATES[state]))
                for course, state, _ in one.training
            ],
            "visits": [(self._called[visitor], desk.say(STATES[state])) for visitor, state in one.visits],
            "due": due,
        }


PAGES = [
    Page("site.calendar", "<token:site>/calendar", now, ROLES, label="Calendar"),
    Page("site.calendar.month", "<token:site>/calendar/<month:month>", page, ROLES),
]
