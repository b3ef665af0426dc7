"""Today: who is here, what waits for me, how the register stands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db.models import Sum
from django.http import HttpResponse

from jornal.actions.dayrows import DayRow, Glance, glance
from jornal.actions.issuing import uncollected
from jornal.actions.standing import Standing, entries_since, standing
from jornal.actions.waiting import A_WEEK, Waiting, waiting
from jornal.facts.attendance import Shift
from jornal.facts.organisation import Timetable
from jornal.facts.pieces import Pieces
from jornal.pages import pictures
from jornal.pages.access import EVERYBODY, Page
from jornal.pages.desk import Desk
from jornal.reads.people import stays
from jornal.terms.kinds import load
from jornal.units.periods import Period, week_of

SEES_THE_DAY = ("site_manager", "trainer", "quality", "hq_operations", "auditor")
WAITS_FOR = ("site_manager", "hq_operations")
DAY_MINUTES = 24 * 60
DRAWN = 40
"""So many workers stand in the picture; a longer one is the attendance sheet."""
AT_ONCE = 50
"""So much of what waits stands on the page, the most pressing; all of it where it is asked for."""


class Tile(NamedTuple):
    """A figure with what it is and what it stands beside."""

    label: str
    figure: str
    beside: str


class Matter(NamedTuple):
    """What waits, as it is shown: class of its badge, its words, the sentence, where it is done."""

    how: str
    badge: str
    says: str
    address: str


@uncollected()
def page(desk: Desk) -> HttpResponse:
    """The page: the day and what waits for those who see it, the way on for all others."""
    if not desk.roles & set(SEES_THE_DAY):
        return desk.page("today.html", matters=[], tiles=[])
    office = desk.office(SEES_THE_DAY)
    there = stays(desk.place, Period(desk.day - A_WEEK, desk.day + timedelta(days=1)))
    day = glance(replace(office, keys=None), desk.day, DRAWN, there)
    found = waiting(office, there) if desk.roles & set(WAITS_FOR) else []
    some = found if desk.request.GET.get("all") == "yes" else found[:AT_ONCE]
    desk.called([*(row.worker for row in day.rows), *(worker for one in some for worker in one.workers)])
    picture = pictures.of_day(_named(desk, day.rows), desk.words)
    stands = standing(Path(settings.HOME), datetime.now(UTC))
    return desk.page(
        "today.html",
        picture=picture, more=max(0, day.due - DRAWN), summary=_summary(desk, day) if day.due else "",
        matters=[_shown(desk, one) for one in some], waits=len(found), tiles=_tiles(desk, stands),
        marks="site_manager" in desk.roles,
    )  # fmt: skip


def _named(desk: Desk, rows: Sequence[DayRow]) -> list[DayRow]:
    """The rows with their names, where they are open."""
    called = desk.called(row.worker for row in rows)
    return [replace(row, name=called[row.worker]) for row in rows]


def _summary(desk: Desk, day: Glance) -> str:
    """Who is here, how long they worked, what they made."""
    here = desk.say("{here} of {due} are here", here=day.here, due=day.due)
    said = [here, desk.figures.time(day.minutes)]
    pieces = Pieces.objects.current().filter(site=desk.place, day=desk.day)
    good = pieces.aggregate(sum=Sum("good"))["sum"]
    if good:
        said.append(desk.words.count(good, "{number} good piece", "{number} good pieces"))
    return " · ".join(said)


def _shown(desk: Desk, one: Waiting) -> Matter:
    called = desk.called(one.workers)
    badge = {"bad": "overdue", "soon": "soon", "calm": "planned"}[one.how]
    return Matter(one.how, desk.say(badge), one.said(desk.words, called), _address(desk, one))


def _address(desk: Desk, one: Waiting) -> str:
    """Where it is done; "" where this person cannot go there."""
    if one.about == "people":
        there = desk.at_if_any("site.people")
        return f"{there}?standing={one.which}" if there else ""
    where = {
        "day": ("site.attendance.day", {"day": one.which}),
        "person": ("site.people.one", {"worker": one.which}),
        "month": ("site.pay.month", {"month": one.which}),
        "calendar": ("site.calendar.month", {"month": one.which[:7]}),
        "finding": ("site.findings", {}),
        "dialogue": ("site.dialogue.one", {"question": one.which}),
        "visits": ("site.visits", {}),
        "agreement": ("site.agreements", {}),
    }.get(one.about)
    return desk.at_if_any(where[0], **where[1]) if where else ""


def _tiles(desk: Desk, stands: Standing) -> list[Tile]:
    """Hours of the week beside what is planned, when the last backup was, what was recorded since."""
    since = stands.backup
    number = entries_since(desk.place, since)
    last = _ago(desk, since)
    if since is None:
        waits = desk.words.count(
            number, "{number} record is in no backup", "{number} records are in no backup"
        )
    else:
        waits = desk.words.count(number, "{number} record since then", "{number} records since then")
    return [_week(desk), Tile(desk.say("Last backup"), last, waits)]


def _week(desk: Desk) -> Tile:
    """The most that anybody worked this week so far, beside the hours that are planned for a week."""
    monday = week_of(desk.day).start
    worked = [kind.id for kind in load().all if kind.group == "worked"]
    rows = Shift.objects.current().filter(
        site=desk.place, day__gte=monday, day__lte=desk.day, what__in=worked
    )
    sums: Counter[str] = Counter()
    for worker, minutes, start, end, pause in rows.values_list("worker", "minutes", "start", "end", "pause"):
        if minutes is None and start is not None and end is not None:
            sums[worker] += (end - start) % DAY_MINUTES - (pause or 0)
        sums[worker] += minutes or 0
    planned = max((sum(week.values()) for week in _weeks(desk)), default=0)
    beside = desk.say("planned: {hours}", hours=desk.figures.time(planned)) if planned else ""
    return Tile(desk.say("Most hours this week"), desk.figures.time(max(sums.values(), default=0)), beside)


def _weeks(desk: Desk) -> list[dict[str, int]]:
    """The planned weeks of the site's workshops that hold today."""
    rows = Timetable.objects.current().filter(site=desk.place, since__lte=desk.day).order_by("since")
    return list(dict(rows.values_list("workshop", "week")).values())


def _ago(desk: Desk, at: datetime | None) -> str:
    if at is None:
        return desk.say("None was made yet.")
    days = (datetime.now(UTC) - at) // timedelta(days=1)
    return desk.say("today") if days == 0 else desk.words.count(days, "{number} day ago", "{number} days ago")


PAGES = [Page("site.today", "<token:site>/today", page, EVERYBODY, label="Today")]
