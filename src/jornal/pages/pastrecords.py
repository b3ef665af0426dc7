"""The versions of a record of a day, as a page tells them, and records taken back with a reason."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse

from jornal.actions.correcting import NoSuchFact, take_back_many, versions
from jornal.actions.verb import WANTED
from jornal.journal.fact import Fact
from jornal.pages import daylines, forms, mending
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


def reasoned(desk: Desk) -> Form:
    """The form that asks for nothing but the reason, as it was sent."""
    form = forms.blank(desk, [REASON], {"why": forms.typed_in(desk, "why")})
    reason = form.by("why")
    reason.fault = "" if reason.value else desk.say(WANTED)
    return form


def taken_back(
    desk: Desk, day: date, kind: str, keys: Sequence[Values], shown: Callable[[Form], HttpResponse]
) -> HttpResponse:
    """Takes records back and goes to the sheet; the page again where the reason is missing or it cannot be."""
    form = reasoned(desk)
    if form.stands:
        try:
            gone = take_back_many(
                desk.office(ATTENDANCE), kind, keys, form.by("why").value, upon=mending.looked_at(desk)
            )
        except ValueError as fault:
            form.general.append(mending.refusal(desk, fault))
        else:
            text = desk.words.count(len(gone), "{number} record taken back.", "{number} records taken back.")
            desk.note_said(text)
            return desk.to("site.attendance.day", day=day)
    return shown(form)


def told_of(desk: Desk, past: Sequence[Any]) -> list[dict[str, Any]]:
    """Of each version, the newest first: itself, who recorded it, and the day and time by the clock of the site."""
    zone = ZoneInfo(desk.site.zone) if desk.site else ZoneInfo("UTC")
    called = desk.called({one.by for one in past})
    times = [(one, one.recorded_at.astimezone(zone)) for one in reversed(past)]
    return [{"of": one, "by": called[one.by], "on": at.date(), "at": f"{at:%H:%M}"} for one, at in times]


def told(desk: Desk, past: Sequence[Any]) -> list[dict[str, Any]]:
    """Each version, the newest first: what it says, who recorded it when, and why."""
    lines = Lines(desk, Sent())
    found = []
    for one, recorded in zip(reversed(past), told_of(desk, past), strict=True):
        found.append(
            {
                **recorded,
                **lines.kind(one.what),
                "minutes": lines.time(getattr(one, "minutes", None)),
                "span": daylines.span(one.start, one.end),
                "pause": getattr(one, "pause", None),
                "ordered_by": getattr(one, "ordered_by", ""),
                "role": one.role,
                "why": one.why,
                "void": one.void,
                "noted": bool(getattr(one, "note", "")),
            }
        )
    return found
