"""What the prison authority sees of a site: timetable, how many are here, the count of tools, and hours for credit."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from django.http import HttpResponse

from jornal.facts.attendance import Shift
from jornal.facts.organisation import Timetable, Workshop
from jornal.pages.access import Page
from jornal.pages.desk import Desk
from jornal.reads.kits import kits_out, tool_counts
from jornal.reads.people import who_is_enrolled
from jornal.terms.kinds import load
from jornal.units.periods import WEEKDAYS, Period, month
from jornal.words.dates import month_text, weekday_name

READ = ("authority", "site_manager", "hq_operations")
A_DAY = timedelta(days=1)
DAY_MINUTES = 24 * 60


class Room(NamedTuple):
    """A workshop with its week: label, when work begins, minutes of each weekday with its name."""

    label: str
    starts: str
    week: tuple[tuple[int, str], ...]


class Credit(NamedTuple):
    """A worker's days and minutes of a month, as they are recorded; the authority decides what they count."""

    worker: str
    days: int
    minutes: int


def page(desk: Desk) -> HttpResponse:
    """The page; workers stand in it by their code alone."""
    here = who_is_enrolled(desk.place, Period(desk.day, desk.day + A_DAY))
    asked = desk.request.GET.get("month", "")
    span = _month(asked, desk.day)
    monday = date(2026, 1, 5)
    names = [weekday_name(monday + timedelta(days=number), desk.words.language) for number in range(7)]
    tools = [replace(one, label=desk.say(one.label)) for one in tool_counts(desk.place)]
    return desk.page(
        "authority.html", rooms=_rooms(desk, names), weekdays=names, people=len(here),
        credits=_credits(desk.place, span), span_text=month_text(span.start, desk.words.language),
        before=span.start - A_DAY, after=span.end, later=span.end <= desk.day,
        tools=tools, missing=sum(one.last.missing for one in tools if one.last), kits=len(kits_out(desk.place)),
    )  # fmt: skip


def _month(text: str, today: date) -> Period:
    try:
        return month(text)
    except ValueError:
        return month(f"{today:%Y-%m}")


def _rooms(desk: Desk, names: Sequence[str]) -> list[Room]:
    labels = dict(Workshop.objects.current().filter(site=desk.place).values_list("workshop", "label"))
    rows = Timetable.objects.current().filter(site=desk.place, since__lte=desk.day).order_by("since")
    last = {one.workshop: one for one in rows}
    return [
        Room(
            desk.say(labels.get(name, name)),
            one.starts,
            tuple((int(one.week.get(day, 0)), said) for day, said in zip(WEEKDAYS, names, strict=True)),
        )
        for name, one in sorted(last.items())
    ]


def _credits(site: str, span: Period) -> list[Credit]:
    """Days and minutes of work by worker, in the order of their codes."""
    worked = [kind.id for kind in load().all if kind.group == "worked"]
    rows = Shift.objects.current().filter(site=site, day__gte=span.start, day__lt=span.end, what__in=worked)
    minutes: Counter[str] = Counter()
    days: defaultdict[str, set[date]] = defaultdict(set)
    for worker, day, said, start, end, pause in rows.values_list(
        "worker", "day", "minutes", "start", "end", "pause"
    ):
        days[worker].add(day)
        if said is None and start is not None and end is not None:
            minutes[worker] += (end - start) % DAY_MINUTES - (pause or 0)
        minutes[worker] += said or 0
    return [Credit(worker, len(days[worker]), minutes[worker]) for worker in sorted(days)]


PAGES = [Page("site.authority", "<token:site>/authority", page, READ, label="For the authority")]
