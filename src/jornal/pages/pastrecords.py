"""The versions of a record of a day, as a page tells them, and records taken back with a reason."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse

from jornal.actions.correcting import NoSuchFact, take_back_many, versions
from jornal.actions.hours import wall_time
from jornal.journal.fact import Fact
from jornal.pages import daylines, forms
from jornal.pages.access import ATTENDANCE
from jornal.pages.dayform import Sent
from jornal.pages.daylines import Lines
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Form

REASON = Asked("why", "Reason", "It stays with the record, for everybody who reads it.", "long", wanted=True)
Values = Mapping[str, str]


def may_mark(desk: Desk) -> bool:
    """Whether this person records days here."""
    return bool(desk.roles & set(ATTENDANCE))


def past(desk: Desk, kind: str, key: Values) -> list[Fact]:
    """Every version of a record of this site; Http404 where there is none."""
    try:
        found = versions(kind, key)
    except (NoSuchFact, ValueError):
        raise Http404 from None
    if not found or found[0].book != desk.place:
        raise Http404
    return found


def blank_reason(desk: Desk) -> Form:
    """The form that asks for nothing but the reason."""
    return forms.blank(desk, [REASON])


def taken_back(
    desk: Desk, day: date, kind: str, keys: Sequence[Values], shown: Callable[[Form], HttpResponse]
) -> HttpResponse:
    """Takes records back and goes to the sheet; the page again where the reason is missing or it cannot be."""
    form = forms.blank(desk, [REASON], {"why": desk.request.POST.get("why", "").strip()})
    reason = form.by("why")
    if not reason.value:
        reason.fault = desk.say(forms.WANTED)
    else:
        try:
            gone = take_back_many(desk.office(ATTENDANCE), kind, keys, reason.value)
        except ValueError as fault:
            form.general.append(desk.told(fault))
        else:
            text = desk.words.count(len(gone), "{number} record taken back.", "{number} records taken back.")
            desk.note_said(text)
            return desk.to("site.attendance.day", day=day)
    return shown(form)


def told(desk: Desk, past: Sequence[Any]) -> list[dict[str, Any]]:
    """Each version, the newest first: what it says, who recorded it when, and why."""
    zone = ZoneInfo(desk.site.zone) if desk.site else ZoneInfo("UTC")
    lines = Lines(desk, Sent())
    called = desk.called({one.by for one in past})
    found = []
    for one in reversed(past):
        at = one.recorded_at.astimezone(zone)
        found.append(
            {
                **lines.kind(one.what),
                "minutes": lines.time(getattr(one, "minutes", None)),
                "span": daylines.span(one.start, one.end),
                "pause": getattr(one, "pause", None),
                "ordered_by": getattr(one, "ordered_by", ""),
                "by": called[one.by],
                "role": one.role,
                "on": at.date(),
                "at": wall_time(at.hour * 60 + at.minute),
                "why": one.why,
                "void": one.void,
                "noted": bool(getattr(one, "note", "")),
            }
        )
    return found
