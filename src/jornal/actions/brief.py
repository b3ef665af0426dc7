"""The brief of a day, both ways: what the site tells headquarters, and what headquarters tells the site."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from jornal import __version__
from jornal.actions.agreedon import ending
from jornal.actions.dayrows import day_rows
from jornal.actions.daysheet import place_of
from jornal.actions.hours import wall_time, zone_of
from jornal.actions.office import Office
from jornal.facts.attendance import Stoppage
from jornal.facts.dialogue import Answer
from jornal.facts.orders import OrderLine
from jornal.facts.organisation import Site, Visit
from jornal.facts.pieces import Pieces
from jornal.journal import chain
from jornal.journal.entry import Head
from jornal.reads.dialogue import Thing, Thread, called, meetings, promises, threads
from jornal.terms.kinds import load

Row = dict[str, Any]
Way = Literal["site", "headquarters"]
"""Who tells: the site what it did, or headquarters what it answers."""

AHEAD = timedelta(days=14)
"""Promises due and visits planned so far ahead are told."""


def brief(office: Office, day: date, way: Way) -> Row:
    """A day as one side tells it to the other, told like a run (docs/run.md): numbers, no names, nobody's code."""
    found, names = threads([office.site], day), called(office.site)
    told = {
        "questions": [
            _asked(one, day, names) for one in found if one.state == "open" and _tells(one, way)
        ],
        "answers": _answers(found, day, way),
        "promises": [
            {"says": one.of.says, "due_on": one.of.due_on.isoformat(), "code": one.of.promise, "late": one.late(day)}
            for one in promises([office.site], day)
            if one.open and (one.of.lies_with == "headquarters") == (way == "headquarters")
            and one.of.due_on <= day + AHEAD
        ],
    }  # fmt: skip
    more = _done(office, day) if way == "site" else _from_headquarters(office, day)
    book = office.book("site" if way == "site" else "hq_site")
    return {
        "release": __version__,
        **place_of(office.site),
        "period": {"since": day.isoformat(), "until": day.isoformat()},
        "form": "brief-to-site" if way == "headquarters" else "brief",
        "way": way,
        "head": _head(book, _end_of(office, day)),
        **told,
        **more,
    }


def _tells(one: Thread, way: Way) -> bool:
    """Whether a question is one that this side puts to the other."""
    return (one.asked.book.startswith("hq.")) == (way == "headquarters")


def _asked(one: Thread, day: date, names: Mapping[Thing, str]) -> Row:
    asked = one.asked
    return {
        "code": asked.question, "says": asked.says, "about": asked.about,
        "which": names.get((asked.about, asked.which), asked.which),
        "put_to": asked.put_to, "day": asked.day.isoformat(),
        "due_on": asked.due_on.isoformat() if asked.due_on else "", "late": one.late(day),
    }  # fmt: skip


def _answers(found: list[Thread], day: date, way: Way) -> list[Row]:
    """What this side answered that day, and before where whoever asked has not closed it."""

    def told(thread: Thread, one: Answer) -> bool:
        mine = one.book.startswith("hq.") == (way == "headquarters")
        return mine and (one.day == day or thread.closed is None)

    return [
        {
            "code": thread.asked.question, "asked": thread.asked.says, "says": one.says, "heard": one.heard,
            "day": one.day.isoformat(),
        }
        for thread in reversed(found)
        for one in thread.answers
        if told(thread, one)
    ]  # fmt: skip


def _done(office: Office, day: date) -> Row:
    """The day at the site: who was due and came, by number; hours, pieces, stops, meetings."""
    rows = [row for row in day_rows(office, day) if row.recorded or row.planned.minutes]
    marked = [row for row in rows if row.recorded]
    here = [row for row in marked if any(load().is_worked(one.what) for one in row.recorded)]
    minutes = sum(one.minutes or 0 for row in here for one in row.recorded if load().is_worked(one.what))
    made = list(Pieces.objects.current().filter(site=office.site, day=day).values_list("good", "rework"))
    stops = Stoppage.objects.current().filter(site=office.site, day=day).order_by("workshop", "number")
    return {
        "day": {
            "due": len(rows), "here": len(here), "missing": len(marked) - len(here), "minutes": minutes,
            "unmarked": len(rows) - len(marked),
            "good": sum(good for good, _ in made), "rework": sum(rework for _, rework in made),
        },
        "stops": [{"workshop": one.workshop, "start": _clock(one.start), "end": _clock(one.end)} for one in stops],
        "meetings": [
            {"present": one.of.present, "decided": one.of.decided}
            for one in meetings(office.site, day) if one.of.day == day
        ],
    }  # fmt: skip


def _clock(minute: int | None) -> str:
    return "" if minute is None else wall_time(minute)


def _from_headquarters(office: Office, day: date) -> Row:
    """What is new from headquarters: order lines placed or changed that day, visits, an agreement that ends."""
    since, until = _end_of(office, day - timedelta(days=1)), _end_of(office, day)
    lines = OrderLine.objects.current().filter(
        site=office.site, recorded_at__gte=since, recorded_at__lt=until
    )
    visits = Visit.objects.current().filter(
        site=office.site, state="planned", day__gte=day, day__lte=day + AHEAD
    )
    authority = Site.objects.current().filter(site=office.site).values_list("authority", flat=True)
    return {
        "orders": [
            {
                "order": one.order, "line": one.line, "product": one.product, "quantity": one.quantity,
                "changed": one.corrects is not None, "why": one.why,
            }
            for one in lines.order_by("order", "line")
        ],
        "visits": [{"day": one.day.isoformat(), "agenda": one.agenda} for one in visits.order_by("day")],
        "meetings": [
            {"held_on": met.of.day.isoformat(), "says": one.says}
            for met in meetings(office.site, day) for one in met.answers if one.day == day
        ],
        "agreements": [
            {"agreement": one.of.agreement, "days": one.days, "until": str(one.of.expires_on)}
            for one in ending(authority, day)
        ],
    }  # fmt: skip


def _end_of(office: Office, day: date) -> datetime:
    """Midnight after a day where the site is."""
    return datetime.combine(day + timedelta(days=1), time(0), tzinfo=ZoneInfo(zone_of(office.site)))


def _head(book: str, until: datetime) -> str:
    """The ten characters of the last head of a book that was signed by then; "" where none was."""
    found = Head.objects.filter(book=book, signed_at__lt=until).order_by("signed_at").last()
    return chain.shown(found.code) if found else ""
